//! The invoice that issuing a draft would make, before anything is written.

use folio_domain::ids::{MutationId, OrgId};
use folio_domain::invoices::{Invoice, IssueInvoice};
use folio_domain::mutations::{Actor, Context, Mutation, Seat, decide};
use folio_domain::organisations::{self, Organisation};
use folio_domain::records::{Record as _, Records, Write};
use folio_store::{StoreError, day_in, load_reads};

use crate::app::App;
use crate::errors::ServerError;

/// How often reads may depend on what was read before.
const ROUNDS_MAX: usize = 8;

/// The invoice that `issue` would make now; none when it is refused. Its number is provisional: whichever it becomes
/// in the end, its letters are the same.
pub(super) async fn prospective(
    app: &App,
    org_id: OrgId,
    actor: &Actor,
    issue: &IssueInvoice,
    mutation_id: MutationId,
) -> Result<Option<Invoice>, ServerError> {
    let mutation = Mutation::IssueInvoice(issue.clone());
    let (ctx, records) = gather(app, org_id, actor, &mutation, mutation_id).await?;
    let Ok(decision) = decide(Seat::Server, &ctx, &mutation, &records) else {
        return Ok(None);
    };
    Ok(decision.writes.iter().find_map(|write| match write {
        Write::Put { body, .. } => Invoice::from_body(body).cloned(),
        Write::Delete { .. } => None,
    }))
}

async fn gather(
    app: &App,
    org_id: OrgId,
    actor: &Actor,
    mutation: &Mutation,
    mutation_id: MutationId,
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
        mutation_id,
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
