//! Every mutation, pushed by everyone.

use folio_domain::Money;
use folio_domain::clients::{EditClient, SetClientNote};
use folio_domain::documents::{AddVersion, KeepFile, RemoveDocument, ShareDocument, ViewDocument};
use folio_domain::einvoicing::SetEinvoicing;
use folio_domain::fields::FieldEdit;
use folio_domain::ids::{
    ClientId, ContactId, DocumentId, DraftId, LineId, PaymentId, PrincipalId, ThreadId, VersionId,
};
use folio_domain::imports::{ImportBatch, UndoImport};
use folio_domain::invoices::{
    CreditInvoice, DeleteLine, DiscardDraft, EditDraft, EditLine, ExportPack, InvoicePdf, IssueInvoice,
    KeepPdf, MarkSent, MoveLine, SendInvoice, SetSeries, ViewInvoice,
};
use folio_domain::mutations::{Mutation, MutationName, mutation_roles};
use folio_domain::organisations::{EditOrganisation, TakeBackup, TakeExport};
use folio_domain::payments::{AllocationPart, PaymentMethod, RefundCredit, ReversePayment, SetOffCredit};
use folio_domain::people::{
    AddMember, Delivery, DeliveryState, EditContact, EndMember, KeepDelivery, Member, RemoveContact,
};
use folio_domain::permissions::Role;
use folio_domain::threads::MarkRead;
use folio_protocol::queries::{DraftDetail, DraftQuery, Query, Settings, SettingsQuery};
use folio_protocol::sync::Outcome;
use folio_server::Source;
use folio_tests::make::{
    add_client, add_contact, add_document, add_line, create_draft, euro, fresh, item, new_version,
    post_message, record_payment, start_thread, today,
};
use serde_json::json;

use crate::world::{Who, World, roles, same_roles};

/// Whose things a sample is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum About {
    /// The client's, or the business's: a stranger does not find them.
    Theirs,
    /// The caller's own business, whichever it is.
    Own,
}

fn edit(field: &str, to: serde_json::Value) -> Vec<FieldEdit> {
    vec![FieldEdit {
        field: field.to_owned(),
        from: to.clone(),
        to,
    }]
}

/// Who may, whose things it is about, and a mutation that would be applied for those who may. Every mutation has its
/// line, or this does not compile.
#[allow(clippy::too_many_lines, reason = "one arm for each mutation")]
async fn sample(world: &World, name: MutationName) -> (&'static str, About, Mutation) {
    use MutationName as M;
    let (client_id, invoice_id) = (world.client_id(), world.invoice);
    match name {
        M::EditOrganisation => (
            "o",
            About::Own,
            EditOrganisation {
                edits: edit("hours", json!("10–16")),
            }
            .into(),
        ),
        M::SetSeries => ("o", About::Own, set_series(world).await),
        M::EndMember => (
            "o",
            About::Theirs,
            EndMember {
                principal_id: world.member().await,
            }
            .into(),
        ),
        M::ImportBatch => ("o", About::Own, empty_batch()),
        M::UndoImport => {
            let run_id = world.import_run().await;
            ("o", About::Theirs, UndoImport { run_id }.into())
        }
        M::TakeBackup => ("o", About::Own, TakeBackup {}.into()),
        M::TakeExport => ("o", About::Own, TakeExport {}.into()),
        M::AddClient => ("os", About::Own, add_client(ClientId(fresh()), "Third")),
        M::EditClient => (
            "os",
            About::Theirs,
            EditClient {
                client_id,
                edits: edit("tax_id", json!("X")),
            }
            .into(),
        ),
        M::SetClientNote => (
            "os",
            About::Theirs,
            SetClientNote {
                client_id,
                edit: edit("text", json!("n")).remove(0),
            }
            .into(),
        ),
        M::SetEinvoicing => (
            "os",
            About::Theirs,
            SetEinvoicing {
                client_id: Some(client_id),
                edits: edit("buyer_reference", json!("PO")),
            }
            .into(),
        ),
        M::AddContact => (
            "os",
            About::Theirs,
            add_contact(client_id, ContactId(fresh()), "Nina", ""),
        ),
        M::EditContact => {
            let contact_id = world.contact().await;
            (
                "osc",
                About::Theirs,
                EditContact {
                    contact_id,
                    edits: edit("phone", json!("1")),
                }
                .into(),
            )
        }
        M::RemoveContact => (
            "os",
            About::Theirs,
            RemoveContact {
                contact_id: world.contact().await,
            }
            .into(),
        ),
        M::CreateDraft
        | M::EditDraft
        | M::AddLine
        | M::EditLine
        | M::MoveLine
        | M::DeleteLine
        | M::DiscardDraft => ("os", About::Theirs, drafting(world, name).await),
        M::CreditInvoice => {
            let draft_id = DraftId(fresh());
            let credit = CreditInvoice { draft_id, invoice_id };
            ("os", About::Theirs, credit.into())
        }
        M::SetOffCredit | M::RefundCredit => ("os", About::Theirs, crediting(world, name).await),
        M::IssueInvoice => ("os", About::Theirs, issue(world).await),
        M::SendInvoice => ("os", About::Theirs, SendInvoice { invoice_id }.into()),
        M::MarkSent => ("os", About::Theirs, MarkSent { invoice_id }.into()),
        M::ViewInvoice => ("osbc", About::Theirs, ViewInvoice { invoice_id }.into()),
        M::RecordPayment => (
            "os",
            About::Theirs,
            record_payment(client_id, None, 100, "x").into(),
        ),
        M::ReversePayment => {
            let payment_id = world.payment().await;
            (
                "os",
                About::Theirs,
                ReversePayment {
                    payment_id,
                    reason: "mistake".to_owned(),
                }
                .into(),
            )
        }
        M::StartThread | M::PostMessage | M::MarkRead => ("osc", About::Theirs, talking(world, name)),
        M::AddDocument | M::AddVersion => ("osc", About::Theirs, documents(world, name).await),
        M::ShareDocument | M::RemoveDocument => ("os", About::Theirs, documents(world, name).await),
        M::ViewDocument => ("osbc", About::Theirs, documents(world, name).await),
        M::ExportPack => {
            let (from, to) = (today(), today());
            (
                "osb",
                About::Own,
                ExportPack {
                    from,
                    to,
                    invoices: 0,
                    payments: 0,
                }
                .into(),
            )
        }
        M::AddMember | M::KeepPdf | M::KeepFile | M::KeepDelivery => {
            ("", About::Theirs, of_the_server(world, name))
        }
    }
}

