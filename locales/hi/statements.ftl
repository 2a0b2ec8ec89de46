# A client's statement of account.

statements-title = खाता विवरण
statements-period = अवधि
statements-this-year = इस साल
statements-last-quarter = पिछली तिमाही
statements-custom = दूसरी अवधि
statements-from = पहला दिन
statements-to = आख़िरी दिन
statements-backwards = आख़िरी दिन पहले दिन से पहले का है।
statements-range = { $from } से { $to }
statements-opening = पिछला बाकी
statements-billed = बिल
statements-paid = भुगतान
statements-closing = अंत में बाकी
statements-save = PDF के रूप में सहेजें
statements-saved = { $name } नाम से सहेजा गया।
