//! Two clients of one business and the owner of another, each with an app, a browser and a desktop, all of whose
//! answers are kept; and the things of the first client, each with a canary in it.

use std::path::Path;
use std::sync::Arc;

use folio_domain::clients::{AddClient, SetClientNote};
use folio_domain::fields::FieldEdit;
use folio_domain::ids::{
    ClientId, ContactId, DocumentId, DraftId, InvoiceId, LineId, MessageId, PaymentId, ThreadId, VersionId,
};
use folio_domain::people::{AddContact, Address, Contact};
use folio_domain::permissions::Role;
use folio_domain::threads::{MessageKind, NewMessage, StartThread, Subject};
use folio_replica::{HttpLink, MemoryKeeper, SecretKeeper, ServerLink};
use folio_store::Schema;
use folio_tests::business::{found_in, issue, join, paper};
use folio_tests::caller::Caller;
use folio_tests::desk::{Desk, open_aside};
use folio_tests::make::{add_document, add_line, client, create_draft, fresh, new_version, record_payment};
use folio_tests::scan::{Hay, RecordingLink, files_below, find, pages, tables, vault};
use folio_tests::server::Server;
use serde_json::json;

use crate::probe::{receipt_of, statement_of};

pub const OWNER: &str = "owner@studio.example";

fn canary(field: &str) -> String {
    // Short, so that paper does not break it; letters and digits alone, so that search keeps it whole.
    format!("kanari{field}{}", &fresh().simple().to_string()[24..])
}

/// A byte string of its own for each field of the first client's things.
#[derive(Clone)]
pub struct Canaries {
    pub name: String,
    pub street: String,
    pub contact: String,
    pub phone: String,
    pub note: String,
    pub line: String,
    pub invoice_note: String,
    pub draft: String,
    pub payment: String,
    pub thread: String,
    pub message: String,
    pub title: String,
    pub file_name: String,
    pub bytes: String,
    pub moved: String,
}

impl Canaries {
    fn new() -> Self {
        Self {
            name: canary("nam"),
            street: canary("str"),
            contact: canary("con"),
            phone: canary("pho"),
            note: canary("not"),
            line: canary("lin"),
            invoice_note: canary("inv"),
            draft: canary("dra"),
            payment: canary("pay"),
            thread: canary("thr"),
            message: canary("mes"),
            title: canary("tit"),
            file_name: canary("fil"),
            bytes: canary("byt"),
            moved: canary("mov"),
        }
    }

    pub fn all(&self) -> Vec<&str> {
        let mut all = self.shared();
        all.extend([self.note.as_str(), &self.draft, &self.bytes, &self.moved]);
        all
    }

    /// Those that stand in rows which the first client is shown.
    pub fn shared(&self) -> Vec<&str> {
        vec![
            &self.name,
            &self.street,
            &self.contact,
            &self.phone,
            &self.line,
            &self.invoice_note,
            &self.payment,
            &self.thread,
            &self.message,
            &self.title,
            &self.file_name,
        ]
    }
}

/// The things of the first client.
pub struct Things {
    pub canaries: Canaries,
    /// A canary of the second client.
    pub own: String,
    pub client: ClientId,
    pub contact: ContactId,
    pub invoice: InvoiceId,
    pub draft: DraftId,
    pub line: LineId,
    pub payment: PaymentId,
    pub thread: ThreadId,
    pub message: MessageId,
    pub document: DocumentId,
    pub version: VersionId,
    /// An invoice whose draft lay with the second client for a while.
    pub moved: Option<InvoiceId>,
}

/// Somebody with an app, a browser and a desktop. Every byte that comes to any of them is kept.
pub struct Someone {
    pub email: String,
    pub link: Arc<RecordingLink>,
    pub app: Caller,
    pub browser: Caller,
    pub desk: Desk,
}

pub type Person = Arc<Someone>;

impl Someone {
    async fn new(
        folder: &Path,
        address: &str,
        app: impl AsyncFnOnce(Arc<dyn ServerLink>) -> Caller,
        email: &str,
    ) -> Person {
        let link = Arc::new(RecordingLink::new(Arc::new(HttpLink::new(address).unwrap())));
        let app = app(link.clone()).await;
        let browser = Caller::sign_in_browser(link.clone(), email).await.unwrap();
        let keeper: Arc<dyn SecretKeeper> = Arc::new(MemoryKeeper::default());
        let desk = Desk::sign_in(&folder.join(email), keeper, address, link.clone(), email)
            .await
            .unwrap();
        Arc::new(Self {
            email: email.to_owned(),
            link,
            app,
            browser,
            desk,
        })
    }

    /// The client that the person belongs to.
    pub fn client(&self) -> ClientId {
        self.app.person().unwrap().client_id.unwrap()
    }

    /// The live rows of the desktop's database, tables of search and sync included.
    pub async fn rows(&self) -> Vec<Hay> {
        let (store, _aside) = self.aside().await;
        let rows = tables(&store).await.unwrap();
        store.close().await;
        rows
    }