async fn set_series(world: &World) -> Mutation {
    let settings: Settings = world
        .owner
        .ask(Query::SettingsQuery(SettingsQuery {}))
        .await
        .unwrap();
    let series = settings.series.unwrap();
    SetSeries {
        pattern: series.pattern,
        next: series.next,
        restarts_yearly: series.restarts_yearly,
        credit_notes: false,
    }
    .into()
}

fn empty_batch() -> Mutation {
    let (clients, invoices, payments) = (Vec::new(), Vec::new(), Vec::new());
    let (source, files_sha256) = ("invoice-ninja".to_owned(), "0".repeat(64));
    ImportBatch {
        source,
        files_sha256,
        clients,
        invoices,
        payments,
        ..ImportBatch::default()
    }
    .into()
}

async fn drafting(world: &World, name: MutationName) -> Mutation {
    let (draft_id, [line_id, second]) = world.draft().await;
    match name {
        MutationName::CreateDraft => create_draft(DraftId(fresh()), Some(world.client_id()), ""),
        MutationName::EditDraft => EditDraft {
            draft_id,
            edits: edit("note", json!("n")),
        }
        .into(),
        MutationName::AddLine => add_line(draft_id, LineId(fresh()), "More"),
        MutationName::EditLine => EditLine {
            draft_id,
            line_id,
            edits: edit("unit", json!("h")),
        }
        .into(),
        MutationName::MoveLine => MoveLine {
            draft_id,
            line_id,
            after: Some(second),
        }
        .into(),
        MutationName::DeleteLine => DeleteLine {
            draft_id,
            line_id,
            seen: item("Work"),
        }
        .into(),
        _ => DiscardDraft { draft_id }.into(),
    }
}

async fn crediting(world: &World, name: MutationName) -> Mutation {
    let credit_note_id = world.credit_note().await;
    let (payment_id, amount) = (PaymentId(fresh()), Money::new(1, euro()));
    match name {
        MutationName::SetOffCredit => SetOffCredit {
            payment_id,
            credit_note_id,
            allocations: vec![AllocationPart {
                invoice_id: world.invoice,
                amount,
            }],
        }
        .into(),
        _ => RefundCredit {
            payment_id,
            credit_note_id,
            paid_on: today(),
            amount,
            method: PaymentMethod::BankTransfer,
            reference: String::new(),
        }
        .into(),
    }
}

async fn issue(world: &World) -> Mutation {
    let (draft_id, _) = world.draft().await;
    let draft: DraftDetail = world
        .owner
        .ask(Query::DraftQuery(DraftQuery { draft_id }))
        .await
        .unwrap();
    IssueInvoice {
        draft_id,
        content_hash: draft.content_hash,
        send: false,
    }
    .into()
}

fn talking(world: &World, name: MutationName) -> Mutation {
    match name {
        MutationName::StartThread => start_thread(ThreadId(fresh()), world.client_id(), "Question", "why"),
        MutationName::PostMessage => post_message(world.thread, "more"),
        _ => MarkRead {
            thread_id: world.thread,
            up_to: Source::system().now(),
        }
        .into(),
    }
}

