# बैंक विवरण; स्क्रीन के पाठ उसी के साथ आते हैं, bank_screen.ftl और bank_words.ftl में।

nav-bank = बैंक विवरण
bank-open = बैंक विवरण खोलें
