//! What holds for every format, on the export that is made up for it.

use std::collections::{BTreeMap, BTreeSet};

use folio_domain::Currency;
use folio_domain::imports::{ImportFormat, imported_id};
use folio_domain::records::Kind;
use proptest::prelude::*;

use super::{organisation, pretty};
use crate::imports::sample::{SampleExport, sample};
use crate::imports::{ImportPlan, NamedFile, Settings, Taken, detect, read};

pub(super) fn nothing() -> Taken {
    Taken::none(uuid::Uuid::from_u128(1).into())
}

pub(super) fn plan(files: &[(String, Vec<u8>)], format: Option<ImportFormat>, taken: Taken) -> ImportPlan {
    let organisation = organisation();
    let settings = Settings {
        organisation: &organisation,
        now: "2026-11-22T10:00:00Z".parse().unwrap(),
        numbers_in_use: BTreeSet::new(),
        taken,
        mappings: Vec::new(),
    };
    read(&named(files), format, &settings)
}

pub(super) fn named(files: &[(String, Vec<u8>)]) -> Vec<NamedFile<'_>> {
    files
        .iter()
        .map(|(name, bytes)| NamedFile { name, bytes })
        .collect()
}

fn plan_of(format: ImportFormat, export: &SampleExport) -> ImportPlan {
    plan(&export.files, Some(format), nothing())
}

/// The formats of known tools: a file's headings tell them.
fn known() -> impl Iterator<Item = ImportFormat> {
    let all = ImportFormat::ALL.iter().copied();
    all.filter(|format| *format != ImportFormat::Table)
}

fn others() -> impl Iterator<Item = ImportFormat> {
    let all = ImportFormat::ALL.iter().copied();
    all.filter(|format| *format != ImportFormat::InvoiceNinja)
}

#[test]
fn each_sample_is_reported_line_by_line_and_reconciles_to_the_cent() {
    for format in others() {
        for seed in [1, 7, 2_026] {
            let export = sample(format, seed, 160);
            let plan = plan_of(format, &export);
            let name = |file: usize| export.files[file].0.clone();
            let expected: Vec<_> = export
                .expected
                .iter()
                .map(|issue| (name(issue.file), issue.line, issue.refused, issue.message_key))
                .collect();
            let found: Vec<_> = plan
                .report
                .issues
                .iter()
                .map(|issue| (issue.file.clone(), issue.line, issue.refused, issue.message_key))
                .collect();
            println!("{format:?} {seed}");
            pretty(&found, &expected);
            assert_eq!(plan.report.invoices, export.invoices, "{format:?}");
            assert_eq!(plan.report.format, Some(format));
            let mut sums: BTreeMap<Currency, (i64, i64, i64, i64)> = BTreeMap::new();
            for totals in plan
                .report
                .totals
                .iter()
                .filter(|totals| totals.source_invoiced.minor != 0)
            {
                let figures = (
                    totals.source_invoiced.minor,
                    totals.invoiced.minor,
                    totals.source_balance.minor,
                    totals.balance.minor,
                );
                sums.insert(totals.currency, figures);
            }
            let stated = export.totals.iter().map(|totals| {
                let (invoiced, balance) = (totals.invoiced, totals.balance);
                (totals.currency, (invoiced, invoiced, balance, balance))
            });
            assert_eq!(sums, stated.collect(), "{format:?}");
        }
    }
}

#[test]
fn samples_are_large_enough_and_hostile_enough() {
    for format in others().filter(|format| *format != ImportFormat::Vcard) {
        let export = sample(format, 1, 160);
        assert!(export.invoices > 150, "{format:?}");
        let kinds: BTreeSet<_> = export.expected.iter().map(|issue| issue.message_key).collect();
        assert!(kinds.len() >= 10, "{format:?}: {kinds:?}");
    }
}

#[test]
fn a_file_is_known_by_its_headings() {
    for format in known() {
        let export = sample(format, 3, 20);
        assert_eq!(detect(&named(&export.files)), Some(format));
        let open = plan(&export.files, None, nothing());
        let chosen = plan(&export.files, Some(format), nothing());
        assert_eq!(open, chosen);
        for file in &export.files {
            let alone = std::slice::from_ref(file);
            assert_eq!(detect(&named(alone)), Some(format), "{} of {format:?}", file.0);
        }
    }
}

#[test]
fn a_wrong_choice_names_the_tool_that_the_file_looks_like() {
    for format in known() {
        let export = sample(format, 3, 20);
        for other in known().filter(|other| *other != format) {
            let plan = plan(&export.files, Some(other), nothing());
            assert_eq!(plan.batch.invoices.len() + plan.batch.clients.len(), 0);
            for (file, issue) in export.files.iter().zip(&plan.report.issues) {
                assert_eq!(issue.file, file.0);
                assert_eq!(
                    issue.message_key, "import-file-of-other-tool",
                    "{format:?} as {other:?}"
                );
                assert_eq!(issue.params["looks_like"], format.title());
                assert_eq!(issue.params["tool"], other.title());
            }
        }
    }
}

