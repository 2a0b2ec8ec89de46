# The trail in words. A label is a number, a title or a name.

activity-title = Activity
activity-summary = Who did what and who looked at what, newest first.
activity-who = Who
activity-everyone = Everyone
activity-clients = Clients only
activity-empty = Nothing has happened here yet.
activity-more = Show earlier ones
activity-other = { $name }: { $what }

activity-add-client = { $name } added the client { $label }
activity-edit-client = { $name } changed the client { $label }
activity-set-client-note = { $name } wrote the private note on { $label }
activity-set-einvoicing = { $name } changed the e-invoices of { $label }
activity-set-stationery = { $name } changed the look of the papers of { $label }
activity-add-contact = { $name } added the contact { $label }
activity-edit-contact = { $name } changed the contact { $label }
activity-remove-contact = { $name } removed the contact { $label }
activity-add-member = { $label } accepted the invitation
activity-end-member = { $name } ended the access of { $label }
activity-create-draft = { $name } began a draft for { $label }
activity-edit-draft = { $name } worked on the draft for { $label }
activity-discard-draft = { $name } discarded the draft { $label }
activity-issue-invoice = { $paper ->
    [credit_note] { $name } issued credit note { $label }
   *[invoice] { $name } issued invoice { $label }
}
activity-send-invoice = { $paper ->
    [credit_note] { $name } sent credit note { $label }
   *[invoice] { $name } sent invoice { $label }
}
activity-mark-sent = { $paper ->
    [credit_note] { $name } marked credit note { $label } as sent
   *[invoice] { $name } marked invoice { $label } as sent
}
activity-view-invoice = { $paper ->
    [credit_note] { $name } opened credit note { $label }
   *[invoice] { $name } opened invoice { $label }
}
activity-keep-delivery = Noted how the mail to { $label } fared
activity-keep-pdf = { $paper ->
    [credit_note] The PDF of credit note { $label } was made
   *[invoice] The PDF of invoice { $label } was made
}
activity-record-payment = { $name } recorded a payment of { $label }
activity-reverse-payment = { $name } reversed the payment { $label }
activity-reverse-set-off = { $name } took back a use of credit note { $label }
activity-credit-invoice = { $name } began a credit note for { $label }
activity-set-off-credit = { $name } set credit note { $label } against invoices
activity-refund-credit = { $name } paid out credit note { $label }
activity-start-thread = { $name } began the conversation “{ $label }”
activity-post-message = { $name } wrote in “{ $label }”
activity-add-document = { $name } added “{ $label }”
activity-add-version = { $name } added a new version of “{ $label }”
activity-keep-file = The file of “{ $label }” has come in whole
activity-share-document = { $name } changed who sees “{ $label }”
activity-remove-document = { $name } removed “{ $label }”
activity-view-document = { $name } opened “{ $label }”
activity-export-pack = { $name } took out the pack { $label }
activity-take-backup = { $name } took a backup of { $label }
activity-take-export = { $name } took a full export of { $label }
