//! The month in double entry: what every plain-text format writes in its own way.
//!
//! An invoice debits what its client owes and credits income and each tax. A payment debits where the money came and
//! credits what the client owes, for each invoice that it is set against; what is left over is the client's credit. A
//! reversal, a credit note and a refund are the same with the signs turned; a set-off moves nothing from one account
//! to another and is none of the entries. So a client's balance is what the invoices of the month leave open
//! less what was paid of earlier ones, and every entry adds up to zero.

use std::collections::{BTreeMap, BTreeSet};

use folio_domain::payments::PaymentMethod;
use folio_domain::{ClientId, Currency, InvoiceId, Money};
use jiff::civil::Date;
use rust_decimal::Decimal;
use uuid::Uuid;

use super::Month;
use crate::month_pack::rows::{allocated, method};
use crate::month_pack::{PackError, PackInvoice, PackPayment};

/// An account.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Account {
    /// Where money comes: a word for each method.
    Money(&'static str),
    /// What a client owes.
    Receivable(ClientId),
    /// What a client has paid and is set against no invoice.
    Credit(ClientId),
    /// A tax to be handed on, by its name and rate.
    Tax { name: String, percent: Decimal },
    /// What was earned, without tax.
    Sales,
    /// What an imported invoice's amounts are apart by.
    Rounding,
}

/// A line of an entry: above zero a debit, below a credit.
#[derive(Clone, Debug)]
pub(super) struct Posting<'a> {
    pub(super) account: Account,
    pub(super) amount: Money,
    /// The number of the invoice that it pays; empty for none.
    pub(super) invoice: &'a str,
}

/// An entry: its postings add up to zero.
#[derive(Clone, Debug)]
pub(super) struct Entry<'a> {
    pub(super) date: Date,
    pub(super) id: Uuid,
    /// `Invoice`, `Credit note`, `Payment`, `Refund` or `Reversal`.
    pub(super) what: &'static str,
    /// An invoice's number; for a payment how it came.
    pub(super) code: &'a str,
    /// The client's name, for an invoice as it was billed.
    pub(super) client_name: &'a str,
    /// The day it is due; none for a payment and a credit note.
    pub(super) due: Option<Date>,
    /// What else is known of it, under its name.
    pub(super) notes: Vec<(&'static str, &'a str)>,
    /// The invoices that it is about.
    pub(super) invoices: Vec<InvoiceId>,
    pub(super) postings: Vec<Posting<'a>>,
}

/// A month's entries by date, and what occurs in them.
pub(super) struct Books<'a> {
    pub(super) entries: Vec<Entry<'a>>,
    pub(super) accounts: BTreeSet<Account>,
    pub(super) currencies: BTreeSet<Currency>,
    /// What each client is called now, or was when it was last billed.
    pub(super) names: BTreeMap<ClientId, &'a str>,
}

impl<'a> Books<'a> {
    pub(super) fn of(month: &Month<'_, 'a>) -> Result<Self, PackError> {
        let mut names = BTreeMap::new();
        for one in month.invoices {
            names.insert(one.invoice.client_id, one.invoice.buyer.name.as_str());
        }
        for one in month.payments.iter().filter(|one| !one.client_name.is_empty()) {
            names.insert(one.payment.client_id, one.client_name);
        }
        for (id, client) in &month.pack.clients {
            names.insert(*id, client.name.as_str());
        }
        let invoices = month.invoices.iter().map(of_invoice);
        let payments = month.payments.iter().map(of_payment);
        let mut entries = invoices.chain(payments).collect::<Result<Vec<_>, _>>()?;
        entries.sort_by_key(|entry| entry.date);
        let postings = || entries.iter().flat_map(|entry| &entry.postings);
        Ok(Self {
            accounts: postings().map(|posting| posting.account.clone()).collect(),
            currencies: postings().map(|posting| posting.amount.currency).collect(),
            names,
            entries,
        })
    }

    /// What a client is called.
    pub(super) fn name(&self, client: ClientId) -> &'a str {
        self.names.get(&client).copied().unwrap_or_default()
    }
}

fn of_invoice<'a>(one: &PackInvoice<'a>) -> Result<Entry<'a>, PackError> {
    let invoice = one.invoice;
    let mut postings = vec![
        plain(Account::Receivable(invoice.client_id), invoice.total),
        plain(Account::Sales, invoice.taxable_total.negated()),
    ];
    let mut taxes: BTreeMap<Account, Money> = BTreeMap::new();
    for line in &invoice.taxes {
        let account = Account::Tax {
            name: line.tax.name.clone(),
            percent: line.tax.percent.normalize(),
        };
        let sum = taxes
            .entry(account)
            .or_insert_with(|| Money::zero(invoice.currency));
        *sum = sum.plus(line.amount)?;
    }
    for (account, amount) in taxes {
        if amount.minor != 0 {
            postings.push(plain(account, amount.negated()));
        }
    }
    let astray = Money::sum(invoice.currency, postings.iter().map(|posting| posting.amount))?;
    if astray.minor != 0 {
        postings.push(plain(Account::Rounding, astray.negated()));
    }
    Ok(Entry {
        date: invoice.issue_date,
        id: one.id.0,
        what: if invoice.is_credit_note() {
            "Credit note"
        } else {
            "Invoice"
        },
        code: &invoice.number,
        client_name: &invoice.buyer.name,
        due: invoice.falls_due(),
        notes: given([
            ("reference", &invoice.reference),
            ("client-tax-id", &invoice.buyer.tax_id),
        ])
        .into_iter()
        .chain(
            invoice
                .credits
                .iter()
                .map(|credited| ("credits", credited.number.as_str())),
        )
        .collect(),
        invoices: vec![one.id],
        postings,
    })
}

fn of_payment<'a>(one: &PackPayment<'a>) -> Result<Entry<'a>, PackError> {
    let payment = one.payment;
    let client = payment.client_id;
    let mut postings = vec![plain(
        Account::Money(method_account(payment.method)),
        payment.amount,
    )];
    for part in &one.allocations {
        postings.push(Posting {
            account: Account::Receivable(client),
            amount: part.amount.negated(),
            invoice: part.number,
        });
    }
    let left = payment.amount.minus(allocated(one)?)?;
    if left.minor != 0 {
        postings.push(plain(Account::Credit(client), left.negated()));
    }
    Ok(Entry {
        date: payment.received_on,
        id: one.id.0,
        what: match payment.reverses {
            Some(_) => "Reversal",
            None if payment.is_refund() => "Refund",
            None => "Payment",
        },
        code: method(payment.method),
        client_name: one.client_name,
        due: None,
        notes: given([("reference", &payment.reference), ("reason", &payment.reason)]),
        invoices: one.allocations.iter().map(|part| part.invoice_id).collect(),
        postings,
    })
}

fn plain<'a>(account: Account, amount: Money) -> Posting<'a> {
    Posting {
        account,
        amount,
        invoice: "",
    }
}

fn given<'a>(notes: [(&'static str, &'a String); 2]) -> Vec<(&'static str, &'a str)> {
    let notes = notes.into_iter().map(|(name, text)| (name, text.as_str()));
    notes.filter(|(_, text)| !text.is_empty()).collect()
}

/// The account that money of this method comes to.
fn method_account(method: PaymentMethod) -> &'static str {
    match method {
        PaymentMethod::BankTransfer => "Bank",
        PaymentMethod::Cash => "Cash",
        PaymentMethod::Card => "Card",
        PaymentMethod::Cheque => "Cheque",
        PaymentMethod::Upi => "UPI",
        PaymentMethod::Other => "Other",
    }
}
