//! Tables that no known tool wrote, and workbooks.

use std::io::Write as _;

use folio_domain::imports::{ImportFormat, TableField as F, TableKind, TableMapping};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use super::formats::{named, nothing};
use super::organisation;
use crate::imports::{ImportPlan, Settings, look_at_tables, read, unfolded};

fn one(text: &str) -> Vec<(String, Vec<u8>)> {
    vec![("table.csv".to_owned(), text.as_bytes().to_vec())]
}

fn read_with(files: &[(String, Vec<u8>)], mappings: Vec<TableMapping>) -> ImportPlan {
    let organisation = organisation();
    let settings = Settings {
        organisation: &organisation,
        now: "2026-11-22T10:00:00Z".parse().unwrap(),
        numbers_in_use: std::collections::BTreeSet::new(),
        taken: nothing(),
        mappings,
    };
    read(&named(files), Some(ImportFormat::Table), &settings)
}

#[test]
fn headings_are_guessed_in_several_languages() {
    let cases = [
        ("Client,E-mail,City,VAT number", TableKind::Clients),
        ("Kunde;Ort;Land", TableKind::Clients),
        (
            "Rechnungsnr.;Kunde;Datum;Menge;Einzelpreis;MwSt %;Gesamtbetrag",
            TableKind::Invoices,
        ),
        (
            "N° facture;Client;Date de facture;Désignation;Qté;Prix unitaire;Taux TVA;Montant TTC",
            TableKind::Invoices,
        ),
        (
            "Número de factura;Cliente;Fecha;Concepto;Cantidad;Precio;Importe total",
            TableKind::Invoices,
        ),
        (
            "बिल संख्या,ग्राहक,दिनांक,विवरण,मात्रा,दर,कर %,कुल राशि",
            TableKind::Invoices,
        ),
        (
            "விலைப்பட்டியல் எண்,வாடிக்கையாளர்,தேதி,விவரம்,அளவு,விலை,வரி %,மொத்தம்",
            TableKind::Invoices,
        ),
        (
            "Fakturnumero,Kliento,Dato,Priskribo,Kvanto,Prezo,Totalo",
            TableKind::Invoices,
        ),
        ("Payment date,Invoice no,Amount,Method", TableKind::Payments),
        ("Zahlungsdatum;Rechnung;Betrag;Zahlungsart", TableKind::Payments),
    ];
    for (headings, kind) in cases {
        let looks = look_at_tables(&named(&one(&format!("{headings}\n"))), false);
        let look = &looks[0];
        assert_eq!(look.guess.kind, Some(kind), "{headings}");
        assert!(
            look.guess.fields.iter().all(Option::is_some),
            "{headings}: {:?}",
            look.guess.fields
        );
    }
}

#[test]
fn a_look_shows_the_first_rows_and_how_they_are_written() {
    let text = "My invoices\n\nInvoice;Client;Date;Amount;Colour\n1;Birch;13/02/2026;1.234,50;red\n2;Oak;01/02/2026;10,00;blue\n";
    let looks = look_at_tables(&named(&one(text)), true);
    let look = &looks[0];
    assert_eq!(look.headings, ["Invoice", "Client", "Date", "Amount", "Colour"]);
    assert_eq!(look.rows[0][4], "red");
    assert_eq!(look.guess.fields[4], None);
    assert_eq!(look.guess.month_first, Some(false));
    assert_eq!(look.guess.decimal_comma, Some(true));
    assert!(!look.dates_open && !look.numbers_open);
    let open = "Invoice,Client,Date,Amount\n1,Birch,03/04/2026,\"1,234\"\n";
    let look = &look_at_tables(&named(&one(open)), true)[0];
    assert_eq!(look.guess.month_first, Some(true));
    assert!(look.dates_open && look.numbers_open);
}

#[test]
fn what_a_person_says_goes_before_what_is_guessed() {
    let text = "A,B,C,D\nX-1,Birch,03/04/2026,\"1.234\"\n";
    let fields = [F::InvoiceNumber, F::ClientName, F::InvoiceDate, F::Total];
    let mapping = |month_first, decimal_comma| TableMapping {
        file: "table.csv".to_owned(),
        kind: Some(TableKind::Invoices),
        fields: fields.iter().copied().map(Some).collect(),
        month_first: Some(month_first),
        decimal_comma: Some(decimal_comma),
    };
    for (month_first, comma, date, total) in [
        (true, true, "2026-03-04", 123_400),
        (false, true, "2026-04-03", 123_400),
    ] {
        let plan = read_with(&one(text), vec![mapping(month_first, comma)]);
        let invoice = &plan.batch.invoices[0].invoice;
        assert_eq!(
            (invoice.issue_date.to_string(), invoice.total.minor),
            (date.to_owned(), total)
        );
        assert_eq!(plan.batch.source, "table");
    }
    // Nothing is known of these headings, and an invoice needs a client.
    let lacking = TableMapping {
        fields: vec![Some(F::InvoiceNumber)],
        ..mapping(true, true)
    };
    for mappings in [vec![], vec![lacking]] {
        let plan = read_with(&one(text), mappings);
        let keys: Vec<_> = plan.report.issues.iter().map(|issue| issue.message_key).collect();
        assert_eq!(keys, ["import-table-unread"]);
    }
}

