//! Imports: what another tool kept, taken over in one step. Numbers stay as they were.

mod formats;
mod mapping;
mod runs;
mod touches;
mod undo;

pub use formats::ImportFormat;
pub use mapping::{TableField, TableKind, TableMapping};
pub use runs::{ImportPart, ImportRun, is_imported};
pub use touches::Touch;
pub use undo::{UndoImport, brought_by};

use std::collections::BTreeSet;

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::clients::Client;
use crate::decisions::{Context, Decision, Mutate, Runs};
use crate::ids::{AllocationId, ClientId, ContactId, ImportRunId, InvoiceId, OrgId, PaymentId};
use crate::invoices::{Invoice, InvoiceStanding, Origin};
use crate::money::Money;
use crate::payments::{Allocation, Payment, PaymentMethod, check_amount};
use crate::people::Contact;
use crate::records::{Kind, Place, Read, Records, Write};
use crate::refusals::{Reason, Refusal};

/// A client to take over.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ImportedClient {
    /// What the other tool knows the client by: ids are derived from it, so that a second import meets the first.
    pub key: String,
    /// The client.
    pub client: Client,
    /// Its contacts; their `client_id` is put right by the import.
    pub contacts: Vec<Contact>,
}

/// An invoice to take over.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ImportedInvoice {
    /// The key of its client.
    pub client_key: String,
    /// The invoice; its `client_id` is put right by the import.
    pub invoice: Invoice,
    /// When it had reached the client, when the other tool says so.
    #[ts(type = "string | null")]
    pub sent_at: Option<Timestamp>,
}

/// A payment to take over.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ImportedPayment {
    /// The key of its client.
    pub client_key: String,
    /// What tells it from the others: invoice, date, amount and which of equal ones it is.
    pub key: String,
    /// The number of the invoice it paid; none for a credit.
    pub invoice_number: Option<String>,
    /// The day it came.
    #[ts(type = "string")]
    pub received_on: Date,
    /// How much; below zero for a refund.
    pub amount: Money,
    /// How.
    pub method: PaymentMethod,
    /// The payer's reference, empty for none.
    pub reference: String,
}

/// Arguments of [`crate::mutations::Mutation::ImportBatch`]. What is there already is left as it is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct ImportBatch {
    /// The tool that the files come from.
    pub source: String,
    /// SHA-256 of the files, in hex.
    pub files_sha256: String,
    /// The names of the files.
    #[serde(default)]
    pub files: Vec<String>,
    /// The imports that had been made when this one was put together. It is refused where others have been made or
    /// undone since: what is there of the source decides what comes. None where nobody looked.
    #[serde(default)]
    pub after: Option<BTreeSet<ImportRunId>>,
    /// The clients.
    pub clients: Vec<ImportedClient>,
    /// The invoices.
    pub invoices: Vec<ImportedInvoice>,
    /// The payments.
    pub payments: Vec<ImportedPayment>,
}

/// The id that an import from `source` gives the record that it knows by `kind` and `key`.
#[must_use]
pub fn imported_id(org_id: OrgId, source: &str, kind: Kind, key: &str) -> uuid::Uuid {
    uuid::Uuid::new_v5(
        &org_id.0,
        format!("import/{source}/{}/{key}", kind.table()).as_bytes(),
    )
}

struct Ids<'a> {
    org_id: OrgId,
    source: &'a str,
}

impl Ids<'_> {
    fn client(&self, key: &str) -> ClientId {
        ClientId(imported_id(self.org_id, self.source, Kind::Client, key))
    }

    fn contact(&self, client_key: &str, nth: usize) -> ContactId {
        ContactId(imported_id(
            self.org_id,
            self.source,
            Kind::Contact,
            &format!("{client_key}/{nth}"),
        ))
    }

    fn invoice(&self, number: &str) -> InvoiceId {
        InvoiceId(imported_id(self.org_id, self.source, Kind::Invoice, number))
    }

    fn payment(&self, key: &str) -> PaymentId {
        PaymentId(imported_id(self.org_id, self.source, Kind::Payment, key))
    }

    fn allocation(&self, key: &str) -> AllocationId {
        AllocationId(imported_id(self.org_id, self.source, Kind::Allocation, key))
    }
}

/// How many names of files an import keeps, and how long each may be.
const FILE_NAMES_MAX: usize = 20;
const FILE_NAME_MAX: usize = 200;

