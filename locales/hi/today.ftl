# The morning page: who owes, who wrote, what did they look at.

today-drafts = { $drafts ->
    [one] { $drafts } मसौदा
   *[other] { $drafts } मसौदे
}
today-nothing-yet = अभी कुछ हुआ नहीं है। पहला ग्राहक जोड़ें और उसे बिल भेजें।
today-first-client = ग्राहक जोड़ें
today-who-owes = किससे कितना लेना है
today-who-wrote = कौन जवाब की राह देख रहा है
today-who-looked = ग्राहकों ने क्या देखा
today-open = { $invoices ->
    [one] { $invoices } बाकी बिल
   *[other] { $invoices } बाकी बिल
}
today-late = { $invoices ->
    [one] इसमें { $amount } की तारीख निकल चुकी है ({ $invoices } बिल)
   *[other] इसमें { $amount } की तारीख निकल चुकी है ({ $invoices } बिल)
}
today-in-credit = ग्राहकों के नाम { $amount } क्रेडिट है
today-not-late = समय पर
today-all-paid = किसी पर कुछ बाकी नहीं। बहुत खूब।
today-nobody-waits = कोई जवाब की राह नहीं देख रहा।
today-no-looks = इधर किसी ग्राहक ने कुछ नहीं देखा।
today-wants-a-call = चाहते हैं कि फ़ोन करें
