# Payments: recording, setting against invoices, reversing.

payments-payment = भुगतान
payments-record = भुगतान दर्ज करें
payments-record-for = बिल { $number } का भुगतान
payments-save = दर्ज करें
payments-recorded = { $amount } दर्ज हुआ।
payments-empty = अभी कोई भुगतान नहीं। पैसा आने पर पहला दर्ज करें।
payments-none-of-client = इस ग्राहक का कोई भुगतान नहीं।
payments-received-on = प्राप्ति की तारीख
payments-method = तरीका
payments-method-bank-transfer = बैंक ट्रांसफ़र
payments-method-cash = नकद
payments-method-card = कार्ड
payments-method-cheque = चेक
payments-method-upi = UPI
payments-method-other = दूसरा तरीका
payments-reference = भुगतान का संदर्भ
payments-asked = बिल की बाकी राशि { $amount } है।
payments-rest-is-credit = जो बचेगा, वह ग्राहक के खाते में जमा रहेगा।
payments-for = किसके लिए
payments-part-of = बिल { $number } का हिस्सा
payments-whole = पूरा
payments-nothing-open = इस मुद्रा में इस ग्राहक का कोई बाकी बिल नहीं।
payments-amount-missing = आई हुई राशि लिखें।
payments-credit = { $amount } जमा
payments-recorded-by = किसने दर्ज किया
payments-reverse = उलटें
payments-reverse-title = { $amount } का भुगतान उलटें?
payments-reverse-text = { $what ->
    [set_off] कुछ मिटाया नहीं जाता: एक उलट प्रविष्टि इसे वापस लेती है। राशि फिर क्रेडिट नोट में आ जाती है, और बिल में फिर बाकी हो जाती है।
    [refund] कुछ मिटाया नहीं जाता: एक उलट प्रविष्टि इसे वापस लेती है, और राशि फिर क्रेडिट नोट में आ जाती है।
   *[payment] भुगतान कभी मिटाया नहीं जाता: एक उलट प्रविष्टि उसे वापस लेती है, और बिल में राशि फिर बाकी हो जाती है।
}
payments-reason = कारण
payments-reason-hint = { $what ->
    [set_off] जैसे: किसी और बिल के लिए था
   *[payment] जैसे: दो बार दर्ज हुआ
}
payments-reversal = उलट प्रविष्टि
payments-refund = वापस दिया
payments-paid-on = वापसी की तारीख
payments-refunded = { $amount } वापस दिए गए।
payments-reversed = उलटा गया
payments-is-reversed = यह भुगतान उलटा जा चुका है।
payments-was-reversed = { $amount } का भुगतान उलटा गया।
payments-receipt = रसीद
