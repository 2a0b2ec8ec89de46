# Invoices and their drafts.

invoices-invoice = விலைப்பட்டியல்
invoices-titled = { $paper ->
    [credit_note] வரவுக் குறிப்பு { $number }
   *[invoice] விலைப்பட்டியல் { $number }
}
invoices-new = புதிய விலைப்பட்டியல்
invoices-new-summary = வாடிக்கையாளரின் பெயரை எழுதி Enter அழுத்துங்கள்.
invoices-client-later = வாடிக்கையாளரைப் பிறகு தேர்ந்தெடு
invoices-count = { $paper ->
    [credit_note] { $invoices ->
        [one] { $shown } வரவுக் குறிப்பு
       *[other] { $shown } வரவுக் குறிப்புகள்
    }
   *[invoice] { $invoices ->
        [one] { $shown } விலைப்பட்டியல்
       *[other] { $shown } விலைப்பட்டியல்கள்
    }
}
invoices-search = விலைப்பட்டியல்களைத் தேடு
invoices-filter = எந்த விலைப்பட்டியல்கள்
invoices-filter-all = அனைத்தும்
invoices-filter-open = நிலுவை
invoices-filter-overdue = தாமதம்
invoices-filter-paid = செலுத்தியவை
invoices-filter-unsent = அனுப்பாதவை
invoices-empty = இன்னும் விலைப்பட்டியல்கள் இல்லை. முதலாவதற்கு ஒரு நிமிடம் போதும்.
invoices-empty-client = உங்களுக்கு இன்னும் விலைப்பட்டியல் இல்லை.
invoices-none-found = { $paper ->
    [credit_note] பொருந்தும் வரவுக் குறிப்பு இல்லை: “{ $words }”.
   *[invoice] பொருந்தும் விலைப்பட்டியல் இல்லை: “{ $words }”.
}
invoices-none-open = அனைத்தும் செலுத்தப்பட்டன.
invoices-none-overdue = எதுவும் தாமதமில்லை.
invoices-none-paid = இன்னும் எந்த விலைப்பட்டியலும் செலுத்தப்படவில்லை.
invoices-none-unsent = அனைத்தும் அனுப்பப்பட்டன.
invoices-show-all = எல்லா விலைப்பட்டியல்களையும் காட்டு
invoices-client = வாடிக்கையாளர்
invoices-no-client = இன்னும் வாடிக்கையாளர் இல்லை
invoices-another-client = வேறு வாடிக்கையாளர்
invoices-status = நிலை
invoices-due = கடைசித் தேதி
invoices-total = மொத்தம்
invoices-amount-due = செலுத்த வேண்டிய தொகை

