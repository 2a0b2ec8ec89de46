# Clients and their contacts.

clients-client = Client
clients-filter = Only this client
clients-new = New client
clients-add = Add client
clients-add-named = Add “{ $name }” as a new client
clients-search = Search clients
clients-show-all = Show all clients
clients-empty = No clients yet. With the first one, invoices and messages begin.
clients-none-found = No client fits “{ $words }”.
clients-name = Name
clients-contact = Contact
clients-owes = Owes
clients-owed = { $invoices ->
    [one] Owes ({ $invoices } invoice)
   *[other] Owes ({ $invoices } invoices)
}
clients-late = { $invoices ->
    [one] { $amount } late ({ $invoices } invoice)
   *[other] { $amount } late ({ $invoices } invoices)
}
clients-owes-nothing = Owes nothing
clients-in-credit = In credit
clients-amount-in-credit = { $amount } in credit
clients-record = Records of this client
clients-tab-invoices = Invoices
clients-tab-documents = Documents
clients-tab-threads = Messages
clients-tab-activity = Activity
clients-new-invoice = New invoice
clients-no-invoices = No invoices for this client yet.
clients-no-documents = Nothing is shared with this client yet.
clients-share-document = Share a document
clients-document-shared = shared
clients-document-private = only for us
clients-no-threads = No messages with this client yet.
clients-write = Write a message
clients-particulars = Particulars
clients-language = Language of invoices and mails
clients-language-hint = What this client receives is written in it.
clients-terms = Days to pay
clients-terms-hint = { $days ->
    [one] Empty: { $days } day, as for everyone
   *[other] Empty: { $days } days, as for everyone
}

clients-contacts = Contacts
clients-no-contacts = Nobody to write to yet.
clients-contact-number = Contact { $number }
clients-another-contact = Another contact
clients-add-contact = Add contact
clients-contact-edit = Change contact
clients-edit-contact = Change { $name }
clients-remove-contact = Remove { $name }
clients-contact-language = Language of mails
clients-as-the-client = As the client
clients-gets-invoices = Gets invoices by mail
clients-has-sign-in = Has a sign-in
clients-contact-removed = { $name } is no longer a contact.
clients-remove = Remove
clients-remove-title = Remove { $name }?
clients-remove-text = They get no more mails. Invoices and messages stay as they are.
clients-remove-signed-in = They get no more mails and can no longer sign in. Invoices and messages stay as they are.
clients-invite = Invite
clients-invite-title = Invite { $name }
clients-invite-text = { $name } gets a link to { $email }, chooses a password, and then sees this client’s invoices, shared documents and messages. Nothing else.
clients-invite-mailed = The invitation is on its way to { $email }.
clients-invite-copy = No mail server is set up. Copy the link and give it to { $name } yourself; it opens once.
clients-invite-link = Invitation link
clients-note = Private note
clients-note-hint = Only your business sees this, never the client.
