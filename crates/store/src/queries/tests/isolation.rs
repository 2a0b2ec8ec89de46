//! Who asks gets only what is theirs.

use folio_domain::clients::{EditClient, SetClientNote};
use folio_domain::fields::FieldEdit;
use folio_domain::ids::{DocumentId, DraftId, InvoiceId, PaymentId, ThreadId};
use folio_domain::threads::Subject;
use folio_protocol::Problem;
use folio_protocol::ProblemCode;
use serde_json::json;

use super::super::answer;
use super::*;

/// Stands in everything of the first client that is shared with it.
const CANARY: &str = "zitronenfalter";
/// Stands in everything about the first client that is the business's own.
const INTERNAL: &str = "nachtpfauenauge";

struct Secrets {
    draft: DraftId,
    invoice: InvoiceId,
    payment: PaymentId,
    thread: ThreadId,
    document: DocumentId,
    internal_document: DocumentId,
}

async fn secrets(world: &World) -> Secrets {
    let (owner, client_id) = (world.owner(), world.client(0));
    let edit = |field: &str, from: &str, to: String| FieldEdit {
        field: field.to_owned(),
        from: json!(from),
        to: json!(to),
    };
    let name = edit("name", "Müller GmbH", format!("{CANARY} GmbH"));
    world
        .act(
            &owner,
            EditClient {
                client_id,
                edits: vec![name],
            },
        )
        .await;
    let note = edit("text", "", format!("{INTERNAL} note"));
    world
        .act(
            &owner,
            SetClientNote {
                client_id,
                edit: note,
            },
        )
        .await;
    let invoice = world.invoice(0, &format!("{CANARY} line"), 100).await;
    let payment = world.pay(0, 40, &[(invoice, 40)]).await;
    Secrets {
        draft: world
            .draft(Some(client_id), &[(&format!("{INTERNAL} line"), 5)])
            .await,
        invoice,
        payment,
        thread: world
            .thread(
                0,
                &world.person(0),
                Subject::Invoice(invoice),
                &format!("{CANARY} words"),
            )
            .await,
        document: world.document(0, &owner, &format!("{CANARY} file"), true).await,
        internal_document: world
            .document(0, &owner, &format!("{INTERNAL} file"), false)
            .await,
    }
}

/// Texts that mention the invoices' numbers.
fn mentions() -> impl Iterator<Item = Query> {
    (1..=5).map(|number| {
        Query::MentionedInvoiceQuery(MentionedInvoiceQuery {
            text: format!("2026-{number:04}"),
            currency: euro(),
        })
    })
}

/// Every query there is, asking for the first client's records wherever one can be named.
fn every_query(world: &World, of: &Secrets) -> Vec<Query> {
    let client_id = Some(world.client(0));
    let mut queries = vec![
        Query::TodayQuery(TodayQuery {}),
        Query::HomeQuery(HomeQuery {}),
        Query::OpenItemsQuery(OpenItemsQuery {}),
        Query::OrganisationQuery(OrganisationQuery {}),
        Query::SettingsQuery(SettingsQuery {}),
        Query::StationeryQuery(StationeryQuery {}),
        Query::ClientQuery(ClientQuery {
            client_id: world.client(0),
        }),
        Query::InvoiceQuery(InvoiceQuery {
            invoice_id: of.invoice,
        }),
        Query::DraftQuery(DraftQuery { draft_id: of.draft }),
        Query::ReceiptQuery(ReceiptQuery {
            payment_id: of.payment,
        }),
        Query::RecordedPayments(RecordedPayments {
            from: jiff::civil::date(2000, 1, 1),
            to: jiff::civil::date(2100, 1, 1),
            after: None,
            limit: 100,
        }),
        Query::StatementQuery(StatementQuery {
            client_id: world.client(0),
            from: jiff::civil::date(2000, 1, 1),
            to: jiff::civil::date(2100, 1, 1),
        }),
        Query::MonthQuery(MonthQuery { year: 2026, month: 9 }),
        Query::ThreadQuery(ThreadQuery { thread_id: of.thread }),
        Query::DocumentQuery(DocumentQuery {
            document_id: of.document,
        }),
        Query::DocumentQuery(DocumentQuery {
            document_id: of.internal_document,
        }),
        Query::ConflictsQuery(ConflictsQuery {}),
        Query::ClientsQuery(ClientsQuery {
            search: None,
            after: None,
            limit: 100,
        }),
        Query::InvoicesQuery(all_invoices()),
        Query::PreviewInvoice(PreviewInvoice {
            content: folio_domain::invoices::PricedContent {
                currency: euro(),
                tax_mode: TaxMode::Exclusive,
                discount: Discount::None,
                lines: Vec::new(),
            },
            credits: None,
        }),
    ];
    queries.push(Query::ImportsQuery(ImportsQuery {}));
    queries.extend(mentions());
    for client_id in [None, client_id] {
        queries.extend([
            Query::InvoicesQuery(InvoicesQuery {
                client_id,
                ..all_invoices()
            }),
            Query::InvoicesQuery(InvoicesQuery {
                client_id,
                filter: InvoiceFilter::Open,
                ..all_invoices()
            }),
            Query::DraftsQuery(DraftsQuery { client_id }),
            Query::LineSuggestions(LineSuggestions {
                text: String::new(),
                client_id,
            }),
            Query::PaymentsQuery(PaymentsQuery {
                client_id,
                after: None,
                limit: 100,
            }),
            Query::ThreadsQuery(ThreadsQuery {
                client_id,
                waiting_only: false,
            }),
            Query::DocumentsQuery(DocumentsQuery { client_id }),
            Query::ActivityQuery(ActivityQuery {
                client_id,
                clients_only: false,
                after: None,
                limit: 100,
            }),
        ]);
    }
    for text in [CANARY, INTERNAL] {
        queries.push(Query::SearchQuery(SearchQuery {
            text: text.to_owned(),
            limit: 50,
        }));
    }
    queries
}

