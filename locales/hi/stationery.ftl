# How the papers of the business look.

stationery-title = आपके काग़ज़ों का रूप
stationery-summary = बिल, क्रेडिट नोट, रसीदें और खाता विवरण सब ऐसे दिखते हैं। जो जारी हो चुका है वह वैसा ही रहता है।
stationery-template = ढाँचा
stationery-template-ledger = बही
stationery-template-ledger-about = सादा: पतली रेखाएँ, अंक सबसे आगे
stationery-template-letter = पत्र
stationery-template-letter-about = पारंपरिक: बीच में आपका नाम, रेखाओं के बीच
stationery-template-bold = गहरा
stationery-template-bold-about = आपके रंग की पट्टी
stationery-accent = रंग
stationery-accent-preset = रंग { $colour }
stationery-accent-own = अपना रंग
stationery-accent-darker = यह रंग काग़ज़ पर पढ़ने के लिए बहुत हल्का है। { $colour } छपेगा: वही रंग, गहरा।
stationery-sheet = काग़ज़
stationery-sheet-usual = जैसा आपके देश में चलता है
stationery-sheet-a4 = A4
stationery-sheet-us-letter = लेटर (अमेरिका)
stationery-logo = लोगो
stationery-logo-alt = आपका लोगो
stationery-logo-remove = लोगो हटाएँ
stationery-logo-replace = दूसरा लोगो यहाँ छोड़ें
stationery-logo-drop = अपना लोगो यहाँ छोड़ें
stationery-logo-hint = PNG, JPEG या SVG, 256 kB तक। यह सफ़ेद पर छपता है।
stationery-preview = एक नमूना बिल, जैसा वह छपेगा
stationery-preview-alt = ढाँचे { $template } में एक नमूना बिल
