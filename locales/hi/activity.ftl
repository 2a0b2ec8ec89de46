# The trail in words. A label is a number, a title or a name.

activity-title = गतिविधि
activity-summary = किसने क्या किया और किसने क्या देखा, सबसे नया पहले।
activity-who = कौन
activity-everyone = सभी
activity-clients = केवल ग्राहक
activity-empty = यहाँ अभी कुछ नहीं हुआ है।
activity-more = इससे पहले का दिखाएँ
activity-other = { $name }: { $what }

activity-add-client = { $name } ने ग्राहक { $label } को जोड़ा
activity-edit-client = { $name } ने ग्राहक { $label } की जानकारी बदली
activity-set-client-note = { $name } ने { $label } पर निजी टिप्पणी लिखी
activity-set-einvoicing = { $name } ने { $label } के ई-बिल की सेटिंग बदली
activity-set-stationery = { $name } ने { $label } के काग़ज़ों का रूप बदला
activity-add-contact = { $name } ने संपर्क { $label } जोड़ा
activity-edit-contact = { $name } ने संपर्क { $label } बदला
activity-remove-contact = { $name } ने संपर्क { $label } हटाया
activity-add-member = { $label } ने आमंत्रण स्वीकार किया
activity-end-member = { $name } ने { $label } की पहुँच बंद की
activity-create-draft = { $name } ने { $label } के लिए मसौदा शुरू किया
activity-edit-draft = { $name } ने { $label } का मसौदा बदला
activity-discard-draft = { $name } ने मसौदा { $label } रद्द किया
activity-issue-invoice = { $paper ->
    [credit_note] { $name } ने क्रेडिट नोट { $label } जारी किया
   *[invoice] { $name } ने बिल { $label } जारी किया
}
activity-send-invoice = { $paper ->
    [credit_note] { $name } ने क्रेडिट नोट { $label } भेजा
   *[invoice] { $name } ने बिल { $label } भेजा
}
activity-mark-sent = { $paper ->
    [credit_note] { $name } ने क्रेडिट नोट { $label } को भेजा हुआ दर्ज किया
   *[invoice] { $name } ने बिल { $label } को भेजा हुआ दर्ज किया
}
activity-view-invoice = { $paper ->
    [credit_note] { $name } ने क्रेडिट नोट { $label } खोला
   *[invoice] { $name } ने बिल { $label } खोला
}
activity-keep-delivery = { $label } को भेजे जाने वाले ई-मेल की स्थिति दर्ज हुई
activity-keep-pdf = { $paper ->
    [credit_note] क्रेडिट नोट { $label } की PDF बनी
   *[invoice] बिल { $label } की PDF बनी
}
activity-record-payment = { $name } ने { $label } का भुगतान दर्ज किया
activity-reverse-payment = { $name } ने भुगतान { $label } उलटा
activity-reverse-set-off = { $name } ने क्रेडिट नोट का समायोजन वापस लिया: { $label }
activity-credit-invoice = { $name } ने { $label } के लिए क्रेडिट नोट शुरू किया
activity-set-off-credit = { $name } ने क्रेडिट नोट { $label } को बिलों में समायोजित किया
activity-refund-credit = { $name } ने क्रेडिट नोट { $label } की राशि लौटाई
activity-start-thread = { $name } ने बातचीत “{ $label }” शुरू की
activity-post-message = { $name } ने “{ $label }” में लिखा
activity-add-document = { $name } ने “{ $label }” जोड़ा
activity-add-version = { $name } ने “{ $label }” का नया संस्करण जोड़ा
activity-keep-file = “{ $label }” की फ़ाइल पूरी आ गई
activity-share-document = { $name } ने बदला कि “{ $label }” कौन देखे
activity-remove-document = { $name } ने “{ $label }” हटाया
activity-view-document = { $name } ने “{ $label }” खोला
activity-export-pack = { $name } ने { $label } का पैक निकाला
activity-take-backup = { $name } ने { $label } का बैकअप लिया
activity-take-export = { $name } ने { $label } का पूरा निर्यात लिया
