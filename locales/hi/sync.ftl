# जो अभी नहीं पहुँचा, और जो मान बदल दिए गए।

sync-title = सिंक और टकराव
sync-open = सिंक और टकराव
sync-pending = रास्ते में
sync-conflicts = जिन मानों की जगह दूसरे आए
sync-conflicts-explained = दो लोगों ने एक ही खाना बदला। बाद वाला मान रहता है; दूसरा यहाँ रखा है, ताकि आप उसे लौटा सकें।
sync-no-conflicts = किसी के बदलाव ने दूसरे का बदलाव नहीं हटाया है।
sync-conflict-by = { $name } ने इसके ऊपर लिखा
sync-conflict-lost = { $field }, बदला गया
sync-conflict-kept = अब जो है
sync-conflict-deleted = एक ने इसे मिटाया जब दूसरा इसे बदल रहा था। इसे रखा गया है।
sync-value-empty = (खाली)
sync-value-yes = हाँ
sync-value-no = नहीं
