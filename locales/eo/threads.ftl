# Mesaĝoj inter la firmao kaj ĝiaj klientoj.

threads-new = Nova mesaĝo
threads-write = Skribi
threads-write-to = Skribi al { $business }
threads-list = Konversacioj
threads-all = Ĉiuj konversacioj
threads-empty = Ankoraŭ neniu skribis. Vi povas skribi unue.
threads-empty-client = Ankoraŭ neniuj mesaĝoj. Skribu, kaj la firmao respondos ĉi tie.
threads-waiting = Atendas
threads-waiting-count = { $count ->
    [0] Neniu atendas respondon.
    [one] Unu konversacio atendas vian respondon.
   *[other] { $count } konversacioj atendas vian respondon.
}
threads-unread = { $count ->
    [one] { $count } nelegita mesaĝo
   *[other] { $count } nelegitaj mesaĝoj
}
threads-you = Vi
threads-you-wrote = Vi: { $text }
threads-attachments = { $count ->
    [one] { $count } dokumento
   *[other] { $count } dokumentoj
}
threads-attachments-gone = { $count ->
    [one] Unu kunsendita dokumento ne plu estas kundividata.
   *[other] { $count } kunsenditaj dokumentoj ne plu estas kundividataj.
}
threads-today = Hodiaŭ
threads-seen-by = Vidis: { $people }
threads-about-invoice = { $paper ->
    [credit_note] Kreditnoto { $label }
   *[invoice] Fakturo { $label }
}
threads-about-document = Dokumento “{ $label }”
threads-title-invoice = { $paper ->
    [credit_note] Kreditnoto { $label }
   *[invoice] Fakturo { $label }
}
threads-title = Temo
threads-title-needed = Diru per kelkaj vortoj, pri kio temas.
threads-message = Skribu mesaĝon
threads-attach = Kunsendi
threads-attach-drop = Faligu dosieron ĉi tien
threads-attach-shared = La kliento vidos ĝin.
threads-attach-choose = Aŭ elektu dokumenton jam kundividitan
threads-attach-add = Kunsendi
threads-detach = Ne kunsendi { $name }
threads-upload-first = Momenton: sendu denove, kiam la dosiero alvenos.
threads-call-request = Petas telefonvokon
threads-call-title = Bonvolu telefoni al mi
threads-call-title-invoice = { $paper ->
    [credit_note] Bonvolu telefoni al mi pri kreditnoto { $label }
   *[invoice] Bonvolu telefoni al mi pri fakturo { $label }
}
threads-call-title-document = Bonvolu telefoni al mi pri “{ $label }”
threads-call-explained = { $business } tuj ricevas vian peton kaj telefonos al vi.
threads-call-phone = Via telefonnumero
threads-call-phone-needed = Por telefoni al vi necesas numero.
threads-call-note = Pri kio temas?
threads-call-hours = Ili telefonas dum siaj laborhoroj: { $hours }
threads-call-sent = { $business } scias, ke vi deziras telefonvokon.
