# The morning page: who owes, who wrote, what did they look at.

today-drafts = { $drafts ->
    [one] { $drafts } draft
   *[other] { $drafts } drafts
}
today-nothing-yet = Nothing has happened yet. Add your first client and send an invoice.
today-first-client = Add a client
today-who-owes = Who owes you
today-who-wrote = Who is waiting for an answer
today-who-looked = What they looked at
today-open = { $invoices ->
    [one] { $invoices } open invoice
   *[other] { $invoices } open invoices
}
today-late = { $invoices ->
    [one] { $amount } of it is late ({ $invoices } invoice)
   *[other] { $amount } of it is late ({ $invoices } invoices)
}
today-in-credit = Clients have { $amount } in credit
today-not-late = not late
today-all-paid = Nobody owes you anything. Well done.
today-nobody-waits = Nobody is waiting for an answer.
today-no-looks = No client has looked at anything lately.
today-wants-a-call = would like to be called
