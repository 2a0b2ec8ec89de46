//! What happens.

mod talks;

use folio_domain::clients::{AddClient, SetClientNote};
use folio_domain::fields::FieldEdit;
use folio_domain::invoices::{
    AddLine, Billing, CreateDraft, DiscardDraft, Discount, Draft, EditDraft, InvoiceStanding, IssueInvoice,
    MarkSent, TaxMode, ViewInvoice, content_hash, invoice_id, lines_of,
};
use folio_domain::mutations::Mutation;
use folio_domain::payments::{Allocation, AllocationPart, PaymentMethod, RecordPayment, ReversePayment};
use folio_domain::people::AddContact;
use folio_domain::records::{Kind, Write};
use folio_domain::threads::MarkRead;
use folio_domain::{DocumentId, DraftId, InvoiceId, LineId, Money, PaymentId, ThreadId};
use jiff::{SignedDuration, Timestamp, ToSpan};
use rust_decimal::Decimal;
use serde_json::Value;

use super::cast::{Habit, Patron};
use super::timeline::{LARGE, Timeline};
use super::words;
use super::{DAYS, DemoActor, DemoError, pricing};

const OWNER: DemoActor = DemoActor(0);
const STAFF: DemoActor = DemoActor(1);

/// Something that happens. A patron is named by its place in the cast.
#[derive(Clone, Debug)]
pub(super) enum Act {
    Join {
        patron: usize,
    },
    Invoice {
        patron: usize,
        who: DemoActor,
    },
    Draft {
        patron: usize,
        discarded: bool,
    },
    View {
        patron: usize,
        invoice: InvoiceId,
    },
    Pay {
        patron: usize,
        invoice: InvoiceId,
        percent: i64,
        mistaken: bool,
    },
    Reverse {
        payment: PaymentId,
        patron: usize,
        invoice: InvoiceId,
    },
    Say {
        patron: usize,
        conversation: usize,
        said: usize,
        thread: Option<(ThreadId, String)>,
    },
    Read {
        who: DemoActor,
        thread: ThreadId,
    },
    Knock {
        patron: usize,
        call: bool,
    },
    Paper {
        patron: usize,
        step: Paper,
    },
}

/// What happens to a client's documents.
#[derive(Clone, Copy, Debug)]
pub(super) enum Paper {
    Proof,
    SecondProof(DocumentId),
    Look(DocumentId),
    Text,
    Agreement,
    Share(DocumentId),
}

impl Timeline {
    /// Plans what does not follow from something else.
    pub(super) fn plan(&mut self) {
        let clients = self.cast.len();
        for patron in 0..clients {
            let at = self.moment(joins(patron), 600).max(self.begins_at());
            self.later(at, Act::Join { patron });
        }
        self.plan_invoices();
        let talkers: Vec<usize> = self
            .cast
            .iter()
            .enumerate()
            .filter(|(_, patron)| patron.signs_in)
            .map(|(nth, _)| nth)
            .collect();
        for patron in talkers {
            self.plan_talks(patron);
        }
        self.plan_last_days();
    }

    /// What is unfinished at the end: drafts, and clients who wait for an answer.
    fn plan_last_days(&mut self) {
        let now = self.now;
        let ago = |hours| {
            now.saturating_sub(SignedDuration::from_hours(hours))
                .unwrap_or(now)
        };
        for (hours, patron, discarded) in [
            (70, 4, true),
            (46, 0, false),
            (27, 6, false),
            (22, 13, false),
            (4, 17, false),
        ] {
            self.later(ago(hours), Act::Draft { patron, discarded });
        }
        for (hours, patron, call) in [(20, 1, false), (3, 0, false), (1, 2, true)] {
            self.later(ago(hours), Act::Knock { patron, call });
        }
    }

