# La hejmo de la kliento: kion mi ŝuldas, kio estas nova.

home-hello = Saluton, { $name }
home-with = Via konto ĉe { $business }
home-you-owe = Pagenda
home-owe-nothing = Nenio pagenda. Dankon!
home-get-back = Vi rericevas
home-credit-note = Kreditnoto { $number }
home-late = El tio { $amount } malfruas ({ $count ->
    [one] unu fakturo
   *[other] { $count } fakturoj
}).
home-next-due = Sekve: { $amount } ĝis { $date } ({ $when })
home-invoice = Fakturo { $number }
home-due = Pagenda ĝis { $date }, { $when }
home-dated = Kun dato { $date }
home-new-messages = Novaj mesaĝoj
home-documents = Plej novaj dokumentoj
home-all-documents = Ĉiuj dokumentoj
home-paid = Lastatempe pagitaj
home-all-invoices = Ĉiuj fakturoj
