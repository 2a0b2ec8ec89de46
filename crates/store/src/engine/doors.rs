//! Doors to what an import brought that are in no record: links that may be opened, and mails on their way.

use std::collections::BTreeMap;

use folio_domain::Refusal;
use folio_domain::imports::{Touch, brought_by};
use folio_domain::invoices::Invoice;
use folio_domain::mutations::{Context, Mutation};
use folio_domain::people::Contact;
use folio_domain::records::{Kind, Records};
use serde_json::Value;
use sqlx::Row as _;

use crate::database::Writer;
use crate::error::StoreError;

/// Why an import cannot be undone though no record says so; none for every other mutation.
pub(super) async fn hindrance(
    db: &mut Writer,
    ctx: &Context,
    mutation: &Mutation,
    records: &Records,
) -> Result<Option<Refusal>, StoreError> {
    let Mutation::UndoImport(undo) = mutation else {
        return Ok(None);
    };
    let mut labels = BTreeMap::new();
    for (kind, id) in brought_by(undo.run_id, records) {
        let label = match kind {
            Kind::Invoice => records.find::<Invoice>(id).map(|invoice| invoice.number.clone()),
            Kind::Contact => records.find::<Contact>(id).map(Contact::name),
            _ => None,
        };
        labels.insert(id.to_string(), label.unwrap_or_default());
    }
    let mut open: Vec<(Touch, &String)> = Vec::new();
    for id in linked(db, ctx).await? {
        open.extend(labels.get(&id).map(|label| (Touch::Linked, label)));
    }
    for id in mailed(db, ctx).await? {
        open.extend(labels.get(&id).map(|label| (Touch::Sent, label)));
    }
    open.sort();
    open.dedup();
    let more = open.len().saturating_sub(1);
    Ok(open.first().map(|(touch, label)| touch.refusal(label, more)))
}

/// The invoices and contacts that living links are about.
async fn linked(db: &mut Writer, ctx: &Context) -> Result<Vec<String>, StoreError> {
    let rows = sqlx::query(
        "SELECT purpose, about_id, payload FROM link \
         WHERE org_id = $1 AND revoked_at IS NULL AND expires_at > $2 AND purpose IN ('invoice', 'invitation')",
    )
    .bind(ctx.org_id.to_string())
    .bind(ctx.now.as_millisecond())
    .fetch_all(db)
    .await?;
    let mut ids = Vec::with_capacity(rows.len());
    for row in &rows {
        if row.try_get::<&str, _>(0)? == "invoice" {
            ids.push(row.try_get(1)?);
            continue;
        }
        let carried: Value =
            serde_json::from_str(row.try_get(2)?).map_err(|error| StoreError::corrupt("link", error))?;
        let contact = carried.get("contact_id").and_then(Value::as_str);
        ids.extend(contact.map(str::to_owned));
    }
    Ok(ids)
}

/// The invoices whose mails wait to go out.
async fn mailed(db: &mut Writer, ctx: &Context) -> Result<Vec<String>, StoreError> {
    let rows = sqlx::query(
        "SELECT unique_key FROM job WHERE org_id = $1 AND kind = 'mail_invoice' AND done_at IS NULL",
    )
    .bind(ctx.org_id.to_string())
    .fetch_all(db)
    .await?;
    let invoice = |key: &str| key.split('/').next().unwrap_or_default().to_owned();
    rows.iter().map(|row| Ok(invoice(row.try_get(0)?))).collect()
}
