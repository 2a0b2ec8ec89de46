# தரவாக வந்த விலைப்பட்டியல்கள்.

bills-open-another = வேறொன்றைத் திற
bills-summary = உங்களுக்கு வந்த மின் விலைப்பட்டியலைத் திறந்து, அதில் உள்ளதைக் காட்டும். எதுவும் சேமிக்கப்படாது.
bills-read-only = காட்டப்படுகிறது மட்டுமே; சேமிக்கப்படவில்லை.
bills-drop = விலைப்பட்டியலை இங்கே விடுங்கள்
bills-hint = XML (UBL, CII, XRechnung, Peppol), அல்லது உள்ளே XML கொண்ட PDF (Factur-X, ZUGFeRD).
bills-reading = விலைப்பட்டியல் படிக்கப்படுகிறது …
bills-valid = { $form } விதிகள் அனைத்தையும் பின்பற்றுகிறது.
bills-valid-remarks = { $count ->
    [one] ஆனாலும் பெறுபவர் இதை { $count } காரணத்திற்காக மறுக்கலாம்; கீழே பாருங்கள்.
   *[other] ஆனாலும் பெறுபவர் இதை { $count } காரணங்களுக்காக மறுக்கலாம்; கீழே பாருங்கள்.
}
bills-breaks = { $count ->
    [one] { $form } விதிகளில் { $count } மீறப்பட்டுள்ளது.
   *[other] { $form } விதிகளில் { $count } மீறப்பட்டுள்ளன.
}
bills-breaks-note = இதைப் படிக்க முடிகிறது; உள்ளபடியே காட்டப்படுகிறது. பணம் செலுத்தும் முன் அல்லது கணக்கில் எழுதும் முன் அனுப்பியவரிடம் சரியான விலைப்பட்டியலைக் கேளுங்கள்.
bills-unreadable = இது படிக்கக்கூடிய விலைப்பட்டியல் அல்ல.
bills-file-inside = { $file }, அதன் உள்ளே உள்ள { $inside }
bills-content = விலைப்பட்டியலில் உள்ளது
bills-invoice = விலைப்பட்டியல்
bills-credit-note = வரவுக் குறிப்பு
bills-no-number = எண் இல்லை
bills-due = செலுத்த வேண்டியது
bills-credited = திருப்பித் தரப்பட்டது
bills-seller = அனுப்புநர்
bills-buyer = பெறுநர்
bills-period = காலம்
bills-your-reference = உங்கள் குறிப்பு
bills-no-lines = விலைப்பட்டியலில் வரிசைகள் இல்லை; கூட்டுத்தொகைகள் மட்டுமே உள்ளன.
bills-all-lines = { $count } வரிசைகளையும் காட்டு
bills-article = பொருள் எண் { $number }
bills-price-for = { $quantity }-க்கு { $price }
bills-charge = கூடுதல் கட்டணம்: { $amount } { $reason }
bills-allowance = தள்ளுபடி: { $amount } { $reason }
bills-charge-of-whole = கூடுதல் கட்டணம்
bills-allowance-of-whole = தள்ளுபடி
bills-lines-total = வரிசைகளின் கூட்டு
bills-without-tax = வரி இல்லாமல்
bills-with-tax = வரியுடன்
bills-tax-on = { $base } மீது { $tax }
bills-paid = ஏற்கெனவே செலுத்தியது
bills-rounding = முழுமையாக்கம்
bills-payment = எப்படிச் செலுத்துவது
bills-no-payment = எப்படிச் செலுத்துவது என்று விலைப்பட்டியலில் இல்லை.
bills-pay-by = வழி
bills-payee = பணம் பெறுபவர்
bills-account = கணக்கு
bills-account-name = கணக்கு வைத்திருப்பவர்
bills-bank = வங்கி
bills-pay-reference = செலுத்தும்போது குறிப்பிட வேண்டியது
bills-mandate = ஒப்புதல் எண்
bills-debited = பணம் எடுக்கப்படும் கணக்கு
bills-card = அட்டை
bills-terms = நிபந்தனைகள்
bills-attachments = இணைப்புகள்
bills-save-file = { $name } சேமி
bills-broken-rules = என்ன தவறு
bills-remarks = பெறுபவர் மறுக்கக்கூடியவை
bills-remarks-note = இவை EN 16931-ஐ விட அதிகம் கேட்கும் ஒரு வரையறையின் விதிகள்.

bills-reference-invoice = எந்த விலைப்பட்டியல் பற்றி
bills-reference-order = ஆர்டர்
bills-reference-sales-order = விற்பனை ஆர்டர்
bills-reference-contract = ஒப்பந்தம்
bills-reference-project = திட்டம்
bills-reference-delivery = டெலிவரிக் குறிப்பு

bills-unit-hours = மணி
bills-unit-days = நாள்
bills-unit-months = மாதம்
bills-unit-years = ஆண்டு
bills-unit-minutes = நிமிடம்
bills-unit-kilograms = கிகி
bills-unit-metres = மீ
bills-unit-kilometres = கிமீ
bills-unit-square-metres = சதுர மீ
bills-unit-litres = லிட்டர்
bills-unit-kilowatt-hours = kWh
bills-unit-code = ({ $code })

