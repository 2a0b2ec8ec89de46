//! What the payments pay.
//!
//! A payment is set against its invoice up to what the source says is paid of it; what is over comes as the client's
//! credit. What the source says is paid without a payment to show for it comes as one dated as the invoice, so that
//! every balance is the source's.
//!
//! What an earlier import brought counts: a payment that is new, but pays what came before in another shape, is left
//! out and said so.

use std::collections::{BTreeMap, BTreeSet};

use folio_domain::Money;
use folio_domain::imports::ImportedPayment;
use folio_domain::payments::PaymentMethod;

use super::Taken;
use super::clients::Clients;
use super::findings::{Findings, Message};
use super::invoices::{Incoming, Invoices};
use super::payments::{self, Paid, Row};
use super::pricing::shown;

/// How far an invoice is paid.
struct Ledger {
    /// What may be set against it before refunds.
    limit: i64,
    /// What these files set against it, before refunds.
    taken: i64,
    /// What came before and comes now, before refunds.
    brought: i64,
    /// All in all.
    allocated: i64,
}

/// The payments as they come, and what is then set against each invoice by those from the source.
pub(crate) struct Settled {
    pub(crate) payments: Vec<ImportedPayment>,
    pub(crate) allocated: BTreeMap<String, i64>,
}

/// Sets the payments against the invoices.
pub(crate) fn settle(
    rows: Vec<Row<'_>>,
    invoices: &Invoices<'_>,
    clients: &Clients,
    source: &str,
    before: &Taken,
    findings: &mut Findings,
) -> Settled {
    let by_number: BTreeMap<&str, &Incoming<'_>> = invoices
        .come
        .iter()
        .map(|incoming| (incoming.invoice.number.as_str(), incoming))
        .collect();
    let none_listed = rows.is_empty();
    let mut paid = payments::read(rows, &by_number, invoices, clients, findings);
    spread(&mut paid, &invoices.come, findings);
    let mut settling = Settling {
        ledgers: ledgers(&by_number, &paid, before),
        source,
        before,
        settled: Vec::new(),
    };
    for payment in paid {
        settling.set(payment, findings);
    }
    settling.make_up(&invoices.come, none_listed, findings);
    let allocated = settling.ledgers.iter();
    Settled {
        allocated: allocated
            .map(|(number, ledger)| ((*number).to_owned(), ledger.allocated))
            .collect(),
        payments: settling.settled,
    }
}

fn ledgers<'i>(
    by_number: &BTreeMap<&'i str, &Incoming<'_>>,
    paid: &[Paid<'_>],
    before: &Taken,
) -> BTreeMap<&'i str, Ledger> {
    let limit = |incoming: &Incoming<'_>| {
        incoming
            .paid
            .map_or_else(|| incoming.invoice.total.minor.max(0), |paid| paid.minor)
    };
    let fresh = |incoming: &Incoming<'_>| {
        let known = before.of(&incoming.invoice.number);
        Ledger {
            limit: limit(incoming),
            taken: 0,
            brought: known.paid,
            allocated: known.net,
        }
    };
    let mut ledgers: BTreeMap<&str, Ledger> = by_number
        .iter()
        .map(|(number, incoming)| (*number, fresh(incoming)))
        .collect();
    for payment in paid {
        if let Some(ledger) = payment
            .numbers
            .first()
            .and_then(|number| ledgers.get_mut(number.as_str()))
        {
            // What was given back had to be taken first.
            let back = payment.refunded.saturating_add((-payment.amount.minor).max(0));
            ledger.limit = ledger.limit.saturating_add(back);
        }
    }
    ledgers
}

/// Gives payments that name no invoice those of their client, the oldest first.
fn spread(paid: &mut [Paid<'_>], invoices: &[Incoming<'_>], findings: &mut Findings) {
    let mut of_client: BTreeMap<&str, Vec<&Incoming<'_>>> = BTreeMap::new();
    for incoming in invoices {
        of_client
            .entry(incoming.client_key.as_str())
            .or_default()
            .push(incoming);
    }
    for incomings in of_client.values_mut() {
        incomings.sort_by_key(|incoming| (incoming.invoice.issue_date, &incoming.invoice.number));
    }
    let mut said: BTreeSet<&str> = BTreeSet::new();
    for payment in paid.iter_mut().filter(|payment| payment.spread) {
        let theirs = of_client.get(payment.client_key.as_str()).into_iter().flatten();
        let payable = theirs.filter(|incoming| {
            let invoice = &incoming.invoice;
            invoice.currency == payment.amount.currency && invoice.total.minor > 0
        });
        payment.numbers = payable.map(|incoming| incoming.invoice.number.clone()).collect();
        if said.insert(payment.file) {
            findings.doubt(payment.file, 1, (Message::FilePaymentsSpread, vec![]));
        }
    }
}

struct Settling<'i> {
    source: &'i str,
    ledgers: BTreeMap<&'i str, Ledger>,
    before: &'i Taken,
    settled: Vec<ImportedPayment>,
}

