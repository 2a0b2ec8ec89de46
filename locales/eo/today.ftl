# The morning page: who owes, who wrote, what did they look at.

today-drafts = { $drafts ->
    [one] { $drafts } malneto
   *[other] { $drafts } malnetoj
}
today-nothing-yet = Ankoraŭ nenio okazis. Aldonu vian unuan klienton kaj sendu fakturon.
today-first-client = Aldoni klienton
today-who-owes = Kiu ŝuldas al vi
today-who-wrote = Kiu atendas respondon
today-who-looked = Kion ili rigardis
today-open = { $invoices ->
    [one] { $invoices } nepagita fakturo
   *[other] { $invoices } nepagitaj fakturoj
}
today-late = { $invoices ->
    [one] El tio { $amount } malfruas ({ $invoices } fakturo)
   *[other] El tio { $amount } malfruas ({ $invoices } fakturoj)
}
today-in-credit = Klientoj havas { $amount } da kredito
today-not-late = ne malfrua
today-all-paid = Neniu ŝuldas al vi. Bone farite.
today-nobody-waits = Neniu atendas respondon.
today-no-looks = Lastatempe neniu kliento rigardis ion.
today-wants-a-call = petas telefonvokon
