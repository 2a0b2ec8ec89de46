# ग्राहक की पहली स्क्रीन: मुझे कितना देना है, क्या नया है।

home-hello = नमस्ते { $name } जी
home-with = { $business } के साथ आपका खाता
home-you-owe = देना बाकी
home-owe-nothing = कुछ देना बाकी नहीं है। धन्यवाद!
home-get-back = आपको वापस मिलेगा
home-credit-note = क्रेडिट नोट { $number }
home-late = इसमें से { $amount } की तारीख निकल चुकी है ({ $count ->
    [one] { $count } बिल
   *[other] { $count } बिल
})।
home-next-due = अगला: { $amount }, { $date } तक ({ $when })
home-invoice = बिल { $number }
home-due = आखिरी तारीख { $date }, { $when }
home-dated = { $date } का बिल
home-new-messages = नए संदेश
home-documents = सबसे नए दस्तावेज़
home-all-documents = सारे दस्तावेज़
home-paid = हाल में चुकाए गए
home-all-invoices = सारे बिल
