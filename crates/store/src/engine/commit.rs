//! What a submission leaves behind: rows, change feed, results, trail and jobs, written together at its end.

use std::collections::{BTreeMap, BTreeSet};

use folio_domain::ids::{ActivityId, DeviceId, MutationId, OrgId, PrincipalId};
use folio_domain::mutations::{Context, Effect, MutationName, Note};
use folio_domain::records::{Body, Kind, Place, Record, Records, Row, Write};
use folio_domain::trail::{Activity, TrailHead};
use folio_protocol::sync::{MutationResult, PushedMutation};
use jiff::Timestamp;
use sqlx::{AssertSqlSafe, Row as _};
use uuid::Uuid;

use super::OrgState;
use crate::database::Writer;
use crate::error::StoreError;
use crate::rows::{at_once, parse_id, placeholders, tuples};
use crate::saving::{Saved, save_rows};
use crate::server::{jobs, principals};

struct ResultLine {
    device_id: DeviceId,
    mutation_id: MutationId,
    mid: i64,
    args_sha256: String,
    result: String,
    seq: i64,
}

/// Collects what is to be written.
pub(super) struct Ledger {
    org: OrgId,
    seq: i64,
    trail: TrailHead,
    touched: BTreeSet<(Kind, Uuid)>,
    feed: BTreeMap<(Place, Kind, Uuid), i64>,
    trail_rows: Vec<Saved>,
    results: Vec<ResultLine>,
    jobs: Vec<jobs::NewJob>,
    ended: Vec<PrincipalId>,
    looks: BTreeSet<(PrincipalId, MutationName, Uuid)>,
    /// Since the submission began that is being taken.
    places: BTreeSet<(Kind, Place)>,
    has_jobs: bool,
}

impl Ledger {
    pub(super) fn new(org: OrgId, state: OrgState) -> Self {
        Self {
            org,
            seq: state.first_seq - 1,
            trail: state.trail,
            touched: BTreeSet::new(),
            feed: BTreeMap::new(),
            trail_rows: Vec::new(),
            results: Vec::new(),
            jobs: Vec::new(),
            ended: Vec::new(),
            looks: BTreeSet::new(),
            places: BTreeSet::new(),
            has_jobs: false,
        }
    }

    /// The sequence number of the next mutation that does something.
    pub(super) fn next_seq(&mut self) -> i64 {
        self.seq += 1;
        self.seq
    }

    /// Notes that `write` touches its row, where it lies and where it comes to lie. `records` is as it was before.
    pub(super) fn touch(&mut self, records: &Records, write: &Write, seq: i64) {
        let (kind, id) = write.key();
        self.touched.insert((kind, id));
        if let Some(old) = records.row(kind, id) {
            self.feed(old.place, (kind, id), seq);
        }
        if let Write::Put { place, .. } = write {
            self.feed(*place, (kind, id), seq);
        }
    }

    fn feed(&mut self, place: Place, (kind, id): (Kind, Uuid), seq: i64) {
        self.feed.insert((place, kind, id), seq);
        self.places.insert((kind, place));
    }

    /// Ends a submission: where it changed something, with the kinds, and whether it brought jobs.
    pub(super) fn end_part(&mut self) -> (Vec<(Kind, Place)>, bool) {
        let places = std::mem::take(&mut self.places);
        (places.into_iter().collect(), std::mem::take(&mut self.has_jobs))
    }

    /// Whether this person has not looked there yet in this transaction.
    pub(super) fn first_look(&mut self, who: PrincipalId, name: MutationName, about: Uuid) -> bool {
        self.looks.insert((who, name, about))
    }

    /// Appends an entry to the trail.
    pub(super) fn note(&mut self, ctx: &Context, activity: Activity, note: &Note, seq: i64) {
        let id = ActivityId::derived(ctx.mutation_id, "activity");
        let (link, head) = self.trail.append(id, &activity);
        self.trail = head;
        self.trail_row(id.0, Place::internal(note.client_id), activity.into_body(), seq);
        let link_id = ActivityId::derived(ctx.mutation_id, "link");
        self.trail_row(link_id.0, Place::INTERNAL, link.into_body(), seq);
    }

