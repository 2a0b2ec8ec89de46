# Ensaluto, invitoj, kaj ligiloj kiuj malfermas unu fakturon.

sessions-needed = Tio estas necesa.
sessions-sign-in = Ensaluti
sessions-sign-in-summary = Per la retpoŝta adreso, al kiu venis via invito.
sessions-no-account = Ĉu vi ankoraŭ ne povas ensaluti? La firmao, kun kiu vi laboras, povas sendi al vi inviton.
sessions-server = Adreso de la servilo
sessions-server-hint = Kiel la posedanto de la firmao donis ĝin al vi, ekzemple folio.example.org
sessions-email = Retpoŝta adreso
sessions-password = Pasvorto
sessions-invitation = Vi estas invitita
sessions-invited-by = { $business } invitas vin.
sessions-invited-client = Viaj fakturoj, komunaj dokumentoj kaj mesaĝoj estos ĉi tie, ĉio en unu loko.
sessions-invited-team = Vi laboros en Folio kun la homoj tie.
sessions-invited-email-hint = Vi ensalutos per ĉi tiu adreso.
sessions-your-name = Via nomo
sessions-new-password = Elektu pasvorton
sessions-password-hint = Almenaŭ dek signoj; kelkaj vortoj taŭgas.
sessions-accept = Akcepti kaj ensaluti
sessions-invitation-signed-in = Vi estas ensalutinta kiel { $name } ĉe { $business }. Por akcepti alian inviton, unue elsalutu.
sessions-expired-invitation = Nenio perdiĝis: simple skribu aŭ telefonu al tiu, kiu invitis vin, kaj petu novan inviton.
sessions-expired-invoice = Nenio perdiĝis: tio, kion la ligilo malfermis, plu estas tie. Skribu aŭ telefonu al la firmao, kiu sendis ĝin, kaj petu novan ligilon; se vi havas pasvorton, vi povas ankaŭ ensaluti.
sessions-go-sign-in = Iri al la ensaluto
sessions-invoice-link = Via fakturo aŭ kreditnoto
sessions-invoice-link-text = Ĉi tie vi povas rigardi ĝin, konservi ĝin kiel PDF kaj, se io estas pagenda, vidi kiel. Pasvorto ne necesas.
sessions-open-invoice = Malfermi
sessions-open = Malfermi
