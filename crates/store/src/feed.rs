//! The change feed: what a pull answers. A change says only that a record was touched in a place; a pull looks at
//! the row as it is now: visible to the caller, it is sent; else it is gone.

use std::collections::{BTreeMap, BTreeSet};

use folio_domain::ids::{DeviceId, OrgId};
use folio_domain::permissions::{Access, Grant, Reach};
use folio_domain::records::{Kind, Place, Side};
use folio_protocol::sync::{GoneRow, MutationResult, WireRow};
use serde::{Deserialize, Serialize};
use sqlx::{AssertSqlSafe, Row as _};
use uuid::Uuid;

use crate::database::{Store, Writer};
use crate::error::StoreError;
use crate::rows::{at_once, parse_id, placeholders, selection, wire_from_sql};
use crate::scope::Scope;
use crate::server::grants::{GrantRow, grants_of};

/// How far a snapshot of a grant is: the last row sent, by kind and id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SnapshotPosition {
    /// The kind that is being sent.
    pub kind: Kind,
    /// The last id of it that was sent; none before the first.
    pub after: Option<Uuid>,
}

/// Where a caller stands with one grant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GrantPosition {
    /// The grant.
    pub grant_id: Uuid,
    /// Its generation.
    pub generation: i64,
    /// What it shows: kept, so that its rows can be called back once it is revoked.
    pub grant: Grant,
    /// Its snapshot while it is being sent; none once it is through.
    pub snapshot: Option<SnapshotPosition>,
}

/// Where a caller stands. The server seals it before it leaves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cookie {
    /// The organisation's epoch.
    pub epoch: String,
    /// Everything up to here was sent.
    pub seq: i64,
    /// The caller's grants.
    pub grants: Vec<GrantPosition>,
}

/// A page of a pull.
#[derive(Debug)]
pub struct PullPage {
    /// Where it ends.
    pub cookie: Cookie,
    /// What the caller may see now.
    pub access: Access,
    /// Rows as they are now.
    pub rows: Vec<WireRow>,
    /// Rows that are gone, or no longer visible.
    pub gone: Vec<GoneRow>,
    /// Results of the device's own mutations.
    pub results: Vec<MutationResult>,
    /// Whether more pages wait.
    pub more: bool,
    /// Whether every snapshot is through and nothing waits.
    pub caught_up: bool,
}

impl Store {
    /// A page of what changed for the person of `scope` since `cookie`, at most about `limit` rows.
    ///
    /// A cookie of another epoch counts as none: the caller gets a snapshot.
    ///
    /// # Errors
    /// When the database breaks.
    pub async fn pull(
        &self,
        scope: &Scope,
        device: DeviceId,
        cookie: Option<Cookie>,
        limit: usize,
    ) -> Result<PullPage, StoreError> {
        let mut transaction = self.begin_read().await?;
        let db = &mut *transaction;
        let (now_seq, epoch) = position(db, scope.org_id).await?;
        let grants = grants_of(db, scope.org_id, scope.actor.principal_id).await?;
        let old = cookie.filter(|cookie| cookie.epoch == epoch);
        let old_seq = old.as_ref().map_or(now_seq, |cookie| cookie.seq);
        let old_grants = old.map(|cookie| cookie.grants).unwrap_or_default();

        let access = Access {
            role: scope.actor.access.role,
            grants: grants.iter().map(|row| row.grant.clone()).collect(),
        };
        let mut page = PullPage {
            cookie: Cookie {
                epoch,
                seq: old_seq,
                grants: continued(&grants, &old_grants),
            },
            access,
            rows: Vec::new(),
            gone: Vec::new(),
            results: Vec::new(),
            more: false,
            caught_up: false,
        };
        let org = scope.org_id;
        recall(db, org, &mut page, &old_grants).await?;
        send_snapshots(db, org, &mut page, limit).await?;
        if page.cookie.grants.iter().all(|grant| grant.snapshot.is_none()) {
            let room = limit.saturating_sub(page.rows.len()).max(1);
            send_changes(db, org, &mut page, now_seq, room).await?;
            page.results = results(db, org, device, old_seq, page.cookie.seq).await?;
            page.caught_up = !page.more;
        } else {
            page.more = true;
        }
        transaction.commit().await?;
        Ok(page)
    }
}