/// The answers that `actor` gets to `queries`, as text, each with its query's name; refusals are left out.
async fn answers(world: &World, actor: &Actor, queries: &[Query]) -> Vec<(QueryName, String)> {
    let mut answers = Vec::new();
    for query in queries {
        match answer(&world.fixture.store, &world.scope(actor), world.now, query).await {
            Ok(json) => answers.push((query.name(), json.to_string())),
            Err(error) => {
                let code = Problem::from(error).code;
                assert!(
                    matches!(code, ProblemCode::NotFound | ProblemCode::Forbidden),
                    "{:?}: {code:?}",
                    query.name()
                );
            }
        }
    }
    answers
}

#[tokio::test]
async fn every_query_is_asked_here() {
    for world in worlds().await {
        let secrets = secrets(&world).await;
        let asked: Vec<QueryName> = every_query(&world, &secrets).iter().map(Query::name).collect();
        for name in QueryName::ALL {
            assert!(asked.contains(name), "{name:?}");
        }
    }
}

#[tokio::test]
async fn nothing_of_one_client_reaches_another() {
    for world in worlds().await {
        let secrets = secrets(&world).await;
        let queries = every_query(&world, &secrets);
        let named = |answers: &[(QueryName, String)], canary: &str| -> Vec<QueryName> {
            answers
                .iter()
                .filter(|(_, json)| json.contains(canary))
                .map(|(name, _)| *name)
                .collect()
        };
        let ids = [
            secrets.invoice.0,
            secrets.thread.0,
            secrets.document.0,
            world.client(0).0,
        ]
        .map(|id| id.to_string());

        let other = answers(&world, &world.person(1), &queries).await;
        assert_eq!(named(&other, CANARY), []);
        assert_eq!(named(&other, INTERNAL), []);
        for id in &ids {
            assert_eq!(named(&other, id), []);
        }

        // The same look finds the canary where it belongs.
        let own = answers(&world, &world.person(0), &queries).await;
        let own_names = named(&own, CANARY);
        for name in [
            QueryName::HomeQuery,
            QueryName::ClientQuery,
            QueryName::InvoiceQuery,
            QueryName::InvoicesQuery,
            QueryName::PaymentsQuery,
            QueryName::ThreadQuery,
            QueryName::ThreadsQuery,
            QueryName::DocumentQuery,
            QueryName::DocumentsQuery,
            QueryName::SearchQuery,
        ] {
            assert!(own_names.contains(&name), "{name:?}");
        }
        assert_eq!(named(&own, INTERNAL), []);
        let owner = answers(&world, &world.owner(), &queries).await;
        for name in [
            QueryName::ClientQuery,
            QueryName::DraftQuery,
            QueryName::DocumentsQuery,
            QueryName::SearchQuery,
        ] {
            assert!(named(&owner, INTERNAL).contains(&name), "{name:?}");
        }
    }
}

#[tokio::test]
async fn the_bookkeeper_reads_money_and_nothing_else() {
    for world in worlds().await {
        let secrets = secrets(&world).await;
        // Only then is a client without one named in the month.
        world.register().await;
        let books = world.bookkeeper();
        let answers = answers(&world, &books, &every_query(&world, &secrets)).await;
        for (name, json) in &answers {
            assert!(!json.contains(INTERNAL), "{name:?}: {json}");
            assert!(!json.contains(&format!("{CANARY} words")), "{name:?}");
            assert!(!json.contains(&format!("{CANARY} file")), "{name:?}");
        }
        for name in [
            QueryName::InvoicesQuery,
            QueryName::PaymentsQuery,
            QueryName::ClientsQuery,
            QueryName::MonthQuery,
        ] {
            assert!(
                answers
                    .iter()
                    .any(|(answered, json)| *answered == name && json.contains(CANARY)),
                "{name:?}"
            );
        }
        for query in [threads_of(None), threads_of(Some(world.client(0)))] {
            assert_eq!(
                world.refusal(&books, query).await.message_key,
                "refused-forbidden"
            );
        }
    }
}

fn threads_of(client_id: Option<ClientId>) -> ThreadsQuery {
    ThreadsQuery {
        client_id,
        waiting_only: false,
    }
}

#[tokio::test]
async fn one_organisation_knows_nothing_of_another() {
    for world in worlds().await {
        let secrets = secrets(&world).await;
        let stranger = Fixture::new(world.fixture.store.clone()).await.unwrap();
        for query in every_query(&world, &secrets) {
            let scope = stranger.scope(&stranger.owner);
            if let Ok(json) = answer(&world.fixture.store, &scope, world.now, &query).await {
                let json = json.to_string();
                assert!(
                    !json.contains(CANARY) && !json.contains(INTERNAL),
                    "{:?}",
                    query.name()
                );
            }
        }
    }
}
