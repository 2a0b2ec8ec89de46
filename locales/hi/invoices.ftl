# Invoices and their drafts.

invoices-invoice = बिल
invoices-titled = { $paper ->
    [credit_note] क्रेडिट नोट { $number }
   *[invoice] बिल { $number }
}
invoices-new = नया बिल
invoices-new-summary = ग्राहक का नाम लिखें और Enter दबाएँ।
invoices-client-later = ग्राहक बाद में चुनें
invoices-count = { $paper ->
    [credit_note] { $invoices ->
        [one] { $shown } क्रेडिट नोट
       *[other] { $shown } क्रेडिट नोट
    }
   *[invoice] { $invoices ->
        [one] { $shown } बिल
       *[other] { $shown } बिल
    }
}
invoices-search = बिल खोजें
invoices-filter = कौन-से बिल
invoices-filter-all = सभी
invoices-filter-open = बाकी
invoices-filter-overdue = देरी वाले
invoices-filter-paid = चुकता
invoices-filter-unsent = नहीं भेजे
invoices-empty = अभी कोई बिल नहीं। पहला बनाने में एक मिनट लगेगा।
invoices-empty-client = आपके लिए अभी कोई बिल नहीं।
invoices-none-found = { $paper ->
    [credit_note] “{ $words }” से कोई क्रेडिट नोट नहीं मिला।
   *[invoice] “{ $words }” से कोई बिल नहीं मिला।
}
invoices-none-open = सब चुकता है।
invoices-none-overdue = किसी में देरी नहीं।
invoices-none-paid = अभी कोई बिल चुकता नहीं हुआ।
invoices-none-unsent = सब भेजा जा चुका है।
invoices-show-all = सारे बिल दिखाएँ
invoices-client = ग्राहक
invoices-no-client = अभी ग्राहक नहीं
invoices-another-client = दूसरा ग्राहक
invoices-status = स्थिति
invoices-due = आखिरी तारीख
invoices-total = कुल
invoices-amount-due = देय राशि

