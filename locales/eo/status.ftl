# The states of an invoice.

status-draft = Malneto
status-waiting = Atendas
status-issued = Eldonita
status-sent = Sendita
status-viewed = Vidita
status-open = Nepagita
status-partially-paid = Parte pagita
status-paid = Pagita
status-credited = Kreditita
status-credit-left = Restas kredito
status-credit-used = Eluzita
status-discarded = Forlasita malneto
status-days-late = { $days ->
    [one] { $days } tagon malfrua
   *[other] { $days } tagojn malfrua
}
