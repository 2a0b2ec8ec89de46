# What went wrong, what is safe, and one next step.

error-unknown = Something did not work ({ $code }). Nothing you saved is lost. Try again, or send us the code below.
error-screen-not-loaded = This screen could not be loaded. What you saved is safe. Load the page again.
error-copy-code = Copy the error code
error-code-copied = Code copied

problem-internal = Something went wrong inside Folio. Nothing you saved is lost. Try again; if it comes back, copy the code and ask for help.
problem-offline = Couldn't reach the server. What was saved stays saved. Check the connection and try again.
problem-signed-out = You are signed out. Sign in again to go on.
problem-wrong-sign-in = The e-mail address or the password is wrong. Check both and try again.
problem-too-many-tries = Too many tries. Wait a few minutes, then try again.
problem-password-too-short = The password is too short. Use at least ten characters; a few words are good.
problem-link-used = This link was used already. Ask for a new one.
problem-link-expired = This link has expired. Ask for a new one.
problem-too-old = This app is too old for the server. Your work is safe here. Update the app to go on.
problem-purged = Your access was ended, and the records were removed from this computer. Ask the owner of the business.
problem-purged-kept = Your access was ended, and the records were removed from this computer. What had not reached the server is kept, sealed (changes: { $changes }, files: { $files }): { $path }. Give this file to the owner of the business, who can open it.
problem-no-keyring = This computer has no keyring to keep the key of your records in, so nothing was stored. Install GNOME Keyring or KWallet and start Folio again.
problem-keyring-locked = The keyring of this computer is locked. Unlock it and try again; nothing was stored.
problem-desktop-only = This works in the Folio app on a computer, not in the browser.
problem-bad-request = The server did not understand this request. Nothing was changed. Update the app and try again.
problem-body-too-large = This is too large to be sent at once. Nothing was changed. Send it in smaller parts.
problem-mutation-reused = This change was sent before with other content. Nothing was changed twice. Load the screen again and repeat the change.
problem-bad-server-address = There is no Folio server at this address. Check the address; it looks like folio.example.org.
problem-bad-recovery-code = This is not the recovery code of this backup. Check it against the printed sheet.
problem-bad-backup = This file is neither a backup nor a full export of Folio, or it is damaged. Nothing was changed. Choose another file.
problem-code-needed = This is a backup: only its recovery code opens it. Nothing was changed. Choose “A backup” and type the code.
problem-not-whole = This file cannot be brought back, and nothing was changed. Choose another file. What was found: { $found }
problem-home-not-empty = There is a business on this computer already. A backup can only be restored where there is none.
problem-no-einvoice = This invoice has no e-invoice.
problem-pdf-not-ready = The PDF is still being made. Try again in a moment.
problem-file-not-ready = The file has not arrived completely yet. Try again in a moment.
problem-file-hash = The file changed on its way and was not kept. Send it again.
problem-import-unreadable = This file cannot be read as an export of the other tool. Nothing was imported. Export it again as CSV.
problem-cancelled = You stopped this. Nothing was changed.
problem-too-late-to-undo = This has left already and cannot be undone here any more. Nothing else was changed.
problem-file-not-saved = The file could not be saved there. Nothing was written. Choose another folder and try again.
problem-browser-only = This link opens in a browser. Paste it there.
problem-backup-under-way = A backup of this business is being taken already. Wait until it is done, then try again.
problem-saves-under-way = Several files of this business are being made already. Wait until one is done, then try again.

