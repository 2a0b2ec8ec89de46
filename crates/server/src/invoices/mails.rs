//! Mailing an invoice: a job for the invoice, then one for each contact, so that a mail that went out is never sent
//! again because another one failed.

use folio_domain::clients::Client;
use folio_domain::ids::{ContactId, InvoiceId, OrgId};
use folio_domain::invoices::{Invoice, InvoicePdf, InvoiceStanding, MarkSent};
use folio_domain::mutations::Mutation;
use folio_domain::organisations::{self, Organisation};
use folio_domain::people::{Contact, Delivery, DeliveryState, KeepDelivery};
use folio_domain::records::Read;
use folio_store::StoreError;
use folio_store::server::jobs::{Job, NewJob, enqueue_in};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::links::{make_link, recipients};
use crate::app::App;
use crate::errors::ServerError;
use crate::jobs::{JobKind, Outcome};
use crate::mail::{Handed, InvoiceLetter, Letter, Sender};

/// After so many tries a mail that the server keeps putting off has failed.
const TRIES_MAX: i64 = 10;

/// A mail to one contact, as its job carries it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct OneMail {
    pub(super) invoice_id: InvoiceId,
    pub(super) contact_id: ContactId,
    pub(super) delivery_id: Uuid,
}

/// The delivery's id, the same however often the job of an invoice's mails is done.
pub(super) fn delivery_id(job_id: Uuid, contact_id: ContactId) -> Uuid {
    Uuid::new_v5(&job_id, contact_id.0.as_bytes())
}

/// Notes a delivery for each contact and enqueues its mail; without a mail server its link is there to be copied.
///
/// # Errors
/// It may succeed later.
pub(crate) async fn mail_invoice(
    app: &App,
    job: &Job,
    invoice_id: InvoiceId,
) -> Result<Outcome, ServerError> {
    let org_id = job.org_id;
    let reads = vec![
        Read::one::<Invoice>(invoice_id),
        Read::one::<InvoicePdf>(invoice_id),
    ];
    let records = app.look(org_id, reads).await?;
    let Some(invoice) = records.find::<Invoice>(invoice_id) else {
        return Ok(Outcome::Done);
    };
    if records.find::<InvoicePdf>(invoice_id).is_none() {
        // The link must open onto the paper: it is rendered first.
        super::render_invoice(app, org_id, invoice_id).await?;
    }
    let state = if app.post.is_some() {
        DeliveryState::Queued
    } else {
        DeliveryState::CopyLink
    };
    for (contact_id, contact) in recipients(app, org_id, invoice).await? {
        let delivery_id = delivery_id(job.job_id, contact_id);
        let mail = OneMail {
            invoice_id,
            contact_id,
            delivery_id,
        };
        let known = app.look(org_id, vec![Read::one::<Delivery>(delivery_id)]).await?;
        if known.find::<Delivery>(delivery_id).is_none() {
            keep(app, org_id, &mail, &contact, state, "").await?;
        }
        if app.post.is_some() {
            let new = NewJob {
                org_id,
                kind: JobKind::MailOne.as_str().to_owned(),
                unique_key: delivery_id.to_string(),
                payload: serde_json::to_string(&mail)?,
            };
            let mut transaction = app.store.begin().await?;
            enqueue_in(&mut transaction, &new, app.source.now()).await?;
            transaction.commit().await.map_err(StoreError::from)?;
        }
    }
    Ok(Outcome::Done)
}

