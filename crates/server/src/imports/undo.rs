//! Undoing an import: what it would remove, and doing it.

use std::collections::BTreeMap;

use folio_domain::ids::{ImportRunId, MutationId, OrgId};
use folio_domain::imports::{ImportPart, ImportRun, UndoImport, brought_by};
use folio_domain::invoices::Invoice;
use folio_domain::mutations::{MUTATIONS_VERSION, Mutation};
use folio_domain::payments::Payment;
use folio_domain::records::{Kind, Read, Records};
use folio_domain::{Currency, Money, Refusal};
use folio_protocol::commands::{Done, ImportUndoCheck, ImportUndoSums};
use folio_protocol::sync::{Outcome, PushedMutation};
use folio_store::{StoreError, Submission, submit_in};

use crate::app::App;
use crate::errors::{Failure, ServerError};
use crate::http::Session;
use crate::sync::submit_one;

/// What undoing the import would remove, and why it cannot be undone, if it cannot.
///
/// # Errors
/// There is no such import, or the database breaks.
pub async fn check_undo(
    app: &App,
    session: &Session,
    run_id: ImportRunId,
) -> Result<ImportUndoCheck, Failure> {
    let records = brought(app, session.org_id, run_id).await?;
    let refusal = trial(app, session, run_id).await?;
    let count = |kind: Kind| {
        let brought = brought_by(run_id, &records);
        let of_kind = brought.iter().filter(|(of, _)| *of == kind).count();
        u32::try_from(of_kind).unwrap_or(u32::MAX)
    };
    Ok(ImportUndoCheck {
        clients: count(Kind::Client),
        contacts: count(Kind::Contact),
        invoices: count(Kind::Invoice),
        payments: count(Kind::Payment),
        sums: sums(run_id, &records),
        problem: refusal.map(Into::into),
    })
}

/// Undoes the import.
///
/// # Errors
/// The refusal, which says what has happened to what it brought; or the database breaks.
pub async fn undo(app: &App, session: &Session, run_id: ImportRunId) -> Result<Done, Failure> {
    let mutation_id = MutationId(app.source.id()?);
    submit_one(app, session, mutation_id, UndoImport { run_id }.into()).await?;
    Ok(Done {})
}

/// The import's records, as far as they are there.
async fn brought(app: &App, org_id: OrgId, run_id: ImportRunId) -> Result<Records, ServerError> {
    let listed = vec![
        Read::one::<ImportRun>(run_id),
        Read::all::<ImportPart>("run_id", run_id),
    ];
    let mut records = app.look(org_id, listed).await?;
    records.get::<ImportRun>(run_id)?;
    let brought = brought_by(run_id, &records).into_iter();
    let reads: Vec<Read> = brought.map(|(kind, id)| Read::One(kind, id)).collect();
    let found = app.look(org_id, reads.clone()).await?;
    for read in reads {
        let rows = found.answer(&read);
        records.learn(read, rows);
    }
    Ok(records)
}

fn sums(run_id: ImportRunId, records: &Records) -> Vec<ImportUndoSums> {
    let mut sums: BTreeMap<Currency, (i64, i64)> = BTreeMap::new();
    for (_, id) in brought_by(run_id, records) {
        if let Some(invoice) = records.find::<Invoice>(id) {
            let sum = sums.entry(invoice.currency).or_default();
            sum.0 = sum.0.saturating_add(invoice.total.minor);
        }
        if let Some(payment) = records.find::<Payment>(id) {
            let sum = sums.entry(payment.amount.currency).or_default();
            sum.1 = sum.1.saturating_add(payment.amount.minor);
        }
    }
    let sums = sums
        .into_iter()
        .map(|(currency, (invoiced, paid))| ImportUndoSums {
            currency,
            invoiced: Money::new(invoiced, currency),
            paid: Money::new(paid, currency),
        });
    sums.collect()
}

/// Undoes the import in a transaction that is then taken back: the very answer that undoing would give.
async fn trial(app: &App, session: &Session, run_id: ImportRunId) -> Result<Option<Refusal>, ServerError> {
    let pushed = PushedMutation {
        again: false,
        mutation_id: MutationId(app.source.id()?),
        mid: 0,
        version: MUTATIONS_VERSION,
        mutation: Mutation::UndoImport(UndoImport { run_id }),
    };
    let submission = Submission {
        device_id: session.device_id,
        actor: session.actor.clone(),
        mutations: vec![pushed],
        refused: BTreeMap::new(),
    };
    let (work, org_id, now) = (app.clone(), session.org_id, app.source.now());
    let submitted = app
        .unstoppable(async move {
            let mut transaction = work.store.begin().await?;
            let submitted = submit_in(&mut transaction, org_id, &submission, now).await?;
            transaction.rollback().await.map_err(StoreError::from)?;
            Ok::<_, StoreError>(submitted)
        })
        .await?;
    let outcome = submitted.results.into_iter().next().map(|result| result.outcome);
    Ok(match outcome {
        Some(Outcome::Refused(refusal)) => Some(refusal),
        Some(Outcome::Applied) | None => None,
    })
}
