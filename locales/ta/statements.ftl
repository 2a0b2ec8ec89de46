# A client's statement of account.

statements-title = கணக்கு அறிக்கை
statements-period = காலம்
statements-this-year = இந்த ஆண்டு
statements-last-quarter = கடந்த காலாண்டு
statements-custom = வேறு நாட்கள்
statements-from = முதல் நாள்
statements-to = கடைசி நாள்
statements-backwards = கடைசி நாள் முதல் நாளுக்கு முன் வருகிறது.
statements-range = { $from } முதல் { $to } வரை
statements-opening = முந்தைய நிலுவை
statements-billed = பட்டியலிட்டது
statements-paid = செலுத்தியது
statements-closing = இறுதி நிலுவை
statements-save = PDF ஆகச் சேமி
statements-saved = { $name } என்று சேமிக்கப்பட்டது.
