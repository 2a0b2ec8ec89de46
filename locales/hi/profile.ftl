# ग्राहक की अपनी जानकारी।

profile-signed-in = आप { $email } से साइन इन करते हैं।
profile-contact = आप तक कैसे पहुँचें
profile-no-contact = आप अब संपर्कों में नहीं हैं। व्यवसाय से कहें कि आपको फिर जोड़ें।
profile-email-hint = बिल और संदेश यहाँ आते हैं। साइन इन आप ऊपर वाले पते से ही करेंगे।
profile-language = आपके ई-मेल की भाषा
profile-language-hint = { $business } जहाँ हो सके, आपको इसी भाषा में लिखता है।
profile-language-business = जैसा व्यवसाय चुने
profile-saved = सहेजा गया। { $business } को भी यह दिखता है।
profile-devices = आप कहाँ साइन इन हैं
profile-devices-note = इनमें से कोई आपका न हो या खो गया हो, तो उसे समाप्त करें: फिर वह कुछ नहीं खोल सकेगा।
profile-device-here = यही डिवाइस
profile-device-end = समाप्त करें
