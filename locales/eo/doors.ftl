# La unua lanĉo: tri pordoj, kaj restaŭro de savkopio.

doors-title = Bonvenon al Folio
doors-summary = Kiel vi volas komenci?
doors-here = Komenci en ĉi tiu komputilo
doors-here-what = Por nova firmao. Nenio por instali, reto ne necesas. Poste vi povas translokiĝi al servilo.
doors-server = Konekti al servilo
doors-server-what = Via firmao jam havas Folio-servilon, kaj vi havas pasvorton por ĝi.
doors-server-summary = Viaj datumoj tiam estas konservataj ankaŭ en ĉi tiu komputilo, por ke vi povu labori sen reto.
doors-invited = Mi estas invitita
doors-invited-what = Iu sendis al vi ligilon al invito.
doors-invited-summary = Algluu ĉi tie la ligilon el la retmesaĝo.
doors-have-backup = Ĉu vi havas savkopion aŭ elporton?
doors-restore = Restaŭri firmaon
doors-restore-summary = Ĉio revenas tia, kia ĝi estis: datumoj, dosieroj kaj numeroj.
doors-restore-what = Kion vi havas?
doors-restore-backup = Savkopion, kiu estas ĉifrita
doors-restore-export = Plenan elporton, ZIP-dosieron
doors-choose-export = Elekti la elporton …
doors-choose-backup = Elekti la savkopian dosieron …
doors-recovery-code = Restaŭra kodo
doors-recovery-code-hint = De la presita folio. Spacoj kaj minuskloj ne gravas.
doors-recovery-code-kept = Restaŭra kodo, se vi volas reteni la presitan
doors-recovery-code-new = Elporto ne bezonas kodon. Lasu ĝin malplena, kaj vi ricevos novan kodon por presi.
doors-restored-title = { $business } revenis
doors-restored = Ĉio revenis. En ĉi tiu komputilo vi ne bezonas pasvorton.
doors-restored-people =
    { $count ->
        [one] Alia persono povis ensaluti,
       *[other] { $shown } aliaj personoj povis ensaluti,
    } kaj elporto ne enhavas pasvortojn. Kiam ĉi tiu firmao translokiĝos al servilo, la servilo presos por ĉiu ligilon por elekti novan.
doors-link = Ligilo al la invito
doors-link-wrong = Tio ne estas ligilo. Kopiu la tutan ligilon el la retmesaĝo; ĝi komenciĝas per https://
doors-other-link = Alglui alian ligilon
doors-locked = Bonvenon denove, { $name }
doors-locked-nobody = Bonvenon denove
doors-locked-summary = Viaj datumoj estas en ĉi tiu komputilo, sed via ensaluto finiĝis. Ensalutu por daŭrigi; nenio perdiĝis.
doors-keyring = Folio bezonas ŝlosilaron
doors-keyring-summary = Viaj datumoj estas konservataj ĉifritaj, kaj ilia ŝlosilo kuŝas en la ŝlosilaro de ĉi tiu komputilo. Folio neniam tenas ĝin en malfermita dosiero.

doors-step = Paŝo { $step } el { $of }
doors-step-business = Via firmao
doors-step-owner = Pri vi
doors-step-numbers = Viaj fakturnumeroj
doors-business-name = Nomo de la firmao
doors-business-name-hint = Kiel ĝi staru sur viaj fakturoj.
doors-country = Lando
doors-currency = Valuto
doors-time-zone = Horzono
doors-time-zone-hint = Ĝi decidas, kiu tago estas, kiam fakturo fariĝas pagenda.
doors-owner-name = Via nomo
doors-owner-email-hint = Klientoj vidas ĝin kiel vian adreson. Nenio estas sendata al ĝi nun.
doors-numbers-how = Ĉu vi jam antaŭe skribis fakturojn?
doors-numbers-fresh = Ne, komenci de 1
doors-numbers-on = Jes, daŭrigi post alia programo
doors-old-number = La lasta fakturnumero tie
doors-old-number-hint = Ekzemple RE-2026-0417. Folio daŭrigas tuj post ĝi, sen breĉo.
doors-pattern = Ŝablono
doors-pattern-hint = YYYY signifas la jaron, nuloj la numeron.
doors-next-number = Sekva numero
doors-first-number = Via sekva fakturo estos { $number }.
doors-start = Komenci
doors-code-title = Via restaŭra kodo
doors-code-summary = Presu aŭ skribu ĝin, kaj gardu ĝin for de ĉi tiu komputilo.
doors-code-of = Restaŭra kodo de { $business }
doors-code-why = Se ĉi tiu komputilo perdiĝos aŭ paneos, viaj savkopioj kaj ĉi tiu kodo rehavigos ĉion. Sen ĉi tiu kodo neniu povas malfermi ilin, eĉ ne ni.
doors-code-copied = Restaŭra kodo kopiita
doors-code-kept = Mi presis aŭ skribis ĝin
doors-code-not-kept = Bonvolu unue gardi la kodon: sen ĝi savkopio ne malfermeblas.
doors-finish = Malfermi Folio
doors-signed-out = Ĉu via firmao jam estas en ĉi tiu komputilo?
doors-open = Remalfermi ĝin
doors-open-summary = La firmao en ĉi tiu komputilo malfermiĝas per la retpoŝta adreso de sia posedanto. La ŝlosilaro de ĉi tiu komputilo anstataŭas la pasvorton.
