# The states of an invoice.

status-draft = Draft
status-waiting = Waiting
status-issued = Issued
status-sent = Sent
status-viewed = Viewed
status-open = Open
status-partially-paid = Partially paid
status-paid = Paid
status-credited = Credited
status-credit-left = Credit left
status-credit-used = Used up
status-discarded = Discarded draft
status-days-late = { $days ->
    [one] { $days } day late
   *[other] { $days } days late
}
