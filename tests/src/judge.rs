//! The judge: compares what drivers wrote down with what a restarted database holds. Knows nothing of how either
//! came about, and is itself tried with faults planted on purpose.

use std::collections::{BTreeMap, BTreeSet};

use folio_domain::documents::FileState;
use folio_domain::ids::{InvoiceId, MutationId, VersionId};
use folio_domain::invoices::{Invoice, Origin};
use folio_domain::trail::TrailHead;
use folio_protocol::sync::Outcome;
use uuid::Uuid;

use crate::ledger::Ledger;
use crate::notebook::Note;

/// Something that must never be.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Finding {
    /// What was acknowledged, or said to be saved, is not there.
    Lost(MutationId),
    /// The stored outcome is another than the one that was told.
    OtherOutcome(MutationId),
    /// Its rows stand there more than once.
    Twice(MutationId),
    /// It was applied, and its row is not there.
    RowLost(MutationId),
    /// It was refused, or never arrived, and its row is there.
    RowFromNowhere(MutationId),
    /// It was applied, and the trail has not exactly one entry for it.
    TrailEntries(MutationId, usize),
    /// The series lacks this number.
    NumberMissing(i64),
    /// Two invoices have this place in the series, or this number.
    NumberTwice(String),
    /// The series' counter does not agree with its invoices.
    SeriesCounter,
    /// An invoice has another number than the one that was shown, or is gone.
    NumberChanged(InvoiceId),
    /// What an invoice's standing says does not follow from its allocations.
    Standing(InvoiceId),
    /// The chain breaks at this position.
    TrailBroken(i64),
    /// An entry of the trail is not what its link was made for, or has none.
    TrailRewritten(Uuid),
    /// The chain's end is not where the organisation's row says.
    TrailHead,
    /// A file that was said to be saved has not arrived.
    FileLost(VersionId),
}

/// Whether all that was said to be saved on desktops must have arrived by now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Desktops {
    /// They may still be on their way.
    Syncing,
    /// They have said that nothing waits.
    Settled,
}

/// Everything that is wrong.
#[must_use]
pub fn judge(notes: &[Note], ledger: &Ledger, desktops: Desktops) -> BTreeSet<Finding> {
    let mut findings = BTreeSet::new();
    results(notes, ledger, desktops, &mut findings);
    effects(notes, ledger, &mut findings);
    numbers(notes, ledger, &mut findings);
    standings(ledger, &mut findings);
    trail(ledger, &mut findings);
    if desktops == Desktops::Settled {
        files(notes, ledger, &mut findings);
    }
    findings
}

fn outcomes(ledger: &Ledger) -> BTreeMap<MutationId, &Outcome> {
    ledger
        .results
        .iter()
        .map(|result| (result.mutation_id, &result.outcome))
        .collect()
}

fn results(notes: &[Note], ledger: &Ledger, desktops: Desktops, findings: &mut BTreeSet<Finding>) {
    let outcomes = outcomes(ledger);
    let mut seen = BTreeSet::new();
    for result in &ledger.results {
        if !seen.insert(result.mutation_id) {
            findings.insert(Finding::Twice(result.mutation_id));
        }
    }
    for note in notes {
        match note {
            Note::Answered(answered) => match outcomes.get(&answered.mutation_id) {
                None => _ = findings.insert(Finding::Lost(answered.mutation_id)),
                Some(stored) if **stored != answered.outcome => {
                    findings.insert(Finding::OtherOutcome(answered.mutation_id));
                }
                Some(_) => {}
            },
            Note::Saved { mutation_id }
                if desktops == Desktops::Settled && outcomes.get(mutation_id) != Some(&&Outcome::Applied) =>
            {
                findings.insert(Finding::Lost(*mutation_id));
            }
            _ => {}
        }
    }
}

