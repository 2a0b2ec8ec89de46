//! An issued or imported invoice: frozen, with everything that its paper says.

use jiff::{Timestamp, ToSpan, civil::Date};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::credit::Credited;
use super::crediting::Crediting;
use super::draft::{Draft, DraftLine};
use super::totals::{Discount, LineAmounts, LineItem, PricedContent, TaxLine, TaxMode, Totals, totals};
use crate::addresses::Address;
use crate::clients::Client;
use crate::einvoicing::EinvoiceTerms;
use crate::ids::{ClientId, DraftId, InvoiceId, LineId};
use crate::languages::Language;
use crate::money::{Currency, Money};
use crate::organisations::{BankDetails, Organisation};
use crate::people::Contact;
use crate::record;
use crate::records::Records;
use crate::refusals::{Reason, Refusal};

/// A business or a client as it was when the invoice was issued.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Party {
    /// The name.
    pub name: String,
    /// The address.
    pub address: Address,
    /// The tax id, empty for none.
    pub tax_id: String,
    /// The e-mail address, empty for none.
    pub email: String,
    /// The phone number, empty for none.
    pub phone: String,
}

/// Where an invoice comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Origin {
    /// Issued here.
    Issued {
        /// The draft it was.
        draft_id: DraftId,
        /// Its place in the number series.
        #[ts(type = "number")]
        sequence: i64,
    },
    /// Taken over from another tool with its number as it was.
    Imported {
        /// The tool.
        source: String,
    },
}

/// A line with its amounts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InvoiceLine {
    /// What it says.
    pub item: LineItem,
    /// Its amounts.
    pub amounts: LineAmounts,
}

/// An invoice. Nothing in it changes once it is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Invoice {
    /// The number, as on paper.
    pub number: String,
    /// The client.
    pub client_id: ClientId,
    /// Where it comes from.
    pub origin: Origin,
    /// The business.
    pub seller: Party,
    /// How to pay.
    pub bank: BankDetails,
    /// The client, as billed.
    pub buyer: Party,
    /// The language of its paper.
    pub language: Language,
    /// The currency.
    pub currency: Currency,
    /// Whether the prices contain the tax.
    pub tax_mode: TaxMode,
    /// The date on it.
    #[ts(type = "string")]
    pub issue_date: Date,
    /// When it is to be paid.
    #[ts(type = "string")]
    pub due_date: Date,
    /// When what it bills was delivered; none when it does not say.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub delivered_on: Option<Date>,
    /// The buyer's order number or reference, empty for none.
    pub reference: String,
    /// What stands below the lines.
    pub note: String,
    /// The reduction of the whole, as agreed.
    pub discount: Discount,
    /// The lines.
    pub lines: Vec<InvoiceLine>,
    /// The sum of the lines' `net`.
    pub subtotal: Money,
    /// The discount of the whole.
    pub discount_total: Money,
    /// What is left, without tax.
    pub taxable_total: Money,
    /// One for each tax that occurs.
    pub taxes: Vec<TaxLine>,
    /// The sum of the taxes.
    pub tax_total: Money,
    /// What is asked.
    pub total: Money,
    /// What it goes out with as data beside its paper; none for the paper alone.
    #[serde(default)]
    pub einvoice: Option<EinvoiceTerms>,
    /// The invoice that it takes back, which makes it a credit note: its amounts are below zero then.
    #[serde(default)]
    pub credits: Option<Credited>,
    /// When it was issued or imported.
    #[ts(type = "string")]
    pub issued_at: Timestamp,
}

record!(Invoice |me| {
    "client_id": me.client_id.0,
    "number_key": &me.number,
    "issue_date": me.issue_date,
    "due_date": me.due_date,
    "currency": me.currency.code(),
    "total": me.total.minor,
    "source": match &me.origin { Origin::Issued { .. } => "issued".to_owned(), Origin::Imported { source } => source.clone() },
    "credits_id": me.credits.as_ref().map(|credited| credited.invoice_id.0),
    "sequence": match &me.origin { Origin::Issued { sequence, .. } => Some(*sequence), Origin::Imported { .. } => None },
} search me.searched());

impl Invoice {
    /// Whether every amount on it is in its currency.
    pub(crate) fn has_one_currency(&self) -> bool {
        let sums = [
            self.subtotal,
            self.discount_total,
            self.taxable_total,
            self.tax_total,
            self.total,
        ];
        let lines = self.lines.iter().map(|line| line.amounts);
        let lines = lines.flat_map(|amounts| [amounts.gross, amounts.discount, amounts.net]);
        let taxes = self.taxes.iter().flat_map(|line| [line.base, line.amount]);
        let mut all = sums.into_iter().chain(lines).chain(taxes);
        all.all(|amount| amount.currency == self.currency)
    }

    fn searched(&self) -> String {
        let lines = self.lines.iter().map(|line| line.item.description.as_str());
        let parts: Vec<&str> = [self.number.as_str(), &self.buyer.name, &self.reference]
            .into_iter()
            .chain(lines)
            .collect();
        parts.join(" ")
    }
}

/// The PDF of an invoice as it was rendered at issue; its id is the invoice's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InvoicePdf {
    /// SHA-256 of the file, in hex.
    pub sha256: String,
    /// Its size.
    #[ts(type = "number")]
    pub size_bytes: i64,
}

record!(InvoicePdf | me | {});

