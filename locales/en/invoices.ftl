# Invoices and their drafts.

invoices-invoice = Invoice
invoices-titled = { $paper ->
    [credit_note] Credit note { $number }
   *[invoice] Invoice { $number }
}
invoices-new = New invoice
invoices-new-summary = Type the client’s name and press Enter.
invoices-client-later = Choose the client later
invoices-count = { $paper ->
    [credit_note] { $invoices ->
        [one] { $shown } credit note
       *[other] { $shown } credit notes
    }
   *[invoice] { $invoices ->
        [one] { $shown } invoice
       *[other] { $shown } invoices
    }
}
invoices-search = Search invoices
invoices-filter = Which invoices
invoices-filter-all = All
invoices-filter-open = Open
invoices-filter-overdue = Late
invoices-filter-paid = Paid
invoices-filter-unsent = Not sent
invoices-empty = No invoices yet. The first one takes a minute.
invoices-empty-client = No invoices for you yet.
invoices-none-found = { $paper ->
    [credit_note] No credit note fits “{ $words }”.
   *[invoice] No invoice fits “{ $words }”.
}
invoices-none-open = Everything is paid.
invoices-none-overdue = Nothing is late.
invoices-none-paid = No invoice is paid yet.
invoices-none-unsent = Everything was sent.
invoices-show-all = Show all invoices
invoices-client = Client
invoices-no-client = no client yet
invoices-another-client = another client
invoices-status = Status
invoices-due = Due
invoices-total = Total
invoices-amount-due = Amount due

invoices-draft = Draft of an invoice
invoices-draft-for = Draft for { $client }
invoices-draft-gone = This draft was issued or discarded.
invoices-head = For whom and when
invoices-lines = What for
invoices-tail = Further
invoices-tax-mode = Prices
invoices-tax-exclusive = without tax
invoices-tax-inclusive = tax included
invoices-day-of-issue = the day it is issued
invoices-terms = Days to pay
invoices-due-on = Due on { $date }
invoices-line-number = Line { $number }
invoices-discount = Discount
invoices-discount-kind = Kind of discount
invoices-discount-whole = Discount on everything
invoices-discount-of = Discount { $discount }
invoices-no-discount = no discount
invoices-taxes = Taxes
invoices-no-tax = No tax
invoices-other-tax = Another tax
invoices-tax-name = Name of the tax
invoices-tax-example = GST
invoices-tax-rate = Rate
invoices-tax-category = Kind
invoices-add-tax = Add tax
invoices-category-standard = With a rate
invoices-category-zero-rated = Zero rated
invoices-category-exempt = Exempt
invoices-category-reverse-charge = Reverse charge
invoices-category-intra-community = Within the European Union
invoices-category-export = Export
invoices-category-out-of-scope = Not subject to tax
invoices-amount = Amount
invoices-unit-example = hour
invoices-add-line = Add line
invoices-move-up = Move line { $number } up
invoices-delete-line = Delete line { $number }
invoices-keys-enter = next line
invoices-keys-move = move
invoices-keys-delete = delete
invoices-line-kept = { $name } wanted to delete this line, but it had just been changed, so it stayed.
invoices-delete-anyway = Delete it
invoices-reference = Client’s reference
invoices-reference-hint = Such as an order number
invoices-note = Note below the lines
invoices-subtotal = Subtotal
invoices-subtotal-inclusive = Subtotal, tax included
invoices-taxable = Before tax
invoices-tax-on = { $tax } on { $base }
invoices-tax-included = { $tax } on { $base }, included
invoices-stale = What is typed cannot be added up yet; the figures are those of before.
invoices-pages = Preview
invoices-pages-title = As it would be printed
invoices-pages-about = Drawn from the draft as it is saved. It has no number until it is issued.
invoices-page-of = Page { $page } of { $count }
invoices-pages-first = Only the first { $shown } of { $count } pages are shown.
invoices-pages-not-yet = The pages cannot be drawn yet: { $reason }
invoices-issue = Issue
invoices-issue-and-send = Issue and send
invoices-before-issue = Before it can be issued: { $reason }
invoices-mailed-to = Will be mailed to { $addresses }
invoices-nobody-mailed = No contact gets invoices by mail. After issuing there is a link to copy.
invoices-held-send = The invoice for { $client } is issued and sent in a moment.
invoices-held-issue = The invoice for { $client } is issued in a moment.
invoices-leaves-soon = It leaves in a moment. Undo gives the draft back; no number is used up.
invoices-waits-for-server = It waits for the server, which gives it its number. You can go on with other things.
invoices-discard = Discard draft
invoices-discard-title = Discard this draft?
invoices-discard-text = The draft and its lines go away. No number is used up.

