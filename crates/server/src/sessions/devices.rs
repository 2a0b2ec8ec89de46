//! A person's devices.

use folio_domain::ids::DeviceId;
use folio_protocol::commands::{DeviceList, Done};
use folio_protocol::sessions::{DeviceKind, DeviceSummary};
use folio_protocol::unsent::RECOVERY_RECIPIENT;
use folio_protocol::{Problem, ProblemCode};
use folio_store::StoreError;
use folio_store::server::devices::{Device, end_in};
use folio_store::server::tokens::Token;
use jiff::{SignedDuration, Timestamp};

use crate::app::App;
use crate::errors::{Failure, ServerError};
use crate::http::Session;

/// How old the note may become of when a device was last heard of.
const SEEN_EVERY: SignedDuration = SignedDuration::from_mins(5);

/// The devices of the session's person.
///
/// # Errors
/// The database breaks.
pub async fn device_list(app: &App, session: &Session) -> Result<DeviceList, Failure> {
    let devices = app.store.devices_of(session.actor.principal_id).await?;
    let summary = |device: Device| DeviceSummary {
        device_id: device.device_id,
        name: device.name,
        kind: if device.kind == "desktop" {
            DeviceKind::Desktop
        } else {
            DeviceKind::Browser
        },
        seen_at: device.seen_at,
        current: device.device_id == session.device_id,
    };
    Ok(DeviceList {
        devices: devices.into_iter().map(summary).collect(),
    })
}

/// Ends one of the person's devices: its next pull is told to purge.
///
/// # Errors
/// Not found: there is none, or it is not the person's.
pub async fn end_device(app: &App, session: &Session, device_id: DeviceId) -> Result<Done, Failure> {
    let (app, principal_id) = (app.clone(), session.actor.principal_id);
    let ended = app
        .clone()
        .unstoppable(async move {
            let mut transaction = app.store.begin().await?;
            let ended = end_in(&mut transaction, principal_id, device_id, app.source.now()).await?;
            transaction.commit().await.map_err(StoreError::from)?;
            Ok::<_, StoreError>(ended)
        })
        .await?;
    if ended {
        Ok(Done {})
    } else {
        Err(Failure::not_found())
    }
}

/// The device of `token`. Its holder is told to purge when the access was taken away: by ending the membership, or
/// the device.
///
/// # Errors
/// That purge, with the organisation's epoch and the public key that the device seals its unsent work to.
pub async fn living_device(app: &App, token: &Token) -> Result<Option<Device>, ServerError> {
    let device = app.store.device(token.device_id).await?;
    let principal = app.store.principal(token.principal_id).await?;
    let is_ended = device.as_ref().is_some_and(|device| device.ended_at.is_some())
        || principal.is_some_and(|principal| principal.ended_at.is_some());
    if !is_ended {
        return Ok(device);
    }
    let org = app.org(token.org_id).await?;
    Err(Problem::new(ProblemCode::Purge, "problem-purged")
        .with("epoch", org.epoch)
        .with(RECOVERY_RECIPIENT, org.recovery_recipient)
        .into())
}

/// Notes that a device was heard of, at most once within [`SEEN_EVERY`]: several tabs of a browser renew at once, and
/// a person who looks through the list of devices needs no seconds.
///
/// # Errors
/// The database breaks.
pub async fn note_seen(app: &App, device: &Device, now: Timestamp) -> Result<(), ServerError> {
    if now.duration_since(device.seen_at) < SEEN_EVERY {
        return Ok(());
    }
    Ok(app.store.device_seen(device.device_id, now).await?)
}
