//! The people of the walk, and the things of one client that they reach for.

use std::collections::BTreeMap;
use std::sync::Arc;

use folio_domain::einvoicing::EinvoiceForm;
use folio_domain::ids::{
    ClientId, ContactId, DocumentId, DraftId, ImportRunId, InvoiceId, LineId, PaymentId, PrincipalId,
    ThreadId, VersionId,
};
use folio_domain::imports::{ImportBatch, ImportedClient};
use folio_domain::people::EndMember;
use folio_domain::permissions::Role;
use folio_protocol::queries::{ImportList, ImportsQuery, Query};
use folio_protocol::sessions::LinkAnswer;
use folio_replica::{RouterLink, ServerLink};
use folio_server::App;
use folio_tests::business::{ClientSide, config, found, issue, join, join_client};
use folio_tests::caller::Caller;
use folio_tests::make::{
    add_contact, add_document, add_line, bill_by_einvoice, client, create_draft, fresh, new_version,
    record_payment, start_thread,
};

/// Who tries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    /// Nobody is signed in.
    Nobody,
    Owner,
    Staff,
    Bookkeeper,
    /// A contact of the client whose things are reached for.
    Client,
    /// A contact of another client of the same business.
    OtherClient,
    /// The owner of another business on the same server.
    OtherOrganisation,
    /// A member of staff whose membership has ended.
    Revoked,
    /// Who came by the link of one invoice of the client.
    Linked,
}

impl Who {
    pub const ALL: [Self; 9] = [
        Self::Nobody,
        Self::Owner,
        Self::Staff,
        Self::Bookkeeper,
        Self::Client,
        Self::OtherClient,
        Self::OtherOrganisation,
        Self::Revoked,
        Self::Linked,
    ];

    /// The role of the session; none without one.
    pub fn role(self) -> Option<Role> {
        match self {
            Self::Nobody | Self::Revoked => None,
            Self::Owner | Self::OtherOrganisation => Some(Role::Owner),
            Self::Staff => Some(Role::Staff),
            Self::Bookkeeper => Some(Role::Bookkeeper),
            Self::Client | Self::OtherClient | Self::Linked => Some(Role::Client),
        }
    }

    /// Whether the client's things are none of theirs.
    pub fn is_stranger(self) -> bool {
        matches!(self, Self::OtherClient | Self::OtherOrganisation)
    }
}

/// The roles that letters stand for: owner, staff, bookkeeper, client.
pub fn roles(letters: &str) -> Vec<Role> {
    let role = |letter| match letter {
        'o' => Role::Owner,
        's' => Role::Staff,
        'b' => Role::Bookkeeper,
        'c' => Role::Client,
        other => panic!("no role {other}"),
    };
    letters.chars().map(role).collect()
}

/// Whether `table` names the people's roles in `letters`, in any order.
pub fn same_roles(table: &[Role], letters: &str) -> bool {
    let people = |roles: Vec<Role>| {
        let mut roles: Vec<Role> = roles.into_iter().filter(|role| *role != Role::System).collect();
        roles.sort();
        roles
    };
    people(table.to_vec()) == people(roles(letters))
}

/// The owner's address.
pub const OWNER: &str = "owner@studio.example";

pub struct World {
    pub link: Arc<dyn ServerLink>,
    pub owner: Caller,
    pub client: ClientSide,
    pub invoice: InvoiceId,
    pub thread: ThreadId,
    pub document: DocumentId,
    pub version: VersionId,
    emails: BTreeMap<Who, &'static str>,
    callers: BTreeMap<Who, Caller>,
    _app: App,
    _folder: tempfile::TempDir,
}

