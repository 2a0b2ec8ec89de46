# Documents that the business and a client keep in one place.

documents-size-b = { $size } B
documents-size-kb = { $size } kB
documents-size-mb = { $size } MB
documents-count = { $count ->
    [one] { $count } document
   *[other] { $count } documents
}
documents-of-all = Only { $client }; show all
documents-drop = Drop files for a client here
documents-drop-client = Drop files here
documents-drop-hint = Up to { $max } each. Before anything is sent you see who will see it.
documents-too-large = “{ $name }” is larger than { $max } and cannot be taken. Make it smaller or split it.
documents-on-the-way = Files on their way: { $count }
documents-reading = Reading …
documents-drop-upload = Stop bringing { $name }
documents-arrived = { $name } is safely stored.
documents-empty = No documents yet. Drop the first one above.
documents-empty-client = No documents yet. What you or the business share will be here.
documents-shared = Shared
documents-internal = Only your team
documents-awaiting = On its way
documents-awaiting-note = The newest version has not arrived completely yet. It can be saved once it has.
documents-versions-count = { $count ->
    [one] { $count } version
   *[other] { $count } versions
}
documents-add-title = { $count ->
    [one] Add a document
   *[other] Add { $count } documents
}
documents-client-needed = Choose a client first.
documents-title = Title
documents-who = Who may see it?
documents-who-client = The client as well
documents-who-team = Only your team
documents-seen-by = { $people } of { $client } will see it, and so will your team.
documents-seen-by-nobody = Nobody at { $client } can sign in yet. They will see it once you have invited them.
documents-seen-by-unknown = Choose a client to see who will see it.
documents-seen-by-team = Only your team will see it. You can share it later.
documents-seen-by-business = The people at { $business } see it, and the people on your side.
documents-seen-shared = { $client } sees it, and so does your team.
documents-seen-internal = For { $client }; only your team sees it.
documents-add = Add
documents-share = Share
documents-share-with-client = Share with the client
documents-now-shared = { $client } sees it now.
documents-now-internal = Only your team sees it now.
documents-take-back = Take back
documents-take-back-title = Take this document back?
documents-take-back-text = { $client } will no longer see it. Copies that they saved already stay with them.
documents-remove = Remove
documents-remove-title = Remove this document?
documents-remove-text = It disappears with all its versions, for everyone. What happened to it stays in the activity.
documents-write = Write about it
documents-saved = Saved as { $name }.
documents-versions = Versions
documents-drop-version = Drop a new version here
documents-save-version = Save { $name }
documents-choose-again = Choose the file again to go on
documents-other-file = That is another file. Choose { $name } as it was.
documents-activity = Who looked, and what happened
documents-activity-none = Nobody else has looked at it yet.
documents-needs-https = This browser can only send files over a secure connection. Ask the business for the address that begins with https://
