# A client's own particulars.

profile-signed-in = You sign in with { $email }.
profile-contact = How to reach you
profile-no-contact = You are not listed as a contact any more. Ask the business to add you again.
profile-email-hint = Invoices and messages go here. You go on signing in with the address above.
profile-language = Language of your mails
profile-language-hint = { $business } writes to you in this language where it can.
profile-language-business = As the business chooses
profile-saved = Saved. { $business } sees it too.
profile-devices = Where you are signed in
profile-devices-note = If one of these is not yours, or is lost, end it: it can open nothing then.
profile-device-here = This device
profile-device-end = End
