# डेटा के रूप में मिले बिल।

bills-open-another = दूसरा खोलें
bills-summary = आपको मिला ई-बिल खोलकर दिखाता है कि उसमें क्या लिखा है। कुछ भी सहेजा नहीं जाता।
bills-read-only = केवल दिखाया गया है, सहेजा नहीं गया।
bills-drop = बिल यहाँ छोड़ें
bills-hint = XML (UBL, CII, XRechnung, Peppol), या भीतर XML वाली PDF (Factur-X, ZUGFeRD)।
bills-reading = बिल पढ़ा जा रहा है …
bills-valid = { $form } के सभी नियमों के अनुसार है।
bills-valid-remarks = { $count ->
    [one] फिर भी पाने वाला इसे { $count } कारण से लौटा सकता है; नीचे देखें।
   *[other] फिर भी पाने वाला इसे { $count } कारणों से लौटा सकता है; नीचे देखें।
}
bills-breaks = { $count ->
    [one] { $form } का { $count } नियम टूटता है।
   *[other] { $form } के { $count } नियम टूटते हैं।
}
bills-breaks-note = इसे पढ़ा जा सकता है और जैसा है वैसा ही दिखाया गया है। भुगतान या लेखा करने से पहले भेजने वाले से सही बिल माँगें।
bills-unreadable = यह ऐसा बिल नहीं है जिसे पढ़ा जा सके।
bills-file-inside = { $file }, उसके भीतर की फ़ाइल { $inside }
bills-content = बिल में क्या लिखा है
bills-invoice = बिल
bills-credit-note = क्रेडिट नोट
bills-no-number = संख्या नहीं है
bills-due = देय राशि
bills-credited = लौटाई गई राशि
bills-seller = भेजने वाला
bills-buyer = पाने वाला
bills-period = अवधि
bills-your-reference = आपका संदर्भ
bills-no-lines = बिल में पंक्तियाँ नहीं हैं, केवल जोड़ हैं।
bills-all-lines = सभी { $count } पंक्तियाँ दिखाएँ
bills-article = वस्तु संख्या { $number }
bills-price-for = { $quantity } के लिए { $price }
bills-charge = अतिरिक्त शुल्क: { $amount } { $reason }
bills-allowance = छूट: { $amount } { $reason }
bills-charge-of-whole = अतिरिक्त शुल्क
bills-allowance-of-whole = छूट
bills-lines-total = पंक्तियों का जोड़
bills-without-tax = कर के बिना
bills-with-tax = कर सहित
bills-tax-on = { $base } पर { $tax }
bills-paid = पहले ही चुकाया गया
bills-rounding = पूर्णांकन
bills-payment = भुगतान कैसे करें
bills-no-payment = बिल में नहीं लिखा है कि भुगतान कैसे करें।
bills-pay-by = तरीका
bills-payee = राशि पाने वाला
bills-account = खाता
bills-account-name = खाताधारक
bills-bank = बैंक
bills-pay-reference = भुगतान के साथ लिखें
bills-mandate = मैंडेट
bills-debited = जिस खाते से कटेगा
bills-card = कार्ड
bills-terms = शर्तें
bills-attachments = संलग्न फ़ाइलें
bills-save-file = { $name } सहेजें
bills-broken-rules = क्या गलत है
bills-remarks = पाने वाला क्या लौटा सकता है
bills-remarks-note = ये ऐसी विशिष्टता के नियम हैं जो EN 16931 से अधिक माँगती है।

bills-reference-invoice = किस बिल के बारे में
bills-reference-order = ऑर्डर
bills-reference-sales-order = विक्रय ऑर्डर
bills-reference-contract = अनुबंध
bills-reference-project = परियोजना
bills-reference-delivery = सुपुर्दगी पत्र

bills-unit-hours = घंटे
bills-unit-days = दिन
bills-unit-months = महीने
bills-unit-years = वर्ष
bills-unit-minutes = मिनट
bills-unit-kilograms = किग्रा
bills-unit-metres = मी
bills-unit-kilometres = किमी
bills-unit-square-metres = वर्ग मी
bills-unit-litres = लीटर
bills-unit-kilowatt-hours = kWh
bills-unit-code = ({ $code })