invoices-printed = As it is printed
invoices-printed-about = Drawn from the PDF that was made when it was issued.
invoices-save-pdf = Save PDF
invoices-view-pdf = View PDF
invoices-preview = { $paper ->
    [credit_note] The credit note
   *[invoice] The invoice
}
invoices-billed-to = { $paper ->
    [credit_note] Credited to
   *[invoice] Billed to
}
invoices-nothing-left = Paid. Nothing is left to pay.
invoices-paid-of = { $paid } of { $total } is paid.
invoices-viewed-by = { $name }, { $time }
invoices-timeline = What happened
invoices-happened-payment = { $name } recorded { $amount }
invoices-happened-reversal = { $name } reversed a payment ({ $amount })
invoices-happened-mail-queued = The mail to { $email } is on its way
invoices-happened-mail-sent = The mail to { $email } was sent
invoices-happened-mail-failed = The mail to { $email } was not delivered
invoices-happened-mail-not-sent = The mail to { $email } was not sent again after a restore
invoices-happened-mail-copy-link = No mail went to { $email }: no mail server is set up
invoices-no-payments = Nothing paid yet.
invoices-deliveries = Sending
invoices-not-sent = Not sent yet.
invoices-sent-otherwise = Sent outside of Folio.
invoices-delivery-queued = on its way
invoices-delivery-sent = sent
invoices-delivery-failed = not delivered
invoices-delivery-not-sent = not sent again after a restore: send it yourself if it never arrived
invoices-delivery-copy-link = no mail server: copy the link
invoices-send = Send
invoices-send-title = { $paper ->
    [credit_note] Send credit note { $number }
   *[invoice] Send invoice { $number }
}
invoices-send-to = These people get a link to it:
invoices-nobody-to-send = No contact of this client gets invoices by mail. Add an address first, or copy the link.
invoices-to-contacts = To the contacts
invoices-held-mail = { $paper ->
    [credit_note] Credit note { $number } leaves in a moment.
   *[invoice] Invoice { $number } leaves in a moment.
}
invoices-copy-link = Copy a link
invoices-link = { $paper ->
    [credit_note] Link to this credit note alone
   *[invoice] Link to this invoice alone
}
invoices-end-links = End all links
invoices-links-ended = { $paper ->
    [credit_note] Every link to this credit note has ended. Make a new one when someone needs it.
   *[invoice] Every link to this invoice has ended. Make a new one when someone needs it.
}
invoices-link-title = { $paper ->
    [credit_note] Link to credit note { $number }
   *[invoice] Link to invoice { $number }
}
invoices-link-text = { $paper ->
    [credit_note] Whoever has this link sees this credit note, and nothing else.
   *[invoice] Whoever has this link sees this invoice, and nothing else.
}
invoices-link-text-unsent = { $paper ->
    [credit_note] Whoever has this link sees this credit note, and nothing else. Copying it marks the credit note as sent.
   *[invoice] Whoever has this link sees this invoice, and nothing else. Copying it marks the invoice as sent.
}
invoices-thread = Conversation
invoices-no-thread = { $paper ->
    [credit_note] Nobody has written about this credit note.
   *[invoice] Nobody has written about this invoice.
}
invoices-open-thread = Open the conversation
invoices-write = Write about this
invoices-message = Message
invoices-written = Your message is on its way.
invoices-link-only = { $paper ->
    [credit_note] This link shows this one credit note. To write to { $business } here and see everything else, sign in.
   *[invoice] This link shows this one invoice. To write to { $business } here and see everything else, sign in.
}
invoices-how-to-pay = How to pay
invoices-pay-account-name = Account holder
invoices-pay-bank-name = Bank
invoices-pay-account-number = Account number
invoices-pay-routing-code = Bank code
invoices-pay-upi-id = UPI ID
invoices-pay-pix-key = PIX key
invoices-pay-payment-reference = Reference
invoices-copy-value = Copy: { $what }
invoices-copied = { $value } copied.
invoices-copy-by-hand = It could not be copied here. Select the text and copy it.
invoices-copy-code = Copy the PIX code
invoices-scan = Scan with your banking app ({ $scheme })
invoices-code-alt = QR code: pay { $amount } to { $name }, reference { $reference }

invoices-paper-check = On paper
invoices-paper-letters = No font has “{ $letters }”. A sign with a question mark will stand for it:
invoices-paper-in-organisation = in the particulars of your business
invoices-paper-in-client = in the client’s particulars
invoices-paper-in-draft = in this draft
invoices-paper-in-line = in line { $line }
invoices-no-bill = The paper will have no Swiss QR-bill:
invoices-no-bill-name = the name has no Latin letters
invoices-no-bill-postal-code = your address has no postal code
invoices-no-bill-town = your address has no city
invoices-no-bill-country = your address has no country
invoices-no-bill-reference = the invoice number cannot become a QR reference (digits, A to Z, 26 places)
invoices-no-bill-amount = it asks for more than a QR-bill may

invoices-filter-credit-notes = Credit notes
invoices-none-credit-notes = No credit notes.
invoices-credit = Credit
invoices-credit-draft-for = Credit note for { $client }
invoices-credits-invoice = Takes back invoice { $number } of { $date }
invoices-credit-left = { $left } of { $total } can be credited. Delete lines or lower quantities to credit a part.
invoices-credit-reason = Reason
invoices-credit-reason-hint = Stands on the credit note, for example: delivered too little
invoices-credit-date = Date of the credit note
invoices-held-credit-send = The credit note for { $client } is issued and sent in a moment.
invoices-held-credit-issue = The credit note for { $client } is issued in a moment.
invoices-credit-rest = Credit left
invoices-credit-rest-client = You get back
invoices-credit-used-of = { $used } of { $total } is used.
invoices-credit-used = All of it is used.
invoices-credited-whole = Credited. Nothing is left to pay.
invoices-credited-of = { $credited } of { $total } is credited.
invoices-credit-notes = Credit notes
invoices-set-off = Used for
invoices-not-set-off = Not used yet.
invoices-taken-back = Taken back on { $date } by { $name }
invoices-credited-by = Credited with { $number }
invoices-happened-credit-note = Credit note { $number } takes back { $amount }
invoices-happened-refund = { $name } paid back { $amount }
invoices-use-credit = Use for an invoice
invoices-use-credit-title = Use credit note { $number }
invoices-credit-is-left = { $amount } is left.
invoices-credit-was-set = { $amount } is used for invoices.
invoices-refund = Pay back
invoices-refund-title = Pay back the credit of { $number }
