//! Databases and a small organisation for tests, here and in other crates (feature `testing`).

use std::sync::atomic::{AtomicU64, Ordering};

use folio_domain::clients::{AddClient, Client};
use folio_domain::ids::{ClientId, ContactId, DeviceId, MutationId, OrgId, PrincipalId};
use folio_domain::invoices::SetSeries;
use folio_domain::languages::Language;
use folio_domain::money::Currency;
use folio_domain::mutations::{Actor, MUTATIONS_VERSION, Mutation};
use folio_domain::organisations::{BankDetails, Organisation};
use folio_domain::people::{AddContact, Address, Contact};
use folio_domain::permissions::{Access, Grant, Role};
use folio_domain::records::Kind;
use folio_protocol::sync::{MutationResult, Outcome, PushedMutation};
use jiff::Timestamp;
use sqlx::{AssertSqlSafe, Connection, Executor};
use uuid::Uuid;

use crate::server::orgs::{self, NewOrg};
use crate::server::{devices, grants, principals};
use crate::{Location, Schema, Scope, Store, StoreError, Submission};

/// An open database that goes away when it is dropped.
pub struct TestDatabase {
    /// `sqlite` or `postgres`, for messages.
    pub name: &'static str,
    /// The database.
    pub store: Store,
    _folder: tempfile::TempDir,
}

static NEXT: AtomicU64 = AtomicU64::new(1);

/// A fresh server database of each kind: SQLite always, PostgreSQL where `FOLIO_TEST_POSTGRES_URL` names a server.
///
/// # Errors
/// When one cannot be opened.
pub async fn databases() -> Result<Vec<TestDatabase>, StoreError> {
    let mut databases = vec![sqlite().await?];
    if let Ok(url) = std::env::var("FOLIO_TEST_POSTGRES_URL") {
        databases.push(postgres(&url).await?);
    }
    Ok(databases)
}

/// A fresh server database on SQLite.
///
/// # Errors
/// When it cannot be opened.
pub async fn sqlite() -> Result<TestDatabase, StoreError> {
    let folder = tempfile::tempdir().map_err(|error| StoreError::Database(error.into()))?;
    let location = Location::Sqlite {
        path: folder.path().join("folio.db"),
        key: None,
        readers: 4,
    };
    let store = Store::open(&location, Schema::Server).await?;
    Ok(TestDatabase {
        name: "sqlite",
        store,
        _folder: folder,
    })
}

async fn postgres(url: &str) -> Result<TestDatabase, StoreError> {
    let folder = tempfile::tempdir().map_err(|error| StoreError::Database(error.into()))?;
    let name = format!(
        "folio_{}_{}",
        std::process::id(),
        NEXT.fetch_add(1, Ordering::Relaxed)
    );
    sqlx::any::install_default_drivers();
    let mut connection = sqlx::AnyConnection::connect(url).await?;
    connection
        .execute(AssertSqlSafe(format!("CREATE DATABASE {name}")))
        .await?;
    let (server, _) = url.rsplit_once('/').unwrap_or((url, ""));
    let location = Location::Postgres {
        url: format!("{server}/{name}"),
    };
    let store = Store::open(&location, Schema::Server).await?;
    Ok(TestDatabase {
        name: "postgres",
        store,
        _folder: folder,
    })
}

/// A small organisation: an owner, a bookkeeper, two clients with a contact each who can sign in.
pub struct Fixture {
    /// The database.
    pub store: Store,
    /// The organisation.
    pub org: OrgId,
    /// The owner.
    pub owner: Actor,
    /// The bookkeeper.
    pub bookkeeper: Actor,
    /// Two clients, each with its contact and the contact's sign-in.
    pub clients: Vec<TestClient>,
    /// The device that everything here comes from.
    pub device: DeviceId,
}

/// A client with a contact who can sign in.
pub struct TestClient {
    /// The client.
    pub client: ClientId,
    /// The contact.
    pub contact: ContactId,
    /// The contact's sign-in.
    pub actor: Actor,
}

/// The time that fixtures live in.
pub const NOW: Timestamp = Timestamp::constant(1_790_000_000, 0);

