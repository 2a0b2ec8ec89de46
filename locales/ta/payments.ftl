# Payments: recording, setting against invoices, reversing.

payments-payment = செலுத்துகை
payments-record = செலுத்துகையைப் பதிவு செய்
payments-record-for = செலுத்துகை: விலைப்பட்டியல் { $number }
payments-save = பதிவு செய்
payments-recorded = { $amount } பதிவானது.
payments-empty = இன்னும் செலுத்துகைகள் இல்லை. பணம் வரும்போது முதலாவதைப் பதிவு செய்யுங்கள்.
payments-none-of-client = இந்த வாடிக்கையாளரின் செலுத்துகைகள் எதுவும் இல்லை.
payments-received-on = பெற்ற நாள்
payments-method = முறை
payments-method-bank-transfer = வங்கிப் பரிமாற்றம்
payments-method-cash = ரொக்கம்
payments-method-card = அட்டை
payments-method-cheque = காசோலை
payments-method-upi = UPI
payments-method-other = வேறு வழி
payments-reference = செலுத்தியவரின் குறிப்பு எண்
payments-asked = விலைப்பட்டியலின் நிலுவை { $amount }.
payments-rest-is-credit = மீதி வாடிக்கையாளரின் வரவாக இருக்கும்.
payments-for = எதற்கு
payments-part-of = பகுதி: விலைப்பட்டியல் { $number }
payments-whole = முழுவதும்
payments-nothing-open = இந்த நாணயத்தில் இந்த வாடிக்கையாளருக்கு நிலுவை இல்லை.
payments-amount-missing = வந்த தொகையை எழுதுங்கள்.
payments-credit = { $amount } வரவு
payments-recorded-by = பதிந்தவர்
payments-reverse = எதிர்ப்பதிவு செய்
payments-reverse-title = { $amount }: எதிர்ப்பதிவு செய்யவா?
payments-reverse-text = { $what ->
    [set_off] எதுவும் அழிக்கப்படுவதில்லை: ஓர் எதிர்ப்பதிவு அதை ஈடுசெய்யும். தொகை மீண்டும் வரவுக் குறிப்பில் இருக்கும்; விலைப்பட்டியல் அதை மீண்டும் கேட்கும்.
    [refund] எதுவும் அழிக்கப்படுவதில்லை: ஓர் எதிர்ப்பதிவு அதை ஈடுசெய்யும்; தொகை மீண்டும் வரவுக் குறிப்பில் இருக்கும்.
   *[payment] செலுத்துகை அழிக்கப்படுவதில்லை: ஓர் எதிர்ப்பதிவு அதை ஈடுசெய்யும்; விலைப்பட்டியல் அத்தொகையை மீண்டும் கேட்கும்.
}
payments-reason = காரணம்
payments-reason-hint = { $what ->
    [set_off] எ.கா. வேறு விலைப்பட்டியலுக்கானது
   *[payment] எ.கா. இரு முறை பதிவானது
}
payments-reversal = எதிர்ப்பதிவு
payments-refund = திருப்பித் தந்தது
payments-paid-on = திருப்பித் தந்த தேதி
payments-refunded = { $amount } திருப்பித் தரப்பட்டது.
payments-reversed = எதிர்ப்பதிவு செய்யப்பட்டது
payments-is-reversed = இந்தச் செலுத்துகைக்கு எதிர்ப்பதிவு செய்யப்பட்டுள்ளது.
payments-was-reversed = { $amount }: எதிர்ப்பதிவு செய்யப்பட்டது.
payments-receipt = ரசீது
