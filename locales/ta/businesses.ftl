# ஒரே கணினியில் பல நிறுவனங்கள்: ஒன்றிலிருந்து மற்றொன்றுக்குச் செல்லல், அனைத்தும் ஒரே பார்வையில்.

businesses-all = எல்லா நிறுவனங்களும்
businesses-add = நிறுவனத்தைச் சேர்
businesses-add-summary = { $business } இதற்கிடையில் திறந்தே இருக்கும். அங்கே எதுவும் மாறாது.
businesses-add-how = எப்படி உள்ளே வருகிறீர்கள்?
businesses-add-server = என் கடவுச்சொல்லுடன், நிறுவனத்தின் சேவையகத்தில்
businesses-add-invited = அழைப்புடன்
businesses-menu = { $name }, மற்ற நிறுவனங்கள்
businesses-switch = நிறுவனத்தை மாற்று
businesses-switch-to = { $name } நிறுவனத்திற்குச் செல்
businesses-name-at = { $name } ({ $where })
businesses-here = இந்தக் கணினி
businesses-others = உங்கள் மற்ற நிறுவனங்கள்
businesses-count = { $count ->
    [one] இந்தக் கணினியில் { $count } நிறுவனம்
   *[other] இந்தக் கணினியில் { $count } நிறுவனங்கள்
}
businesses-none = இந்தக் கணினியில் இன்னும் நிறுவனம் இல்லை.
businesses-month-note = கீழே உள்ள பட்டியல்களும் தொகுப்புகளும் { $month } மாதத்தவை.
businesses-shown = இந்தச் சாளரத்தில்
businesses-opening = திறக்கப்படுகிறது …
businesses-copying = பதிவுகள் இந்தக் கணினிக்கு நகலெடுக்கப்படுகின்றன.
businesses-locked = உள்நுழைவு முடிந்துவிட்டது. இந்தக் கணினியில் உள்ளவை பாதுகாப்பாக உள்ளன; உள்நுழைந்தால் மீண்டும் திறக்கும்.
businesses-signed-out = நீங்கள் இங்கே வெளியேறிவிட்டீர்கள்.
businesses-sign-in = உள்நுழை
businesses-sync-saved-here = இங்கே சேமிக்கப்பட்டது
businesses-sync-syncing = ஒத்திசைகிறது
businesses-sync-up-to-date = எல்லாம் புதுப்பித்த நிலையில்
businesses-sync-offline = இணைப்பு இல்லை
businesses-sync-needs-attention = கவனம் தேவை
businesses-waiting = { $count ->
    [one] { $count } மாற்றம் காத்திருக்கிறது
   *[other] { $count } மாற்றங்கள் காத்திருக்கின்றன
}
businesses-refused = { $count ->
    [one] { $count } மாற்றம் ஏற்கப்படவில்லை
   *[other] { $count } மாற்றங்கள் ஏற்கப்படவில்லை
}
businesses-as-of = கடைசி ஒத்திசைவு:
businesses-never-synced = இன்னும் ஒத்திசைக்கப்படவில்லை
businesses-late = { $amount } காலம் கடந்தது
businesses-nothing-owed = நிலுவை எதுவும் இல்லை
businesses-unread = { $count ->
    [one] { $count } படிக்காத உரையாடல்
   *[other] { $count } படிக்காத உரையாடல்கள்
}
businesses-open-month = { $month } மாத இறுதியைத் திற
businesses-month-clear = முடிக்கத் தயார்
businesses-month-open = { $points ->
    [one] { $points } குறிப்பில் { $open } மீதம்
   *[other] { $points } குறிப்புகளில் { $open } மீதம்
}
businesses-pack-all = எல்லாத் தொகுப்புகளையும் சேமி
businesses-pack-rest = மற்ற தொகுப்புகளைச் சேமி ({ $count })
businesses-packing = தொகுப்புகள் சேமிக்கப்படுகின்றன
businesses-packs-begun = { $count ->
    [one] { $count } தொகுப்பு சேமிக்கப்படுகிறது. நீங்கள் தொடர்ந்து வேலை செய்யலாம்.
   *[other] { $count } தொகுப்புகள் சேமிக்கப்படுகின்றன. நீங்கள் தொடர்ந்து வேலை செய்யலாம்.
}
businesses-packed = { $count ->
    [one] { $count } தொகுப்பு சேமிக்கப்பட்டது.
   *[other] { $count } தொகுப்புகள் சேமிக்கப்பட்டன.
}
businesses-packs-failed = { $count ->
    [one] { $count } சேமிக்க முடியவில்லை; காரணம் அதன் வரிசையில் உள்ளது.
   *[other] { $count } சேமிக்க முடியவில்லை; காரணங்கள் அவற்றின் வரிசைகளில் உள்ளன.
}
businesses-pack-begun = தொகுப்பு உருவாகிறது.
businesses-pack-making = தொகுப்பு உருவாகிறது: { $of } இல் { $done }
businesses-pack-arriving = தொகுப்பு வருகிறது: { $percent }%
businesses-pack-waiting = சேவையகத்தை அடைய முடியவில்லை. தொகுப்பு தானாகவே தொடரும்.
