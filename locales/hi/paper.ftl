# बिल और ग्राहक को मिलने वाले दूसरे कागज़ों के शब्द।

invoice = बिल
invoice-titled = बिल { $number }
billed-to = बिल प्राप्तकर्ता
tax-id = कर पहचान संख्या: { $id }

invoice-number = बिल संख्या
issue-date = बिल की तारीख
delivered-on = डिलीवरी की तारीख
reference = आपका संदर्भ

amount-due = देय राशि
due-by = { $date } तक देय
nothing-due = कुछ भी देय नहीं

line-description = विवरण
line-quantity = मात्रा
line-unit-price = दर
line-tax = कर
line-amount = राशि
line-discount = छूट { $rate }: { $amount }
line-discount-amount = छूट: { $amount }

subtotal = उप-योग
subtotal-with-tax = उप-योग, कर सहित
discount = छूट
discount-rate = छूट { $rate }
taxable-total = कर से पहले का योग
tax-on = { $base } पर { $name } { $rate }
tax-included-on = इसमें { $base } पर { $name } { $rate } शामिल
total-with-currency = कुल योग ({ $currency })

tax-zero-rated = { $name }: शून्य दर।
tax-exempt = { $name }: कर से छूट प्राप्त।
tax-reverse-charge = रिवर्स चार्ज: कर ग्राहक को चुकाना है।
tax-intra-community = यूरोपीय संघ के भीतर आपूर्ति, वैट से मुक्त।
tax-export = निर्यात, कर-मुक्त।
tax-out-of-scope = इस पर कर लागू नहीं।

how-to-pay = भुगतान कैसे करें
account-name = खाताधारक
bank-name = बैंक
iban = IBAN
bic = BIC
account-number = खाता संख्या
routing-code = बैंक कोड
ifsc = IFSC
upi-id = UPI आईडी
pix-key = PIX कुंजी
pay-with-slip = आख़िरी पन्ने के नीचे लगे भुगतान भाग से भुगतान करें।
payment-reference = भुगतान का संदर्भ
scan-to-pay = बैंकिंग ऐप से स्कैन करें
payment-code-alt = क्यूआर कोड: { $name } को { $amount } का भुगतान, संदर्भ { $reference }
note = टिप्पणी

receipt = रसीद
receipt-titled = रसीद, { $date }
receipt-file = रसीद { $client } { $date }
received-from = किससे प्राप्त
received-on = प्राप्ति की तारीख
payment-method = भुगतान का तरीका
amount-received = प्राप्त राशि
paid-invoice = बिल
invoice-total = बिल की राशि
paid-part = इससे चुकाया
stays-as-credit = आपके खाते में जमा
unallocated = किसी बिल में नहीं लगा
total-received = प्राप्त ({ $currency })
reversed-on = { $date } को उलटा गया
receipt-reversed = यह भुगतान { $date } को उलटा गया। यह अब मान्य नहीं है; इससे चुकाई गई राशि फिर से देय है।

method-bank-transfer = बैंक ट्रांसफ़र
method-cash = नकद
method-card = कार्ड
method-cheque = चेक
method-upi = UPI
method-other = दूसरा तरीका

statement = खाता विवरण
statement-titled = खाता विवरण, { $period }
statement-file = खाता विवरण { $client } { $from } { $to }
statement-for = किसका विवरण
period-from = कब से
period-to = कब तक
period = { $from } – { $to }
drawn-up-on = बनाने की तारीख
client-number = ग्राहक संख्या
balance-on = { $date } को बाकी
in-your-favour = आपके खाते में जमा
movement-date = तारीख
movement-billed = बिल
movement-paid = भुगतान
movement-balance = बाकी ({ $currency })
brought-forward = पिछला बाकी
payment-by = भुगतान: { $method }
reversal-of = { $date } के भुगतान की उलट प्रविष्टि
reversal = भुगतान की उलट प्रविष्टि
movement-credit-note = क्रेडिट नोट { $number }
movement-refund = वापस दिया: { $method }
nothing-moved = इस अवधि में न कोई बिल बना, न कोई भुगतान आया।
sum-billed = बिलों का योग
sum-paid = भुगतानों का योग
balance-at-end = कुल बाकी ({ $currency })
ageing = बाकी कितने दिन पुराना है
not-due-yet = अभी देय नहीं
late-30 = 1–30 दिन देर
late-60 = 31–60 दिन देर
late-90 = 61–90 दिन देर
late-over-90 = 90 दिन से अधिक देर
less-credit = आपका जमा

logo-alt = { $name } का लोगो

paper-draft = मसौदा
paper-credit = क्रेडिट नोट
paper-credit-titled = क्रेडिट नोट { $number }
paper-credit-to = जिन्हें क्रेडिट दिया गया
paper-credit-number = क्रेडिट नोट संख्या
paper-credit-date = दिनांक
paper-credit-amount = क्रेडिट राशि
paper-credit-of = { $date } के बिल { $number } के बदले
paper-credit-reason = कारण: { $reason }

sample-client = सागर पुस्तक भंडार
sample-street = ३, स्टेशन रोड
sample-city = उदयपुर
sample-line-1 = ब्रांड कार्यशाला, आधा दिन
sample-line-2 = वेबसाइट: डिज़ाइन और निर्माण
sample-line-3 = छपे हुए कार्ड, पुनर्चक्रित काग़ज़
sample-hours = घंटे
sample-tax = GST
sample-note = साथ मिलकर काम करने के लिए धन्यवाद।

page-of = पृष्ठ { $page } / { $pages }

date-long = { $day } { $month } { $year }
month-1 = जनवरी
month-2 = फ़रवरी
month-3 = मार्च
month-4 = अप्रैल
month-5 = मई
month-6 = जून
month-7 = जुलाई
month-8 = अगस्त
month-9 = सितंबर
month-10 = अक्टूबर
month-11 = नवंबर
month-12 = दिसंबर