impl Settling<'_> {
    fn set(&mut self, payment: Paid<'_>, findings: &mut Findings) {
        let is_known = self.is_known(&payment);
        let (mut left, mut covered) = (payment.amount.minor, 0_i64);
        for (nth, number) in payment.numbers.iter().enumerate() {
            let Some(ledger) = self.ledgers.get_mut(number.as_str()) else {
                continue;
            };
            let part = if left > 0 {
                left.min((ledger.limit - ledger.taken).max(0))
            } else {
                left
            };
            ledger.taken = ledger.taken.saturating_add(part.max(0));
            left -= part;
            let comes = if is_known {
                part
            } else {
                part.min((ledger.limit - ledger.brought).max(0))
            };
            covered = covered.saturating_add(part - comes);
            let suffix = if nth == 0 {
                String::new()
            } else {
                format!("/{number}")
            };
            self.push(&payment, is_known, &suffix, Some(number), comes);
        }
        let number = payment.numbers.first();
        let about = |minor: i64| {
            let amount = shown(Money::new(minor, payment.amount.currency));
            vec![
                ("number", number.cloned().unwrap_or_default()),
                ("amount", amount),
            ]
        };
        if covered != 0 {
            let trouble = (Message::PaymentCovered, about(covered));
            if covered == payment.amount.minor {
                findings.refuse(payment.file, payment.line, trouble);
            } else {
                findings.doubt(payment.file, payment.line, trouble);
            }
        }
        if left != 0 {
            if payment.spread {
                let amount = shown(Money::new(left, payment.amount.currency));
                let trouble = (Message::PaymentRest, vec![("amount", amount)]);
                findings.doubt(payment.file, payment.line, trouble);
            } else if number.is_some() {
                let trouble = (Message::PaymentOverBalance, about(left));
                findings.doubt(payment.file, payment.line, trouble);
            }
            self.push(&payment, is_known, "/credit", None, left);
        }
        // What is refunded later comes for a payment that is known, too.
        self.push(&payment, false, "/refund", number, -payment.refunded);
    }

    /// Whether an earlier import brought the payment, in whatever parts.
    fn is_known(&self, payment: &Paid<'_>) -> bool {
        let parts = payment.numbers.iter().skip(1).map(|number| format!("/{number}"));
        ["", "/credit"]
            .map(str::to_owned)
            .into_iter()
            .chain(parts)
            .any(|suffix| {
                self.before
                    .holds(self.source, &format!("{}{suffix}", payment.key))
            })
    }

    /// Adds a part of a payment. One that is known stays as it came first: of it no part comes anew, and its sums
    /// are counted already.
    fn push(
        &mut self,
        payment: &Paid<'_>,
        is_known: bool,
        suffix: &str,
        number: Option<&String>,
        minor: i64,
    ) {
        let key = format!("{}{suffix}", payment.key);
        let holds = self.before.holds(self.source, &key);
        if minor == 0 || (is_known && !holds) {
            return;
        }
        let ledger = number.and_then(|number| self.ledgers.get_mut(number.as_str()));
        if let Some(ledger) = ledger.filter(|_| !holds) {
            ledger.brought = ledger.brought.saturating_add(minor.max(0));
            ledger.allocated = ledger.allocated.saturating_add(minor);
        }
        self.settled.push(ImportedPayment {
            client_key: payment.client_key.clone(),
            key,
            invoice_number: number.cloned(),
            received_on: payment.received_on,
            amount: Money::new(minor, payment.amount.currency),
            method: payment.method,
            reference: payment.reference.clone(),
        });
    }

    /// Adds what the source says is paid without a payment to show for it.
    /// Where the files list no payments at all, that is said once.
    fn make_up(&mut self, invoices: &[Incoming<'_>], none_listed: bool, findings: &mut Findings) {
        let mut said: BTreeSet<&str> = BTreeSet::new();
        for incoming in invoices {
            let invoice = &incoming.invoice;
            let Some((ledger, paid)) = self.ledgers.get_mut(invoice.number.as_str()).zip(incoming.paid)
            else {
                continue;
            };
            let missing = paid.minor - ledger.allocated;
            if missing == 0 {
                continue;
            }
            ledger.allocated = paid.minor;
            let amount = Money::new(missing, invoice.currency);
            if !none_listed {
                let params = vec![("number", invoice.number.clone()), ("amount", shown(amount))];
                findings.doubt(incoming.file, incoming.line, (Message::PaidUnrecorded, params));
            } else if said.insert(incoming.file) {
                findings.doubt(incoming.file, 1, (Message::FileNoPayments, vec![]));
            }
            self.settled.push(ImportedPayment {
                client_key: incoming.client_key.clone(),
                key: self.unrecorded_key(&invoice.number),
                invoice_number: Some(invoice.number.clone()),
                received_on: incoming.paid_on.unwrap_or(invoice.issue_date),
                amount,
                method: PaymentMethod::Other,
                reference: String::new(),
            });
        }
    }

    /// A key that no earlier import used: what is paid may grow from one export to the next.
    fn unrecorded_key(&self, number: &str) -> String {
        let first = format!("{number}/unrecorded");
        let later = (2_u32..).map(|nth| format!("{first}/{nth}"));
        std::iter::once(first.clone())
            .chain(later)
            .find(|key| !self.before.holds(self.source, key))
            .unwrap_or(first)
    }
}