/// Hands one mail to the mail server, and notes what became of it. One that the mail server has taken is not handed
/// over again, whatever failed after it.
///
/// # Errors
/// It may succeed later.
pub(crate) async fn send_one(app: &App, job: &Job) -> Result<Outcome, ServerError> {
    let (org_id, mail) = (job.org_id, serde_json::from_str::<OneMail>(&job.payload)?);
    let mail = &mail;
    let Some(post) = &app.post else {
        return Ok(Outcome::Done);
    };
    let sent = Mutation::MarkSent(MarkSent {
        invoice_id: mail.invoice_id,
    });
    let known = app
        .look(org_id, vec![Read::one::<Delivery>(mail.delivery_id)])
        .await?;
    let known = known.find::<Delivery>(mail.delivery_id);
    if known.is_some_and(|delivery| delivery.state == DeliveryState::Sent) {
        submit(app, org_id, vec![sent]).await?;
        return Ok(Outcome::Done);
    }
    let Some(written) = write(app, org_id, mail).await? else {
        return Ok(Outcome::Done);
    };
    let Written {
        contact,
        business,
        reply_to,
        letter,
    } = written;
    let handed = post
        .hand_over(mail.delivery_id, &letter, &business, &reply_to, &contact.email)
        .await;
    match handed {
        Handed::Taken => {
            let kept = kept(app, mail, &contact, DeliveryState::Sent, "");
            submit(app, org_id, vec![kept, sent]).await?;
        }
        Handed::Later(reason) if job.attempts < TRIES_MAX => {
            keep(app, org_id, mail, &contact, DeliveryState::Queued, &reason).await?;
            return Ok(Outcome::Later(reason));
        }
        Handed::Refused(reason) | Handed::Later(reason) => {
            keep(app, org_id, mail, &contact, DeliveryState::Failed, &reason).await?;
        }
    }
    Ok(Outcome::Done)
}

struct Written {
    contact: Contact,
    business: String,
    reply_to: String,
    letter: Letter,
}

/// The mail with a link of its own; none when the contact or invoice is gone meanwhile.
async fn write(app: &App, org_id: OrgId, mail: &OneMail) -> Result<Option<Written>, ServerError> {
    let reads = vec![
        Read::one::<Invoice>(mail.invoice_id),
        Read::one::<InvoiceStanding>(mail.invoice_id),
        Read::one::<Contact>(mail.contact_id),
        organisations::read(org_id),
    ];
    let records = app.look(org_id, reads).await?;
    let (Some(invoice), Some(standing), Some(contact), Some(organisation)) = (
        records.find::<Invoice>(mail.invoice_id),
        records.find::<InvoiceStanding>(mail.invoice_id),
        records.find::<Contact>(mail.contact_id),
        records.find::<Organisation>(org_id),
    ) else {
        return Ok(None);
    };
    let clients = app
        .look(org_id, vec![Read::one::<Client>(contact.client_id)])
        .await?;
    let client_language = clients
        .find::<Client>(contact.client_id)
        .map(|client| client.language);
    let language = contact
        .language
        .or(client_language)
        .unwrap_or(organisation.language);
    let link = make_link(app, org_id, mail.invoice_id, mail.contact_id).await?;
    let letter = InvoiceLetter {
        sender: Sender {
            business: &organisation.name,
            phone: &organisation.phone,
        },
        first_name: &contact.first_name,
        number: &invoice.number,
        total: invoice.total,
        amount_due: standing.amount_due,
        due_date: invoice.due_date,
        credits: invoice.credits.as_ref().map(|credited| credited.number.as_str()),
        url: &link.url,
    };
    Ok(Some(Written {
        letter: letter.write(language)?,
        contact: contact.clone(),
        business: organisation.name.clone(),
        reply_to: organisation.email.clone(),
    }))
}

async fn keep(
    app: &App,
    org_id: OrgId,
    mail: &OneMail,
    contact: &Contact,
    state: DeliveryState,
    last_error: &str,
) -> Result<(), ServerError> {
    submit(app, org_id, vec![kept(app, mail, contact, state, last_error)]).await
}

fn kept(app: &App, mail: &OneMail, contact: &Contact, state: DeliveryState, last_error: &str) -> Mutation {
    let delivery = Delivery {
        invoice_id: mail.invoice_id,
        contact_id: mail.contact_id,
        email: contact.email.clone(),
        state,
        last_error: last_error.chars().take(500).collect(),
        at: app.source.now(),
    };
    Mutation::KeepDelivery(KeepDelivery {
        delivery_id: mail.delivery_id,
        delivery,
    })
}

async fn submit(app: &App, org_id: OrgId, mutations: Vec<Mutation>) -> Result<(), ServerError> {
    let submitted = app
        .store
        .submit_as_system(org_id, mutations, app.source.now())
        .await?;
    app.announce(org_id, &submitted);
    Ok(())
}
