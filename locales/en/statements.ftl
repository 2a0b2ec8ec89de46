# A client's statement of account.

statements-title = Statement of account
statements-period = Period
statements-this-year = This year
statements-last-quarter = Last quarter
statements-custom = Other days
statements-from = First day
statements-to = Last day
statements-backwards = The last day is before the first.
statements-range = { $from } to { $to }
statements-opening = Balance brought forward
statements-billed = Billed
statements-paid = Paid
statements-closing = Balance at the end
statements-save = Save as PDF
statements-saved = Saved as { $name }.
