# A client's statement of account.

statements-title = Kontoeltiro
statements-period = Periodo
statements-this-year = Ĉi tiu jaro
statements-last-quarter = Lasta kvaronjaro
statements-custom = Aliaj tagoj
statements-from = Unua tago
statements-to = Lasta tago
statements-backwards = La lasta tago estas antaŭ la unua.
statements-range = De { $from } ĝis { $to }
statements-opening = Transportita saldo
statements-billed = Fakturita
statements-paid = Pagita
statements-closing = Saldo en la fino
statements-save = Konservi kiel PDF
statements-saved = Konservita kiel { $name }.
