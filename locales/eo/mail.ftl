# Retmesaĝoj. Ili alparolas homojn per la persona nomo kaj diras unu aferon.

mail-hello = Saluton, { $name },
mail-hello-nobody = Bonan tagon,
mail-regards =
    Amike salutas
    { $business }
mail-phone = Vi povas ankaŭ telefoni al ni: { $phone }
mail-link-only-you = Ĉi tiu ligilo estas nur por vi; bonvolu ne plusendi ĝin.

mail-invitation-subject = { $business } invitas vin
mail-invitation-client = { $inviter } el { $business } preparis komunan lokon por vi ambaŭ: viaj fakturoj, komunaj dokumentoj kaj mesaĝoj, ĉio kune. Malfermu ĝin ĉi tie kaj elektu pasvorton:
mail-invitation-team = { $inviter } volonte laborus kun vi ĉe { $business } en Folio. Malfermu vian inviton ĉi tie kaj elektu pasvorton:
mail-invitation-bookkeeper = { $inviter } petas vin prizorgi la librojn de { $business } en Folio: fakturojn, pagojn kaj la paperojn de ĉiu monato. Malfermu vian inviton ĉi tie kaj elektu pasvorton:
mail-invitation-until = La invito validas ĝis { $date }. Se tio estas tro frua, simple petu de { $inviter } novan.

mail-invoice-subject = Fakturo { $number } de { $business }
mail-invoice-open = jen fakturo { $number } pri { $total }. Bonvolu pagi { $amount } ĝis { $date }.
mail-invoice-settled = jen fakturo { $number } pri { $total }. Nenio plu estas pagenda.
mail-invoice-link = Rigardu ĝin, konservu ĝin kiel PDF kaj vidu, kiel pagi:
mail-invoice-question = Ĉu io ne estas kiel vi atendis? Simple respondu al ĉi tiu mesaĝo.
mail-credit-subject = Kreditnoto { $number } de { $business }
mail-credit = jen kreditnoto { $number }: vi rericevas { $total } de fakturo { $invoice }. Vi bezonas fari nenion.
mail-credit-link = Rigardu ĝin kaj konservu ĝin kiel PDF:
