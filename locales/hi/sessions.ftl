# साइन इन, आमंत्रण, और एक बिल खोलने वाले लिंक।

sessions-needed = यह ज़रूरी है।
sessions-sign-in = साइन इन करें
sessions-sign-in-summary = उसी ई-मेल पते से, जिस पर आपको आमंत्रण मिला था।
sessions-no-account = अभी साइन इन नहीं है? जिस व्यवसाय के साथ आप काम करते हैं, वह आपको आमंत्रण भेज सकता है।
sessions-server = सर्वर का पता
sessions-server-hint = जैसा व्यवसाय के मालिक ने बताया, जैसे folio.example.org
sessions-email = ई-मेल पता
sessions-password = पासवर्ड
sessions-invitation = आपके लिए आमंत्रण
sessions-invited-by = { $business } ने आपको आमंत्रित किया है।
sessions-invited-client = आपके बिल, साझा दस्तावेज़ और संदेश यहाँ एक ही जगह मिलेंगे।
sessions-invited-team = आप वहाँ के लोगों के साथ Folio में काम करेंगे।
sessions-invited-email-hint = आप इसी पते से साइन इन करेंगे।
sessions-your-name = आपका नाम
sessions-new-password = पासवर्ड चुनें
sessions-password-hint = कम से कम दस अक्षर; कुछ शब्द मिलाकर लिखना अच्छा रहता है।
sessions-accept = स्वीकार करें और साइन इन करें
sessions-invitation-signed-in = आप { $business } में { $name } के रूप में साइन इन हैं। दूसरा आमंत्रण स्वीकार करने के लिए पहले साइन आउट करें।
sessions-expired-invitation = कुछ खोया नहीं है: जिसने आमंत्रण भेजा था, उन्हें लिखें या फ़ोन करें और नया आमंत्रण माँग लें।
sessions-expired-invoice = कुछ खोया नहीं है: लिंक जो खोलता था, वह वहीं है। भेजने वाले व्यवसाय को लिखें या फ़ोन करें और नया लिंक माँग लें; आपके पास पासवर्ड हो तो साइन इन भी कर सकते हैं।
sessions-go-sign-in = साइन इन पर जाएँ
sessions-invoice-link = आपका बिल या क्रेडिट नोट
sessions-invoice-link-text = यहाँ आप उसे देख सकते हैं, PDF के रूप में सहेज सकते हैं और कुछ चुकाना हो तो उसका तरीका जान सकते हैं। पासवर्ड की ज़रूरत नहीं।
sessions-open-invoice = खोलें
sessions-open = खोलें