    fn trail_row(&mut self, id: Uuid, place: Place, body: Body, version: i64) {
        let kind = body.kind();
        self.feed(place, (kind, id), version);
        self.trail_rows.push((
            (kind, id),
            Some(Row {
                id,
                place,
                version,
                body,
            }),
        ));
    }

    pub(super) fn effect(&mut self, mutation: MutationId, effect: Effect) -> Result<(), StoreError> {
        let (kind, unique_key) = match &effect {
            Effect::RenderInvoice { invoice_id } => ("render_invoice", invoice_id.to_string()),
            // An invoice may be sent again; the same request only once.
            Effect::MailInvoice { invoice_id } => ("mail_invoice", format!("{invoice_id}/{mutation}")),
            Effect::EndPrincipal { principal_id } => {
                self.ended.push(*principal_id);
                return Ok(());
            }
        };
        let payload = serde_json::to_string(&effect).map_err(|error| StoreError::corrupt("effect", error))?;
        self.jobs.push(jobs::NewJob {
            org_id: self.org,
            kind: kind.to_owned(),
            unique_key,
            payload,
        });
        self.has_jobs = true;
        Ok(())
    }

    /// Keeps the result of one mutation. A refusal takes a sequence number too, so that pulls bring it.
    pub(super) fn result(
        &mut self,
        device_id: DeviceId,
        pushed: &PushedMutation,
        args_sha256: &str,
        result: &MutationResult,
    ) -> Result<(), StoreError> {
        let refused = !matches!(result.outcome, folio_protocol::sync::Outcome::Applied);
        let seq = if refused { self.next_seq() } else { self.seq };
        let result = serde_json::to_string(result).map_err(|error| StoreError::corrupt("result", error))?;
        self.results.push(ResultLine {
            device_id,
            mutation_id: pushed.mutation_id,
            mid: pushed.mid,
            args_sha256: args_sha256.to_owned(),
            result,
            seq,
        });
        Ok(())
    }

    /// Writes everything; `records` holds the rows as they shall be.
    pub(super) async fn write(
        self,
        db: &mut Writer,
        records: &Records,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut changes: Vec<Saved> = self
            .touched
            .iter()
            .map(|key| (*key, records.row(key.0, key.1).cloned()))
            .collect();
        changes.extend(self.trail_rows);
        save_rows(db, self.org, &changes).await?;
        write_feed(db, self.org, &self.feed).await?;
        write_results(db, self.org, &self.results).await?;
        note_mids(db, &self.results).await?;
        for job in &self.jobs {
            jobs::enqueue_in(db, job, now).await?;
        }
        for principal in &self.ended {
            principals::end_in(db, self.org, *principal, now).await?;
        }
        sqlx::query("UPDATE org SET trail_position = $2, trail_hash = $3 WHERE org_id = $1")
            .bind(self.org.to_string())
            .bind(self.trail.position)
            .bind(self.trail.hash)
            .execute(&mut *db)
            .await?;
        Ok(())
    }
}

async fn write_feed(
    db: &mut Writer,
    org: OrgId,
    feed: &BTreeMap<(Place, Kind, Uuid), i64>,
) -> Result<(), StoreError> {
    let lines: Vec<(&(Place, Kind, Uuid), &i64)> = feed.iter().collect();
    for chunk in lines.chunks(at_once(6)) {
        let sql = format!(
            "INSERT INTO change (org_id, client_id, side, entity, id, seq) VALUES {} \
             ON CONFLICT (org_id, client_id, side, entity, id) DO UPDATE SET seq = excluded.seq",
            tuples(chunk.len(), 6)
        );
        let mut query = sqlx::query(AssertSqlSafe(sql));
        for ((place, kind, id), seq) in chunk {
            query = query
                .bind(org.to_string())
                .bind(
                    place
                        .client_id
                        .map(|client| client.to_string())
                        .unwrap_or_default(),
                )
                .bind(place.side.as_str())
                .bind(kind.table())
                .bind(id.to_string())
                .bind(**seq);
        }
        query.execute(&mut *db).await?;
    }
    Ok(())
}

