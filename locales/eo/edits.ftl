# Fields that save themselves, links to be copied, searching on a screen.

edits-saving = Konservado …
edits-saved = Ĉio estas konservita.
edits-nothing = nenio
edits-true = jes
edits-false = ne
edits-lost = { $name } ŝanĝis tion al “{ $kept }”. Antaŭe estis “{ $lost }”.
edits-take-back = Restarigi “{ $lost }”

link-until = Ĝi malfermiĝas ĝis { $time }.
link-copied = Kopiita
search-here = Serĉi en ĉi tiu listo
