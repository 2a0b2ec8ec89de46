# Signing in, invitations, and links that open one invoice.

sessions-needed = This is needed.
sessions-sign-in = Sign in
sessions-sign-in-summary = With the e-mail address that you were invited with.
sessions-no-account = No sign-in yet? The business that works with you can send you an invitation.
sessions-server = Server address
sessions-server-hint = As the owner of the business gave it to you, such as folio.example.org
sessions-email = E-mail address
sessions-password = Password
sessions-invitation = You are invited
sessions-invited-by = { $business } invites you.
sessions-invited-client = Your invoices, shared documents and messages will be here, together in one place.
sessions-invited-team = You will work with the people there in Folio.
sessions-invited-email-hint = You will sign in with this address.
sessions-your-name = Your name
sessions-new-password = Choose a password
sessions-password-hint = At least ten characters; a few words are good.
sessions-accept = Accept and sign in
sessions-invitation-signed-in = You are signed in as { $name } at { $business }. To accept another invitation, sign out first.
sessions-expired-invitation = Nothing is lost: just write to the person who invited you, or call them, and ask for a new invitation.
sessions-expired-invoice = Nothing is lost: what the link opened is still there. Write to the business that sent it, or call them, and ask for a new link; you can also sign in if you have a password.
sessions-go-sign-in = Go to the sign-in
sessions-invoice-link = Your invoice or credit note
sessions-invoice-link-text = You can look at it here, save it as a PDF and, where something is to be paid, see how. No password is needed.
sessions-open-invoice = Open it
sessions-open = Open
