# Vortoj sur fakturoj kaj aliaj paperoj, kiujn klientoj ricevas.

invoice = Fakturo
invoice-titled = Fakturo { $number }
billed-to = Fakturita al
tax-id = Imposta numero: { $id }

invoice-number = Fakturnumero
issue-date = Fakturdato
delivered-on = Liverita la
reference = Via referenco

amount-due = Pagenda sumo
due-by = Pagenda ĝis la { $date }
nothing-due = Nenio pagenda

line-description = Priskribo
line-quantity = Kvanto
line-unit-price = Unuopa prezo
line-tax = Imposto
line-amount = Sumo
line-discount = Rabato { $rate }: { $amount }
line-discount-amount = Rabato: { $amount }

subtotal = Subsumo
subtotal-with-tax = Subsumo kun imposto
discount = Rabato
discount-rate = Rabato { $rate }
taxable-total = Sumo sen imposto
tax-on = { $name } { $rate } de { $base }
tax-included-on = Inkluzivas { $name } { $rate } de { $base }
total-with-currency = Entute ({ $currency })

tax-zero-rated = { $name }: nula tarifo.
tax-exempt = { $name }: liberigita de imposto.
tax-reverse-charge = Inversa ŝarĝo: la imposton pagas la kliento.
tax-intra-community = Liverado ene de la Eŭropa Unio, libera de AVI.
tax-export = Eksporto, libera de imposto.
tax-out-of-scope = Ne impostata.

how-to-pay = Kiel pagi
account-name = Kontoposedanto
bank-name = Banko
iban = IBAN
bic = BIC
account-number = Kontonumero
routing-code = Bankokodo
ifsc = IFSC
upi-id = UPI-adreso
pix-key = PIX-ŝlosilo
pay-with-slip = Pagu per la pagilo ĉe la piedo de la lasta paĝo.
payment-reference = Pagreferenco
scan-to-pay = Skanu per via bankprogramo
payment-code-alt = QR-kodo: pagu { $amount } al { $name }, referenco { $reference }
note = Noto

receipt = Kvitanco
receipt-titled = Kvitanco, { $date }
receipt-file = Kvitanco { $client } { $date }
received-from = Ricevita de
received-on = Ricevita je
payment-method = Pagmaniero
amount-received = Ricevita sumo
paid-invoice = Fakturo
invoice-total = Faktursumo
paid-part = Per ĉi tio pagita
stays-as-credit = Restas kiel via kredito
unallocated = Por neniu fakturo
total-received = Ricevita ({ $currency })
reversed-on = Stornita je la { $date }
receipt-reversed = Ĉi tiu pago estis stornita je la { $date }. Ĝi ne plu validas, kaj kion ĝi pagis, tio denove estas pagenda.

method-bank-transfer = Banka ĝiro
method-cash = Kontanta mono
method-card = Karto
method-cheque = Ĉeko
method-upi = UPI
method-other = Alimaniere

statement = Kontoeltiro
statement-titled = Kontoeltiro, { $period }
statement-file = Kontoeltiro { $client } { $from } { $to }
statement-for = Kontoeltiro por
period-from = De
period-to = Ĝis
period = { $from } – { $to }
drawn-up-on = Ellaborita je
client-number = Klientnumero
balance-on = Saldo je la { $date }
in-your-favour = Je via favoro
movement-date = Dato
movement-billed = Fakturita
movement-paid = Pagita
movement-balance = Saldo ({ $currency })
brought-forward = Transportita saldo
payment-by = Pago: { $method }
reversal-of = Storno de la pago de la { $date }
reversal = Storno de pago
movement-credit-note = Kreditnoto { $number }
movement-refund = Repagita: { $method }
nothing-moved = En ĉi tiu periodo nenio estis fakturita aŭ pagita.
sum-billed = Fakturita
sum-paid = Pagita
balance-at-end = Saldo ({ $currency })
ageing = Kiom aĝa estas la saldo
not-due-yet = Ankoraŭ ne pagenda
late-30 = 1–30 tagojn malfrua
late-60 = 31–60 tagojn malfrua
late-90 = 61–90 tagojn malfrua
late-over-90 = Pli ol 90 tagojn malfrua
less-credit = Via kredito

logo-alt = Emblemo de { $name }

paper-draft = Malneto
paper-credit = Kreditnoto
paper-credit-titled = Kreditnoto { $number }
paper-credit-to = Kreditita al
paper-credit-number = Numero de kreditnoto
paper-credit-date = Dato
paper-credit-amount = Kreditita
paper-credit-of = Kreditas fakturon { $number } de { $date }
paper-credit-reason = Kialo: { $reason }

sample-client = Haveno Libroj
sample-street = Kajstrato 3
sample-city = Bjalistoko
sample-line-1 = Laborrenkonto pri marko, duona tago
sample-line-2 = Retejo: desegno kaj konstruo
sample-line-3 = Presitaj kartoj, reciklita papero
sample-hours = h
sample-tax = AVI
sample-note = Dankon pro la bona kunlaboro.

page-of = Paĝo { $page } el { $pages }

date-long = { $day }-a de { $month } { $year }
month-1 = januaro
month-2 = februaro
month-3 = marto
month-4 = aprilo
month-5 = majo
month-6 = junio
month-7 = julio
month-8 = aŭgusto
month-9 = septembro
month-10 = oktobro
month-11 = novembro
month-12 = decembro
