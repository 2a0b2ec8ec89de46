# What went wrong, what is safe, and one next step.

error-unknown = Io ne funkciis ({ $code }). Nenio konservita perdiĝis. Provu denove, aŭ sendu al ni la suban kodon.
error-screen-not-loaded = Ĉi tiu ekrano ne ŝargiĝis. Viaj konservitaĵoj estas sekuraj. Reŝargu la paĝon.
error-copy-code = Kopii la erarkodon
error-code-copied = Kodo kopiita

problem-internal = Io misiris ene de Folio. Nenio konservita perdiĝis. Provu denove; se tio ripetiĝas, kopiu la kodon kaj petu helpon.
problem-offline = La servilo ne estas atingebla. Kio estis konservita, tio restas. Kontrolu la konekton kaj provu denove.
problem-signed-out = Vi estas elsalutinta. Ensalutu denove por daŭrigi.
problem-wrong-sign-in = La retpoŝta adreso aŭ la pasvorto estas malĝusta. Kontrolu ambaŭ kaj provu denove.
problem-too-many-tries = Tro da provoj. Atendu kelkajn minutojn, poste provu denove.
problem-password-too-short = La pasvorto estas tro mallonga. Uzu almenaŭ dek signojn; kelkaj vortoj taŭgas bone.
problem-link-used = Ĉi tiu ligilo jam estis uzita. Petu novan.
problem-link-expired = Ĉi tiu ligilo eksvalidiĝis. Petu novan.
problem-too-old = Ĉi tiu programo estas tro malnova por la servilo. Via laboro estas sekura ĉi tie. Ĝisdatigu la programon por daŭrigi.
problem-purged = Via aliro estis finita, kaj la datumoj estis forigitaj de ĉi tiu komputilo. Demandu la posedanton de la firmao.
problem-purged-kept = Via aliro estis finita, kaj la datumoj estis forigitaj de ĉi tiu komputilo. Kio ne atingis la servilon, tio estas konservita sigelita (ŝanĝoj: { $changes }, dosieroj: { $files }): { $path }. Donu ĉi tiun dosieron al la posedanto de la firmao, kiu povas malfermi ĝin.
problem-no-keyring = Ĉi tiu komputilo havas neniun ŝlosilaron por la ŝlosilo de viaj datumoj, do nenio estis konservita. Instalu GNOME Keyring aŭ KWallet kaj restartigu Folion.
problem-keyring-locked = La ŝlosilaro de ĉi tiu komputilo estas ŝlosita. Malŝlosu ĝin kaj provu denove; nenio estis konservita.
problem-desktop-only = Ĉi tio funkcias en la programo Folio en komputilo, ne en la retumilo.
problem-bad-request = La servilo ne komprenis ĉi tiun peton. Nenio ŝanĝiĝis. Ĝisdatigu la programon kaj provu denove.
problem-body-too-large = Tio estas tro granda por sendi samtempe. Nenio ŝanĝiĝis. Sendu ĝin en pli malgrandaj partoj.
problem-mutation-reused = Ĉi tiu ŝanĝo jam estis sendita kun alia enhavo. Nenio ŝanĝiĝis dufoje. Reŝargu la ekranon kaj ripetu la ŝanĝon.
problem-bad-server-address = Ĉe ĉi tiu adreso estas neniu Folio-servilo. Kontrolu la adreson; ĝi aspektas kiel folio.example.org.
problem-bad-recovery-code = Tio ne estas la restaŭra kodo de ĉi tiu savkopio. Komparu ĝin kun la presita folio.
problem-bad-backup = Ĉi tiu dosiero estas nek savkopio nek plena elporto de Folio, aŭ ĝi estas difektita. Nenio ŝanĝiĝis. Elektu alian dosieron.
problem-code-needed = Tio estas savkopio: nur ĝia restaŭra kodo malfermas ĝin. Nenio ŝanĝiĝis. Elektu “Savkopion” kaj tajpu la kodon.
problem-not-whole = Ĉi tiu dosiero ne estas restaŭrebla, kaj nenio ŝanĝiĝis. Elektu alian dosieron. Trovita: { $found }
problem-home-not-empty = En ĉi tiu komputilo jam estas firmao. Savkopio estas restaŭrebla nur tie, kie estas neniu.
problem-no-einvoice = Ĉi tiu fakturo ne havas e-fakturon.
problem-pdf-not-ready = La PDF ankoraŭ estas farata. Provu denove post momento.
problem-file-not-ready = La dosiero ankoraŭ ne alvenis tute. Provu denove post momento.
problem-file-hash = La dosiero ŝanĝiĝis survoje kaj ne estis konservita. Sendu ĝin denove.
problem-import-unreadable = Ĉi tiu dosiero ne estas legebla kiel elporto de la alia programo. Nenio estis enportita. Elportu ĝin denove kiel CSV.
problem-cancelled = Vi haltigis tion. Nenio ŝanĝiĝis.
problem-too-late-to-undo = Tio jam foriris kaj ne plu estas malfarebla ĉi tie. Nenio alia ŝanĝiĝis.
problem-file-not-saved = La dosiero ne estis konservebla tie. Nenio estis skribita. Elektu alian dosierujon kaj provu denove.
problem-browser-only = Ĉi tiu ligilo malfermiĝas en retumilo. Algluu ĝin tie.
problem-backup-under-way = Savkopio de ĉi tiu firmao jam estas farata. Atendu ĝis ĝi pretas, poste provu denove.
problem-saves-under-way = Pluraj dosieroj de ĉi tiu firmao jam estas farataj. Atendu ĝis unu pretas, poste provu denove.

