//! Who calls. A handler gets a session only through the gate of its route.

use std::net::{IpAddr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts, OptionalFromRequestParts};
use folio_domain::ids::{ClientId, ContactId, DeviceId, InvoiceId, OrgId};
use folio_domain::mutations::Actor;
use folio_protocol::sessions::SignedIn;
use folio_store::Scope;
use http::request::Parts;

use crate::app::App;
use crate::errors::Failure;

/// A person who is signed in, or who came by an invoice's link.
#[derive(Clone, Debug)]
pub struct Session {
    /// The organisation.
    pub org_id: OrgId,
    /// The person.
    pub actor: Actor,
    /// The device.
    pub device_id: DeviceId,
    /// The tokens' family.
    pub family: String,
    /// The client that a client's contact belongs to.
    pub client_id: Option<ClientId>,
    /// The contact that the person is.
    pub contact_id: Option<ContactId>,
    /// The one invoice that the session sees, when it came of the invoice's link.
    pub by_link: Option<InvoiceId>,
    /// The person, as screens show them.
    pub person: SignedIn,
}

impl Session {
    /// What the session may read.
    #[must_use]
    pub fn scope(&self) -> Scope {
        let scope = Scope::new(self.org_id, self.actor.clone());
        match (self.by_link, self.client_id) {
            (Some(invoice), Some(client)) => scope.narrowed_to(invoice, client),
            _ => scope,
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Session {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Failure> {
        parts
            .extensions
            .get::<Self>()
            .cloned()
            .ok_or_else(Failure::signed_out)
    }
}

/// Where a call comes from; none for a call inside the process.
#[derive(Clone, Copy, Debug)]
pub struct Address(pub Option<IpAddr>);

impl FromRequestParts<App> for Address {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        let socket = parts
            .extensions
            .get::<ConnectInfo<SocketAddr>>()
            .map(|ConnectInfo(address)| address.ip());
        if !app.config.trusts_proxy {
            return Ok(Self(socket));
        }
        // The last entry is the proxy's own; the ones before it are whatever the caller wrote.
        let forwarded = parts.headers.get_all("x-forwarded-for").iter().next_back();
        let last = forwarded
            .and_then(|value| value.to_str().ok())
            .and_then(|value| value.rsplit(',').next());
        Ok(Self(last.and_then(|entry| entry.trim().parse().ok()).or(socket)))
    }
}

impl<S: Send + Sync> OptionalFromRequestParts<S> for Session {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Option<Self>, Failure> {
        Ok(parts.extensions.get::<Self>().cloned())
    }
}
