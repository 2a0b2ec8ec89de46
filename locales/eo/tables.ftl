# Diri, kion la kolumnoj de tabelo signifas: sur la ekranoj de importoj kaj de bankaj kontoeltiroj.

table-look = Diri, kio la kolumnoj estas
table-ignore = Ne legata
table-column = Kolumno “{ $heading }”
table-dates = Kiel datoj estas skribitaj
table-dates-day = Tago unue: 31/12/2026
table-dates-month = Monato unue: 12/31/2026
table-numbers = Kiel nombroj estas skribitaj
table-numbers-dot = Punkto antaŭ decimaloj: 1,234.50
table-numbers-comma = Komo antaŭ decimaloj: 1.234,50
table-open = Nenio en la tabelo decidas tion. Rigardu, ĉu ĝi ĝustas.
