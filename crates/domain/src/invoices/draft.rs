//! A draft of an invoice and its lines: rows of their own, so that two people can edit them apart.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;

use super::totals::{Discount, LineItem, PricedContent, TaxMode};
use crate::ids::{ClientId, DraftId, InvoiceId, LineId};
use crate::money::Currency;
use crate::record;
use crate::records::{Place, Records};
use crate::refusals::{Reason, Refusal, limit_text};

/// Whom a draft bills and in which money: one field, for its parts only make sense together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Billing {
    /// The client; none while not chosen.
    pub client_id: Option<ClientId>,
    /// The currency.
    pub currency: Currency,
    /// Whether the prices contain the tax.
    pub tax_mode: TaxMode,
}

/// Where a draft stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DraftState {
    /// It can be edited.
    #[default]
    Open,
    /// It waits for the server to issue it; has no number yet.
    Waiting,
}

/// A draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Draft {
    /// Whom it bills and how.
    pub billing: Billing,
    /// The date that the invoice shall bear; none for the day of issue.
    #[ts(type = "string | null")]
    pub issue_date: Option<Date>,
    /// Days from issue until it is due.
    pub payment_terms_days: i32,
    /// When what it bills was delivered; none when the invoice shall not say.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub delivered_on: Option<Date>,
    /// A reduction of the whole.
    pub discount: Discount,
    /// The buyer's order number or reference, empty for none.
    pub reference: String,
    /// What stands below the lines.
    pub note: String,
    /// The invoice that it takes back, which makes it the draft of a credit note: its lines say, above zero, what is
    /// given back.
    #[serde(default)]
    pub credits: Option<InvoiceId>,
    /// Why it takes it back; empty for no reason given.
    #[serde(default)]
    pub credit_reason: String,
    /// Where it stands.
    #[serde(default)]
    pub state: DraftState,
    /// When it was begun.
    #[ts(type = "string")]
    pub created_at: Timestamp,
    /// When it was last edited.
    #[ts(type = "string")]
    pub edited_at: Timestamp,
}

record!(Draft |me| {
    "client_id": me.billing.client_id.map(|id| id.0),
    "edited_at": me.edited_at,
} search format!("{} {}", me.reference, me.note));

/// A line of a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DraftLine {
    /// The draft.
    pub draft_id: DraftId,
    /// Where it stands among the lines: byte by byte, then by id.
    pub order_key: String,
    /// What it says.
    #[serde(flatten)]
    pub item: LineItem,
}

record!(DraftLine |me| { "draft_id": me.draft_id.0 } search me.item.description.clone());

impl Draft {
    /// The invoice id that issuing this draft creates is chosen by the person who issues; a draft's rows lie
    /// inside the business, beside its client.
    #[must_use]
    pub fn place(&self) -> Place {
        Place::internal(self.billing.client_id)
    }

    /// Checks texts and ranges.
    ///
    /// # Errors
    /// The first field that is wrong.
    pub fn check(&self) -> Result<(), Refusal> {
        if !(0..=365).contains(&self.payment_terms_days) {
            return Err(Refusal::field(Reason::OutOfRange, "payment_terms_days"));
        }
        self.discount.check()?;
        limit_text("reference", &self.reference, 100)?;
        limit_text("credit_reason", &self.credit_reason, 500)?;
        limit_text("note", &self.note, 4_000)
    }

    /// What its totals are computed from.
    #[must_use]
    pub fn priced(&self, lines: &[(LineId, &DraftLine)]) -> PricedContent {
        PricedContent {
            currency: self.billing.currency,
            tax_mode: self.billing.tax_mode,
            discount: self.discount,
            lines: lines.iter().map(|(_, line)| line.item.clone()).collect(),
        }
    }
}

/// The lines of `draft` among `records`, in their order.
#[must_use]
pub fn lines_of(records: &Records, draft: DraftId) -> Vec<(LineId, &DraftLine)> {
    let mut lines: Vec<(LineId, &DraftLine)> = records
        .all::<DraftLine>("draft_id", draft)
        .into_iter()
        .map(|(id, line)| (LineId(id), line))
        .collect();
    lines.sort_by(|(left_id, left), (right_id, right)| {
        (&left.order_key, left_id).cmp(&(&right.order_key, right_id))
    });
    lines
}

/// SHA-256 in hex of what a draft and its lines (in order) say: issuing carries it, so that nothing is issued that
/// the person has not seen.
#[must_use]
pub fn content_hash(draft: &Draft, lines: &[(LineId, &DraftLine)]) -> String {
    // When a draft was touched differs between the desk and the server, and is nothing that it says.
    let seen = Draft {
        state: DraftState::Open,
        created_at: Timestamp::UNIX_EPOCH,
        edited_at: Timestamp::UNIX_EPOCH,
        ..draft.clone()
    };
    let mut hash = Sha256::new();
    // A draft and its lines always have a JSON form; should one not, the hash differs from any that was shown.
    hash.update(serde_json::to_vec(&seen).unwrap_or_default());
    for (id, line) in lines {
        hash.update(id.0.as_bytes());
        hash.update(serde_json::to_vec(line).unwrap_or_default());
    }
    hex::encode(hash.finalize())
}

/// The draft, while it can be edited.
pub(super) fn open(records: &Records, id: DraftId) -> Result<&Draft, Refusal> {
    let draft: &Draft = records.get(id)?;
    match draft.state {
        DraftState::Open => Ok(draft),
        DraftState::Waiting => Err(Refusal::new(Reason::DraftClosed)),
    }
}