    async fn aside(&self) -> (folio_store::Store, tempfile::TempDir) {
        let key = self.desk.key().await.unwrap();
        open_aside(&self.desk.copy().join("folio.db"), Some(key), Schema::Desktop)
            .await
            .unwrap()
    }

    /// All pages of the desktop's database and its log, decrypted.
    pub async fn pages(&self) -> Vec<Hay> {
        pages(
            &self.desk.copy().join("folio.db"),
            &self.desk.key().await.unwrap(),
        )
        .unwrap()
    }

    /// The files of the desktop, decrypted.
    pub async fn files(&self) -> Vec<Hay> {
        vault(&self.desk.copy(), &self.desk.key().await.unwrap()).unwrap()
    }

    /// Everything that is theirs: answers, database, files, and what lies on the disk as it is.
    pub async fn hay(&self) -> Vec<Hay> {
        let mut hay = self.link.seen();
        hay.extend(self.rows().await);
        hay.extend(self.pages().await);
        hay.extend(self.files().await);
        hay.extend(files_below(&self.desk.folder).unwrap());
        hay
    }

    /// Takes what the first client may take, at the desktop.
    pub async fn open_everything(&self, things: &Things) {
        for invoice in [Some(things.invoice), things.moved].into_iter().flatten() {
            self.desk.replica.invoice_pdf(invoice).await.unwrap();
            assert_eq!(self.browser.pdf(invoice).await.unwrap().status, 200);
        }
        if self.app.file(things.version).await.unwrap().status == 200 {
            self.desk.replica.file(things.version).await.unwrap();
        }
        self.draw_papers(things).await;
    }

    /// Draws up the first client's receipt and statement, at the desktop and in the browser: they say what is the
    /// client's, and nothing that is the business's own.
    async fn draw_papers(&self, things: &Things) {
        let (receipt, statement) = (receipt_of(things), statement_of(things));
        let replica = &self.desk.replica;
        let mut papers = vec![
            replica.receipt(&receipt).await.unwrap().bytes,
            replica.statement(&statement).await.unwrap().bytes,
        ];
        for (name, params) in [
            ("save_receipt", json!(receipt)),
            ("save_statement", json!(statement)),
        ] {
            let answer = self.browser.command(name, &params).await.unwrap();
            assert_eq!(answer.status, 200, "{name}");
            papers.push(answer.body.to_vec());
        }
        let canaries = &things.canaries;
        for bytes in papers {
            let name = "a paper drawn up".to_owned();
            let mut found: Vec<String> = find(&[Hay { name, bytes }], &canaries.all())
                .unwrap()
                .into_iter()
                .map(|(_, canary)| canary)
                .collect();
            found.sort();
            let mut expected = vec![
                canaries.name.clone(),
                canaries.street.clone(),
                canaries.payment.clone(),
            ];
            expected.sort();
            assert_eq!(found, expected);
        }
    }
}

pub struct Scene {
    pub server: Server,
    pub owner: Caller,
    pub first: Person,
    pub second: Person,
    /// The owner of another business on the same server.
    pub elsewhere: Person,
    pub things: Things,
    _folder: tempfile::TempDir,
}

impl Scene {
    pub async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (home, desks) = (folder.path().join("server"), folder.path().join("desks"));
        let businesses = [("Studio", OWNER), ("Elsewhere", "owner@elsewhere.example")];
        found_in(&home, &businesses).await.unwrap();
        let server = Server::start(&home).unwrap();
        let address = server.address();
        let link: Arc<dyn ServerLink> = Arc::new(HttpLink::new(&address).unwrap());
        let owner = Caller::sign_in(link, OWNER).await.unwrap();
        let things = things(&owner).await;

