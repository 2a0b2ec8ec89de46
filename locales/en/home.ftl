# The client's home: what do I owe, what is new.

home-hello = Hello { $name }
home-with = Your account with { $business }
home-you-owe = To pay
home-owe-nothing = Nothing to pay. Thank you!
home-get-back = You get back
home-credit-note = Credit note { $number }
home-late = { $amount } of that is late ({ $count ->
    [one] one invoice
   *[other] { $count } invoices
}).
home-next-due = Next: { $amount } by { $date } ({ $when })
home-invoice = Invoice { $number }
home-due = Due on { $date }, { $when }
home-dated = Dated { $date }
home-new-messages = New messages
home-documents = Newest documents
home-all-documents = All documents
home-paid = Paid lately
home-all-invoices = All invoices
