# The morning page: who owes, who wrote, what did they look at.

today-drafts = { $drafts ->
    [one] { $drafts } வரைவு
   *[other] { $drafts } வரைவுகள்
}
today-nothing-yet = இன்னும் எதுவும் நடக்கவில்லை. முதல் வாடிக்கையாளரைச் சேர்த்து ஒரு விலைப்பட்டியல் அனுப்புங்கள்.
today-first-client = வாடிக்கையாளரைச் சேர்
today-who-owes = யார் தர வேண்டும்
today-who-wrote = யார் பதிலுக்குக் காத்திருக்கிறார்
today-who-looked = அவர்கள் எதைப் பார்த்தார்கள்
today-open = { $invoices ->
    [one] செலுத்தப்படாத { $invoices } விலைப்பட்டியல்
   *[other] செலுத்தப்படாத { $invoices } விலைப்பட்டியல்கள்
}
today-late = { $invoices ->
    [one] இதில் { $amount } தாமதம் ({ $invoices } விலைப்பட்டியல்)
   *[other] இதில் { $amount } தாமதம் ({ $invoices } விலைப்பட்டியல்கள்)
}
today-in-credit = வாடிக்கையாளர்களுக்கு { $amount } வரவு உள்ளது
today-not-late = தாமதமில்லை
today-all-paid = யாரும் உங்களுக்குத் தர வேண்டியதில்லை. நன்று.
today-nobody-waits = பதிலுக்கு யாரும் காத்திருக்கவில்லை.
today-no-looks = அண்மையில் எந்த வாடிக்கையாளரும் எதையும் பார்க்கவில்லை.
today-wants-a-call = தொலைபேசியில் அழைக்கக் கேட்கிறார்
