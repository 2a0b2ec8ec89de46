//! A business with everything in it that Folio keeps, in a home that nobody serves.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use folio_domain::Money;
use folio_domain::clients::{EditClient, SetClientNote};
use folio_domain::documents::{AddVersion, ViewDocument};
use folio_domain::einvoicing::EinvoiceForm;
use folio_domain::fields::FieldEdit;
use folio_domain::ids::{ClientId, DocumentId, DraftId, InvoiceId, LineId, PaymentId, ThreadId, VersionId};
use folio_domain::imports::ImportFormat;
use folio_domain::invoices::{CreditInvoice, SendInvoice, ViewInvoice};
use folio_domain::payments::{AllocationPart, PaymentMethod, RefundCredit, ReversePayment, SetOffCredit};
use folio_domain::permissions::Role;
use folio_domain::stationery::{Logo, LogoChange, SetStationery};
use folio_domain::threads::MarkRead;
use folio_exchange::full_export::ExportReader;
use folio_exchange::imports::sample::sample;
use folio_protocol::commands::ImportReport;
use folio_protocol::queries::{ImportList, ImportsQuery, Query};
use folio_protocol::sessions::InviteRequest;
use folio_replica::{RouterLink, ServerLink};
use folio_server::{App, Source};
use folio_tests::business::{config, found, issue, issue_draft, join, join_client, paper};
use folio_tests::caller::Caller;
use folio_tests::make::{
    add_client, add_document, add_line, bill_by_einvoice, create_draft, euro, fresh, new_version,
    post_message, record_payment, start_thread, today,
};
use folio_tests::server::run;
use folio_tests::until::{USUAL, until};
use serde_json::{Value, json};

pub const OWNER: &str = "owner@studio.example";
pub const CONTACT: &str = "karl@client.example";

/// A business with people, papers, a document and a thread, in a home that nobody serves.
pub struct Scene {
    folder: tempfile::TempDir,
    pub code: String,
    pub papers: BTreeMap<InvoiceId, Vec<u8>>,
    pub version: (VersionId, Vec<u8>),
}

impl Scene {
    pub async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let app = App::open(config(&folder.path().join("home")).unwrap())
            .await
            .unwrap();
        let founded = found(&app, "Studio", OWNER).await.unwrap();
        let link: Arc<dyn ServerLink> = Arc::new(RouterLink::new(app.router()));
        let owner = Caller::sign_in(link.clone(), OWNER).await.unwrap();
        let client = join_client(&owner, &link, "Größe & Söhne", "Karl", CONTACT)
            .await
            .unwrap()
            .client_id;
        join(
            &owner,
            &link,
            Role::Bookkeeper,
            "books@studio.example",
            "Bo",
            None,
        )
        .await
        .unwrap();
        let mut papers = BTreeMap::new();
        for words in ["Plakat", "சுவரொட்டி"] {
            let invoice = issue(&owner, client, "", &[words]).await.unwrap();
            folio_server::work_off(&app).await.unwrap();
            papers.insert(invoice, paper(&owner, invoice).await.unwrap());
        }
        let (version, bytes) = (VersionId(fresh()), b"terms, ".repeat(90_000));
        let file = new_version(version, "terms: final?.txt", &bytes);
        let (document, thread_id) = (DocumentId(fresh()), ThreadId(fresh()));
        let add = add_document(document, client, "Terms", true, file);
        let thread = start_thread(thread_id, client, "Size", "Which size?");
        owner.apply(vec![add, thread]).await.unwrap();
        owner.upload(version, &bytes).await.unwrap();
        everything_else(&owner, client, (document, thread_id)).await;
        settled(&app, &folder.path().join("settled.zip")).await;
        app.close().await;
        Self {
            folder,
            code: founded.recovery_code,
            papers,
            version: (version, bytes),
        }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Runs a command on a home; gives what it said, or what it refused with.
    pub fn run(&self, command: &str, home: &str, options: &[&OsStr]) -> Result<String, String> {
        let home = self.path(home);
        let mut arguments = vec![OsStr::new(command), OsStr::new("--home"), home.as_os_str()];
        arguments.extend(options);
        let output = run(&arguments).unwrap();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        if output.status.success() {
            Ok(text(&output.stdout))
        } else {
            Err(text(&output.stderr))
        }
    }