impl ImportBatch {
    /// Checks that the imports are those that this one was put together after.
    fn check_after(&self, records: &Records) -> Result<(), Refusal> {
        let made = records.rows_at(Kind::ImportRun, None);
        let made: BTreeSet<ImportRunId> = made.map(|row| ImportRunId(row.id)).collect();
        if self.after.as_ref().is_some_and(|after| *after != made) {
            return Err(Refusal::new(Reason::ImportMeanwhile));
        }
        Ok(())
    }

    /// Checks what no other tool's file can say: an invoice comes once, as an imported one that takes nothing of this
    /// business back, with all of its amounts in its own currency, and what pays an invoice comes with it.
    fn check_invoices(&self) -> Result<(), Refusal> {
        let mut numbers = BTreeSet::new();
        for ImportedInvoice { invoice, .. } in &self.invoices {
            let wrong = |field: &str| Refusal::field(Reason::BadValue, field).with("number", &invoice.number);
            let is_imported =
                matches!(&invoice.origin, Origin::Imported { source } if *source == self.source);
            if !is_imported || invoice.credits.is_some() {
                return Err(wrong("origin"));
            }
            if !invoice.has_one_currency() {
                return Err(wrong("currency"));
            }
            if !numbers.insert(invoice.number.as_str()) {
                return Err(wrong("number"));
            }
        }
        let paid = self
            .payments
            .iter()
            .filter_map(|payment| payment.invoice_number.as_deref());
        match paid.into_iter().find(|number| !numbers.contains(number)) {
            Some(number) => Err(Refusal::field(Reason::BadValue, "invoice_number").with("number", number)),
            None => Ok(()),
        }
    }

    fn file_names(&self) -> Vec<String> {
        let names = self.files.iter().take(FILE_NAMES_MAX);
        names
            .map(|name| name.chars().take(FILE_NAME_MAX).collect())
            .collect()
    }

    fn ids(&self, ctx: &Context) -> Ids<'_> {
        Ids {
            org_id: ctx.org_id,
            source: &self.source,
        }
    }

    fn client_writes(&self, ids: &Ids<'_>, records: &Records) -> Result<Vec<Write>, Refusal> {
        let mut writes = Vec::new();
        for imported in &self.clients {
            let client_id = ids.client(&imported.key);
            if records.find::<Client>(client_id).is_some() {
                continue;
            }
            imported.client.check()?;
            let place = Place::shared(client_id);
            writes.push(Write::put(client_id, place, imported.client.clone()));
            for (nth, contact) in imported.contacts.iter().enumerate() {
                let contact = Contact {
                    client_id,
                    ..contact.clone()
                };
                contact.check()?;
                writes.push(Write::put(ids.contact(&imported.key, nth), place, contact));
            }
        }
        Ok(writes)
    }

    fn invoice_writes(&self, ids: &Ids<'_>, records: &Records) -> Result<(Vec<Write>, u32), Refusal> {
        let (mut writes, mut added) = (Vec::new(), 0);
        let paid = self.paid(ids, records);
        for imported in &self.invoices {
            let id = ids.invoice(&imported.invoice.number);
            let client_id = ids.client(&imported.client_key);
            let old = records.find::<InvoiceStanding>(id);
            if old.is_none() {
                let taken = records.all::<Invoice>("number_key", &imported.invoice.number);
                if !taken.is_empty() {
                    return Err(Refusal::new(Reason::IdTaken).with("number", &imported.invoice.number));
                }
                added += 1;
                let asked = &imported.invoice;
                for amount in [asked.taxable_total, asked.tax_total, asked.total] {
                    amount.in_range()?;
                }
                let invoice = Invoice {
                    client_id,
                    ..imported.invoice.clone()
                };
                let fresh = InvoiceStanding {
                    sent_at: imported.sent_at,
                    ..InvoiceStanding::fresh(&invoice)
                };
                let standing = fresh.with_paid(paid.get(&id).cloned().unwrap_or_default())?;
                writes.push(Write::put(id, Place::shared(client_id), invoice));
                writes.push(Write::put(id, Place::shared(client_id), standing));
            } else if let (Some(old), Some(new)) = (old, paid.get(&id)) {
                let known = records.all::<Allocation>("invoice_id", id);
                let amounts = known
                    .iter()
                    .map(|(_, part)| part.amount)
                    .chain(new.iter().copied());
                writes.push(Write::put(
                    id,
                    Place::shared(old.client_id),
                    old.with_paid(amounts)?,
                ));
            }
        }
        Ok((writes, added))
    }

    /// The amounts of the payments that are not there yet, by invoice.
    fn paid(&self, ids: &Ids<'_>, records: &Records) -> std::collections::BTreeMap<InvoiceId, Vec<Money>> {
        let mut paid = std::collections::BTreeMap::<InvoiceId, Vec<Money>>::new();
        for payment in &self.payments {
            if let Some(number) = &payment.invoice_number
                && records.find::<Payment>(ids.payment(&payment.key)).is_none()
            {
                paid.entry(ids.invoice(number)).or_default().push(payment.amount);
            }
        }
        paid
    }

    fn payment_writes(
        &self,
        ctx: &Context,
        ids: &Ids<'_>,
        records: &Records,
    ) -> Result<(Vec<Write>, u32), Refusal> {
        let (mut writes, mut added) = (Vec::new(), 0);
        for imported in &self.payments {
            let payment_id = ids.payment(&imported.key);
            if records.find::<Payment>(payment_id).is_some() {
                continue;
            }
            check_amount(imported.amount)?;
            added += 1;
            let client_id = ids.client(&imported.client_key);
            let payment = Payment {
                client_id,
                received_on: imported.received_on,
                amount: imported.amount,
                method: imported.method,
                reference: imported.reference.clone(),
                reverses: None,
                sets_off: None,
                reason: String::new(),
                source: Some(self.source.clone()),
                recorded_at: ctx.now,
                recorded_by: ctx.actor.name.clone(),
            };
            writes.push(Write::put(payment_id, Place::shared(client_id), payment));
            if let Some(number) = &imported.invoice_number {
                let invoice_id = ids.invoice(number);
                let allocation = Allocation {
                    payment_id,
                    invoice_id,
                    amount: imported.amount,
                };
                writes.push(Write::put(
                    ids.allocation(&imported.key),
                    Place::shared(client_id),
                    allocation,
                ));
            }
        }
        Ok((writes, added))
    }
}

