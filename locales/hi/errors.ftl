# What went wrong, what is safe, and one next step.

error-unknown = कुछ काम नहीं हुआ ({ $code })। आपका सहेजा हुआ सब सुरक्षित है। फिर कोशिश करें, या नीचे का कोड हमें भेजें।
error-screen-not-loaded = यह स्क्रीन नहीं खुल पाई। आपका सहेजा हुआ सुरक्षित है। पेज फिर से खोलें।
error-copy-code = गड़बड़ी का कोड कॉपी करें
error-code-copied = कोड कॉपी हो गया

problem-internal = Folio के अंदर कोई गड़बड़ी हुई। आपका सहेजा हुआ सब सुरक्षित है। फिर कोशिश करें; दोबारा हो तो कोड कॉपी करके मदद माँगें।
problem-offline = सर्वर से संपर्क नहीं हो पाया। जो सहेजा गया था वह सुरक्षित है। कनेक्शन जाँचकर फिर कोशिश करें।
problem-signed-out = आप साइन आउट हो चुके हैं। आगे बढ़ने के लिए फिर साइन इन करें।
problem-wrong-sign-in = ई-मेल पता या पासवर्ड गलत है। दोनों जाँचकर फिर कोशिश करें।
problem-too-many-tries = बहुत बार कोशिश हो चुकी है। कुछ मिनट रुककर फिर कोशिश करें।
problem-password-too-short = पासवर्ड बहुत छोटा है। कम से कम दस अक्षर रखें; कुछ शब्द मिलाकर लिखना अच्छा है।
problem-link-used = यह लिंक पहले ही इस्तेमाल हो चुका है। नया लिंक माँगें।
problem-link-expired = इस लिंक की अवधि खत्म हो गई है। नया लिंक माँगें।
problem-too-old = यह ऐप सर्वर के लिए बहुत पुराना है। आपका काम यहाँ सुरक्षित है। आगे बढ़ने के लिए ऐप अपडेट करें।
problem-purged = आपकी पहुँच बंद कर दी गई है और रिकॉर्ड इस कंप्यूटर से हटा दिए गए हैं। व्यवसाय के मालिक से पूछें।
problem-purged-kept = आपकी पहुँच बंद कर दी गई है और रिकॉर्ड इस कंप्यूटर से हटा दिए गए हैं। जो सर्वर तक नहीं पहुँचा था, वह सीलबंद रखा है (बदलाव: { $changes }, फ़ाइलें: { $files }): { $path }। यह फ़ाइल व्यवसाय के मालिक को दें; वही इसे खोल सकते हैं।
problem-no-keyring = आपके रिकॉर्ड की चाबी रखने के लिए इस कंप्यूटर पर कोई कीरिंग नहीं है, इसलिए कुछ भी नहीं सहेजा गया। GNOME Keyring या KWallet लगाकर Folio फिर शुरू करें।
problem-keyring-locked = इस कंप्यूटर की कीरिंग बंद है। उसे खोलकर फिर कोशिश करें; कुछ भी नहीं सहेजा गया।
problem-desktop-only = यह काम कंप्यूटर के Folio ऐप में होता है, ब्राउज़र में नहीं।
problem-bad-request = सर्वर यह अनुरोध समझ नहीं पाया। कुछ नहीं बदला। ऐप अपडेट करके फिर कोशिश करें।
problem-body-too-large = यह एक बार में भेजने के लिए बहुत बड़ा है। कुछ नहीं बदला। छोटे हिस्सों में भेजें।
problem-mutation-reused = यह बदलाव पहले किसी और रूप में भेजा जा चुका है। कुछ भी दो बार नहीं बदला। स्क्रीन फिर खोलकर बदलाव दोहराएँ।
problem-bad-server-address = इस पते पर कोई Folio सर्वर नहीं है। पता जाँचें; वह folio.example.org जैसा होता है।
problem-bad-recovery-code = यह इस बैकअप का रिकवरी कोड नहीं है। छपे हुए पन्ने से मिलाकर देखें।
problem-bad-backup = यह फ़ाइल न Folio का बैकअप है, न पूरा निर्यात, या यह खराब है। कुछ नहीं बदला। दूसरी फ़ाइल चुनें।
problem-code-needed = यह बैकअप है: इसे केवल इसका रिकवरी कोड खोलता है। कुछ नहीं बदला। “बैकअप” चुनें और कोड लिखें।
problem-not-whole = यह फ़ाइल वापस नहीं लाई जा सकती, और कुछ नहीं बदला। दूसरी फ़ाइल चुनें। यह मिला: { $found }
problem-home-not-empty = इस कंप्यूटर पर पहले से एक व्यवसाय है। बैकअप केवल खाली जगह पर वापस लाया जा सकता है।
problem-no-einvoice = इस बिल का ई-बिल नहीं है।
problem-pdf-not-ready = PDF अभी बन रहा है। थोड़ी देर में फिर कोशिश करें।
problem-file-not-ready = फ़ाइल अभी पूरी नहीं पहुँची है। थोड़ी देर में फिर कोशिश करें।
problem-file-hash = फ़ाइल रास्ते में बदल गई, इसलिए नहीं रखी गई। फिर से भेजें।
problem-import-unreadable = यह फ़ाइल दूसरे टूल के निर्यात के रूप में पढ़ी नहीं जा सकी। कुछ आयात नहीं हुआ। उसे CSV के रूप में फिर निर्यात करें।
problem-cancelled = आपने इसे रोक दिया। कुछ नहीं बदला।
problem-too-late-to-undo = यह पहले ही भेजा जा चुका है और अब यहाँ वापस नहीं लिया जा सकता। और कुछ नहीं बदला।
problem-file-not-saved = फ़ाइल वहाँ सहेजी नहीं जा सकी। कुछ नहीं लिखा गया। दूसरा फ़ोल्डर चुनकर फिर कोशिश करें।
problem-browser-only = यह लिंक ब्राउज़र में खुलता है। इसे वहाँ चिपकाएँ।
problem-backup-under-way = इस व्यवसाय का एक बैकअप पहले से बन रहा है। उसके पूरा होने तक रुकें, फिर कोशिश करें।
problem-saves-under-way = इस व्यवसाय की कई फ़ाइलें पहले से बन रही हैं। किसी एक के पूरा होने तक रुकें, फिर कोशिश करें।

