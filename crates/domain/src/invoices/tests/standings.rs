use jiff::{Timestamp, civil::date};

use crate::ids::ClientId;
use crate::invoices::{InvoiceStanding, InvoiceStatus};
use crate::money::{Currency, Money};

fn standing(total: i64, paid: i64) -> InvoiceStanding {
    let currency = Currency::parse("EUR").unwrap();
    let fresh = InvoiceStanding {
        client_id: ClientId(uuid::Uuid::nil()),
        currency,
        issue_date: date(2026, 2, 24),
        due_date: date(2026, 3, 10),
        total: Money::new(total, currency),
        amount_paid: Money::zero(currency),
        amount_due: Money::new(total, currency),
        amount_credited: None,
        sent_at: None,
        viewed_at: None,
        viewed_by: String::new(),
    };
    fresh.with_paid([Money::new(paid, currency)]).unwrap()
}

#[test]
fn the_status_follows_from_the_facts() {
    use InvoiceStatus::{Issued, Paid, PartiallyPaid, Sent, Viewed};
    for (total, paid, expected) in [
        (100, 0, Issued),
        (100, 40, PartiallyPaid),
        (100, 100, Paid),
        (100, 120, Paid),
        (0, 0, Paid),
        (-50, 0, Issued),
        (-50, -50, Paid),
    ] {
        assert_eq!(standing(total, paid).status(), expected, "{paid} of {total}");
    }
    let sent = InvoiceStanding {
        sent_at: Some(Timestamp::UNIX_EPOCH),
        ..standing(100, 0)
    };
    assert_eq!(sent.status(), Sent);
    let viewed = InvoiceStanding {
        viewed_at: Some(Timestamp::UNIX_EPOCH),
        ..sent
    };
    assert_eq!(viewed.status(), Viewed);
}

#[test]
fn what_credit_notes_cover_is_credited_once_nothing_is_left() {
    let credited = |total, paid, credited| {
        let standing = standing(total, paid);
        let amount = Money::new(credited, standing.currency);
        standing.with_credited(amount).unwrap().status()
    };
    assert_eq!(credited(100, 100, 100), InvoiceStatus::Credited);
    assert_eq!(credited(100, 100, 40), InvoiceStatus::Paid);
    assert_eq!(credited(100, 40, 40), InvoiceStatus::PartiallyPaid);
    assert_eq!(
        credited(100, 0, 100),
        InvoiceStatus::Issued,
        "a reversal left it open"
    );
}

#[test]
fn a_credit_note_is_never_late() {
    assert_eq!(standing(-100, 0).days_late(date(2027, 1, 1)), 0);
    assert_eq!(standing(-100, -40).status(), InvoiceStatus::PartiallyPaid);
}

#[test]
fn late_is_counted_from_the_day_after_it_is_due() {
    let open = standing(100, 40);
    assert_eq!(open.days_late(date(2026, 3, 10)), 0);
    assert_eq!(open.days_late(date(2026, 3, 11)), 1);
    assert_eq!(open.days_late(date(2026, 4, 10)), 31);
    assert_eq!(standing(100, 100).days_late(date(2026, 4, 10)), 0);
}
