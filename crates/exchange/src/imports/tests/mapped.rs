//! Tables that no known tool wrote.

use folio_domain::imports::{ImportFormat, TableField as F, TableKind, TableMapping};

use super::formats::{named, nothing};
use super::organisation;
use crate::imports::{ImportPlan, Settings, look_at_tables, read};

fn one(text: &str) -> Vec<(String, Vec<u8>)> {
    vec![("table.csv".to_owned(), text.as_bytes().to_vec())]
}

pub(super) fn read_with(files: &[(String, Vec<u8>)], mappings: Vec<TableMapping>) -> ImportPlan {
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

#[test]
fn a_file_that_contradicts_itself_is_not_read_in_silence() {
    let dated = "Invoice,Client,Date,Amount\n1,Birch,13/04/2026,10.50\n2,Birch,04/13/2026,10.50\n3,Birch,03/04/2026,10.50\n";
    let plan = read_with(&one(dated), Vec::new());
    let told: Vec<_> = plan
        .report
        .issues
        .iter()
        .filter(|issue| issue.message_key == "import-date-ambiguous")
        .map(|issue| (issue.line, issue.params["value"].as_str()))
        .collect();
    assert_eq!(told, [(4, "03/04/2026")], "{:?}", plan.report.issues);
    let numbered = "Invoice;Client;Date;Amount\n1;Birch;2026-04-13;10.50\n2;Birch;2026-04-13;10,50\n3;Birch;2026-04-13;1.234\n4;Birch;2026-04-13;2.50\n";
    let plan = read_with(&one(numbered), Vec::new());
    let keys: Vec<_> = plan
        .report
        .issues
        .iter()
        .map(|issue| (issue.line, issue.message_key))
        .filter(|(_, key)| key.starts_with("import-number"))
        .collect();
    assert_eq!(
        keys,
        [(3, "import-number-unreadable"), (4, "import-number-ambiguous")]
    );
}
