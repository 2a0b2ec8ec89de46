# La ekrano de la enporto; la kialoj de unuopaj linioj staras en imports.ftl.

import-screen-summary = Klientoj, fakturoj kaj pagoj el la programo, kiun vi uzis antaŭe. Unue vi vidas, kio venus; nenio ŝanĝiĝas, ĝis vi diras tion.
import-screen-drop = Faligu la dosierojn ĉi tien
import-screen-hint = La CSV-elportoj de unu programo, aŭ adresaro (.vcf). Klientojn, fakturojn kaj pagojn kune, por ke ili trovu unu la alian.
import-screen-tool = De kie la dosieroj venas
import-screen-tool-any = Eltrovi tion el la dosieroj
import-screen-drop-file = Ne preni { $name }
import-screen-preview = Vidi, kio venus
import-screen-preview-note = La dosieroj estas nur legataj. Nenio estas konservata ankoraŭ.
import-screen-reading = Legado de la dosieroj …
import-screen-committing = Transprenado …
import-screen-comes = Kio venus
import-screen-done = Transprenita
import-screen-read-as = Legita kiel elporto el { $tool }.
import-screen-nothing = Nenio nova: ĉio ĉi jam estas ĉi tie, aŭ estis rifuzita.
import-screen-clients = { $count ->
    [one] { $count } kliento
   *[other] { $count } klientoj
}
import-screen-invoices = { $count ->
    [one] { $count } fakturo
   *[other] { $count } fakturoj
}
import-screen-payments = { $count ->
    [one] { $count } pago
   *[other] { $count } pagoj
}
import-screen-known = { $count ->
    [one] { $count } registro jam estas ĉi tie kaj restas senŝanĝa.
   *[other] { $count } registroj jam estas ĉi tie kaj restas senŝanĝaj.
}
import-screen-totals = Sumoj komparitaj kun la fonto
import-screen-source-invoiced = Fakturita, en la fonto
import-screen-invoiced = Fakturita, ĉi tie
import-screen-source-balance = Pagenda, en la fonto
import-screen-balance = Pagenda, ĉi tie
import-screen-paid = Pagoj
import-screen-compared = Komparo
import-screen-same = Egala
import-screen-differs = Malsama
import-screen-refused = { $count ->
    [one] { $count } linio estas rifuzita
   *[other] { $count } linioj estas rifuzitaj
}
import-screen-refused-note = Ĉi tiuj ne venas. Korektu ilin en la dosiero kaj enportu ĝin denove: kio jam estas ĉi tie, ne duobliĝas.
import-screen-doubtful = { $count ->
    [one] { $count } linio venas kun dubo
   *[other] { $count } linioj venas kun dubo
}
import-screen-doubtful-note = Ĉi tiuj venas. Rigardu, ĉu ili estis komprenitaj tiel, kiel vi celis.
import-screen-show-all = Montri ĉiujn { $count }
import-screen-commit = Transpreni ĉion
import-screen-more = Enporti pliajn dosierojn
import-screen-see = Vidi la fakturojn

import-made = Faritaj enportoj
import-made-files = { $tool }: { $files }
import-made-by = { $name }, { $when }
import-made-old = Farita, antaŭ ol estis konservate, kion enporto alportas: ne malfarebla kiel tuto.
import-undo = Malfari ĉi tiun enporton
import-undo-title = Ĉu malfari la enporton el { $tool }?
import-undo-goes = Ĉi tio foriras, kun ĉio, kio apartenas al ĝi:
import-undo-contacts = { $count ->
    [one] { $count } kontakto
   *[other] { $count } kontaktoj
}
import-undo-sums = { $invoiced } fakturita, { $paid } pagita
import-undo-note = Poste ĉio estas tia, kia ĝi estis antaŭ ĉi tiu enporto. La agado plu diras, ke ĝi estis farita kaj malfarita. La dosieroj povas esti enportitaj denove.
import-undo-checking = Kontrolado, ĉu ĝi estas malfarebla …
import-undone = La enporto estis malfarita