refused-not-found = Tio ne plu ekzistas, aŭ ĝi ne estas videbla por vi.
refused-forbidden = Via rolo ne permesas tion. Demandu la posedanton de la firmao.
refused-id-taken = Tio jam estis konservita. Remalfermu la liston por vidi ĝin.
refused-empty = “{ $field }” estas malplena. Plenigu ĝin kaj konservu denove.
refused-too-long = “{ $field }” estas tro longa: maksimume { $max } signoj.
refused-out-of-range = “{ $field }” estas ekster la eblaj limoj.
refused-not-an-email = Tio ne estas retpoŝta adreso. Necesas @ kaj domajno.
refused-amount-too-large = Tiu sumo estas tro granda por fakturo.
refused-mixed-currencies = Du valutoj ne estas adicieblaj. Uzu unu valuton por la tuta fakturo.
refused-bad-value = “{ $field }” ne povas havi tiun valoron.
refused-unknown-field = Ĉi tiu versio de Folio ne konas “{ $field }”. Ĝisdatigu la programon kaj provu denove.
refused-no-client = Unue elektu klienton.
refused-no-lines = Aldonu almenaŭ unu linion.
refused-due-before-issue = La limdato estas antaŭ la fakturdato. Elektu pli malfruan.
refused-draft-changed = Iu dume ŝanĝis ĉi tiun malneton. Rigardu ĝin denove, poste eldonu.
refused-draft-closed = Ĉi tiu malneto jam estas eldonata, aŭ ĝi estis forlasita.
refused-series-in-use = Ĉi tiu serio jam donis numerojn kaj ne povas reiri.
refused-bad-pattern = La ŝablono bezonas ekzakte unu lokon por la numero, ekzemple 2026-0001.
refused-no-glyph = “{ $letter }” en “{ $field }” ne estas presebla. Anstataŭigu ĝin kaj provu denove.
refused-einvoice-incomplete = La e-fakturo por ĉi tiu kliento ne estas kompleta. La malneto listigas, kio mankas.
refused-over-allocated = Pli estas atribuita al fakturoj ol estis pagita. Malaltigu unu el la sumoj.
refused-over-paid = Tio estas pli ol restas pagenda por fakturo { $number }.
refused-credit-of-credit = Ĉi tio mem estas kreditnoto. Nur fakturon oni povas krediti.
refused-nothing-to-credit = De fakturo { $number } nenio restas por krediti.
refused-credits-nothing = Kreditnoto devas ion redoni. Lasu almenaŭ unu linion kun sumo.
refused-below-nothing = La sumo estas sub nulo. Tion, kion vi redonas, vi skribas kiel kreditnoton: malfermu la koncernan fakturon kaj kreditu ĝin.
refused-over-credited = Tio estas pli ol restas de fakturo { $number }. La malneto restas: forigu liniojn aŭ malgrandigu kvantojn.
refused-over-credited-tax = De { $tax } { $percent } % tio estas pli ol restas de fakturo { $number }. La malneto restas: malgrandigu la tiel impostitajn liniojn.
refused-credit-fixed = Kreditnoto konservas la klienton, la valuton kaj la specon de prezoj de sia fakturo.
refused-credit-before-invoice = Kreditnoto ne povas havi daton antaŭ sia fakturo. La plej frua dato estas { $earliest }.
refused-over-set-off = Tio estas pli ol restas de ĉi tiu kreditnoto.
refused-same-pattern = Fakturoj kaj kreditnotoj bezonas malsamajn ŝablonojn, alie oni ne distingus iliajn numerojn.
refused-not-positive = La sumo devas esti pli ol nulo.
refused-cannot-reverse = Ĉi tiu pago jam estis stornita.
refused-other-client = Ĉi tiu fakturo apartenas al alia kliento.
refused-last-owner = La lasta posedanto ne povas foriri. Unue faru iun alian posedanto.
refused-undone = Tio estis ĝustatempe malfarita. Nenio estis eldonita kaj nenio sendita.
refused-already-imported = Ĉi tiu dosiero jam estis enportita. Nenio aldoniĝis duan fojon.
refused-import-meanwhile = Intertempe alia enporto estis farita aŭ malfarita. Nenio aldoniĝis. Rigardu denove, kio venus, kaj poste transprenu ĝin.
refused-import-not-kept = Ĉi tiu enporto estis farita, antaŭ ol Folio konservis, kion enporto alportas. Oni ne povas malfari ĝin kiel tuton. Nenio estis forigita.
refused-import-touched = { $what ->
    [edited] “{ $label }” estis ŝanĝita aŭ forigita post ĉi tiu enporto.
    [added] “{ $label }” nun havas pli, ol ĉi tiu enporto alportis: malneton, pagon, mesaĝon, dokumenton, noton aŭ ensaluton.
    [paid] Pago estis atribuita al fakturo { $label } post ĉi tiu enporto.
    [reversed] La pago de { $label } estis stornita post ĉi tiu enporto.
    [viewed] La kliento rigardis fakturon { $label }.
    [sent] Fakturo { $label } estis sendita.
    [discussed] Estas mesaĝo pri fakturo { $label }.
    [credited] Alia fakturo reprenas fakturon { $label }.
    [linked] Ligilo al “{ $label }” estas donita kaj povas esti malfermita. Unue finu ĝin.
    [numbered] Viaj propraj fakturoj jam preterpasis la numeron { $label }; sen ĝi estus breĉo.
   *[other] Kion ĉi tiu enporto alportis, estis uzata poste.
} { $rest ->
    [some] Kaj { $more } pliaj.
   *[none] { "" }
} Ĉi tiun enporton oni ne povas malfari. Nenio estis forigita.
refused-file-too-large = La dosiero estas tro granda. La limo estas { $max }.
refused-logo-kind = Ĉi tio estas nek PNG-, nek JPEG-, nek SVG-dosiero. Via emblemo ne ŝanĝiĝis. Elektu dosieron de unu el tiuj specoj.
refused-logo-broken = Ĉi tiu bildo ne estas legebla: ĝi eble estas difektita, malplena aŭ multe tro granda. Via emblemo ne ŝanĝiĝis. Konservu ĝin denove per alia programo, aŭ elektu alian dosieron.
refused-logo-colours = Ĉi tiu JPEG estas en presistaj koloroj (CMYK). Via emblemo ne ŝanĝiĝis. Konservu ĝin kiel RGB aŭ PNG kaj elektu ĝin denove.
refused-logo-text = Ĉi tiu SVG enhavas tekston aŭ bildojn, kiuj aspektus alie en ĉiu komputilo. Via emblemo ne ŝanĝiĝis. Igu la tekston konturoj, aŭ konservu ĝin kiel PNG.
refused-number-taken = Numero { $number } kaj la sekvaj jam apartenas al aliaj fakturoj. Nenio estis eldonita. Elektu alian ŝablonon en la agordoj kaj eldonu denove.
refused-too-far-ahead = Fakturo ne povas havi daton pli ol unu jaron antaŭe. Nenio estis eldonita. Kontrolu la fakturdaton.
refused-too-many = Tio estas tro multe samtempe. La limo estas { $max }.

field-name = Nomo
field-email = Retpoŝta adreso
field-phone = Telefonnumero
field-address = Adreso
field-description = Priskribo
field-quantity = Kvanto
field-unit-price = Unuopa prezo
field-tax-rate = Imposta tarifo
field-discount = Rabato
field-currency = Valuto
field-issue-date = Fakturdato
field-due-date = Limdato
field-number = Numero
field-amount = Sumo
field-note = Noto
field-subject = Temo
field-body = Mesaĝo
field-reference = Referenco
field-first-name = Persona nomo
field-last-name = Familia nomo
field-title = Titolo
field-text = Teksto
field-file-name = Dosiernomo
field-pattern = Ŝablono de numeroj
field-next = Sekva numero
field-country = Lando
field-street = Strato
field-postal-code = Poŝtkodo
field-city = Urbo
field-region = Regiono
field-tax-id = Imposta numero
field-tax-name = Nomo de la imposto
field-taxes = Impostoj
field-hours = Malfermaj horoj
field-time-zone = Horzono
field-invoice-note = Noto sur fakturoj
field-payment-terms-days = Tagoj por pagi
field-client-number = Numero de la kliento
field-delivered-on = Livera dato
field-template = Ŝablono
field-accent = Koloro
field-sheet = Papero
field-logo = Emblemo
field-choice = Formo de e-fakturo
field-endpoint = Elektronika adreso
field-buyer-reference = Referenco, kiun la kliento petas
field-exemption-reason = Kial liberigitaj linioj ne portas imposton
field-reason = Kialo
field-unit = Unuo
field-billing = Kliento, valuto kaj imposta reĝimo
field-language = Lingvo
field-gets-invoices = Ricevas fakturojn
field-allocation = Sumo por la fakturo
field-bank = Bankaj indikoj
