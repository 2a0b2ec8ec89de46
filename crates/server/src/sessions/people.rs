//! Who is signed in, as screens show it.

use folio_domain::clients::Client;
use folio_domain::ids::{ContactId, OrgId, PrincipalId};
use folio_domain::organisations::{self, Organisation};
use folio_domain::people::Contact;
use folio_domain::permissions::Access;
use folio_domain::records::Read;
use folio_protocol::sessions::SignedIn;
use folio_store::server::principals::Principal;

use crate::app::App;
use crate::errors::ServerError;

/// The person of a sign-in.
///
/// # Errors
/// The database breaks.
pub async fn signed_in(app: &App, principal: &Principal, access: Access) -> Result<SignedIn, ServerError> {
    let records = app
        .look(principal.org_id, vec![organisations::read(principal.org_id)])
        .await?;
    let organisation = records.find::<Organisation>(principal.org_id);
    Ok(SignedIn {
        org_id: principal.org_id,
        org_name: organisation
            .map(|organisation| organisation.name.clone())
            .unwrap_or_default(),
        principal_id: principal.principal_id,
        name: principal.name.clone(),
        email: principal.email.clone(),
        access,
        client_id: principal.client_id,
        contact_id: principal.contact_id,
        language: principal.language,
    })
}

/// The contact who came by an invoice's link.
///
/// # Errors
/// The database breaks.
pub async fn signed_in_by_link(
    app: &App,
    org_id: OrgId,
    contact_id: ContactId,
    contact: &Contact,
    access: Access,
) -> Result<SignedIn, ServerError> {
    let reads = vec![
        organisations::read(org_id),
        Read::one::<Client>(contact.client_id),
    ];
    let records = app.look(org_id, reads).await?;
    let organisation = records.find::<Organisation>(org_id);
    let client = records.find::<Client>(contact.client_id);
    Ok(SignedIn {
        org_id,
        org_name: organisation
            .map(|organisation| organisation.name.clone())
            .unwrap_or_default(),
        principal_id: PrincipalId(contact_id.0),
        name: contact.name(),
        email: contact.email.clone(),
        access,
        client_id: Some(contact.client_id),
        contact_id: Some(contact_id),
        language: contact
            .language
            .or(client.map(|client| client.language))
            .unwrap_or_default(),
    })
}