#[test]
fn what_nobody_knows_is_refused_with_the_list_of_tools() {
    let files = vec![("x.csv".to_owned(), b"a,b\n1,2\n".to_vec())];
    let plan = plan(&files, None, nothing());
    assert_eq!(plan.report.format, None);
    let issue = &plan.report.issues[0];
    assert_eq!(issue.message_key, "import-file-unknown");
    assert!(issue.params["tools"].contains("QuickBooks Online"));
}

/// What is there once `plan` has been taken over.
fn take(mut taken: Taken, plan: &ImportPlan) -> Taken {
    for payment in &plan.batch.payments {
        let id = imported_id(taken.org_id, &plan.batch.source, Kind::Payment, &payment.key);
        if let (true, Some(number)) = (taken.payments.insert(id), &payment.invoice_number) {
            let allocated = taken.allocated.entry(number.clone()).or_default();
            allocated.add(payment.amount.minor);
        }
    }
    taken
}

#[test]
fn a_second_import_adds_nothing() {
    for format in ImportFormat::ALL.iter().copied() {
        let export = sample(format, 11, 120);
        let first = plan_of(format, &export);
        let taken = take(nothing(), &first);
        let second = plan(&export.files, Some(format), taken.clone());
        assert_eq!(take(taken.clone(), &second), taken, "{format:?}");
        let keys = |plan: &ImportPlan| -> BTreeSet<String> {
            plan.batch
                .clients
                .iter()
                .map(|client| client.key.clone())
                .collect()
        };
        assert_eq!(keys(&first), keys(&second));
        assert_eq!(first.batch.invoices, second.batch.invoices);
        for totals in &second.report.totals {
            assert_eq!(totals.source_balance, totals.balance, "{format:?}");
        }
    }
}

#[test]
fn keys_of_payments_are_one_each() {
    for format in ImportFormat::ALL.iter().copied() {
        let plan = plan_of(format, &sample(format, 5, 120));
        let keys: BTreeSet<&String> = plan.batch.payments.iter().map(|payment| &payment.key).collect();
        assert_eq!(keys.len(), plan.batch.payments.len(), "{format:?}");
    }
}

#[test]
fn cards_of_one_organisation_are_contacts_of_one_client() {
    let plan = plan_of(ImportFormat::Vcard, &sample(ImportFormat::Vcard, 1, 64));
    let hoshi = plan
        .batch
        .clients
        .iter()
        .find(|client| client.client.name == "Hoshi Paper")
        .unwrap();
    assert_eq!(hoshi.contacts.len(), 4);
    assert_eq!(hoshi.client.address.country, "JP");
    assert_eq!(hoshi.client.address.postal_code, "600001");
    let contact = &hoshi.contacts[0];
    assert_eq!(
        (
            contact.first_name.as_str(),
            contact.email.as_str(),
            contact.phone.as_str()
        ),
        ("Ada", "person9@example.org", "+1-555-0100")
    );
    let named: BTreeSet<&str> = plan
        .batch
        .clients
        .iter()
        .map(|client| client.client.name.as_str())
        .collect();
    assert!(named.contains("Lone Person") && named.contains("Just a Company"));
    assert!(named.contains("Quay; Dock; Pier Ltd"));
}

pub(super) fn one(name: &str, text: &str) -> Vec<(String, Vec<u8>)> {
    vec![(name.to_owned(), text.as_bytes().to_vec())]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn broken_exports_are_answered(
        nth in 0_usize..ImportFormat::ALL.len(),
        seed in 0_u64..50,
        at in 0_usize..20_000,
        byte in any::<u8>(),
    ) {
        let format = ImportFormat::ALL[nth];
        let mut export = sample(format, seed, 12);
        for (_, bytes) in &mut export.files {
            let place = at % bytes.len();
            bytes[place] = byte;
        }
        let plan = plan_of(format, &export);
        for totals in &plan.report.totals {
            prop_assert_eq!(totals.source_invoiced, totals.invoiced);
            prop_assert_eq!(totals.source_balance, totals.balance);
        }
    }

    #[test]
    fn any_text_is_answered(nth in 0_usize..ImportFormat::ALL.len(), text in "[A-Za-z0-9,;:\"\\n .%-]{0,400}") {
        let format = ImportFormat::ALL[nth];
        plan(&one("any", &text), Some(format), nothing());
        let card = format!("BEGIN:VCARD\nVERSION:4.0\n{text}\nEND:VCARD\n");
        plan(&one("any", &card), None, nothing());
    }
}
