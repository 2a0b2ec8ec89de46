# Bank statements; the screen's texts come with it, in bank_screen.ftl and bank_words.ftl.

nav-bank = Bank statements
bank-open = Open bank statements
