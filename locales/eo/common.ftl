# Words that many screens share.

product = Folio
window-title = { $screen } – Folio

language = Lingvo
language-en = English
language-hi = हिन्दी
language-ta = தமிழ்
language-eo = Esperanto
theme = Aspekto
theme-system = Laŭ la sistemo
theme-light = Hela
theme-dark = Malhela

role-owner = Posedanto
role-staff = Kunlaboranto
role-bookkeeper = Librotenisto
role-client = Kliento

action-cancel = Nuligi
action-close = Fermi
action-dismiss = Forigi
action-save = Konservi
action-delete = Forviŝi
action-edit = Redakti
action-undo = Malfari
action-copy = Kopii
action-print = Presi
action-download = Elŝuti
action-send = Sendi
action-back = Reen
action-next = Antaŭen
action-try-again = Provi denove
action-sign-out = Elsaluti
action-more = Pli

field-optional = nedeviga
decimal-not-a-number = Tio ne estas nombro.
decimal-too-fine = { $decimals ->
    [0] Ĉi tie nur entjeroj.
    [one] Maksimume unu cifero post la komo.
   *[other] Maksimume { $decimals } ciferoj post la komo.
}
date-choose = Elekti daton
date-hint = Ekzemple +14 por du semajnoj post hodiaŭ
date-not-a-date = “{ $typed }” ne estas dato.
date-month-before = Antaŭa monato
date-month-after = Sekva monato
combobox-none = Nenio kongruas. Provu malpli da literoj.
file-choose = Elekti dosieron
loading = Ŝargado
toasts = Mesaĝoj
progress-count = { $done } el { $of }
needs-desktop = Ĉi tio funkcias en la programo Folio en via komputilo.
needs-browser = Ĉi tio funkcias en retumilo.
saves-making = “{ $name }” estas farata …
saves-arriving = “{ $name }” alvenas …
saves-waiting = “{ $name }”: la servilo ne estas atingebla. Poste ĝi daŭros memstare.
saves-taken = “{ $name }” estas en la elŝutoj de la retumilo.
saves-ready = “{ $name }” estas preta.
saves-take = Elŝuti
saves-percent = { $percent } %
saves-done = Konservita kiel { $name }.
line-times = { $quantity } × { $price }
