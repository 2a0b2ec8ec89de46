# Clients and their contacts.

clients-client = வாடிக்கையாளர்
clients-filter = இந்த வாடிக்கையாளர் மட்டும்
clients-new = புதிய வாடிக்கையாளர்
clients-add = வாடிக்கையாளரைச் சேர்
clients-add-named = புதிய வாடிக்கையாளராகச் சேர்: “{ $name }”
clients-search = வாடிக்கையாளர்களைத் தேடு
clients-show-all = எல்லா வாடிக்கையாளர்களையும் காட்டு
clients-empty = இன்னும் வாடிக்கையாளர்கள் இல்லை. முதல்வரைச் சேர்த்தால் விலைப்பட்டியல்களும் செய்திகளும் தொடங்கும்.
clients-none-found = பொருந்தும் வாடிக்கையாளர் இல்லை: “{ $words }”.
clients-name = பெயர்
clients-contact = தொடர்பு
clients-owes = நிலுவை
clients-owed = { $invoices ->
    [one] நிலுவை ({ $invoices } விலைப்பட்டியல்)
   *[other] நிலுவை ({ $invoices } விலைப்பட்டியல்கள்)
}
clients-late = { $invoices ->
    [one] { $amount } தாமதம் ({ $invoices } விலைப்பட்டியல்)
   *[other] { $amount } தாமதம் ({ $invoices } விலைப்பட்டியல்கள்)
}
clients-owes-nothing = நிலுவை எதுவும் இல்லை
clients-in-credit = வரவில்
clients-amount-in-credit = { $amount } வரவு
clients-record = இந்த வாடிக்கையாளரின் பதிவுகள்
clients-tab-invoices = விலைப்பட்டியல்கள்
clients-tab-documents = ஆவணங்கள்
clients-tab-threads = செய்திகள்
clients-tab-activity = செயல்பாடு
clients-new-invoice = புதிய விலைப்பட்டியல்
clients-no-invoices = இந்த வாடிக்கையாளருக்கு இன்னும் விலைப்பட்டியல் இல்லை.
clients-no-documents = இந்த வாடிக்கையாளருடன் இன்னும் எதுவும் பகிரப்படவில்லை.
clients-share-document = ஆவணத்தைப் பகிர்
clients-document-shared = பகிரப்பட்டது
clients-document-private = நமக்கு மட்டும்
clients-no-threads = இந்த வாடிக்கையாளருடன் இன்னும் செய்திகள் இல்லை.
clients-write = செய்தி எழுது
clients-particulars = விவரங்கள்
clients-language = விலைப்பட்டியல், மின்னஞ்சல் மொழி
clients-language-hint = இந்த வாடிக்கையாளர் பெறுவது இம்மொழியில் இருக்கும்.
clients-terms = செலுத்த அவகாசம் (நாட்கள்)
clients-terms-hint = { $days ->
    [one] காலி: மற்றவர்களைப் போல { $days } நாள்
   *[other] காலி: மற்றவர்களைப் போல { $days } நாட்கள்
}

clients-contacts = தொடர்புகள்
clients-no-contacts = எழுத இன்னும் யாரும் இல்லை.
clients-contact-number = தொடர்பு { $number }
clients-another-contact = இன்னொரு தொடர்பு
clients-add-contact = தொடர்பைச் சேர்
clients-contact-edit = தொடர்பைத் திருத்து
clients-edit-contact = திருத்து: { $name }
clients-remove-contact = நீக்கு: { $name }
clients-contact-language = மின்னஞ்சல் மொழி
clients-as-the-client = வாடிக்கையாளரைப் போல
clients-gets-invoices = விலைப்பட்டியல்களை மின்னஞ்சலில் பெறுவார்
clients-has-sign-in = உள்நுழைவு உண்டு
clients-contact-removed = { $name } இனி தொடர்பு அல்ல.
clients-remove = நீக்கு
clients-remove-title = நீக்கவா: { $name }?
clients-remove-text = இனி அவருக்கு மின்னஞ்சல் செல்லாது. விலைப்பட்டியல்களும் செய்திகளும் அப்படியே இருக்கும்.
clients-remove-signed-in = இனி அவருக்கு மின்னஞ்சல் செல்லாது; அவரால் உள்நுழையவும் முடியாது. விலைப்பட்டியல்களும் செய்திகளும் அப்படியே இருக்கும்.
clients-invite = அழை
clients-invite-title = அழைப்பு: { $name }
clients-invite-text = { $name } க்கு { $email } முகவரியில் இணைப்பு செல்லும். கடவுச்சொல்லைத் தேர்ந்தபின் இந்த வாடிக்கையாளரின் விலைப்பட்டியல்கள், பகிர்ந்த ஆவணங்கள், செய்திகளைப் பார்ப்பார். வேறு எதுவும் இல்லை.
clients-invite-mailed = அழைப்பு செல்கிறது: { $email }.
clients-invite-copy = மின்னஞ்சல் சேவையகம் அமைக்கப்படவில்லை. இணைப்பை நகலெடுத்து நீங்களே { $name } க்குக் கொடுங்கள்; ஒரு முறை மட்டுமே திறக்கும்.
clients-invite-link = அழைப்பு இணைப்பு
clients-note = தனிக் குறிப்பு
clients-note-hint = இதை உங்கள் நிறுவனம் மட்டுமே பார்க்கும்; வாடிக்கையாளர் ஒருபோதும் பார்க்கமாட்டார்.
