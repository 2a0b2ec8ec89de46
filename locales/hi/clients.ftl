# Clients and their contacts.

clients-client = ग्राहक
clients-filter = केवल यह ग्राहक
clients-new = नया ग्राहक
clients-add = ग्राहक जोड़ें
clients-add-named = “{ $name }” को नए ग्राहक के रूप में जोड़ें
clients-search = ग्राहक खोजें
clients-show-all = सभी ग्राहक दिखाएँ
clients-empty = अभी कोई ग्राहक नहीं। पहला जोड़ते ही बिल और संदेश शुरू हो सकते हैं।
clients-none-found = “{ $words }” से कोई ग्राहक नहीं मिला।
clients-name = नाम
clients-contact = संपर्क
clients-owes = बाकी
clients-owed = { $invoices ->
    [one] बाकी ({ $invoices } बिल)
   *[other] बाकी ({ $invoices } बिल)
}
clients-late = { $invoices ->
    [one] { $amount } की तारीख निकल चुकी ({ $invoices } बिल)
   *[other] { $amount } की तारीख निकल चुकी ({ $invoices } बिल)
}
clients-owes-nothing = कुछ बाकी नहीं
clients-in-credit = क्रेडिट में
clients-amount-in-credit = { $amount } क्रेडिट
clients-record = इस ग्राहक के रिकॉर्ड
clients-tab-invoices = बिल
clients-tab-documents = दस्तावेज़
clients-tab-threads = संदेश
clients-tab-activity = गतिविधि
clients-new-invoice = नया बिल
clients-no-invoices = इस ग्राहक का अभी कोई बिल नहीं।
clients-no-documents = इस ग्राहक से अभी कुछ साझा नहीं किया गया।
clients-share-document = दस्तावेज़ साझा करें
clients-document-shared = साझा
clients-document-private = केवल हमारे लिए
clients-no-threads = इस ग्राहक से अभी कोई बातचीत नहीं।
clients-write = संदेश लिखें
clients-particulars = विवरण
clients-language = बिल और ई-मेल की भाषा
clients-language-hint = इस ग्राहक को सब कुछ इसी भाषा में मिलेगा।
clients-terms = भुगतान के दिन
clients-terms-hint = { $days ->
    [one] खाली: सबकी तरह { $days } दिन
   *[other] खाली: सबकी तरह { $days } दिन
}

clients-contacts = संपर्क
clients-no-contacts = अभी लिखने के लिए कोई नहीं।
clients-contact-number = संपर्क { $number }
clients-another-contact = एक और संपर्क
clients-add-contact = संपर्क जोड़ें
clients-contact-edit = संपर्क बदलें
clients-edit-contact = { $name } को बदलें
clients-remove-contact = { $name } को हटाएँ
clients-contact-language = ई-मेल की भाषा
clients-as-the-client = ग्राहक जैसी
clients-gets-invoices = बिल ई-मेल से पाते हैं
clients-has-sign-in = साइन इन कर सकते हैं
clients-contact-removed = { $name } अब संपर्क नहीं हैं।
clients-remove = हटाएँ
clients-remove-title = { $name } को हटाएँ?
clients-remove-text = इन्हें अब कोई ई-मेल नहीं जाएगा। बिल और संदेश वैसे ही रहेंगे।
clients-remove-signed-in = इन्हें अब कोई ई-मेल नहीं जाएगा और ये साइन इन नहीं कर सकेंगे। बिल और संदेश वैसे ही रहेंगे।
clients-invite = आमंत्रित करें
clients-invite-title = { $name } को आमंत्रित करें
clients-invite-text = { $name } को { $email } पर लिंक मिलेगा। पासवर्ड चुनकर वे इस ग्राहक के बिल, साझा दस्तावेज़ और संदेश देख सकेंगे। और कुछ नहीं।
clients-invite-mailed = आमंत्रण { $email } को भेजा जा रहा है।
clients-invite-copy = ई-मेल सर्वर तय नहीं है। लिंक कॉपी करके { $name } को खुद दें; यह एक ही बार खुलेगा।
clients-invite-link = आमंत्रण का लिंक
clients-note = निजी टिप्पणी
clients-note-hint = इसे केवल आपका व्यवसाय देखता है, ग्राहक कभी नहीं।
