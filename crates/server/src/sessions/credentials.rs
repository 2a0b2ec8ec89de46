//! What a caller shows, and whom the server recognises by it.

use folio_domain::ids::ContactId;
use folio_domain::mutations::Actor;
use folio_domain::people::Contact;
use folio_domain::permissions::{Access, Grant, Role};
use folio_domain::records::Read;
use folio_protocol::sessions::Tokens;
use folio_store::server::tokens::{Token, TokenKind};
use http::{HeaderMap, header};

use super::people::{signed_in, signed_in_by_link};
use super::secrets::Secret;
use super::{cookies, tokens};
use crate::app::App;
use crate::errors::{Failure, ServerError};
use crate::http::Session;

/// What a caller shows.
#[derive(Debug)]
pub enum Credentials {
    /// Nothing.
    None,
    /// An access token in the header: a desktop.
    Bearer(Secret),
    /// Cookies: a browser.
    Cookies {
        /// The access token.
        access: Option<Secret>,
        /// The refresh token, when the access token no longer holds.
        refresh: Option<Secret>,
    },
}

impl Credentials {
    /// What `headers` show.
    #[must_use]
    pub fn of(headers: &HeaderMap) -> Self {
        let bearer = headers
            .get(header::AUTHORIZATION)
            .and_then(|value| value.to_str().ok());
        if let Some(token) = bearer.and_then(|value| value.strip_prefix("Bearer ")) {
            return Self::Bearer(Secret::brought(token.trim()));
        }
        let cookie = |name| {
            cookies::find(headers, name)
                .filter(|value| !value.is_empty())
                .map(Secret::brought)
        };
        match (cookie(cookies::ACCESS), cookie(cookies::REFRESH)) {
            (None, None) => Self::None,
            (access, refresh) => Self::Cookies { access, refresh },
        }
    }

    /// Whether it is a token in the header, which no other site can send.
    #[must_use]
    pub fn is_bearer(&self) -> bool {
        matches!(self, Self::Bearer(_))
    }

    /// Whether anything is shown.
    #[must_use]
    pub fn is_some(&self) -> bool {
        !matches!(self, Self::None)
    }
}

/// Whom the server recognises by `credentials`, with new tokens when a browser's had run out.
///
/// # Errors
/// The database breaks.
pub async fn recognise(
    app: &App,
    credentials: &Credentials,
) -> Result<(Option<Session>, Option<Tokens>), Failure> {
    match credentials {
        Credentials::None => Ok((None, None)),
        Credentials::Bearer(access) => Ok((by_access(app, access).await?, None)),
        Credentials::Cookies { access, refresh } => {
            if let Some(access) = access
                && let Some(session) = by_access(app, access).await?
            {
                return Ok((Some(session), None));
            }
            let Some(refresh) = refresh else {
                return Ok((None, None));
            };
            let Ok(renewed) = tokens::renew(app, refresh).await else {
                return Ok((None, None));
            };
            let session = by_access(app, &Secret::brought(&renewed.access_token)).await?;
            Ok((session, Some(renewed)))
        }
    }
}

async fn by_access(app: &App, access: &Secret) -> Result<Option<Session>, ServerError> {
    let Some(token) = app.store.token(&access.hash()).await? else {
        return Ok(None);
    };
    let holds =
        token.kind == TokenKind::Access && token.used_at.is_none() && token.expires_at > app.source.now();
    match (holds, token.link_invoice_id) {
        (false, _) => Ok(None),
        (true, None) => by_principal(app, &token).await,
        (true, Some(_)) => by_link(app, &token).await,
    }
}

async fn by_principal(app: &App, token: &Token) -> Result<Option<Session>, ServerError> {
    let principal = app.store.principal(token.principal_id).await?;
    let Some(principal) = principal.filter(|principal| principal.ended_at.is_none()) else {
        return Ok(None);
    };
    let access = app
        .store
        .access_of(principal.org_id, principal.principal_id, principal.role)
        .await?;
    let person = signed_in(app, &principal, access.clone()).await?;
    let actor = Actor {
        principal_id: principal.principal_id,
        name: principal.name,
        access,
    };
    Ok(Some(Session {
        org_id: principal.org_id,
        actor,
        device_id: token.device_id,
        family: token.family.clone(),
        client_id: principal.client_id,
        contact_id: principal.contact_id,
        by_link: None,
        person,
    }))
}

/// The session of an invoice's link acts in the name of the contact to whom the link was sent; its principal's id is
/// the contact's.
async fn by_link(app: &App, token: &Token) -> Result<Option<Session>, ServerError> {
    let contact_id = ContactId(token.principal_id.0);
    let records = app
        .look(token.org_id, vec![Read::one::<Contact>(contact_id)])
        .await?;
    let Some(contact) = records.find::<Contact>(contact_id) else {
        return Ok(None);
    };
    let Some(grant) = Grant::for_role(Role::Client, Some(contact.client_id)) else {
        return Ok(None);
    };
    let access = Access {
        role: Role::Client,
        grants: vec![grant],
    };
    let person = signed_in_by_link(app, token.org_id, contact_id, contact, access.clone()).await?;
    let actor = Actor {
        principal_id: token.principal_id,
        name: contact.name(),
        access,
    };
    Ok(Some(Session {
        org_id: token.org_id,
        actor,
        device_id: token.device_id,
        family: token.family.clone(),
        client_id: Some(contact.client_id),
        contact_id: Some(contact_id),
        by_link: token.link_invoice_id,
        person,
    }))
}

/// The session that the tokens of an invoice's link open.
///
/// # Errors
/// The database breaks.
pub async fn recognise_link(app: &App, tokens: &Tokens) -> Result<Option<Session>, ServerError> {
    by_access(app, &Secret::brought(&tokens.access_token)).await
}
