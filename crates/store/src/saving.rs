//! Saving rows with their search tokens: what the server's engine and the desktop's replay both end in.

use std::collections::BTreeMap;

use folio_domain::ids::OrgId;
use folio_domain::records::{Kind, Row};
use uuid::Uuid;

use crate::database::Writer;
use crate::error::StoreError;
use crate::rows::{delete, put};
use crate::search::{forget_tokens, index_rows};

/// A row as it shall be; none when it shall be gone.
pub type Saved = ((Kind, Uuid), Option<Row>);

/// Brings the rows into the state that `changes` gives, each at most once among them.
///
/// # Errors
/// When the database refuses.
pub async fn save_rows(db: &mut Writer, org: OrgId, changes: &[Saved]) -> Result<(), StoreError> {
    let mut puts: BTreeMap<Kind, Vec<&Row>> = BTreeMap::new();
    let mut gone: BTreeMap<Kind, Vec<Uuid>> = BTreeMap::new();
    let mut touched: BTreeMap<Kind, Vec<Uuid>> = BTreeMap::new();
    for ((kind, id), row) in changes {
        touched.entry(*kind).or_default().push(*id);
        match row {
            Some(row) => puts.entry(*kind).or_default().push(row),
            None => gone.entry(*kind).or_default().push(*id),
        }
    }
    for (kind, ids) in touched.into_iter().filter(|(kind, _)| is_searched(*kind)) {
        forget_tokens(db, org, kind, &ids).await?;
    }
    for (kind, ids) in gone {
        delete(db, org, kind, &ids).await?;
    }
    for (kind, rows) in puts {
        put(db, org, kind, &rows).await?;
        if is_searched(kind) {
            index_rows(db, org, &rows).await?;
        }
    }
    Ok(())
}

/// Whether records of `kind` have search tokens at all.
fn is_searched(kind: Kind) -> bool {
    !matches!(
        kind,
        Kind::Organisation
            | Kind::Series
            | Kind::Einvoicing
            | Kind::InvoiceStanding
            | Kind::InvoicePdf
            | Kind::Delivery
            | Kind::Allocation
            | Kind::ReadMark
            | Kind::FieldHistory
            | Kind::ImportRun
            | Kind::ImportPart
            | Kind::Activity
            | Kind::TrailLink
    )
}