impl Mutate for ImportBatch {
    const RUNS: Runs = Runs::ServerOnly;

    fn reads(&self, ctx: &Context, _known: &Records) -> Vec<Read> {
        let ids = self.ids(ctx);
        let clients = self
            .clients
            .iter()
            .map(|imported| Read::one::<Client>(ids.client(&imported.key)));
        let invoices = self.invoices.iter().flat_map(|imported| {
            let id = ids.invoice(&imported.invoice.number);
            [
                Read::one::<InvoiceStanding>(id),
                Read::all::<Allocation>("invoice_id", id),
                Read::all::<Invoice>("number_key", &imported.invoice.number),
            ]
        });
        let payments = self
            .payments
            .iter()
            .map(|imported| Read::one::<Payment>(ids.payment(&imported.key)));
        let runs = self.after.iter().map(|_| Read::own::<ImportRun>());
        runs.chain(clients).chain(invoices).chain(payments).collect()
    }

    fn decide(&self, ctx: &Context, records: &Records) -> Result<Decision, Refusal> {
        self.check_after(records)?;
        self.check_invoices()?;
        let ids = self.ids(ctx);
        let mut writes = self.client_writes(&ids, records)?;
        let clients = writes
            .iter()
            .filter(|write| write.key().0 == Kind::Client)
            .count();
        let (invoice_writes, invoices) = self.invoice_writes(&ids, records)?;
        let (payment_writes, payments) = self.payment_writes(ctx, &ids, records)?;
        writes.extend(invoice_writes);
        writes.extend(payment_writes);
        if writes.is_empty() {
            return Ok(Decision::default());
        }
        let run = ImportRun {
            source: self.source.clone(),
            files_sha256: self.files_sha256.clone(),
            files: self.file_names(),
            clients: u32::try_from(clients).unwrap_or(u32::MAX),
            invoices,
            payments,
            at: ctx.now,
            by: ctx.actor.name.clone(),
        };
        let run_id = ctx.derive("run");
        let parts = ImportPart::listing(ImportRunId(run_id), &writes);
        let parts = parts.into_iter().enumerate();
        writes.extend(
            parts.map(|(nth, part)| Write::put(ctx.derive(&format!("part/{nth}")), Place::INTERNAL, part)),
        );
        writes.push(Write::put(run_id, Place::INTERNAL, run));
        Ok(Decision::noted(
            writes,
            None,
            (Kind::ImportRun, run_id),
            &self.source,
        ))
    }
}
