//! What happens.

mod billing;
mod credits;
mod paying;
mod talks;

use folio_domain::clients::{AddClient, SetClientNote};
use folio_domain::fields::FieldEdit;
use folio_domain::invoices::ViewInvoice;
use folio_domain::mutations::Mutation;
use folio_domain::people::AddContact;
use folio_domain::threads::MarkRead;
use folio_domain::{DocumentId, InvoiceId, PaymentId, ThreadId};
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use self::credits::Credit;
use super::timeline::{LARGE, Timeline};
use super::words;
use super::{DAYS, DemoActor, DemoError};

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
    Credit(Credit),
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
    /// A bill that the client writes to the studio.
    Bill,
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
        self.plan_credits();
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
        let bill = Act::Paper {
            patron: 0,
            step: Paper::Bill,
        };
        self.later(ago(31), bill);
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
            } => self.reverse(at, payment, (patron, invoice)),
            Act::Credit(step) => self.credit(at, step),
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
