//! What is paid, and what was recorded by mistake.

use folio_domain::invoices::InvoiceStanding;
use folio_domain::payments::{Allocation, AllocationPart, PaymentMethod, RecordPayment, ReversePayment};
use folio_domain::records::{Kind, Write};
use folio_domain::{InvoiceId, Money, PaymentId};
use jiff::{SignedDuration, Timestamp, ToSpan};

use super::super::cast::{Habit, Patron};
use super::super::timeline::{LARGE, Timeline};
use super::super::{DemoError, words};
use super::{Act, OWNER, STAFF};

impl Timeline {
    pub(super) fn plan_payment(&mut self, place: usize, patron: &Patron, id: InvoiceId) {
        let Some(due) = self
            .records
            .find::<InvoiceStanding>(id)
            .map(|standing| standing.due_date)
        else {
            return;
        };
        let late = match patron.habit {
            Habit::Prompt => self.dice.between(-14, 0),
            Habit::Usual => self.dice.between(-4, 7),
            Habit::Late => self.dice.between(6, 70),
        };
        let begins = self.date(self.begins_at());
        let day = |date: jiff::civil::Date| i64::from((date - begins).get_days());
        let paid_on = day(due.checked_add(late.days()).unwrap_or(due));
        let minute = if self.invoices > LARGE {
            960
        } else {
            self.dice.between(600, 1_080)
        };
        let pay = |percent, mistaken| Act::Pay {
            patron: place,
            invoice: id,
            percent,
            mistaken,
        };
        match self.dice.between(0, 99) {
            0..=2 => {}
            3..=13 => {
                self.later(self.moment(paid_on - 6, minute), pay(40, false));
                self.later(self.moment(paid_on + 12, minute), pay(100, false));
            }
            14..=15 => self.later(self.moment(paid_on, minute), pay(100, true)),
            _ => self.later(self.moment(paid_on, minute), pay(100, false)),
        }
    }

    pub(super) fn pay(
        &mut self,
        at: Timestamp,
        place: usize,
        invoice: InvoiceId,
        percent: i64,
        mistaken: bool,
    ) -> Result<(), DemoError> {
        let Some(standing) = self.records.find::<InvoiceStanding>(invoice).cloned() else {
            return Ok(());
        };
        let due = standing.amount_due;
        let part = Money::new(due.minor.saturating_mul(percent) / 100, due.currency);
        if part.minor <= 0 {
            return Ok(());
        }
        let over = if percent == 100 && !mistaken && self.dice.chance(3) {
            self.dice.between(1, 9) * 100
        } else {
            0
        };
        let methods = [
            PaymentMethod::BankTransfer,
            PaymentMethod::BankTransfer,
            PaymentMethod::Upi,
            PaymentMethod::Cheque,
        ];
        let home = due.currency.code() == "INR";
        let method = if home {
            *self.dice.pick(&methods, &PaymentMethod::Upi)
        } else {
            PaymentMethod::BankTransfer
        };
        let payment_id = PaymentId(self.dice.uuid(at.as_millisecond()));
        let payment = RecordPayment {
            payment_id,
            client_id: standing.client_id,
            received_on: self.date(at),
            amount: Money::new(part.minor + over, part.currency),
            method,
            reference: format!("UTR{:09}", self.dice.between(1, 999_999_999)),
            allocations: vec![AllocationPart {
                invoice_id: invoice,
                amount: part,
            }],
        };
        let who = if self.invoices > LARGE || self.dice.chance(70) {
            OWNER
        } else {
            STAFF
        };
        self.tell(at, who, vec![payment.into()], vec![])?;
        if mistaken {
            let noticed = at.saturating_add(SignedDuration::from_hours(20)).unwrap_or(at);
            self.later(
                noticed,
                Act::Reverse {
                    payment: payment_id,
                    patron: place,
                    invoice,
                },
            );
        } else if percent == 100 {
            self.forget(place, invoice);
        }
        Ok(())
    }

    /// A payment that was recorded for the wrong invoice is taken back, and recorded again two days later.
    pub(super) fn reverse(
        &mut self,
        at: Timestamp,
        payment_id: PaymentId,
        (patron, invoice): (usize, InvoiceId),
    ) -> Result<(), DemoError> {
        let reverse = ReversePayment {
            payment_id,
            reason: words::REVERSED_BECAUSE.to_owned(),
        };
        self.tell(at, OWNER, vec![reverse.into()], vec![])?;
        let again = at.saturating_add(SignedDuration::from_hours(50)).unwrap_or(at);
        let pay = Act::Pay {
            patron,
            invoice,
            percent: 100,
            mistaken: false,
        };
        self.later(again, pay);
        Ok(())
    }

    /// A large story drops what it will not speak of again.
    fn forget(&mut self, place: usize, invoice: InvoiceId) {
        if self.invoices <= LARGE || self.cast.get(place).is_none_or(|patron| patron.signs_in) {
            return;
        }
        let parts = self.records.all::<Allocation>("invoice_id", invoice);
        let mut gone = vec![(Kind::Invoice, invoice.0), (Kind::InvoiceStanding, invoice.0)];
        for (id, part) in parts {
            gone.extend([(Kind::Allocation, id), (Kind::Payment, part.payment_id.0)]);
        }
        for (kind, id) in gone {
            self.records.apply(&Write::Delete { kind, id }, 1);
        }
    }
}
