# How the papers of the business look.

stationery-title = Aspekto de viaj paperoj
stationery-summary = Fakturoj, kreditnotoj, kvitancoj kaj kontoeltiroj ĉiuj aspektas tiel. Kio estas eldonita, tio restas kia ĝi estas.
stationery-template = Ŝablono
stationery-template-ledger = Kontolibro
stationery-template-ledger-about = Kvieta: haraj linioj, nombroj unue
stationery-template-letter = Letero
stationery-template-letter-about = Klasika: via nomo en la mezo, inter linioj
stationery-template-bold = Forta
stationery-template-bold-about = Bendo en via koloro
stationery-accent = Koloro
stationery-accent-preset = Koloro { $colour }
stationery-accent-own = Propra koloro
stationery-accent-darker = Ĉi tio estas tro pala por legi sur papero. Presiĝas { $colour }: la sama koloro, pli malhela.
stationery-sheet = Papero
stationery-sheet-usual = Kiel kutime en via lando
stationery-sheet-a4 = A4
stationery-sheet-us-letter = Letter (Usono)
stationery-logo = Emblemo
stationery-logo-alt = Via emblemo
stationery-logo-remove = Forigi la emblemon
stationery-logo-replace = Demetu alian emblemon ĉi tie
stationery-logo-drop = Demetu vian emblemon ĉi tie
stationery-logo-hint = PNG, JPEG aŭ SVG, ĝis 256 kB. Ĝi staras sur blanko.
stationery-preview = Specimena fakturo, kia ĝi presiĝos
stationery-preview-alt = Specimena fakturo laŭ la ŝablono { $template }
