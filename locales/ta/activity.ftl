# The trail in words. A label is a number, a title or a name.

activity-title = செயல்பாடு
activity-summary = யார் என்ன செய்தார், யார் எதைப் பார்த்தார்: புதியது முதலில்.
activity-who = யார்
activity-everyone = அனைவரும்
activity-clients = வாடிக்கையாளர்கள் மட்டும்
activity-empty = இங்கே இன்னும் எதுவும் நடக்கவில்லை.
activity-more = முந்தையவற்றைக் காட்டு
activity-other = { $name }: { $what }

activity-add-client = { $name } வாடிக்கையாளர் { $label } ஐச் சேர்த்தார்
activity-edit-client = { $name } வாடிக்கையாளர் { $label } விவரங்களை மாற்றினார்
activity-set-client-note = { $name } { $label } பற்றிய தனிக் குறிப்பை எழுதினார்
activity-add-contact = { $name } தொடர்பு { $label } ஐச் சேர்த்தார்
activity-edit-contact = { $name } தொடர்பு { $label } ஐ மாற்றினார்
activity-remove-contact = { $name } தொடர்பு { $label } ஐ நீக்கினார்
activity-add-member = { $label } அழைப்பை ஏற்றார்
activity-end-member = { $name } { $label } இன் அணுகலை முடித்தார்
activity-create-draft = { $name } { $label } க்கான வரைவைத் தொடங்கினார்
activity-edit-draft = { $name } { $label } வரைவைத் திருத்தினார்
activity-discard-draft = { $name } வரைவு { $label } ஐக் கைவிட்டார்
activity-issue-invoice = { $name } விலைப்பட்டியல் { $label } ஐ வெளியிட்டார்
activity-send-invoice = { $name } விலைப்பட்டியல் { $label } ஐ அனுப்பினார்
activity-mark-sent = { $name } விலைப்பட்டியல் { $label } அனுப்பியதாகக் குறித்தார்
activity-view-invoice = { $name } விலைப்பட்டியல் { $label } ஐத் திறந்து பார்த்தார்
activity-keep-delivery = { $label } க்கான அஞ்சலின் நிலை மாறியது
activity-keep-pdf = விலைப்பட்டியல் { $label } இன் PDF உருவானது
activity-record-payment = { $name } { $label } செலுத்தியதைப் பதிந்தார்
activity-reverse-payment = { $name } கட்டணம் { $label } ஐத் திருப்பினார்
activity-start-thread = { $name } “{ $label }” உரையாடலைத் தொடங்கினார்
activity-post-message = { $name } “{ $label }” இல் எழுதினார்
activity-add-document = { $name } “{ $label }” ஐச் சேர்த்தார்
activity-add-version = { $name } “{ $label }” இன் புதிய பதிப்பைச் சேர்த்தார்
activity-share-document = { $name } “{ $label }” ஐ யார் பார்க்கலாம் என்பதை மாற்றினார்
activity-remove-document = { $name } “{ $label }” ஐ நீக்கினார்
activity-view-document = { $name } “{ $label }” ஐத் திறந்து பார்த்தார்
activity-export-pack = { $name } { $label } தொகுப்பை எடுத்தார்