/// What an invoice is made of.
pub struct Parts<'a> {
    /// The business.
    pub organisation: &'a Organisation,
    /// The client's id.
    pub client_id: ClientId,
    /// The client.
    pub client: &'a Client,
    /// The contact whose address the invoice names, when there is one.
    pub contact: Option<&'a Contact>,
    /// The draft.
    pub draft: &'a Draft,
    /// Its lines, in order.
    pub lines: &'a [(LineId, &'a DraftLine)],
    /// What it goes out with as data.
    pub einvoice: Option<&'a EinvoiceTerms>,
    /// The invoice that it takes back; none for an invoice.
    pub crediting: Option<&'a Crediting<'a>>,
}

impl Parts<'_> {
    /// The date that an invoice issued on `today` bears; a credit note's is not before its invoice's unless it says so.
    #[must_use]
    pub fn issue_date(&self, today: Date) -> Date {
        let earliest = self
            .crediting
            .map_or(today, |crediting| crediting.invoice.issue_date);
        self.draft.issue_date.unwrap_or(today.max(earliest))
    }

    /// The amounts that its paper says.
    ///
    /// # Errors
    /// Amounts that cannot be held; a credit note that takes back nothing, or more than is left.
    fn totals(&self, content: &PricedContent) -> Result<Totals, Refusal> {
        let Some(crediting) = self.crediting else {
            return Ok(totals(content)?);
        };
        let sums = crediting.totals(content)?;
        crediting.check(&sums)?;
        Ok(sums)
    }
}

/// Checks that an invoice issued on `today` is not dated more than a year ahead: nobody means that, and a mistyped
/// year would stand on paper for good.
///
/// # Errors
/// [`Reason::TooFarAhead`].
pub(super) fn check_issue_date(issue_date: Date, today: Date) -> Result<(), Refusal> {
    let latest = today.saturating_add(1.year());
    if issue_date > latest {
        return Err(Refusal::field(Reason::TooFarAhead, "issue_date").with("latest", latest));
    }
    Ok(())
}

/// Puts an invoice together from `parts`. The same function gives the editor its preview, the check before issuing
/// its layout, and the server the frozen record.
///
/// # Errors
/// No lines, a date too far ahead, a total below nothing, or amounts that cannot be held; of a credit note also a
/// date before its invoice's, or more than is left to credit.
pub fn assemble(
    parts: &Parts<'_>,
    number: String,
    origin: Origin,
    today: Date,
    now: Timestamp,
) -> Result<Invoice, Refusal> {
    if parts.lines.is_empty() {
        return Err(Refusal::new(Reason::NoLines));
    }
    let content: PricedContent = parts.draft.priced(parts.lines);
    let Totals {
        lines: amounts,
        subtotal,
        discount_total,
        taxable_total,
        taxes,
        tax_total,
        total,
    } = parts.totals(&content)?;
    if total.minor < 0 {
        return Err(Refusal::new(Reason::BelowNothing));
    }
    let issue_date = parts.issue_date(today);
    check_issue_date(issue_date, today)?;
    if let Some(crediting) = parts.crediting
        && issue_date < crediting.invoice.issue_date
    {
        let earliest = crediting.invoice.issue_date;
        return Err(Refusal::field(Reason::CreditBeforeInvoice, "issue_date").with("earliest", earliest));
    }
    let due_date = issue_date
        .checked_add(i64::from(parts.draft.payment_terms_days).days())
        .map_err(|_overflow| Refusal::field(Reason::OutOfRange, "due_date"))?;
    let lines = content
        .lines
        .into_iter()
        .zip(amounts)
        .map(|(item, amounts)| InvoiceLine { item, amounts })
        .collect();
    let invoice = Invoice {
        number,
        client_id: parts.client_id,
        origin,
        seller: seller(parts.organisation),
        bank: parts.organisation.bank.clone(),
        buyer: buyer(parts.client, parts.contact),
        language: parts.client.language,
        currency: content.currency,
        tax_mode: content.tax_mode,
        issue_date,
        due_date,
        delivered_on: parts.draft.delivered_on,
        reference: parts.draft.reference.clone(),
        note: parts.draft.note.clone(),
        discount: parts.draft.discount,
        lines,
        subtotal,
        discount_total,
        taxable_total,
        taxes,
        tax_total,
        total,
        einvoice: parts.einvoice.cloned(),
        credits: parts
            .crediting
            .map(|crediting| crediting.named(&parts.draft.credit_reason)),
        issued_at: now,
    };
    Ok(if invoice.is_credit_note() {
        invoice.negated()
    } else {
        invoice
    })
}

/// The business as a party.
#[must_use]
pub fn seller(organisation: &Organisation) -> Party {
    Party {
        name: organisation.name.clone(),
        address: organisation.address.clone(),
        tax_id: organisation.tax_id.clone(),
        email: organisation.email.clone(),
        phone: organisation.phone.clone(),
    }
}

/// The client as a party.
#[must_use]
pub fn buyer(client: &Client, contact: Option<&Contact>) -> Party {
    Party {
        name: client.name.clone(),
        address: client.address.clone(),
        tax_id: client.tax_id.clone(),
        email: contact.map(|contact| contact.email.clone()).unwrap_or_default(),
        phone: contact.map(|contact| contact.phone.clone()).unwrap_or_default(),
    }
}

/// Checks that no invoice was issued from a draft of this id before: its id would be the same.
///
/// # Errors
/// [`Reason::IdTaken`].
pub(super) fn not_issued(records: &Records, draft: DraftId) -> Result<(), Refusal> {
    if records.find::<Invoice>(invoice_id(draft)).is_some() {
        return Err(Refusal::new(Reason::IdTaken));
    }
    Ok(())
}

/// The id of the invoice that issuing `draft` creates, whoever issues it.
#[must_use]
pub fn invoice_id(draft: DraftId) -> InvoiceId {
    InvoiceId(uuid::Uuid::new_v5(&draft.0, b"invoice"))
}
