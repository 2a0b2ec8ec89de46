# நிறுவனத்திற்கும் வாடிக்கையாளர்களுக்கும் இடையிலான செய்திகள்.

threads-new = புதிய செய்தி
threads-write = எழுது
threads-write-to = { $business } நிறுவனத்திற்கு எழுது
threads-list = உரையாடல்கள்
threads-all = எல்லா உரையாடல்களும்
threads-empty = இன்னும் யாரும் எழுதவில்லை. நீங்கள் முதலில் எழுதலாம்.
threads-empty-client = இன்னும் செய்திகள் இல்லை. எழுதுங்கள்; நிறுவனம் இங்கே பதிலளிக்கும்.
threads-waiting = பதில் தேவை
threads-waiting-count = { $count ->
    [0] யாரும் பதிலுக்குக் காத்திருக்கவில்லை.
    [one] ஓர் உரையாடல் உங்கள் பதிலுக்குக் காத்திருக்கிறது.
   *[other] { $count } உரையாடல்கள் உங்கள் பதிலுக்குக் காத்திருக்கின்றன.
}
threads-unread = { $count ->
    [one] படிக்காத { $count } செய்தி
   *[other] படிக்காத { $count } செய்திகள்
}
threads-you = நீங்கள்
threads-you-wrote = நீங்கள்: { $text }
threads-attachments = { $count ->
    [one] { $count } ஆவணம்
   *[other] { $count } ஆவணங்கள்
}
threads-attachments-gone = { $count ->
    [one] இணைத்த ஓர் ஆவணம் இப்போது பகிரப்படவில்லை.
   *[other] இணைத்த { $count } ஆவணங்கள் இப்போது பகிரப்படவில்லை.
}
threads-today = இன்று
threads-seen-by = { $people } பார்த்தார்
threads-about-invoice = { $paper ->
    [credit_note] வரவுக் குறிப்பு { $label }
   *[invoice] விலைப்பட்டியல் { $label }
}
threads-about-document = ஆவணம் “{ $label }”
threads-title-invoice = { $paper ->
    [credit_note] வரவுக் குறிப்பு { $label }
   *[invoice] விலைப்பட்டியல் { $label }
}
threads-title = பொருள்
threads-title-needed = எதைப் பற்றியது என்று சில சொற்களில் எழுதுங்கள்.
threads-message = செய்தி எழுதுங்கள்
threads-attach = இணை
threads-attach-drop = கோப்பை இங்கே விடுங்கள்
threads-attach-shared = வாடிக்கையாளர் இதைப் பார்ப்பார்.
threads-attach-choose = அல்லது ஏற்கெனவே பகிர்ந்த ஆவணத்தைத் தேர்ந்தெடுங்கள்
threads-attach-add = இணை
threads-detach = { $name } வேண்டாம்
threads-upload-first = சற்றுப் பொறுங்கள்: கோப்பு வந்ததும் மீண்டும் அனுப்புங்கள்.
threads-call-request = அழைக்கக் கேட்கிறார்
threads-call-title = என்னை அழையுங்கள்
threads-call-title-invoice = { $paper ->
    [credit_note] வரவுக் குறிப்பு { $label } பற்றி என்னை அழையுங்கள்
   *[invoice] விலைப்பட்டியல் { $label } பற்றி என்னை அழையுங்கள்
}
threads-call-title-document = “{ $label }” பற்றி என்னை அழையுங்கள்
threads-call-explained = உங்கள் கோரிக்கை { $business } நிறுவனத்திற்கு உடனே சென்று, அவர்கள் உங்களை அழைப்பார்கள்.
threads-call-phone = உங்கள் தொலைபேசி எண்
threads-call-phone-needed = உங்களை அழைக்க எண் தேவை.
threads-call-note = எதைப் பற்றி?
threads-call-hours = அவர்களின் வேலை நேரத்தில் அழைப்பார்கள்: { $hours }
threads-call-sent = நீங்கள் அழைப்பை விரும்புவது { $business } நிறுவனத்திற்குத் தெரியும்.
