# Words that many screens share.

product = Folio
window-title = { $screen } – Folio

language = மொழி
language-en = English
language-hi = हिन्दी
language-ta = தமிழ்
language-eo = Esperanto
theme = தோற்றம்
theme-system = கணினியின்படி
theme-light = வெளிர்
theme-dark = இருள்

role-owner = உரிமையாளர்
role-staff = பணியாளர்
role-bookkeeper = கணக்காளர்
role-client = வாடிக்கையாளர்

action-cancel = வேண்டாம்
action-close = மூடு
action-dismiss = மறை
action-save = சேமி
action-delete = அழி
action-edit = திருத்து
action-undo = செயல்தவிர்
action-copy = நகலெடு
action-print = அச்சிடு
action-download = பதிவிறக்கு
action-send = அனுப்பு
action-back = பின் செல்
action-next = அடுத்து
action-try-again = மீண்டும் முயற்சி செய்
action-sign-out = வெளியேறு
action-more = மேலும்

field-optional = கட்டாயமில்லை
decimal-not-a-number = இது ஓர் எண் அல்ல.
decimal-too-fine = { $decimals ->
    [0] இங்கே முழு எண் மட்டுமே.
    [one] தசமப் புள்ளிக்குப் பின் அதிகபட்சம் ஓர் இலக்கம்.
   *[other] தசமப் புள்ளிக்குப் பின் அதிகபட்சம் { $decimals } இலக்கங்கள்.
}
date-choose = தேதியைத் தேர்ந்தெடு
date-hint = எ.கா. +14 என்றால் இன்றிலிருந்து இரண்டு வாரம்
date-not-a-date = “{ $typed }” ஒரு தேதி அல்ல.
date-month-before = முந்தைய மாதம்
date-month-after = அடுத்த மாதம்
combobox-none = எதுவும் பொருந்தவில்லை. குறைவான எழுத்துகளை முயன்று பாருங்கள்.
file-choose = கோப்பைத் தேர்ந்தெடு
loading = திறக்கிறது
toasts = அறிவிப்புகள்
progress-count = { $of } இல் { $done }
needs-desktop = இது உங்கள் கணினியில் உள்ள Folio செயலியில் இயங்கும்.
needs-browser = இது உலாவியில் இயங்கும்.
saves-making = “{ $name }” தயாராகிறது …
saves-arriving = “{ $name }” வந்துகொண்டிருக்கிறது …
saves-waiting = “{ $name }”: சேவையகத்தை அடைய முடியவில்லை. அடைந்ததும் தானாகவே தொடரும்.
saves-taken = “{ $name }” உலாவியின் பதிவிறக்கங்களில் உள்ளது.
saves-ready = “{ $name }” தயார்.
saves-take = பதிவிறக்கு
saves-percent = { $percent }%
saves-done = { $name } என்று சேமிக்கப்பட்டது.
line-times = { $quantity } × { $price }