impl Fixture {
    /// Sets the organisation up in `store`.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn new(store: Store) -> Result<Self, StoreError> {
        let org = OrgId(random_id());
        let new = NewOrg {
            org_id: org,
            epoch: "first".to_owned(),
            recovery_recipient: String::new(),
            wrapped_file_key: String::new(),
            organisation: organisation(),
        };
        let mut transaction = store.begin().await?;
        orgs::create_in(&mut transaction, &new, NOW).await?;
        transaction.commit().await?;
        let owner = sign_in(&store, org, "owner@studio.example", "Asha", Role::Owner, None).await?;
        let bookkeeper = sign_in(
            &store,
            org,
            "books@studio.example",
            "Bela",
            Role::Bookkeeper,
            None,
        )
        .await?;
        let device = device_of(&store, org, owner.principal_id).await?;
        let mut fixture = Self {
            store,
            org,
            owner,
            bookkeeper,
            clients: Vec::new(),
            device,
        };
        let series = SetSeries {
            pattern: "YYYY-0000".to_owned(),
            next: 1,
            restarts_yearly: false,
            credit_notes: false,
        };
        fixture.apply(&fixture.owner.clone(), vec![series.into()]).await?;
        for (name, first_name, language) in [
            ("Müller GmbH", "Karl", Language::En),
            ("வணிகம் கடை", "மீனா", Language::Ta),
        ] {
            let client = fixture.add_client(name, first_name, language).await?;
            fixture.clients.push(client);
        }
        Ok(fixture)
    }

    async fn add_client(
        &self,
        name: &str,
        first_name: &str,
        language: Language,
    ) -> Result<TestClient, StoreError> {
        let (client, contact) = (ClientId(random_id()), ContactId(random_id()));
        let email = format!("{}@client.example", random_id().simple());
        let add = AddClient {
            client_id: client,
            client: test_client(name, language),
        };
        let person = Contact {
            client_id: client,
            first_name: first_name.to_owned(),
            last_name: String::new(),
            email: email.clone(),
            phone: String::new(),
            language: None,
            gets_invoices: true,
        };
        let add_contact = AddContact {
            contact_id: contact,
            contact: person,
        };
        self.apply(&self.owner, vec![add.into(), add_contact.into()])
            .await?;
        let actor = sign_in(
            &self.store,
            self.org,
            &email,
            first_name,
            Role::Client,
            Some((client, contact)),
        )
        .await?;
        Ok(TestClient {
            client,
            contact,
            actor,
        })
    }

    /// The scope of `actor`.
    #[must_use]
    pub fn scope(&self, actor: &Actor) -> Scope {
        Scope::new(self.org, actor.clone())
    }

    /// Submits `mutations` for `actor` and gives their results.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn submit(
        &self,
        actor: &Actor,
        mutations: Vec<Mutation>,
    ) -> Result<Vec<MutationResult>, StoreError> {
        let mutations = mutations.into_iter().map(pushed).collect();
        let refused = std::collections::BTreeMap::new();
        let submission = Submission {
            device_id: self.device,
            actor: actor.clone(),
            mutations,
            refused,
        };
        Ok(self.store.submit(self.org, &submission, NOW).await?.results)
    }

    /// Submits `mutations` for `actor`; all of them must be applied.
    ///
    /// # Errors
    /// The first refusal, or when the database refuses.
    pub async fn apply(&self, actor: &Actor, mutations: Vec<Mutation>) -> Result<(), StoreError> {
        for result in self.submit(actor, mutations).await? {
            if let Outcome::Refused(refusal) = result.outcome {
                return Err(refusal.into());
            }
        }
        Ok(())
    }
}

/// `mutation` as it is pushed, with a new id.
#[must_use]
pub fn pushed(mutation: Mutation) -> PushedMutation {
    PushedMutation {
        again: false,
        mutation_id: MutationId(random_id()),
        mid: 1,
        version: MUTATIONS_VERSION,
        mutation,
    }
}

/// Gives the organisation another epoch, as restoring a backup does.
///
/// # Errors
/// When the database breaks.
pub async fn set_epoch(store: &Store, org: OrgId, epoch: &str) -> Result<(), StoreError> {
    let mut transaction = store.begin().await?;
    sqlx::query("UPDATE org SET epoch = $2 WHERE org_id = $1")
        .bind(org.to_string())
        .bind(epoch.to_owned())
        .execute(&mut *transaction)
        .await?;
    transaction.commit().await?;
    Ok(())
}

