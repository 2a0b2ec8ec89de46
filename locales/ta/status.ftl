# The states of an invoice.

status-draft = வரைவு
status-waiting = காத்திருக்கிறது
status-issued = வெளியிடப்பட்டது
status-sent = அனுப்பப்பட்டது
status-viewed = பார்க்கப்பட்டது
status-open = நிலுவை
status-partially-paid = பகுதி செலுத்தப்பட்டது
status-paid = செலுத்தப்பட்டது
status-credited = வரவு வைக்கப்பட்டது
status-credit-left = வரவு மீதமுள்ளது
status-credit-used = முழுதும் பயன்பட்டது
status-discarded = கைவிட்ட வரைவு
status-days-late = { $days ->
    [one] { $days } நாள் தாமதம்
   *[other] { $days } நாட்கள் தாமதம்
}
