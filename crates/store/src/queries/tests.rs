//! Every query against a small organisation, on SQLite and, where one is at hand, PostgreSQL.

mod bank;
mod credits;
mod drafts;
mod invoices;
mod isolation;
mod months;
mod overview;
mod papers;
mod people;
mod search;
mod talk;

use folio_domain::Money;
use folio_domain::documents::{AddDocument, NewVersion};
use folio_domain::fields::FieldEdit;
use folio_domain::ids::{
    ClientId, DocumentId, DraftId, InvoiceId, LineId, MessageId, PaymentId, ThreadId, VersionId,
};
use folio_domain::invoices::{AddLine, Billing, CreateDraft, Discount, IssueInvoice, LineItem, TaxMode};
use folio_domain::mutations::Mutation;
use folio_domain::organisations::EditOrganisation;
use folio_domain::payments::{AllocationPart, PaymentMethod, RecordPayment};
use folio_domain::refusals::Refusal;
use folio_domain::threads::{MessageKind, NewMessage, PostMessage, StartThread, Subject};
use folio_protocol::queries::*;
use folio_protocol::sync::Outcome;
use jiff::{SignedDuration, Timestamp};
use rust_decimal::Decimal;

use super::{AnswerError, Question, ask};
use crate::testing::{Fixture, NOW, TestDatabase, databases, euro, pushed, random_id};
use crate::{Scope, Submission};

type Actor = folio_domain::mutations::Actor;

/// An organisation in a database of its own, at a time that a test may move.
struct World {
    fixture: Fixture,
    now: Timestamp,
    _database: TestDatabase,
}

/// A fresh one in each database.
async fn worlds() -> Vec<World> {
    let mut worlds = Vec::new();
    for database in databases().await.unwrap() {
        let fixture = Fixture::new(database.store.clone()).await.unwrap();
        worlds.push(World {
            fixture,
            now: NOW,
            _database: database,
        });
    }
    worlds
}

impl World {
    fn owner(&self) -> Actor {
        self.fixture.owner.clone()
    }

    fn bookkeeper(&self) -> Actor {
        self.fixture.bookkeeper.clone()
    }

    fn client(&self, nth: usize) -> ClientId {
        self.fixture.clients[nth].client
    }

    fn person(&self, nth: usize) -> Actor {
        self.fixture.clients[nth].actor.clone()
    }

    fn scope(&self, actor: &Actor) -> Scope {
        self.fixture.scope(actor)
    }

    fn pass_hours(&mut self, hours: i64) {
        self.now += SignedDuration::from_hours(hours);
    }

    async fn act(&self, actor: &Actor, mutation: impl Into<Mutation>) {
        let submission = Submission {
            device_id: self.fixture.device,
            actor: actor.clone(),
            mutations: vec![pushed(mutation.into())],
            refused: std::collections::BTreeMap::new(),
        };
        let submitted = self
            .fixture
            .store
            .submit(self.fixture.org, &submission, self.now)
            .await
            .unwrap();
        for result in submitted.results {
            assert!(
                !matches!(result.outcome, Outcome::Refused(_)),
                "{:?}",
                result.outcome
            );
        }
    }

    async fn system(&self, mutation: impl Into<Mutation>) {
        self.fixture
            .store
            .submit_as_system(self.fixture.org, vec![mutation.into()], self.now)
            .await
            .unwrap();
    }

    async fn try_ask<Q: Question>(&self, actor: &Actor, query: Q) -> Result<<Q as Ask>::Answer, AnswerError> {
        ask(&self.fixture.store, &self.scope(actor), self.now, &query).await
    }

    async fn ask<Q: Question>(&self, actor: &Actor, query: Q) -> <Q as Ask>::Answer {
        self.try_ask(actor, query).await.unwrap()
    }

    async fn refusal<Q: Question>(&self, actor: &Actor, query: Q) -> Refusal {
        match self.try_ask(actor, query).await {
            Err(AnswerError::Refused(refusal)) => refusal,
            Err(error) => panic!("{error}"),
            Ok(_) => panic!("answered"),
        }
    }