impl World {
    pub async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let app = App::open(config(folder.path()).unwrap()).await.unwrap();
        let link: Arc<dyn ServerLink> = Arc::new(RouterLink::new(app.router()));
        found(&app, "Studio", OWNER).await.unwrap();
        found(&app, "Other", "owner@other.example").await.unwrap();
        let owner = Caller::sign_in(link.clone(), OWNER).await.unwrap();
        let client = join_client(&owner, &link, "First", "Karl", "karl@first.example")
            .await
            .unwrap();
        let other = join_client(&owner, &link, "Second", "Mina", "mina@second.example")
            .await
            .unwrap();
        let emails = BTreeMap::from([
            (Who::Owner, OWNER),
            (Who::Staff, "staff@studio.example"),
            (Who::Bookkeeper, "books@studio.example"),
            (Who::Client, "karl@first.example"),
            (Who::OtherClient, "mina@second.example"),
            (Who::OtherOrganisation, "owner@other.example"),
        ]);
        let staff = join(&owner, &link, Role::Staff, emails[&Who::Staff], "Sam", None)
            .await
            .unwrap();
        let books = join(
            &owner,
            &link,
            Role::Bookkeeper,
            emails[&Who::Bookkeeper],
            "Bela",
            None,
        )
        .await
        .unwrap();
        let revoked = join(&owner, &link, Role::Staff, "gone@studio.example", "Gone", None)
            .await
            .unwrap();
        let gone = revoked.person().unwrap().principal_id;
        owner
            .apply(vec![EndMember { principal_id: gone }.into()])
            .await
            .unwrap();
        let callers = BTreeMap::from([
            (Who::Nobody, Caller::nobody(link.clone())),
            (Who::Owner, owner.clone()),
            (Who::Staff, staff),
            (Who::Bookkeeper, books),
            (Who::Client, client.caller.clone()),
            (Who::OtherClient, other.caller),
            (
                Who::OtherOrganisation,
                Caller::sign_in(link.clone(), "owner@other.example")
                    .await
                    .unwrap(),
            ),
            (Who::Revoked, revoked),
        ]);
        let agreed = bill_by_einvoice(client.client_id, EinvoiceForm::Ubl);
        owner.apply(agreed).await.unwrap();
        let invoice = issue(&owner, client.client_id, "", &["Work"]).await.unwrap();
        let (thread, document, version) = (ThreadId(fresh()), DocumentId(fresh()), VersionId(fresh()));
        let add = add_document(
            document,
            client.client_id,
            "Terms",
            true,
            new_version(version, "terms.txt", b"terms"),
        );
        owner
            .apply(vec![start_thread(thread, client.client_id, "Hello", "hi"), add])
            .await
            .unwrap();
        owner.upload(version, b"terms").await.unwrap();
        folio_server::work_off(&app).await.unwrap();
        let mut world = Self {
            _app: app,
            link,
            owner,
            client,
            invoice,
            thread,
            document,
            version,
            emails,
            callers,
            _folder: folder,
        };
        let url = world.invoice_link().await;
        let linked = Caller::open_link(world.link.clone(), &url).await.unwrap();
        world.callers.insert(Who::Linked, linked);
        world
    }

    pub fn caller(&self, who: Who) -> &Caller {
        &self.callers[&who]
    }

    /// Another session of the same person, to be used up; the usual one where there is none.
    pub async fn another_session(&self, who: Who) -> Caller {
        match self.emails.get(&who) {
            Some(email) => Caller::sign_in(self.link.clone(), email).await.unwrap(),
            None if who == Who::Linked => Caller::open_link(self.link.clone(), &self.invoice_link().await)
                .await
                .unwrap(),
            None => self.caller(who).clone(),
        }
    }

    /// A new link to the invoice.
    pub async fn invoice_link(&self) -> String {
        let params = serde_json::json!({ "invoice_id": self.invoice });
        self.owner
            .command("invoice_link", &params)
            .await
            .unwrap()
            .read::<LinkAnswer>()
            .unwrap()
            .url
    }

    /// A new draft of the client, with two lines.
    pub async fn draft(&self) -> (DraftId, [LineId; 2]) {
        let (draft, lines) = (DraftId(fresh()), [LineId(fresh()), LineId(fresh())]);
        let create = create_draft(draft, Some(self.client.client_id), "");
        let [first, second] = lines.map(|line| add_line(draft, line, "Work"));
        self.owner.apply(vec![create, first, second]).await.unwrap();
        (draft, lines)
    }

    /// A new contact of the client.
    pub async fn contact(&self) -> ContactId {
        let contact = ContactId(fresh());
        let email = format!("{}@first.example", fresh().simple());
        self.owner
            .apply(vec![add_contact(self.client.client_id, contact, "Nina", &email)])
            .await
            .unwrap();
        contact
    }

    /// A new payment of the client.
    pub async fn payment(&self) -> PaymentId {
        let payment = record_payment(self.client.client_id, None, 100, "thanks");
        let id = payment.payment_id;
        self.owner.apply(vec![payment.into()]).await.unwrap();
        id
    }

    /// A new document of the client, brought by `who` where they may, else by the owner. Its bytes are `terms`.
    pub async fn document_of(&self, who: Who) -> (DocumentId, VersionId) {
        let (document, version) = (DocumentId(fresh()), VersionId(fresh()));
        let may = matches!(who, Who::Owner | Who::Staff | Who::Client);
        let caller = if may { self.caller(who) } else { &self.owner };
        let add = add_document(
            document,
            self.client.client_id,
            "More",
            true,
            new_version(version, "more.txt", b"terms"),
        );
        caller.apply(vec![add]).await.unwrap();
        (document, version)
    }

    /// A new member of staff.
    pub async fn member(&self) -> PrincipalId {
        let email = format!("{}@studio.example", fresh().simple());
        let joined = join(&self.owner, &self.link, Role::Staff, &email, "New", None)
            .await
            .unwrap();
        joined.person().unwrap().principal_id
    }

    /// A new import of one client.
    pub async fn import_run(&self) -> ImportRunId {
        let name = fresh().to_string();
        let batch = ImportBatch {
            source: "invoice-ninja".to_owned(),
            files: vec![name.clone()],
            clients: vec![ImportedClient {
                key: name.clone(),
                client: client(&name),
                contacts: Vec::new(),
            }],
            ..ImportBatch::default()
        };
        self.owner.apply(vec![batch.into()]).await.unwrap();
        let list: ImportList = self
            .owner
            .ask(Query::ImportsQuery(ImportsQuery {}))
            .await
            .unwrap();
        let mut made = list.imports.into_iter();
        made.find(|row| row.run.files == [name.clone()]).unwrap().run_id
    }

    pub fn client_id(&self) -> ClientId {
        self.client.client_id
    }
}
