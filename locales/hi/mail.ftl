# ई-मेल। हर ई-मेल व्यक्ति को उसके पहले नाम से पुकारता है और एक ही बात कहता है।

mail-hello = नमस्ते { $name } जी,
mail-hello-nobody = नमस्ते,
mail-regards =
    सादर
    { $business }
mail-phone = आप हमें फ़ोन भी कर सकते हैं: { $phone }
mail-link-only-you = यह लिंक सिर्फ़ आपके लिए है, कृपया इसे आगे न भेजें।

mail-invitation-subject = { $business } की ओर से आपको आमंत्रण
mail-invitation-client = { $business } से { $inviter } ने आप दोनों के लिए एक साझा जगह बनाई है: आपके बिल, साझा दस्तावेज़ और संदेश, सब एक साथ। इसे यहाँ खोलें और अपना पासवर्ड चुनें:
mail-invitation-team = { $inviter } चाहते हैं कि आप Folio में { $business } के साथ काम करें। अपना आमंत्रण यहाँ खोलें और पासवर्ड चुनें:
mail-invitation-bookkeeper = { $inviter } चाहते हैं कि आप Folio में { $business } का हिसाब-किताब देखें: बिल, भुगतान और हर महीने के कागज़। अपना आमंत्रण यहाँ खोलें और पासवर्ड चुनें:
mail-invitation-until = यह आमंत्रण { $date } तक मान्य है। समय कम लगे तो { $inviter } से नया आमंत्रण माँग लें।

mail-invoice-subject = { $business } का बिल { $number }
mail-invoice-open = यह रहा { $total } का बिल { $number }। कृपया { $date } तक { $amount } का भुगतान करें।
mail-invoice-settled = यह रहा { $total } का बिल { $number }। अब कुछ भी बाकी नहीं है।
mail-invoice-link = इसे देखें, PDF के रूप में सहेजें और भुगतान का तरीका जानें:
mail-invoice-question = कुछ उम्मीद के अनुसार नहीं है? बस इस ई-मेल का जवाब दें।
mail-credit-subject = { $business } का क्रेडिट नोट { $number }
mail-credit = यह रहा क्रेडिट नोट { $number }: बिल { $invoice } में से { $total } आपको वापस मिलते हैं। आपको कुछ नहीं करना है।
mail-credit-link = इसे देखें और PDF के रूप में सहेजें:
