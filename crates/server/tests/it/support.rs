//! A server in a temporary home, and people who call it.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use axum::Router;
use axum::body::Body;
use folio_domain::clients::{AddClient, Client};
use folio_domain::ids::{ClientId, ContactId, DeviceId, DraftId, InvoiceId, LineId, OrgId, PrincipalId};
use folio_domain::invoices::{
    AddLine, Billing, CreateDraft, Discount, IssueInvoice, LineItem, TaxMode, invoice_id,
};
use folio_domain::languages::Language;
use folio_domain::money::Currency;
use folio_domain::mutations::Mutation;
use folio_domain::organisations::{BankDetails, Organisation};
use folio_domain::people::{AddContact, Address, Contact};
use folio_domain::permissions::Role;
use folio_protocol::sessions::{AcceptRequest, DeviceKind, InviteRequest, LinkAnswer, SignInAnswer};
use folio_server::clock::{Clock, SystemChance};
use folio_server::{App, Config, Founded, NewBusiness, PasswordCost, Source};
use http::{Method, Request, StatusCode};
use http_body_util::BodyExt as _;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tower::ServiceExt as _;
use uuid::Uuid;

pub const PASSWORD: &str = "a long enough password";

/// A clock that a test moves.
#[derive(Clone)]
pub struct Hand(Arc<AtomicI64>);

impl Clock for Hand {
    fn now(&self) -> Timestamp {
        Timestamp::from_millisecond(self.0.load(Ordering::Relaxed)).unwrap()
    }
}

impl Hand {
    pub fn forward(&self, by: SignedDuration) {
        self.0
            .fetch_add(i64::try_from(by.as_millis()).unwrap(), Ordering::Relaxed);
    }
}

pub struct House {
    pub app: App,
    pub router: Router,
    pub hand: Hand,
    pub source: Source,
    pub home: tempfile::TempDir,
}

pub async fn house() -> House {
    house_with(|_config| {}).await
}

pub async fn house_with(change: impl FnOnce(&mut Config)) -> House {
    let home = tempfile::tempdir().unwrap();
    let mut config = Config::new(home.path().join("home"), "http://127.0.0.1:4810".parse().unwrap());
    config.password_cost = PasswordCost {
        memory_kib: 64,
        passes: 1,
    };
    // A test says when jobs are done.
    config.does_jobs = false;
    change(&mut config);
    let hand = Hand(Arc::new(AtomicI64::new(1_795_000_000_000)));
    let source = Source::new(hand.clone(), SystemChance);
    let app = App::open_with(config, source.clone()).await.unwrap();
    House {
        router: app.router(),
        app,
        hand,
        source,
        home,
    }
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: http::HeaderMap,
    pub bytes: Vec<u8>,
}

impl Answer {
    pub fn json<T: DeserializeOwned>(&self) -> T {
        let text = String::from_utf8_lossy(&self.bytes);
        assert!(self.status.is_success(), "{} {text}", self.status);
        serde_json::from_slice(&self.bytes).unwrap_or_else(|error| panic!("{error}: {text}"))
    }

    pub fn problem(&self) -> String {
        let value: Value = serde_json::from_slice(&self.bytes).unwrap_or(Value::Null);
        assert!(!self.status.is_success(), "{} {value}", self.status);
        value["message_key"].as_str().unwrap_or_default().to_owned()
    }
}

/// Someone who calls.
#[derive(Clone, Default)]
pub struct Caller {
    pub bearer: Option<String>,
    pub cookies: Option<String>,
}

impl House {
    pub fn id(&self) -> Uuid {
        self.source.id().unwrap()
    }