bills-tax-standard = VAT
bills-tax-zero = பூஜ்ய வீதம்
bills-tax-exempt = வரிவிலக்கு
bills-tax-reverse-charge = வாங்குபவர் வரி செலுத்த வேண்டும்
bills-tax-intra-community = ஐரோப்பிய ஒன்றியத்துக்குள் வழங்கல்
bills-tax-export = ஏற்றுமதி
bills-tax-out-of-scope = VAT வரம்புக்கு வெளியே
bills-tax-canary-islands = IGIC (கேனரி தீவுகள்)
bills-tax-ceuta = IPSI (சியூட்டா, மெலில்யா)
bills-tax-other = வரி “{ $code }”

bills-pay-cash = ரொக்கம்
bills-pay-cheque = காசோலை
bills-pay-transfer = வங்கிப் பரிமாற்றம்
bills-pay-direct-debit = நேரடிப் பற்று
bills-pay-card = அட்டை
bills-pay-standing = ஒப்புக்கொண்டபடி
bills-pay-clearing = பிற விலைப்பட்டியல்களுடன் சரிக்கட்டல்

bills-at-seller = விற்பவர்
bills-at-buyer = வாங்குபவர்
bills-at-payment = செலுத்தல்
bills-at-taxes = வரிகள்
bills-at-totals = கூட்டுத்தொகைகள்
bills-at-reductions = தள்ளுபடியும் கட்டணமும்
bills-at-delivery = டெலிவரி
bills-at-attachments = இணைப்புகள்
bills-at-line = வரிசை { $line }

bills-rule-head = விலைப்பட்டியலின் எண், தேதி, வகை அல்லது நாணயம் இல்லை அல்லது தெரியவில்லை.
bills-rule-seller = விற்பவர் பற்றிய ஒரு தகவல் இல்லை.
bills-rule-buyer = வாங்குபவர் பற்றிய ஒரு தகவல் இல்லை.
bills-rule-line = ஒரு வரிசை முழுமையாக இல்லை.
bills-rule-reduction = ஒரு தள்ளுபடி அல்லது கட்டணத்தின் தொகை, வரி அல்லது காரணம் இல்லை.
bills-rule-sum-missing = ஒரு கூட்டுத்தொகை இல்லை.
bills-rule-sums = தொகைகளின் கூட்டு பொருந்தவில்லை.
bills-rule-period = ஒரு காலம் தொடங்கும் முன்பே முடிகிறது, அல்லது அதன் தேதிகள் இல்லை.
bills-rule-payment = செலுத்துவது பற்றிய தகவல் முழுமையாக இல்லை.
bills-rule-reference = வேறோர் ஆவணத்தின் குறிப்பு, அல்லது வாங்குபவர் கேட்ட குறிப்பு இல்லை.
bills-rule-tax-number = ஒரு VAT எண் அதன் நாட்டின் குறியீட்டில் தொடங்கவில்லை.
bills-rule-tax = வரிகள் பற்றிய தகவல் முழுமையாக இல்லை அல்லது முரண்படுகிறது.
bills-rule-delivery = டெலிவரியின் தேதி அல்லது நாடு இல்லை.
bills-rule-date = ஒரு தேதி வடிவம் கேட்கும்படி எழுதப்படவில்லை.
bills-rule-decimals = ஒரு தொகையில் இரண்டுக்கு மேற்பட்ட தசம இலக்கங்கள் உள்ளன.
bills-rule-code = ஒரு குறியீடு எந்த அதிகாரப்பூர்வப் பட்டியலிலும் இல்லை.
bills-rule-structure = ஏதோ ஒன்று இல்லை, இருமுறை உள்ளது, அல்லது வடிவம் அனுமதிக்காத இடத்தில் உள்ளது.
bills-rule-narrowed = இந்த வரையறையின் மேலும் ஒரு விதி மீறப்பட்டுள்ளது.
bills-rule-other = வடிவத்தின் ஒரு விதி மீறப்பட்டுள்ளது.

bills-unreadable-empty = கோப்பு காலியாக உள்ளது.
bills-unreadable-large = இது { $max } MB-ஐ விடப் பெரியது; அதைவிடப் பெரியவை படிக்கப்படாது.
bills-unreadable-letters = இதன் எழுத்துகள் இதில் சொல்லப்பட்ட குறியாக்கத்தில் இல்லை. அனுப்பியவரிடம் மீண்டும் கேளுங்கள்.
bills-unreadable-odd = வரி { $line }-இல் எந்த விலைப்பட்டியலுக்கும் தேவையில்லாத ஒன்று உள்ளது; அதனால் மேலும் படிக்கப்படவில்லை.
bills-unreadable-text = இது PDF-உம் அல்ல, முழுமையான XML-உம் அல்ல; வரி { $line } பாதியில் நிற்கிறது அல்லது வேறு ஏதோ உள்ளது.
bills-unreadable-old = இது ZUGFeRD 1.0 என்ற பழைய வடிவில் உள்ளது; அது இப்போது பயன்பாட்டில் இல்லை. அனுப்பியவரிடம் புதிய வடிவில் கேளுங்கள்.
bills-unreadable-other = இது XML, ஆனால் விலைப்பட்டியல் அல்ல: “{ $root }” என்று தொடங்குகிறது.
bills-unreadable-pdf-none = இந்த PDF-இன் உள்ளே மின் விலைப்பட்டியல் இல்லை. இது படிக்கவும் அச்சிடவும் மட்டுமே.
bills-unreadable-pdf = இந்த PDF சேதமடைந்துள்ளது அல்லது பூட்டப்பட்டுள்ளது.
