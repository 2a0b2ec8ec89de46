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
activity-add-contact = { $name } added the contact { $label }
activity-edit-contact = { $name } changed the contact { $label }
activity-remove-contact = { $name } removed the contact { $label }
activity-add-member = { $label } accepted the invitation
activity-end-member = { $name } ended the access of { $label }
activity-create-draft = { $name } began a draft for { $label }
activity-edit-draft = { $name } worked on the draft for { $label }
activity-discard-draft = { $name } discarded the draft { $label }
activity-issue-invoice = { $name } issued invoice { $label }
activity-send-invoice = { $name } sent invoice { $label }
activity-mark-sent = { $name } marked invoice { $label } as sent
activity-view-invoice = { $name } opened invoice { $label }
activity-keep-delivery = The mail to { $label } moved on
activity-keep-pdf = The PDF of invoice { $label } was made
activity-record-payment = { $name } recorded a payment of { $label }
activity-reverse-payment = { $name } reversed the payment { $label }
activity-start-thread = { $name } began the conversation “{ $label }”
activity-post-message = { $name } wrote in “{ $label }”
activity-add-document = { $name } added “{ $label }”
activity-add-version = { $name } added a new version of “{ $label }”
activity-share-document = { $name } changed who sees “{ $label }”
activity-remove-document = { $name } removed “{ $label }”
activity-view-document = { $name } opened “{ $label }”
activity-export-pack = { $name } took out the pack { $label }
