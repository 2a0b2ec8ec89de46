# Monatfino, por la libroj.

months-month = Monato
months-range = De { $from } ĝis { $to }
months-save-pack = Konservi la monatan pakaĵon
months-packing = Pakado de la monato …
months-saved = Konservita kiel { $name }.
months-totals = Sumoj
months-empty = Neniu fakturo kaj neniu pago en { $month }.
months-invoices = { $count ->
    [one] { $count } fakturo
   *[other] { $count } fakturoj
}
months-taxable = Sen imposto
months-tax = Imposto
months-payments = { $count ->
    [one] { $count } pago
   *[other] { $count } pagoj
}
months-checklist = Antaŭ ol fermi la monaton
months-look = Rigardi
months-good-unallocated-payments = Ĉiu pago estas atribuita al fakturo.
months-good-number-gaps = La fakturnumeroj ne havas breĉon.
months-good-unsent-invoices = Ĉiu fakturo atingis sian klienton.
months-good-pdfs-missing = Ĉiu fakturo havas sian PDF.
months-good-clients-without-tax-id = Ĉiu fakturita kliento havas impostan numeron.
months-check-unallocated-payments = { $count ->
    [one] { $count } pago ne estas atribuita al fakturo.
   *[other] { $count } pagoj ne estas atribuitaj al fakturo.
}
months-check-number-gaps = { $count ->
    [one] Mankas { $count } fakturnumero.
   *[other] Mankas { $count } fakturnumeroj.
}
months-check-unsent-invoices = { $count ->
    [one] { $count } fakturo ne estis sendita.
   *[other] { $count } fakturoj ne estis senditaj.
}
months-check-pdfs-missing = { $count ->
    [one] { $count } fakturo ankoraŭ ne havas PDF.
   *[other] { $count } fakturoj ankoraŭ ne havas PDF.
}
months-check-clients-without-tax-id = { $count ->
    [one] { $count } fakturita kliento ne havas impostan numeron.
   *[other] { $count } fakturitaj klientoj ne havas impostan numeron.
}
months-pack-holds = La pakaĵo estas unu ZIP-dosiero: ĉiu PDF, listo de la fakturoj kaj listo de la pagoj kiel CSV, kaj manifesto kun sumoj kaj haketoj.
