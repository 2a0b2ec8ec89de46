//! Mails that are given up: after a restore nobody knows whether they have gone out since.

use std::collections::BTreeSet;

use folio_domain::ids::{InvoiceId, OrgId};
use folio_domain::invoices::Invoice;
use folio_domain::mutations::{Effect, Mutation};
use folio_domain::people::{Contact, Delivery, DeliveryState, KeepDelivery};
use folio_domain::records::{Read, Records};
use folio_store::{Writer, load_reads, submit_as_system_in};
use uuid::Uuid;

use super::mails::{OneMail, delivery_id};
use crate::app::App;
use crate::errors::ServerError;
use crate::jobs::JobKind;

/// A job that was closed before it was done.
#[derive(Clone, Debug)]
pub(crate) struct ClosedJob {
    /// What kind of work.
    pub(crate) kind: JobKind,
    /// Its id.
    pub(crate) job_id: Uuid,
    /// What the work needed, as JSON.
    pub(crate) payload: String,
}

/// Notes of each mail about an invoice that `closed` would have sent that it was not sent. What was noted as sent, or
/// as failed, stays.
///
/// # Errors
/// The database breaks.
pub(crate) async fn give_up_mails(
    app: &App,
    db: &mut Writer,
    org_id: OrgId,
    closed: &[ClosedJob],
) -> Result<(), ServerError> {
    let mut mails = Vec::new();
    for job in closed {
        match job.kind {
            JobKind::MailOne => mails.push(serde_json::from_str::<OneMail>(&job.payload)?),
            JobKind::MailInvoice => {
                if let Effect::MailInvoice { invoice_id } = serde_json::from_str(&job.payload)? {
                    mails.extend(mails_of(db, org_id, job.job_id, invoice_id).await?);
                }
            }
            JobKind::RenderInvoice | JobKind::MailInvitation | JobKind::HeldChange => {}
        }
    }
    let mut given_up = BTreeSet::new();
    for mail in mails {
        let reads = vec![
            Read::one::<Delivery>(mail.delivery_id),
            Read::one::<Contact>(mail.contact_id),
        ];
        let records = load(db, org_id, reads).await?;
        let known = records.find::<Delivery>(mail.delivery_id);
        let waits = known.is_none_or(|delivery| delivery.state == DeliveryState::Queued);
        let Some(contact) = records
            .find::<Contact>(mail.contact_id)
            .filter(|_| waits && given_up.insert(mail.delivery_id))
        else {
            continue;
        };
        let delivery = Delivery {
            invoice_id: mail.invoice_id,
            contact_id: mail.contact_id,
            email: contact.email.clone(),
            state: DeliveryState::NotSent,
            last_error: String::new(),
            at: app.source.now(),
        };
        let keep = Mutation::KeepDelivery(KeepDelivery {
            delivery_id: mail.delivery_id,
            delivery,
        });
        submit_as_system_in(db, org_id, vec![keep], app.source.now()).await?;
    }
    Ok(())
}

/// The mails that the job of an invoice would have become.
async fn mails_of(
    db: &mut Writer,
    org_id: OrgId,
    job_id: Uuid,
    invoice_id: InvoiceId,
) -> Result<Vec<OneMail>, ServerError> {
    let records = load(db, org_id, vec![Read::one::<Invoice>(invoice_id)]).await?;
    let Some(invoice) = records.find::<Invoice>(invoice_id) else {
        return Ok(Vec::new());
    };
    let reads = vec![Read::all::<Contact>("client_id", invoice.client_id)];
    let records = load(db, org_id, reads).await?;
    let mails = super::links::recipients_among(&records, invoice.client_id)
        .into_iter()
        .map(|(contact_id, _)| OneMail {
            invoice_id,
            contact_id,
            delivery_id: delivery_id(job_id, contact_id),
        });
    Ok(mails.collect())
}

async fn load(db: &mut Writer, org_id: OrgId, reads: Vec<Read>) -> Result<Records, ServerError> {
    let mut records = Records::default();
    for (read, rows) in load_reads(db, org_id, reads).await? {
        records.learn(read, rows);
    }
    Ok(records)
}
