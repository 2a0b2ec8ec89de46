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
payment-reference = Pagreferenco
scan-to-pay = Skanu per via bankprogramo
payment-code-alt = QR-kodo: pagu { $amount } al { $name }, referenco { $reference }
note = Noto

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