invoices-draft = விலைப்பட்டியல் வரைவு
invoices-draft-for = வரைவு: { $client }
invoices-draft-gone = இந்த வரைவு வெளியிடப்பட்டது அல்லது கைவிடப்பட்டது.
invoices-head = யாருக்கு, எப்போது
invoices-lines = எதற்கு
invoices-tail = மேலும்
invoices-tax-mode = விலைகள்
invoices-tax-exclusive = வரி நீங்கலாக
invoices-tax-inclusive = வரி உட்பட
invoices-day-of-issue = வெளியிடும் நாள்
invoices-terms = செலுத்த அவகாசம் (நாட்கள்)
invoices-due-on = { $date } தேதிக்குள் செலுத்த வேண்டும்
invoices-line-number = உருப்படி { $number }
invoices-discount = தள்ளுபடி
invoices-discount-kind = தள்ளுபடி வகை
invoices-discount-whole = மொத்தத்தின் மீது தள்ளுபடி
invoices-discount-of = தள்ளுபடி { $discount }
invoices-no-discount = தள்ளுபடி இல்லை
invoices-taxes = வரிகள்
invoices-no-tax = வரி இல்லை
invoices-other-tax = வேறு வரி
invoices-tax-name = வரியின் பெயர்
invoices-tax-example = GST
invoices-tax-rate = விகிதம்
invoices-tax-category = வகை
invoices-add-tax = வரியைச் சேர்
invoices-category-standard = விகிதத்துடன்
invoices-category-zero-rated = பூஜ்ய விகிதம்
invoices-category-exempt = வரி விலக்கு
invoices-category-reverse-charge = எதிர்முறை வரி
invoices-category-intra-community = ஐரோப்பிய ஒன்றியத்துக்குள்
invoices-category-export = ஏற்றுமதி
invoices-category-out-of-scope = வரி பொருந்தாது
invoices-amount = தொகை
invoices-unit-example = மணி
invoices-add-line = உருப்படி சேர்
invoices-move-up = உருப்படி { $number }: மேலே நகர்த்து
invoices-delete-line = உருப்படி { $number }: அழி
invoices-keys-enter = அடுத்த உருப்படி
invoices-keys-move = நகர்த்து
invoices-keys-delete = அழி
invoices-line-kept = { $name } இந்த உருப்படியை அழிக்க விரும்பினார்; ஆனால் அது அப்போதுதான் மாற்றப்பட்டதால் அப்படியே உள்ளது.
invoices-delete-anyway = இதை அழி
invoices-reference = வாடிக்கையாளரின் குறிப்பு எண்
invoices-reference-hint = எ.கா. கொள்முதல் எண்
invoices-note = உருப்படிகளுக்குக் கீழே குறிப்பு
invoices-subtotal = கூட்டுத்தொகை
invoices-subtotal-inclusive = வரி உட்பட்ட கூட்டுத்தொகை
invoices-taxable = வரிக்கு முன்
invoices-tax-on = { $base } மீது { $tax }
invoices-tax-included = { $base } மீது { $tax }, உள்ளடங்கியது
invoices-stale = எழுதியதை இன்னும் கூட்ட முடியவில்லை; இவை முந்தைய எண்கள்.
invoices-pages = முன்னோட்டம்
invoices-pages-title = அச்சில் இப்படி இருக்கும்
invoices-pages-about = சேமித்த வரைவிலிருந்து வரையப்பட்டது. வெளியிடும் வரை இதற்கு எண் இல்லை.
invoices-page-of = பக்கம் { $page } / { $count }
invoices-pages-first = { $count } பக்கங்களில் முதல் { $shown } மட்டும் காட்டப்படுகின்றன.
invoices-pages-not-yet = பக்கங்களை இன்னும் வரைய முடியாது: { $reason }
invoices-issue = வெளியிடு
invoices-issue-and-send = வெளியிட்டு அனுப்பு
invoices-before-issue = வெளியிடும் முன்: { $reason }
invoices-mailed-to = மின்னஞ்சல் செல்லும் முகவரி: { $addresses }
invoices-nobody-mailed = எந்தத் தொடர்பும் விலைப்பட்டியலை மின்னஞ்சலில் பெறுவதில்லை. வெளியிட்டபின் நகலெடுக்க இணைப்பு கிடைக்கும்.
invoices-held-send = விலைப்பட்டியல் ({ $client }) சற்று நேரத்தில் வெளியிடப்பட்டு அனுப்பப்படும்.
invoices-held-issue = விலைப்பட்டியல் ({ $client }) சற்று நேரத்தில் வெளியிடப்படும்.
invoices-leaves-soon = சற்று நேரத்தில் செல்லும். செயல்தவிர்த்தால் வரைவு திரும்பக் கிடைக்கும்; எண் எதுவும் பயன்படுத்தப்படாது.
invoices-waits-for-server = சேவையகம் எண் தரும் வரை காத்திருக்கிறது. நீங்கள் வேறு வேலைகளைத் தொடரலாம்.
invoices-discard = வரைவைக் கைவிடு
invoices-discard-title = இந்த வரைவைக் கைவிடவா?
invoices-discard-text = வரைவும் அதன் உருப்படிகளும் நீங்கும். எண் எதுவும் பயன்படுத்தப்படாது.

