//! Opening and renewing sessions. A refresh token buys the next pair once; one that is shown again later is taken
//! for stolen, and everything that came of that sign-in ends.

use folio_domain::ids::{ContactId, DeviceId, InvoiceId, OrgId, PrincipalId};
use folio_protocol::sessions::{DeviceKind, Tokens};
use folio_protocol::{Problem, ProblemCode};
use folio_store::server::devices::{self, Device};
use folio_store::server::tokens::{Token, TokenKind, end_family_in, insert_in, sweep_in, use_up_in};
use folio_store::server::upkeep::family_lives_in;
use folio_store::{StoreError, Writer};
use jiff::{SignedDuration, Timestamp};

use super::devices::{living_device, note_seen};
use super::secrets::Secret;
use crate::app::App;
use crate::errors::ServerError;

const ACCESS_LIFE: SignedDuration = SignedDuration::from_mins(10);
/// How long a sign-in lasts without a call.
pub const REFRESH_LIFE: SignedDuration = SignedDuration::from_hours(24 * 30);
/// How long a refresh token is known after it expired: so long a device whose access was taken away may stay away and
/// is still told to purge. Later it is locked alone.
const EXPIRED_KEPT: SignedDuration = SignedDuration::from_hours(24 * 90);
const LINK_LIFE: SignedDuration = SignedDuration::from_hours(12);
/// Two tabs of a browser may show the same refresh token at once, and an answer may be lost on its way: within this
/// time that is no theft.
const GRACE: SignedDuration = SignedDuration::from_secs(30);

/// A session to open.
#[derive(Clone, Debug)]
pub struct NewSession {
    /// The organisation.
    pub org_id: OrgId,
    /// The person.
    pub principal_id: PrincipalId,
    /// What the device calls itself.
    pub device_name: String,
    /// What kind it is.
    pub device_kind: DeviceKind,
}

/// An open session.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The device.
    pub device_id: DeviceId,
    /// Its tokens.
    pub tokens: Tokens,
}

/// Opens a session on a new device.
///
/// # Errors
/// The database breaks.
pub async fn open_session(app: &App, new: NewSession) -> Result<Opened, ServerError> {
    let app = app.clone();
    app.clone()
        .unstoppable(async move {
            let now = app.source.now();
            let device_id = DeviceId(app.source.id()?);
            let device = Device {
                device_id,
                org_id: new.org_id,
                principal_id: new.principal_id,
                name: new.device_name.trim().chars().take(100).collect(),
                kind: match new.device_kind {
                    DeviceKind::Desktop => "desktop".to_owned(),
                    DeviceKind::Browser => "browser".to_owned(),
                },
                seen_at: now,
                ended_at: None,
            };
            let holder = Holder {
                family: app.source.id()?.to_string(),
                org_id: new.org_id,
                principal_id: new.principal_id,
                device_id,
            };
            let mut transaction = app.store.begin().await?;
            devices::insert_in(&mut transaction, &device).await?;
            let tokens = holder.pair(&app, &mut transaction, now).await?;
            transaction.commit().await.map_err(StoreError::from)?;
            Ok::<_, ServerError>(Opened { device_id, tokens })
        })
        .await
}

/// Opens the session of an invoice's link: it sees that invoice, in the name of the contact, for half a day.
///
/// # Errors
/// The database breaks.
pub async fn open_link_session(
    app: &App,
    org_id: OrgId,
    contact_id: ContactId,
    invoice_id: InvoiceId,
) -> Result<Tokens, ServerError> {
    let app = app.clone();
    app.clone()
        .unstoppable(async move {
            let access = Secret::new(&app.source)?;
            let token = Token {
                token_hash: access.hash(),
                kind: TokenKind::Access,
                family: link_family(invoice_id),
                org_id,
                principal_id: PrincipalId(contact_id.0),
                device_id: DeviceId(contact_id.0),
                link_invoice_id: Some(invoice_id),
                expires_at: app
                    .source
                    .now()
                    .saturating_add(LINK_LIFE)
                    .unwrap_or(Timestamp::MAX),
                used_at: None,
            };
            let mut transaction = app.store.begin().await?;
            insert_in(&mut transaction, &token).await?;
            transaction.commit().await.map_err(StoreError::from)?;
            Ok::<_, ServerError>(Tokens {
                access_token: access.reveal().to_owned(),
                refresh_token: String::new(),
            })
        })
        .await
}

