# Pluraj firmaoj ĉe unu komputilo: iri de unu al alia, kaj ĉiuj samtempe.

businesses-all = Ĉiuj firmaoj
businesses-add = Aldoni firmaon
businesses-add-summary = { $business } restas malfermita dume. Nenio ŝanĝiĝas tie.
businesses-add-how = Kiel vi eniras?
businesses-add-server = Per mia pasvorto, ĉe la servilo de la firmao
businesses-add-invited = Per invito
businesses-menu = { $name }, aliaj firmaoj
businesses-switch = Ŝanĝi la firmaon
businesses-switch-to = Iri al { $name }
businesses-name-at = { $name } ({ $where })
businesses-here = Ĉi tiu komputilo
businesses-others = Viaj aliaj firmaoj
businesses-count = { $count ->
    [one] { $count } firmao en ĉi tiu komputilo
   *[other] { $count } firmaoj en ĉi tiu komputilo
}
businesses-none = Ankoraŭ estas neniu firmao en ĉi tiu komputilo.
businesses-month-note = La listoj kaj pakaĵoj ĉi-sube estas de { $month }.
businesses-shown = En ĉi tiu fenestro
businesses-opening = Estas malfermata …
businesses-copying = La datumoj estas kopiataj al ĉi tiu komputilo.
businesses-locked = La ensaluto finiĝis. Kio estas en ĉi tiu komputilo, tio restas sekura kaj remalfermiĝas, kiam vi ensalutas.
businesses-signed-out = Vi elsalutis ĉi tie.
businesses-sign-in = Ensaluti
businesses-sync-saved-here = Konservita ĉi tie
businesses-sync-syncing = Sinkronigas
businesses-sync-up-to-date = Ĉio ĝisdata
businesses-sync-offline = Senkonekta
businesses-sync-needs-attention = Bezonas atenton
businesses-waiting = { $count ->
    [one] { $count } ŝanĝo atendas
   *[other] { $count } ŝanĝoj atendas
}
businesses-refused = { $count ->
    [one] { $count } ŝanĝo ne akceptita
   *[other] { $count } ŝanĝoj ne akceptitaj
}
businesses-as-of = Laste sinkronigita:
businesses-never-synced = Ankoraŭ ne sinkronigita
businesses-late = { $amount } malfrua
businesses-nothing-owed = Nenio ŝuldata
businesses-unread = { $count ->
    [one] { $count } nelegita konversacio
   *[other] { $count } nelegitaj konversacioj
}
businesses-open-month = Malfermi la monatfinon de { $month }
businesses-month-clear = Preta por fermo
businesses-month-open = { $points ->
    [one] { $open } el { $points } punkto restas
   *[other] { $open } el { $points } punktoj restas
}
businesses-pack-all = Konservi ĉiujn pakaĵojn
businesses-pack-rest = Konservi la ceterajn pakaĵojn ({ $count })
businesses-packing = Konservas pakaĵojn
businesses-packs-begun = { $count ->
    [one] { $count } pakaĵo estas konservata. Vi povas plu labori.
   *[other] { $count } pakaĵoj estas konservataj. Vi povas plu labori.
}
businesses-packed = { $count ->
    [one] { $count } pakaĵo estas konservita.
   *[other] { $count } pakaĵoj estas konservitaj.
}
businesses-packs-failed = { $count ->
    [one] { $count } ne povis esti konservita; ĝia vico diras kial.
   *[other] { $count } ne povis esti konservitaj; iliaj vicoj diras kial.
}
businesses-pack-begun = La pakaĵo estas farata.
businesses-pack-making = La pakaĵo estas farata: { $done } el { $of }
businesses-pack-arriving = La pakaĵo estas survoje: { $percent }%
businesses-pack-waiting = La servilo ne estas atingebla. La pakaĵo daŭros mem.
