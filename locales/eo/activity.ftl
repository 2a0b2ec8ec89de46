# The trail in words. A label is a number, a title or a name.

activity-title = Agado
activity-summary = Kiu faris kion kaj kiu rigardis kion; la plej nova unue.
activity-who = Kiu
activity-everyone = Ĉiuj
activity-clients = Nur klientoj
activity-empty = Ĉi tie ankoraŭ nenio okazis.
activity-more = Montri pli fruajn
activity-other = { $name }: { $what }

activity-add-client = { $name } aldonis la klienton { $label }
activity-edit-client = { $name } ŝanĝis la klienton { $label }
activity-set-client-note = { $name } skribis la privatan noton pri { $label }
activity-set-einvoicing = { $name } ŝanĝis la e-fakturojn de { $label }
activity-set-stationery = { $name } ŝanĝis la aspekton de la paperoj de { $label }
activity-add-contact = { $name } aldonis la kontakton { $label }
activity-edit-contact = { $name } ŝanĝis la kontakton { $label }
activity-remove-contact = { $name } forigis la kontakton { $label }
activity-add-member = { $label } akceptis la inviton
activity-end-member = { $name } finis la aliron de { $label }
activity-create-draft = { $name } komencis malneton por { $label }
activity-edit-draft = { $name } redaktis la malneton por { $label }
activity-discard-draft = { $name } forlasis la malneton { $label }
activity-issue-invoice = { $paper ->
    [credit_note] { $name } eldonis la kreditnoton { $label }
   *[invoice] { $name } eldonis la fakturon { $label }
}
activity-send-invoice = { $paper ->
    [credit_note] { $name } sendis la kreditnoton { $label }
   *[invoice] { $name } sendis la fakturon { $label }
}
activity-mark-sent = { $paper ->
    [credit_note] { $name } markis la kreditnoton { $label } kiel sendita
   *[invoice] { $name } markis la fakturon { $label } kiel sendita
}
activity-view-invoice = { $paper ->
    [credit_note] { $name } malfermis la kreditnoton { $label }
   *[invoice] { $name } malfermis la fakturon { $label }
}
activity-keep-delivery = Notita la stato de la retmesaĝo al { $label }
activity-keep-pdf = { $paper ->
    [credit_note] La PDF de la kreditnoto { $label } estis farita
   *[invoice] La PDF de la fakturo { $label } estis farita
}
activity-record-payment = { $name } registris pagon de { $label }
activity-reverse-payment = { $name } stornis la pagon { $label }
activity-reverse-set-off = { $name } reprenis uzon de la kreditnoto { $label }
activity-credit-invoice = { $name } komencis kreditnoton por { $label }
activity-set-off-credit = { $name } uzis kreditnoton { $label } por fakturoj
activity-refund-credit = { $name } elpagis kreditnoton { $label }
activity-start-thread = { $name } komencis la konversacion “{ $label }”
activity-post-message = { $name } skribis en “{ $label }”
activity-add-document = { $name } aldonis “{ $label }”
activity-add-version = { $name } aldonis novan version de “{ $label }”
activity-keep-file = La dosiero de “{ $label }” plene alvenis
activity-share-document = { $name } ŝanĝis, kiu vidas “{ $label }”
activity-remove-document = { $name } forigis “{ $label }”
activity-view-document = { $name } malfermis “{ $label }”
activity-export-pack = { $name } elportis la pakaĵon { $label }
activity-take-backup = { $name } faris savkopion de { $label }
activity-take-export = { $name } faris plenan eksporton de { $label }
