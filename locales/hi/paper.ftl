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
payment-reference = भुगतान का संदर्भ
scan-to-pay = बैंकिंग ऐप से स्कैन करें
payment-code-alt = क्यूआर कोड: { $name } को { $amount } का भुगतान, संदर्भ { $reference }
note = टिप्पणी

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
