//! Links that open one invoice: mailed to a contact, or made to be copied.

use folio_domain::ids::{ClientId, ContactId, InvoiceId, OrgId};
use folio_domain::invoices::Invoice;
use folio_domain::people::Contact;
use folio_domain::records::{Read, Records};
use folio_protocol::commands::Done;
use folio_protocol::sessions::{LinkAnswer, OpenLinkAnswer, Tokens};
use folio_protocol::{Problem, ProblemCode};
use folio_store::StoreError;
use folio_store::server::links::{Link, insert_in, revoke_in, use_in};
use folio_store::server::tokens::end_family_in;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::codes::visible_invoice;
use crate::app::App;
use crate::errors::{Failure, ServerError};
use crate::http::{Address, Session};
use crate::sessions::{Secret, link_family, open_link_session, recognise_link};

/// The purpose of these links in the database.
const PURPOSE: &str = "invoice";
const LIFE: SignedDuration = SignedDuration::from_hours(24 * 60);

/// What such a link carries.
#[derive(Serialize, Deserialize)]
struct Carried {
    invoice_id: InvoiceId,
    contact_id: ContactId,
}

/// A link that was made.
#[derive(Clone, Debug)]
pub struct MadeLink {
    /// The link.
    pub url: String,
    /// Until when it opens.
    pub expires_at: Timestamp,
}

/// Makes a link that opens an invoice in the name of a contact. The token stands behind a `#`, which browsers send
/// to no server and write into no log.
///
/// # Errors
/// The database breaks.
pub async fn make_link(
    app: &App,
    org_id: OrgId,
    invoice_id: InvoiceId,
    contact_id: ContactId,
) -> Result<MadeLink, ServerError> {
    let secret = Secret::new(&app.source)?;
    let expires_at = app.source.now().saturating_add(LIFE).unwrap_or(Timestamp::MAX);
    let link = Link {
        token_hash: secret.hash(),
        org_id,
        purpose: PURPOSE.to_owned(),
        about_id: invoice_id.to_string(),
        payload: serde_json::to_string(&Carried {
            invoice_id,
            contact_id,
        })?,
        single_use: false,
        expires_at,
        used_at: None,
        revoked_at: None,
    };
    let mut transaction = app.store.begin().await?;
    insert_in(&mut transaction, &link).await?;
    transaction.commit().await.map_err(StoreError::from)?;
    let mut url = app
        .config
        .base_url
        .join("i")
        .map_err(|error| ServerError::Setting(error.to_string()))?;
    url.set_fragment(Some(secret.reveal()));
    Ok(MadeLink {
        url: url.to_string(),
        expires_at,
    })
}

/// A link to an invoice, to be copied: in the name of the client's first contact who gets invoices.
///
/// # Errors
/// Not found, or the client has no contact.
pub async fn invoice_link(
    app: &App,
    session: &Session,
    invoice_id: InvoiceId,
) -> Result<LinkAnswer, Failure> {
    let (invoice, _standing) = visible_invoice(app, session, invoice_id).await?;
    let contact_id = recipients(app, session.org_id, &invoice)
        .await?
        .into_iter()
        .next()
        .map(|(id, _)| id);
    let contact_id = contact_id.ok_or_else(Failure::not_found)?;
    let (app, org_id) = (app.clone(), session.org_id);
    let made = app
        .clone()
        .unstoppable(async move { make_link(&app, org_id, invoice_id, contact_id).await })
        .await?;
    Ok(LinkAnswer {
        url: made.url,
        mailed: false,
        expires_at: made.expires_at,
    })
}

/// The contacts whom an invoice is mailed to; where none of the client's is set to get invoices, the first one.
///
/// # Errors
/// The database breaks.
pub(super) async fn recipients(
    app: &App,
    org_id: OrgId,
    invoice: &Invoice,
) -> Result<Vec<(ContactId, Contact)>, ServerError> {
    let records = app
        .look(org_id, vec![Read::all::<Contact>("client_id", invoice.client_id)])
        .await?;
    Ok(recipients_among(&records, invoice.client_id))
}

/// [`recipients`], among records that hold the client's contacts.
pub(super) fn recipients_among(records: &Records, client_id: ClientId) -> Vec<(ContactId, Contact)> {
    let all = records.all::<Contact>("client_id", client_id);
    let all = || {
        all.iter()
            .map(|(id, contact)| (ContactId(*id), (*contact).clone()))
    };
    let set: Vec<_> = all().filter(|(_, contact)| contact.gets_invoices).collect();
    if set.is_empty() {
        all().take(1).collect()
    } else {
        set
    }
}

/// Opens an invoice's link: a session that sees that invoice alone.
///
/// # Errors
/// A link that is unknown, expired or revoked.
pub async fn open_link(
    app: &App,
    address: Address,
    token: &str,
) -> Result<(OpenLinkAnswer, Tokens), Failure> {
    let secret = Secret::brought(token);
    let now = app.source.now();
    app.limits
        .count(&secret.hash(), address.0, now)
        .map_err(Failure)?;
    let expired = || Failure(Problem::new(ProblemCode::NotFound, "problem-link-expired"));
    let link = app
        .store
        .link(&secret.hash())
        .await?
        .filter(|link| link.purpose == PURPOSE);
    let link = link.filter(|link| link.opens(now)).ok_or_else(expired)?;
    let carried: Carried = serde_json::from_str(&link.payload).map_err(ServerError::from)?;
    let tokens = open_link_session(app, link.org_id, carried.contact_id, carried.invoice_id).await?;
    let mut transaction = app.store.begin().await?;
    let opened = use_in(&mut transaction, &link.token_hash, now).await?;
    transaction.commit().await.map_err(StoreError::from)?;
    let session = recognise_link(app, &tokens)
        .await?
        .filter(|_| opened)
        .ok_or_else(expired)?;
    app.limits.forgive(&secret.hash());
    Ok((
        OpenLinkAnswer {
            invoice_id: carried.invoice_id,
            person: session.person,
        },
        tokens,
    ))
}

/// Revokes every link of an invoice, and ends the sessions that they opened.
///
/// # Errors
/// Not found, or the database breaks.
pub async fn revoke_links(app: &App, session: &Session, invoice_id: InvoiceId) -> Result<Done, Failure> {
    visible_invoice(app, session, invoice_id).await?;
    let (work, org_id, now) = (app.clone(), session.org_id, app.source.now());
    app.unstoppable(async move {
        let mut transaction = work.store.begin().await?;
        revoke_in(&mut transaction, org_id, PURPOSE, &invoice_id.to_string(), now).await?;
        end_family_in(&mut transaction, &link_family(invoice_id), now).await?;
        transaction.commit().await.map_err(StoreError::from)
    })
    .await?;
    Ok(Done {})
}