invoices-draft = बिल का मसौदा
invoices-draft-for = { $client } के लिए मसौदा
invoices-draft-gone = यह मसौदा जारी हो चुका है या रद्द किया जा चुका है।
invoices-head = किसके लिए और कब
invoices-lines = किस काम का
invoices-tail = और जानकारी
invoices-tax-mode = कीमतें
invoices-tax-exclusive = कर के बिना
invoices-tax-inclusive = कर सहित
invoices-day-of-issue = जिस दिन जारी हो
invoices-terms = भुगतान के दिन
invoices-due-on = { $date } तक भुगतान करना है
invoices-line-number = पंक्ति { $number }
invoices-discount = छूट
invoices-discount-kind = छूट का प्रकार
invoices-discount-whole = पूरे बिल पर छूट
invoices-discount-of = छूट { $discount }
invoices-no-discount = कोई छूट नहीं
invoices-taxes = कर
invoices-no-tax = कर नहीं
invoices-other-tax = दूसरा कर
invoices-tax-name = कर का नाम
invoices-tax-example = GST
invoices-tax-rate = दर
invoices-tax-category = प्रकार
invoices-add-tax = कर जोड़ें
invoices-category-standard = दर के साथ
invoices-category-zero-rated = शून्य दर
invoices-category-exempt = कर-मुक्त
invoices-category-reverse-charge = रिवर्स चार्ज
invoices-category-intra-community = यूरोपीय संघ के भीतर
invoices-category-export = निर्यात
invoices-category-out-of-scope = कर लागू नहीं
invoices-amount = राशि
invoices-unit-example = घंटा
invoices-add-line = पंक्ति जोड़ें
invoices-move-up = पंक्ति { $number } ऊपर ले जाएँ
invoices-delete-line = पंक्ति { $number } मिटाएँ
invoices-keys-enter = अगली पंक्ति
invoices-keys-move = खिसकाएँ
invoices-keys-delete = मिटाएँ
invoices-line-kept = { $name } इस पंक्ति को मिटाना चाहते थे, पर यह अभी बदली गई थी, इसलिए रह गई।
invoices-delete-anyway = इसे मिटाएँ
invoices-reference = ग्राहक का संदर्भ
invoices-reference-hint = जैसे ऑर्डर नंबर
invoices-note = पंक्तियों के नीचे टिप्पणी
invoices-subtotal = उप-योग
invoices-subtotal-inclusive = उप-योग, कर सहित
invoices-taxable = कर से पहले
invoices-tax-on = { $base } पर { $tax }
invoices-tax-included = { $base } पर { $tax }, शामिल
invoices-stale = लिखा हुआ अभी जोड़ा नहीं जा सकता; ये आँकड़े पहले के हैं।
invoices-pages = झलक
invoices-pages-title = छपने पर ऐसा दिखेगा
invoices-pages-about = सहेजे हुए मसौदे से बना। जारी होने तक इसका कोई नंबर नहीं।
invoices-page-of = { $count } में से पृष्ठ { $page }
invoices-pages-first = { $count } में से पहले { $shown } पृष्ठ ही दिखाए गए हैं।
invoices-pages-not-yet = पृष्ठ अभी नहीं बन सकते: { $reason }
invoices-issue = जारी करें
invoices-issue-and-send = जारी करके भेजें
invoices-before-issue = जारी करने से पहले: { $reason }
invoices-mailed-to = { $addresses } को ई-मेल जाएगा
invoices-nobody-mailed = किसी संपर्क को बिल ई-मेल से नहीं जाता। जारी करने के बाद कॉपी करने के लिए लिंक मिलेगा।
invoices-held-send = { $client } का बिल थोड़ी देर में जारी होकर भेजा जाएगा।
invoices-held-issue = { $client } का बिल थोड़ी देर में जारी होगा।
invoices-leaves-soon = यह थोड़ी देर में जाएगा। “वापस लें” से मसौदा लौट आएगा; कोई नंबर इस्तेमाल नहीं होगा।
invoices-waits-for-server = यह सर्वर की राह देख रहा है, नंबर वही देगा। आप दूसरा काम कर सकते हैं।
invoices-discard = मसौदा रद्द करें
invoices-discard-title = यह मसौदा रद्द करें?
invoices-discard-text = मसौदा और उसकी पंक्तियाँ हट जाएँगी। कोई नंबर इस्तेमाल नहीं होगा।

