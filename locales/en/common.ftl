# Words that many screens share.

product = Folio
window-title = { $screen } – Folio

language = Language
language-en = English
language-hi = हिन्दी
language-ta = தமிழ்
language-eo = Esperanto
theme = Appearance
theme-system = As the system
theme-light = Light
theme-dark = Dark

role-owner = Owner
role-staff = Staff
role-bookkeeper = Bookkeeper
role-client = Client

action-cancel = Cancel
action-close = Close
action-dismiss = Dismiss
action-save = Save
action-delete = Delete
action-edit = Edit
action-undo = Undo
action-copy = Copy
action-print = Print
action-download = Download
action-send = Send
action-back = Back
action-next = Next
action-try-again = Try again
action-sign-out = Sign out
action-more = More

field-optional = optional
decimal-not-a-number = This is not a number.
decimal-too-fine = { $decimals ->
    [0] Only whole numbers here.
    [one] At most one digit after the decimal sign.
   *[other] At most { $decimals } digits after the decimal sign.
}
date-choose = Choose a date
date-hint = For example +14 for two weeks from today
date-not-a-date = “{ $typed }” is not a date.
date-month-before = Month before
date-month-after = Month after
combobox-none = Nothing fits. Try fewer letters.
file-choose = Choose a file
loading = Loading
toasts = Messages
progress-count = { $done } of { $of }
needs-desktop = This works in the Folio app on your computer.
needs-browser = This works in a browser.
saves-making = Making “{ $name }” …
saves-arriving = Fetching “{ $name }” …
saves-waiting = “{ $name }”: the server is out of reach. It goes on by itself.
saves-taken = “{ $name }” is in the browser's downloads.
saves-ready = “{ $name }” is ready.
saves-take = Download
saves-percent = { $percent }%
saves-done = Saved as { $name }.
line-times = { $quantity } × { $price }