async fn position(db: &mut Writer, org: OrgId) -> Result<(i64, String), StoreError> {
    let row = sqlx::query("SELECT seq, epoch FROM org WHERE org_id = $1")
        .bind(org.to_string())
        .fetch_optional(db)
        .await?
        .ok_or(StoreError::UnknownOrganisation)?;
    Ok((row.try_get(0)?, row.try_get(1)?))
}

/// Where the caller stands with each grant it has: as before, or at the beginning of a snapshot.
fn continued(grants: &[GrantRow], old: &[GrantPosition]) -> Vec<GrantPosition> {
    let position = |row: &GrantRow| {
        let known = old
            .iter()
            .find(|old| old.grant_id == row.grant_id && old.generation == row.generation)
            .cloned();
        known.unwrap_or_else(|| GrantPosition {
            grant_id: row.grant_id,
            generation: row.generation,
            grant: row.grant.clone(),
            snapshot: first_kind(&row.grant).map(|kind| SnapshotPosition { kind, after: None }),
        })
    };
    grants.iter().map(position).collect()
}

fn first_kind(grant: &Grant) -> Option<Kind> {
    Kind::ALL.iter().copied().find(|kind| grant.kinds.has(*kind))
}

fn next_kind(grant: &Grant, kind: Kind) -> Option<Kind> {
    Kind::ALL
        .iter()
        .copied()
        .find(|next| *next > kind && grant.kinds.has(*next))
}

/// Calls back the rows of grants that are no more, unless another grant shows them.
async fn recall(
    db: &mut Writer,
    org: OrgId,
    page: &mut PullPage,
    old: &[GrantPosition],
) -> Result<(), StoreError> {
    let kept: BTreeSet<(Uuid, i64)> = page
        .cookie
        .grants
        .iter()
        .map(|grant| (grant.grant_id, grant.generation))
        .collect();
    for lost in old
        .iter()
        .filter(|grant| !kept.contains(&(grant.grant_id, grant.generation)))
    {
        let sql = format!(
            "SELECT entity, id FROM change WHERE org_id = $1 AND ({})",
            places(&lost.grant, "change")
        );
        let touched = sqlx::query(AssertSqlSafe(sql))
            .bind(org.to_string())
            .fetch_all(&mut *db)
            .await?;
        let keys = touched
            .iter()
            .map(|row| key(row, 0))
            .collect::<Result<Vec<_>, _>>()?;
        look_up(db, org, page, keys, false).await?;
    }
    Ok(())
}

/// Sends snapshots, grant by grant, kind by kind, until `limit` rows are on the page.
async fn send_snapshots(
    db: &mut Writer,
    org: OrgId,
    page: &mut PullPage,
    limit: usize,
) -> Result<(), StoreError> {
    for nth in 0..page.cookie.grants.len() {
        while page.rows.len() < limit {
            let Some(position) = page.cookie.grants.get(nth).cloned() else {
                break;
            };
            let Some(snapshot) = position.snapshot.clone() else {
                break;
            };
            let room = limit - page.rows.len();
            let rows = snapshot_rows(db, org, &position.grant, &snapshot, room).await?;
            let last = rows.last().map(|row| row.id);
            let full = rows.len() == room;
            page.rows.extend(rows);
            let next = match (full, last) {
                (true, Some(last)) => Some(SnapshotPosition {
                    kind: snapshot.kind,
                    after: Some(last),
                }),
                _ => next_kind(&position.grant, snapshot.kind)
                    .map(|kind| SnapshotPosition { kind, after: None }),
            };
            if let Some(grant) = page.cookie.grants.get_mut(nth) {
                grant.snapshot = next;
            }
        }
    }
    Ok(())
}

