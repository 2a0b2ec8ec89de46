# The screen of bank statements.

bank-summary = Opens what your bank sent and shows what came and went. Nothing of it is kept.
bank-not-kept = Shown only, not kept: leaving this screen forgets it.
bank-close = Close all
bank-drop = Drop bank statements here
bank-drop-more = Drop more statements here
bank-hint = camt.053, MT940, OFX or CSV, as your bank offers them. Several files together, so that what stands twice is counted once.
bank-reading = Reading the statements …
bank-files = { $count ->
    [one] { $count } file
   *[other] { $count } files
}
bank-file-good = { $count ->
    [one] { $format }, { $count } entry
   *[other] { $format }, { $count } entries
}
bank-file-doubtful = { $count ->
    [one] { $format }, { $count } entry; look at what follows
   *[other] { $format }, { $count } entries; look at what follows
}
bank-file-asks-columns = Say what its columns mean.
bank-file-asks-currency = Say which currency the account is in.
bank-file-refused = Could not be read. The other files are open.
bank-file-repeated = { $count ->
    [one] { $count } was in an earlier file
   *[other] { $count } were in an earlier file
}
bank-columns = Columns
bank-leave-out = Leave { $name } out
bank-findings = { $count ->
    [one] { $count } remark
   *[other] { $count } remarks
}
bank-findings-all = Show all { $count }
bank-severity-unread = Not read:
bank-severity-broken = Contradicts itself:
bank-severity-note = Note:
bank-at-line = line { $line }
bank-at-line-and-field = line { $line }, { $field }

bank-map-note = Say which column means what. It holds for this file as long as it is open, and is not remembered.
bank-map-account = Account of this table
bank-map-needs-date = A column with the date is missing.
bank-map-needs-amount = A column with the amount is missing, or one with money out and one with money in.
bank-map-amount-twice = Either one column with the amount, or one with money out and one with money in; not both.
bank-map-needs-currency = The currency is missing.
bank-read-so = Read it so
bank-field-booking-date = Date of booking
bank-field-value-date = Value date
bank-field-amount = Amount (below zero is money out)
bank-field-debit = Money out
bank-field-credit = Money in
bank-field-direction = Word for in or out
bank-field-currency = Currency
bank-field-account = Account of the table
bank-field-counterparty = Who paid or was paid
bank-field-counterparty-account = Their account
bank-field-remittance = What it is for
bank-field-end-to-end-id = Payer’s ID
bank-field-bank-reference = Bank’s ID
bank-field-kind = Kind of booking
bank-field-balance = Balance after the line
bank-field-status = Booked or only expected

bank-accounts = Accounts
bank-account = Account
bank-all-accounts = All accounts
bank-account-unnamed = Account without a number
bank-opening = Before
bank-closing = After
bank-not-said = not stated
bank-came = Money in
bank-went = Money out
bank-too-large = too large to sum up
bank-adds-up = The entries make the closing balance.
bank-adds-not-up = The entries do not make the closing balance.
bank-adds-unknown = Without both balances it cannot be told whether the entries are complete.
bank-statements = { $count ->
    [one] { $count } statement
   *[other] { $count } statements
}
bank-entries = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}
bank-gap-number = Statement { $number } is missing, between { $ended } and { $begins }.
bank-gap-numbers = Statements { $first } to { $last } are missing, between { $ended } and { $begins }.
bank-gap-balance = Something is missing: { $ended } closes with { $closing }, but { $begins } opens with { $opening }.

bank-entries-title = Entries
bank-no-entries = There are no entries in these statements.
bank-none-fit = No entry fits.
bank-left-out = { $count ->
    [one] { $count } older entry is not shown. Open fewer files together.
   *[other] { $count } older entries are not shown. Open fewer files together.
}
bank-direction = Direction
bank-direction-all = In and out
bank-direction-in = Money in
bank-direction-out = Money out
bank-search = Search name, text, reference or amount
bank-booked-on = Booked on
bank-valued-on = Value date
bank-counterparty = Who
bank-counterparty-account = Their account
bank-counterparty-bank = Their bank
bank-remittance = What it is for
bank-no-text = no text
bank-reference = Reference
bank-end-to-end = Payer’s ID
bank-bank-reference = Bank’s ID
bank-own-reference = Own ID
bank-kind = Kind of booking
bank-stands-in = Stands in
bank-in-file = { $files }, line { $line }
bank-mark = Note
bank-record = Record a payment
bank-recorded = Recorded
bank-again = In { $count } places, counted once
bank-again-short = { $count }×
bank-pending = Only expected
bank-entry-in = Money in
bank-entry-out = Money out
bank-takes-back = This takes back an earlier entry.
