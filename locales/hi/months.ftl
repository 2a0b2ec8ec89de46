# महीने का हिसाब, बही-खाते के लिए।

months-month = महीना
months-range = { $from } से { $to }
months-save-pack = महीने का पैक सहेजें
months-totals = कुल जोड़
months-empty = { $month } में न कोई बिल है, न कोई भुगतान।
months-invoices = { $count ->
    [one] { $count } बिल
   *[other] { $count } बिल
}
months-credit-notes = { $count ->
    [one] { $count } क्रेडिट नोट
   *[other] { $count } क्रेडिट नोट
}
months-taxable = कर के बिना
months-tax = कर
months-payments = { $count ->
    [one] { $count } भुगतान
   *[other] { $count } भुगतान
}
months-checklist = महीना बंद करने से पहले
months-good-unallocated-payments = हर भुगतान किसी बिल से जुड़ा है।
months-good-number-gaps = कोई नंबर छूटा नहीं है।
months-good-unsent-invoices = हर बिल और क्रेडिट नोट ग्राहक तक पहुँच गया है।
months-good-pdfs-missing = हर बिल और क्रेडिट नोट की PDF है।
months-good-clients-without-tax-id = बिल पाने वाले हर ग्राहक का कर नंबर है।
months-check-unallocated-payments = { $count ->
    [one] { $count } भुगतान किसी बिल से नहीं जुड़ा है।
   *[other] { $count } भुगतान किसी बिल से नहीं जुड़े हैं।
}
months-check-number-gaps = { $count ->
    [one] { $count } नंबर छूटा हुआ है।
   *[other] { $count } नंबर छूटे हुए हैं।
}
months-check-unsent-invoices = { $count ->
    [one] { $count } बिल या क्रेडिट नोट भेजा नहीं गया है।
   *[other] { $count } बिल या क्रेडिट नोट भेजे नहीं गए हैं।
}
months-check-pdfs-missing = { $count ->
    [one] { $count } बिल या क्रेडिट नोट की PDF अभी नहीं बनी है।
   *[other] { $count } बिलों या क्रेडिट नोटों की PDF अभी नहीं बनी है।
}
months-check-clients-without-tax-id = { $count ->
    [one] बिल पाने वाले { $count } ग्राहक का कर नंबर नहीं है।
   *[other] बिल पाने वाले { $count } ग्राहकों का कर नंबर नहीं है।
}
months-pack = पैक
months-clear = कुछ बाकी नहीं है। महीना बंद किया जा सकता है।
months-no-client = अभी कोई ग्राहक नहीं
months-more = और { $count }
months-good-old-drafts = महीने का कोई मसौदा बाकी नहीं है।
months-check-old-drafts = { $count ->
    [one] इस महीने या पहले का { $count } मसौदा जारी नहीं हुआ है।
   *[other] इस महीने या पहले के { $count } मसौदे जारी नहीं हुए हैं।
}
months-pack-holds = पैक एक ZIP फ़ाइल है: सारी PDF, बिल और भुगतान CSV तथा Excel में, beancount, ledger, QuickBooks और Xero के लिए फ़ाइलें, और जोड़ तथा हैश वाली एक सूची।
months-datev = DATEV की फ़ाइल के साथ
months-datev-hint = जर्मनी या ऑस्ट्रिया के कर सलाहकार के लिए, जिन्हें ये नंबर मालूम हैं। वहाँ के कारोबार को यह फ़ाइल हर हाल में मिलती है; नंबर न देने पर उसमें आम नंबर होते हैं।
months-datev-adviser = सलाहकार का नंबर
months-datev-business = कारोबार का नंबर
months-datev-chart = खातों की सूची
months-datev-year = साल शुरू होता है
months-datev-range = { $lowest } से { $highest } तक की पूरी संख्या।
