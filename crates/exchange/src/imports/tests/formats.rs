//! What holds for every format, on the export that is made up for it.

use std::collections::{BTreeMap, BTreeSet};

use folio_domain::imports::{ImportFormat, imported_id};
use folio_domain::records::Kind;
use folio_domain::{Currency, Money};
use proptest::prelude::*;

use super::{organisation, pretty};
use crate::imports::sample::{SampleExport, sample};
use crate::imports::{ImportPlan, NamedFile, Settings, Taken, detect, read};

pub(super) fn nothing() -> Taken {
    Taken::none(uuid::Uuid::from_u128(1).into())
}

fn plan(files: &[(String, Vec<u8>)], format: Option<ImportFormat>, taken: Taken) -> ImportPlan {
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

fn one(name: &str, text: &str) -> Vec<(String, Vec<u8>)> {
    vec![(name.to_owned(), text.as_bytes().to_vec())]
}

#[test]
fn a_zoho_payment_for_several_invoices_is_divided_as_its_rows_say() {
    let mut files = one(
        "Invoice.csv",
        "Invoice Date,Invoice Number,Invoice Status,Customer Name,Currency Code,Item Name,Quantity,Item Price,Total,Balance\n\
         2026-01-02,I-1,Closed,Birch,EUR,Print,1,100,100,0\n\
         2026-01-03,I-2,PartiallyPaid,Birch,EUR,Print,1,50,50,20\n",
    );
    files.extend(one(
        "Customer_Payment.csv",
        "Payment Number,CustomerPayment ID,Mode,Amount,Unused Amount,Customer Name,Date,Amount Applied to Invoice,Invoice Number\n\
         7,900,Cash,135.00,5.00,Birch,2026-02-01,100.00,I-1\n\
         7,900,Cash,135.00,5.00,Birch,2026-02-01,30.00,I-2\n",
    ));
    let plan = plan(&files, None, nothing());
    let mut parts: Vec<(Option<String>, i64)> = plan
        .batch
        .payments
        .iter()
        .map(|payment| (payment.invoice_number.clone(), payment.amount.minor))
        .collect();
    parts.sort();
    let (one, two) = (Some("I-1".to_owned()), Some("I-2".to_owned()));
    assert_eq!(parts, [(None, 500), (one, 10_000), (two, 3_000)]);
}

#[test]
fn zoho_discounts_of_the_whole_and_charges_are_read() {
    let files = one(
        "Invoice.csv",
        "Invoice Date,Invoice Number,Invoice Status,Customer Name,Currency Code,Is Inclusive Tax,Discount Type,\
         Is Discount Before Tax,Entity Discount Percent,Entity Discount Amount,Item Name,Quantity,Item Price,Item Tax,\
         Item Tax %,Shipping Charge,Adjustment,Total,Balance\n\
         2026-01-02,I-1,Sent,Birch,INR,false,entity_level,true,10.00,0,Print,1,100,GST18,18,12.00,-0.20,118.00,118.00\n\
         2026-01-02,I-2,Sent,Birch,INR,false,entity_level,false,0,10.00,Print,1,100,GST18,18,0,0,108.00,108.00\n",
    );
    let plan = plan(&files, None, nothing());
    let come: Vec<i64> = plan
        .batch
        .invoices
        .iter()
        .map(|invoice| invoice.invoice.total.minor)
        .collect();
    assert_eq!(come, [11_800, 10_800], "{:?}", plan.report.issues);
}

#[test]
fn what_xero_calls_a_credit_note_is_owed_to_the_client() {
    let files = one(
        "SalesInvoices.csv",
        "*ContactName,*InvoiceNumber,*InvoiceDate,*DueDate,Total,InvoiceAmountPaid,InvoiceAmountDue,*Description,*Quantity,\
         *UnitAmount,LineAmount,*TaxType,TaxAmount,Currency,Type,Status\n\
         Birch,CN-1,02/01/2026,15/01/2026,57.5000,0.0000,57.5000,Returned,2.0000,25.0000,50.0000,15% GST on Income,7.5000,NZD,Sales credit note,Awaiting Payment\n\
         Birch,INV-1,02/01/2026,15/01/2026,57.5000,57.5000,0.0000,Sold,2.0000,25.0000,50.0000,15% GST on Income,7.5000,NZD,Sales invoice,Paid\n",
    );
    let plan = plan(&files, None, nothing());
    let come: Vec<(i64, String)> = plan
        .batch
        .invoices
        .iter()
        .map(|invoice| {
            (
                invoice.invoice.total.minor,
                invoice.invoice.taxes[0].tax.percent.to_string(),
            )
        })
        .collect();
    let rate = "15".to_owned();
    assert_eq!(
        come,
        [(-5_750, rate.clone()), (5_750, rate)],
        "{:?}",
        plan.report.issues
    );
    assert_eq!(plan.report.totals[0].balance.minor, -5_750);
}

#[test]
fn a_quickbooks_list_without_lines_comes_as_one_line_each() {
    let files = one(
        "Invoice List.csv",
        "Studio\nInvoice List\n\"January 1 - December 31, 2025\"\n\n\
         Date,Transaction type,Num,Name,Memo,Due date,Amount,Open balance\n\
         01/15/2025,Invoice,1041,Birch,Twelve posters,02/14/2025,\"1,200.00\",200.00\n\
         01/16/2025,Invoice,1042,Birch,,02/15/2025,300.00,0.00\n\
         01/17/2025,Credit Memo,CM-1,Birch,Returned,01/17/2025,-50.00,0.00\n\
         01/18/2025,Sales Receipt,SR-1,Oak,Over the counter,,80.00,\n\
         01/19/2025,Invoice,1043,Oak,Voided - wrong client,02/18/2025,0.00,0.00\n\
         02/01/2025,Payment,CHK 7,Birch,,,-1000.00,0.00\n\
         02/02/2025,Payment,,Birch,,,-400.00,0.00\n\
         TOTAL,,,,,,\"1,530.00\",200.00\n",
    );
    let plan = plan(&files, None, nothing());
    let keys: Vec<(u32, &str)> = plan
        .report
        .issues
        .iter()
        .map(|issue| (issue.line, issue.message_key))
        .collect();
    assert!(keys.contains(&(1, "import-file-no-items")), "{keys:?}");
    assert!(keys.contains(&(1, "import-file-payments-spread")));
    assert!(keys.contains(&(10, "import-invoice-cancelled")));
    let lines: Vec<(&str, &str, i64)> = plan
        .batch
        .invoices
        .iter()
        .map(|invoice| {
            let invoice = &invoice.invoice;
            let item = &invoice.lines[0].item;
            (
                invoice.number.as_str(),
                item.description.as_str(),
                invoice.total.minor,
            )
        })
        .collect();
    let expected = [
        ("1041", "Twelve posters", 120_000),
        ("1042", "1042", 30_000),
        ("CM-1", "Returned", -5_000),
        ("SR-1", "Over the counter", 8_000),
    ];
    assert_eq!(lines, expected);
    let totals = &plan.report.totals[0];
    assert_eq!(
        (totals.source_balance.minor, totals.balance.minor),
        (20_000, 20_000)
    );
    assert_eq!(
        plan.batch
            .payments
            .iter()
            .filter(|payment| payment.invoice_number.is_none())
            .count(),
        1
    );
}

#[test]
fn frappe_books_says_the_tax_of_the_whole_in_rows_of_its_own() {
    let mut files = one(
        "SalesInvoice.csv",
        "Rechnungsnr.,Partei,Datum,Summe,Basis,Offen,Gebucht,Storniert,Währung,Artikel,Preis,Menge,Steuer,Konto,Satz\n\
         SalesInvoice.name,SalesInvoice.party,SalesInvoice.date,SalesInvoice.grandTotal,SalesInvoice.baseGrandTotal,\
         SalesInvoice.outstandingAmount,SalesInvoice.submitted,SalesInvoice.cancelled,SalesInvoice.currency,\
         SalesInvoiceItem.item,SalesInvoiceItem.rate,SalesInvoiceItem.quantity,SalesInvoiceItem.tax,TaxSummary.account,TaxSummary.rate\n\
         SINV-1,Birch,2026-01-02T09:30:00.000Z,118,118,18,1,0,INR,Print,100,1,Local GST,,\n\
         SINV-1,Birch,2026-01-02T09:30:00.000Z,118,118,18,1,0,INR,,,,,CGST,9\n\
         SINV-1,Birch,2026-01-02T09:30:00.000Z,118,118,18,1,0,INR,,,,,SGST,9\n\
         SINV-2,Birch,2026-01-03,10,840,840,1,0,EUR,Print,10,1,,,\n\
         SINV-3,Birch,2026-01-03,10,840,420,1,0,EUR,Print,10,1,,,\n\
         SINV-4,Birch,2026-01-04,5,5,5,0,0,INR,Print,5,1,,,\n\
         SINV-5,Birch,2026-01-04,5,5,5,1,1,INR,Print,5,1,,,\n",
    );
    files.extend(one(
        "Payment.csv",
        "Payment.name,Payment.party,Payment.date,Payment.paymentType,Payment.amount,Payment.submitted,Payment.cancelled,\
         PaymentFor.referenceType,PaymentFor.referenceName,PaymentFor.amount\n\
         PAY-1,Birch,2026-02-01,Receive,120,1,0,SalesInvoice,SINV-1,100\n\
         PAY-2,Birch,2026-02-01,Pay,50,1,0,PurchaseInvoice,PINV-1,50\n\
         PAY-3,Birch,2026-02-01,Receive,5,1,0,SalesInvoice,SINV-3,5\n\
         PAY-4,Birch,2026-02-01,Receive,5,1,1,SalesInvoice,SINV-3,5\n",
    ));
    let plan = plan(&files, None, nothing());
    let come: Vec<(&str, i64, String)> = plan
        .batch
        .invoices
        .iter()
        .map(|invoice| {
            let invoice = &invoice.invoice;
            (
                invoice.number.as_str(),
                invoice.total.minor,
                invoice.issue_date.to_string(),
            )
        })
        .collect();
    let on = |day: &str| day.to_owned();
    assert_eq!(
        come,
        [
            ("SINV-1", 11_800, on("2026-01-02")),
            ("SINV-2", 1_000, on("2026-01-03")),
            ("SINV-3", 1_000, on("2026-01-03")),
        ],
        "{:?}",
        plan.report.issues
    );
    assert_eq!(
        plan.batch.invoices[0].invoice.taxes[0].tax.percent.to_string(),
        "18"
    );
    let mut parts: Vec<(Option<&str>, i64)> = plan
        .batch
        .payments
        .iter()
        .map(|payment| (payment.invoice_number.as_deref(), payment.amount.minor))
        .collect();
    parts.sort_unstable();
    assert_eq!(
        parts,
        [(None, 2_000), (Some("SINV-1"), 10_000), (Some("SINV-3"), 500)]
    );
    let left: BTreeSet<&str> = plan.report.issues.iter().map(|issue| issue.message_key).collect();
    for key in [
        "import-invoice-draft",
        "import-invoice-cancelled",
        "import-rows-left-out",
        "import-payment-failed",
    ] {
        assert!(left.contains(key), "{key}: {left:?}");
    }
}

#[test]
fn wave_payments_come_from_the_books() {
    let files = one(
        "accounting.csv",
        "Transaction ID,Transaction Date,Account Name,Transaction Description,Transaction Line Description,\
         Amount (One column), ,Customer,Invoice Number,Amount Before Sales Tax,Sales Tax Amount,Sales Tax Name,Account Type\n\
         1,2026-01-02,Sales,Birch - 7,Birch - 7 - Print,100.00,,Birch,7,100.00,19.00,MwSt,Income\n\
         1,2026-01-02,Accounts Receivable,Birch - 7,Birch - 7,119.00,,Birch,7,119.00,,,System Receivable Invoice\n\
         2,2026-01-09,Accounts Receivable,Invoice Payment,Invoice Payment,-60.00,,Birch,7,-60.00,,,System Receivable Invoice\n\
         2,2026-01-09,Cash,Invoice Payment,Invoice Payment,60.00,,,,60.00,,,Cash and Bank\n\
         3,2026-01-10,Rent,Rent,Rent,-9.00,,,,-9.00,,,Expense\n",
    );
    let plan = plan(&files, None, nothing());
    let invoice = &plan.batch.invoices[0].invoice;
    assert_eq!(
        (invoice.total.minor, invoice.lines[0].item.description.as_str()),
        (11_900, "Print")
    );
    let payment = &plan.batch.payments[0];
    assert_eq!(
        (payment.amount.minor, payment.received_on.to_string()),
        (6_000, "2026-01-09".to_owned())
    );
    assert_eq!(
        plan.report.totals[0].balance,
        Money::new(5_900, Currency::parse("INR").unwrap())
    );
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
