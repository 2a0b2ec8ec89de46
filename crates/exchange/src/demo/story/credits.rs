//! What is credited, and what becomes of a credit: it pays other invoices, is paid back, or waits.

use folio_domain::invoices::{
    CreditInvoice, DeleteLine, EditDraft, Invoice, InvoiceStanding, Origin, lines_of,
};
use folio_domain::mutations::Mutation;
use folio_domain::payments::{AllocationPart, PaymentMethod, RefundCredit, ReversePayment, SetOffCredit};
use folio_domain::{DraftId, InvoiceId, Money, PaymentId};
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use super::super::timeline::{LARGE, Timeline};
use super::super::{DAYS, DemoError, words};
use super::{Act, OWNER, edit};

/// What happens to a credit.
#[derive(Clone, Copy, Debug)]
pub(in super::super) enum Credit {
    /// An invoice that asks for all of its amount is taken back.
    Open,
    /// Of an invoice that is paid, one line is taken back; what is left of the credit is `then` done with.
    Paid { then: Then },
    /// A credit pays what the client's other invoices ask; by mistake, where it is taken back soon after.
    Use { note: InvoiceId, mistaken: bool },
    /// Such a use is taken back.
    TakeBack { payment: PaymentId, note: InvoiceId },
    /// What is left of a credit is paid back.
    Refund { note: InvoiceId },
}

/// What becomes of the credit of an invoice that was paid.
#[derive(Clone, Copy, Debug)]
pub(in super::super) enum Then {
    Use,
    MistakenUse,
    Refund,
    Wait,
}

/// An invoice that a credit note can be told of.
struct Candidate {
    id: InvoiceId,
    issued_at: Timestamp,
}

impl Timeline {
    /// Credits of every kind over the two years, the last of them while somebody looks.
    pub(super) fn plan_credits(&mut self) {
        // A large story is for measuring what it is asked for, and forgets what was paid.
        if self.invoices > LARGE {
            return;
        }
        let kinds = [
            Credit::Open,
            Credit::Paid { then: Then::Use },
            Credit::Paid { then: Then::Refund },
            Credit::Open,
            Credit::Paid {
                then: Then::MistakenUse,
            },
        ];
        let often = (90..DAYS - 12).step_by(55);
        for (day, kind) in often.zip(kinds.into_iter().cycle()) {
            self.later(self.moment(day, 690), Act::Credit(kind));
        }
        let last = [
            (29, Credit::Open),
            (28, Credit::Paid { then: Then::Refund }),
            (
                27,
                Credit::Paid {
                    then: Then::MistakenUse,
                },
            ),
            (26, Credit::Paid { then: Then::Wait }),
        ];
        for (hours, kind) in last {
            let ago = SignedDuration::from_hours(hours);
            let at = self.now.saturating_sub(ago).unwrap_or(self.now);
            self.later(at, Act::Credit(kind));
        }
    }

    pub(super) fn credit(&mut self, at: Timestamp, step: Credit) -> Result<(), DemoError> {
        match step {
            Credit::Open => {
                if let Some(invoice) = self.creditable(at, |standing| standing.amount_due == standing.total) {
                    self.credited(at, invoice, true)?;
                }
                Ok(())
            }
            Credit::Paid { then } => {
                let is_used = matches!(then, Then::Use | Then::MistakenUse);
                let stands = |standing: &InvoiceStanding| {
                    standing.amount_due.minor == 0 && (!is_used || self.open_beside(standing).is_some())
                };
                let Some(invoice) = self.creditable(at, stands) else {
                    return Ok(());
                };
                let note = self.credited(at, invoice, false)?;
                let after = |hours| at.saturating_add(SignedDuration::from_hours(hours)).unwrap_or(at);
                match then {
                    Then::Use => self.later(
                        after(3),
                        Act::Credit(Credit::Use {
                            note,
                            mistaken: false,
                        }),
                    ),
                    Then::MistakenUse => {
                        self.later(after(3), Act::Credit(Credit::Use { note, mistaken: true }))
                    }
                    Then::Refund => self.later(after(6), Act::Credit(Credit::Refund { note })),
                    Then::Wait => {}
                }
                Ok(())
            }
            Credit::Use { note, mistaken } => self.use_credit(at, note, mistaken),
            Credit::TakeBack { payment, note } => {
                let reverse = ReversePayment {
                    payment_id: payment,
                    reason: words::TAKEN_BACK_BECAUSE.to_owned(),
                };
                self.tell(at, OWNER, vec![reverse.into()], vec![])?;
                let again = at.saturating_add(SignedDuration::from_hours(2)).unwrap_or(at);
                self.later(again, Act::Credit(Credit::Refund { note }));
                Ok(())
            }
            Credit::Refund { note } => self.refund(at, note),
        }
    }

