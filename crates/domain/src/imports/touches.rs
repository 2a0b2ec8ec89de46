//! What has happened since to what an import brought. While nothing has, the import can be undone.

use std::collections::BTreeSet;

use jiff::tz::TimeZone;
use uuid::Uuid;

use crate::clients::Client;
use crate::ids::{ClientId, OrgId};
use crate::invoices::{Invoice, InvoicePdf, InvoiceStanding, Series, series_id};
use crate::payments::{Allocation, Payment};
use crate::people::{Contact, Delivery};
use crate::records::{Kind, Read, Records, Row};
use crate::refusals::{Reason, Refusal};
use crate::threads::Thread;

macro_rules! touches {
    ($($(#[$doc:meta])* $name:ident = $word:literal;)*) => {
        /// What can have happened to something that an import brought.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Touch { $($(#[$doc])* $name),* }

        impl Touch {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The word that the refusal's text knows it by.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word),* }
            }
        }
    };
}

touches! {
    /// A client's or a contact's particulars were changed, or the contact was removed.
    Edited = "edited";
    /// A client has something that did not come with the import: a draft, a document, a thread, a member.
    Added = "added";
    /// A payment was recorded on an invoice, or came with a later import.
    Paid = "paid";
    /// A payment was reversed or divided anew.
    Reversed = "reversed";
    /// A client has looked at an invoice.
    Viewed = "viewed";
    /// An invoice was sent.
    Sent = "sent";
    /// There is a message thread about an invoice.
    Discussed = "discussed";
    /// Another invoice takes an invoice back.
    Credited = "credited";
    /// A link or an invitation was made, which may be opened.
    Linked = "linked";
    /// The own number series has passed over an invoice's number, and would have a gap.
    Numbered = "numbered";
}

/// Something that has happened, and to what: a client's name, an invoice's number.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Touched {
    touch: Touch,
    label: String,
}

impl Touch {
    /// The refusal of an undoing because of this, which happened to what `label` names; `more` is how much else has.
    #[must_use]
    pub fn refusal(self, label: &str, more: usize) -> Refusal {
        Refusal::new(Reason::ImportTouched)
            .with("what", self.as_str())
            .with("label", label)
            .with("more", more)
            .with("rest", if more > 0 { "some" } else { "none" })
    }
}

impl Touched {
    pub(super) fn refusal(&self, more: usize) -> Refusal {
        self.touch.refusal(&self.label, more)
    }
}

/// The kinds of record that may lie at a client.
fn at_clients() -> impl Iterator<Item = Kind> {
    let own = |kind: &Kind| {
        matches!(
            kind,
            Kind::Organisation
                | Kind::Series
                | Kind::ImportRun
                | Kind::ImportPart
                | Kind::Activity
                | Kind::TrailLink
        )
    };
    Kind::ALL.iter().copied().filter(move |kind| !own(kind))
}

/// What must be read to know it; asked again with what is known, until nothing new is named.
pub(super) fn reads(org_id: OrgId, brought: &BTreeSet<(Kind, Uuid)>, known: &Records) -> Vec<Read> {
    let mut reads = vec![Read::one::<Series>(series_id(org_id))];
    for (kind, id) in brought {
        reads.push(Read::One(*kind, *id));
        match kind {
            Kind::Client => reads.extend(at_clients().map(|kind| Read::At(kind, Some(ClientId(*id))))),
            Kind::Invoice => reads.extend([
                Read::one::<InvoiceStanding>(*id),
                Read::one::<InvoicePdf>(*id),
                Read::all::<Allocation>("invoice_id", id),
                Read::all::<Delivery>("invoice_id", id),
                Read::all::<Thread>("subject_id", id),
                Read::all::<Invoice>("credits_id", id),
            ]),
            Kind::Payment => reads.extend([
                Read::all::<Payment>("reverses_id", id),
                Read::all::<Allocation>("payment_id", id),
            ]),
            _ => {}
        }
    }
    for (_, part) in found::<Allocation>(brought, Kind::Allocation, known) {
        reads.push(Read::one::<InvoiceStanding>(part.invoice_id));
        reads.push(Read::all::<Allocation>("invoice_id", part.invoice_id));
    }
    if let Some(series) = known.find::<Series>(series_id(org_id)) {
        let before = invoices(brought, known).filter_map(|(_, invoice)| passed_over(series, invoice));
        reads.extend(before.map(|text| Read::all::<Invoice>("number_key", text)));
    }
    reads
}

fn found<'a, R: crate::records::Record>(
    brought: &'a BTreeSet<(Kind, Uuid)>,
    of: Kind,
    records: &'a Records,
) -> impl Iterator<Item = (Uuid, &'a R)> {
    let ids = brought.iter().filter(move |(kind, _)| *kind == of);
    ids.filter_map(|(_, id)| Some((*id, records.find::<R>(*id)?)))
}

fn invoices<'a>(
    brought: &'a BTreeSet<(Kind, Uuid)>,
    records: &'a Records,
) -> impl Iterator<Item = (Uuid, &'a Invoice)> {
    found(brought, Kind::Invoice, records)
}

/// Where the own series has passed over the number of an invoice, the number before it. Should an invoice of the
/// business bear that one, the series has a gap without the imported invoice.
fn passed_over(series: &Series, invoice: &Invoice) -> Option<String> {
    let year = invoice.issue_date.year();
    let number = series.number_in(year, &invoice.number)?;
    let is_past = series.spent > 0 && number > 1 && number < series.next_in(year);
    is_past.then(|| series.text(year, number - 1).ok()).flatten()
}

