//! Another tool's files: read, shown, taken over as one step, and undone as one.

mod undo;

pub use undo::{check_undo, undo};

use std::collections::BTreeSet;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use folio_domain::clients::Client;
use folio_domain::ids::{ImportRunId, MutationId, OrgId};
use folio_domain::imports::{ImportBatch, ImportFormat, ImportRun, TableMapping, imported_id};
use folio_domain::invoices::Invoice;
use folio_domain::mutations::Mutation;
use folio_domain::organisations::{self, Organisation};
use folio_domain::payments::Payment;
use folio_domain::records::{Kind, Read};
use folio_domain::refusals::{Reason, Refusal};
use folio_exchange::imports::{self, ImportPlan, NamedFile, Opened, Settings, Taken};
use folio_protocol::ProblemCode;
use folio_protocol::commands::{
    CommitImport, ImportFile, ImportIssue, ImportReport, ImportTable, ImportTables, ImportTotals,
    LookAtTables, PreviewImport,
};
use folio_store::server::exports;

use crate::app::App;
use crate::errors::{Failure, ServerError};
use crate::http::Session;
use crate::sync::submit_one;

/// A file with its bytes.
pub type Given = (String, Vec<u8>);

/// What an import would bring.
///
/// # Errors
/// Files that cannot be decoded.
pub async fn preview(app: &App, session: &Session, params: PreviewImport) -> Result<ImportReport, Failure> {
    let plan = plan(
        app,
        session.org_id,
        wish(params.format, params.mappings),
        decode(&params.files)?,
    )
    .await?;
    Ok(report(app, session.org_id, plan, false).await?.0)
}

/// Takes the files over, when they are the ones whose report the person saw.
///
/// # Errors
/// Other files, or the refusal of the import.
pub async fn commit(app: &App, session: &Session, params: CommitImport) -> Result<ImportReport, Failure> {
    let plan = plan(
        app,
        session.org_id,
        wish(params.format, params.mappings),
        decode(&params.files)?,
    )
    .await?;
    if plan.report.files_sha256 != params.files_sha256 {
        return Err(Failure::new(ProblemCode::Changed, "problem-import-unreadable"));
    }
    if params.after.is_some() && params.after != plan.batch.after {
        return Err(Failure(Refusal::new(Reason::ImportMeanwhile).into()));
    }
    Ok(take_over(app, session, plan).await?)
}

/// Makes the import of `plan`.
///
/// # Errors
/// Its refusal.
pub async fn take_over(app: &App, session: &Session, plan: ImportPlan) -> Result<ImportReport, ServerError> {
    let (report, plan) = report(app, session.org_id, plan, true).await?;
    let mutation_id = MutationId(app.source.id()?);
    submit_one(app, session, mutation_id, Mutation::ImportBatch(plan.batch)).await?;
    Ok(report)
}

/// How files are to be read.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    /// The tool that they come from; none to find it out from the files.
    pub format: Option<ImportFormat>,
    /// What the columns of tables mean that no known tool wrote.
    pub mappings: Vec<TableMapping>,
}

fn wish(format: Option<ImportFormat>, mappings: Vec<TableMapping>) -> Wish {
    Wish { format, mappings }
}

/// How tables look, for a person to say what their columns mean.
///
/// # Errors
/// Files that cannot be decoded, or the database breaks.
pub async fn look_at_tables(
    app: &App,
    session: &Session,
    params: LookAtTables,
) -> Result<ImportTables, Failure> {
    let files = decode(&params.files)?;
    let records = app
        .look(session.org_id, vec![organisations::read(session.org_id)])
        .await?;
    let month_first = imports::is_month_first(records.get::<Organisation>(session.org_id)?);
    let looks = app
        .blocking(move || {
            let files = imports::unfolded(files);
            Ok(imports::look_at_tables(&named(&files), month_first))
        })
        .await?;
    let tables = looks.into_iter().map(|look| ImportTable {
        headings: look.headings,
        rows: look.rows,
        guess: look.guess,
        dates_open: look.dates_open,
        numbers_open: look.numbers_open,
    });
    Ok(ImportTables {
        tables: tables.collect(),
    })
}

