# வங்கி அறிக்கைகளின் திரை.

bank-summary = உங்கள் வங்கி அனுப்பியதைத் திறந்து, வந்ததையும் போனதையும் காட்டும். எதுவும் சேமிக்கப்படாது.
bank-not-kept = காட்டப்படுகிறது மட்டுமே; சேமிக்கப்படவில்லை. இத்திரையை விட்டுச் சென்றால் மறந்துவிடும்.
bank-close = அனைத்தையும் மூடு
bank-drop = வங்கி அறிக்கைகளை இங்கே விடுங்கள்
bank-drop-more = மேலும் அறிக்கைகளை இங்கே விடுங்கள்
bank-hint = camt.053, MT940, OFX அல்லது CSV, உங்கள் வங்கி தருவது போல. பல கோப்புகளை ஒன்றாகத் திறந்தால், இருமுறை வருவது ஒருமுறை மட்டுமே எண்ணப்படும்.
bank-reading = அறிக்கைகள் படிக்கப்படுகின்றன …
bank-files = { $count ->
    [one] { $count } கோப்பு
   *[other] { $count } கோப்புகள்
}
bank-file-good = { $count ->
    [one] { $format }, { $count } பதிவு
   *[other] { $format }, { $count } பதிவுகள்
}
bank-file-doubtful = { $count ->
    [one] { $format }, { $count } பதிவு; கீழே உள்ளதைப் பாருங்கள்
   *[other] { $format }, { $count } பதிவுகள்; கீழே உள்ளதைப் பாருங்கள்
}
bank-file-asks-columns = இதன் நெடுவரிசைகளின் பொருள் என்ன என்று சொல்லுங்கள்.
bank-file-asks-currency = கணக்கு எந்த நாணயத்தில் உள்ளது என்று சொல்லுங்கள்.
bank-file-refused = படிக்க முடியவில்லை. மற்ற கோப்புகள் திறந்துள்ளன.
bank-file-repeated = { $count ->
    [one] { $count } முந்தைய கோப்பில் இருந்தது
   *[other] { $count } முந்தைய கோப்பில் இருந்தன
}
bank-columns = நெடுவரிசைகள்
bank-leave-out = { $name } கோப்பை விட்டுவிடு
bank-findings = { $count ->
    [one] { $count } குறிப்புரை
   *[other] { $count } குறிப்புரைகள்
}
bank-findings-all = { $count } அனைத்தையும் காட்டு
bank-severity-unread = படிக்கப்படவில்லை:
bank-severity-broken = தனக்குத்தானே முரண்படுகிறது:
bank-severity-note = கவனிக்க:
bank-at-line = வரி { $line }
bank-at-line-and-field = வரி { $line }, { $field }

bank-map-note = எந்த நெடுவரிசைக்கு என்ன பொருள் என்று சொல்லுங்கள். இது இக்கோப்பு திறந்திருக்கும் வரை மட்டுமே; நினைவில் வைக்கப்படாது.
bank-map-account = இந்த அட்டவணையின் கணக்கு
bank-map-needs-date = தேதிக்கான நெடுவரிசை இல்லை.
bank-map-needs-amount = தொகைக்கான நெடுவரிசை இல்லை; அல்லது பற்றுக்கு ஒன்றும் வரவுக்கு ஒன்றும் வேண்டும்.
bank-map-amount-twice = தொகைக்கு ஒரு நெடுவரிசை, அல்லது பற்றுக்கு ஒன்றும் வரவுக்கு ஒன்றும்; இரண்டும் சேர்ந்து அல்ல.
bank-map-needs-currency = நாணயம் சொல்லப்படவில்லை.
bank-read-so = இப்படியே படி
bank-field-booking-date = பதிவான தேதி
bank-field-value-date = மதிப்புத் தேதி
bank-field-amount = தொகை (பூஜ்யத்துக்குக் கீழ் என்றால் பற்று)
bank-field-debit = பற்று
bank-field-credit = வரவு
bank-field-direction = வரவா பற்றா என்ற சொல்
bank-field-currency = நாணயம்
bank-field-account = அட்டவணையின் கணக்கு
bank-field-counterparty = யார் தந்தார் அல்லது பெற்றார்
bank-field-counterparty-account = அவர்களின் கணக்கு
bank-field-remittance = எதற்காக
bank-field-end-to-end-id = செலுத்தியவரின் ID
bank-field-bank-reference = வங்கியின் ID
bank-field-kind = பதிவின் வகை
bank-field-balance = வரிக்குப் பின் இருப்பு
bank-field-status = பதிவானதா, எதிர்பார்ப்பு மட்டுமா

