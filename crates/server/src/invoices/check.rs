//! The check before issuing: an invoice that cannot be printed is refused before it takes a number.

use folio_domain::Refusal;
use folio_domain::ids::OrgId;
use folio_domain::invoices::{Invoice, IssueInvoice};
use folio_domain::mutations::{Actor, Context, Mutation, Seat, decide};
use folio_domain::organisations::{self, Organisation};
use folio_domain::records::{Record as _, Records, Write};
use folio_paper::{PaperInput, PaperSize, check_invoice};
use folio_protocol::sync::PushedMutation;
use folio_store::{StoreError, day_in, load_reads};

use crate::app::App;
use crate::errors::ServerError;

/// How often reads may depend on what was read before.
const ROUNDS_MAX: usize = 8;

/// Why the invoice that `issue` makes cannot be printed. A draft that cannot be issued at all is left to the engine.
///
/// # Errors
/// The database or the fonts break.
pub async fn check_paper(
    app: &App,
    org_id: OrgId,
    actor: &Actor,
    issue: &IssueInvoice,
    pushed: &PushedMutation,
) -> Result<Option<Refusal>, ServerError> {
    let mutation = Mutation::IssueInvoice(issue.clone());
    let (ctx, records) = gather(app, org_id, actor, &mutation, pushed).await?;
    // The number is provisional: whichever it becomes in the end, its letters are the same.
    let Ok(decision) = decide(Seat::Server, &ctx, &mutation, &records) else {
        return Ok(None);
    };
    let invoice = decision.writes.iter().find_map(|write| match write {
        Write::Put { body, .. } => Invoice::from_body(body).cloned(),
        Write::Delete { .. } => None,
    });
    let Some(invoice) = invoice else { return Ok(None) };
    app.blocking(move || {
        let input = PaperInput {
            invoice: &invoice,
            paper_size: paper_size(&invoice),
        };
        match check_invoice(&input) {
            Ok(_pages) => Ok(None),
            Err(error) => Ok(Some(error.into_refusal()?)),
        }
    })
    .await
}

async fn gather(
    app: &App,
    org_id: OrgId,
    actor: &Actor,
    mutation: &Mutation,
    pushed: &PushedMutation,
) -> Result<(Context, Records), ServerError> {
    let now = app.source.now();
    let zone = app.look(org_id, vec![organisations::read(org_id)]).await?;
    let zone = zone
        .find::<Organisation>(org_id)
        .map_or("UTC", |organisation| organisation.time_zone.as_str())
        .to_owned();
    let ctx = Context {
        org_id,
        actor: actor.clone(),
        mutation_id: pushed.mutation_id,
        now,
        today: day_in(&zone, now),
    };
    let mut transaction = app.store.begin_read().await?;
    let mut records = Records::default();
    for _ in 0..ROUNDS_MAX {
        let missing = mutation.missing_reads(&ctx, &records);
        if missing.is_empty() {
            break;
        }
        for (read, mut rows) in load_reads(&mut transaction, org_id, missing).await? {
            rows.retain(|row| actor.access.shows(row.kind(), row.place));
            records.learn(read, rows);
        }
    }
    transaction.commit().await.map_err(StoreError::from)?;
    Ok((ctx, records))
}

/// The sheet that the seller's country uses.
pub(super) fn paper_size(invoice: &Invoice) -> PaperSize {
    PaperSize::of_country(&invoice.seller.address.country)
}
