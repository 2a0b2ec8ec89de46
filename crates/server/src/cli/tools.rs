//! What is done to a home: `import`, `export`, `check`, `verify`, `backup`, `export-all`, `restore`; and to a file that a desktop
//! left: `unseal`.

use std::path::{Path, PathBuf};

use folio_domain::MutationId;
use folio_domain::imports::ImportFormat;
use folio_domain::invoices::ExportPack;
use folio_domain::mutations::Mutation;
use folio_domain::trail::TrailHead;
use folio_exchange::month_pack::{Manifest, days_of, manifest_of};
use folio_protocol::Problem;
use folio_protocol::commands::ImportReport;

use super::arguments::{HomeArgs, OrgArgs};
use super::{home, offices, say};
use crate::backups::BringBack;
use crate::clock::Source;
use crate::errors::ServerError;
use crate::packs::PackWish;
use crate::sync::submit_one;
use crate::{backups, imports, packs};

pub(super) async fn import(
    home: HomeArgs,
    org: OrgArgs,
    format: Option<ImportFormat>,
    files: &[PathBuf],
    (dry_run, json): (bool, bool),
) -> Result<bool, ServerError> {
    let app = home.open().await?;
    let session = home::owner_session(&app, org.find(&app).await?).await?;
    let mut given = Vec::with_capacity(files.len());
    for path in files {
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        given.push((
            name,
            std::fs::read(path).map_err(ServerError::io("reading a file to import"))?,
        ));
    }
    let mappings = Vec::new();
    let wish = imports::Wish { format, mappings };
    let plan = imports::plan(&app, session.org_id, wish, given).await?;
    let report = if dry_run {
        imports::report(&app, session.org_id, plan, false).await?.0
    } else {
        imports::take_over(&app, &session, plan).await?
    };
    if json {
        say(serde_json::to_string(&report)?)?
    } else {
        tell(&report)?
    }
    app.close().await;
    Ok(true)
}

fn tell(report: &ImportReport) -> Result<(), ServerError> {
    let verb = if report.committed { "came" } else { "would come" };
    let (clients, invoices, payments) = (report.clients, report.invoices, report.payments);
    if let Some(format) = report.format {
        say(format_args!("read as an export of {}", format.title()))?;
    }
    say(format_args!(
        "{clients} clients, {invoices} invoices and {payments} payments {verb}; {} were there",
        report.known
    ))?;
    for issue in &report.issues {
        let kind = if issue.refused { "refused" } else { "doubt" };
        let params: Vec<String> = issue
            .params
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        say(format_args!(
            "{}:{}: {kind}: {} {}",
            issue.file,
            issue.line,
            issue.message_key,
            params.join(" ")
        ))?;
    }
    for totals in &report.totals {
        say(format_args!(
            "{}: invoiced {} (source {}), open {} (source {}), paid {}",
            totals.currency.code(),
            totals.invoiced.to_decimal(),
            totals.source_invoiced.to_decimal(),
            totals.balance.to_decimal(),
            totals.source_balance.to_decimal(),
            totals.paid.to_decimal(),
        ))?;
    }
    Ok(())
}

pub(super) async fn export(
    home: HomeArgs,
    org: OrgArgs,
    wish: PackWish,
    out: &Path,
) -> Result<bool, ServerError> {
    let app = home.open().await?;
    let session = home::owner_session(&app, org.find(&app).await?).await?;
    let (from, to) = days_of(wish.year, wish.month).map_err(|_no_month| Problem::not_found())?;
    let mut packed = packs::pack(&app, &session.scope(), wish).await?;
    let export = ExportPack {
        from,
        to,
        invoices: packed.invoices,
        payments: packed.payments,
    };
    submit_one(
        &app,
        &session,
        MutationId(app.source.id()?),
        Mutation::ExportPack(export),
    )
    .await?;
    let mut file = std::fs::File::create_new(out).map_err(ServerError::io("making the pack's file"))?;
    std::io::copy(&mut packed.file, &mut file).map_err(ServerError::io("writing the pack"))?;
    file.sync_all().map_err(ServerError::io("writing the pack"))?;
    say(format_args!(
        "{}: {} invoices, {} payments",
        out.display(),
        packed.invoices,
        packed.payments
    ))?;
    app.close().await;
    Ok(true)
}

