# Invoices and their drafts.

invoices-invoice = Fakturo
invoices-titled = { $paper ->
    [credit_note] Kreditnoto { $number }
   *[invoice] Fakturo { $number }
}
invoices-new = Nova fakturo
invoices-new-summary = Tajpu la nomon de la kliento kaj premu la enigan klavon.
invoices-client-later = Elekti la klienton poste
invoices-count = { $paper ->
    [credit_note] { $invoices ->
        [one] { $shown } kreditnoto
       *[other] { $shown } kreditnotoj
    }
   *[invoice] { $invoices ->
        [one] { $shown } fakturo
       *[other] { $shown } fakturoj
    }
}
invoices-search = Serĉi fakturojn
invoices-filter = Kiuj fakturoj
invoices-filter-all = Ĉiuj
invoices-filter-open = Nepagitaj
invoices-filter-overdue = Malfruaj
invoices-filter-paid = Pagitaj
invoices-filter-unsent = Nesenditaj
invoices-empty = Ankoraŭ neniuj fakturoj. La unua daŭras unu minuton.
invoices-empty-client = Ankoraŭ neniuj fakturoj por vi.
invoices-none-found = { $paper ->
    [credit_note] Neniu kreditnoto kongruas kun “{ $words }”.
   *[invoice] Neniu fakturo kongruas kun “{ $words }”.
}
invoices-none-open = Ĉio estas pagita.
invoices-none-overdue = Nenio malfruas.
invoices-none-paid = Ankoraŭ neniu fakturo estas pagita.
invoices-none-unsent = Ĉio estas sendita.
invoices-show-all = Montri ĉiujn fakturojn
invoices-client = Kliento
invoices-no-client = ankoraŭ neniu kliento
invoices-another-client = alia kliento
invoices-status = Stato
invoices-due = Limdato
invoices-total = Entute
invoices-amount-due = Pagenda sumo

invoices-draft = Malneto de fakturo
invoices-draft-for = Malneto por { $client }
invoices-draft-gone = Ĉi tiu malneto estas jam eldonita aŭ forlasita.
invoices-head = Por kiu kaj kiam
invoices-lines = Pro kio
invoices-tail = Krome
invoices-tax-mode = Prezoj
invoices-tax-exclusive = sen imposto
invoices-tax-inclusive = kun imposto
invoices-day-of-issue = la tago de la eldono
invoices-terms = Tagoj por pagi
invoices-due-on = Pagenda ĝis { $date }
invoices-line-number = Linio { $number }
invoices-discount = Rabato
invoices-discount-kind = Speco de rabato
invoices-discount-whole = Rabato de ĉio
invoices-discount-of = Rabato { $discount }
invoices-no-discount = neniu rabato
invoices-taxes = Impostoj
invoices-no-tax = Sen imposto
invoices-other-tax = Alia imposto
invoices-tax-name = Nomo de la imposto
invoices-tax-example = AVI
invoices-tax-rate = Procento
invoices-tax-category = Speco
invoices-add-tax = Aldoni imposton
invoices-category-standard = Kun procento
invoices-category-zero-rated = Nula tarifo
invoices-category-exempt = Liberigita
invoices-category-reverse-charge = Inversa ŝarĝo
invoices-category-intra-community = Ene de la Eŭropa Unio
invoices-category-export = Eksporto
invoices-category-out-of-scope = Ne impostata
invoices-amount = Sumo
invoices-unit-example = horo
invoices-add-line = Aldoni linion
invoices-move-up = Movi linion { $number } supren
invoices-delete-line = Forigi linion { $number }
invoices-keys-enter = sekva linio
invoices-keys-move = movi
invoices-keys-delete = forigi
invoices-line-kept = { $name } volis forigi ĉi tiun linion, sed ĝi ĵus ŝanĝiĝis, do ĝi restis.
invoices-delete-anyway = Forigi ĝin
invoices-reference = Referenco de la kliento
invoices-reference-hint = Ekzemple mendonumero
invoices-note = Noto sub la linioj
invoices-subtotal = Subsumo
invoices-subtotal-inclusive = Subsumo kun imposto
invoices-taxable = Sen imposto
invoices-tax-on = { $tax } de { $base }
invoices-tax-included = { $tax } de { $base }, inkluzivita
invoices-stale = La tajpita ankoraŭ ne sumiĝas; la nombroj estas la antaŭaj.
invoices-pages = Antaŭrigardo
invoices-pages-title = Kiel ĝi presiĝus
invoices-pages-about = Desegnita laŭ la konservita malneto. Ĝi ricevos numeron nur ĉe la eldono.
invoices-page-of = Paĝo { $page } el { $count }
invoices-pages-first = Montriĝas nur la unuaj { $shown } el { $count } paĝoj.
invoices-pages-not-yet = La paĝoj ankoraŭ ne desegneblas: { $reason }
invoices-issue = Eldoni
invoices-issue-and-send = Eldoni kaj sendi
invoices-before-issue = Antaŭ ol eldoni: { $reason }
invoices-mailed-to = Iros retpoŝte al { $addresses }
invoices-nobody-mailed = Neniu kontakto ricevas fakturojn retpoŝte. Post la eldono estos ligilo por kopii.
invoices-held-send = La fakturo por { $client } tuj estos eldonita kaj sendita.
invoices-held-issue = La fakturo por { $client } tuj estos eldonita.
invoices-leaves-soon = Ĝi tuj foriros. Malfaro redonas la malneton; neniu numero estas uzata.
invoices-waits-for-server = Ĝi atendas la servilon, kiu donos al ĝi numeron. Vi povas fari aliajn aferojn.
invoices-discard = Forlasi malneton
invoices-discard-title = Ĉu forlasi ĉi tiun malneton?
invoices-discard-text = La malneto kaj ĝiaj linioj malaperos. Neniu numero estas uzata.

