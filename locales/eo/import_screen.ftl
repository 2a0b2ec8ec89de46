# La ekrano de la enporto; la kialoj de unuopaj linioj staras en imports.ftl.

import-screen-summary = Klientoj, fakturoj kaj pagoj el la programo, kiun vi uzis antaŭe. Unue vi vidas, kio venus; nenio ŝanĝiĝas, ĝis vi diras tion.
import-screen-drop = Faligu la dosierojn ĉi tien
import-screen-hint = La elportoj de unu programo kiel CSV aŭ XLSX, adresaro (.vcf), aŭ propra tabelo. Klientojn, fakturojn kaj pagojn kune, por ke ili trovu unu la alian.
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

import-table-any = Ajna tabelo (CSV, XLSX)
import-table-note = Por tabeloj, kiujn neniu el la konataj programoj skribis. Folio divenas laŭ la titoloj; korektu, kio malĝustas.
import-table-lists = Kion ĉi tiu tabelo listigas
import-table-clients = Klientojn
import-table-invoices = Fakturojn
import-table-payments = Pagojn
import-table-leave = Ne preni ĝin
import-table-remembered = Legita, kiel vi diris la lastan fojon por ĉi tiuj titoloj.
import-table-none = Neniu el ĉi tiuj dosieroj estas tabelo.
table-field-client-name = Nomo de la kliento
table-field-client-number = Numero de la kliento
table-field-first-name = Persona nomo
table-field-last-name = Familia nomo
table-field-email = Retpoŝtadreso
table-field-phone = Telefono
table-field-street = Strato
table-field-street2 = Dua linio de la adreso
table-field-postal-code = Poŝtkodo
table-field-city = Urbo
table-field-region = Regiono
table-field-country = Lando
table-field-tax-id = Impostnumero
table-field-payment-terms = Paglimo en tagoj
table-field-currency = Valuto
table-field-invoice-number = Fakturnumero
table-field-invoice-date = Dato de la fakturo
table-field-due-date = Pagdato
table-field-status = Stato (malneto, nuligita)
table-field-reference = Referenco
table-field-note = Noto
table-field-description = Kion la linio fakturas
table-field-quantity = Kvanto
table-field-unit = Unuo
table-field-price = Prezo de unu
table-field-line-discount = Rabato de la linio
table-field-line-total = Sumo de la linio, sen imposto
table-field-tax-name = Nomo de la imposto
table-field-tax-percent = Imposto en %
table-field-tax-amount = Imposto de la linio kiel sumo
table-field-total = Totalo de la fakturo
table-field-paid = Ĝis nun pagita
table-field-paid-on = Pagita je
table-field-balance = Ankoraŭ pagenda
table-field-payment-number = Numero de la pago
table-field-payment-date = Dato de la pago
table-field-payment-amount = Sumo de la pago
table-field-payment-method = Kiel ĝi estis pagita
table-field-payment-reference = Referenco de la paganto