    async fn draft(&self, client: Option<ClientId>, lines: &[(&str, i64)]) -> DraftId {
        let draft_id = DraftId(random_id());
        let billing = Billing {
            client_id: client,
            currency: euro(),
            tax_mode: TaxMode::Exclusive,
        };
        let draft = CreateDraft {
            draft_id,
            billing,
            issue_date: None,
            payment_terms_days: 14,
            note: String::new(),
        };
        self.act(&self.owner(), draft).await;
        let mut after = None;
        for (description, price) in lines {
            let line_id = LineId(random_id());
            self.act(
                &self.owner(),
                AddLine {
                    draft_id,
                    line_id,
                    after,
                    item: item(description, *price),
                },
            )
            .await;
            after = Some(line_id);
        }
        draft_id
    }

    async fn invoice(&self, nth: usize, description: &str, price: i64) -> InvoiceId {
        let draft_id = self.draft(Some(self.client(nth)), &[(description, price)]).await;
        let DraftDetail {
            content_hash,
            invoice_id,
            ..
        } = self.ask(&self.owner(), DraftQuery { draft_id }).await;
        self.act(
            &self.owner(),
            IssueInvoice {
                draft_id,
                content_hash,
                send: false,
            },
        )
        .await;
        invoice_id
    }

    async fn pay(&self, nth: usize, amount: i64, invoices: &[(InvoiceId, i64)]) -> PaymentId {
        let payment_id = PaymentId(random_id());
        let payment = RecordPayment {
            payment_id,
            client_id: self.client(nth),
            received_on: self.ask(&self.owner(), OrganisationQuery {}).await.today,
            amount: euros(amount),
            method: PaymentMethod::BankTransfer,
            reference: format!("transfer {amount}"),
            allocations: invoices
                .iter()
                .map(|(invoice_id, amount)| AllocationPart {
                    invoice_id: *invoice_id,
                    amount: euros(*amount),
                })
                .collect(),
        };
        self.act(&self.owner(), payment).await;
        payment_id
    }

    /// The business gets a tax id.
    async fn register(&self) {
        let tax_id = FieldEdit {
            field: "tax_id".to_owned(),
            from: "".into(),
            to: "33AABCU9603R1ZX".into(),
        };
        let edit = EditOrganisation { edits: vec![tax_id] };
        self.act(&self.owner(), edit).await;
    }

    async fn thread(&self, nth: usize, author: &Actor, subject: Subject, text: &str) -> ThreadId {
        let thread_id = ThreadId(random_id());
        let (client_id, title) = (self.client(nth), format!("About {text}"));
        let start = StartThread {
            thread_id,
            client_id,
            title,
            subject,
            message: message(text, &[]),
        };
        self.act(author, start).await;
        thread_id
    }

    async fn post(&self, author: &Actor, thread_id: ThreadId, text: &str, attachments: &[DocumentId]) {
        self.act(
            author,
            PostMessage {
                thread_id,
                message: message(text, attachments),
            },
        )
        .await;
    }

    async fn document(&self, nth: usize, author: &Actor, title: &str, shared: bool) -> DocumentId {
        let document_id = DocumentId(random_id());
        let client_id = self.client(nth);
        let title = title.to_owned();
        let version = version(&format!("{title}.pdf"));
        self.act(
            author,
            AddDocument {
                document_id,
                client_id,
                title,
                shared,
                version,
            },
        )
        .await;
        document_id
    }
}

fn item(description: &str, price: i64) -> LineItem {
    LineItem {
        description: description.to_owned(),
        quantity: Decimal::ONE,
        unit: String::new(),
        unit_price: Decimal::from(price),
        discount: Discount::None,
        taxes: Vec::new(),
    }
}

fn message(text: &str, attachments: &[DocumentId]) -> NewMessage {
    NewMessage {
        message_id: MessageId(random_id()),
        text: text.to_owned(),
        kind: MessageKind::Text,
        attachments: attachments.to_vec(),
    }
}

fn version(file_name: &str) -> NewVersion {
    NewVersion {
        version_id: VersionId(random_id()),
        file_name: file_name.to_owned(),
        size_bytes: 3,
        sha256: "ab".repeat(32),
    }
}

/// Whole euros.
fn euros(amount: i64) -> Money {
    Money::new(amount * 100, euro())
}

fn all_invoices() -> InvoicesQuery {
    InvoicesQuery {
        filter: InvoiceFilter::All,
        client_id: None,
        search: None,
        after: None,
        limit: 100,
    }
}
