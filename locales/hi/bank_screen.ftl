# बैंक विवरणों की स्क्रीन।

bank-summary = बैंक की भेजी फ़ाइलें खोलकर दिखाता है कि क्या आया और क्या गया। कुछ भी सहेजा नहीं जाता।
bank-not-kept = केवल दिखाया गया है, सहेजा नहीं गया: यह स्क्रीन छोड़ते ही भुला दिया जाता है।
bank-close = सब बंद करें
bank-drop = बैंक विवरण यहाँ छोड़ें
bank-drop-more = और विवरण यहाँ छोड़ें
bank-hint = camt.053, MT940, OFX या CSV, जैसा आपका बैंक देता है। कई फ़ाइलें एक साथ खोलें, ताकि जो दो बार आए वह एक ही बार गिना जाए।
bank-reading = विवरण पढ़े जा रहे हैं …
bank-files = { $count ->
    [one] { $count } फ़ाइल
   *[other] { $count } फ़ाइलें
}
bank-file-good = { $count ->
    [one] { $format }, { $count } प्रविष्टि
   *[other] { $format }, { $count } प्रविष्टियाँ
}
bank-file-doubtful = { $count ->
    [one] { $format }, { $count } प्रविष्टि; नीचे लिखा देख लें
   *[other] { $format }, { $count } प्रविष्टियाँ; नीचे लिखा देख लें
}
bank-file-asks-columns = बताएँ कि इसके स्तंभों का अर्थ क्या है।
bank-file-asks-currency = बताएँ कि खाता किस मुद्रा में है।
bank-file-refused = पढ़ी नहीं जा सकी। बाकी फ़ाइलें खुली हैं।
bank-file-repeated = { $count ->
    [one] { $count } पहले की फ़ाइल में थी
   *[other] { $count } पहले की फ़ाइल में थीं
}
bank-columns = स्तंभ
bank-leave-out = { $name } को छोड़ दें
bank-findings = { $count ->
    [one] { $count } टिप्पणी
   *[other] { $count } टिप्पणियाँ
}
bank-findings-all = सभी { $count } दिखाएँ
bank-severity-unread = नहीं पढ़ा गया:
bank-severity-broken = आपस में मेल नहीं:
bank-severity-note = ध्यान दें:
bank-at-line = पंक्ति { $line }
bank-at-line-and-field = पंक्ति { $line }, { $field }

bank-map-note = बताएँ कि किस स्तंभ का क्या अर्थ है। यह इस फ़ाइल के खुले रहने तक ही लागू है, याद नहीं रखा जाता।
bank-map-account = इस तालिका का खाता
bank-map-needs-date = तारीख का स्तंभ नहीं है।
bank-map-needs-amount = राशि का स्तंभ नहीं है, या फिर निकासी और जमा के अलग-अलग स्तंभ चाहिए।
bank-map-amount-twice = या तो राशि का एक स्तंभ, या निकासी और जमा के दो; दोनों नहीं।
bank-map-needs-currency = मुद्रा नहीं बताई गई।
bank-read-so = ऐसे ही पढ़ें
bank-field-booking-date = दर्ज होने की तारीख
bank-field-value-date = मूल्य तिथि
bank-field-amount = राशि (शून्य से कम यानी निकासी)
bank-field-debit = निकासी
bank-field-credit = जमा
bank-field-direction = जमा या निकासी का शब्द
bank-field-currency = मुद्रा
bank-field-account = तालिका का खाता
bank-field-counterparty = किसने दिया या किसे मिला
bank-field-counterparty-account = उनका खाता
bank-field-remittance = किस लिए
bank-field-end-to-end-id = देने वाले की ID
bank-field-bank-reference = बैंक की ID
bank-field-kind = प्रविष्टि का प्रकार
bank-field-balance = पंक्ति के बाद शेष
bank-field-status = दर्ज या केवल अपेक्षित

bank-accounts = खाते
bank-account = खाता
bank-all-accounts = सभी खाते
bank-account-unnamed = बिना संख्या का खाता
bank-opening = पहले
bank-closing = बाद में
bank-not-said = नहीं बताया गया
bank-came = जमा
bank-went = निकासी
bank-too-large = जोड़ने के लिए बहुत बड़ा
bank-adds-up = प्रविष्टियों से अंतिम शेष ठीक बनता है।
bank-adds-not-up = प्रविष्टियों से अंतिम शेष नहीं बनता।
bank-adds-unknown = दोनों शेष न होने से नहीं कहा जा सकता कि प्रविष्टियाँ पूरी हैं या नहीं।
bank-statements = { $count ->
    [one] { $count } विवरण
   *[other] { $count } विवरण
}
bank-entries = { $count ->
    [one] { $count } प्रविष्टि
   *[other] { $count } प्रविष्टियाँ
}
bank-gap-number = { $ended } और { $begins } के बीच विवरण { $number } नहीं है।
bank-gap-numbers = { $ended } और { $begins } के बीच विवरण { $first } से { $last } तक नहीं हैं।
bank-gap-balance = कुछ छूट रहा है: { $ended } को शेष { $closing } है, पर { $begins } की शुरुआत { $opening } से होती है।

bank-entries-title = प्रविष्टियाँ
bank-no-entries = इन विवरणों में कोई प्रविष्टि नहीं है।
bank-none-fit = कोई प्रविष्टि मेल नहीं खाती।
bank-left-out = { $count ->
    [one] { $count } पुरानी प्रविष्टि नहीं दिखाई गई। एक साथ कम फ़ाइलें खोलें।
   *[other] { $count } पुरानी प्रविष्टियाँ नहीं दिखाई गईं। एक साथ कम फ़ाइलें खोलें।
}
bank-direction = दिशा
bank-direction-all = जमा और निकासी
bank-direction-in = जमा
bank-direction-out = निकासी
bank-search = नाम, पाठ, संदर्भ या राशि खोजें
bank-booked-on = दर्ज हुआ
bank-valued-on = मूल्य तिथि
bank-counterparty = कौन
bank-counterparty-account = उनका खाता
bank-counterparty-bank = उनका बैंक
bank-remittance = किस लिए
bank-no-text = कोई पाठ नहीं
bank-reference = संदर्भ
bank-end-to-end = देने वाले की ID
bank-bank-reference = बैंक की ID
bank-own-reference = अपनी ID
bank-kind = प्रविष्टि का प्रकार
bank-stands-in = कहाँ लिखा है
bank-in-file = { $files }, पंक्ति { $line }
bank-mark = टिप्पणी
bank-record = भुगतान दर्ज करें
bank-recorded = दर्ज है
bank-again = { $count } जगह, एक ही बार गिना गया
bank-again-short = { $count }×
bank-pending = केवल अपेक्षित
bank-entry-in = जमा
bank-entry-out = निकासी
bank-takes-back = यह पहले की एक प्रविष्टि को वापस लेती है।
