//! Workbooks, as people save them and as nobody should.

use std::io::Write as _;

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use super::mapped::read_with;
use crate::imports::unfolded;

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

/// One invoice of 120, of which 20 are tax, with the percentage as a sheet shows it in these formats.
fn with_percent(format: &str) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let headings = ["Invoice no", "Client", "Date", "Price", "VAT %", "Total"];
    for (column, heading) in (0_u16..).zip(headings) {
        sheet.write(0, column, heading).unwrap();
    }
    sheet.write(1, 0, "I-1").unwrap();
    sheet.write(1, 1, "Birch").unwrap();
    sheet.write(1, 2, "2026-04-03").unwrap();
    sheet.write(1, 3, 100).unwrap();
    let shown = Format::new().set_num_format(format);
    let kept = if format.starts_with('0') { 0.2 } else { 20.0 };
    sheet.write_with_format(1, 4, kept, &shown).unwrap();
    sheet.write(1, 5, 120).unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn percentages_are_read_as_the_sheet_shows_them() {
    for format in ["0%", "0.00%", "0.0\\ %", "#,##0.00", "\"%\"0"] {
        let files = unfolded(vec![("book.xlsx".to_owned(), with_percent(format))]);
        let plan = read_with(&files, Vec::new());
        let rates: Vec<String> = plan
            .batch
            .invoices
            .iter()
            .map(|invoice| invoice.invoice.taxes[0].tax.percent.to_string())
            .collect();
        assert_eq!(rates, ["20"], "{format}: {:?}", plan.report.issues);
        assert_eq!(plan.batch.invoices[0].invoice.total.minor, 12_000);
    }
}

#[test]
fn a_sheet_with_little_in_it_and_far_apart_is_refused() {
    let mut wide = Workbook::new();
    let sheet = wide.add_worksheet();
    for row in 0..60_000 {
        sheet.write(row, 299, 1).unwrap();
    }
    assert_eq!(
        told(wide.save_to_buffer().unwrap()),
        ["import-workbook-too-large"]
    );
}

/// A workbook made by hand of these parts, besides those that every one has.
fn by_hand(workbook_pr: &str, sheet: &str, strings: &str) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
    let parts = [
        (
            "[Content_Types].xml",
            format!("<Types xmlns=\"{PACKAGE}/content-types\"/>"),
        ),
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"rId1\" \
                 Type=\"{RELATIONS}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\">{workbook_pr}<sheets><sheet name=\"One\" \
                 sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"rId1\" \
                 Type=\"{RELATIONS}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" \
                 Type=\"{RELATIONS}/externalLink\" Target=\"file:///etc/passwd\" TargetMode=\"External\"/>\
                 </Relationships>"
            ),
        ),
        (
            "xl/styles.xml",
            format!(
                "<styleSheet xmlns=\"{MAIN}\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
            ),
        ),
        (
            "xl/sharedStrings.xml",
            format!("<sst xmlns=\"{MAIN}\">{strings}</sst>"),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!("<worksheet xmlns=\"{MAIN}\">{sheet}</worksheet>"),
        ),
    ];
    let mut book = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (path, text) in parts {
        book.start_file(path, zip::write::SimpleFileOptions::default())
            .unwrap();
        book.write_all(text.as_bytes()).unwrap();
    }
    book.finish().unwrap().into_inner()
}

fn texts(bytes: Vec<u8>) -> Vec<String> {
    let files = unfolded(vec![("book.xlsx".to_owned(), bytes)]);
    let texts = files
        .into_iter()
        .map(|(_, bytes)| String::from_utf8_lossy(&bytes).into_owned());
    texts.collect()
}

#[test]
fn what_a_sheet_claims_of_its_size_proves_nothing() {
    let sheet = "<dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c>\
                 <c r=\"B1\"><f>1+1</f><v>2</v></c><c r=\"C1\" t=\"e\"><f>[1]Other!A1</f><v>#REF!</v></c></row></sheetData>";
    assert_eq!(texts(by_hand("", sheet, "")), ["a,2,#REF!\n"]);
}

#[test]
fn days_count_from_where_the_workbook_says() {
    let sheet = "<sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"><v>44653</v></c></row></sheetData>";
    assert_eq!(texts(by_hand("", sheet, "")), ["2022-04-02\n"]);
    let apple = "<workbookPr date1904=\"1\"/>";
    assert_eq!(texts(by_hand(apple, sheet, "")), ["2026-04-03\n"]);
}

#[test]
fn one_text_in_many_cells_is_counted_as_often_as_it_stands_there() {
    let long = format!("<si><t>{}</t></si>", "x".repeat(1024 * 1024));
    let cells: String = (1..=70)
        .map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>0</v></c></row>"))
        .collect();
    let sheet = format!("<sheetData>{cells}</sheetData>");
    assert_eq!(told(by_hand("", &sheet, &long)), ["import-workbook-too-large"]);
    // What points to no text is no workbook, and no panic.
    let sheet = "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>99</v></c></row></sheetData>";
    let odd = told(by_hand("", sheet, ""));
    assert!(
        matches!(
            odd.as_slice(),
            ["import-workbook-unreadable" | "import-file-empty"]
        ),
        "{odd:?}"
    );
}
