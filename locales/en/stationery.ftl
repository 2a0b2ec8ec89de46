# How the papers of the business look.

stationery-title = Look of your papers
stationery-summary = Invoices, credit notes, receipts and statements of account all look like this. What was issued stays as it is.
stationery-template = Template
stationery-template-ledger = Ledger
stationery-template-ledger-about = Quiet: hairlines, numbers first
stationery-template-letter = Letter
stationery-template-letter-about = Classical: your name in the middle, between rules
stationery-template-bold = Bold
stationery-template-bold-about = A band in your colour
stationery-accent = Colour
stationery-accent-preset = Colour { $colour }
stationery-accent-own = A colour of your own
stationery-accent-darker = This is too pale to be read on paper. { $colour } is printed: the same colour, darker.
stationery-sheet = Paper
stationery-sheet-usual = As usual in your country
stationery-sheet-a4 = A4
stationery-sheet-us-letter = Letter (US)
stationery-logo = Logo
stationery-logo-alt = Your logo
stationery-logo-remove = Remove the logo
stationery-logo-replace = Drop another logo here
stationery-logo-drop = Drop your logo here
stationery-logo-hint = PNG, JPEG or SVG, up to 256 kB. It stands on white.
stationery-preview = A sample invoice, as it will be printed
stationery-preview-alt = A sample invoice in the template { $template }
