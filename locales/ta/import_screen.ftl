# இறக்குமதித் திரை; தனித்தனி வரிசைகளுக்கான காரணங்கள் imports.ftl கோப்பில் உள்ளன.

import-screen-summary = நீங்கள் முன்பு பயன்படுத்திய கருவியிலிருந்து வாடிக்கையாளர்கள், விலைப்பட்டியல்கள், செலுத்துகைகள். முதலில் என்ன வரும் என்று பார்ப்பீர்கள்; நீங்கள் சொல்லும் வரை எதுவும் மாறாது.
import-screen-drop = கோப்புகளை இங்கே விடுங்கள்
import-screen-hint = ஒரே கருவியின் CSV அல்லது XLSX ஏற்றுமதிகள், முகவரிப் புத்தகம் (.vcf), அல்லது உங்கள் சொந்த அட்டவணை. வாடிக்கையாளர்கள், விலைப்பட்டியல்கள், செலுத்துகைகள் ஒன்றாக; அப்போது ஒன்றோடொன்று இணையும்.
import-screen-tool = கோப்புகள் எங்கிருந்து வருகின்றன
import-screen-tool-any = கோப்புகளிலிருந்து கண்டறி
import-screen-drop-file = { $name } வேண்டாம்
import-screen-preview = என்ன வரும் என்று பார்
import-screen-preview-note = கோப்புகள் படிக்கப்படுகின்றன, அவ்வளவே. இன்னும் எதுவும் சேமிக்கப்படவில்லை.
import-screen-reading = கோப்புகளைப் படிக்கிறது …
import-screen-committing = எல்லாவற்றையும் எடுத்துக்கொள்கிறது …
import-screen-comes = என்ன வரும்
import-screen-done = எடுத்துக்கொள்ளப்பட்டது
import-screen-read-as = { $tool } இன் ஏற்றுமதியாகப் படிக்கப்பட்டது.
import-screen-nothing = புதியது எதுவும் இல்லை: இவை ஏற்கெனவே உள்ளன, அல்லது ஏற்கப்படவில்லை.
import-screen-clients = { $count ->
    [one] { $count } வாடிக்கையாளர்
   *[other] { $count } வாடிக்கையாளர்கள்
}
import-screen-invoices = { $count ->
    [one] { $count } விலைப்பட்டியல்
   *[other] { $count } விலைப்பட்டியல்கள்
}
import-screen-payments = { $count ->
    [one] { $count } செலுத்துகை
   *[other] { $count } செலுத்துகைகள்
}
import-screen-known = { $count ->
    [one] { $count } பதிவு ஏற்கெனவே உள்ளது; அப்படியே இருக்கும்.
   *[other] { $count } பதிவுகள் ஏற்கெனவே உள்ளன; அப்படியே இருக்கும்.
}
import-screen-totals = மூலத்துடன் ஒப்பிட்ட மொத்தங்கள்
import-screen-source-invoiced = மூலத்தில் மொத்தம்
import-screen-invoiced = இங்கே மொத்தம்
import-screen-source-balance = மூலத்தில் நிலுவை
import-screen-balance = இங்கே நிலுவை
import-screen-paid = செலுத்துகைகள்
import-screen-compared = ஒப்பீடு
import-screen-same = சமம்
import-screen-differs = மாறுபடுகிறது
import-screen-refused = { $count ->
    [one] { $count } வரிசை ஏற்கப்படவில்லை
   *[other] { $count } வரிசைகள் ஏற்கப்படவில்லை
}
import-screen-refused-note = இவை வராது. கோப்பில் திருத்தி மீண்டும் இறக்குமதி செய்யுங்கள்: ஏற்கெனவே உள்ளது இரண்டாம் முறை சேராது.
import-screen-doubtful = { $count ->
    [one] { $count } வரிசையில் ஐயம் உள்ளது
   *[other] { $count } வரிசைகளில் ஐயம் உள்ளது
}
import-screen-doubtful-note = இவை வரும். நீங்கள் நினைத்தபடி புரிந்துகொள்ளப்பட்டதா என்று பாருங்கள்.
import-screen-show-all = எல்லா { $count } காட்டு
import-screen-commit = எல்லாவற்றையும் எடுத்துக்கொள்
import-screen-more = மேலும் கோப்புகளை இறக்குமதி செய்
import-screen-see = விலைப்பட்டியல்களைப் பார்

