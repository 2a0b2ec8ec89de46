# The first run of the app: three doors, and a backup brought back.

doors-title = Welcome to Folio
doors-summary = How would you like to begin?
doors-here = Start on this computer
doors-here-what = For a new business. Nothing to install, no network needed. You can move to a server later.
doors-server = Connect to a server
doors-server-what = Your business has a Folio server already, and you have a password for it.
doors-server-summary = Your records are then kept on this computer as well, so that you can work without a network.
doors-invited = I was invited
doors-invited-what = Someone sent you a link to an invitation.
doors-invited-summary = Paste the link from the mail here.
doors-have-backup = Do you have a backup or an export?
doors-restore = Bring a business back
doors-restore-summary = Everything comes back as it was: records, files and numbers.
doors-restore-what = What do you have?
doors-restore-backup = A backup, which is encrypted
doors-restore-export = A full export, a ZIP file
doors-choose-export = Choose the export …
doors-choose-backup = Choose the backup file …
doors-recovery-code = Recovery code
doors-recovery-code-hint = From the printed sheet. Spaces and small letters do not matter.
doors-recovery-code-kept = Recovery code, if you want to keep the printed one
doors-recovery-code-new = An export needs no code. Leave this empty, and you get a new code to print.
doors-restored-title = { $business } is back
doors-restored = Everything is back. On this computer you need no password.
doors-restored-people =
    { $count ->
        [one] Another person had a sign-in,
       *[other] { $shown } other people had a sign-in,
    } and an export holds no passwords. Once this business moves to a server, the server prints a link for each to choose a new one.
doors-link = Link to the invitation
doors-link-wrong = This is no link. Copy the whole link from the mail; it begins with https://
doors-other-link = Paste another link
doors-locked = Welcome back, { $name }
doors-locked-nobody = Welcome back
doors-locked-summary = Your records are on this computer, but your sign-in has ended. Sign in to go on; nothing is lost.
doors-keyring = Folio needs a keyring
doors-keyring-summary = Your records are stored encrypted, and their key lies in the keyring of this computer. Folio never keeps it in an open file.

doors-step = Step { $step } of { $of }
doors-step-business = Your business
doors-step-owner = About you
doors-step-numbers = Your invoice numbers
doors-business-name = Name of the business
doors-business-name-hint = As it should stand on your invoices.
doors-country = Country
doors-currency = Currency
doors-time-zone = Time zone
doors-time-zone-hint = Decides which day it is when an invoice falls due.
doors-owner-name = Your name
doors-owner-email-hint = Clients see it as your address. Nothing is sent to it now.
doors-numbers-how = Have you written invoices before?
doors-numbers-fresh = No, start from 1
doors-numbers-on = Yes, go on from another tool
doors-old-number = The last invoice number there
doors-old-number-hint = For example RE-2026-0417. Folio goes on right after it, without a gap.
doors-pattern = Pattern
doors-pattern-hint = YYYY stands for the year, zeros for the number.
doors-next-number = Next number
doors-first-number = Your next invoice will be { $number }.
doors-start = Start
doors-code-title = Your recovery code
doors-code-summary = Print it or write it down, and keep it away from this computer.
doors-code-of = Recovery code of { $business }
doors-code-why = If this computer is lost or breaks, your backups and this code bring everything back. Nobody can open them without this code, not even us.
doors-code-copied = Recovery code copied
doors-code-kept = I have printed it or written it down
doors-code-not-kept = Please keep the code first: without this code a backup cannot be opened.
doors-finish = Open Folio
doors-signed-out = Signed out of the business on this computer?
doors-open = Open it again
doors-open-summary = The business on this computer opens with the e-mail address of its owner. The keyring of this computer stands for the password.
