//! The invoices' list over a hundred thousand invoices: pages of every filter, from the start and deep inside.

use std::time::Instant;

use anyhow::Result;
use folio_domain::ids::PrincipalId;
use folio_domain::mutations::Actor;
use folio_domain::permissions::{Access, Grant, Role};
use folio_protocol::queries::{InvoiceFilter, InvoicePage, InvoicesQuery, Query};
use folio_server::Source;
use folio_store::{Location, Schema, Scope, Store};
use folio_tests::make::fresh;

use crate::figure::{Report, percentile_ms};

const ROUNDS: usize = 40;
const PAGES: usize = 3;

pub async fn measure(report: &Report) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("folio.db");
    let store = Store::open(
        &Location::Sqlite {
            path,
            key: None,
            readers: 2,
        },
        Schema::Server,
    )
    .await?;
    let org = crate::many::fill(&store, 100_000).await?;
    report.note("list: 100,000 invoices of 200 clients, one in eight open, pages of 100");
    let access = Access {
        role: Role::Owner,
        grants: Grant::for_role(Role::Owner, None).into_iter().collect(),
    };
    let scope = Scope::new(
        org,
        Actor {
            principal_id: PrincipalId(fresh()),
            name: "Asha".to_owned(),
            access,
        },
    );
    let now = Source::system().now();

    let mut times = Vec::new();
    for round in 0..ROUNDS {
        let filters = [
            InvoiceFilter::All,
            InvoiceFilter::Open,
            InvoiceFilter::Overdue,
            InvoiceFilter::Paid,
        ];
        let filter = filters.get(round % filters.len()).copied().unwrap_or_default();
        let mut after = None;
        for _ in 0..PAGES {
            let query = InvoicesQuery {
                filter,
                client_id: None,
                search: None,
                after: after.clone(),
                limit: 100,
            };
            let begin = Instant::now();
            let answer =
                folio_store::queries::answer(&store, &scope, now, &Query::InvoicesQuery(query)).await?;
            times.push(begin.elapsed());
            after = serde_json::from_value::<InvoicePage>(answer)?.next;
        }
    }
    report.figure(
        "list.query_100k_p95_ms",
        percentile_ms(&mut times, 0.95),
        "ms",
        50.0,
    );
    store.close().await;
    Ok(())
}