refused-not-found = यह अब मौजूद नहीं है, या आपके देखने के लिए नहीं है।
refused-forbidden = आपकी भूमिका में इसकी अनुमति नहीं है। व्यवसाय के मालिक से पूछें।
refused-id-taken = यह पहले ही सहेजा जा चुका है। देखने के लिए सूची फिर से खोलें।
refused-empty = “{ $field }” खाली है। भरकर फिर सहेजें।
refused-too-long = “{ $field }” बहुत लंबा है: ज़्यादा से ज़्यादा { $max } अक्षर।
refused-out-of-range = “{ $field }” का मान सीमा से बाहर है।
refused-not-an-email = यह ई-मेल पता नहीं है। इसमें @ और डोमेन होना चाहिए।
refused-amount-too-large = यह राशि बिल के लिए बहुत बड़ी है।
refused-mixed-currencies = दो मुद्राएँ जोड़ी नहीं जा सकतीं। पूरे बिल में एक ही मुद्रा रखें।
refused-bad-value = “{ $field }” में यह मान नहीं रखा जा सकता।
refused-unknown-field = Folio का यह संस्करण “{ $field }” को नहीं जानता। ऐप अपडेट करके फिर कोशिश करें।
refused-no-client = पहले ग्राहक चुनें।
refused-no-lines = कम से कम एक पंक्ति जोड़ें।
refused-due-before-issue = भुगतान की आखिरी तारीख बिल की तारीख से पहले है। बाद की तारीख चुनें।
refused-draft-changed = इस बीच किसी ने यह मसौदा बदल दिया। एक बार फिर देखकर जारी करें।
refused-draft-closed = यह मसौदा जारी हो रहा है, या रद्द किया जा चुका है।
refused-series-in-use = इस क्रम से नंबर दिए जा चुके हैं, इसलिए यह पीछे नहीं जा सकता।
refused-bad-pattern = नमूने में नंबर के लिए ठीक एक जगह चाहिए, जैसे 2026-0001।
refused-no-glyph = “{ $field }” का अक्षर “{ $letter }” छापा नहीं जा सकता। उसे बदलकर फिर कोशिश करें।
refused-einvoice-incomplete = इस ग्राहक का ई-बिल पूरा नहीं है। जो बाकी है, वह मसौदे में लिखा है।
refused-over-allocated = जितना भुगतान हुआ उससे ज़्यादा बिलों में बाँटा गया है। कोई राशि कम करें।
refused-over-paid = यह बिल { $number } की बाकी राशि से ज़्यादा है।
refused-credit-of-credit = यह खुद एक क्रेडिट नोट है। क्रेडिट सिर्फ़ बिल का हो सकता है।
refused-nothing-to-credit = बिल { $number } में क्रेडिट करने को कुछ बाकी नहीं।
refused-credits-nothing = क्रेडिट नोट में कुछ लौटाया जाना चाहिए। राशि वाली कम से कम एक पंक्ति रहने दें।
refused-below-nothing = कुल राशि शून्य से कम है। जो लौटाना है, वह क्रेडिट नोट में लिखा जाता है: वह बिल खोलें जिसका यह है, और उसे क्रेडिट करें।
refused-over-credited = यह बिल { $number } की बची राशि से ज़्यादा है। मसौदा सुरक्षित है: पंक्तियाँ हटाएँ या मात्रा घटाएँ।
refused-over-credited-tax = { $tax } { $percent } % में यह बिल { $number } के बचे कर से ज़्यादा है। मसौदा सुरक्षित है: इस कर वाली पंक्तियाँ घटाएँ।
refused-credit-fixed = क्रेडिट नोट में ग्राहक, मुद्रा और कीमत का प्रकार उसके बिल वाला ही रहता है।
refused-credit-before-invoice = क्रेडिट नोट की तारीख उसके बिल से पहले की नहीं हो सकती। सबसे पहली तारीख { $earliest } है।
refused-over-set-off = यह इस क्रेडिट नोट की बची राशि से ज़्यादा है।
refused-same-pattern = बिल और क्रेडिट नोट के नमूने अलग होने चाहिए, वरना उनके नंबर पहचाने नहीं जाएँगे।
refused-not-positive = राशि शून्य से ज़्यादा होनी चाहिए।
refused-cannot-reverse = यह भुगतान पहले ही उलटा जा चुका है।
refused-other-client = यह बिल किसी दूसरे ग्राहक का है।
refused-last-owner = आखिरी मालिक हट नहीं सकते। पहले किसी और को मालिक बनाएँ।
refused-undone = इसे समय रहते वापस ले लिया गया। न कुछ जारी हुआ, न कुछ भेजा गया।
refused-already-imported = यह फ़ाइल पहले आयात हो चुकी है। दोबारा कुछ नहीं जोड़ा गया।
refused-import-meanwhile = इस बीच कोई दूसरा आयात हुआ या वापस लिया गया। कुछ नहीं जोड़ा गया। एक बार फिर देखें कि क्या आएगा, फिर ले आएँ।
refused-import-not-kept = यह आयात तब का है जब Folio यह नहीं रखता था कि आयात से क्या आया। इसे पूरा वापस नहीं लिया जा सकता। कुछ नहीं हटाया गया।
refused-import-touched = { $what ->
    [edited] इस आयात के बाद “{ $label }” बदला या हटाया गया।
    [added] “{ $label }” में अब इस आयात से अधिक है: कोई मसौदा, भुगतान, संदेश, दस्तावेज़, टिप्पणी या साइन-इन।
    [paid] इस आयात के बाद बिल { $label } पर कोई भुगतान लगाया गया।
    [reversed] इस आयात के बाद { $label } का भुगतान उलटा गया।
    [viewed] ग्राहक ने बिल { $label } देख लिया है।
    [sent] बिल { $label } भेजा गया है।
    [discussed] बिल { $label } के बारे में संदेश है।
    [credited] कोई दूसरा बिल { $label } को वापस लेता है।
    [linked] “{ $label }” का लिंक दिया जा चुका है और खुल सकता है। पहले उसे बंद करें।
    [numbered] आपके अपने बिल संख्या { $label } छोड़कर आगे बढ़ चुके हैं; इसके बिना क्रम टूट जाएगा।
   *[other] इस आयात से जो आया, वह बाद में काम में लिया गया।
} { $rest ->
    [some] और { $more } अन्य।
   *[none] { "" }
} यह आयात वापस नहीं लिया जा सकता। कुछ नहीं हटाया गया।
refused-file-too-large = फ़ाइल बहुत बड़ी है। सीमा { $max } है।
refused-logo-kind = यह न PNG है, न JPEG, न SVG। आपका लोगो नहीं बदला गया। इनमें से किसी एक प्रकार की फ़ाइल चुनें।
refused-logo-broken = यह चित्र पढ़ा नहीं जा सका: हो सकता है यह ख़राब, ख़ाली या बहुत बड़ा हो। आपका लोगो नहीं बदला गया। इसे किसी दूसरे प्रोग्राम में फिर से सहेजें या दूसरी फ़ाइल चुनें।
refused-logo-colours = यह JPEG छापाख़ाने के रंगों (CMYK) में है। आपका लोगो नहीं बदला गया। इसे RGB या PNG के रूप में सहेजकर फिर चुनें।
refused-logo-text = इस SVG में पाठ या चित्र हैं, जो हर कंप्यूटर पर अलग दिखेंगे। आपका लोगो नहीं बदला गया। पाठ को आउटलाइन में बदलें या इसे PNG के रूप में सहेजें।
refused-number-taken = नंबर { $number } और उसके बाद वाले पहले से दूसरे बिलों के हैं। कुछ जारी नहीं हुआ। सेटिंग में दूसरा नमूना चुनें और फिर जारी करें।
refused-too-far-ahead = बिल की तारीख एक साल से ज़्यादा आगे की नहीं हो सकती। कुछ जारी नहीं हुआ। बिल की तारीख जाँचें।
refused-too-many = एक बार में इतना नहीं हो सकता। सीमा { $max } है।

