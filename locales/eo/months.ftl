# Monatfino, por la libroj.

months-month = Monato
months-range = De { $from } ĝis { $to }
months-save-pack = Konservi la monatan pakaĵon
months-totals = Sumoj
months-empty = Neniu fakturo kaj neniu pago en { $month }.
months-invoices = { $count ->
    [one] { $count } fakturo
   *[other] { $count } fakturoj
}
months-credit-notes = { $count ->
    [one] { $count } kreditnoto
   *[other] { $count } kreditnotoj
}
months-taxable = Sen imposto
months-tax = Imposto
months-payments = { $count ->
    [one] { $count } pago
   *[other] { $count } pagoj
}
months-checklist = Antaŭ ol fermi la monaton
months-good-unallocated-payments = Ĉiu pago estas atribuita al fakturo.
months-good-number-gaps = La numeroj ne havas breĉon.
months-good-unsent-invoices = Ĉiu fakturo kaj kreditnoto atingis sian klienton.
months-good-pdfs-missing = Ĉiu fakturo kaj kreditnoto havas sian PDF.
months-good-clients-without-tax-id = Ĉiu fakturita kliento havas impostan numeron.
months-check-unallocated-payments = { $count ->
    [one] { $count } pago ne estas atribuita al fakturo.
   *[other] { $count } pagoj ne estas atribuitaj al fakturo.
}
months-check-number-gaps = { $count ->
    [one] Mankas { $count } numero.
   *[other] Mankas { $count } numeroj.
}
months-check-unsent-invoices = { $count ->
    [one] { $count } fakturo aŭ kreditnoto ne estis sendita.
   *[other] { $count } fakturoj aŭ kreditnotoj ne estis senditaj.
}
months-check-pdfs-missing = { $count ->
    [one] { $count } fakturo aŭ kreditnoto ankoraŭ ne havas PDF.
   *[other] { $count } fakturoj aŭ kreditnotoj ankoraŭ ne havas PDF.
}
months-check-clients-without-tax-id = { $count ->
    [one] { $count } fakturita kliento ne havas impostan numeron.
   *[other] { $count } fakturitaj klientoj ne havas impostan numeron.
}
months-pack = La pakaĵo
months-clear = Nenio restas farenda. La monato povas esti fermita.
months-no-client = Ankoraŭ sen kliento
months-more = kaj ankoraŭ { $count }
months-good-old-drafts = Neniu malneto de la monato atendas.
months-check-old-drafts = { $count ->
    [one] { $count } malneto de ĉi tiu monato aŭ pli frua ne estas eldonita.
   *[other] { $count } malnetoj de ĉi tiu monato aŭ pli fruaj ne estas eldonitaj.
}
months-pack-holds = La pakaĵo estas unu ZIP-dosiero: ĉiu PDF, la fakturoj kaj pagoj kiel CSV kaj kiel Excel-tabelo, dosieroj por beancount, ledger, QuickBooks kaj Xero, kaj manifesto kun sumoj kaj haketoj.
months-datev = Kun dosiero por DATEV
months-datev-hint = Por impostkonsilisto en Germanio aŭ Aŭstrio, kiu scias ĉi tiujn numerojn. Firmao tie ricevas la dosieron ĉiukaze; sen la numeroj ĝi havas la kutimajn.
months-datev-adviser = Numero de la konsilisto
months-datev-business = Numero de la firmao
months-datev-chart = Kontoplano
months-datev-year = La jaro komenciĝas en
months-datev-range = Entjero de { $lowest } ĝis { $highest }.
