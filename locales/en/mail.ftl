# Mails. They call people by their first name and say one thing.

mail-hello = Hello { $name },
mail-hello-nobody = Hello,
mail-regards =
    Kind regards
    { $business }
mail-phone = You can also call us: { $phone }
mail-link-only-you = This link is for you alone, so please don't pass it on.

mail-invitation-subject = { $business } invites you
mail-invitation-client = { $inviter } of { $business } has set up a place for the two of you: your invoices, your shared documents and your messages, all together. Open it here and choose a password:
mail-invitation-team = { $inviter } would like you to work with { $business } in Folio. Open your invitation here and choose a password:
mail-invitation-bookkeeper = { $inviter } would like you to look after the books of { $business } in Folio: invoices, payments and the month's papers. Open your invitation here and choose a password:
mail-invitation-until = The invitation is good until { $date }. If that is too soon, just ask { $inviter } for a new one.

mail-invoice-subject = Invoice { $number } from { $business }
mail-invoice-open = here is invoice { $number } over { $total }. Please pay { $amount } by { $date }.
mail-invoice-settled = here is invoice { $number } over { $total }. There is nothing left to pay.
mail-invoice-link = Look at it, save it as a PDF and see how to pay:
mail-invoice-question = Is something not as you expected? Just answer this mail.
mail-credit-subject = Credit note { $number } from { $business }
mail-credit = here is credit note { $number }: you get back { $total } of invoice { $invoice }. You don’t need to do anything.
mail-credit-link = Look at it and save it as a PDF:
