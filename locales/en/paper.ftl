# Words on invoices and the other papers that clients get.

invoice = Invoice
invoice-titled = Invoice { $number }
billed-to = Billed to
tax-id = Tax ID: { $id }

invoice-number = Invoice number
issue-date = Invoice date
delivered-on = Delivered on
reference = Your reference

amount-due = Amount due
due-by = Due by { $date }
nothing-due = Nothing to pay

line-description = Description
line-quantity = Quantity
line-unit-price = Unit price
line-tax = Tax
line-amount = Amount
line-discount = Discount { $rate }: { $amount }
line-discount-amount = Discount: { $amount }

subtotal = Subtotal
subtotal-with-tax = Subtotal, tax included
discount = Discount
discount-rate = Discount { $rate }
taxable-total = Total before tax
tax-on = { $name } { $rate } on { $base }
tax-included-on = Includes { $name } { $rate } on { $base }
total-with-currency = Total ({ $currency })

tax-zero-rated = { $name }: zero rated.
tax-exempt = { $name }: exempt.
tax-reverse-charge = Reverse charge: the customer accounts for the tax.
tax-intra-community = Intra-Community supply, exempt from VAT.
tax-export = Export, free of tax.
tax-out-of-scope = Not subject to tax.

how-to-pay = How to pay
account-name = Account holder
bank-name = Bank
iban = IBAN
bic = BIC
account-number = Account number
routing-code = Routing code
ifsc = IFSC
upi-id = UPI ID
pix-key = PIX key
pay-with-slip = Pay with the payment part at the foot of the last page.
payment-reference = Payment reference
scan-to-pay = Scan with your banking app
payment-code-alt = QR code: pay { $amount } to { $name }, reference { $reference }
note = Note

receipt = Receipt
receipt-titled = Receipt, { $date }
receipt-file = Receipt { $client } { $date }
received-from = Received from
received-on = Received on
payment-method = Paid by
amount-received = Amount received
paid-invoice = Invoice
invoice-total = Invoice amount
paid-part = Paid with this
stays-as-credit = Stays as your credit
unallocated = Set against no invoice
total-received = Received ({ $currency })
reversed-on = Reversed on { $date }
receipt-reversed = This payment was reversed on { $date }. It no longer counts, and what it had paid is to be paid again.

method-bank-transfer = Bank transfer
method-cash = Cash
method-card = Card
method-cheque = Cheque
method-upi = UPI
method-other = Another way

statement = Statement of account
statement-titled = Statement of account, { $period }
statement-file = Statement { $client } { $from } { $to }
statement-for = Statement for
period-from = From
period-to = To
period = { $from } – { $to }
drawn-up-on = Drawn up on
client-number = Client number
balance-on = Balance on { $date }
in-your-favour = In your favour
movement-date = Date
movement-billed = Billed
movement-paid = Paid
movement-balance = Balance ({ $currency })
brought-forward = Balance brought forward
payment-by = Payment: { $method }
reversal-of = Reversal of the payment of { $date }
reversal = Reversal of a payment
movement-credit-note = Credit note { $number }
movement-refund = Paid back: { $method }
nothing-moved = Nothing was billed or paid in this period.
sum-billed = Billed
sum-paid = Paid
balance-at-end = Balance ({ $currency })
ageing = How old the balance is
not-due-yet = Not due yet
late-30 = 1–30 days late
late-60 = 31–60 days late
late-90 = 61–90 days late
late-over-90 = Over 90 days late
less-credit = Your credit

logo-alt = Logo of { $name }

paper-draft = Draft
paper-credit = Credit note
paper-credit-titled = Credit note { $number }
paper-credit-to = Credited to
paper-credit-number = Credit note number
paper-credit-date = Date
paper-credit-amount = Credited
paper-credit-of = Credits invoice { $number } of { $date }
paper-credit-reason = Reason: { $reason }

sample-client = Harbour Books Ltd
sample-street = 3 Quay Street
sample-city = Galway
sample-line-1 = Brand workshop, half a day
sample-line-2 = Website: design and build
sample-line-3 = Printed cards, recycled paper
sample-hours = h
sample-tax = VAT
sample-note = Thank you for the good work together.

page-of = Page { $page } of { $pages }

date-long = { $day } { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