    fn plan_invoices(&mut self) {
        let count = i64::from(self.invoices);
        for nth in 0..count {
            let mut day = nth * DAYS / count + i64::from(self.dice.chance(30));
            if self.date(self.moment(day, 600)).weekday() == jiff::civil::Weekday::Sunday {
                day += 1;
            }
            let minute = if self.invoices > LARGE {
                660
            } else {
                self.dice.between(585, 1_060)
            };
            let at = self.moment(day, minute);
            // The last day may not be over yet.
            let early = SignedDuration::from_mins(self.dice.between(5, 300));
            let at = if at > self.now {
                self.now.saturating_sub(early).unwrap_or(self.now)
            } else {
                at
            };
            let joined = (0..self.cast.len())
                .rev()
                .find(|patron| joins(*patron) < day)
                .unwrap_or(0);
            let most = if self.dice.chance(60) {
                joined.min(8)
            } else {
                joined
            };
            let place = self.dice.between(0, i64::try_from(most).unwrap_or(0));
            let patron = usize::try_from(place).unwrap_or(0);
            let staff = if self.invoices > LARGE {
                day % 3 == 0
            } else {
                self.dice.chance(35)
            };
            // Nobody is billed before the studio knows them.
            let at = at.max(self.moment(joins(patron), 630)).max(self.begins_at());
            self.later(
                at,
                Act::Invoice {
                    patron,
                    who: if staff { STAFF } else { OWNER },
                },
            );
        }
    }

    fn plan_talks(&mut self, patron: usize) {
        let language = self
            .cast
            .get(patron)
            .map(|patron| patron.client.language)
            .unwrap_or_default();
        let kinds = words::conversations(language).len();
        for nth in 0..7_i64 {
            let day = 40 + nth * 95 + self.dice.between(0, 40);
            let minute = self.dice.between(560, 1_000);
            let at = self.moment(day, minute);
            let conversation = usize::try_from(nth).unwrap_or(0) % kinds.max(1);
            self.later(
                at,
                Act::Say {
                    patron,
                    conversation,
                    said: 0,
                    thread: None,
                },
            );
        }
        for (day, step) in [
            (30, Paper::Text),
            (33, Paper::Proof),
            (420, Paper::Proof),
            (60, Paper::Agreement),
        ] {
            let day = day + self.dice.between(0, 9);
            self.later(self.moment(day, 700), Act::Paper { patron, step });
        }
    }

    /// Lets an act happen.
    pub(super) fn perform(&mut self, at: Timestamp, act: Act) -> Result<(), DemoError> {
        match act {
            Act::Join { patron } => self.join(at, patron),
            Act::Invoice { patron, who } => self.invoice(at, patron, who),
            Act::Draft { patron, discarded } => self.draft(at, patron, discarded),
            Act::View { patron, invoice } => {
                let Some(who) = self.cast.get(patron).and_then(|patron| self.person_of(patron.id)) else {
                    return Ok(());
                };
                self.tell(at, who, vec![ViewInvoice { invoice_id: invoice }.into()], vec![])
            }
            Act::Pay {
                patron,
                invoice,
                percent,
                mistaken,
            } => self.pay(at, patron, invoice, percent, mistaken),
            Act::Reverse {
                payment,
                patron,
                invoice,
            } => {
                let reason = words::REVERSED_BECAUSE.to_owned();
                self.tell(
                    at,
                    OWNER,
                    vec![
                        ReversePayment {
                            payment_id: payment,
                            reason,
                        }
                        .into(),
                    ],
                    vec![],
                )?;
                let again = at.saturating_add(SignedDuration::from_hours(50)).unwrap_or(at);
                self.later(
                    again,
                    Act::Pay {
                        patron,
                        invoice,
                        percent: 100,
                        mistaken: false,
                    },
                );
                Ok(())
            }
            Act::Say {
                patron,
                conversation,
                said,
                thread,
            } => self.say(at, patron, conversation, said, thread),
            Act::Read { who, thread } => self.tell(
                at,
                who,
                vec![
                    MarkRead {
                        thread_id: thread,
                        up_to: at,
                    }
                    .into(),
                ],
                vec![],
            ),
            Act::Knock { patron, call } => self.knock(at, patron, call),
            Act::Paper { patron, step } => self.paper(at, patron, step),
        }
    }

