# வாடிக்கையாளரின் முகப்பு: எவ்வளவு செலுத்த வேண்டும், புதிதாக என்ன.

home-hello = வணக்கம் { $name }
home-with = { $business } நிறுவனத்துடன் உங்கள் கணக்கு
home-you-owe = செலுத்த வேண்டியது
home-owe-nothing = செலுத்த வேண்டியது எதுவும் இல்லை. நன்றி!
home-get-back = உங்களுக்குத் திரும்பக் கிடைப்பது
home-credit-note = வரவுக் குறிப்பு { $number }
home-late = இதில் { $amount } தாமதமாகிவிட்டது ({ $count ->
    [one] ஒரு விலைப்பட்டியல்
   *[other] { $count } விலைப்பட்டியல்கள்
}).
home-next-due = அடுத்து: { $amount }, { $date } தேதிக்குள் ({ $when })
home-invoice = விலைப்பட்டியல் { $number }
home-due = கடைசித் தேதி { $date }, { $when }
home-dated = { $date } தேதியிட்டது
home-new-messages = புதிய செய்திகள்
home-documents = புதிய ஆவணங்கள்
home-all-documents = எல்லா ஆவணங்களும்
home-paid = அண்மையில் செலுத்தியவை
home-all-invoices = எல்லா விலைப்பட்டியல்களும்