/// A workbook of two sheets, with numbers and days as a spreadsheet keeps them.
fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let sheet = book.add_worksheet();
    sheet.set_name("Invoices").unwrap();
    for (column, heading) in (0_u16..).zip([
        "Invoice no",
        "Client",
        "Date",
        "Description",
        "Quantity",
        "Price",
        "VAT %",
        "Total",
    ]) {
        sheet.write(0, column, heading).unwrap();
    }
    for (row, (number, quantity, price, total)) in
        (1_u32..).zip([("I-1", 3.0, 0.1, 0.36), ("I-2", 1.5, 1_234.56, 2_222.21)])
    {
        sheet.write(row, 0, number).unwrap();
        sheet.write(row, 1, "Birch, Oak & Co").unwrap();
        let date = ExcelDateTime::from_ymd(2026, 4, 3).unwrap();
        sheet.write_datetime_with_format(row, 2, &date, &day).unwrap();
        sheet.write(row, 3, "two lines\nof text").unwrap();
        sheet.write(row, 4, quantity).unwrap();
        sheet.write(row, 5, price).unwrap();
        sheet.write(row, 6, 20).unwrap();
        sheet.write(row, 7, total).unwrap();
    }
    let sheet = book.add_worksheet();
    sheet.set_name("Payments").unwrap();
    for (column, heading) in (0_u16..).zip(["Payment date", "Invoice no", "Amount"]) {
        sheet.write(0, column, heading).unwrap();
    }
    let date = ExcelDateTime::from_ymd(2026, 4, 9).unwrap();
    sheet.write_datetime_with_format(1, 0, &date, &day).unwrap();
    sheet.write(1, 1, "I-1").unwrap();
    sheet.write(1, 2, 0.36).unwrap();
    book.add_worksheet();
    book.save_to_buffer().unwrap()
}

#[test]
fn a_workbook_is_read_sheet_by_sheet_to_the_cent() {
    let files = unfolded(vec![("book.xlsx".to_owned(), workbook())]);
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["book.xlsx · Invoices", "book.xlsx · Payments"]);
    let plan = read_with(&files, Vec::new());
    let come: Vec<(String, i64)> = plan
        .batch
        .invoices
        .iter()
        .map(|invoice| {
            (
                invoice.invoice.issue_date.to_string(),
                invoice.invoice.total.minor,
            )
        })
        .collect();
    let day = "2026-04-03".to_owned();
    assert_eq!(
        come,
        [(day.clone(), 36), (day, 222_221)],
        "{:?}",
        plan.report.issues
    );
    assert_eq!(plan.batch.payments[0].amount.minor, 36);
    assert_eq!(
        plan.report.totals[0].source_invoiced,
        plan.report.totals[0].invoiced
    );
}

fn told(bytes: Vec<u8>) -> Vec<&'static str> {
    let files = unfolded(vec![("book.xlsx".to_owned(), bytes)]);
    let plan = read_with(&files, Vec::new());
    plan.report.issues.iter().map(|issue| issue.message_key).collect()
}

#[test]
fn a_workbook_that_is_none_or_too_much_is_refused() {
    let mut bomb = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    bomb.start_file("xl/workbook.xml", options).unwrap();
    let zeros = vec![0_u8; 1024 * 1024];
    for _ in 0..130 {
        bomb.write_all(&zeros).unwrap();
    }
    let bomb = bomb.finish().unwrap().into_inner();
    assert!(bomb.len() < 1024 * 1024, "it is small");
    assert_eq!(told(bomb), ["import-workbook-too-large"]);

    let mut far = Workbook::new();
    far.add_worksheet().write(1_048_575, 16_383, "far").unwrap();
    assert_eq!(told(far.save_to_buffer().unwrap()), ["import-workbook-too-large"]);

    let mut torn = workbook();
    torn.truncate(torn.len() / 2);
    assert_eq!(told(torn), ["import-workbook-unreadable"]);
    assert_eq!(
        told(b"PK\x03\x04 and nothing else".to_vec()),
        ["import-workbook-unreadable"]
    );

    let mut empty = Workbook::new();
    empty.add_worksheet();
    assert_eq!(told(empty.save_to_buffer().unwrap()), ["import-file-empty"]);
}
