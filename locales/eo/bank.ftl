# Bankaj kontoeltiroj; la tekstoj de la ekrano venas kun ĝi, en bank_screen.ftl kaj bank_words.ftl.

nav-bank = Kontoeltiroj
bank-open = Malfermi kontoeltirojn
