//! Two desktops and a server, with faults.

mod accounts;
mod backups;
mod changes;
mod endings;
mod files;
mod papers;
mod resync;
mod saves;
mod server;
mod unsent;

use std::time::{Duration, Instant};

use folio_domain::fields::FieldEdit;
use folio_domain::ids::{ClientId, DraftId, MutationId};
use folio_domain::invoices::{Billing, CreateDraft, EditDraft, TaxMode};
use folio_domain::mutations::Mutation;
use folio_domain::records::{Kind, Record, Row};
use folio_protocol::commands::{MutateAnswer, MutateRequest};
use folio_store::testing::{euro, random_id};
use serde_json::Value;
use uuid::Uuid;

use crate::replica::Replica;
use server::Server;

fn request(mutation: impl Into<Mutation>) -> MutateRequest {
    MutateRequest {
        mutation_id: MutationId(random_id()),
        mutation: mutation.into(),
        hold_ms: 0,
    }
}

async fn change(replica: &Replica, mutation: impl Into<Mutation>) -> MutateAnswer {
    replica.mutate(request(mutation)).await.unwrap()
}

fn draft(client: ClientId) -> (DraftId, CreateDraft) {
    let draft_id = DraftId(random_id());
    let billing = Billing {
        client_id: Some(client),
        currency: euro(),
        tax_mode: TaxMode::Exclusive,
    };
    let create = CreateDraft {
        draft_id,
        billing,
        issue_date: None,
        payment_terms_days: 14,
        note: String::new(),
    };
    (draft_id, create)
}

fn edit(draft_id: DraftId, field: &str, from: impl Into<Value>, to: impl Into<Value>) -> EditDraft {
    EditDraft {
        draft_id,
        edits: vec![FieldEdit {
            field: field.to_owned(),
            from: from.into(),
            to: to.into(),
        }],
    }
}

async fn row(replica: &Replica, kind: Kind, id: Uuid) -> Option<Row> {
    let mut transaction = replica.core.store.begin_read().await.unwrap();
    let org = replica.person().org_id;
    folio_store::rows::by_ids(&mut transaction, org, kind, &[id])
        .await
        .unwrap()
        .pop()
}

async fn find<R: Record>(replica: &Replica, id: impl Into<Uuid>) -> Option<R> {
    row(replica, R::KIND, id.into())
        .await
        .and_then(|row| R::from_body(&row.body).cloned())
}

/// Every row that the server would send to the replica's person is there, as the server has it.
async fn assert_same(server: &Server, replica: &Replica) {
    let scope = replica.core.scope();
    let page = server
        .store()
        .pull(&scope, replica.device_id(), None, 100_000)
        .await
        .unwrap();
    assert!(page.caught_up);
    for wire in page.rows {
        let expected = folio_store::desktop::row_from_wire(&wire).unwrap();
        let found = row(replica, wire.kind, wire.id).await;
        assert_eq!(
            found.as_ref(),
            Some(&expected),
            "{} {}",
            wire.kind.table(),
            wire.id
        );
    }
    let mut transaction = replica.core.store.begin_read().await.unwrap();
    assert_eq!(
        folio_store::desktop::base_rows(&mut transaction).await.unwrap(),
        vec![]
    );
}

async fn until(what: &str, mut holds: impl AsyncFnMut() -> bool) {
    let deadline = Instant::now() + Duration::from_secs(20);
    while !holds().await {
        assert!(Instant::now() < deadline, "{what}");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}
