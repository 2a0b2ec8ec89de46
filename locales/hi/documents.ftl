# दस्तावेज़, जो व्यवसाय और ग्राहक एक जगह रखते हैं।

documents-size-b = { $size } B
documents-size-kb = { $size } kB
documents-size-mb = { $size } MB
documents-count = { $count ->
    [one] { $count } दस्तावेज़
   *[other] { $count } दस्तावेज़
}
documents-of-all = केवल { $client }; सब दिखाएँ
documents-drop = ग्राहक के लिए फ़ाइलें यहाँ छोड़ें
documents-drop-client = फ़ाइलें यहाँ छोड़ें
documents-drop-hint = हर फ़ाइल { $max } तक। भेजने से पहले दिखेगा कि इसे कौन देखेगा।
documents-too-large = “{ $name }” { $max } से बड़ी है, इसलिए नहीं ली जा सकती। उसे छोटा करें या बाँटें।
documents-on-the-way = रास्ते में फ़ाइलें: { $count }
documents-reading = पढ़ी जा रही है …
documents-drop-upload = { $name } को भेजना रोकें
documents-arrived = { $name } सुरक्षित रख ली गई है।
documents-empty = अभी कोई दस्तावेज़ नहीं है। पहला ऊपर छोड़ें।
documents-empty-client = अभी कोई दस्तावेज़ नहीं है। आप या व्यवसाय जो साझा करेंगे, वह यहाँ दिखेगा।
documents-shared = साझा
documents-internal = केवल आपकी टीम
documents-awaiting = रास्ते में
documents-awaiting-note = सबसे नया संस्करण अभी पूरा नहीं पहुँचा है। पहुँचते ही सहेजा जा सकेगा।
documents-versions-count = { $count ->
    [one] { $count } संस्करण
   *[other] { $count } संस्करण
}
documents-add-title = { $count ->
    [one] दस्तावेज़ जोड़ें
   *[other] { $count } दस्तावेज़ जोड़ें
}
documents-client-needed = पहले ग्राहक चुनें।
documents-title = शीर्षक
documents-who = इसे कौन देख सकता है?
documents-who-client = ग्राहक भी
documents-who-team = केवल आपकी टीम
documents-seen-by = { $client } से { $people } इसे देखेंगे, और आपकी टीम भी।
documents-seen-by-nobody = { $client } में अभी कोई साइन इन नहीं कर सकता। आप आमंत्रित करेंगे तो वे इसे देखेंगे।
documents-seen-by-unknown = ग्राहक चुनें, फिर दिखेगा कि इसे कौन देखेगा।
documents-seen-by-team = इसे केवल आपकी टीम देखेगी। बाद में साझा कर सकते हैं।
documents-seen-by-business = इसे { $business } के लोग और आपकी ओर के लोग देखते हैं।
documents-seen-shared = { $client } इसे देख सकते हैं, और आपकी टीम भी।
documents-seen-internal = { $client } के लिए; केवल आपकी टीम देखती है।
documents-add = जोड़ें
documents-share = साझा करें
documents-share-with-client = ग्राहक के साथ साझा करें
documents-now-shared = अब { $client } इसे देख सकते हैं।
documents-now-internal = अब इसे केवल आपकी टीम देखती है।
documents-take-back = वापस लें
documents-take-back-title = यह दस्तावेज़ वापस लें?
documents-take-back-text = { $client } इसे अब नहीं देख पाएँगे। जो प्रतियाँ वे सहेज चुके हैं, वे उनके पास रहेंगी।
documents-remove = हटाएँ
documents-remove-title = यह दस्तावेज़ हटाएँ?
documents-remove-text = यह अपने सभी संस्करणों के साथ सबके लिए हट जाएगा। इसके साथ जो हुआ, वह गतिविधि में रहेगा।
documents-write = इसके बारे में लिखें
documents-saved = { $name } नाम से सहेजा गया।
documents-versions = संस्करण
documents-drop-version = नया संस्करण यहाँ छोड़ें
documents-save-version = { $name } सहेजें
documents-choose-again = आगे बढ़ाने के लिए फ़ाइल फिर चुनें
documents-other-file = यह दूसरी फ़ाइल है। वही { $name } चुनें।
documents-activity = किसने देखा और क्या हुआ
documents-activity-none = अभी किसी और ने इसे नहीं देखा है।
documents-needs-https = यह ब्राउज़र केवल सुरक्षित कनेक्शन पर फ़ाइलें भेज सकता है। व्यवसाय से https:// वाला पता माँगें।