    /// The newest invoice that the studio issued at least three days before, that no credit note takes back yet, and
    /// that stands as asked. Of two at one moment the one with the higher id.
    fn creditable(&self, at: Timestamp, stands: impl Fn(&InvoiceStanding) -> bool) -> Option<InvoiceId> {
        let before = at.saturating_sub(SignedDuration::from_hours(72)).unwrap_or(at);
        let known = self
            .cast
            .iter()
            .flat_map(|patron| self.records.all::<Invoice>("client_id", patron.id));
        let candidates = known.filter_map(|(id, invoice)| {
            let standing = self.records.find::<InvoiceStanding>(id)?;
            let own = matches!(invoice.origin, Origin::Issued { .. }) && !invoice.is_credit_note();
            let fits = own
                && invoice.lines.len() > 1
                && invoice.issued_at <= before
                && standing.amount_credited.is_none()
                && stands(standing);
            fits.then_some(Candidate {
                id: InvoiceId(id),
                issued_at: invoice.issued_at,
            })
        });
        let newest = candidates.max_by_key(|candidate| (candidate.issued_at, candidate.id))?;
        Some(newest.id)
    }

    /// Issues a credit note over all of an invoice, or over its first line alone.
    fn credited(&mut self, at: Timestamp, invoice_id: InvoiceId, all: bool) -> Result<InvoiceId, DemoError> {
        let draft_id = DraftId(self.dice.uuid(at.as_millisecond()));
        let begin = CreditInvoice { draft_id, invoice_id };
        self.tell(at, OWNER, vec![begin.into()], vec![])?;
        let language = self
            .records
            .find::<Invoice>(invoice_id)
            .map(|invoice| invoice.language);
        let reason = words::credited_because(language.unwrap_or_default(), all);
        let edits = vec![edit("credit_reason", Value::from(""), Value::from(reason))];
        let mut mutations: Vec<Mutation> = vec![EditDraft { draft_id, edits }.into()];
        if !all {
            let lines = lines_of(&self.records, draft_id);
            let dropped = lines.iter().skip(1).map(|(line_id, line)| DeleteLine {
                draft_id,
                line_id: *line_id,
                seen: line.item.clone(),
            });
            mutations.extend(dropped.map(Mutation::from));
        }
        self.tell(at, OWNER, mutations, vec![])?;
        self.issue(at, OWNER, draft_id)
    }

    /// The oldest open invoice of the same client in the same currency, and what it asks.
    fn open_beside(&self, standing: &InvoiceStanding) -> Option<(InvoiceId, Money)> {
        let known = self
            .records
            .all::<InvoiceStanding>("client_id", standing.client_id);
        let open = known
            .into_iter()
            .filter(|(_, other)| other.amount_due.minor > 0 && other.currency == standing.currency);
        let (id, other) = open.min_by_key(|(id, other)| (other.due_date, *id))?;
        Some((InvoiceId(id), other.amount_due))
    }

    /// Sets what is left of a credit against the oldest of the client's open invoices; where there is none it is paid
    /// back.
    fn use_credit(&mut self, at: Timestamp, note: InvoiceId, mistaken: bool) -> Result<(), DemoError> {
        let Some(standing) = self.records.find::<InvoiceStanding>(note).cloned() else {
            return Ok(());
        };
        let left = standing.amount_due.negated();
        let open = self.open_beside(&standing);
        let Some((invoice_id, asked)) = open.filter(|_| left.minor > 0) else {
            return self.refund(at, note);
        };
        let amount = Money::new(left.minor.min(asked.minor), left.currency);
        let payment_id = PaymentId(self.dice.uuid(at.as_millisecond()));
        let set_off = SetOffCredit {
            payment_id,
            credit_note_id: note,
            allocations: vec![AllocationPart { invoice_id, amount }],
        };
        self.tell(at, OWNER, vec![set_off.into()], vec![])?;
        if mistaken {
            let noticed = at.saturating_add(SignedDuration::from_hours(4)).unwrap_or(at);
            let payment = payment_id;
            self.later(noticed, Act::Credit(Credit::TakeBack { payment, note }));
        }
        Ok(())
    }

    fn refund(&mut self, at: Timestamp, note: InvoiceId) -> Result<(), DemoError> {
        let standing = self.records.find::<InvoiceStanding>(note);
        let left = standing.map(|standing| standing.amount_due.negated());
        let Some(left) = left.filter(|left| left.minor > 0) else {
            return Ok(());
        };
        let refund = RefundCredit {
            payment_id: PaymentId(self.dice.uuid(at.as_millisecond())),
            credit_note_id: note,
            paid_on: self.date(at),
            amount: left,
            method: PaymentMethod::BankTransfer,
            reference: format!("RF{:07}", self.dice.between(1, 9_999_999)),
        };
        self.tell(at, OWNER, vec![refund.into()], vec![])
    }
}
