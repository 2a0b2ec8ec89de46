//! A stranger who tries everything: every question, every call, with every id of the first client.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use folio_domain::clients::{EditClient, SetClientNote};
use folio_domain::documents::{AddVersion, RemoveDocument, ShareDocument, ViewDocument};
use folio_domain::fields::FieldEdit;
use folio_domain::ids::{ClientId, ContactId, DocumentId, DraftId, LineId, MessageId, ThreadId, VersionId};
use folio_domain::invoices::{
    Billing, DeleteLine, DiscardDraft, EditDraft, EditLine, IssueInvoice, MarkSent, SendInvoice, TaxMode,
    ViewInvoice,
};
use folio_domain::mutations::Mutation;
use folio_domain::payments::ReversePayment;
use folio_domain::people::{EditContact, RemoveContact};
use folio_domain::threads::{MarkRead, MessageKind, NewMessage, PostMessage, StartThread, Subject};
use folio_protocol::commands::{SaveReceipt, SaveStatement};
use folio_protocol::queries::*;
use folio_server::Source;
use folio_tests::caller::{Caller, pushed};
use folio_tests::make::{
    add_client, add_contact, add_document, add_line, create_draft, euro, fresh, item, new_version,
    record_payment,
};
use folio_tests::scan::{Hay, find};
use jiff::civil::{Date, date};
use serde_json::json;

use crate::scene::{Someone, Things};

/// Before anything happened.
pub const DAY_ONE: Date = date(2000, 1, 1);

/// Tries everything as `person`. Whether it is refused is another suite's matter; here its answers are kept.
pub async fn probe(person: &Someone, things: &Things) {
    for caller in [&person.app, &person.browser] {
        for query in queries(things) {
            caller.query(&query).await.unwrap();
        }
        downloads(caller, things).await;
        commands(caller, things).await;
        for mutation in mutations(things) {
            caller.mutate(mutation).await.unwrap();
        }
    }
    for mutation in mutations(things) {
        person.app.try_push(&[pushed(mutation)]).await.unwrap();
    }
    // All pages of a new copy; a person whose membership ended gets none.
    if person.app.pull(None).await.unwrap().status == 200 {
        person.app.pull_all(None).await.unwrap();
        person.desk.settled().await.unwrap();
        for query in queries(things) {
            // The desktop's own refusals carry nothing over the wire; its copy is scanned as a whole.
            let _ = person.desk.replica.query(query).await;
        }
        papers(person, things).await;
    }
}

/// The papers that a desktop draws up itself, which come over no wire. Who owns another business may have made a client
/// of the same id there, and draws up that one's.
async fn papers(person: &Someone, things: &Things) {
    let (receipt, statement) = (receipt_of(things), statement_of(things));
    let drawn = [
        person.desk.replica.receipt(&receipt).await,
        person.desk.replica.statement(&statement).await,
    ];
    let drawn = drawn.into_iter().flatten().map(|paper| Hay {
        name: paper.file_name,
        bytes: paper.bytes,
    });
    let found = find(&drawn.collect::<Vec<_>>(), &things.canaries.all()).unwrap();
    assert_eq!(found, [], "{} draws up another's paper", person.email);
}

pub fn receipt_of(things: &Things) -> SaveReceipt {
    SaveReceipt {
        payment_id: things.payment,
    }
}

pub fn statement_of(things: &Things) -> SaveStatement {
    SaveStatement {
        client_id: things.client,
        from: DAY_ONE,
        to: folio_tests::make::today(),
    }
}

/// Every number that an invoice here may have, each asked for alone: several at once mention none.
fn mentions() -> Vec<Query> {
    let year = folio_tests::make::today().year();
    let numbers = (1..=8).map(|number| format!("{year}-{number:04}"));
    let ask = |text| MentionedInvoiceQuery {
        text,
        currency: euro(),
    };
    numbers
        .map(|text| Query::MentionedInvoiceQuery(ask(text)))
        .collect()
}

fn queries(things: &Things) -> Vec<Query> {
    let (client_id, after) = (things.client, None);
    let mut queries = Vec::new();
    for name in QueryName::ALL {
        queries.extend(of(things, *name));
    }
    for text in things.canaries.all() {
        queries.push(Query::SearchQuery(SearchQuery {
            text: text.to_owned(),
            limit: 50,
        }));
        let (search, limit) = (Some(text[..8].to_owned()), 50);
        queries.push(Query::InvoicesQuery(InvoicesQuery {
            filter: InvoiceFilter::All,
            client_id: Some(client_id),
            search: search.clone(),
            after: after.clone(),
            limit,
        }));
        queries.push(Query::ClientsQuery(ClientsQuery {
            search,
            after: after.clone(),
            limit,
        }));
    }
    queries
}

fn this_month() -> Query {
    let today = folio_tests::make::today();
    Query::MonthQuery(MonthQuery {
        year: today.year(),
        month: today.month(),
    })
}