/// Reads the files, as those of the format that is wished or of the tool that they look like.
///
/// # Errors
/// The database breaks.
pub async fn plan(
    app: &App,
    org_id: OrgId,
    wish: Wish,
    files: Vec<Given>,
) -> Result<ImportPlan, ServerError> {
    let Wish { format, mappings } = wish;
    let names: Vec<String> = files.iter().map(|(name, _)| name.clone()).collect();
    let opened = app
        .blocking(move || {
            let files = imports::unfolded(files);
            Ok(Opened::of(&named(&files), format))
        })
        .await?;
    let source = opened.format().map_or("", ImportFormat::source);
    // Before what is there is looked at: whoever imports meanwhile is met by the mutation.
    let reads = vec![organisations::read(org_id), Read::own::<ImportRun>()];
    let records = app.look(org_id, reads).await?;
    let after: BTreeSet<ImportRunId> = records
        .rows_at(Kind::ImportRun, None)
        .map(|row| ImportRunId(row.id))
        .collect();
    let organisation = records.get::<Organisation>(org_id)?.clone();
    let numbers_in_use: BTreeSet<String> = exports::numbers_not_from(&app.store, org_id, source).await?;
    let (payments, allocated) = exports::payments_from(&app.store, org_id, source).await?;
    let mut taken = Taken {
        payments,
        ..Taken::none(org_id)
    };
    for (number, minor) in allocated {
        taken.allocated.entry(number).or_default().add(minor);
    }
    let now = app.source.now();
    app.blocking(move || {
        let settings = Settings {
            organisation: &organisation,
            now,
            numbers_in_use,
            taken,
            mappings,
        };
        let mut plan = opened.plan(&settings);
        plan.batch.files = names;
        plan.batch.after = Some(after);
        Ok(plan)
    })
    .await
}

fn named(files: &[Given]) -> Vec<NamedFile<'_>> {
    files
        .iter()
        .map(|(name, bytes)| NamedFile { name, bytes })
        .collect()
}

/// The report of `plan` as screens show it, with how much of it is there already.
///
/// # Errors
/// The database breaks.
pub async fn report(
    app: &App,
    org_id: OrgId,
    plan: ImportPlan,
    committed: bool,
) -> Result<(ImportReport, ImportPlan), ServerError> {
    let known = known(app, org_id, &plan.batch).await?;
    let issues = plan.report.issues.iter().map(|issue| ImportIssue {
        file: issue.file.clone(),
        line: issue.line,
        refused: issue.refused,
        message_key: issue.message_key.to_owned(),
        params: issue.params.clone(),
    });
    let totals = plan.report.totals.iter().map(|totals| ImportTotals {
        currency: totals.currency,
        source_invoiced: totals.source_invoiced,
        invoiced: totals.invoiced,
        source_balance: totals.source_balance,
        balance: totals.balance,
        paid: totals.paid,
    });
    let report = ImportReport {
        format: plan.report.format,
        files_sha256: plan.report.files_sha256.clone(),
        clients: plan.report.clients,
        invoices: plan.report.invoices,
        payments: plan.report.payments,
        known,
        issues: issues.collect(),
        totals: totals.collect(),
        committed,
        after: plan.batch.after.clone().unwrap_or_default(),
    };
    Ok((report, plan))
}

/// How many records of `batch` are there already.
async fn known(app: &App, org_id: OrgId, batch: &ImportBatch) -> Result<u32, ServerError> {
    let id = |kind, key: &str| imported_id(org_id, &batch.source, kind, key);
    let clients = batch.clients.iter().map(|client| id(Kind::Client, &client.key));
    let invoices = batch
        .invoices
        .iter()
        .map(|invoice| id(Kind::Invoice, &invoice.invoice.number));
    let payments = batch
        .payments
        .iter()
        .map(|payment| id(Kind::Payment, &payment.key));
    let reads = clients.clone().map(Read::one::<Client>);
    let reads = reads.chain(invoices.clone().map(Read::one::<Invoice>));
    let reads = reads.chain(payments.clone().map(Read::one::<Payment>)).collect();
    let records = app.look(org_id, reads).await?;
    let found = clients
        .filter(|id| records.row(Kind::Client, *id).is_some())
        .count()
        + invoices
            .filter(|id| records.row(Kind::Invoice, *id).is_some())
            .count()
        + payments
            .filter(|id| records.row(Kind::Payment, *id).is_some())
            .count();
    Ok(u32::try_from(found).unwrap_or(u32::MAX))
}

fn decode(files: &[ImportFile]) -> Result<Vec<Given>, Failure> {
    let unreadable = |_bad| Failure::new(ProblemCode::Invalid, "problem-import-unreadable");
    files
        .iter()
        .map(|file| {
            Ok((
                file.name.clone(),
                STANDARD.decode(&file.bytes).map_err(unreadable)?,
            ))
        })
        .collect()
}