invoices-printed = அச்சில் இப்படி இருக்கிறது
invoices-printed-about = வெளியிட்டபோது உருவான PDF கோப்பிலிருந்து வரையப்பட்டது.
invoices-save-pdf = PDF-ஐச் சேமி
invoices-view-pdf = PDF-ஐப் பார்
invoices-preview = { $paper ->
    [credit_note] வரவுக் குறிப்பு
   *[invoice] விலைப்பட்டியல்
}
invoices-billed-to = { $paper ->
    [credit_note] வரவு பெறுபவர்
   *[invoice] பெறுநர்
}
invoices-nothing-left = செலுத்தப்பட்டது. நிலுவை எதுவும் இல்லை.
invoices-paid-of = { $total } இல் { $paid } செலுத்தப்பட்டது.
invoices-viewed-by = { $name }, { $time }
invoices-timeline = என்ன நடந்தது
invoices-happened-payment = { $name } பதிந்த செலுத்துகை: { $amount }
invoices-happened-reversal = { $name } ஒரு செலுத்துகைக்கு எதிர்ப்பதிவு செய்தார் ({ $amount })
invoices-happened-mail-queued = { $email } முகவரிக்கு மின்னஞ்சல் செல்கிறது
invoices-happened-mail-sent = { $email } முகவரிக்கு மின்னஞ்சல் அனுப்பப்பட்டது
invoices-happened-mail-failed = { $email } முகவரிக்கு மின்னஞ்சல் சேரவில்லை
invoices-happened-mail-not-sent = காப்புப்பிரதியை மீட்ட பின் { $email } முகவரிக்கு மின்னஞ்சல் மீண்டும் அனுப்பப்படவில்லை
invoices-happened-mail-copy-link = { $email } முகவரிக்கு மின்னஞ்சல் செல்லவில்லை: மின்னஞ்சல் சேவையகம் அமைக்கப்படவில்லை
invoices-no-payments = இன்னும் எதுவும் செலுத்தப்படவில்லை.
invoices-deliveries = அனுப்புதல்
invoices-not-sent = இன்னும் அனுப்பப்படவில்லை.
invoices-sent-otherwise = Folio-வுக்கு வெளியே அனுப்பப்பட்டது.
invoices-delivery-queued = செல்கிறது
invoices-delivery-sent = அனுப்பப்பட்டது
invoices-delivery-failed = சேரவில்லை
invoices-delivery-not-sent = காப்புப்பிரதியை மீட்ட பின் மீண்டும் அனுப்பப்படவில்லை: சேரவில்லை என்றால் நீங்களே அனுப்பவும்
invoices-delivery-copy-link = மின்னஞ்சல் சேவையகம் இல்லை: இணைப்பை நகலெடுக்கவும்
invoices-send = அனுப்பு
invoices-send-title = { $paper ->
    [credit_note] அனுப்பு: வரவுக் குறிப்பு { $number }
   *[invoice] அனுப்பு: விலைப்பட்டியல் { $number }
}
invoices-send-to = இவர்களுக்கு இதன் இணைப்பு செல்லும்:
invoices-nobody-to-send = இந்த வாடிக்கையாளரின் எந்தத் தொடர்பும் விலைப்பட்டியலை மின்னஞ்சலில் பெறுவதில்லை. முதலில் முகவரி சேருங்கள், அல்லது இணைப்பை நகலெடுங்கள்.
invoices-to-contacts = தொடர்புகளுக்குச் செல்
invoices-held-mail = { $paper ->
    [credit_note] வரவுக் குறிப்பு { $number } சற்று நேரத்தில் செல்லும்.
   *[invoice] விலைப்பட்டியல் { $number } சற்று நேரத்தில் செல்லும்.
}
invoices-copy-link = இணைப்பை நகலெடு
invoices-link = { $paper ->
    [credit_note] இந்த வரவுக் குறிப்புக்கு மட்டுமான இணைப்பு
   *[invoice] இந்த விலைப்பட்டியலுக்கு மட்டுமான இணைப்பு
}
invoices-end-links = எல்லா இணைப்புகளையும் முடக்கு
invoices-links-ended = { $paper ->
    [credit_note] இந்த வரவுக் குறிப்பின் எல்லா இணைப்புகளும் முடக்கப்பட்டன. யாருக்காவது தேவைப்பட்டால் புதியது உருவாக்குங்கள்.
   *[invoice] இந்த விலைப்பட்டியலின் எல்லா இணைப்புகளும் முடக்கப்பட்டன. யாருக்காவது தேவைப்பட்டால் புதியது உருவாக்குங்கள்.
}
invoices-link-title = { $paper ->
    [credit_note] வரவுக் குறிப்பு { $number } இணைப்பு
   *[invoice] விலைப்பட்டியல் { $number } இணைப்பு
}
invoices-link-text = { $paper ->
    [credit_note] இந்த இணைப்பு உள்ளவர் இந்த வரவுக் குறிப்பை மட்டும் பார்ப்பார்; வேறு எதுவும் இல்லை.
   *[invoice] இந்த இணைப்பு உள்ளவர் இந்த விலைப்பட்டியலை மட்டும் பார்ப்பார்; வேறு எதுவும் இல்லை.
}
invoices-link-text-unsent = { $paper ->
    [credit_note] இந்த இணைப்பு உள்ளவர் இந்த வரவுக் குறிப்பை மட்டும் பார்ப்பார்; வேறு எதுவும் இல்லை. நகலெடுத்தால் அனுப்பியதாகக் குறிக்கப்படும்.
   *[invoice] இந்த இணைப்பு உள்ளவர் இந்த விலைப்பட்டியலை மட்டும் பார்ப்பார்; வேறு எதுவும் இல்லை. நகலெடுத்தால் அனுப்பியதாகக் குறிக்கப்படும்.
}
invoices-thread = உரையாடல்
invoices-no-thread = { $paper ->
    [credit_note] இந்த வரவுக் குறிப்பு பற்றி யாரும் எழுதவில்லை.
   *[invoice] இந்த விலைப்பட்டியல் பற்றி யாரும் எழுதவில்லை.
}
invoices-open-thread = உரையாடலைத் திற
invoices-write = இதைப் பற்றி எழுது
invoices-message = செய்தி
invoices-written = உங்கள் செய்தி செல்கிறது.
invoices-link-only = { $paper ->
    [credit_note] இந்த இணைப்பு இந்த ஒரு வரவுக் குறிப்பை மட்டும் காட்டும். { $business } நிறுவனத்திற்கு இங்கே எழுதவும் மற்றவற்றைப் பார்க்கவும் உள்நுழையுங்கள்.
   *[invoice] இந்த இணைப்பு இந்த ஒரு விலைப்பட்டியலை மட்டும் காட்டும். { $business } நிறுவனத்திற்கு இங்கே எழுதவும் மற்றவற்றைப் பார்க்கவும் உள்நுழையுங்கள்.
}
invoices-how-to-pay = பணம் செலுத்தும் முறை
invoices-pay-account-name = கணக்கு வைத்திருப்பவர்
invoices-pay-bank-name = வங்கி
invoices-pay-account-number = கணக்கு எண்
invoices-pay-routing-code = வங்கிக் குறியீடு
invoices-pay-upi-id = UPI முகவரி
invoices-pay-pix-key = PIX குறியீடு
invoices-pay-payment-reference = குறிப்பு எண்
invoices-copy-value = நகலெடு: { $what }
invoices-copied = { $value } நகலெடுக்கப்பட்டது.
invoices-copy-by-hand = இங்கே நகலெடுக்க முடியவில்லை. உரையைத் தேர்ந்தெடுத்து நீங்களே நகலெடுங்கள்.
invoices-copy-code = PIX குறியீட்டை நகலெடு
invoices-scan = வங்கிச் செயலியில் ஸ்கேன் செய்க ({ $scheme })
invoices-code-alt = QR குறியீடு: { $name } என்பவருக்கு { $amount } செலுத்த, குறிப்பு { $reference }