pub(super) async fn check(home: HomeArgs) -> Result<bool, ServerError> {
    let app = home.open().await?;
    let mut is_whole = true;
    for org in app.store.orgs().await? {
        let report = app.check(org.org_id).await?;
        for fault in &report.faults {
            say(format_args!("{}: {fault}", org.org_id))?;
        }
        is_whole &= report.faults.is_empty();
        let (invoices, files, faults) = (report.invoices, report.files, report.faults.len());
        say(format_args!(
            "{}: {invoices} invoices, {files} files, {faults} faults",
            org.org_id
        ))?;
    }
    app.close().await;
    Ok(is_whole)
}

pub(super) async fn verify(
    home: HomeArgs,
    org: OrgArgs,
    head: Option<String>,
    pack: Option<&Path>,
) -> Result<bool, ServerError> {
    let kept = pack.map(kept_manifest).transpose()?;
    let known = match &kept {
        Some(manifest) => Some(manifest.trail.clone()),
        None => head.as_deref().map(parse_head).transpose()?,
    };
    let app = home.open().await?;
    let org_id = org.find(&app).await?;
    if kept.is_some_and(|manifest| manifest.org_id != org_id.to_string()) {
        app.close().await;
        return Err(ServerError::Setting("the pack is another business's".to_owned()));
    }
    let report = app.verify_trail(org_id, known.as_ref()).await?;
    for fault in &report.faults {
        say(fault)?;
    }
    let verdict = if report.faults.is_empty() {
        "holds"
    } else {
        "does not hold"
    };
    say(format_args!(
        "the trail {verdict}: {}@{}",
        report.head.hash, report.head.position
    ))?;
    app.close().await;
    Ok(report.faults.is_empty())
}

/// The manifest of a pack that somebody kept, or such a manifest by itself.
fn kept_manifest(path: &Path) -> Result<Manifest, ServerError> {
    let file = std::fs::File::open(path).map_err(ServerError::io("reading the earlier pack"))?;
    manifest_of(file).map_err(|error| ServerError::Setting(format!("{}: {error}", path.display())))
}

fn parse_head(text: &str) -> Result<TrailHead, ServerError> {
    let head = text.split_once('@').and_then(|(hash, position)| {
        let position = position.parse().ok()?;
        Some(TrailHead {
            position,
            hash: hash.to_ascii_lowercase(),
        })
    });
    head.ok_or_else(|| ServerError::Setting("a head is hash@position".to_owned()))
}

pub(super) async fn backup(home: HomeArgs, org: OrgArgs, out: &Path) -> Result<bool, ServerError> {
    let app = home.open().await?;
    app.save_backup(org.find(&app).await?, out).await?;
    say(format_args!("saved {}", out.display()))?;
    app.close().await;
    Ok(true)
}

pub(super) async fn export_all(home: HomeArgs, org: OrgArgs, out: &Path) -> Result<bool, ServerError> {
    let app = home.open().await?;
    let exported = app.save_export(org.find(&app).await?, out).await?;
    say(format_args!(
        "saved {}: {} rows, {} files, {} missing; it is not encrypted",
        out.display(),
        exported.rows,
        exported.files,
        exported.missing
    ))?;
    app.close().await;
    Ok(exported.missing == 0)
}

pub(super) async fn restore(home: HomeArgs, wish: BringBack<'_>) -> Result<bool, ServerError> {
    let mut config = home.config(None)?;
    config.does_jobs = false;
    let back = backups::bring_back(config, Source::system(), wish).await?;
    say(format_args!("restored {}; people sign in again", back.org_id))?;
    offices::tell_links(&back.app, back.org_id).await?;
    if let Some(code) = &back.recovery_code {
        say(format_args!("recovery code  {code}"))?;
        say(
            "Print the recovery code and keep it safe: it alone opens the backups, and it is stored nowhere.",
        )?;
    }
    back.app.close().await;
    Ok(true)
}

pub(super) fn unseal(file: &Path, code: &str, files: Option<&Path>) -> Result<bool, ServerError> {
    backups::unseal(file, code, files, say)
}