    fn join(&mut self, at: Timestamp, patron: usize) -> Result<(), DemoError> {
        let Some(patron) = self.cast.get(patron).cloned() else {
            return Ok(());
        };
        let mut mutations: Vec<Mutation> = vec![
            AddClient {
                client_id: patron.id,
                client: patron.client.clone(),
            }
            .into(),
        ];
        for (contact_id, contact) in &patron.contacts {
            mutations.push(
                AddContact {
                    contact_id: *contact_id,
                    contact: contact.clone(),
                }
                .into(),
            );
        }
        if !patron.note.is_empty() {
            let edit = edit("text", Value::from(""), Value::from(patron.note));
            mutations.push(
                SetClientNote {
                    client_id: patron.id,
                    edit,
                }
                .into(),
            );
        }
        self.tell(at, OWNER, mutations, vec![])
    }

    /// The mutations that begin a draft for `patron` and fill it.
    fn filled(&mut self, at: Timestamp, patron: &Patron) -> (DraftId, Vec<Mutation>) {
        let at_ms = at.as_millisecond();
        let draft_id = DraftId(self.dice.uuid(at_ms));
        let client = &patron.client;
        let billing = Billing {
            client_id: Some(patron.id),
            currency: client.currency,
            tax_mode: TaxMode::Exclusive,
        };
        let create = CreateDraft {
            draft_id,
            billing,
            issue_date: None,
            payment_terms_days: client.payment_terms_days.unwrap_or(21),
            note: words::note(client.language).to_owned(),
        };
        let mut mutations: Vec<Mutation> = vec![create.into()];
        let mut after = None;
        for _ in 0..self.dice.between(1, 4) {
            let line_id = LineId(self.dice.uuid(at_ms));
            let item = pricing::item(&mut self.dice, client);
            mutations.push(
                AddLine {
                    draft_id,
                    line_id,
                    after,
                    item,
                }
                .into(),
            );
            after = Some(line_id);
        }
        let mut edits = Vec::new();
        if self.dice.chance(12) {
            let from = serde_json::to_value(Discount::None).unwrap_or_default();
            let to = serde_json::to_value(Discount::Percent(Decimal::from(5))).unwrap_or_default();
            edits.push(edit("discount", from, to));
        }
        if self.dice.chance(25) {
            let order = format!("PO-{}", self.dice.between(1_000, 9_999));
            edits.push(edit("reference", Value::from(""), Value::from(order)));
        }
        if !edits.is_empty() {
            mutations.push(EditDraft { draft_id, edits }.into());
        }
        (draft_id, mutations)
    }

    fn draft(&mut self, at: Timestamp, patron: usize, discarded: bool) -> Result<(), DemoError> {
        let Some(patron) = self.cast.get(patron).cloned() else {
            return Ok(());
        };
        let (draft_id, mut mutations) = self.filled(at, &patron);
        if discarded {
            mutations.push(DiscardDraft { draft_id }.into());
        }
        self.tell(at, STAFF, mutations, vec![])
    }

    fn invoice(&mut self, at: Timestamp, place: usize, who: DemoActor) -> Result<(), DemoError> {
        let Some(patron) = self.cast.get(place).cloned() else {
            return Ok(());
        };
        let (draft_id, mutations) = self.filled(at, &patron);
        self.tell(at, who, mutations, vec![])?;
        let hash = self
            .records
            .find::<Draft>(draft_id)
            .map(|draft| content_hash(draft, &lines_of(&self.records, draft_id)));
        let content_hash = hash.unwrap_or_default();
        let id = invoice_id(draft_id);
        let issue = IssueInvoice {
            draft_id,
            content_hash,
            send: false,
        };
        self.tell(
            at,
            who,
            vec![issue.into(), MarkSent { invoice_id: id }.into()],
            vec![],
        )?;
        if patron.signs_in && self.dice.chance(90) {
            let hours = SignedDuration::from_hours(self.dice.between(2, 90));
            let seen = self.awake(at.saturating_add(hours).unwrap_or(at));
            self.later(
                seen,
                Act::View {
                    patron: place,
                    invoice: id,
                },
            );
        }
        self.plan_payment(place, &patron, id);
        Ok(())
    }

