//! The worker: says which feature does which kind of job, and does them in an open server until it is dropped.

use std::sync::{Arc, Weak};

use folio_domain::mutations::Effect;
use folio_store::StoreError;
use folio_store::server::jobs::Job;
use folio_store::server::upkeep::sweep_in;
use jiff::{SignedDuration, Timestamp};

use crate::app::{App, Inner};
use crate::clock::Source;
use crate::config::Config;
use crate::errors::ServerError;
use crate::jobs::{self, JobKind, Outcome};
use crate::{invitations, invoices, sessions, sync};

/// So often what nobody can use any more is removed.
const SWEEP_EVERY: SignedDuration = SignedDuration::from_hours(1);
/// A job that was done stays for so long: its key keeps the same work from being added again.
const JOBS_KEPT: SignedDuration = SignedDuration::from_hours(30 * 24);
/// A link that has expired stays for so long, and says so to whoever brings it.
const LINKS_KEPT: SignedDuration = SignedDuration::from_hours(90 * 24);

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

/// Removes what nobody can use any more. When that fails, the next round tries again.
async fn sweep_when_due(app: &App, swept_at: &mut Option<Timestamp>) {
    let now = app.source.now();
    if swept_at.is_some_and(|swept_at| now.duration_since(swept_at) < SWEEP_EVERY) {
        return;
    }
    match sweep(app).await {
        Ok(()) => *swept_at = Some(now),
        Err(error) => tracing::warn!(%error, "server.unswept"),
    }
}

/// Removes tokens that open nothing, files that nobody took, jobs that were done and links that expired long ago.
///
/// # Errors
/// The database breaks.
async fn sweep(app: &App) -> Result<(), ServerError> {
    sessions::sweep(app).await?;
    let (spool, at) = (app.spool.clone(), app.source.now());
    app.blocking(move || spool.sweep(at)).await?;
    let (work, now) = (app.clone(), app.source.now());
    let before = move |kept: SignedDuration| now.saturating_sub(kept).unwrap_or(Timestamp::MIN);
    app.unstoppable(async move {
        let mut transaction = work.store.begin().await?;
        sweep_in(&mut transaction, before(JOBS_KEPT), before(LINKS_KEPT)).await?;
        transaction.commit().await.map_err(StoreError::from)
    })
    .await?;
    Ok(())
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
