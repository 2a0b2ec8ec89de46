//! From files to a plan: whose export it is, what comes of it, and how the sums compare.
//!
//! Numbers, dates and amounts come as they were: an invoice whose lines do not add up to the amount that the source
//! states is refused, or, where rounding alone divides them, gets a line that makes up for it.

use std::collections::{BTreeMap, BTreeSet};

use folio_domain::imports::{ImportBatch, ImportFormat};
use folio_domain::trail::sha256_hex;
use folio_domain::{Currency, Money};

use super::clients::{self, Clients};
use super::columns::FileKind;
use super::findings::{Findings, Message, Trouble};
use super::formats::{self, Format};
use super::invoices::{self, Invoices};
use super::settling::{self, Settled};
use super::table::Table;
use super::text::{Headed, Text};
use super::{ImportPlan, NamedFile, Report, Settings, Totals, groups, mapped, payments, vcard};

/// Files that were decoded once, and the tool that they are read as an export of.
pub struct Opened {
    names: Vec<String>,
    sha256: String,
    texts: Vec<Text>,
    findings: Findings,
    format: Option<ImportFormat>,
}

impl Opened {
    /// Decodes files, as those of `format` or of the tool that they look like.
    #[must_use]
    pub fn of(files: &[NamedFile<'_>], format: Option<ImportFormat>) -> Self {
        let mut findings = Findings::default();
        let texts: Vec<Text> = files
            .iter()
            .filter_map(|file| Text::read(file, &mut findings))
            .collect();
        Self {
            names: files.iter().map(|file| file.name.to_owned()).collect(),
            sha256: files_sha256(files),
            format: format.or_else(|| likeliest(&texts)),
            texts,
            findings,
        }
    }

    /// The tool; none when the files are none of those that are known.
    #[must_use]
    pub fn format(&self) -> Option<ImportFormat> {
        self.format
    }

    /// What comes of them. Never fails: what cannot be read stands in the report.
    #[must_use]
    pub fn plan(mut self, settings: &Settings<'_>) -> ImportPlan {
        let mut findings = std::mem::take(&mut self.findings);
        let Some(format) = self.format else {
            return self.unknown(findings);
        };
        let batch = ImportBatch {
            source: format.source().to_owned(),
            ..ImportBatch::default()
        };
        let tables = if format == ImportFormat::Table {
            let mut tables = mapped::tables(&self.texts, &settings.mappings, &mut findings);
            for table in &mut tables {
                table.learn(settings.month_first(), &mut findings);
            }
            tables
        } else {
            let seen = seen_all(&self.texts, format, &mut findings);
            tables(seen, formats::of(format), settings, &mut findings)
        };
        let (batch, totals) = taken_from(&tables, batch, settings, &mut findings);
        self.planned(batch, totals, findings)
    }

    fn unknown(&self, mut findings: Findings) -> ImportPlan {
        let known = ImportFormat::ALL
            .iter()
            .filter(|format| **format != ImportFormat::Table);
        let tools: Vec<&str> = known.map(|format| format.title()).collect();
        for text in &self.texts {
            let params = vec![("tools", tools.join(", "))];
            findings.refuse(&text.file, 1, (Message::FileUnknown, params));
        }
        self.planned(ImportBatch::default(), Vec::new(), findings)
    }

    fn planned(&self, batch: ImportBatch, totals: Vec<Totals>, findings: Findings) -> ImportPlan {
        let batch = ImportBatch {
            files_sha256: self.sha256.clone(),
            ..batch
        };
        let count = |records: usize| u32::try_from(records).unwrap_or(u32::MAX);
        let report = Report {
            format: self.format,
            files_sha256: batch.files_sha256.clone(),
            clients: count(batch.clients.len()),
            invoices: count(batch.invoices.len()),
            payments: count(batch.payments.len()),
            issues: findings.sorted(&self.names),
            totals,
        };
        ImportPlan { batch, report }
    }
}

/// The tool whose export the files look like; none when they are none of those that are known.
#[must_use]
pub fn detect(files: &[NamedFile<'_>]) -> Option<ImportFormat> {
    Opened::of(files, None).format()
}

/// Reads the files of an export of `format`, or of the one that they look like.
#[must_use]
pub fn read(files: &[NamedFile<'_>], format: Option<ImportFormat>, settings: &Settings<'_>) -> ImportPlan {
    Opened::of(files, format).plan(settings)
}

fn likeliest(texts: &[Text]) -> Option<ImportFormat> {
    let score = |format: ImportFormat| -> usize {
        let scores = texts
            .iter()
            .map(|text| look(text, format).map_or(0, |seen| seen.score));
        scores.sum()
    };
    let scored = ImportFormat::ALL.iter().map(|format| (*format, score(*format)));
    // Of equals the first in the list.
    let best = scored.rev().max_by_key(|(_, score)| *score);
    best.filter(|(_, score)| *score > 0).map(|(format, _)| format)
}

/// A text as a format sees it.
struct Seen {
    score: usize,
    marked: bool,
    /// None for what is no table.
    headed: Option<Headed>,
}

fn look(text: &Text, format: ImportFormat) -> Option<Seen> {
    if format == ImportFormat::Vcard {
        return vcard::is_one(&text.text).then_some(Seen {
            score: 100,
            marked: true,
            headed: None,
        });
    }
    let headed = text.headed(formats::of(format))?;
    Some(Seen {
        score: headed.heading.score(),
        marked: headed.heading.marks > 0,
        headed: Some(headed),
    })
}

/// How `text` is to be read as an export of `format`; else why it is none.
fn seen_as(text: &Text, format: ImportFormat) -> Result<Seen, Trouble> {
    let own = look(text, format);
    let others = ImportFormat::ALL.iter().filter(|other| **other != format);
    let others = others.filter_map(|other| Some((*other, look(text, *other)?)));
    let other = others
        .filter(|(_, seen)| seen.marked)
        .max_by_key(|(_, seen)| seen.score);
    match (own, other) {
        (Some(own), Some((_, other))) if own.marked || own.score >= other.score => Ok(own),
        (Some(own), None) => Ok(own),
        (_, Some((other, _))) => Err((
            Message::FileOfOtherTool,
            vec![
                ("tool", format.title().to_owned()),
                ("looks_like", other.title().to_owned()),
            ],
        )),
        (None, None) => Err((Message::FileNotOfTool, vec![("tool", format.title().to_owned())])),
    }
}

/// The texts that are of `format`, with what it sees in them.
fn seen_all<'a>(texts: &'a [Text], format: ImportFormat, findings: &mut Findings) -> Vec<(&'a Text, Seen)> {
    let mut seen = Vec::new();
    for text in texts {
        match seen_as(text, format) {
            Ok(as_what) => {
                text.doubt_encoding(findings);
                seen.push((text, as_what));
            }
            Err(trouble) => findings.refuse(&text.file, 1, trouble),
        }
    }
    seen
}

fn tables<'a>(
    seen: Vec<(&'a Text, Seen)>,
    format: &'static Format,
    settings: &Settings<'_>,
    findings: &mut Findings,
) -> Vec<Table<'a>> {
    let split = seen.into_iter().map(|(text, seen)| match seen.headed {
        Some(headed) => Table::split(text, headed, format, findings),
        None => vcard::table(text, findings),
    });
    let split = split.collect();
    let mut tables = (format.prepare)(split, findings);
    for table in &mut tables {
        table.learn(settings.month_first(), findings);
    }
    tables
}

/// What comes of the tables.
fn taken_from(
    tables: &[Table<'_>],
    batch: ImportBatch,
    settings: &Settings<'_>,
    findings: &mut Findings,
) -> (ImportBatch, Vec<Totals>) {
    let of = |kind: FileKind| tables.iter().filter(move |table| table.kind == kind);
    let mut clients: Clients = clients::read(of(FileKind::Clients), settings, findings);
    let groups = groups::group(of(FileKind::Invoices), findings);
    let invoices = invoices::read(&groups, &mut clients, settings, findings);
    let found = payments::rows(of(FileKind::Payments), &groups, findings);
    let settled = settling::settle(
        found,
        &invoices,
        &clients,
        &batch.source,
        &settings.taken,
        findings,
    );
    let totals = totals(&invoices, &settled);
    let come = invoices.come.into_iter();
    let batch = ImportBatch {
        clients: clients.imported(),
        invoices: come.map(|incoming| incoming.imported()).collect(),
        payments: settled.payments,
        ..batch
    };
    (batch, totals)
}

/// SHA-256 of the files whatever their order, in hex: of the sorted hashes of each.
fn files_sha256(files: &[NamedFile<'_>]) -> String {
    let hashes: BTreeSet<String> = files.iter().map(|file| sha256_hex(file.bytes)).collect();
    sha256_hex(hashes.into_iter().collect::<Vec<_>>().join("\n").as_bytes())
}

fn totals(invoices: &Invoices<'_>, settled: &Settled) -> Vec<Totals> {
    let mut sums: BTreeMap<Currency, Totals> = BTreeMap::new();
    for payment in &settled.payments {
        let sum = sums
            .entry(payment.amount.currency)
            .or_insert_with_key(|currency| zero(*currency));
        sum.paid.minor = sum.paid.minor.saturating_add(payment.amount.minor);
    }
    for incoming in &invoices.come {
        let invoice = &incoming.invoice;
        let sum = sums
            .entry(invoice.currency)
            .or_insert_with_key(|currency| zero(*currency));
        let (total, part) = (
            invoice.total.minor,
            settled
                .allocated
                .get(invoice.number.as_str())
                .copied()
                .unwrap_or_default(),
        );
        let stated = incoming.stated.map_or(total, |stated| stated.minor);
        let paid = incoming.paid.map_or(part, |paid| paid.minor);
        for (slot, change) in [
            (&mut sum.source_invoiced, stated),
            (&mut sum.invoiced, total),
            (&mut sum.source_balance, stated.saturating_sub(paid)),
            (&mut sum.balance, total.saturating_sub(part)),
        ] {
            slot.minor = slot.minor.saturating_add(change);
        }
    }
    for stated in &invoices.left_out {
        let sum = sums
            .entry(stated.currency)
            .or_insert_with_key(|currency| zero(*currency));
        sum.source_left_out.minor = sum.source_left_out.minor.saturating_add(stated.minor);
    }
    sums.into_values().collect()
}

fn zero(currency: Currency) -> Totals {
    let none = Money::zero(currency);
    Totals {
        currency,
        source_invoiced: none,
        invoiced: none,
        source_balance: none,
        balance: none,
        paid: none,
        source_left_out: none,
    }
}