async fn snapshot_rows(
    db: &mut Writer,
    org: OrgId,
    grant: &Grant,
    position: &SnapshotPosition,
    limit: usize,
) -> Result<Vec<WireRow>, StoreError> {
    let sql = format!(
        "SELECT {} FROM {} AS r WHERE r.org_id = $1 AND r.id > $2 AND ({}) ORDER BY r.id LIMIT {limit}",
        selection("r"),
        position.kind.table(),
        row_places(grant, "r"),
    );
    let rows = sqlx::query(AssertSqlSafe(sql))
        .bind(org.to_string())
        .bind(position.after.map(|id| id.to_string()).unwrap_or_default())
        .fetch_all(db)
        .await?;
    rows.iter().map(|row| wire_from_sql(position.kind, row)).collect()
}

/// Sends what was touched after the cookie's position, without splitting what one mutation did.
async fn send_changes(
    db: &mut Writer,
    org: OrgId,
    page: &mut PullPage,
    now_seq: i64,
    limit: usize,
) -> Result<(), StoreError> {
    if page.cookie.grants.is_empty() || page.cookie.seq >= now_seq {
        page.cookie.seq = now_seq;
        return Ok(());
    }
    let visible: Vec<String> = page
        .cookie
        .grants
        .iter()
        .map(|grant| places(&grant.grant, "change"))
        .collect();
    let visible = visible.join(") OR (");
    let sql = format!(
        "SELECT entity, id, seq FROM change WHERE org_id = $1 AND seq > $2 AND (({visible})) \
         ORDER BY seq LIMIT {}",
        limit + 1
    );
    let touched = sqlx::query(AssertSqlSafe(sql))
        .bind(org.to_string())
        .bind(page.cookie.seq)
        .fetch_all(&mut *db)
        .await?;
    let full = touched.len() > limit;
    let last: Option<i64> = touched.last().map(|row| row.try_get(2)).transpose()?;
    let first: Option<i64> = touched.first().map(|row| row.try_get(2)).transpose()?;
    let (mut keys, until) = match (full, first, last) {
        (true, Some(first), Some(last)) if first < last => (keys_before(&touched, last)?, last - 1),
        (true, _, Some(last)) => (touched_at(db, org, &visible, last).await?, last),
        _ => (keys_before(&touched, i64::MAX)?, now_seq),
    };
    keys.sort_unstable();
    keys.dedup();
    look_up(db, org, page, keys, true).await?;
    page.cookie.seq = until;
    page.more = until < now_seq;
    Ok(())
}

fn keys_before(rows: &[sqlx::any::AnyRow], seq: i64) -> Result<Vec<(Kind, Uuid)>, StoreError> {
    let mut keys = Vec::with_capacity(rows.len());
    for row in rows {
        if row.try_get::<i64, _>(2)? < seq {
            keys.push(key(row, 0)?);
        }
    }
    Ok(keys)
}

/// Everything that one mutation touched, when it alone is more than a page.
async fn touched_at(
    db: &mut Writer,
    org: OrgId,
    visible: &str,
    seq: i64,
) -> Result<Vec<(Kind, Uuid)>, StoreError> {
    let sql = format!("SELECT entity, id FROM change WHERE org_id = $1 AND seq = $2 AND (({visible}))");
    let rows = sqlx::query(AssertSqlSafe(sql))
        .bind(org.to_string())
        .bind(seq)
        .fetch_all(db)
        .await?;
    rows.iter().map(|row| key(row, 0)).collect()
}

/// Looks at rows as they are now: visible ones are sent (when `send`), the others are gone.
async fn look_up(
    db: &mut Writer,
    org: OrgId,
    page: &mut PullPage,
    keys: Vec<(Kind, Uuid)>,
    send: bool,
) -> Result<(), StoreError> {
    let mut by_kind: BTreeMap<Kind, Vec<Uuid>> = BTreeMap::new();
    for (kind, id) in keys {
        by_kind.entry(kind).or_default().push(id);
    }
    for (kind, ids) in by_kind {
        for chunk in ids.chunks(at_once(1)) {
            let rows = wire_rows(db, org, kind, chunk).await?;
            let mut missing: BTreeSet<Uuid> = chunk.iter().copied().collect();
            for row in rows {
                let place = Place {
                    client_id: row.client_id,
                    side: row.side,
                };
                if page.access.shows(kind, place) {
                    missing.remove(&row.id);
                    if send {
                        page.rows.push(row);
                    }
                }
            }
            page.gone
                .extend(missing.into_iter().map(|id| GoneRow { kind, id }));
        }
    }
    Ok(())
}

