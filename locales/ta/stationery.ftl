# How the papers of the business look.

stationery-title = உங்கள் தாள்களின் தோற்றம்
stationery-summary = விலைப்பட்டியல்கள், வரவுக் குறிப்புகள், ரசீதுகள், கணக்கு அறிக்கைகள் எல்லாம் இப்படித் தோன்றும். வழங்கப்பட்டவை மாறாது.
stationery-template = வார்ப்புரு
stationery-template-ledger = பேரேடு
stationery-template-ledger-about = அமைதி: மெல்லிய கோடுகள், எண்களே முதலில்
stationery-template-letter = கடிதம்
stationery-template-letter-about = மரபு: கோடுகளுக்கு நடுவே உங்கள் பெயர்
stationery-template-bold = அழுத்தம்
stationery-template-bold-about = உங்கள் நிறத்தில் ஒரு பட்டை
stationery-accent = நிறம்
stationery-accent-preset = நிறம் { $colour }
stationery-accent-own = உங்கள் சொந்த நிறம்
stationery-accent-darker = இது தாளில் படிக்க முடியாத அளவு வெளிறியது. { $colour } அச்சிடப்படும்: அதே நிறம், அடர்த்தியாக.
stationery-sheet = தாள்
stationery-sheet-usual = உங்கள் நாட்டு வழக்கப்படி
stationery-sheet-a4 = A4
stationery-sheet-us-letter = லெட்டர் (அமெரிக்கா)
stationery-logo = சின்னம்
stationery-logo-alt = உங்கள் சின்னம்
stationery-logo-remove = சின்னத்தை நீக்கு
stationery-logo-replace = வேறு சின்னத்தை இங்கே விடவும்
stationery-logo-drop = உங்கள் சின்னத்தை இங்கே விடவும்
stationery-logo-hint = PNG, JPEG அல்லது SVG, 256 kB வரை. அது வெள்ளையின் மீது நிற்கும்.
stationery-preview = அச்சிடப்படும் விதத்தில் ஒரு மாதிரி விலைப்பட்டியல்
stationery-preview-alt = { $template } வார்ப்புருவில் ஒரு மாதிரி விலைப்பட்டியல்