    pub fn export(&self, home: &str, name: &str, options: &[&OsStr]) -> PathBuf {
        let out = self.path(name);
        let mut all = vec![OsStr::new("--out"), out.as_os_str()];
        all.extend(options);
        self.run("export-all", home, &all).unwrap();
        out
    }

    pub fn restore(&self, file: &Path, home: &str, options: &[&OsStr]) -> Result<String, String> {
        let mut all = vec![OsStr::new("--in"), file.as_os_str()];
        all.extend(options);
        self.run("restore", home, &all)
    }

    /// Every file of an export, with its bytes.
    pub fn content(file: &Path) -> BTreeMap<String, Vec<u8>> {
        let mut export = ExportReader::open(File::open(file).unwrap()).unwrap();
        export.verify().unwrap();
        let mut content = BTreeMap::new();
        for file in export.manifest().files.clone() {
            let mut bytes = Vec::new();
            assert!(export.write_to(&file.path, &mut bytes).unwrap());
            content.insert(file.path, bytes);
        }
        content
    }
}

/// Waits until every paper is laid out and nothing is on its way: an export, for which `scratch` is room, has no work
/// that is still to be done.
pub async fn settled(app: &App, scratch: &Path) {
    let org_id = app.store.orgs().await.unwrap().remove(0).org_id;
    until("nothing is left to be done", USUAL, async || {
        folio_server::work_off(app).await?;
        app.save_export(org_id, scratch).await?;
        Ok(!Scene::content(scratch).contains_key("server/job.jsonl"))
    })
    .await
    .unwrap();
}

fn edit(field: &str, from: &str, to: &str) -> FieldEdit {
    FieldEdit {
        field: field.to_owned(),
        from: json!(from),
        to: json!(to),
    }
}

/// What a business does in its years: each thing that leaves records of its own.
async fn everything_else(owner: &Caller, client: ClientId, (document, thread): (DocumentId, ThreadId)) {
    let logo =
        br#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0H10V10Z"/></svg>"#;
    let stationery = SetStationery {
        edits: vec![edit("template", "ledger", "bold")],
        logo: LogoChange::Put(Logo::of(logo).unwrap()),
    };
    let note = SetClientNote {
        client_id: client,
        edit: edit("text", "", "Pays late, and always."),
    };
    // Two who edit one field: what did not stand is kept.
    let edits = ["33AAAAA0000A1Z5", "29BBBBB0000B1Z5"].map(|tax_id| EditClient {
        client_id: client,
        edits: vec![edit("tax_id", "", tax_id)],
    });
    let [first, second] = edits;
    owner
        .apply(vec![stationery.into(), note.into(), first.into(), second.into()])
        .await
        .unwrap();
    talk_and_share(owner, client, (document, thread)).await;
    bill_and_credit(owner, client).await;
    let abroad = ClientId(fresh());
    owner.apply(vec![add_client(abroad, "चित्र प्रेस")]).await.unwrap();
    owner
        .apply(bill_by_einvoice(abroad, EinvoiceForm::FacturX))
        .await
        .unwrap();
    move_in(owner).await;
    let invitation = InviteRequest {
        email: "waits@studio.example".to_owned(),
        name: "Wanda".to_owned(),
        role: Role::Staff,
        contact_id: None,
    };
    owner.invite(&invitation).await.unwrap();
}

