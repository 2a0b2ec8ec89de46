//! Every command, given by everyone.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use folio_domain::ids::MutationId;
use folio_domain::invoices::SendInvoice;
use folio_domain::permissions::Role;
use folio_protocol::commands::{CommandName, Host, ImportReport, MutateRequest};
use folio_protocol::sessions::InviteRequest;
use folio_tests::caller::{Caller, PASSWORD};
use folio_tests::make::fresh;
use serde_json::{Value, json};

use crate::world::{OWNER, Who, World, roles, same_roles};

/// Whose things a command is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum About {
    /// Nobody's: whoever calls, signed in or not, gets an answer.
    Anyone,
    /// The client's: a stranger does not find them.
    Theirs,
    /// The caller's own.
    Own,
    /// The app's alone: no browser can.
    Desktop,
}

struct Sample {
    may: &'static str,
    about: About,
    params: Value,
    /// Whether who came by a link may too.
    linked: bool,
}

fn sample(may: &'static str, about: About, params: Value) -> Sample {
    Sample {
        may,
        about,
        params,
        linked: false,
    }
}

/// Who came by a link may too.
fn linked(sample: Sample) -> Sample {
    Sample {
        linked: true,
        ..sample
    }
}

fn desktop(may: &'static str) -> Sample {
    sample(may, About::Desktop, json!({}))
}

/// Every command has its line, or this does not compile.
async fn of(world: &World, who: Who, caller: &Caller, name: CommandName) -> Sample {
    use CommandName as C;
    let invoice = json!({ "invoice_id": world.invoice });
    match name {
        C::Session => sample("", About::Anyone, json!({})),
        C::SignIn => sample(
            "",
            About::Anyone,
            json!({ "server": null, "email": OWNER, "password": PASSWORD }),
        ),
        C::LookAtInvitation => sample("", About::Anyone, json!({ "link": invitation(world).await })),
        C::AcceptInvitation => {
            let link = invitation(world).await;
            sample(
                "",
                About::Anyone,
                json!({ "link": link, "name": "Nina", "password": PASSWORD }),
            )
        }
        C::OpenInvoiceLink => {
            let url = world.invoice_link().await;
            sample("", About::Anyone, json!({ "token": url.rsplit('#').next() }))
        }
        C::SignOut => linked(sample("osbc", About::Own, json!({}))),
        C::Invite => sample("os", About::Theirs, json!({ "invitation": invite(world).await })),
        C::InvoiceLink | C::RevokeInvoiceLinks => sample("os", About::Theirs, invoice),
        C::PaymentCodeOf | C::InvoicePages | C::SavePdf | C::SaveEinvoice => {
            linked(sample("osbc", About::Theirs, invoice))
        }
        C::PreviewStationery => {
            let params = json!({ "accent": "#1f4e8c", "sheet": "usual", "logo": { "kind": "keep" } });
            sample("os", About::Own, params)
        }
        C::PreviewDraft => {
            let params = json!({ "draft_id": world.draft().await.0, "language": "eo" });
            sample("os", About::Theirs, params)
        }
        C::CheckEinvoice | C::CheckPaper => {
            // What is not there, or not one's own, asks for nothing.
            let params = json!({ "draft_id": world.draft().await.0, "content_hash": "" });
            sample("os", About::Own, params)
        }
        C::SaveReceipt => {
            let payment_id = world.payment().await;
            sample("osbc", About::Theirs, json!({ "payment_id": payment_id }))
        }
        C::SaveStatement => {
            let params = json!({ "client_id": world.client_id(), "from": "2026-01-01", "to": "2026-12-31" });
            sample("osbc", About::Theirs, params)
        }
        C::PutFilePiece => {
            let (_, version_id) = world.document_of(who).await;
            let params = json!({ "version_id": version_id, "offset": 0, "bytes": STANDARD.encode("terms") });
            sample("osc", About::Theirs, params)
        }
        C::SaveFile => sample("osc", About::Theirs, json!({ "version_id": world.version })),
        C::BeginSave => {
            let wish = json!({ "what": "month_pack", "year": 2026, "month": 1 });
            sample("osb", About::Own, json!({ "wish": wish }))
        }
        C::Saves => sample("osb", About::Own, json!({})),
        C::CancelSave => sample("osb", About::Own, json!({ "save_id": fresh() })),
        C::OpenBankStatements => sample("osb", About::Own, json!({ "files": [statement()] })),
        C::OpenBill => sample("osb", About::Own, json!({ "file": bill() })),
        C::SaveBillAttachment => sample("osb", About::Own, json!({ "file": bill(), "index": 0 })),
        C::SaveBackup => sample("o", About::Own, json!({})),
        C::LookAtTables => sample("o", About::Own, import(None)),
        C::PreviewImport => sample("o", About::Own, import(None)),
        C::CommitImport => sample("o", About::Own, import(files_sha256(caller).await)),
        C::CheckImportUndo | C::TakeImportBack => {
            let run_id = world.import_run().await;
            sample("o", About::Theirs, json!({ "run_id": run_id }))
        }
        C::Devices => sample("osbc", About::Own, json!({})),
        C::SyncState => linked(sample("osbc", About::Own, json!({}))),
        C::EndDevice => {
            let device_id = world.another_session(who).await.device_id();
            sample("osbc", About::Own, json!({ "device_id": device_id }))
        }
        C::Undo => sample(
            "os",
            About::Own,
            json!({ "mutation_id": held(world, caller).await }),
        ),
        C::StartHere
        | C::RestoreHere
        | C::Businesses
        | C::LookAtBusiness
        | C::ShowBusiness
        | C::SavePacks
        | C::CancelPack
        | C::ForgetEnded => desktop(""),
        C::Dismiss | C::SyncNow => desktop("osbc"),
    }
}