invoices-printed = Kiel ĝi presiĝas
invoices-printed-about = Desegnita laŭ la PDF-dosiero farita ĉe la eldono.
invoices-save-pdf = Konservi PDF-on
invoices-view-pdf = Vidi PDF-on
invoices-preview = { $paper ->
    [credit_note] La kreditnoto
   *[invoice] La fakturo
}
invoices-billed-to = { $paper ->
    [credit_note] Kreditita al
   *[invoice] Fakturita al
}
invoices-nothing-left = Pagita. Nenio restas por pagi.
invoices-paid-of = { $paid } el { $total } estas pagita.
invoices-viewed-by = { $name }, { $time }
invoices-timeline = Kio okazis
invoices-happened-payment = { $name } registris { $amount }
invoices-happened-reversal = { $name } stornis pagon ({ $amount })
invoices-happened-mail-queued = La retmesaĝo al { $email } estas survoje
invoices-happened-mail-sent = La retmesaĝo al { $email } estas sendita
invoices-happened-mail-failed = La retmesaĝo al { $email } ne estis liverita
invoices-happened-mail-not-sent = La retmesaĝo al { $email } ne estis resendita post restaŭro
invoices-happened-mail-copy-link = Neniu retmesaĝo iris al { $email }: neniu retpoŝta servilo estas agordita
invoices-no-payments = Ankoraŭ nenio pagita.
invoices-deliveries = Sendado
invoices-not-sent = Ankoraŭ ne sendita.
invoices-sent-otherwise = Sendita ekster Folio.
invoices-delivery-queued = survoje
invoices-delivery-sent = sendita
invoices-delivery-failed = ne liverita
invoices-delivery-not-sent = ne resendita post restaŭro: sendu ĝin mem, se ĝi neniam alvenis
invoices-delivery-copy-link = neniu retpoŝta servilo: kopiu la ligilon
invoices-send = Sendi
invoices-send-title = { $paper ->
    [credit_note] Sendi kreditnoton { $number }
   *[invoice] Sendi fakturon { $number }
}
invoices-send-to = Tiuj homoj ricevos ligilon al ĝi:
invoices-nobody-to-send = Neniu kontakto de ĉi tiu kliento ricevas fakturojn retpoŝte. Unue aldonu adreson, aŭ kopiu la ligilon.
invoices-to-contacts = Al la kontaktoj
invoices-held-mail = { $paper ->
    [credit_note] La kreditnoto { $number } tuj foriros.
   *[invoice] La fakturo { $number } tuj foriros.
}
invoices-copy-link = Kopii ligilon
invoices-link = { $paper ->
    [credit_note] Ligilo nur al ĉi tiu kreditnoto
   *[invoice] Ligilo nur al ĉi tiu fakturo
}
invoices-end-links = Fini ĉiujn ligilojn
invoices-links-ended = { $paper ->
    [credit_note] Ĉiuj ligiloj al ĉi tiu kreditnoto finiĝis. Kreu novan, kiam iu bezonas ĝin.
   *[invoice] Ĉiuj ligiloj al ĉi tiu fakturo finiĝis. Kreu novan, kiam iu bezonas ĝin.
}
invoices-link-title = { $paper ->
    [credit_note] Ligilo al kreditnoto { $number }
   *[invoice] Ligilo al fakturo { $number }
}
invoices-link-text = { $paper ->
    [credit_note] Kiu havas ĉi tiun ligilon, vidas ĉi tiun kreditnoton kaj nenion alian.
   *[invoice] Kiu havas ĉi tiun ligilon, vidas ĉi tiun fakturon kaj nenion alian.
}
invoices-link-text-unsent = { $paper ->
    [credit_note] Kiu havas ĉi tiun ligilon, vidas ĉi tiun kreditnoton kaj nenion alian. Kopii ĝin markas la kreditnoton kiel sendita.
   *[invoice] Kiu havas ĉi tiun ligilon, vidas ĉi tiun fakturon kaj nenion alian. Kopii ĝin markas la fakturon kiel sendita.
}
invoices-thread = Konversacio
invoices-no-thread = { $paper ->
    [credit_note] Neniu skribis pri ĉi tiu kreditnoto.
   *[invoice] Neniu skribis pri ĉi tiu fakturo.
}
invoices-open-thread = Malfermi la konversacion
invoices-write = Skribi pri tio
invoices-message = Mesaĝo
invoices-written = Via mesaĝo estas survoje.
invoices-link-only = { $paper ->
    [credit_note] Ĉi tiu ligilo montras nur ĉi tiun kreditnoton. Por skribi ĉi tie al { $business } kaj vidi ĉion alian, ensalutu.
   *[invoice] Ĉi tiu ligilo montras nur ĉi tiun fakturon. Por skribi ĉi tie al { $business } kaj vidi ĉion alian, ensalutu.
}
invoices-how-to-pay = Kiel pagi
invoices-pay-account-name = Kontoposedanto
invoices-pay-bank-name = Banko
invoices-pay-account-number = Kontonumero
invoices-pay-routing-code = Bankokodo
invoices-pay-upi-id = UPI-adreso
invoices-pay-pix-key = PIX-ŝlosilo
invoices-pay-payment-reference = Referenco
invoices-copy-value = Kopii: { $what }
invoices-copied = { $value } kopiita.
invoices-copy-by-hand = Ne eblis kopii ĉi tie. Elektu la tekston kaj kopiu ĝin mem.
invoices-copy-code = Kopii la PIX-kodon
invoices-scan = Skanu per via bankprogramo ({ $scheme })
invoices-code-alt = QR-kodo: pagu { $amount } al { $name }, referenco { $reference }