async fn wire_rows(
    db: &mut Writer,
    org: OrgId,
    kind: Kind,
    ids: &[Uuid],
) -> Result<Vec<WireRow>, StoreError> {
    let sql = format!(
        "SELECT {} FROM {} AS r WHERE r.org_id = $1 AND r.id IN ({})",
        selection("r"),
        kind.table(),
        placeholders(2, ids.len()),
    );
    let mut query = sqlx::query(AssertSqlSafe(sql)).bind(org.to_string());
    for id in ids {
        query = query.bind(id.to_string());
    }
    query
        .fetch_all(db)
        .await?
        .iter()
        .map(|row| wire_from_sql(kind, row))
        .collect()
}

async fn results(
    db: &mut Writer,
    org: OrgId,
    device: DeviceId,
    from: i64,
    until: i64,
) -> Result<Vec<MutationResult>, StoreError> {
    let rows = sqlx::query(
        "SELECT result FROM mutation_result WHERE org_id = $1 AND device_id = $2 AND seq > $3 AND seq <= $4 ORDER BY seq",
    )
    .bind(org.to_string())
    .bind(device.to_string())
    .bind(from)
    .bind(until)
    .fetch_all(db)
    .await?;
    let parse = |row: &sqlx::any::AnyRow| {
        serde_json::from_str(row.try_get(0)?).map_err(|error| StoreError::corrupt("result", error))
    };
    rows.iter().map(parse).collect()
}

fn key(row: &sqlx::any::AnyRow, at: usize) -> Result<(Kind, Uuid), StoreError> {
    let entity: &str = row.try_get(at)?;
    let kind =
        Kind::parse(entity).ok_or_else(|| StoreError::corrupt("change", format!("kind {entity:?}")))?;
    Ok((kind, parse_id(row.try_get(at + 1)?)?))
}

/// The condition on the change feed's columns for the places and kinds of `grant`; the text holds nothing but ids
/// and names of this crate.
fn places(grant: &Grant, alias: &str) -> String {
    let kinds: Vec<String> = grant
        .kinds
        .list()
        .iter()
        .map(|kind| format!("'{}'", kind.table()))
        .collect();
    let everything = grant.kinds.list().len() == Kind::ALL.len();
    let kinds = if everything {
        String::new()
    } else {
        format!(" AND {alias}.entity IN ({})", kinds.join(", "))
    };
    match grant.reach {
        Reach::All => format!("{}{kinds}", sides(grant, alias)),
        Reach::Client(client) => {
            let own = format!("{alias}.client_id = '{client}' AND {}", sides(grant, alias));
            let everyone = format!(
                "{alias}.client_id = '' AND {alias}.side = '{}'",
                Side::Everyone.as_str()
            );
            format!("({own} OR {everyone}){kinds}")
        }
    }
}

/// The condition on a record's table for the places of `grant`.
fn row_places(grant: &Grant, alias: &str) -> String {
    match grant.reach {
        Reach::All => sides(grant, alias),
        Reach::Client(client) => {
            let own = format!("{alias}.client_id = '{client}' AND {}", sides(grant, alias));
            let everyone = format!(
                "{alias}.client_id IS NULL AND {alias}.side = '{}'",
                Side::Everyone.as_str()
            );
            format!("{own} OR {everyone}")
        }
    }
}

fn sides(grant: &Grant, alias: &str) -> String {
    let sides: Vec<String> = grant
        .sides
        .iter()
        .map(|side| format!("'{}'", side.as_str()))
        .collect();
    format!("{alias}.side IN ({})", sides.join(", "))
}
