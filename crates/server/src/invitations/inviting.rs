//! Making invitations.

use folio_domain::Refusal;
use folio_domain::clients::Client;
use folio_domain::ids::{OrgId, PrincipalId};
use folio_domain::organisations::{self, Organisation};
use folio_domain::people::Contact;
use folio_domain::permissions::Role;
use folio_domain::records::Read;
use folio_domain::refusals::{Reason, require_email, require_text};
use folio_protocol::sessions::{InviteRequest, LinkAnswer};
use folio_protocol::{Problem, ProblemCode};
use folio_store::StoreError;
use folio_store::server::jobs::{NewJob, enqueue_in};
use folio_store::server::links::{Link, insert_in, revoke_in};
use jiff::{SignedDuration, Timestamp};

use super::{Carried, PURPOSE};
use crate::app::App;
use crate::errors::{Failure, ServerError};
use crate::http::Session;
use crate::jobs::JobKind;
use crate::sessions::Secret;

const LIFE: SignedDuration = SignedDuration::from_hours(72);

/// An invitation that was made.
#[derive(Clone, Debug)]
pub struct Invited {
    /// The link.
    pub url: String,
    /// Until when it opens.
    pub expires_at: Timestamp,
    /// Whether a mail is on its way.
    pub mailed: bool,
}

/// Invites a person in the name of the session's. Who is not the owner invites clients' contacts alone.
///
/// # Errors
/// A role that may not be given, a contact that is not there, or an address that has a sign-in already.
pub async fn invite(app: &App, session: &Session, request: InviteRequest) -> Result<LinkAnswer, Failure> {
    let may = match session.actor.access.role {
        Role::Owner => request.role != Role::System,
        Role::Staff => request.role == Role::Client,
        _ => false,
    };
    if !may {
        return Err(Failure::new(ProblemCode::Forbidden, "refused-forbidden"));
    }
    let inviter = session.actor.name.clone();
    let (work, org_id) = (app.clone(), session.org_id);
    let invited = app
        .unstoppable(async move { invite_in(&work, org_id, &inviter, request, None).await })
        .await?;
    Ok(LinkAnswer {
        url: invited.url,
        mailed: invited.mailed,
        expires_at: invited.expires_at,
    })
}

/// Makes an invitation, and mails it where there is a mail server. An earlier one to the same address ends.
///
/// # Errors
/// As [`invite`].
pub async fn invite_in(
    app: &App,
    org_id: OrgId,
    inviter: &str,
    request: InviteRequest,
    principal_id: Option<PrincipalId>,
) -> Result<Invited, ServerError> {
    let carried = carried(app, org_id, inviter, request, principal_id).await?;
    let (secret, now) = (Secret::new(&app.source)?, app.source.now());
    let expires_at = now.saturating_add(LIFE).unwrap_or(Timestamp::MAX);
    let link = Link {
        token_hash: secret.hash(),
        org_id,
        purpose: PURPOSE.to_owned(),
        about_id: carried.email.clone(),
        payload: serde_json::to_string(&carried)?,
        single_use: true,
        expires_at,
        used_at: None,
        revoked_at: None,
    };
    let mut url = app
        .config
        .base_url
        .join("invitation")
        .map_err(|error| ServerError::Setting(error.to_string()))?;
    url.set_fragment(Some(secret.reveal()));
    let mailed = app.post.is_some();
    let mut transaction = app.store.begin().await?;
    revoke_in(&mut transaction, org_id, PURPOSE, &carried.email, now).await?;
    insert_in(&mut transaction, &link).await?;
    if mailed {
        let job = super::mails::job(app, org_id, &carried, url.as_str(), expires_at)?;
        enqueue_in(&mut transaction, &job, now).await?;
    }
    transaction.commit().await.map_err(StoreError::from)?;
    app.bell.notify_one();
    Ok(Invited {
        url: url.to_string(),
        expires_at,
        mailed,
    })
}

async fn carried(
    app: &App,
    org_id: OrgId,
    inviter: &str,
    request: InviteRequest,
    principal_id: Option<PrincipalId>,
) -> Result<Carried, ServerError> {
    let email = request.email.trim().to_lowercase();
    require_email(&email)?;
    require_text("name", &request.name, 200)?;
    let known = app.store.principal_by_email(&email).await?;
    if known.is_some_and(|known| principal_id != Some(known.principal_id)) {
        return Err(Refusal::field(Reason::IdTaken, "email").into());
    }
    let mut reads = vec![organisations::read(org_id)];
    reads.extend(request.contact_id.map(Read::one::<Contact>));
    let records = app.look(org_id, reads).await?;
    let organisation = records.get::<Organisation>(org_id)?;
    let mut language = organisation.language;
    let mut client_id = None;
    if request.role == Role::Client {
        let contact_id = request.contact_id.ok_or_else(Problem::not_found)?;
        let contact = records.get::<Contact>(contact_id)?;
        let clients = app
            .look(org_id, vec![Read::one::<Client>(contact.client_id)])
            .await?;
        language = contact
            .language
            .unwrap_or(clients.get::<Client>(contact.client_id)?.language);
        client_id = Some(contact.client_id);
    }
    let contact_id = request.contact_id.filter(|_| client_id.is_some());
    let (name, inviter) = (request.name, inviter.to_owned());
    Ok(Carried {
        email,
        name,
        role: request.role,
        client_id,
        contact_id,
        language,
        principal_id,
        inviter,
    })
}

/// A job that mails an invitation.
pub(super) fn job_of(org_id: OrgId, unique_key: String, payload: String) -> NewJob {
    NewJob {
        org_id,
        kind: JobKind::MailInvitation.as_str().to_owned(),
        unique_key,
        payload,
    }
}