bank-accounts = கணக்குகள்
bank-account = கணக்கு
bank-all-accounts = எல்லாக் கணக்குகளும்
bank-account-unnamed = எண் இல்லாத கணக்கு
bank-opening = முன்பு
bank-closing = பின்பு
bank-not-said = சொல்லப்படவில்லை
bank-came = வரவு
bank-went = பற்று
bank-too-large = கூட்ட முடியாத அளவு பெரியது
bank-adds-up = பதிவுகள் இறுதி இருப்புடன் பொருந்துகின்றன.
bank-adds-not-up = பதிவுகள் இறுதி இருப்புடன் பொருந்தவில்லை.
bank-adds-unknown = இரு இருப்புகளும் இல்லாமல், பதிவுகள் முழுமையா என்று சொல்ல முடியாது.
bank-statements = { $count ->
    [one] { $count } அறிக்கை
   *[other] { $count } அறிக்கைகள்
}
bank-entries = { $count ->
    [one] { $count } பதிவு
   *[other] { $count } பதிவுகள்
}
bank-gap-number = { $ended } முதல் { $begins } வரை, அறிக்கை { $number } இல்லை.
bank-gap-numbers = { $ended } முதல் { $begins } வரை, அறிக்கைகள் { $first } முதல் { $last } வரை இல்லை.
bank-gap-balance = ஏதோ விடுபட்டுள்ளது: { $ended } அன்று இருப்பு { $closing }, ஆனால் { $begins } அன்று { $opening } என்று தொடங்குகிறது.

bank-entries-title = பதிவுகள்
bank-no-entries = இந்த அறிக்கைகளில் பதிவுகள் இல்லை.
bank-none-fit = எந்தப் பதிவும் பொருந்தவில்லை.
bank-left-out = { $count ->
    [one] { $count } பழைய பதிவு காட்டப்படவில்லை. குறைவான கோப்புகளை ஒன்றாகத் திறக்கவும்.
   *[other] { $count } பழைய பதிவுகள் காட்டப்படவில்லை. குறைவான கோப்புகளை ஒன்றாகத் திறக்கவும்.
}
bank-direction = திசை
bank-direction-all = வரவும் பற்றும்
bank-direction-in = வரவு
bank-direction-out = பற்று
bank-search = பெயர், உரை, குறிப்பு, தொகையைத் தேடு
bank-booked-on = பதிவானது
bank-valued-on = மதிப்புத் தேதி
bank-counterparty = யார்
bank-counterparty-account = அவர்களின் கணக்கு
bank-counterparty-bank = அவர்களின் வங்கி
bank-remittance = எதற்காக
bank-no-text = உரை இல்லை
bank-reference = குறிப்பு
bank-end-to-end = செலுத்தியவரின் ID
bank-bank-reference = வங்கியின் ID
bank-own-reference = சொந்த ID
bank-kind = பதிவின் வகை
bank-stands-in = இருக்குமிடம்
bank-in-file = { $files }, வரி { $line }
bank-mark = குறிப்புரை
bank-record = செலுத்துகையைப் பதிவு செய்
bank-recorded = பதிவாகியுள்ளது
bank-again = { $count } இடங்களில், ஒருமுறை எண்ணப்பட்டது
bank-again-short = { $count }×
bank-pending = எதிர்பார்ப்பு மட்டும்
bank-entry-in = வரவு
bank-entry-out = பற்று
bank-takes-back = இது முந்தைய பதிவைத் திரும்பப் பெறுகிறது.
