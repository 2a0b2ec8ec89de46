//! Every query, asked by everyone.

use folio_domain::ids::ClientId;
use folio_domain::invoices::{Discount, PricedContent, TaxMode};
use folio_protocol::queries::*;
use folio_tests::make::{euro, item};

use crate::world::{Who, World, roles, same_roles};

/// Who may ask, whether it is about one thing of the client, and the question. Every query has its line, or this does
/// not compile.
async fn sample(world: &World, name: QueryName) -> (&'static str, bool, Query) {
    use QueryName as Q;
    let (client_id, invoice_id) = (world.client_id(), world.invoice);
    match name {
        Q::TodayQuery => ("os", false, Query::TodayQuery(TodayQuery {})),
        Q::HomeQuery => ("c", false, Query::HomeQuery(HomeQuery {})),
        Q::OpenItemsQuery => ("osbc", false, Query::OpenItemsQuery(OpenItemsQuery {})),
        Q::OrganisationQuery => ("osbc", false, Query::OrganisationQuery(OrganisationQuery {})),
        Q::StationeryQuery => ("os", false, Query::StationeryQuery(StationeryQuery {})),
        Q::SettingsQuery => ("os", false, Query::SettingsQuery(SettingsQuery {})),
        Q::ClientsQuery => (
            "osb",
            false,
            Query::ClientsQuery(ClientsQuery {
                search: None,
                after: None,
                limit: 50,
            }),
        ),
        Q::ClientQuery => ("osbc", true, Query::ClientQuery(ClientQuery { client_id })),
        Q::InvoicesQuery => ("osbc", false, invoices()),
        Q::InvoiceQuery => ("osbc", true, Query::InvoiceQuery(InvoiceQuery { invoice_id })),
        Q::DraftsQuery => ("os", false, Query::DraftsQuery(DraftsQuery { client_id: None })),
        Q::DraftQuery => {
            let (draft_id, _) = world.draft().await;
            ("os", true, Query::DraftQuery(DraftQuery { draft_id }))
        }
        Q::PreviewInvoice => ("os", false, preview()),
        Q::LineSuggestions => (
            "os",
            false,
            Query::LineSuggestions(LineSuggestions {
                text: "Wo".to_owned(),
                client_id: None,
            }),
        ),
        Q::PaymentsQuery => ("osbc", false, payments()),
        Q::ReceiptQuery => {
            let payment_id = world.payment().await;
            ("osbc", true, Query::ReceiptQuery(ReceiptQuery { payment_id }))
        }
        Q::StatementQuery => ("osbc", true, statement(client_id)),
        Q::MonthQuery => (
            "osb",
            false,
            Query::MonthQuery(MonthQuery { year: 2026, month: 1 }),
        ),
        Q::ThreadsQuery => (
            "osc",
            false,
            Query::ThreadsQuery(ThreadsQuery {
                client_id: None,
                waiting_only: false,
            }),
        ),
        Q::ThreadQuery => (
            "osc",
            true,
            Query::ThreadQuery(ThreadQuery {
                thread_id: world.thread,
            }),
        ),
        Q::ImportsQuery => ("o", false, Query::ImportsQuery(ImportsQuery {})),
        Q::DocumentsQuery => (
            "osc",
            false,
            Query::DocumentsQuery(DocumentsQuery { client_id: None }),
        ),
        Q::DocumentQuery => (
            "osc",
            true,
            Query::DocumentQuery(DocumentQuery {
                document_id: world.document,
            }),
        ),
        Q::ActivityQuery => {
            let query = ActivityQuery {
                client_id: None,
                clients_only: false,
                after: None,
                limit: 50,
            };
            ("os", false, Query::ActivityQuery(query))
        }
        Q::ConflictsQuery => ("os", false, Query::ConflictsQuery(ConflictsQuery {})),
        Q::SearchQuery => (
            "osbc",
            false,
            Query::SearchQuery(SearchQuery {
                text: "Work".to_owned(),
                limit: 20,
            }),
        ),
    }
}

fn payments() -> Query {
    Query::PaymentsQuery(PaymentsQuery {
        client_id: None,
        after: None,
        limit: 50,
    })
}

fn invoices() -> Query {
    let filter = InvoiceFilter::All;
    Query::InvoicesQuery(InvoicesQuery {
        filter,
        client_id: None,
        search: None,
        after: None,
        limit: 50,
    })
}

fn statement(client_id: ClientId) -> Query {
    let today = folio_tests::make::today();
    Query::StatementQuery(StatementQuery {
        client_id,
        from: today,
        to: today,
    })
}

fn preview() -> Query {
    let content = PricedContent {
        currency: euro(),
        tax_mode: TaxMode::Exclusive,
        discount: Discount::None,
        lines: vec![item("Work")],
    };
    Query::PreviewInvoice(PreviewInvoice {
        content,
        credits: None,
    })
}

#[tokio::test]
async fn every_query_is_asked_by_everyone() {
    let world = World::new().await;
    let mut wrong = Vec::new();
    for name in QueryName::ALL {
        for who in Who::ALL {
            let (may, about_theirs, query) = sample(&world, *name).await;
            assert!(
                same_roles(name.roles(), may),
                "the table says otherwise of {name:?}"
            );
            // A link shows its invoice with whom it is for, and nothing else of theirs.
            let beyond_link = who == Who::Linked
                && matches!(
                    name,
                    QueryName::ThreadQuery
                        | QueryName::DocumentQuery
                        | QueryName::ReceiptQuery
                        | QueryName::StatementQuery
                );
            let expected = match who.role() {
                None => 401,
                Some(role) if !roles(may).contains(&role) => 403,
                Some(_) if about_theirs && (who.is_stranger() || beyond_link) => 404,
                Some(_) => 200,
            };
            let answer = world.caller(who).query(&query).await.unwrap();
            if answer.status != expected {
                wrong.push(format!("{name:?} by {who:?}: {}, not {expected}", answer.status));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[tokio::test]
async fn a_link_shows_nothing_but_its_invoice() {
    let world = World::new().await;
    let linked = world.caller(Who::Linked);
    folio_tests::business::issue(&world.owner, world.client_id(), "", &["Other work"])
        .await
        .unwrap();
    let page: InvoicePage = linked.ask(invoices()).await.unwrap();
    assert_eq!(
        page.rows.iter().map(|row| row.invoice_id).collect::<Vec<_>>(),
        [world.invoice]
    );
    let threads: ThreadList = linked
        .ask(Query::ThreadsQuery(ThreadsQuery {
            client_id: None,
            waiting_only: false,
        }))
        .await
        .unwrap();
    assert_eq!(threads.rows, []);
    let found: SearchAnswer = linked
        .ask(Query::SearchQuery(SearchQuery {
            text: "Other".to_owned(),
            limit: 20,
        }))
        .await
        .unwrap();
    assert_eq!(found.hits, []);
}