fn suggestions(client_id: Option<ClientId>) -> Query {
    let text = "kanari".to_owned();
    Query::LineSuggestions(LineSuggestions { text, client_id })
}

/// Each question, about the first client and about everything. Every query has its line, or this does not compile.
fn of(things: &Things, name: QueryName) -> Vec<Query> {
    use QueryName as Q;
    let both = [None, Some(things.client)];
    let (limit, after) = (50, None::<String>);
    match name {
        Q::TodayQuery => vec![Query::TodayQuery(TodayQuery {})],
        Q::HomeQuery => vec![Query::HomeQuery(HomeQuery {})],
        Q::OpenItemsQuery => vec![Query::OpenItemsQuery(OpenItemsQuery {})],
        Q::ImportsQuery => vec![Query::ImportsQuery(ImportsQuery {})],
        Q::OrganisationQuery => vec![Query::OrganisationQuery(OrganisationQuery {})],
        Q::SettingsQuery => vec![Query::SettingsQuery(SettingsQuery {})],
        Q::StationeryQuery => vec![Query::StationeryQuery(StationeryQuery {})],
        Q::ClientsQuery => vec![Query::ClientsQuery(ClientsQuery {
            search: None,
            after,
            limit,
        })],
        Q::ClientQuery => vec![Query::ClientQuery(ClientQuery {
            client_id: things.client,
        })],
        Q::InvoicesQuery => both
            .map(|client_id| InvoicesQuery {
                filter: InvoiceFilter::All,
                client_id,
                search: None,
                after: after.clone(),
                limit,
            })
            .map(Query::InvoicesQuery)
            .into(),
        Q::InvoiceQuery => [Some(things.invoice), things.moved]
            .into_iter()
            .flatten()
            .map(|invoice_id| Query::InvoiceQuery(InvoiceQuery { invoice_id }))
            .collect(),
        Q::DraftsQuery => both
            .map(|client_id| Query::DraftsQuery(DraftsQuery { client_id }))
            .into(),
        Q::DraftQuery => vec![Query::DraftQuery(DraftQuery {
            draft_id: things.draft,
        })],
        Q::PreviewInvoice => Vec::new(),
        Q::LineSuggestions => both.map(suggestions).into(),
        Q::PaymentsQuery => both
            .map(|client_id| {
                Query::PaymentsQuery(PaymentsQuery {
                    client_id,
                    after: after.clone(),
                    limit,
                })
            })
            .into(),
        Q::RecordedPayments => vec![Query::RecordedPayments(RecordedPayments {
            from: DAY_ONE,
            to: folio_tests::make::today(),
            after,
            limit,
        })],
        Q::MentionedInvoiceQuery => mentions(),
        Q::ReceiptQuery => vec![Query::ReceiptQuery(ReceiptQuery {
            payment_id: things.payment,
        })],
        Q::StatementQuery => vec![Query::StatementQuery(StatementQuery {
            client_id: things.client,
            from: DAY_ONE,
            to: folio_tests::make::today(),
        })],
        Q::MonthQuery => vec![this_month()],
        Q::ThreadsQuery => both
            .map(|client_id| {
                Query::ThreadsQuery(ThreadsQuery {
                    client_id,
                    waiting_only: false,
                })
            })
            .into(),
        Q::ThreadQuery => vec![Query::ThreadQuery(ThreadQuery {
            thread_id: things.thread,
        })],
        Q::DocumentsQuery => both
            .map(|client_id| Query::DocumentsQuery(DocumentsQuery { client_id }))
            .into(),
        Q::DocumentQuery => vec![Query::DocumentQuery(DocumentQuery {
            document_id: things.document,
        })],
        Q::ActivityQuery => both
            .map(|client_id| ActivityQuery {
                client_id,
                clients_only: false,
                after: after.clone(),
                limit,
            })
            .map(Query::ActivityQuery)
            .into(),
        Q::ConflictsQuery => vec![Query::ConflictsQuery(ConflictsQuery {})],
        Q::SearchQuery => vec![Query::SearchQuery(SearchQuery {
            text: "kanari".to_owned(),
            limit,
        })],
    }
}

async fn downloads(caller: &Caller, things: &Things) {
    let today = folio_tests::make::today();
    for path in [
        format!("/api/files/{}", things.version),
        format!("/api/files/{}", things.document),
        format!("/api/invoices/{}/pdf", things.invoice),
        format!("/api/invoices/{}/pdf", things.moved.unwrap_or(things.invoice)),
        format!("/api/packs/{}/{}", today.year(), today.month()),
        "/api/session".to_owned(),
    ] {
        caller.get(&path).await.unwrap();
    }
    let path = format!("/api/files/{}?offset=0", things.version);
    caller
        .call(http::Method::PUT, &path, Bytes::from_static(b"mine"))
        .await
        .unwrap();
}

