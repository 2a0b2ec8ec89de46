# Month end, for the books.

months-month = Month
months-range = { $from } to { $to }
months-save-pack = Save the month's pack
months-packing = Packing the month …
months-saved = Saved as { $name }.
months-totals = Totals
months-empty = No invoices and no payments in { $month }.
months-invoices = { $count ->
    [one] { $count } invoice
   *[other] { $count } invoices
}
months-taxable = Without tax
months-tax = Tax
months-payments = { $count ->
    [one] { $count } payment
   *[other] { $count } payments
}
months-checklist = Before you close the month
months-look = Look
months-good-unallocated-payments = Every payment is set against an invoice.
months-good-number-gaps = The invoice numbers have no gap.
months-good-unsent-invoices = Every invoice has reached its client.
months-good-pdfs-missing = Every invoice has its PDF.
months-good-clients-without-tax-id = Every client billed has a tax id.
months-check-unallocated-payments = { $count ->
    [one] { $count } payment is not set against an invoice.
   *[other] { $count } payments are not set against an invoice.
}
months-check-number-gaps = { $count ->
    [one] { $count } invoice number is missing.
   *[other] { $count } invoice numbers are missing.
}
months-check-unsent-invoices = { $count ->
    [one] { $count } invoice was not sent.
   *[other] { $count } invoices were not sent.
}
months-check-pdfs-missing = { $count ->
    [one] { $count } invoice has no PDF yet.
   *[other] { $count } invoices have no PDF yet.
}
months-check-clients-without-tax-id = { $count ->
    [one] { $count } client billed has no tax id.
   *[other] { $count } clients billed have no tax id.
}
months-pack-holds = The pack is one ZIP file: every PDF, a list of the invoices and one of the payments as CSV, and a manifest with sums and hashes.
