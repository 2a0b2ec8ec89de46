//! The worker: says which feature does which kind of job, and does them in an open server until it is dropped.

use std::sync::{Arc, Weak};

use folio_domain::mutations::Effect;
use folio_store::server::jobs::Job;
use jiff::{SignedDuration, Timestamp};

use crate::app::{App, Inner};
use crate::clock::Source;
use crate::config::Config;
use crate::errors::ServerError;
use crate::jobs::{self, JobKind, Outcome};
use crate::{invitations, invoices, sessions, sync};

/// So often what nobody can use any more is removed.
const SWEEP_EVERY: SignedDuration = SignedDuration::from_hours(1);

impl App {
    /// Opens the server in its home, with the machine's clock and chance, and begins to do its jobs.
    ///
    /// # Errors
    /// A home that cannot be read or written, or a setting that cannot be used.
    pub async fn open(config: Config) -> Result<Self, ServerError> {
        Self::open_with(config, Source::system()).await
    }

    /// The same with time and chance of the caller's.
    ///
    /// # Errors
    /// As [`App::open`].
    pub async fn open_with(config: Config, source: Source) -> Result<Self, ServerError> {
        let app = Self::prepare(config, source).await?;
        app.begin_jobs();
        Ok(app)
    }

    /// Begins to do jobs, unless the configuration leaves them to another process.
    pub(crate) fn begin_jobs(&self) {
        if self.config.does_jobs {
            start(self.downgrade());
        }
    }
}

/// Works until the server is dropped.
fn start(server: Weak<Inner>) {
    tokio::spawn(async move {
        let mut swept_at = None;
        while let Some(inner) = server.upgrade() {
            let app = App::from_inner(inner);
            sweep_when_due(&app, &mut swept_at).await;
            let next = match work_off(&app).await {
                Ok(next) => next,
                Err(error) => {
                    tracing::error!(%error, "jobs.stuck");
                    None
                }
            };
            let wait = jobs::wait(&app, next);
            let bell = Arc::clone(&app.bell);
            drop(app);
            // It ends by the bell or by time; which of the two does not matter.
            let _ = tokio::time::timeout(wait, bell.notified()).await;
        }
    });
}

/// Removes tokens that nobody can use any more. When that fails, the next round tries again.
async fn sweep_when_due(app: &App, swept_at: &mut Option<Timestamp>) {
    let now = app.source.now();
    if swept_at.is_some_and(|swept_at| now.duration_since(swept_at) < SWEEP_EVERY) {
        return;
    }
    match sessions::sweep(app).await {
        Ok(()) => *swept_at = Some(now),
        Err(error) => tracing::warn!(%error, "sessions.unswept"),
    }
}

/// Does every job that is due. Gives when the next one is.
///
/// # Errors
/// The database breaks.
pub async fn work_off(app: &App) -> Result<Option<Timestamp>, ServerError> {
    jobs::work_off(app, perform).await
}

async fn perform(app: App, kind: JobKind, job: Job) -> Result<Outcome, ServerError> {
    match kind {
        JobKind::RenderInvoice | JobKind::MailInvoice => follow(&app, &job).await,
        JobKind::MailOne => invoices::send_one(&app, &job).await,
        JobKind::MailInvitation => invitations::send(&app, &job).await,
        JobKind::HeldChange => sync::release(&app, &job).await,
    }
}

/// What follows from a mutation, as the engine noted it.
async fn follow(app: &App, job: &Job) -> Result<Outcome, ServerError> {
    match serde_json::from_str(&job.payload)? {
        Effect::RenderInvoice { invoice_id } => {
            invoices::render_invoice(app, job.org_id, invoice_id).await?;
            Ok(Outcome::Done)
        }
        Effect::MailInvoice { invoice_id } => invoices::mail_invoice(app, job, invoice_id).await,
        Effect::EndPrincipal { .. } => Ok(Outcome::Done),
    }
}
