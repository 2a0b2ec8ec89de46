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
payment-reference = Payment reference
scan-to-pay = Scan with your banking app
payment-code-alt = QR code: pay { $amount } to { $name }, reference { $reference }
note = Note

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
