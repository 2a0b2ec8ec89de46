# Month end, for the books.

months-month = Month
months-range = { $from } to { $to }
months-save-pack = Save the month's pack
months-totals = Totals
months-empty = No invoices and no payments in { $month }.
months-invoices = { $count ->
    [one] { $count } invoice
   *[other] { $count } invoices
}
months-credit-notes = { $count ->
    [one] { $count } credit note
   *[other] { $count } credit notes
}
months-taxable = Without tax
months-tax = Tax
months-payments = { $count ->
    [one] { $count } payment
   *[other] { $count } payments
}
months-checklist = Before you close the month
months-good-unallocated-payments = Every payment is set against an invoice.
months-good-number-gaps = The numbers have no gap.
months-good-unsent-invoices = Every invoice and credit note has reached its client.
months-good-pdfs-missing = Every invoice and credit note has its PDF.
months-good-clients-without-tax-id = Every client billed has a tax id.
months-check-unallocated-payments = { $count ->
    [one] { $count } payment is not set against an invoice.
   *[other] { $count } payments are not set against an invoice.
}
months-check-number-gaps = { $count ->
    [one] { $count } number is missing.
   *[other] { $count } numbers are missing.
}
months-check-unsent-invoices = { $count ->
    [one] { $count } invoice or credit note was not sent.
   *[other] { $count } invoices or credit notes were not sent.
}
months-check-pdfs-missing = { $count ->
    [one] { $count } invoice or credit note has no PDF yet.
   *[other] { $count } invoices or credit notes have no PDF yet.
}
months-check-clients-without-tax-id = { $count ->
    [one] { $count } client billed has no tax id.
   *[other] { $count } clients billed have no tax id.
}
months-pack = The pack
months-clear = Nothing is left to do. The month can be closed.
months-no-client = No client yet
months-more = and { $count } more
months-good-old-drafts = No draft of the month is waiting.
months-check-old-drafts = { $count ->
    [one] { $count } draft of this month or earlier is not issued.
   *[other] { $count } drafts of this month or earlier are not issued.
}
months-pack-holds = The pack is one ZIP file: every PDF, the invoices and payments as CSV and as an Excel workbook, files for beancount, ledger, QuickBooks and Xero, and a manifest with sums and hashes.
months-datev = With a file for DATEV
months-datev-hint = For a tax adviser in Germany or Austria, who knows these numbers. A business there gets the file in any case; without the numbers it has the usual ones.
months-datev-adviser = Adviser's number
months-datev-business = Business's number
months-datev-chart = Chart of accounts
months-datev-year = The year begins in
months-datev-range = A whole number from { $lowest } to { $highest }.
