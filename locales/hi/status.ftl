# The states of an invoice.

status-draft = मसौदा
status-waiting = प्रतीक्षा में
status-issued = जारी
status-sent = भेजा गया
status-viewed = देखा गया
status-open = बाकी
status-partially-paid = आंशिक भुगतान
status-paid = चुकता
status-credited = क्रेडिट किया गया
status-credit-left = क्रेडिट बाकी
status-credit-used = पूरा उपयोग हुआ
status-discarded = रद्द मसौदा
status-days-late = { $days ->
    [one] { $days } दिन की देरी
   *[other] { $days } दिन की देरी
}
