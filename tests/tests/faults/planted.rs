//! The judge is tried: faults planted on purpose in a history that is as it should be.

use std::collections::BTreeSet;
use std::sync::Arc;

use folio_domain::ids::{InvoiceId, MutationId, OrgId};
use folio_domain::invoices::{Invoice, InvoiceStanding, Origin};
use folio_domain::records::{Body, Kind, Record, Row};
use folio_domain::threads::Message;
use folio_domain::trail::Activity;
use folio_protocol::sync::Outcome;
use folio_replica::{RouterLink, ServerLink};
use folio_server::App;
use folio_store::{Location, Schema, Store};
use folio_tests::business::{config, found, join_client};
use folio_tests::caller::Caller;
use folio_tests::judge::{Desktops, Finding, judge};
use folio_tests::ledger::Ledger;
use folio_tests::make::fresh;
use folio_tests::notebook::{self, Note};
use folio_tests::storm::{Driver, Storm};

use crate::OWNER;

/// A small history that is as it should be: what a driver wrote down, and the database that it is about.
struct Calm {
    _folder: tempfile::TempDir,
    org: OrgId,
    store: Store,
    notes: Vec<Note>,
}

impl Calm {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let app = App::open(config(folder.path()).unwrap()).await.unwrap();
        let org = found(&app, "Studio", OWNER).await.unwrap().org_id;
        let link: Arc<dyn ServerLink> = Arc::new(RouterLink::new(app.router()));
        let owner = Caller::sign_in(link.clone(), OWNER).await.unwrap();
        let client = join_client(&owner, &link, "Client", "Karl", "karl@client.example")
            .await
            .unwrap()
            .client_id;
        let notebook = folder.path().join("driver.jsonl");
        let mut driver = Driver::new(owner, client, &notebook, Arc::new(Storm::default())).unwrap();
        for _ in 0..3 {
            driver.round().await.unwrap();
        }
        folio_server::work_off(&app).await.unwrap();
        app.close().await;
        let location = Location::Sqlite {
            path: folder.path().join("folio.db"),
            key: None,
            readers: 1,
        };
        let store = Store::open(&location, Schema::Server).await.unwrap();
        Self {
            _folder: folder,
            org,
            store,
            notes: notebook::read(&notebook).unwrap(),
        }
    }

    async fn ledger(&self) -> Ledger {
        Ledger::read(&self.store, self.org).await.unwrap()
    }

    async fn findings(&self) -> BTreeSet<Finding> {
        judge(&self.notes, &self.ledger().await, Desktops::Settled)
    }

    async fn run(&self, sql: &'static str, values: &[&str]) {
        let mut transaction = self.store.begin().await.unwrap();
        let mut query = sqlx::query(sql);
        for value in values {
            query = query.bind((*value).to_owned());
        }
        let changed = query.execute(&mut *transaction).await.unwrap();
        assert_eq!(changed.rows_affected(), 1, "{sql}");
        transaction.commit().await.unwrap();
    }

    /// Writes a row behind the engine's back.
    async fn overwrite(&self, row: Row) {
        let mut transaction = self.store.begin().await.unwrap();
        folio_store::rows::put(&mut transaction, self.org, row.kind(), &[&row])
            .await
            .unwrap();
        transaction.commit().await.unwrap();
    }

    async fn change<R: Record>(&self, row: &Row, change: impl FnOnce(&mut R)) {
        let mut record = R::from_body(&row.body).unwrap().clone();
        change(&mut record);
        let body: Body = record.into_body();
        self.overwrite(Row { body, ..row.clone() }).await;
    }

    async fn rows(&self, kind: Kind) -> Vec<Row> {
        self.ledger().await.rows.remove(&kind).unwrap()
    }

    /// The issued invoices in the order of their numbers.
    async fn invoices(&self) -> Vec<Row> {
        let mut rows = self.rows(Kind::Invoice).await;
        rows.sort_by_key(|row| Invoice::from_body(&row.body).unwrap().number.clone());
        rows
    }

    fn answered(&self) -> MutationId {
        let applied = self.notes.iter().find_map(|note| match note {
            Note::Answered(result) if result.outcome == Outcome::Applied => Some(result.mutation_id),
            _ => None,
        });
        applied.unwrap()
    }
}

