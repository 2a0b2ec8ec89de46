//! Looks: of one person at one object within an hour, one entry of the trail is enough.

use folio_domain::invoices::LOOKS_COALESCE;
use folio_domain::mutations::{Context, MutationName, Note};

use super::commit::Ledger;
use crate::database::Writer;
use crate::error::StoreError;

/// Whether the trail has this look already.
pub(super) async fn is_noted(
    db: &mut Writer,
    ledger: &mut Ledger,
    ctx: &Context,
    name: MutationName,
    note: &Note,
) -> Result<bool, StoreError> {
    let is_look = matches!(
        name,
        MutationName::ViewInvoice
            | MutationName::ViewDocument
            | MutationName::MarkRead
            | MutationName::TakeBackup
    );
    let Some((_, about)) = note.about.filter(|_| is_look) else {
        return Ok(false);
    };
    if !ledger.first_look(ctx.actor.principal_id, name, about) {
        return Ok(true);
    }
    let since = ctx.now - LOOKS_COALESCE;
    let found = sqlx::query(
        "SELECT 1 FROM activity WHERE org_id = $1 AND about_id = $2 AND at > $3 AND actor_id = $4 AND action = $5 \
         LIMIT 1",
    )
    .bind(ctx.org_id.to_string())
    .bind(about.to_string())
    .bind(since.as_millisecond())
    .bind(ctx.actor.principal_id.to_string())
    .bind(name.as_str())
    .fetch_optional(db)
    .await?;
    Ok(found.is_some())
}
