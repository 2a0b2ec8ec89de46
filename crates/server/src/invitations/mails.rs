//! Mailing an invitation.

use folio_domain::ids::OrgId;
use folio_domain::organisations::{self, Organisation};
use folio_store::server::jobs::{Job, NewJob};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use super::Carried;
use super::inviting::job_of;
use crate::app::App;
use crate::errors::ServerError;
use crate::jobs::Outcome;
use crate::mail::{Handed, InvitationLetter, Sender};

const TRIES_MAX: i64 = 10;

#[derive(Serialize, Deserialize)]
struct Mail {
    carried: Carried,
    /// The link, sealed: a token does not lie readable in the database.
    sealed_url: Vec<u8>,
    expires_at: Timestamp,
}

fn context(org_id: OrgId) -> String {
    format!("folio/invitation/{org_id}")
}

/// The job that mails an invitation.
pub(super) fn job(
    app: &App,
    org_id: OrgId,
    carried: &Carried,
    url: &str,
    expires_at: Timestamp,
) -> Result<NewJob, ServerError> {
    let sealed_url = app
        .keys
        .cookies
        .seal(&app.source, &context(org_id), url.as_bytes())?;
    let mail = Mail {
        carried: carried.clone(),
        sealed_url,
        expires_at,
    };
    let unique_key = app.source.id()?.to_string();
    Ok(job_of(org_id, unique_key, serde_json::to_string(&mail)?))
}

/// Hands an invitation to the mail server.
///
/// # Errors
/// It may succeed later.
pub(crate) async fn send(app: &App, job: &Job) -> Result<Outcome, ServerError> {
    let mail: Mail = serde_json::from_str(&job.payload)?;
    let Some(post) = &app.post else {
        return Ok(Outcome::Done);
    };
    if mail.expires_at <= app.source.now() {
        return Ok(Outcome::Done);
    }
    let records = app
        .look(job.org_id, vec![organisations::read(job.org_id)])
        .await?;
    let organisation = records.get::<Organisation>(job.org_id)?;
    let zone = TimeZone::get(&organisation.time_zone).unwrap_or(TimeZone::UTC);
    // After a restore the server's keys are others: the person is invited anew.
    let Ok(url) = app.keys.cookies.open(&context(job.org_id), &mail.sealed_url) else {
        return Ok(Outcome::Done);
    };
    let url = String::from_utf8(url).map_err(|_bytes| ServerError::Sealed("an invitation's link"))?;
    let letter = InvitationLetter {
        sender: Sender {
            business: &organisation.name,
            phone: &organisation.phone,
        },
        inviter: &mail.carried.inviter,
        first_name: mail.carried.name.split_whitespace().next().unwrap_or_default(),
        role: mail.carried.role,
        url: &url,
        until: mail.expires_at.to_zoned(zone).date(),
    };
    let letter = letter.write(mail.carried.language)?;
    match post
        .hand_over(
            job.job_id,
            &letter,
            &organisation.name,
            &organisation.email,
            &mail.carried.email,
        )
        .await
    {
        Handed::Taken => Ok(Outcome::Done),
        // What the mail server said names the address, so it stays out of the log.
        Handed::Refused(_) => {
            tracing::warn!("invitation.refused_by_mail_server");
            Ok(Outcome::Done)
        }
        Handed::Later(_) if job.attempts >= TRIES_MAX => Ok(Outcome::Done),
        Handed::Later(reason) => Ok(Outcome::Later(reason)),
    }
}
