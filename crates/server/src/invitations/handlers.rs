//! The routes of invitations.

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use folio_protocol::sessions::{AcceptRequest, InvitationLook, InviteRequest, LinkAnswer};
use serde::Deserialize;

use crate::app::App;
use crate::errors::Failure;
use crate::http::{Address, Input, Session};
use crate::sessions;

/// `POST /api/invitations`
pub async fn invite(
    State(app): State<App>,
    session: Session,
    Input(request): Input<InviteRequest>,
) -> Result<Json<LinkAnswer>, Failure> {
    super::invite(&app, &session, request).await.map(Json)
}

/// An invitation to look at.
#[derive(Debug, Deserialize)]
pub struct Look {
    token: String,
}

/// `POST /api/invitations/look`
pub async fn look(
    State(app): State<App>,
    address: Address,
    Input(request): Input<Look>,
) -> Result<Json<InvitationLook>, Failure> {
    super::look(&app, address, &request.token).await.map(Json)
}

/// `POST /api/session/accept`
pub async fn accept(
    State(app): State<App>,
    address: Address,
    Input(request): Input<AcceptRequest>,
) -> Result<Response, Failure> {
    let kind = request.device_kind;
    let (opened, person) = super::accept(&app, address, request).await?;
    Ok(sessions::answer(&app, kind, opened, person))
}
