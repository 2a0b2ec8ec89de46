//! Tests of whole mutations: decided one after the other over records in memory.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use uuid::Uuid;

use crate::clients::{AddClient, Client};
use crate::decisions::{Actor, Context, Decision, Effect};
use crate::fields::{FieldEdit, FieldHistory};
use crate::ids::*;
use crate::invoices::{
    AddLine, Billing, CreateDraft, Discount, Draft, DraftLine, EditDraft, Invoice, InvoiceStanding,
    IssueInvoice, LineItem, Series, SetSeries, TaxMode, content_hash, invoice_id, lines_of, series_id,
};
use crate::languages::Language;
use crate::money::{Currency, Money};
use crate::mutations::{Mutation, MutationName, Seat, decide, keep_written_once};
use crate::organisations::{BankDetails, Organisation};
use crate::payments::{Allocation, AllocationPart, Payment, PaymentMethod, RecordPayment, ReversePayment};
use crate::people::{AddContact, AddMember, Address, Contact, Member, RemoveContact};
use crate::permissions::{Access, Grant, Role};
use crate::records::{Kind, Place, Record as _, Records, Write};
use crate::refusals::{Reason, Refusal};
use crate::search::{sort_key, tokens};
use crate::trail::{Activity, TrailHead};

mod credits;
mod imports;
mod issuing;
mod limits;
mod payments;
mod people;
mod records;
mod series;

struct Desk {
    org: OrgId,
    records: Records,
    next: u128,
}

impl Desk {
    fn new() -> Self {
        let org = OrgId(Uuid::from_u128(1));
        let mut desk = Self {
            org,
            records: Records::default(),
            next: 100,
        };
        let organisation = Organisation {
            name: "Studio".to_owned(),
            address: Address::default(),
            tax_id: String::new(),
            email: String::new(),
            phone: String::new(),
            hours: String::new(),
            time_zone: "Asia/Kolkata".to_owned(),
            language: Language::En,
            currency: euro(),
            payment_terms_days: 14,
            bank: BankDetails::default(),
            invoice_note: String::new(),
        };
        desk.records
            .apply(&Write::put(org, Place::EVERYONE, organisation), 1);
        desk.must(SetSeries {
            pattern: "YYYY-0000".to_owned(),
            next: 41,
            restarts_yearly: false,
            credit_notes: false,
        });
        desk
    }

    fn id(&mut self) -> Uuid {
        self.next += 1;
        Uuid::from_u128(self.next)
    }

    fn run(&mut self, role: Role, mutation: impl Into<Mutation>) -> Result<Decision, Refusal> {
        let mutation = mutation.into();
        let grants = Grant::for_role(role, Some(ClientId(Uuid::from_u128(7))))
            .into_iter()
            .collect();
        let ctx = Context {
            org_id: self.org,
            actor: Actor {
                principal_id: PrincipalId(Uuid::from_u128(2)),
                name: "Asha".to_owned(),
                access: Access { role, grants },
            },
            mutation_id: MutationId(self.id()),
            now: Timestamp::UNIX_EPOCH,
            today: date(2026, 3, 1),
        };
        let decision = decide(Seat::Server, &ctx, &mutation, &self.records)?;
        // Each mutation has a sequence number of its own.
        let version = i64::try_from(self.next).unwrap();
        for write in &decision.writes {
            self.records.apply(write, version);
        }
        Ok(decision)
    }

    fn must(&mut self, mutation: impl Into<Mutation>) -> Decision {
        self.run(Role::Owner, mutation).unwrap()
    }

    fn client(&mut self) -> ClientId {
        let client_id = ClientId(self.id());
        let client = Client {
            name: "Müller".to_owned(),
            address: Address::default(),
            tax_id: String::new(),
            language: Language::En,
            currency: euro(),
            payment_terms_days: None,
            client_number: String::new(),
        };
        self.must(AddClient { client_id, client });
        client_id
    }

    fn draft(&mut self, client: ClientId, prices: &[&str]) -> DraftId {
        let draft_id = DraftId(self.id());
        let billing = Billing {
            client_id: Some(client),
            currency: euro(),
            tax_mode: TaxMode::Exclusive,
        };
        self.must(CreateDraft {
            draft_id,
            billing,
            issue_date: None,
            payment_terms_days: 14,
            note: String::new(),
        });
        let mut after = None;
        for price in prices {
            let line_id = LineId(self.id());
            self.must(AddLine {
                draft_id,
                line_id,
                after,
                item: item(price),
            });
            after = Some(line_id);
        }
        draft_id
    }

    fn hash(&self, draft: DraftId) -> String {
        content_hash(
            self.records.get::<Draft>(draft).unwrap(),
            &lines_of(&self.records, draft),
        )
    }

    fn issue(&mut self, draft_id: DraftId) -> InvoiceId {
        let content_hash = self.hash(draft_id);
        self.must(IssueInvoice {
            draft_id,
            content_hash,
            send: false,
        });
        invoice_id(draft_id)
    }

    fn pay(&mut self, client_id: ClientId, invoice_id: InvoiceId, cents: i64) -> Result<PaymentId, Refusal> {
        let payment_id = PaymentId(self.id());
        let amount = Money::new(cents, euro());
        let mutation = RecordPayment {
            payment_id,
            client_id,
            received_on: date(2026, 3, 2),
            amount,
            method: PaymentMethod::BankTransfer,
            reference: String::new(),
            allocations: vec![AllocationPart { invoice_id, amount }],
        };
        self.run(Role::Owner, mutation).map(|_| payment_id)
    }

    fn due(&self, invoice: InvoiceId) -> i64 {
        self.records
            .get::<InvoiceStanding>(invoice)
            .unwrap()
            .amount_due
            .minor
    }
}

fn euro() -> Currency {
    Currency::parse("EUR").unwrap()
}

fn item(price: &str) -> LineItem {
    LineItem {
        description: "Work".to_owned(),
        quantity: 1.into(),
        unit: String::new(),
        unit_price: price.parse().unwrap(),
        discount: Discount::None,
        taxes: Vec::new(),
    }
}

fn is(refusal: &Refusal, reason: Reason) -> bool {
    refusal.message_key == reason.message_key()
}
