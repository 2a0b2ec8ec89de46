# ऐप की पहली शुरुआत: तीन रास्ते, और बैकअप से वापसी।

doors-title = Folio में आपका स्वागत है
doors-summary = आप कैसे शुरू करना चाहेंगे?
doors-here = इस कंप्यूटर पर शुरू करें
doors-here-what = नए व्यवसाय के लिए। न कुछ इंस्टॉल करना है, न इंटरनेट चाहिए। बाद में सर्वर पर भी जा सकते हैं।
doors-server = सर्वर से जुड़ें
doors-server-what = आपके व्यवसाय का Folio सर्वर पहले से है और आपके पास उसका पासवर्ड है।
doors-server-summary = आपके रिकॉर्ड इस कंप्यूटर पर भी रहेंगे, ताकि आप बिना इंटरनेट के भी काम कर सकें।
doors-invited = मुझे आमंत्रण मिला है
doors-invited-what = किसी ने आपको आमंत्रण का लिंक भेजा है।
doors-invited-summary = ई-मेल में आया लिंक यहाँ चिपकाएँ।
doors-have-backup = क्या आपके पास बैकअप या निर्यात है?
doors-restore = व्यवसाय वापस लाएँ
doors-restore-summary = सब कुछ वैसा ही लौट आएगा: रिकॉर्ड, फ़ाइलें और नंबर।
doors-restore-what = आपके पास क्या है?
doors-restore-backup = बैकअप, जो कूटबद्ध है
doors-restore-export = पूरा निर्यात, एक ZIP फ़ाइल
doors-choose-export = निर्यात की फ़ाइल चुनें …
doors-choose-backup = बैकअप की फ़ाइल चुनें …
doors-recovery-code = रिकवरी कोड
doors-recovery-code-hint = छपे हुए कागज़ से। खाली जगह और छोटे-बड़े अक्षरों से फ़र्क नहीं पड़ता।
doors-recovery-code-kept = रिकवरी कोड, अगर छपा हुआ कोड ही रखना हो
doors-recovery-code-new = निर्यात के लिए कोड नहीं चाहिए। इसे खाली छोड़ें, तो छापने के लिए नया कोड मिलेगा।
doors-restored-title = { $business } वापस आ गया
doors-restored = सब कुछ वापस आ गया। इस कंप्यूटर पर आपको पासवर्ड नहीं चाहिए।
doors-restored-people =
    { $count ->
        [one] एक और व्यक्ति साइन इन कर सकता था,
       *[other] { $shown } और लोग साइन इन कर सकते थे,
    } और निर्यात में पासवर्ड नहीं होते। जब यह व्यवसाय सर्वर पर जाएगा, तब सर्वर हर एक के लिए नया पासवर्ड चुनने का लिंक छापेगा।
doors-link = आमंत्रण का लिंक
doors-link-wrong = यह लिंक नहीं है। ई-मेल से पूरा लिंक कॉपी करें; वह https:// से शुरू होता है।
doors-other-link = दूसरा लिंक चिपकाएँ
doors-locked = फिर से स्वागत है, { $name } जी
doors-locked-nobody = फिर से स्वागत है
doors-locked-summary = आपके रिकॉर्ड इसी कंप्यूटर पर हैं, पर आपका साइन इन समाप्त हो गया है। आगे बढ़ने के लिए साइन इन करें; कुछ खोया नहीं है।
doors-keyring = Folio को कीरिंग चाहिए
doors-keyring-summary = आपके रिकॉर्ड कूटबद्ध रखे जाते हैं और उनकी चाबी इस कंप्यूटर की कीरिंग में रहती है। Folio उसे कभी खुली फ़ाइल में नहीं रखता।

doors-step = चरण { $step } / { $of }
doors-step-business = आपका व्यवसाय
doors-step-owner = आपके बारे में
doors-step-numbers = आपके बिल के नंबर
doors-business-name = व्यवसाय का नाम
doors-business-name-hint = जैसा आपके बिलों पर लिखा जाए।
doors-country = देश
doors-currency = मुद्रा
doors-time-zone = समय क्षेत्र
doors-time-zone-hint = इसी से तय होता है कि भुगतान की आखिरी तारीख कब आती है।
doors-owner-name = आपका नाम
doors-owner-email-hint = ग्राहक इसे आपके पते के रूप में देखेंगे। अभी इस पर कुछ नहीं भेजा जाएगा।
doors-numbers-how = क्या आप पहले भी बिल बनाते रहे हैं?
doors-numbers-fresh = नहीं, 1 से शुरू करें
doors-numbers-on = हाँ, दूसरे टूल से आगे बढ़ें
doors-old-number = वहाँ का आखिरी बिल नंबर
doors-old-number-hint = जैसे RE-2026-0417। Folio ठीक उसके बाद से चलता है, बीच में कुछ नहीं छूटता।
doors-pattern = नमूना
doors-pattern-hint = YYYY साल के लिए, शून्य नंबर के लिए।
doors-next-number = अगला नंबर
doors-first-number = आपका अगला बिल { $number } होगा।
doors-start = शुरू करें
doors-code-title = आपका रिकवरी कोड
doors-code-summary = इसे छाप लें या लिख लें, और इस कंप्यूटर से अलग कहीं सँभालकर रखें।
doors-code-of = { $business } का रिकवरी कोड
doors-code-why = यह कंप्यूटर खो जाए या खराब हो जाए, तो आपके बैकअप और यह कोड सब कुछ लौटा लाते हैं। इस कोड के बिना उन्हें कोई नहीं खोल सकता, हम भी नहीं।
doors-code-copied = रिकवरी कोड कॉपी हो गया
doors-code-kept = मैंने इसे छाप लिया है या लिख लिया है
doors-code-not-kept = पहले कोड सँभाल लें: इसके बिना बैकअप नहीं खुलता।
doors-finish = Folio खोलें
doors-signed-out = क्या आपका व्यवसाय इसी कंप्यूटर पर है?
doors-open = उसे फिर खोलें
doors-open-summary = इस कंप्यूटर का व्यवसाय मालिक के ई-मेल पते से खुलता है। पासवर्ड की जगह इस कंप्यूटर की कीरिंग काम करती है।
