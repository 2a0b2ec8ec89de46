# एक कंप्यूटर पर कई व्यवसाय: एक से दूसरे पर जाना, और सब एक साथ।

businesses-all = सभी व्यवसाय
businesses-add = व्यवसाय जोड़ें
businesses-add-summary = { $business } इस बीच खुला रहता है। वहाँ कुछ नहीं बदलता।
businesses-add-how = आप कैसे आएँगे?
businesses-add-server = अपने पासवर्ड से, व्यवसाय के सर्वर पर
businesses-add-invited = निमंत्रण से
businesses-menu = { $name }, दूसरे व्यवसाय
businesses-switch = व्यवसाय बदलें
businesses-switch-to = { $name } पर जाएँ
businesses-name-at = { $name } ({ $where })
businesses-here = यह कंप्यूटर
businesses-others = आपके दूसरे व्यवसाय
businesses-count = { $count ->
    [one] इस कंप्यूटर पर { $count } व्यवसाय
   *[other] इस कंप्यूटर पर { $count } व्यवसाय
}
businesses-none = इस कंप्यूटर पर अभी कोई व्यवसाय नहीं है।
businesses-month-note = नीचे की सूचियाँ और पैक { $month } के हैं।
businesses-shown = इस विंडो में
businesses-opening = खोला जा रहा है …
businesses-copying = रिकॉर्ड इस कंप्यूटर पर लाए जा रहे हैं।
businesses-locked = साइन-इन समाप्त हो गया है। जो इस कंप्यूटर पर है वह सुरक्षित है और साइन इन करने पर फिर खुलेगा।
businesses-signed-out = आपने यहाँ से साइन आउट किया है।
businesses-sign-in = साइन इन करें
businesses-sync-saved-here = यहाँ सहेजा गया
businesses-sync-syncing = सिंक हो रहा है
businesses-sync-up-to-date = सब ताज़ा है
businesses-sync-offline = ऑफ़लाइन
businesses-sync-needs-attention = ध्यान चाहिए
businesses-waiting = { $count ->
    [one] { $count } बदलाव प्रतीक्षा में
   *[other] { $count } बदलाव प्रतीक्षा में
}
businesses-refused = { $count ->
    [one] { $count } बदलाव स्वीकार नहीं हुआ
   *[other] { $count } बदलाव स्वीकार नहीं हुए
}
businesses-as-of = पिछला सिंक:
businesses-never-synced = अभी तक सिंक नहीं हुआ
businesses-late = { $amount } समय पर नहीं आया
businesses-nothing-owed = कुछ बकाया नहीं
businesses-unread = { $count ->
    [one] { $count } अनपढ़ी बातचीत
   *[other] { $count } अनपढ़ी बातचीत
}
businesses-open-month = { $month } का महीने का हिसाब खोलें
businesses-month-clear = बंद करने के लिए तैयार
businesses-month-open = { $points ->
    [one] { $points } में से { $open } बात बाकी
   *[other] { $points } में से { $open } बातें बाकी
}
businesses-pack-all = सभी पैक सहेजें
businesses-pack-rest = बाकी पैक सहेजें ({ $count })
businesses-packing = पैक सहेजे जा रहे हैं
businesses-packs-begun = { $count ->
    [one] { $count } पैक सहेजा जा रहा है। आप काम करते रह सकते हैं।
   *[other] { $count } पैक सहेजे जा रहे हैं। आप काम करते रह सकते हैं।
}
businesses-packed = { $count ->
    [one] { $count } पैक सहेजा गया।
   *[other] { $count } पैक सहेजे गए।
}
businesses-packs-failed = { $count ->
    [one] { $count } नहीं सहेजा जा सका; कारण उसकी पंक्ति में है।
   *[other] { $count } नहीं सहेजे जा सके; कारण उनकी पंक्तियों में हैं।
}
businesses-pack-begun = पैक बन रहा है।
businesses-pack-making = पैक बन रहा है: { $of } में से { $done }
businesses-pack-arriving = पैक आ रहा है: { $percent }%
businesses-pack-waiting = सर्वर तक पहुँच नहीं है। पैक अपने आप आगे बढ़ेगा।