fn marked_message(rows: &[Row], calm: &Calm) -> (Row, MutationId) {
    let offered: BTreeSet<String> = calm
        .notes
        .iter()
        .filter_map(|note| match note {
            Note::Offered { mutation_id, .. } => Some(mutation_id.to_string()),
            _ => None,
        })
        .collect();
    let text = |row: &Row| Message::from_body(&row.body).unwrap().text.clone();
    let row = rows.iter().find(|row| offered.contains(&text(row))).unwrap();
    (row.clone(), MutationId(text(row).parse().unwrap()))
}

#[tokio::test]
async fn the_judge_finds_nothing_where_nothing_is_wrong() {
    let calm = Calm::new().await;
    assert_eq!(calm.findings().await, BTreeSet::new());
    assert_eq!(calm.invoices().await.len(), 3);
    assert!(calm.notes.len() > 100);
}

#[tokio::test]
async fn the_judge_sees_a_dropped_acknowledgement() {
    let calm = Calm::new().await;
    let id = calm.answered();
    calm.run(
        "DELETE FROM mutation_result WHERE mutation_id = $1",
        &[&id.to_string()],
    )
    .await;
    assert!(calm.findings().await.contains(&Finding::Lost(id)));
}

#[tokio::test]
async fn the_judge_sees_an_outcome_that_was_changed() {
    let calm = Calm::new().await;
    let id = calm.answered();
    let refused = format!(
        r#"{{"mutation_id":"{id}","outcome":"refused","refusal":{{"code":"invalid","message_key":"refused-empty","params":{{}}}}}}"#
    );
    calm.run(
        "UPDATE mutation_result SET result = $2 WHERE mutation_id = $1",
        &[&id.to_string(), &refused],
    )
    .await;
    assert!(calm.findings().await.contains(&Finding::OtherOutcome(id)));
}

#[tokio::test]
async fn the_judge_sees_a_doubled_mutation() {
    let calm = Calm::new().await;
    let (row, id) = marked_message(&calm.rows(Kind::Message).await, &calm);
    calm.overwrite(Row { id: fresh(), ..row }).await;
    assert_eq!(calm.findings().await, [Finding::Twice(id)].into());
}

#[tokio::test]
async fn the_judge_sees_a_doubled_trail_entry() {
    let calm = Calm::new().await;
    let row = calm
        .rows(Kind::Activity)
        .await
        .into_iter()
        .find(|row| Activity::from_body(&row.body).unwrap().action == "post_message");
    let row = row.unwrap();
    let id = Activity::from_body(&row.body).unwrap().mutation_id;
    calm.overwrite(Row { id: fresh(), ..row }).await;
    assert!(calm.findings().await.contains(&Finding::TrailEntries(id, 2)));
}

#[tokio::test]
async fn the_judge_sees_a_row_that_is_gone() {
    let calm = Calm::new().await;
    let (row, id) = marked_message(&calm.rows(Kind::Message).await, &calm);
    calm.run("DELETE FROM message WHERE id = $1", &[&row.id.to_string()])
        .await;
    assert_eq!(calm.findings().await, [Finding::RowLost(id)].into());
}

#[tokio::test]
async fn the_judge_sees_a_row_that_nobody_was_told_of() {
    let mut calm = Calm::new().await;
    let (_, id) = marked_message(&calm.rows(Kind::Message).await, &calm);
    calm.run(
        "DELETE FROM mutation_result WHERE mutation_id = $1",
        &[&id.to_string()],
    )
    .await;
    calm.notes
        .retain(|note| !matches!(note, Note::Answered(result) if result.mutation_id == id));
    assert!(calm.findings().await.contains(&Finding::RowFromNowhere(id)));
}

