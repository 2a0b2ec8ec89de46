# Saying what the columns of a table mean: on the screens of imports and of bank statements.

table-look = Say what the columns are
table-ignore = Not read
table-column = Column “{ $heading }”
table-dates = How dates are written
table-dates-day = Day first: 31/12/2026
table-dates-month = Month first: 12/31/2026
table-numbers = How numbers are written
table-numbers-dot = Dot before decimals: 1,234.50
table-numbers-comma = Comma before decimals: 1.234,50
table-open = Nothing in the table decides this. Look whether it is right.
