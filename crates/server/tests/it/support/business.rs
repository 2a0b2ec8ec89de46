//! A business on the server, with the people and records that a test needs.

use folio_domain::clients::{AddClient, Client};
use folio_domain::ids::{ClientId, ContactId, DeviceId, DraftId, InvoiceId, LineId, OrgId, PrincipalId};
use folio_domain::invoices::{
    AddLine, Billing, CreateDraft, Discount, IssueInvoice, LineItem, TaxMode, invoice_id,
};
use folio_domain::languages::Language;
use folio_domain::money::Currency;
use folio_domain::organisations::{BankDetails, Organisation};
use folio_domain::people::{AddContact, Address, Contact};
use folio_domain::permissions::Role;
use folio_protocol::sessions::{AcceptRequest, DeviceKind, InviteRequest, LinkAnswer, SignInAnswer};
use folio_server::{Founded, NewBusiness};
use http::StatusCode;
use serde_json::{Value, json};

use super::{Answer, Caller, House, PASSWORD};

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
        let invoice_id = self.invoice_without_paper(customer).await;
        folio_server::work_off(&self.house.app).await.unwrap();
        invoice_id
    }

    /// An invoice whose paper is still to be laid out.
    pub async fn invoice_without_paper(&self, customer: &Customer) -> InvoiceId {
        let draft_id = self.draft(customer, "Business cards").await;
        let answer = self.issue(draft_id, false).await;
        assert_eq!(
            answer.status,
            StatusCode::OK,
            "{}",
            String::from_utf8_lossy(&answer.bytes)
        );
        invoice_id(draft_id)
    }
}