import-made = நடந்த இறக்குமதிகள்
import-made-files = { $tool }: { $files }
import-made-by = { $name }, { $when }
import-made-old = ஓர் இறக்குமதி எதைக் கொண்டுவந்தது என்று குறித்துவைக்கும் முன் நடந்தது: முழுதாகத் திரும்பப் பெற முடியாது.
import-undo = இந்த இறக்குமதியைத் திரும்பப் பெறு
import-undo-title = { $tool } இலிருந்து வந்த இறக்குமதியைத் திரும்பப் பெறலாமா?
import-undo-goes = இவையும் இவற்றுடன் சேர்ந்த அனைத்தும் நீங்கும்:
import-undo-contacts = { $count ->
    [one] { $count } தொடர்பு
   *[other] { $count } தொடர்புகள்
}
import-undo-sums = { $invoiced } விலைப்பட்டியலிடப்பட்டது, { $paid } செலுத்தப்பட்டது
import-undo-note = அதன்பின் எல்லாம் இந்த இறக்குமதிக்கு முன் இருந்தபடியே இருக்கும். இது நடந்ததும் திரும்பப் பெறப்பட்டதும் செயல்பாட்டில் பதிவாகும். கோப்புகளை மீண்டும் இறக்குமதி செய்யலாம்.
import-undo-checking = திரும்பப் பெற முடியுமா என்று பார்க்கிறது …
import-undone = இறக்குமதி திரும்பப் பெறப்பட்டது

import-table-any = எந்த அட்டவணையும் (CSV, XLSX)
import-table-note = அறிந்த கருவிகள் எழுதாத அட்டவணைகளுக்கு. தலைப்புகளிலிருந்து Folio ஊகிக்கிறது; தவறானதைத் திருத்துங்கள்.
import-table-lists = இந்த அட்டவணையில் என்ன உள்ளது
import-table-clients = வாடிக்கையாளர்கள்
import-table-invoices = விலைப்பட்டியல்கள்
import-table-payments = செலுத்துகைகள்
import-table-leave = இதை விட்டுவிடு
import-table-remembered = இந்தத் தலைப்புகளுக்கு நீங்கள் கடந்த முறை சொன்னபடி படிக்கப்பட்டது.
import-table-none = இக்கோப்புகளில் எதுவும் அட்டவணை அல்ல.
table-field-client-name = வாடிக்கையாளர் பெயர்
table-field-client-number = வாடிக்கையாளர் எண்
table-field-first-name = முதல் பெயர்
table-field-last-name = குடும்பப் பெயர்
table-field-email = மின்னஞ்சல் முகவரி
table-field-phone = தொலைபேசி
table-field-street = தெரு, வீட்டு எண்
table-field-street2 = முகவரியின் இரண்டாம் வரி
table-field-postal-code = அஞ்சல் குறியீடு
table-field-city = நகரம்
table-field-region = மாநிலம்
table-field-country = நாடு
table-field-tax-id = வரி அடையாள எண்
table-field-payment-terms = செலுத்தும் கெடு, நாட்களில்
table-field-currency = நாணயம்
table-field-invoice-number = விலைப்பட்டியல் எண்
table-field-invoice-date = விலைப்பட்டியல் தேதி
table-field-due-date = செலுத்த வேண்டிய தேதி
table-field-status = நிலை (வரைவு, ரத்து)
table-field-reference = மேற்கோள்
table-field-note = குறிப்பு
table-field-description = வரிசை எதற்காக
table-field-quantity = அளவு
table-field-unit = அலகு
table-field-price = ஒன்றின் விலை
table-field-line-discount = வரிசைக்கான தள்ளுபடி
table-field-line-total = வரிசையின் தொகை, வரி இன்றி
table-field-tax-name = வரியின் பெயர்
table-field-tax-percent = வரி % இல்
table-field-tax-amount = வரிசையின் வரித் தொகை
table-field-total = விலைப்பட்டியலின் மொத்தம்
table-field-paid = இதுவரை செலுத்தியது
table-field-paid-on = செலுத்திய நாள்
table-field-balance = இன்னும் செலுத்த வேண்டியது
table-field-payment-number = செலுத்துகை எண்
table-field-payment-date = செலுத்துகையின் தேதி
table-field-payment-amount = செலுத்துகையின் தொகை
table-field-payment-method = எப்படிச் செலுத்தப்பட்டது
table-field-payment-reference = செலுத்தியவரின் மேற்கோள்
