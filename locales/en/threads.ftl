# Messages between the business and its clients.

threads-new = New message
threads-write = Write
threads-write-to = Write to { $business }
threads-list = Conversations
threads-all = All conversations
threads-empty = Nobody has written yet. You can write first.
threads-empty-client = No messages yet. Write, and the business answers here.
threads-waiting = Waiting
threads-waiting-count = { $count ->
    [0] Nobody is waiting for an answer.
    [one] One conversation is waiting for your answer.
   *[other] { $count } conversations are waiting for your answer.
}
threads-unread = { $count ->
    [one] { $count } unread message
   *[other] { $count } unread messages
}
threads-you = You
threads-you-wrote = You: { $text }
threads-attachments = { $count ->
    [one] { $count } document
   *[other] { $count } documents
}
threads-attachments-gone = { $count ->
    [one] One attached document is no longer shared.
   *[other] { $count } attached documents are no longer shared.
}
threads-today = Today
threads-seen-by = Seen by { $people }
threads-about-invoice = { $paper ->
    [credit_note] Credit note { $label }
   *[invoice] Invoice { $label }
}
threads-about-document = Document “{ $label }”
threads-title-invoice = { $paper ->
    [credit_note] Credit note { $label }
   *[invoice] Invoice { $label }
}
threads-title = Subject
threads-title-needed = Say in a few words what it is about.
threads-message = Write a message
threads-attach = Attach
threads-attach-drop = Drop a file here
threads-attach-shared = The client will see it.
threads-attach-choose = Or choose a document that is shared already
threads-attach-add = Attach
threads-detach = Leave { $name } out
threads-upload-first = One moment: send again when the file has arrived.
threads-call-request = Asks for a call
threads-call-title = Please call me
threads-call-title-invoice = { $paper ->
    [credit_note] Please call me about credit note { $label }
   *[invoice] Please call me about invoice { $label }
}
threads-call-title-document = Please call me about “{ $label }”
threads-call-explained = { $business } gets your request at once and calls you back.
threads-call-phone = Your phone number
threads-call-phone-needed = A number is needed to call you.
threads-call-note = What is it about?
threads-call-hours = They call back during their hours: { $hours }
threads-call-sent = { $business } knows that you would like a call.