async fn documents(world: &World, name: MutationName) -> Mutation {
    let (document_id, _) = world.document_of(Who::Owner).await;
    let version = new_version(VersionId(fresh()), "b.txt", b"b");
    match name {
        MutationName::AddDocument => {
            add_document(DocumentId(fresh()), world.client_id(), "New", true, version)
        }
        MutationName::AddVersion => AddVersion { document_id, version }.into(),
        MutationName::ShareDocument => ShareDocument {
            document_id,
            shared: false,
        }
        .into(),
        MutationName::RemoveDocument => RemoveDocument { document_id }.into(),
        _ => ViewDocument { document_id }.into(),
    }
}

fn of_the_server(world: &World, name: MutationName) -> Mutation {
    let delivery = Delivery {
        invoice_id: world.invoice,
        contact_id: world.client.contact_id,
        email: "karl@first.example".to_owned(),
        state: DeliveryState::Sent,
        last_error: String::new(),
        at: Source::system().now(),
    };
    let member = Member {
        name: "Mallory".to_owned(),
        email: "mallory@evil.example".to_owned(),
        role: Role::Owner,
        client_id: None,
        contact_id: None,
        ended_at: None,
    };
    match name {
        MutationName::AddMember => AddMember {
            principal_id: PrincipalId(fresh()),
            member,
        }
        .into(),
        MutationName::KeepPdf => KeepPdf {
            invoice_id: world.invoice,
            pdf: InvoicePdf {
                sha256: "0".repeat(64),
                size_bytes: 1,
            },
        }
        .into(),
        MutationName::KeepFile => KeepFile {
            version_id: world.version,
            media_type: "text/plain".to_owned(),
        }
        .into(),
        _ => KeepDelivery {
            delivery_id: fresh(),
            delivery,
        }
        .into(),
    }
}

/// What must become of it: a status without a result, or the refusal's key, or nothing when it is applied.
#[derive(Debug, PartialEq, Eq)]
enum Fate {
    Status(u16),
    Refused(String),
    Applied,
}

fn expected(who: Who, may: &str, about: About) -> Fate {
    let Some(role) = who.role() else {
        return Fate::Status(401);
    };
    if who == Who::Linked {
        return Fate::Status(403);
    }
    if !roles(may).contains(&role) {
        return Fate::Refused("refused-forbidden".to_owned());
    }
    if who.is_stranger() && about == About::Theirs {
        return Fate::Refused("refused-not-found".to_owned());
    }
    // The bookkeeper may look at documents by the table, and sees none.
    Fate::Applied
}

#[tokio::test]
async fn every_mutation_is_tried_by_everyone() {
    let world = World::new().await;
    let mut wrong = Vec::new();
    for name in MutationName::ALL {
        for who in Who::ALL {
            let (may, about, mutation) = sample(&world, *name).await;
            assert!(
                same_roles(mutation_roles(*name), may),
                "the table says otherwise of {name:?}"
            );
            let hidden = who == Who::Bookkeeper && *name == MutationName::ViewDocument;
            let expected = if hidden {
                Fate::Refused("refused-not-found".to_owned())
            } else {
                expected(who, may, about)
            };
            let pushed = folio_tests::caller::pushed(mutation);
            let answer = world.caller(who).try_push(&[pushed]).await.unwrap();
            let fate = match answer.status {
                200 => {
                    let answer: folio_protocol::sync::PushAnswer = answer.read().unwrap();
                    match answer.results.into_iter().next().unwrap().outcome {
                        Outcome::Applied => Fate::Applied,
                        Outcome::Refused(refusal) => Fate::Refused(refusal.message_key),
                    }
                }
                status => Fate::Status(status),
            };
            if fate != expected {
                wrong.push(format!("{name:?} by {who:?}: {fate:?}, not {expected:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The browser's way to the same engine.
#[tokio::test]
async fn a_browser_changes_no_more_than_an_app() {
    let world = World::new().await;
    for name in MutationName::ALL {
        for who in Who::ALL {
            let (may, about, mutation) = sample(&world, *name).await;
            let hidden = who == Who::Bookkeeper && *name == MutationName::ViewDocument;
            let by_link = who == Who::Linked && *name == MutationName::ViewInvoice;
            let expected = match expected(who, may, about) {
                _ if hidden => 404,
                _ if by_link => 200,
                Fate::Status(status) => status,
                Fate::Refused(key) if key == "refused-not-found" => 404,
                Fate::Refused(_) => 403,
                Fate::Applied => 200,
            };
            let answer = world.caller(who).mutate(mutation).await.unwrap();
            assert_eq!(
                answer.status,
                expected,
                "{name:?} by {who:?}: {}",
                String::from_utf8_lossy(&answer.body)
            );
        }
    }
}
