# Payments: recording, setting against invoices, reversing.

payments-payment = Pago
payments-record = Registri pagon
payments-record-for = Pago por fakturo { $number }
payments-save = Registri
payments-recorded = { $amount } registrita.
payments-empty = Ankoraŭ neniuj pagoj. Registru la unuan, kiam mono venos.
payments-none-of-client = Neniuj pagoj de ĉi tiu kliento.
payments-received-on = Ricevita je
payments-method = Kiel
payments-method-bank-transfer = Banka ĝiro
payments-method-cash = Kontanta mono
payments-method-card = Karto
payments-method-cheque = Ĉeko
payments-method-upi = UPI
payments-method-other = Alimaniere
payments-reference = Referenco de la paginto
payments-asked = La fakturo petas { $amount }.
payments-rest-is-credit = La resto restas kiel kredito de la kliento.
payments-for = Por
payments-part-of = Parto por fakturo { $number }
payments-whole = Ĉion
payments-nothing-open = Ĉi tiu kliento havas neniun nepagitan fakturon en ĉi tiu valuto.
payments-amount-missing = Tajpu la sumon, kiu venis.
payments-credit = { $amount } kredite
payments-recorded-by = Registris
payments-reverse = Storni
payments-reverse-title = Ĉu storni { $amount }?
payments-reverse-text = { $what ->
    [set_off] Nenio estas forviŝata: dua enskribo reprenas ĝin. La kreditnoto rehavas la sumon, kaj la fakturo denove petas ĝin.
    [refund] Nenio estas forviŝata: dua enskribo reprenas ĝin, kaj la kreditnoto rehavas la sumon.
   *[payment] Pago neniam estas forviŝata: dua enskribo reprenas ĝin, kaj la fakturo denove petas la sumon.
}
payments-reason = Kialo
payments-reason-hint = { $what ->
    [set_off] Ekzemple: celita al alia fakturo
   *[payment] Ekzemple: dufoje registrita
}
payments-reversal = Storno
payments-refund = Repagita
payments-paid-on = Repagita je
payments-refunded = { $amount } repagita.
payments-reversed = stornita
payments-is-reversed = Ĉi tiu pago estis stornita.
payments-was-reversed = { $amount } stornita.
payments-receipt = Kvitanco