/// The family of the sessions that an invoice's links opened: revoking the links ends it.
#[must_use]
pub fn link_family(invoice_id: InvoiceId) -> String {
    format!("link/{invoice_id}")
}

/// Uses `refresh` up and gives the next pair.
///
/// # Errors
/// A token that is unknown, expired, or was used before: then its whole family ends. A token of an access that was
/// taken away says so ([`ProblemCode::Purge`]).
pub async fn renew(app: &App, refresh: &Secret) -> Result<Tokens, ServerError> {
    let (app, refresh) = (app.clone(), refresh.clone());
    app.clone()
        .unstoppable(async move {
            let now = app.source.now();
            let token = app.store.token(&refresh.hash()).await?;
            let Some(token) = token.filter(|token| token.kind == TokenKind::Refresh) else {
                return Err(signed_out());
            };
            // Also one that has expired tells its holder to purge: a device may come back late.
            let device = living_device(&app, &token).await?;
            if token.expires_at <= now {
                return Err(signed_out());
            }
            let holder = Holder {
                family: token.family.clone(),
                org_id: token.org_id,
                principal_id: token.principal_id,
                device_id: token.device_id,
            };
            let mut transaction = app.store.begin().await?;
            let is_first = use_up_in(&mut transaction, &token.token_hash, now).await?;
            // Used between reading it and here: another tab, at this very moment.
            let used_at = token.used_at.unwrap_or(now);
            let is_graced = now.duration_since(used_at) < GRACE
                && family_lives_in(&mut transaction, &token.family).await?;
            let tokens = if is_first || is_graced {
                Some(holder.pair(&app, &mut transaction, now).await?)
            } else {
                tracing::warn!(org.id = %token.org_id, device.id = %token.device_id, "session.reused");
                end_family_in(&mut transaction, &token.family, now).await?;
                None
            };
            transaction.commit().await.map_err(StoreError::from)?;
            if let Some(device) = device {
                note_seen(&app, &device, now).await?;
            }
            tokens.ok_or_else(signed_out)
        })
        .await
}

/// Removes the tokens that open nothing any more and tell nobody to purge.
///
/// # Errors
/// The database breaks.
pub async fn sweep(app: &App) -> Result<(), ServerError> {
    let (work, now) = (app.clone(), app.source.now());
    let refresh_before = now.saturating_sub(EXPIRED_KEPT).unwrap_or(Timestamp::MIN);
    app.unstoppable(async move {
        let mut transaction = work.store.begin().await?;
        sweep_in(&mut transaction, now, refresh_before).await?;
        transaction.commit().await.map_err(StoreError::from)
    })
    .await
}

fn signed_out() -> ServerError {
    Problem::new(ProblemCode::Unauthorised, "problem-signed-out").into()
}

/// Whose tokens they are.
struct Holder {
    family: String,
    org_id: OrgId,
    principal_id: PrincipalId,
    device_id: DeviceId,
}

impl Holder {
    async fn pair(&self, app: &App, db: &mut Writer, now: Timestamp) -> Result<Tokens, ServerError> {
        let (access, refresh) = (Secret::new(&app.source)?, Secret::new(&app.source)?);
        for (secret, kind, life) in [
            (&access, TokenKind::Access, ACCESS_LIFE),
            (&refresh, TokenKind::Refresh, REFRESH_LIFE),
        ] {
            let token = Token {
                token_hash: secret.hash(),
                kind,
                family: self.family.clone(),
                org_id: self.org_id,
                principal_id: self.principal_id,
                device_id: self.device_id,
                link_invoice_id: None,
                expires_at: now.saturating_add(life).unwrap_or(Timestamp::MAX),
                used_at: None,
            };
            insert_in(db, &token).await?;
        }
        Ok(Tokens {
            access_token: access.reveal().to_owned(),
            refresh_token: refresh.reveal().to_owned(),
        })
    }
}
