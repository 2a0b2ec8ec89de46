//! Making a file that somebody waits for: into the spool, a part at a time, until it is ready or given up.

use std::io::{Read as _, Write};
use std::time::{Duration, Instant};

use folio_domain::MutationId;
use folio_domain::invoices::ExportPack;
use folio_domain::mutations::Mutation;
use folio_exchange::month_pack::days_of;
use folio_protocol::Problem;
use folio_protocol::commands::{SaveStage, SaveWish};
use sha2::{Digest, Sha256};

use crate::app::App;
use crate::errors::{Failure, ServerError};
use crate::http::Session;
use crate::packs::{self, PackWish};
use crate::spool::{Making, Spooled};
use crate::sync::submit_one;
use crate::vault::FilePlace;

/// So often a person is told how far it is.
const TELL_EVERY: Duration = Duration::from_millis(200);

/// Makes what `spooled` is of, to its end, and notes how that was. That it is at work, `_held` says to everybody.
pub(super) async fn make(app: App, session: Session, mut spooled: Spooled, _held: Making) {
    let org_id = session.org_id;
    let made = match spooled.wish {
        SaveWish::MonthPack { year, month, datev } => {
            pack(&app, &session, &spooled, PackWish { year, month, datev }).await
        }
        SaveWish::Everything => everything(&app, &session, &spooled).await,
    };
    spooled.stage = match made {
        Ok(stage) => stage,
        Err(error) => SaveStage::Failed {
            problem: Failure::from(error).0,
        },
    };
    spooled.at = app.source.now();
    match app.spool.update(org_id, &spooled) {
        Ok(true) => {}
        // The person does not want it any more.
        Ok(false) => remove(&app, &session, &spooled),
        Err(error) => {
            tracing::error!(%error, "save.not_noted");
            remove(&app, &session, &spooled);
        }
    }
}

fn remove(app: &App, session: &Session, spooled: &Spooled) {
    if let Err(error) = app.spool.remove(session.org_id, spooled.save_id) {
        tracing::warn!(%error, "save.not_removed");
    }
}

async fn pack(
    app: &App,
    session: &Session,
    spooled: &Spooled,
    wish: PackWish,
) -> Result<SaveStage, ServerError> {
    let (from, to) = days_of(wish.year, wish.month).map_err(|_no_month| Problem::not_found())?;
    let told = Telling::new(app, session, spooled);
    let mut packed = packs::pack_telling(app, &session.scope(), wish, told.teller()).await?;
    let export = Mutation::ExportPack(ExportPack {
        from,
        to,
        invoices: packed.invoices,
        payments: packed.payments,
    });
    let mutation_id = MutationId(app.source.id()?);
    submit_one(app, session, mutation_id, export).await?;
    let (place, key) = (told.place(), app.org_key(session.org_id).await?);
    let vault = app.spool.vault.clone();
    app.blocking(move || {
        let mut out = Hashed::new(vault.pour(&place, &key)?);
        let mut chunk = vec![0; 256 * 1024];
        loop {
            let length = packed
                .file
                .read(&mut chunk)
                .map_err(ServerError::io("reading a pack"))?;
            match chunk.get(..length) {
                Some(read) if !read.is_empty() => {
                    out.write_all(read).map_err(ServerError::io("writing a pack"))?;
                }
                _ => break,
            }
        }
        let (stage, pouring) = out.end();
        pouring.finish()?;
        Ok(stage)
    })
    .await
}

async fn everything(app: &App, session: &Session, spooled: &Spooled) -> Result<SaveStage, ServerError> {
    let told = Telling::new(app, session, spooled);
    let opened = app.gather_export(session.org_id).await?;
    let (place, key) = (told.place(), app.org_key(session.org_id).await?);
    let (vault, tell) = (app.spool.vault.clone(), told.teller());
    app.blocking(move || {
        let out = Hashed::new(vault.pour(&place, &key)?);
        let (_, out) = opened.write(out, tell)?;
        let (stage, pouring) = out.end();
        pouring.finish()?;
        Ok(stage)
    })
    .await
}

/// Notes how far a save is, now and then, and ends the work when nobody wants it any more.
struct Telling {
    app: App,
    spooled: Spooled,
    place: FilePlace,
}

impl Telling {
    fn new(app: &App, session: &Session, spooled: &Spooled) -> Self {
        Self {
            app: app.clone(),
            spooled: spooled.clone(),
            place: FilePlace::Save {
                org_id: session.org_id,
                save_id: spooled.save_id,
            },
        }
    }

    fn place(&self) -> FilePlace {
        self.place
    }

    fn teller(&self) -> impl FnMut(u64, u64) -> Result<(), ServerError> + Send + 'static {
        let (app, mut spooled, place) = (self.app.clone(), self.spooled.clone(), self.place);
        let mut told_at: Option<Instant> = None;
        move |done, of| {
            if told_at.is_some_and(|told_at| told_at.elapsed() < TELL_EVERY) {
                return Ok(());
            }
            told_at = Some(Instant::now());
            spooled.stage = SaveStage::Making { done, of };
            spooled.at = app.source.now();
            if app.spool.update(place.org_id(), &spooled)? {
                Ok(())
            } else {
                Err(Problem::not_found().into())
            }
        }
    }
}

/// Hashes and counts what is written.
struct Hashed<W> {
    to: W,
    hash: Sha256,
    bytes: u64,
}

impl<W: Write> Hashed<W> {
    fn new(to: W) -> Self {
        Self {
            to,
            hash: Sha256::new(),
            bytes: 0,
        }
    }

    fn end(self) -> (SaveStage, W) {
        let stage = SaveStage::Ready {
            size_bytes: self.bytes,
            sha256: hex::encode(self.hash.finalize()),
        };
        (stage, self.to)
    }
}

impl<W: Write> Write for Hashed<W> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let written = self.to.write(bytes)?;
        self.hash.update(bytes.get(..written).unwrap_or(bytes));
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.to.flush()
    }
}