    fn plan_payment(&mut self, place: usize, patron: &Patron, id: InvoiceId) {
        let Some(due) = self
            .records
            .find::<InvoiceStanding>(id)
            .map(|standing| standing.due_date)
        else {
            return;
        };
        let late = match patron.habit {
            Habit::Prompt => self.dice.between(-14, 0),
            Habit::Usual => self.dice.between(-4, 7),
            Habit::Late => self.dice.between(6, 70),
        };
        let begins = self.date(self.begins_at());
        let day = |date: jiff::civil::Date| i64::from((date - begins).get_days());
        let paid_on = day(due.checked_add(late.days()).unwrap_or(due));
        let minute = if self.invoices > LARGE {
            960
        } else {
            self.dice.between(600, 1_080)
        };
        let pay = |percent, mistaken| Act::Pay {
            patron: place,
            invoice: id,
            percent,
            mistaken,
        };
        match self.dice.between(0, 99) {
            0..=2 => {}
            3..=13 => {
                self.later(self.moment(paid_on - 6, minute), pay(40, false));
                self.later(self.moment(paid_on + 12, minute), pay(100, false));
            }
            14..=15 => self.later(self.moment(paid_on, minute), pay(100, true)),
            _ => self.later(self.moment(paid_on, minute), pay(100, false)),
        }
    }

    fn pay(
        &mut self,
        at: Timestamp,
        place: usize,
        invoice: InvoiceId,
        percent: i64,
        mistaken: bool,
    ) -> Result<(), DemoError> {
        let Some(standing) = self.records.find::<InvoiceStanding>(invoice).cloned() else {
            return Ok(());
        };
        let due = standing.amount_due;
        let part = Money::new(due.minor.saturating_mul(percent) / 100, due.currency);
        if part.minor <= 0 {
            return Ok(());
        }
        let over = if percent == 100 && !mistaken && self.dice.chance(3) {
            self.dice.between(1, 9) * 100
        } else {
            0
        };
        let methods = [
            PaymentMethod::BankTransfer,
            PaymentMethod::BankTransfer,
            PaymentMethod::Upi,
            PaymentMethod::Cheque,
        ];
        let home = due.currency.code() == "INR";
        let method = if home {
            *self.dice.pick(&methods, &PaymentMethod::Upi)
        } else {
            PaymentMethod::BankTransfer
        };
        let payment_id = PaymentId(self.dice.uuid(at.as_millisecond()));
        let payment = RecordPayment {
            payment_id,
            client_id: standing.client_id,
            received_on: self.date(at),
            amount: Money::new(part.minor + over, part.currency),
            method,
            reference: format!("UTR{:09}", self.dice.between(1, 999_999_999)),
            allocations: vec![AllocationPart {
                invoice_id: invoice,
                amount: part,
            }],
        };
        let who = if self.invoices > LARGE || self.dice.chance(70) {
            OWNER
        } else {
            STAFF
        };
        self.tell(at, who, vec![payment.into()], vec![])?;
        if mistaken {
            let noticed = at.saturating_add(SignedDuration::from_hours(20)).unwrap_or(at);
            self.later(
                noticed,
                Act::Reverse {
                    payment: payment_id,
                    patron: place,
                    invoice,
                },
            );
        } else if percent == 100 {
            self.forget(place, invoice);
        }
        Ok(())
    }

    /// A large story drops what it will not speak of again.
    fn forget(&mut self, place: usize, invoice: InvoiceId) {
        if self.invoices <= LARGE || self.cast.get(place).is_none_or(|patron| patron.signs_in) {
            return;
        }
        let parts = self.records.all::<Allocation>("invoice_id", invoice);
        let mut gone = vec![(Kind::Invoice, invoice.0), (Kind::InvoiceStanding, invoice.0)];
        for (id, part) in parts {
            gone.extend([(Kind::Allocation, id), (Kind::Payment, part.payment_id.0)]);
        }
        for (kind, id) in gone {
            self.records.apply(&Write::Delete { kind, id }, 1);
        }
    }
}

/// The day on which a client comes: eight are there from the first, the others follow within the first year.
fn joins(patron: usize) -> i64 {
    let nth = i64::try_from(patron.saturating_sub(7)).unwrap_or(0);
    if nth <= 12 { nth * 12 } else { 150 + nth % 200 }
}

fn edit(field: &str, from: Value, to: Value) -> FieldEdit {
    FieldEdit {
        field: field.to_owned(),
        from,
        to,
    }
}