async fn talk_and_share(owner: &Caller, client: ClientId, (document_id, thread_id): (DocumentId, ThreadId)) {
    let (version_id, bytes) = (VersionId(fresh()), b"terms, the second edition");
    let version = new_version(version_id, "terms: final!.txt", bytes);
    let draft = DraftId(fresh());
    let mutations = vec![
        AddVersion { document_id, version }.into(),
        post_message(thread_id, "A3, please: \u{202e}odd\u{202c} \u{1f5bc}"),
        MarkRead {
            thread_id,
            up_to: Source::system().now(),
        }
        .into(),
        create_draft(draft, Some(client), "not yet"),
        add_line(draft, LineId(fresh()), "Half a poster"),
    ];
    owner.apply(mutations).await.unwrap();
    owner.upload(version_id, bytes).await.unwrap();
    owner
        .apply(vec![ViewDocument { document_id }.into()])
        .await
        .unwrap();
}

/// Invoices that were sent, looked at, paid, paid wrongly, taken back, set off and paid back.
async fn bill_and_credit(owner: &Caller, client: ClientId) {
    let mut made = Vec::new();
    for words in ["Paid", "Open", "Mistaken"] {
        made.push(issue(owner, client, "", &[words]).await.unwrap());
    }
    let [paid, open, mistaken] = made.try_into().unwrap();
    let wrong = record_payment(client, Some(open), 100, "wrong");
    let reverse = ReversePayment {
        payment_id: wrong.payment_id,
        reason: "another's".to_owned(),
    };
    let payment = record_payment(client, Some(paid), 1_250, "paid").into();
    let happened = vec![
        payment,
        wrong.into(),
        reverse.into(),
        SendInvoice { invoice_id: open }.into(),
        ViewInvoice { invoice_id: open }.into(),
    ];
    owner.apply(happened).await.unwrap();
    let mut notes = Vec::new();
    for invoice_id in [paid, mistaken] {
        let draft_id = DraftId(fresh());
        owner
            .apply(vec![CreditInvoice { draft_id, invoice_id }.into()])
            .await
            .unwrap();
        notes.push(issue_draft(owner, draft_id).await.unwrap());
    }
    let credit_note_id = notes[0];
    let set_off = SetOffCredit {
        payment_id: PaymentId(fresh()),
        credit_note_id,
        allocations: vec![AllocationPart {
            invoice_id: open,
            amount: Money::new(500, euro()),
        }],
    };
    let refund = RefundCredit {
        payment_id: PaymentId(fresh()),
        credit_note_id,
        paid_on: today(),
        amount: Money::new(300, euro()),
        method: PaymentMethod::BankTransfer,
        reference: "back".to_owned(),
    };
    owner.apply(vec![set_off.into(), refund.into()]).await.unwrap();
    let link = owner
        .command("invoice_link", &json!({ "invoice_id": open }))
        .await;
    assert_eq!(link.unwrap().status, 200);
}

/// Two imports, of which one is undone.
async fn move_in(owner: &Caller) {
    for format in [ImportFormat::Xero, ImportFormat::ZohoInvoice] {
        import(owner, format).await;
    }
    let list: ImportList = owner.ask(Query::ImportsQuery(ImportsQuery {})).await.unwrap();
    let run = list
        .imports
        .iter()
        .find(|row| row.run.source == ImportFormat::ZohoInvoice.source());
    let about = json!({ "run_id": run.unwrap().run_id });
    let undone = owner.command("take_import_back", &about).await.unwrap();
    assert_eq!(undone.status, 200);
}

/// Takes the sample of a tool over, as a person does.
pub async fn import(owner: &Caller, format: ImportFormat) -> ImportReport {
    let files = sample(format, 3, 12).files.into_iter();
    let files: Value = files
        .map(|(name, bytes)| json!({ "name": name, "bytes": STANDARD.encode(bytes) }))
        .collect();
    let wish = json!({ "files": files, "format": format });
    let preview = owner.command("preview_import", &wish).await.unwrap();
    let report: ImportReport = preview.read().unwrap();
    let params = json!({
        "files": files, "format": format, "files_sha256": report.files_sha256, "after": report.after,
    });
    let committed = owner.command("commit_import", &params).await.unwrap();
    assert_eq!(committed.status, 200, "{format:?}");
    committed.read().unwrap()
}
