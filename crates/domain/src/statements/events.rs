//! What happened, in the order in which a statement tells it.

use jiff::Timestamp;
use jiff::civil::Date;

use super::{Billed, Facts, MovementKind};
use crate::ids::PaymentId;
use crate::money::{Currency, Money};
use crate::payments::Payment;

impl Facts {
    /// What happened on these days: by day, invoices first, then credit notes, then as numbered or as recorded.
    pub(super) fn events(&self, currency: Currency, when: impl Fn(Date) -> bool) -> Vec<Event<'_>> {
        let is_meant = |date: Date, amount: Money| amount.currency == currency && when(date);
        let invoices = self
            .billed
            .iter()
            .filter(|invoice| is_meant(invoice.issue_date, invoice.total));
        let payments = self
            .paid
            .iter()
            .filter(|(_, payment)| payment.sets_off.is_none())
            .filter(|(_, payment)| is_meant(payment.received_on, payment.amount));
        let payments = payments.map(|(id, payment)| self.event_of(*id, payment));
        let mut events: Vec<Event<'_>> = invoices.map(Event::of_invoice).chain(payments).collect();
        events.sort_by_key(|event| (event.date, event.order, event.number, event.id));
        events
    }

    fn event_of(&self, payment_id: PaymentId, payment: &Payment) -> Event<'_> {
        let what = match payment.reverses {
            Some(reversed) => MovementKind::Reversal {
                payment_id: reversed,
                received_on: self
                    .paid
                    .iter()
                    .find(|(id, _)| *id == reversed)
                    .map(|(_, payment)| payment.received_on),
            },
            None if payment.is_refund() => MovementKind::Refund {
                payment_id,
                method: payment.method,
                reference: payment.reference.clone(),
            },
            None => MovementKind::Payment {
                payment_id,
                method: payment.method,
                reference: payment.reference.clone(),
            },
        };
        Event {
            date: payment.received_on,
            order: Order::Recorded(payment.recorded_at, payment.reverses.is_some()),
            number: "",
            id: payment_id.0,
            what,
            amount: payment.amount.negated(),
        }
    }
}

/// Where something stands among what happened on the same day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Order {
    Imported,
    Numbered(i64),
    Credited(i64),
    Recorded(Timestamp, bool),
}

/// A movement before there is a balance.
pub(super) struct Event<'a> {
    pub(super) date: Date,
    order: Order,
    number: &'a str,
    id: uuid::Uuid,
    pub(super) what: MovementKind,
    pub(super) amount: Money,
}

impl<'a> Event<'a> {
    fn of_invoice(invoice: &'a Billed) -> Self {
        Self {
            date: invoice.issue_date,
            order: match invoice.sequence {
                None => Order::Imported,
                Some(sequence) if invoice.credits => Order::Credited(sequence),
                Some(sequence) => Order::Numbered(sequence),
            },
            number: &invoice.number,
            id: invoice.invoice_id.0,
            what: if invoice.credits {
                MovementKind::CreditNote {
                    invoice_id: invoice.invoice_id,
                    number: invoice.number.clone(),
                }
            } else {
                MovementKind::Invoice {
                    invoice_id: invoice.invoice_id,
                    number: invoice.number.clone(),
                    due_date: invoice.due_date,
                }
            },
            amount: invoice.total,
        }
    }
}
