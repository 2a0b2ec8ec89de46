# Fields that save themselves, links to be copied, searching on a screen.

edits-saving = சேமிக்கிறது …
edits-saved = எல்லாம் சேமிக்கப்பட்டது.
edits-nothing = காலி
edits-true = ஆம்
edits-false = இல்லை
edits-lost = { $name } இதை “{ $kept }” என மாற்றினார். முன்பு “{ $lost }” என்று இருந்தது.
edits-take-back = “{ $lost }” என்பதை மீட்டெடு

link-until = இது { $time } வரை திறக்கும்.
link-copied = நகலெடுக்கப்பட்டது
search-here = இந்தப் பட்டியலில் தேடு
