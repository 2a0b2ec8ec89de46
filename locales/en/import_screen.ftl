# The import's screen; the reasons for single lines are in imports.ftl.

import-screen-summary = Clients, invoices and payments from the tool that you used before. First you see what would come; nothing is changed until you say so.
import-screen-drop = Drop the files here
import-screen-hint = The exports of one tool as CSV or XLSX, an address book (.vcf), or a table of your own. Clients, invoices and payments together, so that they find each other.
import-screen-tool = Where the files come from
import-screen-tool-any = Find it out from the files
import-screen-drop-file = Leave { $name } out
import-screen-preview = See what would come
import-screen-preview-note = The files are only read. Nothing is saved yet.
import-screen-reading = Reading the files …
import-screen-committing = Taking everything over …
import-screen-comes = What would come
import-screen-done = Taken over
import-screen-read-as = Read as an export of { $tool }.
import-screen-nothing = Nothing new: all of this is here already, or was refused.
import-screen-clients = { $count ->
    [one] { $count } client
   *[other] { $count } clients
}
import-screen-invoices = { $count ->
    [one] { $count } invoice
   *[other] { $count } invoices
}
import-screen-payments = { $count ->
    [one] { $count } payment
   *[other] { $count } payments
}
import-screen-known = { $count ->
    [one] { $count } record is here already and stays as it is.
   *[other] { $count } records are here already and stay as they are.
}
import-screen-totals = Sums compared with the source
import-screen-source-invoiced = Invoiced, in the source
import-screen-invoiced = Invoiced, here
import-screen-source-balance = Open, in the source
import-screen-balance = Open, here
import-screen-paid = Payments
import-screen-compared = Compared
import-screen-same = The same
import-screen-differs = Differs
import-screen-refused = { $count ->
    [one] { $count } line is refused
   *[other] { $count } lines are refused
}
import-screen-refused-note = These do not come. Mend them in the file and import it again: what is here already is not added twice.
import-screen-doubtful = { $count ->
    [one] { $count } line comes with a doubt
   *[other] { $count } lines come with a doubt
}
import-screen-doubtful-note = These come. Look whether they were understood as you meant them.
import-screen-show-all = Show all { $count }
import-screen-commit = Take everything over
import-screen-more = Import more files
import-screen-see = See the invoices

import-made = Imports that were made
import-made-files = { $tool }: { $files }
import-made-by = { $name }, { $when }
import-made-old = Made before it was kept what an import brings: cannot be undone as a whole.
import-undo = Undo this import
import-undo-title = Undo the import from { $tool }?
import-undo-goes = This goes, with everything that belongs to it:
import-undo-contacts = { $count ->
    [one] { $count } contact
   *[other] { $count } contacts
}
import-undo-sums = { $invoiced } invoiced, { $paid } paid
import-undo-note = Everything is then as it was before this import. The activity keeps saying that it was made and undone. The files can be imported again.
import-undo-checking = Looking whether it can be undone …
import-undone = The import was undone

import-table-any = Any table (CSV, XLSX)
import-table-note = For tables that none of the known tools wrote. Folio guesses from the headings; put right what is wrong.
import-table-lists = What this table lists
import-table-clients = Clients
import-table-invoices = Invoices
import-table-payments = Payments
import-table-leave = Leave it out
import-table-remembered = Read as you said the last time for these headings.
import-table-none = None of these files is a table.
table-field-client-name = Client's name
table-field-client-number = Client's number
table-field-first-name = First name
table-field-last-name = Last name
table-field-email = E-mail address
table-field-phone = Phone
table-field-street = Street
table-field-street2 = Address, second line
table-field-postal-code = Postal code
table-field-city = City
table-field-region = State or province
table-field-country = Country
table-field-tax-id = Tax ID
table-field-payment-terms = Payment terms in days
table-field-currency = Currency
table-field-invoice-number = Invoice number
table-field-invoice-date = Invoice date
table-field-due-date = Due date
table-field-status = Status (draft, cancelled)
table-field-reference = Reference
table-field-note = Note
table-field-description = What the line bills
table-field-quantity = Quantity
table-field-unit = Unit
table-field-price = Price of one
table-field-line-discount = Discount of the line
table-field-line-total = Amount of the line, without tax
table-field-tax-name = Name of the tax
table-field-tax-percent = Tax in %
table-field-tax-amount = Tax of the line as an amount
table-field-total = Total of the invoice
table-field-paid = Paid so far
table-field-paid-on = Paid on
table-field-balance = Still to be paid
table-field-payment-number = Payment's number
table-field-payment-date = Date of the payment
table-field-payment-amount = Amount of the payment
table-field-payment-method = How it was paid
table-field-payment-reference = Payer's reference
