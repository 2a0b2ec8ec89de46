# இன்னும் சென்று சேராதவை, மாற்றப்பட்ட மதிப்புகள்.

sync-title = ஒத்திசைவும் முரண்களும்
sync-open = ஒத்திசைவும் முரண்களும்
sync-pending = சென்றுகொண்டிருப்பவை
sync-conflicts = மாற்றப்பட்ட மதிப்புகள்
sync-conflicts-explained = இருவர் ஒரே புலத்தை மாற்றினர். பின்னர் வந்த மதிப்பு நிற்கிறது; மற்றது இங்கே உள்ளது, நீங்கள் திரும்ப வைக்கலாம்.
sync-no-conflicts = யாருடைய மாற்றமும் மற்றவருடையதை நீக்கவில்லை.
sync-conflict-by = { $name } இதன்மேல் எழுதினார்
sync-conflict-lost = { $field }, மாற்றப்பட்டது
sync-conflict-kept = இப்போது உள்ளது
sync-conflict-deleted = ஒருவர் திருத்தும்போது மற்றொருவர் அழித்தார். அது வைக்கப்பட்டுள்ளது.
sync-value-empty = (காலி)
sync-value-yes = ஆம்
sync-value-no = இல்லை