/// Makes an SQLite database refuse every new row of `kind` whose content holds `word`, as a database refuses data that
/// it cannot hold.
///
/// # Errors
/// When the database breaks.
pub async fn refuse_rows(store: &Store, kind: Kind, word: &str) -> Result<(), StoreError> {
    let table = kind.table();
    let sql = format!(
        "CREATE TRIGGER refuse_{table} BEFORE INSERT ON {table} WHEN NEW.body LIKE '%{word}%' \
         BEGIN SELECT RAISE(ABORT, 'refused'); END"
    );
    let mut transaction = store.begin().await?;
    sqlx::query(AssertSqlSafe(sql)).execute(&mut *transaction).await?;
    transaction.commit().await?;
    Ok(())
}

/// A new random id.
#[must_use]
pub fn random_id() -> Uuid {
    let mut bytes = [0; 16];
    // A test without a random source cannot go on; the id is then the nil one and clashes at once.
    let _no_source = getrandom::fill(&mut bytes);
    uuid::Builder::from_random_bytes(bytes).into_uuid()
}

/// Gives a person a sign-in with the role's usual grants.
///
/// # Errors
/// When the database refuses.
pub async fn sign_in(
    store: &Store,
    org: OrgId,
    email: &str,
    name: &str,
    role: Role,
    contact: Option<(ClientId, ContactId)>,
) -> Result<Actor, StoreError> {
    let principal_id = PrincipalId(random_id());
    let principal = principals::Principal {
        principal_id,
        org_id: org,
        email: format!("{}.{email}", random_id().simple()),
        name: name.to_owned(),
        role,
        client_id: contact.map(|(client, _)| client),
        contact_id: contact.map(|(_, contact)| contact),
        language: Language::En,
        password_hash: String::new(),
        ended_at: None,
    };
    let grants: Vec<Grant> = Grant::for_role(role, principal.client_id).into_iter().collect();
    let mut transaction = store.begin().await?;
    principals::insert_in(&mut transaction, &principal, NOW).await?;
    for grant in &grants {
        grants::insert_in(&mut transaction, org, principal_id, random_id(), grant).await?;
    }
    transaction.commit().await?;
    Ok(Actor {
        principal_id,
        name: name.to_owned(),
        access: Access { role, grants },
    })
}

async fn device_of(store: &Store, org: OrgId, principal_id: PrincipalId) -> Result<DeviceId, StoreError> {
    let device = devices::Device {
        device_id: DeviceId(random_id()),
        org_id: org,
        principal_id,
        name: "test".to_owned(),
        kind: "desktop".to_owned(),
        seen_at: NOW,
        ended_at: None,
    };
    let mut transaction = store.begin().await?;
    devices::insert_in(&mut transaction, &device).await?;
    transaction.commit().await?;
    Ok(device.device_id)
}

/// The organisation of the fixtures.
#[must_use]
pub fn organisation() -> Organisation {
    Organisation {
        name: "Studio Kaveri".to_owned(),
        address: Address {
            city: "Chennai".to_owned(),
            country: "IN".to_owned(),
            ..Address::default()
        },
        tax_id: String::new(),
        email: "hello@studio.example".to_owned(),
        phone: "+91 44 5550 1234".to_owned(),
        hours: "Mon–Fri 9–18".to_owned(),
        time_zone: "Asia/Kolkata".to_owned(),
        language: Language::En,
        currency: euro(),
        payment_terms_days: 14,
        bank: BankDetails::default(),
        invoice_note: String::new(),
    }
}

fn test_client(name: &str, language: Language) -> Client {
    Client {
        name: name.to_owned(),
        address: Address::default(),
        tax_id: String::new(),
        language,
        currency: euro(),
        payment_terms_days: None,
        client_number: String::new(),
    }
}

/// The currency of the fixtures.
#[must_use]
pub fn euro() -> Currency {
    // EUR is in ISO 4217; the other arm is never taken.
    Currency::parse("EUR").unwrap_or_else(|_| unreachable!("EUR is a currency"))
}
