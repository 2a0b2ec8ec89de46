# Fields that save themselves, links to be copied, searching on a screen.

edits-saving = सहेजा जा रहा है …
edits-saved = सब कुछ सहेजा हुआ है।
edits-nothing = खाली
edits-true = हाँ
edits-false = नहीं
edits-lost = { $name } ने इसे बदलकर “{ $kept }” कर दिया। पहले “{ $lost }” था।
edits-take-back = “{ $lost }” वापस लाएँ

link-until = यह { $time } तक खुलेगा।
link-copied = कॉपी हो गया
search-here = इस सूची में खोजें
