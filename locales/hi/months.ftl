# महीने का हिसाब, बही-खाते के लिए।

months-month = महीना
months-range = { $from } से { $to }
months-save-pack = महीने का पैक सहेजें
months-packing = महीने का पैक बन रहा है …
months-saved = { $name } नाम से सहेजा गया।
months-totals = कुल जोड़
months-empty = { $month } में न कोई बिल है, न कोई भुगतान।
months-invoices = { $count ->
    [one] { $count } बिल
   *[other] { $count } बिल
}
months-taxable = कर के बिना
months-tax = कर
months-payments = { $count ->
    [one] { $count } भुगतान
   *[other] { $count } भुगतान
}
months-checklist = महीना बंद करने से पहले
months-look = देखें
months-good-unallocated-payments = हर भुगतान किसी बिल से जुड़ा है।
months-good-number-gaps = बिल का कोई नंबर छूटा नहीं है।
months-good-unsent-invoices = हर बिल ग्राहक तक पहुँच गया है।
months-good-pdfs-missing = हर बिल की PDF है।
months-good-clients-without-tax-id = बिल पाने वाले हर ग्राहक का कर नंबर है।
months-check-unallocated-payments = { $count ->
    [one] { $count } भुगतान किसी बिल से नहीं जुड़ा है।
   *[other] { $count } भुगतान किसी बिल से नहीं जुड़े हैं।
}
months-check-number-gaps = { $count ->
    [one] बिल का { $count } नंबर छूटा हुआ है।
   *[other] बिल के { $count } नंबर छूटे हुए हैं।
}
months-check-unsent-invoices = { $count ->
    [one] { $count } बिल भेजा नहीं गया है।
   *[other] { $count } बिल भेजे नहीं गए हैं।
}
months-check-pdfs-missing = { $count ->
    [one] { $count } बिल की PDF अभी नहीं बनी है।
   *[other] { $count } बिलों की PDF अभी नहीं बनी है।
}
months-check-clients-without-tax-id = { $count ->
    [one] बिल पाने वाले { $count } ग्राहक का कर नंबर नहीं है।
   *[other] बिल पाने वाले { $count } ग्राहकों का कर नंबर नहीं है।
}
months-pack-holds = पैक एक ZIP फ़ाइल है: सारी PDF, बिलों और भुगतानों की सूचियाँ CSV में, और जोड़ तथा हैश वाली एक सूची।
