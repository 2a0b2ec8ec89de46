//! The business itself: its particulars, as every client may see them.

mod accounts;
mod pix;
mod references;

pub use accounts::{iban, is_qr_iban, swiss_iban};
pub use pix::pix_key;
pub use references::{creditor_reference, qr_reference};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::addresses::Address;
use crate::decisions::{Context, Decision, Mutate};
use crate::fields::{FieldEdit, merge};
use crate::ids::OrgId;
use crate::languages::Language;
use crate::money::Currency;
use crate::record;
use crate::records::{Kind, Place, Read, Records, Write};
use crate::refusals::{Reason, Refusal, limit_text, require_email, require_text};

/// How a client pays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct BankDetails {
    /// Whose account it is.
    pub account_name: String,
    /// The bank.
    pub bank_name: String,
    /// IBAN, or a local account number.
    pub account_number: String,
    /// BIC, IFSC, or another routing code.
    pub routing_code: String,
    /// UPI address (India).
    pub upi_id: String,
    /// PIX key (Brazil), empty for none.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[ts(optional, as = "Option<String>")]
    pub pix_key: String,
    /// Anything else a payer must know.
    pub note: String,
}

impl BankDetails {
    /// Checks what a payment code is made of and nobody could mend at the bank.
    ///
    /// # Errors
    /// A PIX key that is none.
    pub fn check(&self) -> Result<(), Refusal> {
        if self.pix_key.trim().is_empty() || pix_key(&self.pix_key).is_some() {
            Ok(())
        } else {
            Err(Refusal::field(Reason::BadValue, "pix_key"))
        }
    }
}

/// The business: one record, whose id is the organisation's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Organisation {
    /// The name.
    pub name: String,
    /// The address.
    pub address: Address,
    /// The tax id (VAT number, GSTIN), empty for none.
    pub tax_id: String,
    /// The e-mail address.
    pub email: String,
    /// The phone number, shown on every client screen.
    pub phone: String,
    /// The opening hours in words, shown on every client screen.
    pub hours: String,
    /// The IANA time zone: decides today, overdue and the month.
    pub time_zone: String,
    /// The language of the business.
    pub language: Language,
    /// The currency of a new draft.
    pub currency: Currency,
    /// Days until an invoice is due.
    pub payment_terms_days: i32,
    /// How clients pay.
    pub bank: BankDetails,
    /// What a new draft's note says.
    pub invoice_note: String,
}

record!(Organisation | me | {});

impl Organisation {
    /// Checks its texts and time zone.
    ///
    /// # Errors
    /// The first field that is wrong.
    pub fn check(&self) -> Result<(), Refusal> {
        require_text("name", &self.name, 200)?;
        self.address.check()?;
        limit_text("tax_id", &self.tax_id, 40)?;
        if !self.email.is_empty() {
            require_email(&self.email)?;
        }
        limit_text("phone", &self.phone, 60)?;
        limit_text("hours", &self.hours, 200)?;
        limit_text("invoice_note", &self.invoice_note, 2_000)?;
        self.bank.check()?;
        if jiff::tz::TimeZone::get(&self.time_zone).is_err() {
            return Err(Refusal::field(Reason::BadValue, "time_zone"));
        }
        if !(0..=365).contains(&self.payment_terms_days) {
            return Err(Refusal::field(Reason::OutOfRange, "payment_terms_days"));
        }
        Ok(())
    }
}

/// Arguments of [`crate::mutations::Mutation::EditOrganisation`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct EditOrganisation {
    /// The changes.
    pub edits: Vec<FieldEdit>,
}

const EDITABLE: &[&str] = &[
    "name",
    "address",
    "tax_id",
    "email",
    "phone",
    "hours",
    "time_zone",
    "language",
    "currency",
    "payment_terms_days",
    "bank",
    "invoice_note",
];

impl Mutate for EditOrganisation {
    fn reads(&self, ctx: &Context, _known: &Records) -> Vec<Read> {
        vec![read(ctx.org_id)]
    }

    fn decide(&self, ctx: &Context, records: &Records) -> Result<Decision, Refusal> {
        let organisation: &Organisation = records.get(ctx.org_id)?;
        let merged = merge(
            ctx,
            ctx.org_id.0,
            Place::EVERYONE,
            organisation,
            EDITABLE,
            &self.edits,
        )?;
        merged.record.check()?;
        let label = merged.record.name.clone();
        let mut writes = vec![Write::put(ctx.org_id, Place::EVERYONE, merged.record)];
        // Clients see the organisation's row, but not which of its values were fought over.
        writes.extend(merged.losses.into_iter().map(inside));
        Ok(Decision::noted(
            writes,
            None,
            (Kind::Organisation, ctx.org_id.0),
            &label,
        ))
    }
}

/// Arguments of [`crate::mutations::Mutation::TakeBackup`]: a backup of everything is one look at the organisation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TakeBackup {}

impl Mutate for TakeBackup {
    fn reads(&self, ctx: &Context, _known: &Records) -> Vec<Read> {
        vec![read(ctx.org_id)]
    }

    fn decide(&self, ctx: &Context, records: &Records) -> Result<Decision, Refusal> {
        let organisation: &Organisation = records.get(ctx.org_id)?;
        let about = (Kind::Organisation, ctx.org_id.0);
        Ok(Decision::noted(Vec::new(), None, about, &organisation.name))
    }
}

/// Arguments of [`crate::mutations::Mutation::TakeExport`]: everything leaves in an open form. Each time is an entry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TakeExport {}

impl Mutate for TakeExport {
    fn reads(&self, ctx: &Context, known: &Records) -> Vec<Read> {
        TakeBackup {}.reads(ctx, known)
    }

    fn decide(&self, ctx: &Context, records: &Records) -> Result<Decision, Refusal> {
        TakeBackup {}.decide(ctx, records)
    }
}

/// The read of the organisation's row.
#[must_use]
pub fn read(org_id: OrgId) -> Read {
    Read::one::<Organisation>(org_id)
}

fn inside(write: Write) -> Write {
    match write {
        Write::Put { id, body, .. } => Write::Put {
            id,
            place: Place::INTERNAL,
            body,
        },
        delete @ Write::Delete { .. } => delete,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bank_details_from_before_pix_read_on_and_are_written_as_they_were() {
        let kept = r#"{"account_name":"A","bank_name":"B","account_number":"1","routing_code":"2","upi_id":"3","note":"4"}"#;
        let bank: BankDetails = serde_json::from_str(kept).unwrap();
        assert_eq!(bank.pix_key, "");
        assert_eq!(serde_json::to_string(&bank).unwrap(), kept);
    }

    #[test]
    fn a_pix_key_is_one_or_is_refused() {
        let with = |key: &str| BankDetails {
            pix_key: key.to_owned(),
            ..BankDetails::default()
        };
        assert_eq!(with("").check(), Ok(()));
        assert_eq!(with("+55 11 91234-5678").check(), Ok(()));
        let refused = with("12345").check().unwrap_err();
        assert_eq!(refused, Refusal::field(Reason::BadValue, "pix_key"));
    }
}