    pub async fn send(&self, caller: &Caller, method: Method, path: &str, body: Body) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header("x-folio-protocol", "1");
        request = request
            .header("content-type", "application/json")
            .header("host", "127.0.0.1:4810");
        if let Some(bearer) = &caller.bearer {
            request = request.header("authorization", format!("Bearer {bearer}"));
        }
        if let Some(cookies) = &caller.cookies {
            request = request.header("cookie", cookies).header("x-folio", "1");
        }
        self.call(request.body(body).unwrap()).await
    }

    pub async fn call(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        let bytes = response.into_body().collect().await.unwrap().to_bytes().to_vec();
        Answer {
            status,
            headers,
            bytes,
        }
    }

    pub async fn post(&self, caller: &Caller, path: &str, body: impl Serialize) -> Answer {
        self.send(
            caller,
            Method::POST,
            path,
            Body::from(serde_json::to_vec(&body).unwrap()),
        )
        .await
    }

    pub async fn get(&self, caller: &Caller, path: &str) -> Answer {
        self.send(caller, Method::GET, path, Body::empty()).await
    }

    pub async fn query(&self, caller: &Caller, name: &str, params: Value) -> Answer {
        self.post(caller, "/api/query", json!({ "name": name, "params": params }))
            .await
    }

    pub async fn command(&self, caller: &Caller, name: &str, params: Value) -> Answer {
        self.post(caller, &format!("/api/command/{name}"), params).await
    }

    pub async fn mutate(&self, caller: &Caller, mutation: impl Into<Mutation>) -> Answer {
        let body = json!({ "mutation_id": self.id(), "mutation": mutation.into(), "hold_ms": 0 });
        self.post(caller, "/api/mutate", body).await
    }

    /// A business with an owner who is signed in on a desktop.
    pub async fn business(&self, name: &str) -> Business<'_> {
        let email = format!("owner@{name}.test");
        let founded = self.app.found(new_business(name, &email)).await.unwrap();
        let signed: SignInAnswer = self.sign_in(&email).await.json();
        Business {
            house: self,
            owner: Person::of(signed),
            founded,
        }
    }

    pub async fn sign_in(&self, email: &str) -> Answer {
        let body =
            json!({ "email": email, "password": PASSWORD, "device_name": "desk", "device_kind": "desktop" });
        self.post(&Caller::default(), "/api/session/sign-in", body).await
    }
}

pub fn new_business(name: &str, email: &str) -> NewBusiness {
    let organisation = Organisation {
        name: name.to_owned(),
        address: Address {
            country: "DE".to_owned(),
            ..Address::default()
        },
        tax_id: String::new(),
        email: format!("office@{name}.test"),
        phone: "+49 30 5550 0142".to_owned(),
        hours: String::new(),
        time_zone: "Europe/Berlin".to_owned(),
        language: Language::En,
        currency: Currency::parse("EUR").unwrap(),
        payment_terms_days: 14,
        bank: BankDetails {
            account_number: "DE89370400440532013000".to_owned(),
            ..BankDetails::default()
        },
        invoice_note: String::new(),
    };
    NewBusiness {
        organisation,
        owner_name: "Asha Verma".to_owned(),
        owner_email: email.to_owned(),
        owner_password: Some(PASSWORD.to_owned()),
        number_pattern: String::new(),
        next_number: 1,
    }
}

/// A person who is signed in on a desktop.
#[derive(Clone)]
pub struct Person {
    pub caller: Caller,
    pub refresh: String,
    pub device_id: DeviceId,
    pub principal_id: PrincipalId,
    pub org_id: OrgId,
}

impl Person {
    pub fn of(signed: SignInAnswer) -> Self {
        let tokens = signed.tokens.unwrap();
        Self {
            caller: Caller {
                bearer: Some(tokens.access_token),
                cookies: None,
            },
            refresh: tokens.refresh_token,
            device_id: signed.device_id,
            principal_id: signed.person.principal_id,
            org_id: signed.person.org_id,
        }
    }
}

pub struct Business<'a> {
    pub house: &'a House,
    pub owner: Person,
    pub founded: Founded,
}

pub struct Customer {
    pub client_id: ClientId,
    pub contact_id: ContactId,
}

