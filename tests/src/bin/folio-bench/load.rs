//! The mix of changes that the load pushes.

use std::collections::BTreeMap;

use folio_domain::clients::{AddClient, Client};
use folio_domain::ids::{ClientId, ContactId, DraftId, LineId, MessageId, PaymentId, ThreadId};
use folio_domain::invoices::{AddLine, Billing, CreateDraft, Discount, LineItem, TaxMode};
use folio_domain::languages::Language;
use folio_domain::money::{Currency, Money};
use folio_domain::mutations::Mutation;
use folio_domain::payments::{PaymentMethod, RecordPayment};
use folio_domain::people::{AddContact, Address, Contact};
use folio_domain::threads::{MessageKind, NewMessage, PostMessage, StartThread, Subject};
use folio_tests::make::fresh;
use jiff::civil::date;

/// Makes changes of a working day: drafts with lines, messages, payments, clients with contacts.
pub struct Mix {
    currency: Currency,
    client: ClientId,
    draft: DraftId,
    thread: ThreadId,
    next: u64,
}

impl Mix {
    /// A mix in `currency`.
    pub fn new(currency: Currency) -> Self {
        let (client, draft, thread) = (ClientId(fresh()), DraftId(fresh()), ThreadId(fresh()));
        Self {
            currency,
            client,
            draft,
            thread,
            next: 0,
        }
    }

    /// The next `count` changes; each can be applied once those before it are.
    pub fn take(&mut self, count: usize) -> Vec<Mutation> {
        (0..count).map(|_| self.one()).collect()
    }

    fn one(&mut self) -> Mutation {
        let nth = self.next % 20;
        self.next += 1;
        match nth {
            0 => self.client(),
            1 => self.contact(),
            2 | 11 => self.draft(),
            3 => self.thread(),
            4 | 8 | 14 | 18 => self.message(),
            5 | 15 => self.payment(),
            _ => self.line(),
        }
    }

    fn client(&mut self) -> Mutation {
        self.client = ClientId(fresh());
        let client = Client {
            name: format!("Kumari & Söhne {}", self.next),
            address: Address {
                city: "Chennai".to_owned(),
                country: "IN".to_owned(),
                ..Address::default()
            },
            tax_id: String::new(),
            language: Language::Ta,
            currency: self.currency,
            payment_terms_days: None,
            client_number: self.next.to_string(),
        };
        AddClient {
            client_id: self.client,
            client,
        }
        .into()
    }

    fn contact(&self) -> Mutation {
        let contact = Contact {
            client_id: self.client,
            first_name: "மீனா".to_owned(),
            last_name: "Kumari".to_owned(),
            email: format!("meena{}@client.example", self.next),
            phone: String::new(),
            language: None,
            gets_invoices: true,
        };
        AddContact {
            contact_id: ContactId(fresh()),
            contact,
        }
        .into()
    }

    fn draft(&mut self) -> Mutation {
        self.draft = DraftId(fresh());
        let billing = Billing {
            client_id: Some(self.client),
            currency: self.currency,
            tax_mode: TaxMode::Exclusive,
        };
        let note = "Thank you".to_owned();
        CreateDraft {
            draft_id: self.draft,
            billing,
            issue_date: None,
            payment_terms_days: 14,
            note,
        }
        .into()
    }

    fn line(&self) -> Mutation {
        let item = LineItem {
            description: "Business cards, 300 g, two colours".to_owned(),
            quantity: 250.into(),
            unit: String::new(),
            unit_price: rust_decimal::Decimal::new(125, 2),
            discount: Discount::None,
            taxes: Vec::new(),
        };
        AddLine {
            draft_id: self.draft,
            line_id: LineId(fresh()),
            after: None,
            item,
        }
        .into()
    }

    fn thread(&mut self) -> Mutation {
        self.thread = ThreadId(fresh());
        StartThread {
            thread_id: self.thread,
            client_id: self.client,
            title: "Business cards".to_owned(),
            subject: Subject::General,
            message: words("Here is the proof for your cards."),
        }
        .into()
    }

    fn message(&self) -> Mutation {
        PostMessage {
            thread_id: self.thread,
            message: words("நன்றி, the second one is lovely. Go ahead!"),
        }
        .into()
    }

    fn payment(&self) -> Mutation {
        RecordPayment {
            payment_id: PaymentId(fresh()),
            client_id: self.client,
            received_on: date(2026, 3, 1),
            amount: Money::new(12_500, self.currency),
            method: PaymentMethod::BankTransfer,
            reference: "NEFT 2210".to_owned(),
            allocations: Vec::new(),
        }
        .into()
    }
}

fn words(text: &str) -> NewMessage {
    NewMessage {
        message_id: MessageId(fresh()),
        text: text.to_owned(),
        kind: MessageKind::Text,
        attachments: Vec::new(),
    }
}

/// How many of each change there are, in words.
pub fn described(mutations: &[Mutation]) -> String {
    let mut counts = BTreeMap::<&str, usize>::new();
    for mutation in mutations {
        *counts.entry(mutation.name().as_str()).or_default() += 1;
    }
    counts
        .iter()
        .map(|(name, count)| format!("{count} {name}"))
        .collect::<Vec<_>>()
        .join(", ")
}