invoices-paper-check = Sur papero
invoices-paper-letters = Neniu tiparo havas “{ $letters }”. Signo kun demandosigno staros anstataŭ ĝi:
invoices-paper-in-organisation = en la indikoj pri via firmao
invoices-paper-in-client = en la indikoj pri la kliento
invoices-paper-in-draft = en ĉi tiu malneto
invoices-paper-in-line = en linio { $line }
invoices-no-bill = La papero ne havos svisan QR-fakturon:
invoices-no-bill-name = la nomo ne havas latinajn literojn
invoices-no-bill-postal-code = via adreso ne havas poŝtkodon
invoices-no-bill-town = via adreso ne havas urbon
invoices-no-bill-country = via adreso ne havas landon
invoices-no-bill-reference = la fakturnumero ne povas iĝi QR-referenco (ciferoj, A ĝis Z, 26 lokoj)
invoices-no-bill-amount = ĝi petas pli ol QR-fakturo rajtas

invoices-filter-credit-notes = Kreditnotoj
invoices-none-credit-notes = Neniu kreditnoto.
invoices-credit = Krediti
invoices-credit-draft-for = Kreditnoto por { $client }
invoices-credits-invoice = Reprenas fakturon { $number } de { $date }
invoices-credit-left = { $left } el { $total } estas kreditebla. Forigu liniojn aŭ malgrandigu kvantojn por krediti parton.
invoices-credit-reason = Kialo
invoices-credit-reason-hint = Staras sur la kreditnoto, ekzemple: tro malmulte liverita
invoices-credit-date = Dato de la kreditnoto
invoices-held-credit-send = La kreditnoto por { $client } tuj estos eldonita kaj sendita.
invoices-held-credit-issue = La kreditnoto por { $client } tuj estos eldonita.
invoices-credit-rest = Restanta kredito
invoices-credit-rest-client = Vi rericevas
invoices-credit-used-of = { $used } el { $total } estas uzita.
invoices-credit-used = Ĉio estas uzita.
invoices-credited-whole = Kreditita. Nenio restas por pagi.
invoices-credited-of = { $credited } el { $total } estas kreditita.
invoices-credit-notes = Kreditnotoj
invoices-set-off = Uzita por
invoices-not-set-off = Ankoraŭ ne uzita.
invoices-taken-back = Reprenita la { $date } de { $name }
invoices-credited-by = Kreditita per { $number }
invoices-happened-credit-note = Kreditnoto { $number } reprenas { $amount }
invoices-happened-refund = { $name } repagis { $amount }
invoices-use-credit = Uzi por fakturo
invoices-use-credit-title = Uzi kreditnoton { $number }
invoices-credit-is-left = { $amount } restas.
invoices-credit-was-set = { $amount } estas uzita por fakturoj.
invoices-refund = Repagi
invoices-refund-title = Repagi la krediton de { $number }
