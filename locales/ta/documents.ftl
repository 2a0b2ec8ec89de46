# நிறுவனமும் வாடிக்கையாளரும் ஒரே இடத்தில் வைக்கும் ஆவணங்கள்.

documents-size-b = { $size } B
documents-size-kb = { $size } kB
documents-size-mb = { $size } MB
documents-count = { $count ->
    [one] { $count } ஆவணம்
   *[other] { $count } ஆவணங்கள்
}
documents-of-all = { $client } மட்டும்; எல்லாம் காட்டு
documents-drop = வாடிக்கையாளருக்கான கோப்புகளை இங்கே விடுங்கள்
documents-drop-client = கோப்புகளை இங்கே விடுங்கள்
documents-drop-hint = ஒவ்வொன்றும் { $max } வரை. அனுப்பும் முன் யார் பார்ப்பார்கள் என்று தெரியும்.
documents-too-large = “{ $name }” { $max } அளவைவிடப் பெரியது; ஏற்க முடியாது. சிறிதாக்குங்கள் அல்லது பிரியுங்கள்.
documents-on-the-way = வந்துகொண்டிருக்கும் கோப்புகள்: { $count }
documents-reading = படிக்கிறது …
documents-drop-upload = { $name } பதிவேற்றத்தை நிறுத்து
documents-arrived = { $name } பாதுகாப்பாகச் சேமிக்கப்பட்டது.
documents-empty = இன்னும் ஆவணங்கள் இல்லை. முதலாவதை மேலே விடுங்கள்.
documents-empty-client = இன்னும் ஆவணங்கள் இல்லை. நீங்களோ நிறுவனமோ பகிர்பவை இங்கே இருக்கும்.
documents-shared = பகிர்ந்தது
documents-internal = உங்கள் குழு மட்டும்
documents-awaiting = வந்துகொண்டிருக்கிறது
documents-awaiting-note = புதிய பதிப்பு இன்னும் முழுமையாக வரவில்லை. வந்ததும் சேமிக்கலாம்.
documents-versions-count = { $count ->
    [one] { $count } பதிப்பு
   *[other] { $count } பதிப்புகள்
}
documents-add-title = { $count ->
    [one] ஆவணம் சேர்
   *[other] { $count } ஆவணங்கள் சேர்
}
documents-client-needed = முதலில் வாடிக்கையாளரைத் தேர்ந்தெடுங்கள்.
documents-title = தலைப்பு
documents-who = யார் பார்க்கலாம்?
documents-who-client = வாடிக்கையாளரும்
documents-who-team = உங்கள் குழு மட்டும்
documents-seen-by = { $client } சார்பில் { $people } பார்ப்பார்கள்; உங்கள் குழுவும் பார்க்கும்.
documents-seen-by-nobody = { $client } சார்பில் இன்னும் யாராலும் உள்நுழைய முடியாது. அழைத்த பின் பார்ப்பார்கள்.
documents-seen-by-unknown = வாடிக்கையாளரைத் தேர்ந்தெடுத்தால் யார் பார்ப்பார்கள் என்று தெரியும்.
documents-seen-by-team = உங்கள் குழு மட்டுமே பார்க்கும். பின்னர் பகிரலாம்.
documents-seen-by-business = { $business } நிறுவனத்தினரும் உங்கள் தரப்பினரும் பார்க்கிறார்கள்.
documents-seen-shared = { $client } பார்க்கலாம்; உங்கள் குழுவும் பார்க்கலாம்.
documents-seen-internal = { $client } தொடர்பானது; உங்கள் குழு மட்டுமே பார்க்கிறது.
documents-add = சேர்
documents-share = பகிர்
documents-share-with-client = வாடிக்கையாளருடன் பகிர்
documents-now-shared = இப்போது { $client } பார்க்கலாம்.
documents-now-internal = இப்போது உங்கள் குழு மட்டுமே பார்க்கிறது.
documents-take-back = திரும்பப் பெறு
documents-take-back-title = இந்த ஆவணத்தைத் திரும்பப் பெறவா?
documents-take-back-text = { $client } இனி இதைப் பார்க்க முடியாது. ஏற்கெனவே சேமித்த நகல்கள் அவர்களிடமே இருக்கும்.
documents-remove = நீக்கு
documents-remove-title = இந்த ஆவணத்தை நீக்கவா?
documents-remove-text = எல்லாப் பதிப்புகளுடன் எல்லோருக்கும் மறையும். நடந்தவை செயல்பாட்டில் இருக்கும்.
documents-write = இதைப் பற்றி எழுது
documents-saved = { $name } என்று சேமிக்கப்பட்டது.
documents-versions = பதிப்புகள்
documents-drop-version = புதிய பதிப்பை இங்கே விடுங்கள்
documents-save-version = { $name } சேமி
documents-choose-again = தொடர கோப்பை மீண்டும் தேர்ந்தெடு
documents-other-file = இது வேறு கோப்பு. அதே { $name } கோப்பைத் தேர்ந்தெடுங்கள்.
documents-activity = யார் பார்த்தார்கள், என்ன நடந்தது
documents-activity-none = இன்னும் வேறு யாரும் பார்க்கவில்லை.
documents-needs-https = இந்த உலாவி பாதுகாப்பான இணைப்பில் மட்டுமே கோப்புகளை அனுப்பும். https:// என்று தொடங்கும் முகவரியை நிறுவனத்திடம் கேளுங்கள்.