bills-tax-standard = VAT
bills-tax-zero = शून्य दर
bills-tax-exempt = कर-मुक्त
bills-tax-reverse-charge = रिवर्स चार्ज: कर खरीदार देता है
bills-tax-intra-community = यूरोपीय संघ के भीतर आपूर्ति
bills-tax-export = निर्यात
bills-tax-out-of-scope = VAT के दायरे से बाहर
bills-tax-canary-islands = IGIC (कैनरी द्वीप)
bills-tax-ceuta = IPSI (सेउटा और मेलिया)
bills-tax-other = कर “{ $code }”

bills-pay-cash = नकद
bills-pay-cheque = चेक
bills-pay-transfer = बैंक ट्रांसफ़र
bills-pay-direct-debit = डायरेक्ट डेबिट
bills-pay-card = कार्ड
bills-pay-standing = जैसा तय हुआ
bills-pay-clearing = दूसरे बिलों से समायोजन

bills-at-seller = विक्रेता
bills-at-buyer = खरीदार
bills-at-payment = भुगतान
bills-at-taxes = कर
bills-at-totals = जोड़
bills-at-reductions = छूट और शुल्क
bills-at-delivery = सुपुर्दगी
bills-at-attachments = संलग्न फ़ाइलें
bills-at-line = पंक्ति { $line }

bills-rule-head = बिल की संख्या, तारीख, प्रकार या मुद्रा नहीं है या अज्ञात है।
bills-rule-seller = विक्रेता की कोई जानकारी नहीं है।
bills-rule-buyer = खरीदार की कोई जानकारी नहीं है।
bills-rule-line = कोई पंक्ति अधूरी है।
bills-rule-reduction = किसी छूट या शुल्क की राशि, कर या कारण नहीं है।
bills-rule-sum-missing = कोई जोड़ नहीं लिखा है।
bills-rule-sums = राशियों का जोड़ मेल नहीं खाता।
bills-rule-period = कोई अवधि शुरू होने से पहले खत्म होती है, या उसकी तारीखें नहीं हैं।
bills-rule-payment = भुगतान की जानकारी अधूरी है।
bills-rule-reference = किसी दूसरे दस्तावेज़ का संदर्भ, या खरीदार का माँगा हुआ संदर्भ नहीं है।
bills-rule-tax-number = कोई VAT संख्या अपने देश के कोड से शुरू नहीं होती।
bills-rule-tax = करों की जानकारी अधूरी है या आपस में मेल नहीं खाती।
bills-rule-delivery = सुपुर्दगी की तारीख या देश नहीं है।
bills-rule-date = कोई तारीख वैसे नहीं लिखी है जैसे प्रारूप माँगता है।
bills-rule-decimals = किसी राशि में दशमलव के बाद दो से अधिक अंक हैं।
bills-rule-code = कोई कोड किसी आधिकारिक सूची में नहीं है।
bills-rule-structure = कुछ नहीं है, दो बार है, या ऐसी जगह है जहाँ प्रारूप उसे नहीं मानता।
bills-rule-narrowed = इस विशिष्टता का एक और नियम टूटता है।
bills-rule-other = प्रारूप का एक नियम टूटता है।

bills-unreadable-empty = फ़ाइल खाली है।
bills-unreadable-large = यह { $max } MB से बड़ी है; इससे बड़ी फ़ाइल नहीं पढ़ी जाती।
bills-unreadable-letters = इसके अक्षर उस एन्कोडिंग में नहीं हैं जो इसमें लिखी है। भेजने वाले से फिर से माँगें।
bills-unreadable-odd = पंक्ति { $line } में ऐसा कुछ है जिसकी किसी बिल को ज़रूरत नहीं, इसलिए आगे नहीं पढ़ा गया।
bills-unreadable-text = यह न PDF है, न पूरा XML; पंक्ति { $line } अधूरी है या कुछ और है।
bills-unreadable-old = यह ZUGFeRD 1.0 में है, जो पुराना प्रारूप है और अब नहीं चलता। भेजने वाले से नए प्रारूप में माँगें।
bills-unreadable-other = यह XML है, पर बिल नहीं: इसकी शुरुआत “{ $root }” से होती है।
bills-unreadable-pdf-none = इस PDF के भीतर ई-बिल नहीं है। यह केवल पढ़ने और छापने के लिए है।
bills-unreadable-pdf = यह PDF खराब या बंद है।
