# आयात की स्क्रीन; एक-एक पंक्ति के कारण imports.ftl में हैं।

import-screen-summary = पहले के टूल से ग्राहक, बिल और भुगतान। पहले दिखेगा कि क्या आएगा; आपके कहने तक कुछ नहीं बदलता।
import-screen-drop = फ़ाइलें यहाँ छोड़ें
import-screen-hint = एक ही टूल के CSV या XLSX निर्यात, पता-पुस्तिका (.vcf), या आपकी अपनी तालिका। ग्राहक, बिल और भुगतान एक साथ, ताकि वे आपस में जुड़ सकें।
import-screen-tool = फ़ाइलें कहाँ से आई हैं
import-screen-tool-any = फ़ाइलों से पता करें
import-screen-drop-file = { $name } को हटाएँ
import-screen-preview = देखें कि क्या आएगा
import-screen-preview-note = फ़ाइलें केवल पढ़ी जाती हैं। अभी कुछ सहेजा नहीं जाता।
import-screen-reading = फ़ाइलें पढ़ी जा रही हैं …
import-screen-committing = सब कुछ लाया जा रहा है …
import-screen-comes = क्या आएगा
import-screen-done = लाया गया
import-screen-read-as = { $tool } के निर्यात के रूप में पढ़ा गया।
import-screen-nothing = नया कुछ नहीं: यह सब पहले से यहाँ है या स्वीकार नहीं हुआ।
import-screen-clients = { $count ->
    [one] { $count } ग्राहक
   *[other] { $count } ग्राहक
}
import-screen-invoices = { $count ->
    [one] { $count } बिल
   *[other] { $count } बिल
}
import-screen-payments = { $count ->
    [one] { $count } भुगतान
   *[other] { $count } भुगतान
}
import-screen-known = { $count ->
    [one] { $count } रिकॉर्ड पहले से यहाँ है और वैसा ही रहेगा।
   *[other] { $count } रिकॉर्ड पहले से यहाँ हैं और वैसे ही रहेंगे।
}
import-screen-totals = स्रोत से मिलाए गए जोड़
import-screen-source-invoiced = बिल, स्रोत में
import-screen-invoiced = बिल, यहाँ
import-screen-source-balance = बाकी, स्रोत में
import-screen-balance = बाकी, यहाँ
import-screen-paid = भुगतान
import-screen-compared = मिलान
import-screen-same = बराबर
import-screen-differs = अंतर है
import-screen-refused = { $count ->
    [one] { $count } पंक्ति स्वीकार नहीं हुई
   *[other] { $count } पंक्तियाँ स्वीकार नहीं हुईं
}
import-screen-refused-note = ये नहीं आएँगी। फ़ाइल में ठीक करके फिर आयात करें: जो पहले से है, वह दोबारा नहीं जुड़ता।
import-screen-doubtful = { $count ->
    [one] { $count } पंक्ति पर संदेह है
   *[other] { $count } पंक्तियों पर संदेह है
}
import-screen-doubtful-note = ये आएँगी। देख लें कि इन्हें सही समझा गया है या नहीं।
import-screen-show-all = सभी { $count } दिखाएँ
import-screen-commit = सब कुछ ले आएँ
import-screen-more = और फ़ाइलें आयात करें
import-screen-see = बिल देखें

import-made = किए गए आयात
import-made-files = { $tool }: { $files }
import-made-by = { $name }, { $when }
import-made-old = तब किया गया जब यह नहीं रखा जाता था कि आयात से क्या आया: पूरा वापस नहीं लिया जा सकता।
import-undo = यह आयात वापस लें
import-undo-title = { $tool } से किया गया आयात वापस लें?
import-undo-goes = यह सब, और जो कुछ इसके साथ जुड़ा है, हट जाएगा:
import-undo-contacts = { $count ->
    [one] { $count } संपर्क
   *[other] { $count } संपर्क
}
import-undo-sums = { $invoiced } के बिल, { $paid } का भुगतान
import-undo-note = फिर सब कुछ वैसा ही होगा जैसा इस आयात से पहले था। गतिविधि में दर्ज रहेगा कि आयात हुआ और वापस लिया गया। फ़ाइलें फिर से आयात की जा सकती हैं।
import-undo-checking = देखा जा रहा है कि इसे वापस लिया जा सकता है या नहीं …
import-undone = आयात वापस ले लिया गया

import-table-any = कोई भी तालिका (CSV, XLSX)
import-table-note = उन तालिकाओं के लिए जो किसी जाने-पहचाने टूल की नहीं हैं। Folio शीर्षकों से अनुमान लगाता है; जो गलत हो, उसे ठीक करें।
import-table-lists = इस तालिका में क्या है
import-table-clients = ग्राहक
import-table-invoices = बिल
import-table-payments = भुगतान
import-table-leave = इसे छोड़ दें
import-table-remembered = वैसे ही पढ़ा गया जैसा आपने पिछली बार इन शीर्षकों के लिए बताया था।
import-table-none = इनमें से कोई फ़ाइल तालिका नहीं है।
table-field-client-name = ग्राहक का नाम
table-field-client-number = ग्राहक संख्या
table-field-first-name = पहला नाम
table-field-last-name = उपनाम
table-field-email = ईमेल पता
table-field-phone = फ़ोन
table-field-street = गली और मकान
table-field-street2 = पते की दूसरी पंक्ति
table-field-postal-code = पिन कोड
table-field-city = शहर
table-field-region = राज्य
table-field-country = देश
table-field-tax-id = कर पहचान संख्या
table-field-payment-terms = भुगतान की अवधि, दिनों में
table-field-currency = मुद्रा
table-field-invoice-number = बिल संख्या
table-field-invoice-date = बिल की तारीख
table-field-due-date = देय तिथि
table-field-status = स्थिति (मसौदा, रद्द)
table-field-reference = संदर्भ
table-field-note = टिप्पणी
table-field-description = पंक्ति किस लिए है
table-field-quantity = मात्रा
table-field-unit = इकाई
table-field-price = एक का मूल्य
table-field-line-discount = पंक्ति की छूट
table-field-line-total = पंक्ति की राशि, बिना कर
table-field-tax-name = कर का नाम
table-field-tax-percent = कर % में
table-field-tax-amount = पंक्ति का कर, राशि में
table-field-total = बिल का कुल जोड़
table-field-paid = अब तक भुगतान
table-field-paid-on = भुगतान कब हुआ
table-field-balance = अभी बाकी
table-field-payment-number = भुगतान संख्या
table-field-payment-date = भुगतान की तारीख
table-field-payment-amount = भुगतान की राशि
table-field-payment-method = भुगतान कैसे हुआ
table-field-payment-reference = भुगतान करने वाले का संदर्भ
