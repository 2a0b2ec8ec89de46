//! Accepting an invitation: the first sign-in.

use folio_domain::ids::{OrgId, PrincipalId};
use folio_domain::mutations::Mutation;
use folio_domain::people::{AddMember, Contact, Member};
use folio_domain::permissions::Grant;
use folio_domain::records::Read;
use folio_domain::refusals::require_text;
use folio_protocol::sessions::{AcceptRequest, InvitationLook, SignedIn};
use folio_protocol::sync::Outcome;
use folio_protocol::{Problem, ProblemCode};
use folio_store::server::links::{Link, use_in};
use folio_store::server::principals::Principal;
use folio_store::server::{grants, principals};
use folio_store::{StoreError, Submitted, Writer, load_reads, submit_as_system_in};

use super::{Carried, PURPOSE};
use crate::app::App;
use crate::errors::{Failure, ServerError};
use crate::http::Address;
use crate::sessions::{NewSession, Opened, Secret, open_session, signed_in};

/// What an invitation says. Looking does not use it up.
///
/// # Errors
/// A link that is unknown, used or expired.
pub async fn look(app: &App, address: Address, link: &str) -> Result<InvitationLook, Failure> {
    let (link, carried) = find(app, address, link).await?;
    let records = app
        .look(link.org_id, vec![folio_domain::organisations::read(link.org_id)])
        .await?;
    let organisation = records.get::<folio_domain::organisations::Organisation>(link.org_id)?;
    Ok(InvitationLook {
        org_name: organisation.name.clone(),
        name: carried.name,
        email: carried.email,
        role: carried.role,
        language: carried.language,
    })
}

/// Accepts an invitation: the person becomes a member with a password, and is signed in.
///
/// # Errors
/// A link that no longer opens, or a password that is too short.
pub async fn accept(
    app: &App,
    address: Address,
    request: AcceptRequest,
) -> Result<(Opened, SignedIn), Failure> {
    let (link, carried) = find(app, address, &request.token).await?;
    require_text("name", &request.name, 200).map_err(ServerError::from)?;
    let password_hash = app.passwords.hash(&request.password).await?;
    let principal = Principal {
        principal_id: match carried.principal_id {
            Some(known) => known,
            None => PrincipalId(app.source.id()?),
        },
        org_id: link.org_id,
        email: carried.email.clone(),
        name: request.name.trim().to_owned(),
        role: carried.role,
        client_id: carried.client_id,
        contact_id: carried.contact_id,
        language: carried.language,
        password_hash,
        ended_at: None,
    };
    let (work, joining) = (app.clone(), principal.clone());
    app.unstoppable(async move { join(&work, &link, &carried, &joining).await })
        .await?;
    let new = NewSession {
        org_id: principal.org_id,
        principal_id: principal.principal_id,
        device_name: request.device_name,
        device_kind: request.device_kind,
    };
    let opened = open_session(app, new).await?;
    let access = app
        .store
        .access_of(principal.org_id, principal.principal_id, principal.role)
        .await?;
    // A person who only chose a password keeps the name that is on record.
    let principal = app
        .store
        .principal(principal.principal_id)
        .await?
        .unwrap_or(principal);
    Ok((opened, signed_in(app, &principal, access).await?))
}

/// Uses the link up and makes the person a member, in one transaction.
async fn join(app: &App, link: &Link, carried: &Carried, principal: &Principal) -> Result<(), ServerError> {
    if carried.principal_id.is_some() {
        let mut transaction = app.store.begin().await?;
        let opened = use_in(&mut transaction, &link.token_hash, app.source.now()).await?;
        transaction.commit().await.map_err(StoreError::from)?;
        if !opened {
            return Err(used());
        }
        return Ok(app
            .store
            .set_password_hash(principal.principal_id, &principal.password_hash)
            .await?);
    }
    let mut transaction = app.store.begin().await?;
    if !use_in(&mut transaction, &link.token_hash, app.source.now()).await? {
        return Err(used());
    }
    if !contact_stands(&mut transaction, link.org_id, carried).await? {
        return Err(expired_problem().into());
    }
    let submitted = add_member_in(app, &mut transaction, principal).await?;
    transaction.commit().await.map_err(StoreError::from)?;
    app.announce(link.org_id, &submitted);
    Ok(())
}

/// Adds a sign-in with its grant and its record, inside the caller's transaction.
///
/// # Errors
/// The address has a sign-in already, or the database breaks.
pub(crate) async fn add_member_in(
    app: &App,
    transaction: &mut folio_store::Transaction,
    principal: &Principal,
) -> Result<Submitted, ServerError> {
    let (org_id, now): (OrgId, _) = (principal.org_id, app.source.now());
    let member = Member {
        name: principal.name.clone(),
        email: principal.email.clone(),
        role: principal.role,
        client_id: principal.client_id,
        contact_id: principal.contact_id,
        ended_at: None,
    };
    let add = Mutation::AddMember(AddMember {
        principal_id: principal.principal_id,
        member,
    });
    let submitted = submit_as_system_in(transaction, org_id, vec![add], now).await?;
    if let Some(Outcome::Refused(refusal)) = submitted.results.first().map(|result| result.outcome.clone()) {
        return Err(refusal.into());
    }
    principals::insert_in(transaction, principal, now).await?;
    let grant = Grant::for_role(principal.role, principal.client_id).ok_or_else(Problem::not_found)?;
    grants::insert_in(
        transaction,
        org_id,
        principal.principal_id,
        app.source.id()?,
        &grant,
    )
    .await?;
    Ok(submitted)
}

async fn find(app: &App, address: Address, link: &str) -> Result<(Link, Carried), Failure> {
    // A person may bring the whole link, or the token that a browser took from it.
    let secret = Secret::brought(link.rsplit('#').next().unwrap_or(link).trim());
    let now = app.source.now();
    app.limits
        .count(&secret.hash(), address.0, now)
        .map_err(Failure)?;
    let found = app
        .store
        .link(&secret.hash())
        .await?
        .filter(|link| link.purpose == PURPOSE);
    let found = found.ok_or_else(|| Failure(expired_problem()))?;
    if found.used_at.is_some() {
        return Err(Failure(used_problem()));
    }
    if !found.opens(now) {
        return Err(Failure(expired_problem()));
    }
    let carried = serde_json::from_str(&found.payload).map_err(ServerError::from)?;
    let mut transaction = app.store.begin_read().await?;
    let stands = contact_stands(&mut transaction, found.org_id, &carried).await?;
    transaction.commit().await.map_err(StoreError::from)?;
    if !stands {
        return Err(Failure(expired_problem()));
    }
    Ok((found, carried))
}

/// Whether the contact that the invitation is for, if it is for one, is still there.
async fn contact_stands(db: &mut Writer, org_id: OrgId, carried: &Carried) -> Result<bool, ServerError> {
    let reads: Vec<Read> = carried.contact_id.map(Read::one::<Contact>).into_iter().collect();
    let found = load_reads(db, org_id, reads).await?;
    Ok(found.iter().all(|(_, rows)| !rows.is_empty()))
}

fn expired_problem() -> Problem {
    Problem::new(ProblemCode::NotFound, "problem-link-expired")
}

fn used_problem() -> Problem {
    Problem::new(ProblemCode::Changed, "problem-link-used")
}

fn used() -> ServerError {
    used_problem().into()
}