impl Business<'_> {
    /// A client with one contact.
    pub async fn client(&self, name: &str) -> Customer {
        let (client_id, contact_id) = (ClientId(self.house.id()), ContactId(self.house.id()));
        let client = Client {
            name: name.to_owned(),
            address: Address::default(),
            tax_id: String::new(),
            language: Language::En,
            currency: Currency::parse("EUR").unwrap(),
            payment_terms_days: None,
            client_number: String::new(),
        };
        let add = AddClient { client_id, client };
        assert_eq!(
            self.house.mutate(&self.owner.caller, add).await.status,
            StatusCode::OK
        );
        let contact = Contact {
            client_id,
            first_name: "Kavita".to_owned(),
            last_name: name.to_owned(),
            email: format!("kavita@{name}.test"),
            phone: String::new(),
            language: None,
            gets_invoices: true,
        };
        let add = AddContact { contact_id, contact };
        assert_eq!(
            self.house.mutate(&self.owner.caller, add).await.status,
            StatusCode::OK
        );
        Customer {
            client_id,
            contact_id,
        }
    }

    /// Invites a person, who accepts on a desktop.
    pub async fn member(&self, role: Role, contact_id: Option<ContactId>) -> Person {
        let email = format!("{}@people.test", self.house.id());
        let invite = InviteRequest {
            email,
            name: "New Person".to_owned(),
            role,
            contact_id,
        };
        let answer = self
            .house
            .post(&self.owner.caller, "/api/invitations", &invite)
            .await;
        let link: LinkAnswer = answer.json();
        let token = link.url.split_once('#').unwrap().1.to_owned();
        let request = AcceptRequest {
            token,
            name: "New Person".to_owned(),
            password: PASSWORD.to_owned(),
            device_name: "desk".to_owned(),
            device_kind: DeviceKind::Desktop,
        };
        Person::of(
            self.house
                .post(&Caller::default(), "/api/session/accept", &request)
                .await
                .json(),
        )
    }

    pub async fn draft(&self, customer: &Customer, description: &str) -> DraftId {
        let draft_id = DraftId(self.house.id());
        let billing = Billing {
            client_id: Some(customer.client_id),
            currency: Currency::parse("EUR").unwrap(),
            tax_mode: TaxMode::Exclusive,
        };
        let (issue_date, note) = (None, String::new());
        let create = CreateDraft {
            draft_id,
            billing,
            issue_date,
            payment_terms_days: 14,
            note,
        };
        self.house
            .mutate(&self.owner.caller, create)
            .await
            .json::<Value>();
        let item = LineItem {
            description: description.to_owned(),
            quantity: "3".parse().unwrap(),
            unit: String::new(),
            unit_price: "41.15".parse().unwrap(),
            discount: Discount::None,
            taxes: Vec::new(),
        };
        let line = AddLine {
            draft_id,
            line_id: LineId(self.house.id()),
            after: None,
            item,
        };
        self.house.mutate(&self.owner.caller, line).await.json::<Value>();
        draft_id
    }

    pub async fn issue(&self, draft_id: DraftId, send: bool) -> Answer {
        let detail: Value = self
            .house
            .query(&self.owner.caller, "draft", json!({ "draft_id": draft_id }))
            .await
            .json();
        let content_hash = detail["content_hash"].as_str().unwrap().to_owned();
        self.house
            .mutate(
                &self.owner.caller,
                IssueInvoice {
                    draft_id,
                    content_hash,
                    send,
                },
            )
            .await
    }

    /// An invoice with its paper.
    pub async fn invoice(&self, customer: &Customer) -> InvoiceId {
        let draft_id = self.draft(customer, "Business cards").await;
        let answer = self.issue(draft_id, false).await;
        assert_eq!(
            answer.status,
            StatusCode::OK,
            "{}",
            String::from_utf8_lossy(&answer.bytes)
        );
        folio_server::work_off(&self.house.app).await.unwrap();
        invoice_id(draft_id)
    }
}
