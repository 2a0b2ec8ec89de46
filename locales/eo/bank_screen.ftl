# La ekrano de bankaj kontoeltiroj.

bank-summary = Malfermas, kion via banko sendis, kaj montras, kio venis kaj iris. Nenio el ĝi estas konservata.
bank-not-kept = Nur montrata, ne konservata: forlasi ĉi tiun ekranon forgesigas ĝin.
bank-close = Fermi ĉiujn
bank-drop = Demetu kontoeltirojn ĉi tien
bank-drop-more = Demetu pliajn kontoeltirojn ĉi tien
bank-hint = camt.053, MT940, OFX aŭ CSV, kiel via banko ofertas ilin. Plurajn dosierojn kune, por ke dufojaĵoj estu nombrataj unufoje.
bank-reading = La kontoeltiroj estas legataj …
bank-files = { $count ->
    [one] { $count } dosiero
   *[other] { $count } dosieroj
}
bank-file-good = { $count ->
    [one] { $format }, { $count } ero
   *[other] { $format }, { $count } eroj
}
bank-file-doubtful = { $count ->
    [one] { $format }, { $count } ero; rigardu la sekvan
   *[other] { $format }, { $count } eroj; rigardu la sekvan
}
bank-file-asks-columns = Diru, kion ĝiaj kolumnoj signifas.
bank-file-asks-currency = Diru, en kiu valuto la konto estas.
bank-file-refused = Ne legebla. La aliaj dosieroj estas malfermitaj.
bank-file-repeated = { $count ->
    [one] { $count } estis en pli frua dosiero
   *[other] { $count } estis en pli frua dosiero
}
bank-columns = Kolumnoj
bank-leave-out = Ne preni { $name }
bank-findings = { $count ->
    [one] { $count } rimarko
   *[other] { $count } rimarkoj
}
bank-findings-all = Montri ĉiujn { $count }
bank-severity-unread = Ne legita:
bank-severity-broken = Kontraŭas sin:
bank-severity-note = Rimarko:
bank-at-line = linio { $line }
bank-at-line-and-field = linio { $line }, { $field }

bank-map-note = Diru, kiu kolumno signifas kion. Tio validas por ĉi tiu dosiero, dum ĝi estas malfermita, kaj ne estas memorata.
bank-map-account = Konto de ĉi tiu tabelo
bank-map-needs-date = Mankas kolumno kun la dato.
bank-map-needs-amount = Mankas kolumno kun la sumo, aŭ unu kun elspezoj kaj unu kun enspezoj.
bank-map-amount-twice = Aŭ unu kolumno kun la sumo, aŭ unu kun elspezoj kaj unu kun enspezoj; ne ambaŭ.
bank-map-needs-currency = Mankas la valuto.
bank-read-so = Legi ĝin tiel
bank-field-booking-date = Registrodato
bank-field-value-date = Valordato
bank-field-amount = Sumo (sub nulo estas elspezo)
bank-field-debit = Elspezo
bank-field-credit = Enspezo
bank-field-direction = Vorto por en aŭ el
bank-field-currency = Valuto
bank-field-account = Konto de la tabelo
bank-field-counterparty = Kiu pagis aŭ estis pagita
bank-field-counterparty-account = Ties konto
bank-field-remittance = Por kio
bank-field-end-to-end-id = Identigilo de la paganto
bank-field-bank-reference = Identigilo de la banko
bank-field-kind = Speco de registro
bank-field-balance = Saldo post la linio
bank-field-status = Registrita aŭ nur atendata

bank-accounts = Kontoj
bank-account = Konto
bank-all-accounts = Ĉiuj kontoj
bank-account-unnamed = Konto sen numero
bank-opening = Antaŭe
bank-closing = Poste
bank-not-said = ne dirita
bank-came = Enspezoj
bank-went = Elspezoj
bank-too-large = tro granda por sumigi
bank-adds-up = La eroj faras la finan saldon.
bank-adds-not-up = La eroj ne faras la finan saldon.
bank-adds-unknown = Sen ambaŭ saldoj oni ne povas diri, ĉu la eroj estas kompletaj.
bank-statements = { $count ->
    [one] { $count } kontoeltiro
   *[other] { $count } kontoeltiroj
}
bank-entries = { $count ->
    [one] { $count } ero
   *[other] { $count } eroj
}
bank-gap-number = Mankas kontoeltiro { $number }, inter { $ended } kaj { $begins }.
bank-gap-numbers = Mankas kontoeltiroj { $first } ĝis { $last }, inter { $ended } kaj { $begins }.
bank-gap-balance = Io mankas: { $ended } finiĝas per { $closing }, sed { $begins } komenciĝas per { $opening }.

bank-entries-title = Eroj
bank-no-entries = En ĉi tiuj kontoeltiroj estas neniuj eroj.
bank-none-fit = Neniu ero kongruas.
bank-left-out = { $count ->
    [one] { $count } pli malnova ero ne estas montrata. Malfermu malpli da dosieroj kune.
   *[other] { $count } pli malnovaj eroj ne estas montrataj. Malfermu malpli da dosieroj kune.
}
bank-direction = Direkto
bank-direction-all = En kaj el
bank-direction-in = Enspezoj
bank-direction-out = Elspezoj
bank-search = Serĉi nomon, tekston, referencon aŭ sumon
bank-booked-on = Registrita
bank-valued-on = Valordato
bank-counterparty = Kiu
bank-counterparty-account = Ties konto
bank-counterparty-bank = Ties banko
bank-remittance = Por kio
bank-no-text = sen teksto
bank-reference = Referenco
bank-end-to-end = Identigilo de la paganto
bank-bank-reference = Identigilo de la banko
bank-own-reference = Propra identigilo
bank-kind = Speco de registro
bank-stands-in = Staras en
bank-in-file = { $files }, linio { $line }
bank-mark = Rimarko
bank-record = Registri pagon
bank-recorded = Registrita
bank-again = En { $count } lokoj, nombrata unufoje
bank-again-short = { $count }×
bank-pending = Nur atendata
bank-entry-in = Enspezo
bank-entry-out = Elspezo
bank-takes-back = Ĉi tio reprenas pli fruan eron.
