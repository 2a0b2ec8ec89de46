# விலைப்பட்டியலிலும் வாடிக்கையாளர் பெறும் பிற தாள்களிலும் வரும் சொற்கள்.

invoice = விலைப்பட்டியல்
invoice-titled = விலைப்பட்டியல் { $number }
billed-to = பெறுநர்
tax-id = வரி அடையாள எண்: { $id }

invoice-number = பட்டியல் எண்
issue-date = பட்டியல் தேதி
delivered-on = ஒப்படைத்த தேதி
reference = உங்கள் குறிப்பு

amount-due = செலுத்த வேண்டிய தொகை
due-by = { $date } தேதிக்குள் செலுத்தவும்
nothing-due = செலுத்த வேண்டியது எதுவும் இல்லை

line-description = விவரம்
line-quantity = அளவு
line-unit-price = விலை
line-tax = வரி
line-amount = தொகை
line-discount = தள்ளுபடி { $rate }: { $amount }
line-discount-amount = தள்ளுபடி: { $amount }

subtotal = கூட்டுத்தொகை
subtotal-with-tax = வரி உட்பட்ட கூட்டுத்தொகை
discount = தள்ளுபடி
discount-rate = தள்ளுபடி { $rate }
taxable-total = வரிக்கு முந்தைய தொகை
tax-on = { $base } மீது { $name } { $rate }
tax-included-on = { $base } மீது { $name } { $rate } இதில் அடங்கும்
total-with-currency = மொத்தம் ({ $currency })

tax-zero-rated = { $name }: பூஜ்ய விகிதம்.
tax-exempt = { $name }: வரி விலக்கு பெற்றது.
tax-reverse-charge = எதிர்முறை வரி: வரியை வாடிக்கையாளர் செலுத்த வேண்டும்.
tax-intra-community = ஐரோப்பிய ஒன்றியத்துக்குள்ளான வழங்கல், வாட் வரி விலக்கு.
tax-export = ஏற்றுமதி, வரி இல்லை.
tax-out-of-scope = இதற்கு வரி பொருந்தாது.

how-to-pay = பணம் செலுத்தும் முறை
account-name = கணக்கு வைத்திருப்பவர்
bank-name = வங்கி
iban = IBAN
bic = BIC
account-number = கணக்கு எண்
routing-code = வங்கிக் குறியீடு
ifsc = IFSC
upi-id = UPI முகவரி
pix-key = PIX குறியீடு
pay-with-slip = கடைசிப் பக்கத்தின் அடியில் உள்ள கட்டணப் பகுதியைக் கொண்டு செலுத்துங்கள்.
payment-reference = செலுத்துகைக் குறிப்பு
scan-to-pay = வங்கிச் செயலியில் ஸ்கேன் செய்க
payment-code-alt = QR குறியீடு: { $name } என்பவருக்கு { $amount } செலுத்த, குறிப்பு { $reference }
note = குறிப்பு

receipt = ரசீது
receipt-titled = ரசீது, { $date }
receipt-file = ரசீது { $client } { $date }
received-from = செலுத்தியவர்
received-on = பெற்ற நாள்
payment-method = செலுத்திய முறை
amount-received = பெற்ற தொகை
paid-invoice = விலைப்பட்டியல்
invoice-total = பட்டியல் தொகை
paid-part = இதில் பெற்றது
stays-as-credit = உங்கள் வரவாக இருப்பது
unallocated = எந்தப் பட்டியலுக்கும் சேராதது
total-received = பெற்றது ({ $currency })
reversed-on = எதிர்ப்பதிவு: { $date }
receipt-reversed = இந்தச் செலுத்துகைக்கு எதிர்ப்பதிவு செய்யப்பட்ட நாள்: { $date }. இது இனி செல்லாது; இதனால் செலுத்தப்பட்ட தொகையை மீண்டும் செலுத்த வேண்டும்.

method-bank-transfer = வங்கிப் பரிமாற்றம்
method-cash = ரொக்கம்
method-card = அட்டை
method-cheque = காசோலை
method-upi = UPI
method-other = வேறு வழி

statement = கணக்கு அறிக்கை
statement-titled = கணக்கு அறிக்கை, { $period }
statement-file = கணக்கு அறிக்கை { $client } { $from } { $to }
statement-for = வாடிக்கையாளர்
period-from = தொடக்கம்
period-to = முடிவு
period = { $from } – { $to }
drawn-up-on = தயாரித்த நாள்
client-number = வாடிக்கையாளர் எண்
balance-on = நிலுவை: { $date }
in-your-favour = உங்கள் வரவு
movement-date = தேதி
movement-billed = பட்டியல்
movement-paid = பெற்றது
movement-balance = நிலுவை ({ $currency })
brought-forward = முந்தைய நிலுவை
payment-by = செலுத்துகை: { $method }
reversal-of = எதிர்ப்பதிவு: { $date } தேதியிட்ட செலுத்துகை
reversal = செலுத்துகையின் எதிர்ப்பதிவு
movement-credit-note = வரவுக் குறிப்பு { $number }
movement-refund = திருப்பித் தந்தது: { $method }
nothing-moved = இந்தக் காலத்தில் பட்டியலோ செலுத்துகையோ இல்லை.
sum-billed = பட்டியல்களின் மொத்தம்
sum-paid = செலுத்தியதன் மொத்தம்
balance-at-end = மொத்த நிலுவை ({ $currency })
ageing = நிலுவை எத்தனை நாள் பழையது
not-due-yet = தவணை வரவில்லை
late-30 = 1–30 நாள் தாமதம்
late-60 = 31–60 நாள் தாமதம்
late-90 = 61–90 நாள் தாமதம்
late-over-90 = 90 நாளுக்கு மேல்
less-credit = உங்கள் வரவு

logo-alt = { $name } சின்னம்

paper-draft = வரைவு
paper-credit = வரவுக் குறிப்பு
paper-credit-titled = வரவுக் குறிப்பு { $number }
paper-credit-to = வரவு பெறுபவர்
paper-credit-number = வரவுக் குறிப்பு எண்
paper-credit-date = தேதி
paper-credit-amount = வரவு வைத்த தொகை
paper-credit-of = { $date } தேதியிட்ட விலைப்பட்டியல் { $number }-க்கான வரவு
paper-credit-reason = காரணம்: { $reason }

sample-client = கடலோரப் புத்தக நிலையம்
sample-street = 3, நிலையச் சாலை
sample-city = மதுரை
sample-line-1 = வணிக அடையாளப் பட்டறை, அரை நாள்
sample-line-2 = இணையதளம்: வடிவமைப்பும் உருவாக்கமும்
sample-line-3 = அச்சிட்ட அட்டைகள், மறுசுழற்சித் தாள்
sample-hours = மணி
sample-tax = GST
sample-note = இணைந்து பணியாற்றியதற்கு நன்றி.

page-of = பக்கம் { $page } / { $pages }

date-long = { $day } { $month }, { $year }
month-1 = ஜனவரி
month-2 = பிப்ரவரி
month-3 = மார்ச்
month-4 = ஏப்ரல்
month-5 = மே
month-6 = ஜூன்
month-7 = ஜூலை
month-8 = ஆகஸ்ட்
month-9 = செப்டம்பர்
month-10 = அக்டோபர்
month-11 = நவம்பர்
month-12 = டிசம்பர்
