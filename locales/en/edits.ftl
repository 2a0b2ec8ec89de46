# Fields that save themselves, links to be copied, searching on a screen.

edits-saving = Saving …
edits-saved = Everything is saved.
edits-nothing = nothing
edits-true = yes
edits-false = no
edits-lost = { $name } changed this to “{ $kept }”. Before it was “{ $lost }”.
edits-take-back = Take “{ $lost }” back

link-until = It opens until { $time }.
link-copied = Copied
search-here = Search in this list
