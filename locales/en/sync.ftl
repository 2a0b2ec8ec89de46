# What has not arrived yet, and values that lost.

sync-title = Sync and conflicts
sync-open = Sync and conflicts
sync-pending = On its way
sync-conflicts = Values that gave way
sync-conflicts-explained = Two people changed the same field. The later value stands; the other one is kept here, so that you can put it back.
sync-no-conflicts = Nobody's change has replaced another's.
sync-conflict-by = { $name } wrote over it
sync-conflict-lost = { $field }, replaced
sync-conflict-kept = What stands now
sync-conflict-deleted = One person deleted it while another was editing it. It was kept.
sync-value-empty = (empty)
sync-value-yes = Yes
sync-value-no = No
