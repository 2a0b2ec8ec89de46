# Several businesses at one desktop: going from one to another, all of them at once.

businesses-all = All businesses
businesses-add = Add a business
businesses-add-summary = { $business } stays open meanwhile. Nothing changes there.
businesses-add-how = How do you come in?
businesses-add-server = With my password, at the business's server
businesses-add-invited = With an invitation
businesses-menu = { $name }, other businesses
businesses-switch = Switch business
businesses-switch-to = Switch to { $name }
businesses-name-at = { $name } ({ $where })
businesses-here = This computer
businesses-others = Your other businesses
businesses-count = { $count ->
    [one] { $count } business on this computer
   *[other] { $count } businesses on this computer
}
businesses-none = There is no business on this computer yet.
businesses-month-note = Checklists and packs below are those of { $month }.
businesses-shown = In this window
businesses-opening = Is being opened …
businesses-copying = The records are being copied to this computer.
businesses-locked = The sign-in has ended. What is on this computer is safe, and opens again when you sign in.
businesses-signed-out = You have signed out here.
businesses-sign-in = Sign in
businesses-sync-saved-here = Saved here
businesses-sync-syncing = Syncing
businesses-sync-up-to-date = Up to date
businesses-sync-offline = Offline
businesses-sync-needs-attention = Needs attention
businesses-waiting = { $count ->
    [one] { $count } change waits
   *[other] { $count } changes wait
}
businesses-refused = { $count ->
    [one] { $count } change not accepted
   *[other] { $count } changes not accepted
}
businesses-as-of = Last synced:
businesses-never-synced = Not synced yet
businesses-late = { $amount } overdue
businesses-nothing-owed = Nothing owed
businesses-unread = { $count ->
    [one] { $count } unread thread
   *[other] { $count } unread threads
}
businesses-open-month = Open the month end of { $month }
businesses-month-clear = Ready to close
businesses-month-open = { $points ->
    [one] { $open } of { $points } point open
   *[other] { $open } of { $points } points open
}
businesses-pack-all = Save every pack
businesses-pack-rest = Save the other packs ({ $count })
businesses-packing = Saving packs
businesses-packs-begun = { $count ->
    [one] { $count } pack is being saved. You can go on working.
   *[other] { $count } packs are being saved. You can go on working.
}
businesses-packed = { $count ->
    [one] { $count } pack is saved.
   *[other] { $count } packs are saved.
}
businesses-packs-failed = { $count ->
    [one] { $count } could not be saved; its row says why.
   *[other] { $count } could not be saved; their rows say why.
}
businesses-pack-begun = The pack is being made.
businesses-pack-making = The pack is being made: { $done } of { $of }
businesses-pack-arriving = The pack is on its way: { $percent }%
businesses-pack-waiting = The server is out of reach. The pack goes on by itself.
