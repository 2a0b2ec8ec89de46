# Clients and their contacts.

clients-client = Kliento
clients-filter = Nur ĉi tiu kliento
clients-new = Nova kliento
clients-add = Aldoni klienton
clients-add-named = Aldoni “{ $name }” kiel novan klienton
clients-search = Serĉi klientojn
clients-show-all = Montri ĉiujn klientojn
clients-empty = Ankoraŭ neniu kliento. Kun la unua komenciĝas fakturoj kaj mesaĝoj.
clients-none-found = Neniu kliento kongruas kun “{ $words }”.
clients-name = Nomo
clients-contact = Kontakto
clients-owes = Ŝuldas
clients-owed = { $invoices ->
    [one] Ŝuldas ({ $invoices } fakturo)
   *[other] Ŝuldas ({ $invoices } fakturoj)
}
clients-late = { $invoices ->
    [one] { $amount } malfruas ({ $invoices } fakturo)
   *[other] { $amount } malfruas ({ $invoices } fakturoj)
}
clients-owes-nothing = Ŝuldas nenion
clients-in-credit = Kredito
clients-amount-in-credit = { $amount } da kredito
clients-record = Datumoj de ĉi tiu kliento
clients-tab-invoices = Fakturoj
clients-tab-documents = Dokumentoj
clients-tab-threads = Mesaĝoj
clients-tab-activity = Agado
clients-new-invoice = Nova fakturo
clients-no-invoices = Ankoraŭ neniu fakturo por ĉi tiu kliento.
clients-no-documents = Ankoraŭ nenio estas kundividita kun ĉi tiu kliento.
clients-share-document = Kundividi dokumenton
clients-document-shared = kundividita
clients-document-private = nur por ni
clients-no-threads = Ankoraŭ neniuj mesaĝoj kun ĉi tiu kliento.
clients-write = Skribi mesaĝon
clients-particulars = Detaloj
clients-language = Lingvo de fakturoj kaj mesaĝoj
clients-language-hint = Ĉio, kion ĉi tiu kliento ricevas, estas en ĝi.
clients-terms = Tagoj por pagi
clients-terms-hint = { $days ->
    [one] Malplena: { $days } tago, kiel por ĉiuj
   *[other] Malplena: { $days } tagoj, kiel por ĉiuj
}

clients-contacts = Kontaktoj
clients-no-contacts = Ankoraŭ neniu, al kiu skribi.
clients-contact-number = Kontakto { $number }
clients-another-contact = Plia kontakto
clients-add-contact = Aldoni kontakton
clients-contact-edit = Ŝanĝi kontakton
clients-edit-contact = Ŝanĝi { $name }
clients-remove-contact = Forigi { $name }
clients-contact-language = Lingvo de mesaĝoj
clients-as-the-client = Kiel la kliento
clients-gets-invoices = Ricevas fakturojn retpoŝte
clients-has-sign-in = Povas ensaluti
clients-contact-removed = { $name } ne plu estas kontakto.
clients-remove = Forigi
clients-remove-title = Ĉu forigi { $name }?
clients-remove-text = Tiu ne plu ricevos mesaĝojn. Fakturoj kaj konversacioj restas kiel ili estas.
clients-remove-signed-in = Tiu ne plu ricevos mesaĝojn kaj ne plu povos ensaluti. Fakturoj kaj konversacioj restas kiel ili estas.
clients-invite = Inviti
clients-invite-title = Inviti { $name }
clients-invite-text = { $name } ricevos ligilon ĉe { $email }, elektos pasvorton, kaj poste vidos la fakturojn, kundividitajn dokumentojn kaj mesaĝojn de ĉi tiu kliento. Nenion alian.
clients-invite-mailed = La invito estas survoje al { $email }.
clients-invite-copy = Neniu retpoŝta servilo estas agordita. Kopiu la ligilon kaj mem donu ĝin al { $name }; ĝi malfermiĝas unufoje.
clients-invite-link = Invita ligilo
clients-note = Privata noto
clients-note-hint = Nur via firmao vidas tion, neniam la kliento.