/// Everything that has happened to what an import brought as `version`, the plainest first.
pub(super) fn find(
    org_id: OrgId,
    brought: &BTreeSet<(Kind, Uuid)>,
    version: i64,
    records: &Records,
) -> Vec<Touched> {
    let search = Search {
        org_id,
        brought,
        version,
        records,
    };
    let mut touched = BTreeSet::new();
    for (kind, id) in brought {
        match kind {
            Kind::Client => search.client(ClientId(*id), &mut touched),
            Kind::Contact => touched.extend(search.edited(*kind, *id)),
            Kind::Invoice => search.invoice(*id, &mut touched),
            Kind::Payment => touched.extend(search.payment(*id)),
            _ => {}
        }
    }
    touched.into_iter().collect()
}

struct Search<'a> {
    org_id: OrgId,
    brought: &'a BTreeSet<(Kind, Uuid)>,
    version: i64,
    records: &'a Records,
}

impl Search<'_> {
    fn is_brought(&self, row: &Row) -> bool {
        let kind = match row.kind() {
            Kind::InvoiceStanding => Kind::Invoice,
            kind => kind,
        };
        self.brought.contains(&(kind, row.id))
    }

    fn all_brought<R>(&self, kind: Kind, found: &[(Uuid, &R)]) -> bool {
        found.iter().all(|(id, _)| self.brought.contains(&(kind, *id)))
    }

    /// A client or a contact that is not as it came.
    fn edited(&self, kind: Kind, id: Uuid) -> Option<Touched> {
        let row = self.records.row(kind, id);
        if row.is_some_and(|row| row.version == self.version) {
            return None;
        }
        let client = self.records.find::<Client>(id).map(|client| client.name.clone());
        let contact = self.records.find::<Contact>(id).map(Contact::name);
        Some(Touched {
            touch: Touch::Edited,
            label: client.or(contact).unwrap_or_default(),
        })
    }

    fn client(&self, id: ClientId, touched: &mut BTreeSet<Touched>) {
        touched.extend(self.edited(Kind::Client, id.0));
        let mut lying = at_clients().flat_map(|kind| self.records.rows_at(kind, Some(id)));
        if lying.any(|row| !self.is_brought(row)) {
            let client = self.records.find::<Client>(id);
            touched.insert(Touched {
                touch: Touch::Added,
                label: client.map(|client| client.name.clone()).unwrap_or_default(),
            });
        }
    }

    fn invoice(&self, id: Uuid, touched: &mut BTreeSet<Touched>) {
        let Some(invoice) = self.records.find::<Invoice>(id) else {
            return;
        };
        let standing = self.records.find::<InvoiceStanding>(id);
        let credit_notes = self.records.all::<Invoice>("credits_id", id);
        let allocations = self.records.all::<Allocation>("invoice_id", id);
        let happened = [
            (Touch::Paid, !self.all_brought(Kind::Allocation, &allocations)),
            (
                Touch::Sent,
                standing.is_none_or(|standing| was_sent(invoice, standing)),
            ),
            (
                Touch::Sent,
                !self.records.all::<Delivery>("invoice_id", id).is_empty(),
            ),
            (Touch::Sent, self.records.find::<InvoicePdf>(id).is_some()),
            (
                Touch::Viewed,
                standing.is_some_and(|standing| standing.viewed_at.is_some()),
            ),
            (
                Touch::Discussed,
                !self.records.all::<Thread>("subject_id", id).is_empty(),
            ),
            (Touch::Credited, !self.all_brought(Kind::Invoice, &credit_notes)),
            (Touch::Numbered, self.holds_place(invoice)),
        ];
        for (touch, _) in happened.into_iter().filter(|(_, happened)| *happened) {
            touched.insert(Touched {
                touch,
                label: invoice.number.clone(),
            });
        }
    }

    fn payment(&self, id: Uuid) -> Option<Touched> {
        let reversals = self.records.all::<Payment>("reverses_id", id);
        let parts = self.records.all::<Allocation>("payment_id", id);
        let as_it_came = reversals.is_empty() && self.all_brought(Kind::Allocation, &parts);
        (!as_it_came).then(|| Touched {
            touch: Touch::Reversed,
            label: self
                .records
                .find::<Payment>(id)
                .map(|payment| payment.received_on.to_string())
                .unwrap_or_default(),
        })
    }

    /// Whether the own series would have a gap without this invoice.
    fn holds_place(&self, invoice: &Invoice) -> bool {
        let series = self.records.find::<Series>(series_id(self.org_id));
        let before = series.and_then(|series| passed_over(series, invoice));
        before.is_some_and(|before| {
            let held = self.records.all::<Invoice>("number_key", before);
            held.iter()
                .any(|(id, _)| !self.brought.contains(&(Kind::Invoice, *id)))
        })
    }
}

/// Whether an invoice was sent from here. One that the other tool had sent came as sent on its own date.
fn was_sent(invoice: &Invoice, standing: &InvoiceStanding) -> bool {
    let midnight = invoice
        .issue_date
        .to_zoned(TimeZone::UTC)
        .map(|zoned| zoned.timestamp());
    standing
        .sent_at
        .is_some_and(|at| midnight.as_ref().ok() != Some(&at))
}