invoices-paper-check = தாளில்
invoices-paper-letters = எந்த எழுத்துருவிலும் “{ $letters }” இல்லை. அதற்குப் பதிலாகக் கேள்விக்குறி அடையாளம் அச்சாகும்:
invoices-paper-in-organisation = உங்கள் நிறுவன விவரங்களில்
invoices-paper-in-client = வாடிக்கையாளர் விவரங்களில்
invoices-paper-in-draft = இந்த வரைவில்
invoices-paper-in-line = வரி { $line } இல்
invoices-no-bill = தாளில் சுவிஸ் QR-பில் இருக்காது:
invoices-no-bill-name = பெயரில் லத்தீன் எழுத்துகள் இல்லை
invoices-no-bill-postal-code = உங்கள் முகவரியில் அஞ்சல் குறியீடு இல்லை
invoices-no-bill-town = உங்கள் முகவரியில் நகரம் இல்லை
invoices-no-bill-country = உங்கள் முகவரியில் நாடு இல்லை
invoices-no-bill-reference = விலைப்பட்டியல் எண் QR குறிப்பாக மாற இயலாது (எண்கள், A முதல் Z, 26 இடங்கள்)
invoices-no-bill-amount = தொகை QR-பில்லின் வரம்பை மீறுகிறது

invoices-filter-credit-notes = வரவுக் குறிப்புகள்
invoices-none-credit-notes = வரவுக் குறிப்பு எதுவும் இல்லை.
invoices-credit = வரவு வை
invoices-credit-draft-for = வரவுக் குறிப்பு: { $client }
invoices-credits-invoice = { $date } தேதியிட்ட விலைப்பட்டியல் { $number } ஐத் திரும்பப் பெறுகிறது
invoices-credit-left = { $total } இல் { $left } வரவு வைக்கலாம். ஒரு பகுதிக்கு மட்டும் உருப்படிகளை நீக்குங்கள் அல்லது அளவைக் குறையுங்கள்.
invoices-credit-reason = காரணம்
invoices-credit-reason-hint = வரவுக் குறிப்பில் இருக்கும், எ.கா.: குறைவாக வந்தது
invoices-credit-date = வரவுக் குறிப்பின் தேதி
invoices-held-credit-send = வரவுக் குறிப்பு ({ $client }) சற்று நேரத்தில் வெளியிடப்பட்டு அனுப்பப்படும்.
invoices-held-credit-issue = வரவுக் குறிப்பு ({ $client }) சற்று நேரத்தில் வெளியிடப்படும்.
invoices-credit-rest = மீதமுள்ள வரவு
invoices-credit-rest-client = உங்களுக்குத் திரும்பக் கிடைப்பது
invoices-credit-used-of = { $total } இல் { $used } பயன்பட்டது.
invoices-credit-used = முழுதும் பயன்பட்டது.
invoices-credited-whole = வரவு வைக்கப்பட்டது. நிலுவை எதுவும் இல்லை.
invoices-credited-of = { $total } இல் { $credited } வரவு வைக்கப்பட்டது.
invoices-credit-notes = வரவுக் குறிப்புகள்
invoices-set-off = எதற்குப் பயன்பட்டது
invoices-not-set-off = இன்னும் பயன்படவில்லை.
invoices-taken-back = { $date } அன்று { $name } திரும்பப் பெற்றார்
invoices-credited-by = { $number } மூலம் வரவு
invoices-happened-credit-note = வரவுக் குறிப்பு { $number } { $amount } ஐத் திரும்பப் பெறுகிறது
invoices-happened-refund = { $name } { $amount } திருப்பித் தந்தார்
invoices-use-credit = விலைப்பட்டியலுக்குப் பயன்படுத்து
invoices-use-credit-title = வரவுக் குறிப்பு { $number } ஐப் பயன்படுத்து
invoices-credit-is-left = { $amount } மீதமுள்ளது.
invoices-credit-was-set = { $amount } விலைப்பட்டியல்களுக்குப் பயன்பட்டது.
invoices-refund = திருப்பித் தா
invoices-refund-title = { $number } இன் வரவைத் திருப்பித் தா
