# Kio ankoraŭ ne alvenis, kaj valoroj kiuj cedis.

sync-title = Sinkronigo kaj konfliktoj
sync-open = Sinkronigo kaj konfliktoj
sync-pending = Survoje
sync-conflicts = Valoroj kiuj cedis
sync-conflicts-explained = Du homoj ŝanĝis la saman kampon. La posta valoro validas; la alia estas konservita ĉi tie, por ke vi povu remeti ĝin.
sync-no-conflicts = Nenies ŝanĝo anstataŭis tiun de alia.
sync-conflict-by = { $name } surskribis ĝin
sync-conflict-lost = { $field }, anstataŭita
sync-conflict-kept = Kio nun validas
sync-conflict-deleted = Unu homo forviŝis ĝin, dum alia redaktis ĝin. Ĝi estis konservita.
sync-value-empty = (malplena)
sync-value-yes = Jes
sync-value-no = Ne
