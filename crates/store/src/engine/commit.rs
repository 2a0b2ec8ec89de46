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
use super::reads::WorkingSet;
use crate::database::Writer;
use crate::error::StoreError;
use crate::rows::{parse_id, placeholders, tuples};
use crate::saving::{Saved, save_rows};
use crate::server::{jobs, principals};

const CHUNK: usize = 100;

struct ResultLine {
    mutation_id: MutationId,
    mid: i64,
    args_sha256: String,
    result: String,
    seq: i64,
}

/// Collects what is to be written.
pub(super) struct Ledger {
    org: OrgId,
    device_id: DeviceId,
    seq: i64,
    trail: TrailHead,
    touched: BTreeSet<(Kind, Uuid)>,
    feed: BTreeMap<(Place, Kind, Uuid), i64>,
    trail_rows: Vec<Saved>,
    results: Vec<ResultLine>,
    jobs: Vec<jobs::NewJob>,
    ended: Vec<PrincipalId>,
    looks: BTreeSet<(MutationName, Uuid)>,
}

impl Ledger {
    pub(super) fn new(org: OrgId, device_id: DeviceId, state: OrgState) -> Self {
        Self {
            org,
            device_id,
            seq: state.first_seq - 1,
            trail: state.trail,
            touched: BTreeSet::new(),
            feed: BTreeMap::new(),
            trail_rows: Vec::new(),
            results: Vec::new(),
            jobs: Vec::new(),
            ended: Vec::new(),
            looks: BTreeSet::new(),
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
            self.feed.insert((old.place, kind, id), seq);
        }
        if let Write::Put { place, .. } = write {
            self.feed.insert((*place, kind, id), seq);
        }
    }

    /// Whether this submission has not looked there yet.
    pub(super) fn first_look(&mut self, name: MutationName, about: Uuid) -> bool {
        self.looks.insert((name, about))
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
        self.feed.insert((place, kind, id), version);
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
        Ok(())
    }

    /// Keeps the result of one mutation. A refusal takes a sequence number too, so that pulls bring it.
    pub(super) fn result(
        &mut self,
        pushed: &PushedMutation,
        args_sha256: &str,
        result: &MutationResult,
    ) -> Result<(), StoreError> {
        let refused = !matches!(result.outcome, folio_protocol::sync::Outcome::Applied);
        let seq = if refused { self.next_seq() } else { self.seq };
        let result = serde_json::to_string(result).map_err(|error| StoreError::corrupt("result", error))?;
        self.results.push(ResultLine {
            mutation_id: pushed.mutation_id,
            mid: pushed.mid,
            args_sha256: args_sha256.to_owned(),
            result,
            seq,
        });
        Ok(())
    }

    /// Writes everything. Gives the kinds that changed with their places, and whether there are new jobs.
    pub(super) async fn write(
        self,
        db: &mut Writer,
        set: &WorkingSet<'_>,
        now: Timestamp,
    ) -> Result<(Vec<(Kind, Place)>, bool), StoreError> {
        let mut changes: Vec<Saved> = self
            .touched
            .iter()
            .map(|key| (*key, set.records().row(key.0, key.1).cloned()))
            .collect();
        changes.extend(self.trail_rows);
        save_rows(db, self.org, &changes).await?;
        write_feed(db, self.org, &self.feed).await?;
        write_results(db, self.org, self.device_id, &self.results).await?;
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
        let places: BTreeSet<(Kind, Place)> =
            self.feed.keys().map(|(place, kind, _)| (*kind, *place)).collect();
        Ok((places.into_iter().collect(), !self.jobs.is_empty()))
    }
}

async fn write_feed(
    db: &mut Writer,
    org: OrgId,
    feed: &BTreeMap<(Place, Kind, Uuid), i64>,
) -> Result<(), StoreError> {
    let lines: Vec<(&(Place, Kind, Uuid), &i64)> = feed.iter().collect();
    for chunk in lines.chunks(CHUNK) {
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

async fn write_results(
    db: &mut Writer,
    org: OrgId,
    device: DeviceId,
    results: &[ResultLine],
) -> Result<(), StoreError> {
    for chunk in results.chunks(CHUNK) {
        let sql = format!(
            "INSERT INTO mutation_result (org_id, mutation_id, device_id, mid, args_sha256, result, seq) VALUES {}",
            tuples(chunk.len(), 7)
        );
        let mut query = sqlx::query(AssertSqlSafe(sql));
        for line in chunk {
            query = query
                .bind(org.to_string())
                .bind(line.mutation_id.to_string())
                .bind(device.to_string())
                .bind(line.mid)
                .bind(line.args_sha256.clone())
                .bind(line.result.clone())
                .bind(line.seq);
        }
        query.execute(&mut *db).await?;
    }
    if let Some(last) = results.iter().map(|line| line.mid).max() {
        sqlx::query("UPDATE device SET last_mid = $2 WHERE device_id = $1 AND last_mid < $2")
            .bind(device.to_string())
            .bind(last)
            .execute(&mut *db)
            .await?;
    }
    Ok(())
}

/// The stored results of those of `mutations` that were taken before, each with the hash of its arguments.
pub(super) async fn stored_results(
    db: &mut Writer,
    org: OrgId,
    mutations: &[PushedMutation],
) -> Result<BTreeMap<MutationId, (String, MutationResult)>, StoreError> {
    let mut stored = BTreeMap::new();
    for chunk in mutations.chunks(CHUNK) {
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
