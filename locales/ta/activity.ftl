# The trail in words. A label is a number, a title or a name.

activity-title = செயல்பாடு
activity-summary = யார் என்ன செய்தார், யார் எதைப் பார்த்தார்: புதியது முதலில்.
activity-who = யார்
activity-everyone = அனைவரும்
activity-clients = வாடிக்கையாளர்கள் மட்டும்
activity-empty = இங்கே இன்னும் எதுவும் நடக்கவில்லை.
activity-more = முந்தையவற்றைக் காட்டு
activity-other = { $name }: { $what }

activity-add-client = { $name } சேர்த்த வாடிக்கையாளர்: { $label }
activity-edit-client = { $name } விவரம் மாற்றிய வாடிக்கையாளர்: { $label }
activity-set-client-note = { $name } எழுதிய தனிக் குறிப்பு: { $label }
activity-set-einvoicing = { $name } மாற்றிய மின் விலைப்பட்டியல் அமைப்பு: { $label }
activity-set-stationery = { $name } மாற்றிய தாள்களின் தோற்றம்: { $label }
activity-add-contact = { $name } சேர்த்த தொடர்பு: { $label }
activity-edit-contact = { $name } மாற்றிய தொடர்பு: { $label }
activity-remove-contact = { $name } நீக்கிய தொடர்பு: { $label }
activity-add-member = { $label } அழைப்பை ஏற்றார்
activity-end-member = { $name } முடித்த அணுகல்: { $label }
activity-create-draft = { $name } தொடங்கிய வரைவு: { $label }
activity-edit-draft = { $name } திருத்திய வரைவு: { $label }
activity-discard-draft = { $name } கைவிட்ட வரைவு: { $label }
activity-issue-invoice = { $paper ->
    [credit_note] { $name } வெளியிட்ட வரவுக் குறிப்பு: { $label }
   *[invoice] { $name } வெளியிட்ட விலைப்பட்டியல்: { $label }
}
activity-send-invoice = { $paper ->
    [credit_note] { $name } அனுப்பிய வரவுக் குறிப்பு: { $label }
   *[invoice] { $name } அனுப்பிய விலைப்பட்டியல்: { $label }
}
activity-mark-sent = { $paper ->
    [credit_note] { $name } அனுப்பியதாகக் குறித்த வரவுக் குறிப்பு: { $label }
   *[invoice] { $name } அனுப்பியதாகக் குறித்த விலைப்பட்டியல்: { $label }
}
activity-view-invoice = { $paper ->
    [credit_note] { $name } திறந்து பார்த்த வரவுக் குறிப்பு: { $label }
   *[invoice] { $name } திறந்து பார்த்த விலைப்பட்டியல்: { $label }
}
activity-keep-delivery = { $label }: மின்னஞ்சலின் நிலை பதிவானது
activity-keep-pdf = { $paper ->
    [credit_note] PDF உருவானது: வரவுக் குறிப்பு { $label }
   *[invoice] PDF உருவானது: விலைப்பட்டியல் { $label }
}
activity-record-payment = { $name } பதிந்த செலுத்துகை: { $label }
activity-reverse-payment = { $name } எதிர்ப்பதிவு செய்த செலுத்துகை: { $label }
activity-reverse-set-off = { $name } திரும்பப் பெற்ற வரவுக் குறிப்பின் பயன்பாடு: { $label }
activity-credit-invoice = { $name } { $label } க்கு வரவுக் குறிப்பு தொடங்கினார்
activity-set-off-credit = { $name } வரவுக் குறிப்பு { $label } ஐ விலைப்பட்டியல்களில் ஈடுசெய்தார்
activity-refund-credit = { $name } வரவுக் குறிப்பு { $label } இன் தொகையைத் திருப்பித் தந்தார்
activity-start-thread = { $name } தொடங்கிய உரையாடல்: “{ $label }”
activity-post-message = { $name } எழுதிய உரையாடல்: “{ $label }”
activity-add-document = { $name } சேர்த்த ஆவணம்: “{ $label }”
activity-add-version = { $name } சேர்த்த புதிய பதிப்பு: “{ $label }”
activity-keep-file = “{ $label }” ஆவணத்தின் கோப்பு முழுமையாக வந்தது
activity-share-document = { $name } பகிர்வை மாற்றிய ஆவணம்: “{ $label }”
activity-remove-document = { $name } நீக்கிய ஆவணம்: “{ $label }”
activity-view-document = { $name } திறந்து பார்த்த ஆவணம்: “{ $label }”
activity-export-pack = { $name } எடுத்த தொகுப்பு: { $label }
activity-take-backup = { $label } நிறுவனத்தின் காப்புப்பிரதியை { $name } எடுத்தார்
activity-take-export = { $label } நிறுவனத்தின் முழு ஏற்றுமதியை { $name } எடுத்தார்