invoices-printed = छपने पर ऐसा दिखता है
invoices-printed-about = जारी होते समय बनी PDF फ़ाइल से बना।
invoices-save-pdf = PDF सहेजें
invoices-view-pdf = PDF देखें
invoices-preview = { $paper ->
    [credit_note] क्रेडिट नोट
   *[invoice] बिल
}
invoices-billed-to = { $paper ->
    [credit_note] जिन्हें क्रेडिट दिया गया
   *[invoice] बिल पाने वाले
}
invoices-nothing-left = चुकता। कुछ भी बाकी नहीं।
invoices-paid-of = { $total } में से { $paid } चुकाया गया।
invoices-viewed-by = { $name }, { $time }
invoices-timeline = क्या-क्या हुआ
invoices-happened-payment = { $name } ने { $amount } का भुगतान दर्ज किया
invoices-happened-reversal = { $name } ने एक भुगतान उलटा ({ $amount })
invoices-happened-mail-queued = { $email } को ई-मेल भेजा जा रहा है
invoices-happened-mail-sent = { $email } को ई-मेल भेजा गया
invoices-happened-mail-failed = { $email } को ई-मेल नहीं पहुँचा
invoices-happened-mail-not-sent = बैकअप वापस लाने के बाद { $email } को ई-मेल दोबारा नहीं भेजा गया
invoices-happened-mail-copy-link = { $email } को ई-मेल नहीं गया: ई-मेल सर्वर तय नहीं है
invoices-no-payments = अभी कुछ नहीं चुकाया गया।
invoices-deliveries = भेजना
invoices-not-sent = अभी नहीं भेजा गया।
invoices-sent-otherwise = Folio के बाहर भेजा गया।
invoices-delivery-queued = रास्ते में
invoices-delivery-sent = भेजा गया
invoices-delivery-failed = नहीं पहुँचा
invoices-delivery-not-sent = बैकअप वापस लाने के बाद दोबारा नहीं भेजा गया: न पहुँचा हो तो खुद भेजें
invoices-delivery-copy-link = ई-मेल सर्वर नहीं: लिंक कॉपी करें
invoices-send = भेजें
invoices-send-title = { $paper ->
    [credit_note] क्रेडिट नोट { $number } भेजें
   *[invoice] बिल { $number } भेजें
}
invoices-send-to = इन्हें इसका लिंक मिलेगा:
invoices-nobody-to-send = इस ग्राहक के किसी संपर्क को बिल ई-मेल से नहीं जाता। पहले पता जोड़ें, या लिंक कॉपी करें।
invoices-to-contacts = संपर्कों पर जाएँ
invoices-held-mail = { $paper ->
    [credit_note] क्रेडिट नोट { $number } थोड़ी देर में जाएगा।
   *[invoice] बिल { $number } थोड़ी देर में जाएगा।
}
invoices-copy-link = लिंक कॉपी करें
invoices-link = { $paper ->
    [credit_note] केवल इस क्रेडिट नोट का लिंक
   *[invoice] केवल इस बिल का लिंक
}
invoices-end-links = सभी लिंक बंद करें
invoices-links-ended = { $paper ->
    [credit_note] इस क्रेडिट नोट के सभी लिंक बंद हो गए। किसी को ज़रूरत हो तो नया बनाएँ।
   *[invoice] इस बिल के सभी लिंक बंद हो गए। किसी को ज़रूरत हो तो नया बनाएँ।
}
invoices-link-title = { $paper ->
    [credit_note] क्रेडिट नोट { $number } का लिंक
   *[invoice] बिल { $number } का लिंक
}
invoices-link-text = { $paper ->
    [credit_note] जिसके पास यह लिंक है, वह यही क्रेडिट नोट देख सकता है, और कुछ नहीं।
   *[invoice] जिसके पास यह लिंक है, वह यही बिल देख सकता है, और कुछ नहीं।
}
invoices-link-text-unsent = { $paper ->
    [credit_note] जिसके पास यह लिंक है, वह यही क्रेडिट नोट देख सकता है, और कुछ नहीं। कॉपी करने पर क्रेडिट नोट भेजा हुआ माना जाएगा।
   *[invoice] जिसके पास यह लिंक है, वह यही बिल देख सकता है, और कुछ नहीं। कॉपी करने पर बिल भेजा हुआ माना जाएगा।
}
invoices-thread = बातचीत
invoices-no-thread = { $paper ->
    [credit_note] इस क्रेडिट नोट के बारे में किसी ने नहीं लिखा।
   *[invoice] इस बिल के बारे में किसी ने नहीं लिखा।
}
invoices-open-thread = बातचीत खोलें
invoices-write = इसके बारे में लिखें
invoices-message = संदेश
invoices-written = आपका संदेश भेजा जा रहा है।
invoices-link-only = { $paper ->
    [credit_note] इस लिंक से केवल यही क्रेडिट नोट दिखता है। { $business } को यहाँ लिखने और बाकी सब देखने के लिए साइन इन करें।
   *[invoice] इस लिंक से केवल यही बिल दिखता है। { $business } को यहाँ लिखने और बाकी सब देखने के लिए साइन इन करें।
}
invoices-how-to-pay = भुगतान कैसे करें
invoices-pay-account-name = खाताधारक
invoices-pay-bank-name = बैंक
invoices-pay-account-number = खाता संख्या
invoices-pay-routing-code = बैंक कोड
invoices-pay-upi-id = UPI आईडी
invoices-pay-pix-key = PIX कुंजी
invoices-pay-payment-reference = संदर्भ
invoices-copy-value = कॉपी करें: { $what }
invoices-copied = { $value } कॉपी हो गया।
invoices-copy-by-hand = यहाँ से कॉपी नहीं हो सका। लिखा हुआ चुनकर खुद कॉपी करें।
invoices-copy-code = PIX कोड कॉपी करें
invoices-scan = बैंकिंग ऐप से स्कैन करें ({ $scheme })
invoices-code-alt = क्यूआर कोड: { $name } को { $amount } का भुगतान, संदर्भ { $reference }

