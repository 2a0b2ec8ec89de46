# व्यवसाय और उसके ग्राहकों के बीच संदेश।

threads-new = नया संदेश
threads-write = लिखें
threads-write-to = { $business } को लिखें
threads-list = बातचीत
threads-all = सारी बातचीत
threads-empty = अभी किसी ने कुछ नहीं लिखा। आप पहले लिख सकते हैं।
threads-empty-client = अभी कोई संदेश नहीं है। लिखिए, व्यवसाय यहीं जवाब देगा।
threads-waiting = जवाब बाकी
threads-waiting-count = { $count ->
    [0] कोई जवाब की प्रतीक्षा में नहीं है।
    [one] { $count } बातचीत आपके जवाब की प्रतीक्षा में है।
   *[other] { $count } बातचीत आपके जवाब की प्रतीक्षा में हैं।
}
threads-unread = { $count ->
    [one] { $count } बिना पढ़ा संदेश
   *[other] { $count } बिना पढ़े संदेश
}
threads-you = आप
threads-you-wrote = आप: { $text }
threads-attachments = { $count ->
    [one] { $count } दस्तावेज़
   *[other] { $count } दस्तावेज़
}
threads-attachments-gone = { $count ->
    [one] एक जुड़ा दस्तावेज़ अब साझा नहीं है।
   *[other] { $count } जुड़े दस्तावेज़ अब साझा नहीं हैं।
}
threads-today = आज
threads-seen-by = { $people } ने देखा
threads-about-invoice = { $paper ->
    [credit_note] क्रेडिट नोट { $label }
   *[invoice] बिल { $label }
}
threads-about-document = दस्तावेज़ “{ $label }”
threads-title-invoice = { $paper ->
    [credit_note] क्रेडिट नोट { $label }
   *[invoice] बिल { $label }
}
threads-title = विषय
threads-title-needed = कुछ शब्दों में लिखें कि बात किस बारे में है।
threads-message = संदेश लिखें
threads-attach = जोड़ें
threads-attach-drop = फ़ाइल यहाँ छोड़ें
threads-attach-shared = ग्राहक इसे देखेंगे।
threads-attach-choose = या पहले से साझा दस्तावेज़ चुनें
threads-attach-add = जोड़ें
threads-detach = { $name } को हटाएँ
threads-upload-first = एक पल: फ़ाइल पहुँच जाए, तब फिर भेजें।
threads-call-request = फ़ोन का अनुरोध
threads-call-title = कृपया मुझे फ़ोन करें
threads-call-title-invoice = { $paper ->
    [credit_note] क्रेडिट नोट { $label } के बारे में कृपया फ़ोन करें
   *[invoice] बिल { $label } के बारे में कृपया फ़ोन करें
}
threads-call-title-document = “{ $label }” के बारे में कृपया फ़ोन करें
threads-call-explained = आपका अनुरोध { $business } को तुरंत मिलता है और वे आपको फ़ोन करेंगे।
threads-call-phone = आपका फ़ोन नंबर
threads-call-phone-needed = फ़ोन करने के लिए नंबर चाहिए।
threads-call-note = बात किस बारे में है?
threads-call-hours = वे अपने काम के समय में फ़ोन करते हैं: { $hours }
threads-call-sent = { $business } को पता चल गया है कि आप फ़ोन चाहते हैं।