async fn invite(world: &World) -> InviteRequest {
    let email = format!("{}@first.example", fresh().simple());
    InviteRequest {
        email,
        name: "Nina".to_owned(),
        role: Role::Client,
        contact_id: Some(world.contact().await),
    }
}

async fn invitation(world: &World) -> String {
    world.owner.invite(&invite(world).await).await.unwrap()
}

/// A file that is no bank statement, which is an answer as well.
fn statement() -> Value {
    json!({ "file": bill(), "said": { "columns": null, "currency": null, "account": "" } })
}

/// A bill with a file inside. What it lacks matters to nobody here.
fn bill() -> Value {
    let file = "<cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode=\"text/csv\" \
                filename=\"time.csv\">aG91cnM=</cbc:EmbeddedDocumentBinaryObject></cac:Attachment>";
    let xml = format!(
        "<Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\" \
         xmlns:cac=\"urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2\" \
         xmlns:cbc=\"urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2\">\
         <cac:AdditionalDocumentReference><cbc:ID>T-1</cbc:ID>{file}</cac:AdditionalDocumentReference></Invoice>"
    );
    json!({ "name": "bill.xml", "bytes": STANDARD.encode(xml) })
}

fn import(files_sha256: Option<String>) -> Value {
    let csv = "Name,Currency\nImported,EUR\n";
    let files = json!([{ "name": "clients.csv", "bytes": STANDARD.encode(csv) }]);
    json!({ "format": "invoice-ninja", "files": files, "files_sha256": files_sha256.unwrap_or_default() })
}

/// What the report says of the files to those who may see it.
async fn files_sha256(caller: &Caller) -> Option<String> {
    let answer = caller.command("preview_import", &import(None)).await.unwrap();
    answer
        .read::<ImportReport>()
        .ok()
        .map(|report| report.files_sha256)
}

/// A change that the caller holds; only what the business sends out is ever held.
async fn held(world: &World, caller: &Caller) -> MutationId {
    let mutation = SendInvoice {
        invoice_id: world.invoice,
    }
    .into();
    let request = MutateRequest {
        mutation_id: MutationId(fresh()),
        mutation,
        hold_ms: 60_000,
    };
    // Refused for those who send nothing out, who then have nothing to take back.
    caller.post("/api/mutate", &request).await.unwrap();
    request.mutation_id
}

fn expected(who: Who, sample: &Sample) -> u16 {
    match (sample.about, who.role()) {
        (About::Desktop, _) => 501,
        (About::Anyone, _) => 200,
        (_, None) => 401,
        (_, Some(_)) if who == Who::Linked && !sample.linked => 403,
        (_, Some(role)) if !roles(sample.may).contains(&role) => 403,
        (About::Theirs, _) if who.is_stranger() => 404,
        _ => 200,
    }
}

#[tokio::test]
async fn every_command_is_given_by_everyone() {
    let world = World::new().await;
    let mut wrong = Vec::new();
    for name in CommandName::ALL {
        for who in Who::ALL {
            let caller = world.another_session(who).await;
            let sample = of(&world, who, &caller, *name).await;
            assert!(
                same_roles(name.roles(), sample.may),
                "the table says otherwise of {name:?}"
            );
            assert_eq!(
                name.hosts().contains(&Host::Browser),
                sample.about != About::Desktop,
                "{name:?}"
            );
            let expected = expected(who, &sample);
            let answer = caller.command(name.as_str(), &sample.params).await.unwrap();
            if answer.status != expected && !(sample.about == About::Desktop && answer.status == 422) {
                let body = String::from_utf8_lossy(&answer.body);
                wrong.push(format!(
                    "{name:?} by {who:?}: {}, not {expected}: {body}",
                    answer.status
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[tokio::test]
async fn another_persons_device_cannot_be_ended() {
    let world = World::new().await;
    let device_id = world.caller(Who::Client).device_id();
    for who in [Who::Owner, Who::Staff, Who::OtherClient, Who::OtherOrganisation] {
        let answer = world
            .caller(who)
            .command("end_device", &json!({ "device_id": device_id }))
            .await
            .unwrap();
        assert_eq!(answer.status, 404, "{who:?}");
    }
}

#[tokio::test]
async fn another_persons_held_change_cannot_be_taken_back() {
    let world = World::new().await;
    let mutation_id = held(&world, world.caller(Who::Staff)).await;
    let others = [
        (Who::Owner, 404),
        (Who::OtherOrganisation, 404),
        (Who::Client, 403),
        (Who::OtherClient, 403),
    ];
    for (who, status) in others {
        let answer = world
            .caller(who)
            .command("undo", &json!({ "mutation_id": mutation_id }))
            .await
            .unwrap();
        assert_eq!(answer.status, status, "{who:?}");
    }
}

#[tokio::test]
async fn staff_invites_clients_alone() {
    let world = World::new().await;
    for role in [Role::Owner, Role::Staff, Role::Bookkeeper, Role::System] {
        let email = format!("{}@evil.example", fresh().simple());
        let invitation = InviteRequest {
            email,
            name: "Mallory".to_owned(),
            role,
            contact_id: None,
        };
        let answer = world
            .caller(Who::Staff)
            .command("invite", &json!({ "invitation": invitation }))
            .await
            .unwrap();
        assert_eq!(answer.status, 403, "{role:?}");
    }
}