/// What was applied is there once, and what was not is not there.
fn effects(notes: &[Note], ledger: &Ledger, findings: &mut BTreeSet<Finding>) {
    let outcomes = outcomes(ledger);
    let marks = ledger.marks();
    let mut entries: BTreeMap<MutationId, usize> = BTreeMap::new();
    for (_, activity) in ledger.activities() {
        *entries.entry(activity.mutation_id).or_default() += 1;
    }
    for note in notes {
        let Note::Offered {
            mutation_id, marked, ..
        } = note
        else {
            continue;
        };
        let applied = outcomes.get(mutation_id) == Some(&&Outcome::Applied);
        let told = entries.get(mutation_id).copied().unwrap_or_default();
        if told != usize::from(applied) {
            findings.insert(Finding::TrailEntries(*mutation_id, told));
        }
        let found = marks
            .get(mutation_id.to_string().as_str())
            .copied()
            .unwrap_or_default();
        match (*marked, applied, found) {
            (false, ..) | (true, true, 1) | (true, false, 0) => {}
            (true, true, 0) => _ = findings.insert(Finding::RowLost(*mutation_id)),
            (true, true, _) => _ = findings.insert(Finding::Twice(*mutation_id)),
            (true, false, _) => _ = findings.insert(Finding::RowFromNowhere(*mutation_id)),
        }
    }
}

fn numbers(notes: &[Note], ledger: &Ledger, findings: &mut BTreeSet<Finding>) {
    let (mut places, mut texts) = ([BTreeSet::new(), BTreeSet::new()], BTreeSet::new());
    let mut by_id = BTreeMap::new();
    for (id, invoice) in ledger.all::<Invoice>() {
        by_id.insert(InvoiceId(id), invoice.number.as_str());
        if !texts.insert(invoice.number.as_str()) {
            findings.insert(Finding::NumberTwice(invoice.number.clone()));
        }
        if let Origin::Issued { sequence, .. } = invoice.origin
            && let Some(places) = places.get_mut(usize::from(invoice.is_credit_note()))
            && !places.insert(sequence)
        {
            findings.insert(Finding::NumberTwice(sequence.to_string()));
        }
    }
    for (places, credit_notes) in places.iter().zip([false, true]) {
        let last = places.last().copied().unwrap_or_default();
        let missing = (1..=last)
            .filter(|place| !places.contains(place))
            .map(Finding::NumberMissing);
        findings.extend(missing);
        if ledger
            .series(credit_notes)
            .is_some_and(|series| series.next != last + 1 || series.spent != last)
        {
            findings.insert(Finding::SeriesCounter);
        }
    }
    for note in notes {
        if let Note::Numbered { invoice_id, number } = note
            && by_id.get(invoice_id) != Some(&number.as_str())
        {
            findings.insert(Finding::NumberChanged(*invoice_id));
        }
    }
}

fn standings(ledger: &Ledger, findings: &mut BTreeSet<Finding>) {
    let (standings, allocated) = (ledger.standings(), ledger.allocated());
    for (id, invoice) in ledger.all::<Invoice>() {
        let paid = allocated.get(&id).copied().unwrap_or_default();
        let follows = standings.get(&id).is_some_and(|standing| {
            standing.total == invoice.total
                && standing.amount_paid.minor == paid
                && standing.amount_due.minor == invoice.total.minor - paid
        });
        if !follows {
            findings.insert(Finding::Standing(InvoiceId(id)));
        }
    }
}

fn trail(ledger: &Ledger, findings: &mut BTreeSet<Finding>) {
    let mut commitments = BTreeMap::new();
    let mut head = TrailHead::default();
    for link in ledger.links() {
        if !link.follows(&head) {
            findings.insert(Finding::TrailBroken(link.position));
        }
        head = TrailHead {
            position: link.position,
            hash: link.hash.clone(),
        };
        commitments.insert(link.activity_id.0, link.commitment.as_str());
    }
    if head != ledger.head {
        findings.insert(Finding::TrailHead);
    }
    let mut entries = BTreeSet::new();
    for (id, activity) in ledger.activities() {
        entries.insert(id);
        if commitments.get(&id) != Some(&activity.commitment().as_str()) {
            findings.insert(Finding::TrailRewritten(id));
        }
    }
    findings.extend(
        commitments
            .keys()
            .filter(|id| !entries.contains(id))
            .map(|id| Finding::TrailRewritten(*id)),
    );
}

fn files(notes: &[Note], ledger: &Ledger, findings: &mut BTreeSet<Finding>) {
    let versions = ledger.versions();
    for note in notes {
        if let Note::FileSaved { version_id, sha256 } = note {
            let version = versions.get(&version_id.0);
            if !version.is_some_and(|version| version.state == FileState::Stored && version.sha256 == *sha256)
            {
                findings.insert(Finding::FileLost(*version_id));
            }
        }
    }
}
