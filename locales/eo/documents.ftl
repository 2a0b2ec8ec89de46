# Dokumentoj, kiujn la firmao kaj kliento tenas en unu loko.

documents-size-b = { $size } B
documents-size-kb = { $size } kB
documents-size-mb = { $size } MB
documents-count = { $count ->
    [one] { $count } dokumento
   *[other] { $count } dokumentoj
}
documents-of-all = Nur { $client }; montri ĉiujn
documents-drop = Faligu ĉi tien dosierojn por kliento
documents-drop-client = Faligu dosierojn ĉi tien
documents-drop-hint = Ĝis { $max } po dosiero. Antaŭ la sendo vi vidas, kiu vidos ĝin.
documents-too-large = “{ $name }” estas pli granda ol { $max } kaj ne akcepteblas. Malgrandigu aŭ dividu ĝin.
documents-on-the-way = Dosieroj survoje: { $count }
documents-reading = Legado …
documents-drop-upload = Ĉesi alporti { $name }
documents-arrived = { $name } estas sekure konservita.
documents-empty = Ankoraŭ neniuj dokumentoj. Faligu la unuan supre.
documents-empty-client = Ankoraŭ neniuj dokumentoj. Kion vi aŭ la firmao kundividos, tio estos ĉi tie.
documents-shared = Kundividita
documents-internal = Nur via teamo
documents-awaiting = Survoje
documents-awaiting-note = La plej nova versio ankoraŭ ne plene alvenis. Ĝi konserveblos, kiam ĝi alvenos.
documents-versions-count = { $count ->
    [one] { $count } versio
   *[other] { $count } versioj
}
documents-add-title = { $count ->
    [one] Aldoni dokumenton
   *[other] Aldoni { $count } dokumentojn
}
documents-client-needed = Unue elektu klienton.
documents-title = Titolo
documents-who = Kiu vidu ĝin?
documents-who-client = Ankaŭ la kliento
documents-who-team = Nur via teamo
documents-seen-by = { $people } de { $client } vidos ĝin, kaj ankaŭ via teamo.
documents-seen-by-nobody = Ankoraŭ neniu de { $client } povas ensaluti. Ili vidos ĝin, kiam vi estos invitinta ilin.
documents-seen-by-unknown = Elektu klienton por vidi, kiu vidos ĝin.
documents-seen-by-team = Nur via teamo vidos ĝin. Vi povas kundividi ĝin poste.
documents-seen-by-business = Vidas ĝin la homoj de { $business } kaj tiuj viaflanke.
documents-seen-shared = { $client } vidas ĝin, kaj ankaŭ via teamo.
documents-seen-internal = Por { $client }; nur via teamo vidas ĝin.
documents-add = Aldoni
documents-share = Kundividi
documents-share-with-client = Kundividi kun la kliento
documents-now-shared = { $client } nun vidas ĝin.
documents-now-internal = Nun nur via teamo vidas ĝin.
documents-take-back = Repreni
documents-take-back-title = Ĉu repreni ĉi tiun dokumenton?
documents-take-back-text = { $client } ne plu vidos ĝin. Kopioj, kiujn ili jam konservis, restas ĉe ili.
documents-remove = Forigi
documents-remove-title = Ĉu forigi ĉi tiun dokumenton?
documents-remove-text = Ĝi malaperos kun ĉiuj versioj, por ĉiuj. Kio okazis al ĝi, tio restas en la agado.
documents-write = Skribi pri ĝi
documents-saved = Konservita kiel { $name }.
documents-versions = Versioj
documents-drop-version = Faligu novan version ĉi tien
documents-save-version = Konservi { $name }
documents-choose-again = Reelekti la dosieron por daŭrigi
documents-other-file = Tio estas alia dosiero. Elektu { $name } tian, kia ĝi estis.
documents-activity = Kiu rigardis, kaj kio okazis
documents-activity-none = Ankoraŭ neniu alia rigardis ĝin.
documents-needs-https = Ĉi tiu retumilo povas sendi dosierojn nur per sekura konekto. Petu de la firmao la adreson, kiu komenciĝas per https://
