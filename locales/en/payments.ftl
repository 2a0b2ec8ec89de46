# Payments: recording, setting against invoices, reversing.

payments-payment = Payment
payments-record = Record payment
payments-record-for = Payment for invoice { $number }
payments-save = Record
payments-recorded = { $amount } recorded.
payments-empty = No payments yet. Record the first one when money comes in.
payments-none-of-client = No payments of this client.
payments-received-on = Received on
payments-method = How
payments-method-bank-transfer = Bank transfer
payments-method-cash = Cash
payments-method-card = Card
payments-method-cheque = Cheque
payments-method-upi = UPI
payments-method-other = Another way
payments-reference = Payer’s reference
payments-asked = The invoice asks for { $amount }.
payments-rest-is-credit = What is left over stays as the client’s credit.
payments-for = For
payments-part-of = Part for invoice { $number }
payments-whole = All of it
payments-nothing-open = This client has no open invoice in this currency.
payments-amount-missing = Type the amount that came.
payments-credit = { $amount } credit
payments-recorded-by = Recorded by
payments-reverse = Reverse
payments-reverse-title = Reverse { $amount }?
payments-reverse-text = { $what ->
    [set_off] Nothing is erased: a second entry takes it back. The credit note has the amount again, and the invoice asks for it again.
    [refund] Nothing is erased: a second entry takes it back, and the credit note has the amount again.
   *[payment] A payment is never erased: a second entry takes it back, and the invoice asks for the amount again.
}
payments-reason = Reason
payments-reason-hint = { $what ->
    [set_off] For example: meant for another invoice
   *[payment] For example: entered twice
}
payments-reversal = Reversal
payments-refund = Paid back
payments-paid-on = Paid back on
payments-refunded = { $amount } paid back.
payments-reversed = reversed
payments-is-reversed = This payment was reversed.
payments-was-reversed = { $amount } reversed.
payments-receipt = Receipt