invoices-paper-check = काग़ज़ पर
invoices-paper-letters = किसी फ़ॉन्ट में “{ $letters }” नहीं है। उसकी जगह प्रश्नचिह्न वाला चिह्न छपेगा:
invoices-paper-in-organisation = आपके कारोबार के विवरण में
invoices-paper-in-client = ग्राहक के विवरण में
invoices-paper-in-draft = इस मसौदे में
invoices-paper-in-line = पंक्ति { $line } में
invoices-no-bill = काग़ज़ पर स्विस QR-बिल नहीं होगा:
invoices-no-bill-name = नाम में लैटिन अक्षर नहीं हैं
invoices-no-bill-postal-code = आपके पते में पिन कोड नहीं है
invoices-no-bill-town = आपके पते में शहर नहीं है
invoices-no-bill-country = आपके पते में देश नहीं है
invoices-no-bill-reference = बिल का नंबर QR संदर्भ नहीं बन सकता (अंक, A से Z, 26 स्थान)
invoices-no-bill-amount = रकम QR-बिल की सीमा से अधिक है

invoices-filter-credit-notes = क्रेडिट नोट
invoices-none-credit-notes = कोई क्रेडिट नोट नहीं।
invoices-credit = क्रेडिट करें
invoices-credit-draft-for = { $client } के लिए क्रेडिट नोट
invoices-credits-invoice = { $date } के बिल { $number } को वापस लेता है
invoices-credit-left = { $total } में से { $left } क्रेडिट हो सकते हैं। कुछ हिस्सा क्रेडिट करने के लिए पंक्तियाँ हटाएँ या मात्रा घटाएँ।
invoices-credit-reason = कारण
invoices-credit-reason-hint = क्रेडिट नोट पर लिखा रहेगा, जैसे: सामान कम पहुँचा
invoices-credit-date = क्रेडिट नोट की तारीख
invoices-held-credit-send = { $client } का क्रेडिट नोट थोड़ी देर में जारी होकर भेजा जाएगा।
invoices-held-credit-issue = { $client } का क्रेडिट नोट थोड़ी देर में जारी होगा।
invoices-credit-rest = बचा हुआ क्रेडिट
invoices-credit-rest-client = आपको वापस मिलेगा
invoices-credit-used-of = { $total } में से { $used } का उपयोग हो चुका है।
invoices-credit-used = पूरा उपयोग हो चुका है।
invoices-credited-whole = क्रेडिट किया गया। कुछ भी बाकी नहीं।
invoices-credited-of = { $total } में से { $credited } क्रेडिट किए गए।
invoices-credit-notes = क्रेडिट नोट
invoices-set-off = किसके लिए उपयोग हुआ
invoices-not-set-off = अभी उपयोग नहीं हुआ।
invoices-taken-back = { $name } ने { $date } को वापस लिया
invoices-credited-by = { $number } से क्रेडिट
invoices-happened-credit-note = क्रेडिट नोट { $number } ने { $amount } वापस लिए
invoices-happened-refund = { $name } ने { $amount } वापस दिए
invoices-use-credit = किसी बिल में लगाएँ
invoices-use-credit-title = क्रेडिट नोट { $number } का उपयोग
invoices-credit-is-left = { $amount } बचे हैं।
invoices-credit-was-set = { $amount } बिलों में लगाए गए।
invoices-refund = वापस दें
invoices-refund-title = { $number } का क्रेडिट वापस दें