field-name = नाम
field-email = ई-मेल पता
field-phone = फ़ोन नंबर
field-address = पता
field-description = विवरण
field-quantity = मात्रा
field-unit-price = दर
field-tax-rate = कर की दर
field-discount = छूट
field-currency = मुद्रा
field-issue-date = बिल की तारीख
field-due-date = भुगतान की आखिरी तारीख
field-number = नंबर
field-amount = राशि
field-note = टिप्पणी
field-subject = विषय
field-body = संदेश
field-reference = संदर्भ
field-first-name = पहला नाम
field-last-name = उपनाम
field-title = शीर्षक
field-text = पाठ
field-file-name = फ़ाइल का नाम
field-pattern = नंबर का नमूना
field-next = अगला नंबर
field-country = देश
field-street = गली और मकान
field-postal-code = पिन कोड
field-city = शहर
field-region = राज्य
field-tax-id = कर नंबर
field-tax-name = कर का नाम
field-taxes = कर
field-hours = खुलने का समय
field-time-zone = समय क्षेत्र
field-invoice-note = बिलों पर टिप्पणी
field-payment-terms-days = भुगतान के दिन
field-client-number = ग्राहक संख्या
field-delivered-on = डिलीवरी की तारीख
field-template = ढाँचा
field-accent = रंग
field-sheet = काग़ज़
field-logo = लोगो
field-choice = ई-बिल का रूप
field-endpoint = इलेक्ट्रॉनिक पता
field-buyer-reference = ग्राहक का माँगा संदर्भ
field-exemption-reason = कर-मुक्त पंक्तियों पर कर क्यों नहीं
field-reason = कारण
field-unit = इकाई
field-billing = ग्राहक, मुद्रा और कर का ढंग
field-language = भाषा
field-gets-invoices = बिल पाते हैं
field-allocation = बिल के लिए राशि
field-bank = बैंक विवरण
