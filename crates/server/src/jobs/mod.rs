//! Work that follows from a change: rendered, mailed, done later. Jobs stand in the database, leased by whoever has
//! time, so that none is lost when a process ends; each is written so that doing it twice does no harm.
//!
//! A feature adds a job by its kind alone; which feature does which kind stands in `worker`.

use std::time::Duration;

use folio_store::server::jobs::Job;
use jiff::{SignedDuration, Timestamp};
use tracing::Instrument as _;

use crate::app::App;
use crate::errors::ServerError;

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $text:literal;)*) => {
        /// What kind of work a job is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum JobKind { $($(#[$doc])* $name),* }

        impl JobKind {
            /// All of them, as the database names them.
            const NAMES: &'static [&'static str] = &[$($text),*];

            /// As the database names it.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text),* }
            }

            /// The kind that the database names so.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                match text { $($text => Some(Self::$name),)* _ => None }
            }
        }
    };
}

kinds! {
    /// Render an invoice's paper.
    RenderInvoice = "render_invoice";
    /// Mail an invoice to the client's contacts.
    MailInvoice = "mail_invoice";
    /// Hand one mail about an invoice to the mail server.
    MailOne = "mail_one";
    /// Hand an invitation to the mail server.
    MailInvitation = "mail_invitation";
    /// Make a change that a browser's person could take back until now.
    HeldChange = "held_change";
}

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

/// How long to wait for the bell when the next job is due at `next`.
pub(crate) fn wait(app: &App, next: Option<Timestamp>) -> Duration {
    let until_next = next.map(|next| next.duration_since(app.source.now()).unsigned_abs());
    let is_due = next.is_some_and(|next| next <= app.source.now());
    if is_due {
        Duration::from_millis(10)
    } else {
        until_next.unwrap_or(ASK_EVERY).min(ASK_EVERY)
    }
}

/// Has `perform` do every job that is due. Gives when the next one is.
///
/// # Errors
/// The database breaks.
pub(crate) async fn work_off<P, F>(app: &App, perform: P) -> Result<Option<Timestamp>, ServerError>
where
    P: Fn(App, JobKind, Job) -> F,
    F: Future<Output = Result<Outcome, ServerError>> + Send + 'static,
{
    while let Some(job) = app
        .store
        .lease_job(JobKind::NAMES, app.source.now(), LEASE_MS)
        .await?
    {
        let span =
            tracing::info_span!("job.run", job.kind = %job.kind, job.id = %job.job_id, org.id = %job.org_id);
        let kind = JobKind::parse(&job.kind)
            .ok_or_else(|| ServerError::Setting(format!("unknown kind of job {}", job.kind)))?;
        let work = perform(app.clone(), kind, job.clone());
        run(app, &job, work).instrument(span).await?;
    }
    Ok(app.store.next_job_at().await?)
}

async fn run(
    app: &App,
    job: &Job,
    work: impl Future<Output = Result<Outcome, ServerError>> + Send + 'static,
) -> Result<(), ServerError> {
    // A panic in one job must not end the others.
    let reason = match app.unstoppable(work).await {
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

    #[test]
    fn a_kind_is_found_by_its_name() {
        for name in JobKind::NAMES {
            assert_eq!(JobKind::parse(name).map(JobKind::as_str), Some(*name));
        }
        assert_eq!(JobKind::parse("nothing"), None);
    }
}