        let (second, own) = (ClientId(fresh()), things.own.clone());
        add_people(&owner, second, ContactId(fresh()), &own, &own, "", "").await;
        let contact = contact_of(&owner, second).await;
        let people = [
            (
                things.contact,
                things.canaries.contact.clone(),
                "first@client.example",
            ),
            (contact, own.clone(), "second@client.example"),
        ];
        let mut joined = Vec::new();
        for (contact, name, email) in people {
            let app = async |link| {
                join(&owner, &link, Role::Client, email, &name, Some(contact))
                    .await
                    .unwrap()
            };
            joined.push(Someone::new(&desks, &address, app, email).await);
        }
        let sign_in = async |link| Caller::sign_in(link, "owner@elsewhere.example").await.unwrap();
        let elsewhere = Someone::new(&desks, &address, sign_in, "owner@elsewhere.example").await;
        let (second, first) = (joined.pop().unwrap(), joined.pop().unwrap());
        let invoice = issue(&owner, second.client(), &own, &[&own]).await.unwrap();
        paper(&owner, invoice).await.unwrap();
        Self {
            server,
            owner,
            first,
            second,
            elsewhere,
            things,
            _folder: folder,
        }
    }

    /// Waits until every desktop follows the server.
    pub async fn settle(&self) {
        for person in [&self.first, &self.second, &self.elsewhere] {
            person.desk.settled().await.unwrap();
        }
    }

    /// The scan works: the first client's canaries are found at the first client, in every place that it looks at.
    pub async fn assert_found_at_home(&self, canaries: &Canaries) {
        let look = |hay: &[Hay], expected: &[&str], place: &str| {
            let found = find(hay, expected).unwrap();
            for canary in expected {
                assert!(
                    found.iter().any(|(_, found)| found == canary),
                    "{canary} is not found in {place}"
                );
            }
        };
        let shared = canaries.shared();
        look(&self.first.link.seen(), &shared, "answers");
        look(&self.first.rows().await, &shared, "rows");
        look(&self.first.pages().await, &shared, "pages");
        let files = self.first.files().await;
        look(&files, &[&canaries.bytes], "files");
        let papers: Vec<Hay> = files
            .into_iter()
            .filter(|hay| hay.bytes.starts_with(b"%PDF"))
            .collect();
        look(&papers, &[&canaries.line, &canaries.name], "papers");
        // The second client has its own, so that its scans had something to look at.
        look(
            &self.second.rows().await,
            &[&self.things.own],
            "the second client's rows",
        );
        look(
            &self.second.link.seen(),
            &[&self.things.own],
            "the second client's answers",
        );
        // On the disk itself there is nothing to read.
        let disk = files_below(&self.first.desk.folder).unwrap();
        assert!(
            disk.len() > 3 && find(&disk, &canaries.all()).unwrap().is_empty(),
            "plain text on the disk"
        );
    }
}

async fn add_people(
    owner: &Caller,
    client_id: ClientId,
    contact_id: ContactId,
    name: &str,
    first_name: &str,
    street: &str,
    phone: &str,
) {
    let address = Address {
        street: street.to_owned(),
        ..Address::default()
    };
    let client = AddClient {
        client_id,
        client: folio_domain::clients::Client {
            address,
            ..client(name)
        },
    };
    let contact = Contact {
        client_id,
        first_name: first_name.to_owned(),
        last_name: String::new(),
        email: String::new(),
        phone: phone.to_owned(),
        language: None,
        gets_invoices: true,
    };
    owner
        .apply(vec![client.into(), AddContact { contact_id, contact }.into()])
        .await
        .unwrap();
}

async fn contact_of(owner: &Caller, client_id: ClientId) -> ContactId {
    use folio_protocol::queries::{ClientDetail, ClientQuery, Query};
    let detail: ClientDetail = owner
        .ask(Query::ClientQuery(ClientQuery { client_id }))
        .await
        .unwrap();
    detail.contacts[0].contact_id
}

/// Makes the first client's things.
async fn things(owner: &Caller) -> Things {
    let canaries = Canaries::new();
    let (client, contact) = (ClientId(fresh()), ContactId(fresh()));
    add_people(
        owner,
        client,
        contact,
        &canaries.name,
        &canaries.contact,
        &canaries.street,
        &canaries.phone,
    )
    .await;
    let invoice = issue(owner, client, &canaries.invoice_note, &[&canaries.line])
        .await
        .unwrap();
    paper(owner, invoice).await.unwrap();
    let (draft, line, thread, message) = (
        DraftId(fresh()),
        LineId(fresh()),
        ThreadId(fresh()),
        MessageId(fresh()),
    );
    let (document, version) = (DocumentId(fresh()), VersionId(fresh()));
    let bytes = format!("begins {} ends", canaries.bytes).repeat(300).into_bytes();
    let edit = FieldEdit {
        field: "text".to_owned(),
        from: json!(""),
        to: json!(canaries.note),
    };
    let payment = record_payment(client, Some(invoice), 100, &canaries.payment);
    let payment_id = payment.payment_id;
    let begin = StartThread {
        thread_id: thread,
        client_id: client,
        title: canaries.thread.clone(),
        subject: Subject::Invoice(invoice),
        message: NewMessage {
            message_id: message,
            text: canaries.message.clone(),
            kind: MessageKind::Text,
            attachments: Vec::new(),
        },
    };
    let file_name = format!("{}.txt", canaries.file_name);
    owner
        .apply(vec![
            SetClientNote {
                client_id: client,
                edit,
            }
            .into(),
            create_draft(draft, Some(client), &canaries.draft),
            add_line(draft, line, &canaries.draft),
            payment.into(),
            begin.into(),
            add_document(
                document,
                client,
                &canaries.title,
                false,
                new_version(version, &file_name, &bytes),
            ),
        ])
        .await
        .unwrap();
    owner.upload(version, &bytes).await.unwrap();
    let payment = payment_id;
    Things {
        canaries,
        own: canary("own"),
        client,
        contact,
        invoice,
        draft,
        line,
        payment,
        thread,
        message,
        document,
        version,
        moved: None,
    }
}
