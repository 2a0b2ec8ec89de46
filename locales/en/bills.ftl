# Bills that somebody received as data.

bills-open-another = Open another
bills-summary = Opens an e-invoice that you received and says what it says. Nothing of it is kept.
bills-read-only = Only shown, not kept.
bills-drop = Drop the bill here
bills-hint = XML (UBL, CII, XRechnung, Peppol), or a PDF with XML inside (Factur-X, ZUGFeRD).
bills-reading = Reading the bill …
bills-valid = Keeps all rules of { $form }.
bills-valid-remarks = { $count ->
    [one] Its receiver may refuse it all the same, for one reason; see below.
   *[other] Its receiver may refuse it all the same, for { $count } reasons; see below.
}
bills-breaks = { $count ->
    [one] Breaks one rule of { $form }.
   *[other] Breaks { $count } rules of { $form }.
}
bills-breaks-note = It can be read and is shown as it stands. Ask the sender for a right one before you pay or book it.
bills-unreadable = This is no bill that can be read.
bills-file-inside = { $file }, the file { $inside } inside it
bills-content = What the bill says
bills-invoice = Invoice
bills-credit-note = Credit note
bills-no-number = No number
bills-due = To be paid
bills-credited = Credited
bills-seller = From
bills-buyer = To
bills-period = Period
bills-your-reference = Your reference
bills-no-lines = The bill has no lines, only sums.
bills-all-lines = Show all { $count } lines
bills-article = Article { $number }
bills-price-for = { $price } for { $quantity }
bills-charge = Charge: { $amount } { $reason }
bills-allowance = Discount: { $amount } { $reason }
bills-charge-of-whole = Charge
bills-allowance-of-whole = Discount
bills-lines-total = Lines
bills-without-tax = Without tax
bills-with-tax = With tax
bills-tax-on = { $tax } on { $base }
bills-paid = Paid already
bills-rounding = Rounding
bills-payment = How to pay
bills-no-payment = The bill does not say how to pay it.
bills-pay-by = By
bills-payee = Payee
bills-account = Account
bills-account-name = Account holder
bills-bank = Bank
bills-pay-reference = Say with the payment
bills-mandate = Mandate
bills-debited = Debited account
bills-card = Card
bills-terms = Terms
bills-attachments = Attachments
bills-save-file = Save { $name }
bills-broken-rules = What is wrong
bills-remarks = What the receiver may refuse
bills-remarks-note = These are rules of a specification that asks for more than EN 16931.

bills-reference-invoice = About invoice
bills-reference-order = Order
bills-reference-sales-order = Sales order
bills-reference-contract = Contract
bills-reference-project = Project
bills-reference-delivery = Delivery note

bills-unit-hours = h
bills-unit-days = d
bills-unit-months = months
bills-unit-years = years
bills-unit-minutes = min
bills-unit-kilograms = kg
bills-unit-metres = m
bills-unit-kilometres = km
bills-unit-square-metres = m²
bills-unit-litres = l
bills-unit-kilowatt-hours = kWh
bills-unit-code = ({ $code })

bills-tax-standard = VAT
bills-tax-zero = Zero rated
bills-tax-exempt = Exempt
bills-tax-reverse-charge = Reverse charge: the buyer owes the tax
bills-tax-intra-community = Supply within the European Union
bills-tax-export = Export
bills-tax-out-of-scope = Outside the scope of VAT
bills-tax-canary-islands = IGIC (Canary Islands)
bills-tax-ceuta = IPSI (Ceuta and Melilla)
bills-tax-other = Tax “{ $code }”

bills-pay-cash = Cash
bills-pay-cheque = Cheque
bills-pay-transfer = Bank transfer
bills-pay-direct-debit = Direct debit
bills-pay-card = Card
bills-pay-standing = As agreed
bills-pay-clearing = Set off against other bills

bills-at-seller = Seller
bills-at-buyer = Buyer
bills-at-payment = Payment
bills-at-taxes = Taxes
bills-at-totals = Totals
bills-at-reductions = Discounts and charges
bills-at-delivery = Delivery
bills-at-attachments = Attachments
bills-at-line = Line { $line }

bills-rule-head = The number, a date, the kind or the currency of the bill is missing or unknown.
bills-rule-seller = Something about the seller is missing.
bills-rule-buyer = Something about the buyer is missing.
bills-rule-line = A line is incomplete.
bills-rule-reduction = A discount or charge lacks its amount, tax or reason.
bills-rule-sum-missing = A sum is missing.
bills-rule-sums = The amounts do not add up.
bills-rule-period = A period ends before it begins, or has no dates.
bills-rule-payment = What it says about paying is incomplete.
bills-rule-reference = The reference to another document, or the one that the buyer asked for, is missing.
bills-rule-tax-number = A VAT number does not begin with its country.
bills-rule-tax = What it says about taxes is incomplete or contradicts itself.
bills-rule-delivery = The date or country of the delivery is missing.
bills-rule-date = A date is not written as the format asks.
bills-rule-decimals = An amount has more than two decimals.
bills-rule-code = A code is in none of the official lists.
bills-rule-structure = Something is missing, twice, or in a place where the format does not allow it.
bills-rule-narrowed = A further rule of this specification is broken.
bills-rule-other = A rule of the format is broken.

bills-unreadable-empty = The file is empty.
bills-unreadable-large = It is larger than the { $max } MB that are read.
bills-unreadable-letters = Its letters are not in the encoding that it names. Ask the sender for it anew.
bills-unreadable-odd = Line { $line } does what no bill needs to do, so it was not read further.
bills-unreadable-text = It is neither a PDF nor XML that is whole; line { $line } breaks off or is something else.
bills-unreadable-old = It is written in ZUGFeRD 1.0, an older format that is no longer in use. Ask the sender for a newer one.
bills-unreadable-other = It is XML, but no bill: it begins with “{ $root }”.
bills-unreadable-pdf-none = This PDF has no e-invoice inside. It is for reading and paper alone.
bills-unreadable-pdf = This PDF is damaged or locked.
