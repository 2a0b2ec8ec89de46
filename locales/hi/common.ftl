# Words that many screens share.

product = Folio
window-title = { $screen } – Folio

language = भाषा
language-en = English
language-hi = हिन्दी
language-ta = தமிழ்
language-eo = Esperanto
theme = रूप
theme-system = सिस्टम जैसा
theme-light = हल्का
theme-dark = गहरा

role-owner = मालिक
role-staff = कर्मचारी
role-bookkeeper = लेखाकार
role-client = ग्राहक

action-cancel = रहने दें
action-close = बंद करें
action-dismiss = छिपाएँ
action-save = सहेजें
action-delete = मिटाएँ
action-edit = बदलें
action-undo = वापस लें
action-copy = कॉपी करें
action-print = छापें
action-download = डाउनलोड करें
action-send = भेजें
action-back = पीछे
action-next = आगे
action-try-again = फिर कोशिश करें
action-sign-out = साइन आउट करें
action-more = और

field-optional = ज़रूरी नहीं
decimal-not-a-number = यह कोई संख्या नहीं है।
decimal-too-fine = { $decimals ->
    [0] यहाँ केवल पूरी संख्या लिखें।
    [one] दशमलव के बाद ज़्यादा से ज़्यादा एक अंक।
   *[other] दशमलव के बाद ज़्यादा से ज़्यादा { $decimals } अंक।
}
date-choose = तारीख चुनें
date-hint = जैसे +14, यानी आज से दो हफ़्ते बाद
date-not-a-date = “{ $typed }” कोई तारीख नहीं है।
date-month-before = पिछला महीना
date-month-after = अगला महीना
combobox-none = कुछ नहीं मिला। कम अक्षर लिखकर देखें।
file-choose = फ़ाइल चुनें
loading = खुल रहा है
toasts = संदेश
progress-count = { $of } में से { $done }
needs-desktop = यह काम आपके कंप्यूटर पर Folio ऐप में होता है।
needs-browser = यह काम ब्राउज़र में होता है।
saves-making = “{ $name }” बन रही है …
saves-arriving = “{ $name }” आ रही है …
saves-waiting = “{ $name }”: सर्वर तक पहुँच नहीं है। पहुँचते ही काम अपने आप आगे बढ़ेगा।
saves-taken = “{ $name }” ब्राउज़र के डाउनलोड में है।
saves-ready = “{ $name }” तैयार है।
saves-take = डाउनलोड करें
saves-percent = { $percent }%
saves-done = { $name } नाम से सहेजा गया।
line-times = { $quantity } × { $price }