refused-not-found = This does not exist any more, or it is not yours to see.
refused-forbidden = Your role does not allow this. Ask the owner of the business.
refused-id-taken = This was saved already. Open the list again to see it.
refused-empty = “{ $field }” is empty. Fill it in and save again.
refused-too-long = “{ $field }” is too long: at most { $max } characters.
refused-out-of-range = “{ $field }” is outside of what is possible.
refused-not-an-email = This is not an e-mail address. It needs an @ and a domain.
refused-amount-too-large = This amount is too large to be billed.
refused-mixed-currencies = Two currencies cannot be added up. Use one currency for the whole invoice.
refused-bad-value = “{ $field }” cannot have this value.
refused-unknown-field = This version of Folio does not know “{ $field }”. Update the app and try again.
refused-no-client = Choose a client first.
refused-no-lines = Add at least one line.
refused-due-before-issue = The due date is before the invoice date. Choose a later one.
refused-draft-changed = Someone changed this draft meanwhile. Look at it once more, then issue it.
refused-draft-closed = This draft is already being issued, or it was discarded.
refused-series-in-use = This series has given numbers already and cannot go back.
refused-bad-pattern = The pattern needs exactly one place for the number, such as 2026-0001.
refused-no-glyph = “{ $letter }” in “{ $field }” cannot be printed. Replace it and try again.
refused-einvoice-incomplete = The e-invoice for this client is not complete. The draft lists what is missing.
refused-over-allocated = More is set against invoices than was paid. Lower one of the amounts.
refused-over-paid = That is more than invoice { $number } still asks for.
refused-credit-of-credit = This is a credit note itself. Only an invoice can be credited.
refused-nothing-to-credit = Nothing of invoice { $number } is left to credit.
refused-credits-nothing = A credit note must give something back. Leave at least one line with an amount.
refused-below-nothing = It comes to less than nothing. What is given back is written as a credit note: open the invoice that it belongs to and credit it.
refused-over-credited = That is more than is left of invoice { $number }. The draft is kept: delete lines or lower quantities.
refused-over-credited-tax = Of { $tax } { $percent } %, that is more than is left of invoice { $number }. The draft is kept: lower what is taxed so.
refused-credit-fixed = A credit note keeps the client, the currency and the kind of prices of its invoice.
refused-credit-before-invoice = A credit note cannot be dated before its invoice. The earliest date is { $earliest }.
refused-over-set-off = That is more than is left of this credit note.
refused-same-pattern = Invoices and credit notes need different patterns, or nobody could tell their numbers apart.
refused-not-positive = The amount must be more than zero.
refused-cannot-reverse = This payment was reversed already.
refused-other-client = This invoice belongs to another client.
refused-last-owner = The last owner cannot leave. Make someone else an owner first.
refused-undone = This was taken back in time. Nothing was issued and nothing was sent.
refused-already-imported = This file was imported before. Nothing was added a second time.
refused-import-meanwhile = Another import was made or undone meanwhile. Nothing was added. Look once more at what would come, then take it over.
refused-import-not-kept = This import was made before Folio kept what an import brings. It cannot be undone as a whole. Nothing was removed.
refused-import-touched = { $what ->
    [edited] “{ $label }” was changed or removed since this import.
    [added] “{ $label }” has more now than this import brought: a draft, a payment, a message, a document, a note or a sign-in.
    [paid] A payment was set against invoice { $label } since this import.
    [reversed] The payment of { $label } was reversed since this import.
    [viewed] Invoice { $label } was looked at by the client.
    [sent] Invoice { $label } was sent.
    [discussed] There is a message about invoice { $label }.
    [credited] Another invoice takes invoice { $label } back.
    [linked] A link to “{ $label }” is out and may be opened. End it first.
    [numbered] Your own invoices have passed over number { $label }; without it they would have a gap.
   *[other] What this import brought was used since.
} { $rest ->
    [some] And { $more } more.
   *[none] { "" }
} This import cannot be undone. Nothing was removed.
refused-file-too-large = The file is too large. The limit is { $max }.
refused-logo-kind = This is neither a PNG, a JPEG nor an SVG file. Your logo was not changed. Choose a file of one of these kinds.
refused-logo-broken = This picture cannot be read: it may be damaged, empty or far too large. Your logo was not changed. Save it again in another program, or choose another file.
refused-logo-colours = This JPEG is in a printer's colours (CMYK). Your logo was not changed. Save it as RGB or as PNG and choose it again.
refused-logo-text = This SVG holds text or pictures, which would look different on every computer. Your logo was not changed. Turn the text into outlines, or save it as PNG.
refused-number-taken = Number { $number } and the ones after it belong to other invoices already. Nothing was issued. Choose another pattern in the settings and issue it again.
refused-too-far-ahead = An invoice cannot be dated more than a year ahead. Nothing was issued. Check the invoice date.
refused-too-many = That is too much at once. The limit is { $max }.

field-name = Name
field-email = E-mail address
field-phone = Phone number
field-address = Address
field-description = Description
field-quantity = Quantity
field-unit-price = Unit price
field-tax-rate = Tax rate
field-discount = Discount
field-currency = Currency
field-issue-date = Invoice date
field-due-date = Due date
field-number = Number
field-amount = Amount
field-note = Note
field-subject = Subject
field-body = Message
field-reference = Reference
field-first-name = First name
field-last-name = Last name
field-title = Title
field-text = Text
field-file-name = File name
field-pattern = Number pattern
field-next = Next number
field-country = Country
field-street = Street
field-postal-code = Postal code
field-city = City
field-region = State or region
field-tax-id = Tax id
field-tax-name = Name of the tax
field-taxes = Taxes
field-hours = Opening hours
field-time-zone = Time zone
field-invoice-note = Note on invoices
field-payment-terms-days = Days to pay
field-client-number = Client number
field-delivered-on = Date of delivery
field-template = Template
field-accent = Colour
field-sheet = Paper
field-logo = Logo
field-choice = Form of e-invoice
field-endpoint = Electronic address
field-buyer-reference = Reference that the client asks for
field-exemption-reason = Why exempt lines bear no tax
field-reason = Reason
field-unit = Unit
field-billing = Client, currency and tax mode
field-language = Language
field-gets-invoices = Gets invoices
field-allocation = Amount for the invoice
field-bank = Bank details
