//! Work that follows from a change: rendered, mailed, done later. Jobs stand in the database, leased by whoever has
//! time, so that none is lost when a process ends; each is written so that doing it twice does no harm.

mod held;

use std::sync::{Arc, Weak};
use std::time::Duration;

use folio_domain::mutations::Effect;
use folio_store::server::jobs::Job;
use jiff::{SignedDuration, Timestamp};
use tracing::Instrument as _;

pub use held::{hold, pending, undo};

use crate::app::{App, Inner};
use crate::errors::ServerError;
use crate::invitations;
use crate::invoices::{self, OneMail};

/// Render an invoice's paper.
pub const RENDER_INVOICE: &str = "render_invoice";
/// Mail an invoice to the client's contacts.
pub const MAIL_INVOICE: &str = "mail_invoice";
/// Hand one mail about an invoice to the mail server.
pub const MAIL_ONE: &str = "mail_one";
/// Hand an invitation to the mail server.
pub const MAIL_INVITATION: &str = "mail_invitation";
/// Make a change that a browser's person could take back until now.
pub const HELD_CHANGE: &str = "held_change";
const KINDS: &[&str] = &[
    RENDER_INVOICE,
    MAIL_INVOICE,
    MAIL_ONE,
    MAIL_INVITATION,
    HELD_CHANGE,
];

/// A worker that ends without a word loses its job after so long; another takes it.
const LEASE_MS: i64 = 2 * 60 * 1000;
/// So often the database is asked although no bell rang: another process may have added work.
const ASK_EVERY: Duration = Duration::from_secs(15);
const RETRY_FIRST: SignedDuration = SignedDuration::from_secs(10);
const RETRY_LAST: SignedDuration = SignedDuration::from_hours(1);

/// How a job ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is done, for good or for bad.
    Done,
    /// Try again later, because of this.
    Later(String),
}

/// Does jobs until the server is dropped.
pub(crate) fn start(server: Weak<Inner>) {
    tokio::spawn(async move {
        while let Some(inner) = server.upgrade() {
            let app = App::from_inner(inner);
            let next = match work_off(&app).await {
                Ok(next) => next,
                Err(error) => {
                    tracing::error!(%error, "jobs.stuck");
                    None
                }
            };
            let wait = wait(&app, next);
            let bell = Arc::clone(&app.bell);
            drop(app);
            // It ends by the bell or by time; which of the two does not matter.
            let _ = tokio::time::timeout(wait, bell.notified()).await;
        }
    });
}

fn wait(app: &App, next: Option<Timestamp>) -> Duration {
    let until_next = next.map(|next| next.duration_since(app.source.now()).unsigned_abs());
    let is_due = next.is_some_and(|next| next <= app.source.now());
    if is_due {
        Duration::from_millis(10)
    } else {
        until_next.unwrap_or(ASK_EVERY).min(ASK_EVERY)
    }
}

/// Does every job that is due. Gives when the next one is.
///
/// # Errors
/// The database breaks.
pub async fn work_off(app: &App) -> Result<Option<Timestamp>, ServerError> {
    while let Some(job) = app.store.lease_job(KINDS, app.source.now(), LEASE_MS).await? {
        let span =
            tracing::info_span!("job.run", job.kind = %job.kind, job.id = %job.job_id, org.id = %job.org_id);
        run(app, &job).instrument(span).await?;
    }
    Ok(app.store.next_job_at().await?)
}

async fn run(app: &App, job: &Job) -> Result<(), ServerError> {
    let (worker, leased) = (app.clone(), job.clone());
    // A panic in one job must not end the others.
    let outcome = app
        .unstoppable(async move { perform(&worker, &leased).await })
        .await;
    let reason = match outcome {
        Ok(Outcome::Done) => return Ok(app.store.finish_job(job.job_id, app.source.now()).await?),
        Ok(Outcome::Later(reason)) => reason,
        Err(error) => {
            tracing::warn!(%error, job.attempts, "job.failed");
            error.to_string()
        }
    };
    let run_at = app
        .source
        .now()
        .saturating_add(delay(job.attempts))
        .unwrap_or(Timestamp::MAX);
    Ok(app.store.fail_job(job.job_id, &reason, run_at).await?)
}

async fn perform(app: &App, job: &Job) -> Result<Outcome, ServerError> {
    match job.kind.as_str() {
        RENDER_INVOICE | MAIL_INVOICE => match serde_json::from_str(&job.payload)? {
            Effect::RenderInvoice { invoice_id } => {
                invoices::render_invoice(app, job.org_id, invoice_id).await?;
                Ok(Outcome::Done)
            }
            Effect::MailInvoice { invoice_id } => invoices::mail_invoice(app, job, invoice_id).await,
            Effect::EndPrincipal { .. } => Ok(Outcome::Done),
        },
        MAIL_ONE => {
            let mail: OneMail = serde_json::from_str(&job.payload)?;
            invoices::send_one(app, job, &mail).await
        }
        MAIL_INVITATION => invitations::send(app, job).await,
        HELD_CHANGE => held::release(app, job).await,
        other => Err(ServerError::Setting(format!("unknown kind of job {other}"))),
    }
}

/// Ten seconds, then twice as long each time, up to an hour.
fn delay(attempts: i64) -> SignedDuration {
    let doublings = u32::try_from(attempts.clamp(1, 20) - 1).unwrap_or_default();
    let seconds = RETRY_FIRST.as_secs().saturating_mul(1_i64 << doublings);
    SignedDuration::from_secs(seconds).min(RETRY_LAST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tries_come_further_and_further_apart() {
        let delays: Vec<i64> = [1, 2, 3, 9, 10, 1_000]
            .into_iter()
            .map(|nth| delay(nth).as_secs())
            .collect();
        assert_eq!(delays, [10, 20, 40, 2_560, 3_600, 3_600]);
    }
}