#[tokio::test]
async fn the_judge_sees_a_number_used_again() {
    let calm = Calm::new().await;
    let rows = calm.invoices().await;
    let first = Invoice::from_body(&rows[0].body).unwrap().clone();
    calm.change::<Invoice>(&rows[1], |invoice| {
        invoice.number.clone_from(&first.number);
        invoice.origin = match (&first.origin, &invoice.origin) {
            (Origin::Issued { sequence, .. }, Origin::Issued { draft_id, .. }) => Origin::Issued {
                draft_id: *draft_id,
                sequence: *sequence,
            },
            _ => panic!("not issued"),
        };
    })
    .await;
    let findings = calm.findings().await;
    assert!(
        findings.contains(&Finding::NumberTwice(first.number)),
        "{findings:?}"
    );
    assert!(findings.contains(&Finding::NumberMissing(2)), "{findings:?}");
    assert!(
        findings.contains(&Finding::NumberChanged(InvoiceId(rows[1].id))),
        "{findings:?}"
    );
}

#[tokio::test]
async fn the_judge_sees_a_number_that_was_skipped() {
    let calm = Calm::new().await;
    let rows = calm.invoices().await;
    calm.change::<Invoice>(&rows[2], |invoice| {
        if let Origin::Issued { sequence, .. } = &mut invoice.origin {
            *sequence += 1;
        }
    })
    .await;
    let findings = calm.findings().await;
    assert_eq!(
        findings,
        [Finding::NumberMissing(3), Finding::SeriesCounter].into()
    );
}

#[tokio::test]
async fn the_judge_sees_an_invoice_that_is_gone() {
    let calm = Calm::new().await;
    let rows = calm.invoices().await;
    calm.run("DELETE FROM invoice WHERE id = $1", &[&rows[2].id.to_string()])
        .await;
    let findings = calm.findings().await;
    assert!(findings.contains(&Finding::SeriesCounter), "{findings:?}");
    assert!(
        findings.contains(&Finding::NumberChanged(InvoiceId(rows[2].id))),
        "{findings:?}"
    );
}

#[tokio::test]
async fn the_judge_sees_a_standing_that_does_not_follow() {
    let calm = Calm::new().await;
    let rows = calm.rows(Kind::InvoiceStanding).await;
    calm.change::<InvoiceStanding>(&rows[0], |standing| standing.amount_paid.minor += 1)
        .await;
    assert_eq!(
        calm.findings().await,
        [Finding::Standing(InvoiceId(rows[0].id))].into()
    );
}

#[tokio::test]
async fn the_judge_sees_a_rewritten_trail() {
    let calm = Calm::new().await;
    let rows = calm.rows(Kind::Activity).await;
    calm.change::<Activity>(&rows[5], |activity| activity.label.push('!'))
        .await;
    assert_eq!(
        calm.findings().await,
        [Finding::TrailRewritten(rows[5].id)].into()
    );
}

#[tokio::test]
async fn the_judge_sees_a_trail_that_was_cut() {
    let calm = Calm::new().await;
    let ledger = calm.ledger().await;
    let last = ledger.links().last().unwrap().activity_id;
    calm.run("DELETE FROM activity WHERE id = $1", &[&last.to_string()])
        .await;
    calm.run(
        "DELETE FROM trail_link WHERE position = (SELECT MAX(position) FROM trail_link)",
        &[],
    )
    .await;
    assert!(calm.findings().await.contains(&Finding::TrailHead));
}

#[tokio::test]
async fn the_judge_sees_a_saved_change_that_never_arrived() {
    let mut calm = Calm::new().await;
    let id = MutationId(fresh());
    calm.notes.push(Note::Saved { mutation_id: id });
    assert_eq!(calm.findings().await, [Finding::Lost(id)].into());
}