async fn write_results(db: &mut Writer, org: OrgId, results: &[ResultLine]) -> Result<(), StoreError> {
    for chunk in results.chunks(at_once(7)) {
        let sql = format!(
            "INSERT INTO mutation_result (org_id, mutation_id, device_id, mid, args_sha256, result, seq) VALUES {}",
            tuples(chunk.len(), 7)
        );
        let mut query = sqlx::query(AssertSqlSafe(sql));
        for line in chunk {
            query = query
                .bind(org.to_string())
                .bind(line.mutation_id.to_string())
                .bind(line.device_id.to_string())
                .bind(line.mid)
                .bind(line.args_sha256.clone())
                .bind(line.result.clone())
                .bind(line.seq);
        }
        query.execute(&mut *db).await?;
    }
    Ok(())
}

/// Notes each device's last number.
async fn note_mids(db: &mut Writer, results: &[ResultLine]) -> Result<(), StoreError> {
    let mut last: BTreeMap<DeviceId, i64> = BTreeMap::new();
    for line in results {
        let mid = last.entry(line.device_id).or_insert(line.mid);
        *mid = line.mid.max(*mid);
    }
    let devices: Vec<(DeviceId, i64)> = last.into_iter().collect();
    for chunk in devices.chunks(at_once(2)) {
        let cases: String = (0..chunk.len())
            .map(|nth| format!(" WHEN ${} THEN ${}", 2 * nth + 1, 2 * nth + 2))
            .collect();
        let ids: Vec<String> = (0..chunk.len()).map(|nth| format!("${}", 2 * nth + 1)).collect();
        let mid = format!("CASE device_id{cases} ELSE last_mid END");
        let sql = format!(
            "UPDATE device SET last_mid = {mid} WHERE device_id IN ({}) AND last_mid < {mid}",
            ids.join(", ")
        );
        let mut query = sqlx::query(AssertSqlSafe(sql));
        for (device, mid) in chunk {
            query = query.bind(device.to_string()).bind(*mid);
        }
        query.execute(&mut *db).await?;
    }
    Ok(())
}

/// The stored results of those of `mutations` that were taken before, each with the hash of its arguments.
pub(super) async fn stored_results(
    db: &mut Writer,
    org: OrgId,
    mutations: impl Iterator<Item = &PushedMutation>,
) -> Result<BTreeMap<MutationId, (String, MutationResult)>, StoreError> {
    let mut stored = BTreeMap::new();
    let mutations: Vec<&PushedMutation> = mutations.collect();
    for chunk in mutations.chunks(at_once(1)) {
        let sql = format!(
            "SELECT mutation_id, args_sha256, result FROM mutation_result WHERE org_id = $1 AND mutation_id IN ({})",
            placeholders(2, chunk.len())
        );
        let mut query = sqlx::query(AssertSqlSafe(sql)).bind(org.to_string());
        for pushed in chunk {
            query = query.bind(pushed.mutation_id.to_string());
        }
        for row in query.fetch_all(&mut *db).await? {
            let id = MutationId(parse_id(row.try_get(0)?)?);
            let result = serde_json::from_str(row.try_get(2)?)
                .map_err(|error| StoreError::corrupt(format!("result {id}"), error))?;
            stored.insert(id, (row.try_get(1)?, result));
        }
    }
    Ok(stored)
}

/// Random bytes for a commitment.
pub(super) fn salt() -> Result<[u8; 16], StoreError> {
    let mut salt = [0; 16];
    getrandom::fill(&mut salt).map_err(|error| StoreError::corrupt("random source", error.to_string()))?;
    Ok(salt)
}
