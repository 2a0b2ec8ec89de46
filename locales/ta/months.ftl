# மாத இறுதி, கணக்குப் புத்தகங்களுக்காக.

months-month = மாதம்
months-range = { $from } முதல் { $to } வரை
months-save-pack = மாதத் தொகுப்பைச் சேமி
months-packing = மாதத் தொகுப்பு தயாராகிறது …
months-saved = { $name } என்று சேமிக்கப்பட்டது.
months-totals = மொத்தங்கள்
months-empty = { $month } மாதத்தில் விலைப்பட்டியலோ செலுத்துகையோ இல்லை.
months-invoices = { $count ->
    [one] { $count } விலைப்பட்டியல்
   *[other] { $count } விலைப்பட்டியல்கள்
}
months-taxable = வரி இல்லாமல்
months-tax = வரி
months-payments = { $count ->
    [one] { $count } செலுத்துகை
   *[other] { $count } செலுத்துகைகள்
}
months-checklist = மாதத்தை முடிக்கும் முன்
months-look = பார்
months-good-unallocated-payments = எல்லாச் செலுத்துகைகளும் விலைப்பட்டியலுடன் சேர்க்கப்பட்டுள்ளன.
months-good-number-gaps = விலைப்பட்டியல் எண்களில் இடைவெளி இல்லை.
months-good-unsent-invoices = எல்லா விலைப்பட்டியல்களும் வாடிக்கையாளரை அடைந்தன.
months-good-pdfs-missing = எல்லா விலைப்பட்டியல்களுக்கும் PDF உள்ளது.
months-good-clients-without-tax-id = விலைப்பட்டியல் பெற்ற எல்லா வாடிக்கையாளருக்கும் வரி எண் உள்ளது.
months-check-unallocated-payments = { $count ->
    [one] { $count } செலுத்துகை எந்த விலைப்பட்டியலுடனும் சேர்க்கப்படவில்லை.
   *[other] { $count } செலுத்துகைகள் எந்த விலைப்பட்டியலுடனும் சேர்க்கப்படவில்லை.
}
months-check-number-gaps = { $count ->
    [one] { $count } விலைப்பட்டியல் எண் விடுபட்டுள்ளது.
   *[other] { $count } விலைப்பட்டியல் எண்கள் விடுபட்டுள்ளன.
}
months-check-unsent-invoices = { $count ->
    [one] { $count } விலைப்பட்டியல் அனுப்பப்படவில்லை.
   *[other] { $count } விலைப்பட்டியல்கள் அனுப்பப்படவில்லை.
}
months-check-pdfs-missing = { $count ->
    [one] { $count } விலைப்பட்டியலுக்கு இன்னும் PDF இல்லை.
   *[other] { $count } விலைப்பட்டியல்களுக்கு இன்னும் PDF இல்லை.
}
months-check-clients-without-tax-id = { $count ->
    [one] விலைப்பட்டியல் பெற்ற { $count } வாடிக்கையாளருக்கு வரி எண் இல்லை.
   *[other] விலைப்பட்டியல் பெற்ற { $count } வாடிக்கையாளர்களுக்கு வரி எண் இல்லை.
}
months-pack-holds = தொகுப்பு ஒரே ZIP கோப்பு: எல்லா PDF கோப்புகள், விலைப்பட்டியல்கள், செலுத்துகைகளின் CSV பட்டியல்கள், மொத்தங்களும் ஹாஷ்களும் கொண்ட ஓர் அட்டவணை.
