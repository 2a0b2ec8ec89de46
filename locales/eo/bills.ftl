# Fakturoj ricevitaj kiel datumoj.

bills-open-another = Malfermi alian
bills-summary = Malfermas e-fakturon, kiun vi ricevis, kaj montras, kion ĝi diras. Nenio el ĝi estas konservata.
bills-read-only = Nur montrata, ne konservata.
bills-drop = Demetu la fakturon ĉi tien
bills-hint = XML (UBL, CII, XRechnung, Peppol), aŭ PDF kun XML interne (Factur-X, ZUGFeRD).
bills-reading = La fakturo estas legata …
bills-valid = Sekvas ĉiujn regulojn de { $form }.
bills-valid-remarks = { $count ->
    [one] La ricevanto tamen povus rifuzi ĝin pro { $count } kialo; vidu sube.
   *[other] La ricevanto tamen povus rifuzi ĝin pro { $count } kialoj; vidu sube.
}
bills-breaks = { $count ->
    [one] Rompas { $count } regulon de { $form }.
   *[other] Rompas { $count } regulojn de { $form }.
}
bills-breaks-note = Ĝi estas legebla kaj montriĝas tia, kia ĝi estas. Petu de la sendinto ĝustan, antaŭ ol pagi aŭ libroteni ĝin.
bills-unreadable = Ĉi tio ne estas legebla fakturo.
bills-file-inside = { $file }, en ĝi la dosiero { $inside }
bills-content = Kion la fakturo diras
bills-invoice = Fakturo
bills-credit-note = Kreditnoto
bills-no-number = Sen numero
bills-due = Pagenda
bills-credited = Kreditita
bills-seller = De
bills-buyer = Al
bills-period = Periodo
bills-your-reference = Via referenco
bills-no-lines = La fakturo havas neniujn liniojn, nur sumojn.
bills-all-lines = Montri ĉiujn { $count } liniojn
bills-article = Artikolo { $number }
bills-price-for = { $price } por { $quantity }
bills-charge = Krompago: { $amount } { $reason }
bills-allowance = Rabato: { $amount } { $reason }
bills-charge-of-whole = Krompago
bills-allowance-of-whole = Rabato
bills-lines-total = Linioj
bills-without-tax = Sen imposto
bills-with-tax = Kun imposto
bills-tax-on = { $tax } el { $base }
bills-paid = Jam pagita
bills-rounding = Rondigo
bills-payment = Kiel pagi
bills-no-payment = La fakturo ne diras, kiel pagi ĝin.
bills-pay-by = Per
bills-payee = Pagato
bills-account = Konto
bills-account-name = Kontulo
bills-bank = Banko
bills-pay-reference = Indiku ĉe la pago
bills-mandate = Mandato
bills-debited = Debetata konto
bills-card = Karto
bills-terms = Kondiĉoj
bills-attachments = Aldonaĵoj
bills-save-file = Konservi { $name }
bills-broken-rules = Kio malĝustas
bills-remarks = Kion la ricevanto povus rifuzi
bills-remarks-note = Ĉi tiuj estas reguloj de specifo, kiu postulas pli ol EN 16931.

bills-reference-invoice = Pri fakturo
bills-reference-order = Mendo
bills-reference-sales-order = Vendomendo
bills-reference-contract = Kontrakto
bills-reference-project = Projekto
bills-reference-delivery = Liverletero

bills-unit-hours = h
bills-unit-days = tagoj
bills-unit-months = monatoj
bills-unit-years = jaroj
bills-unit-minutes = min
bills-unit-kilograms = kg
bills-unit-metres = m
bills-unit-kilometres = km
bills-unit-square-metres = m²
bills-unit-litres = l
bills-unit-kilowatt-hours = kWh
bills-unit-code = ({ $code })

bills-tax-standard = AVI
bills-tax-zero = Nula tarifo
bills-tax-exempt = Senimposta
bills-tax-reverse-charge = Inversa ŝarĝo: la aĉetanto ŝuldas la imposton
bills-tax-intra-community = Liverado ene de la Eŭropa Unio
bills-tax-export = Eksporto
bills-tax-out-of-scope = Ekster la kampo de AVI
bills-tax-canary-islands = IGIC (Kanariaj Insuloj)
bills-tax-ceuta = IPSI (Ceŭto kaj Melilo)
bills-tax-other = Imposto “{ $code }”

bills-pay-cash = Kontantaĵo
bills-pay-cheque = Ĉeko
bills-pay-transfer = Ĝiro
bills-pay-direct-debit = Rekta debeto
bills-pay-card = Karto
bills-pay-standing = Laŭ interkonsento
bills-pay-clearing = Kompensado kun aliaj fakturoj

bills-at-seller = Vendanto
bills-at-buyer = Aĉetanto
bills-at-payment = Pago
bills-at-taxes = Impostoj
bills-at-totals = Sumoj
bills-at-reductions = Rabatoj kaj krompagoj
bills-at-delivery = Liverado
bills-at-attachments = Aldonaĵoj
bills-at-line = Linio { $line }

bills-rule-head = La numero, dato, speco aŭ valuto de la fakturo mankas aŭ estas nekonata.
bills-rule-seller = Io pri la vendanto mankas.
bills-rule-buyer = Io pri la aĉetanto mankas.
bills-rule-line = Linio estas nekompleta.
bills-rule-reduction = Al rabato aŭ krompago mankas la sumo, la imposto aŭ la kialo.
bills-rule-sum-missing = Sumo mankas.
bills-rule-sums = La sumoj ne kongruas.
bills-rule-period = Periodo finiĝas antaŭ sia komenco aŭ havas neniujn datojn.
bills-rule-payment = La informoj pri la pagado estas nekompletaj.
bills-rule-reference = La referenco al alia dokumento, aŭ tiu petita de la aĉetanto, mankas.
bills-rule-tax-number = AVI-numero ne komenciĝas per sia lando.
bills-rule-tax = La informoj pri impostoj estas nekompletaj aŭ kontraŭas sin.
bills-rule-delivery = La dato aŭ lando de la liverado mankas.
bills-rule-date = Dato ne estas skribita tiel, kiel la formato postulas.
bills-rule-decimals = Sumo havas pli ol du decimalojn.
bills-rule-code = Kodo troviĝas en neniu oficiala listo.
bills-rule-structure = Io mankas, estas duobla, aŭ staras en loko, kie la formato ne permesas ĝin.
bills-rule-narrowed = Plia regulo de ĉi tiu specifo estas rompita.
bills-rule-other = Regulo de la formato estas rompita.

bills-unreadable-empty = La dosiero estas malplena.
bills-unreadable-large = Ĝi estas pli granda ol la legataj { $max } MB.
bills-unreadable-letters = Ĝiaj literoj ne estas en la kodado, kiun ĝi nomas. Petu ĝin denove de la sendinto.
bills-unreadable-odd = Linio { $line } faras ion, kion neniu fakturo bezonas; tial ĝi ne estis legita plu.
bills-unreadable-text = Ĝi estas nek PDF nek kompleta XML; linio { $line } rompiĝas aŭ estas io alia.
bills-unreadable-old = Ĝi estas en ZUGFeRD 1.0, malnova formato ne plu uzata. Petu pli novan de la sendinto.
bills-unreadable-other = Ĝi estas XML, sed ne fakturo: ĝi komenciĝas per “{ $root }”.
bills-unreadable-pdf-none = Ĉi tiu PDF havas neniun e-fakturon interne. Ĝi estas nur por legado kaj papero.
bills-unreadable-pdf = Ĉi tiu PDF estas difektita aŭ ŝlosita.