async fn commands(caller: &Caller, things: &Things) {
    let invitation =
        json!({ "email": "x@y.example", "name": "X", "role": "client", "contact_id": things.contact });
    for (name, params) in [
        ("session", json!({})),
        ("devices", json!({})),
        ("sync_state", json!({})),
        ("invite", json!({ "invitation": invitation })),
        ("invoice_link", json!({ "invoice_id": things.invoice })),
        ("payment_code", json!({ "invoice_id": things.invoice })),
        ("invoice_pages", json!({ "invoice_id": things.invoice })),
        ("save_pdf", json!({ "invoice_id": things.invoice })),
        ("save_einvoice", json!({ "invoice_id": things.invoice })),
        (
            "check_einvoice",
            json!({ "draft_id": things.draft, "content_hash": "" }),
        ),
        (
            "check_paper",
            json!({ "draft_id": things.draft, "content_hash": "" }),
        ),
        ("save_receipt", json!({ "payment_id": things.payment })),
        (
            "save_statement",
            json!({ "client_id": things.client, "from": DAY_ONE, "to": folio_tests::make::today() }),
        ),
        ("save_file", json!({ "version_id": things.version })),
        (
            "put_file_piece",
            json!({ "version_id": things.version, "offset": 0, "bytes": STANDARD.encode("mine") }),
        ),
    ] {
        caller.command(name, &params).await.unwrap();
    }
}

fn edit(field: &str) -> Vec<FieldEdit> {
    vec![FieldEdit {
        field: field.to_owned(),
        from: json!("was"),
        to: json!("mine"),
    }]
}

fn message(things: &Things, known: bool) -> NewMessage {
    let message_id = if known { things.message } else { MessageId(fresh()) };
    let attachments = vec![things.document];
    NewMessage {
        message_id,
        text: "mine".to_owned(),
        kind: MessageKind::Text,
        attachments,
    }
}

#[allow(clippy::too_many_lines, reason = "one of each mutation")]
fn mutations(things: &Things) -> Vec<Mutation> {
    let (client_id, contact_id, invoice_id) = (things.client, things.contact, things.invoice);
    let (draft_id, line_id, thread_id, document_id) =
        (things.draft, things.line, things.thread, things.document);
    let billing = Billing {
        client_id: Some(client_id),
        currency: euro(),
        tax_mode: TaxMode::Exclusive,
    };
    let rebill = FieldEdit {
        field: "billing".to_owned(),
        from: json!(billing),
        to: json!(billing),
    };
    let begin = |subject, known| StartThread {
        thread_id: if known { thread_id } else { ThreadId(fresh()) },
        client_id,
        title: "mine".to_owned(),
        subject,
        message: message(things, known),
    };
    let version = |known: bool| {
        new_version(
            if known { things.version } else { VersionId(fresh()) },
            "mine.txt",
            b"mine",
        )
    };
    vec![
        add_client(client_id, "mine"),
        EditClient {
            client_id,
            edits: edit("name"),
        }
        .into(),
        SetClientNote {
            client_id,
            edit: edit("text").remove(0),
        }
        .into(),
        add_contact(client_id, ContactId(fresh()), "mine", ""),
        add_contact(client_id, contact_id, "mine", ""),
        EditContact {
            contact_id,
            edits: edit("phone"),
        }
        .into(),
        RemoveContact { contact_id }.into(),
        create_draft(DraftId(fresh()), Some(client_id), "mine"),
        create_draft(draft_id, None, "mine"),
        EditDraft {
            draft_id,
            edits: vec![rebill],
        }
        .into(),
        EditDraft {
            draft_id,
            edits: edit("note"),
        }
        .into(),
        add_line(draft_id, LineId(fresh()), "mine"),
        EditLine {
            draft_id,
            line_id,
            edits: edit("description"),
        }
        .into(),
        DeleteLine {
            draft_id,
            line_id,
            seen: item("mine"),
        }
        .into(),
        IssueInvoice {
            draft_id,
            content_hash: "0".repeat(64),
            send: true,
        }
        .into(),
        DiscardDraft { draft_id }.into(),
        SendInvoice { invoice_id }.into(),
        MarkSent { invoice_id }.into(),
        ViewInvoice { invoice_id }.into(),
        record_payment(client_id, Some(invoice_id), 100, "mine").into(),
        ReversePayment {
            payment_id: things.payment,
            reason: "mine".to_owned(),
        }
        .into(),
        begin(Subject::General, false).into(),
        begin(Subject::Invoice(invoice_id), false).into(),
        begin(Subject::Document(document_id), true).into(),
        PostMessage {
            thread_id,
            message: message(things, false),
        }
        .into(),
        PostMessage {
            thread_id,
            message: message(things, true),
        }
        .into(),
        MarkRead {
            thread_id,
            up_to: Source::system().now(),
        }
        .into(),
        add_document(DocumentId(fresh()), client_id, "mine", true, version(false)),
        add_document(document_id, client_id, "mine", true, version(true)),
        AddVersion {
            document_id,
            version: version(false),
        }
        .into(),
        ShareDocument {
            document_id,
            shared: true,
        }
        .into(),
        RemoveDocument { document_id }.into(),
        ViewDocument { document_id }.into(),
    ]
}
