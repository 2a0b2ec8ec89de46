# மாத இறுதி, கணக்குப் புத்தகங்களுக்காக.

months-month = மாதம்
months-range = { $from } முதல் { $to } வரை
months-save-pack = மாதத் தொகுப்பைச் சேமி
months-totals = மொத்தங்கள்
months-empty = { $month } மாதத்தில் விலைப்பட்டியலோ செலுத்துகையோ இல்லை.
months-invoices = { $count ->
    [one] { $count } விலைப்பட்டியல்
   *[other] { $count } விலைப்பட்டியல்கள்
}
months-credit-notes = { $count ->
    [one] { $count } வரவுக் குறிப்பு
   *[other] { $count } வரவுக் குறிப்புகள்
}
months-taxable = வரி இல்லாமல்
months-tax = வரி
months-payments = { $count ->
    [one] { $count } செலுத்துகை
   *[other] { $count } செலுத்துகைகள்
}
months-checklist = மாதத்தை முடிக்கும் முன்
months-good-unallocated-payments = எல்லாச் செலுத்துகைகளும் விலைப்பட்டியலுடன் சேர்க்கப்பட்டுள்ளன.
months-good-number-gaps = எண்களில் இடைவெளி இல்லை.
months-good-unsent-invoices = எல்லா விலைப்பட்டியல்களும் வரவுக் குறிப்புகளும் வாடிக்கையாளரை அடைந்தன.
months-good-pdfs-missing = எல்லா விலைப்பட்டியல்களுக்கும் வரவுக் குறிப்புகளுக்கும் PDF உள்ளது.
months-good-clients-without-tax-id = விலைப்பட்டியல் பெற்ற எல்லா வாடிக்கையாளருக்கும் வரி எண் உள்ளது.
months-check-unallocated-payments = { $count ->
    [one] { $count } செலுத்துகை எந்த விலைப்பட்டியலுடனும் சேர்க்கப்படவில்லை.
   *[other] { $count } செலுத்துகைகள் எந்த விலைப்பட்டியலுடனும் சேர்க்கப்படவில்லை.
}
months-check-number-gaps = { $count ->
    [one] { $count } எண் விடுபட்டுள்ளது.
   *[other] { $count } எண்கள் விடுபட்டுள்ளன.
}
months-check-unsent-invoices = { $count ->
    [one] { $count } விலைப்பட்டியல் அல்லது வரவுக் குறிப்பு அனுப்பப்படவில்லை.
   *[other] { $count } விலைப்பட்டியல்கள் அல்லது வரவுக் குறிப்புகள் அனுப்பப்படவில்லை.
}
months-check-pdfs-missing = { $count ->
    [one] { $count } விலைப்பட்டியல் அல்லது வரவுக் குறிப்புக்கு இன்னும் PDF இல்லை.
   *[other] { $count } விலைப்பட்டியல்கள் அல்லது வரவுக் குறிப்புகளுக்கு இன்னும் PDF இல்லை.
}
months-check-clients-without-tax-id = { $count ->
    [one] விலைப்பட்டியல் பெற்ற { $count } வாடிக்கையாளருக்கு வரி எண் இல்லை.
   *[other] விலைப்பட்டியல் பெற்ற { $count } வாடிக்கையாளர்களுக்கு வரி எண் இல்லை.
}
months-pack = தொகுப்பு
months-clear = செய்ய எதுவும் மீதமில்லை. மாதத்தை முடிக்கலாம்.
months-no-client = வாடிக்கையாளர் இன்னும் இல்லை
months-more = மேலும் { $count }
months-good-old-drafts = இந்த மாதத்தின் வரைவு எதுவும் காத்திருக்கவில்லை.
months-check-old-drafts = { $count ->
    [one] இந்த மாதத்தின் அல்லது அதற்கு முந்தைய { $count } வரைவு வெளியிடப்படவில்லை.
   *[other] இந்த மாதத்தின் அல்லது அதற்கு முந்தைய { $count } வரைவுகள் வெளியிடப்படவில்லை.
}
months-pack-holds = தொகுப்பு ஒரே ZIP கோப்பு: எல்லா PDF கோப்புகள், விலைப்பட்டியல்களும் செலுத்துகைகளும் CSV ஆகவும் Excel ஆகவும், beancount, ledger, QuickBooks, Xero ஆகியவற்றுக்கான கோப்புகள், மொத்தங்களும் ஹாஷ்களும் கொண்ட ஓர் அட்டவணை.
months-datev = DATEV கோப்புடன்
months-datev-hint = ஜெர்மனி அல்லது ஆஸ்திரியாவிலுள்ள வரி ஆலோசகருக்கு; இந்த எண்கள் அவருக்குத் தெரியும். அங்குள்ள நிறுவனத்துக்கு இந்தக் கோப்பு எப்படியும் கிடைக்கும்; எண்கள் தராவிட்டால் வழக்கமானவை இருக்கும்.
months-datev-adviser = ஆலோசகரின் எண்
months-datev-business = நிறுவனத்தின் எண்
months-datev-chart = கணக்குகளின் பட்டியல்
months-datev-year = ஆண்டு தொடங்கும் மாதம்
months-datev-range = { $lowest } முதல் { $highest } வரையிலான முழு எண்.
