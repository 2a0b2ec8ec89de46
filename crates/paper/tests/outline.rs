//! What each paper says, before it has pages: one line of text for each thing on it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop"
)]

use std::fmt::Write as _;

use folio_domain::payments::PaymentMethod;
use folio_paper::{
    Align, Block, Cell, Document, PaperInput, Role, Row, Rule, Text, invoice_document, receipt_document,
    statement_document,
};

mod samples;

use samples::accounts;

fn outline(sample: &samples::Sample) -> String {
    let invoice = sample.invoice();
    let document = invoice_document(&PaperInput {
        invoice: &invoice,
        look: &samples::look(),
        attachment: None,
    })
    .unwrap();
    outline_of(&document)
}

fn outline_of(document: &Document) -> String {
    let mut out = format!(
        "{} | {} | {}\n",
        document.title, document.author, document.footer.content
    );
    blocks(&document.blocks, 0, &mut out);
    out.replace('\u{A0}', "~")
}

fn blocks(all: &[Block], depth: usize, out: &mut String) {
    let indent = "  ".repeat(depth);
    for block in all {
        match block {
            Block::Paragraph(paragraph) => {
                let role = match paragraph.role {
                    Role::Title => "title",
                    Role::Heading => "heading",
                    Role::Body => "text",
                };
                let side = if paragraph.align == Align::End { " →" } else { "" };
                writeln!(out, "{indent}{role}{side} {}", shown(&paragraph.text)).unwrap();
            }
            Block::Columns(columns) => {
                for column in &columns.columns {
                    writeln!(out, "{indent}column {}", column.share).unwrap();
                    blocks(&column.blocks, depth + 1, out);
                }
            }
            Block::Table(table) => {
                writeln!(out, "{indent}table").unwrap();
                let titles: Vec<String> = table
                    .columns
                    .iter()
                    .flat_map(|column| &column.title)
                    .map(shown)
                    .collect();
                if !titles.is_empty() {
                    writeln!(out, "{indent}  # {}", titles.join(" | ")).unwrap();
                }
                for row in &table.rows {
                    writeln!(out, "{indent}  {}", shown_row(row)).unwrap();
                }
                blocks(&table.closing, depth + 1, out);
            }
            Block::Figure(figure) => {
                writeln!(out, "{indent}figure {0}×{0}: {1}", figure.side, figure.alt).unwrap()
            }
            Block::Gap(_) => {}
            Block::Logo(logo) => writeln!(out, "{indent}logo {}", logo.alt).unwrap(),
            Block::StrongRule => writeln!(out, "{indent}====").unwrap(),
            Block::Band(inside) => {
                writeln!(out, "{indent}band").unwrap();
                blocks(inside, depth + 1, out);
            }
            Block::Rule => writeln!(out, "{indent}————").unwrap(),
            Block::Together(blocks_inside) => blocks(blocks_inside, depth, out),
        }
    }
}

fn shown_row(row: &Row) -> String {
    let mark = match row.rule {
        Rule::None => "",
        Rule::Hair => "- ",
        Rule::Strong | Rule::Accent => "= ",
    };
    let cell = |cell: &Cell| cell.texts.iter().map(shown).collect::<Vec<_>>().join(" / ");
    format!(
        "{mark}{}",
        row.cells.iter().map(cell).collect::<Vec<_>>().join(" | ")
    )
}

fn shown(text: &Text) -> String {
    let content = text.content.replace('\n', "⏎");
    if text.style.is_bold {
        format!("*{content}*")
    } else {
        content
    }
}

#[test]
fn english() {
    insta::assert_snapshot!(outline(&samples::english()));
}

#[test]
fn hindi() {
    insta::assert_snapshot!(outline(&samples::hindi()));
}

#[test]
fn tamil() {
    insta::assert_snapshot!(outline(&samples::tamil()));
}

#[test]
fn esperanto_with_tax_in_the_prices() {
    insta::assert_snapshot!(outline(&samples::esperanto()));
}

#[test]
fn yen_without_tax() {
    insta::assert_snapshot!(outline(&samples::yen()));
}

#[test]
fn dinar_with_a_return() {
    insta::assert_snapshot!(outline(&samples::dinar()));
}

#[test]
fn receipt_english() {
    let receipt = accounts::receipt(
        &samples::english(),
        PaymentMethod::BankTransfer,
        "SEPA 4471 / Rowan Tree",
    );
    insta::assert_snapshot!(outline_of(&receipt_document(&receipt, &samples::look()).unwrap()));
}

#[test]
fn statement_english() {
    let statement = accounts::statement(&samples::english(), "SEPA 4471");
    insta::assert_snapshot!(outline_of(
        &statement_document(&statement, &samples::look()).unwrap()
    ));
}

#[test]
fn receipt_hindi() {
    let receipt = accounts::receipt(&samples::hindi(), PaymentMethod::Upi, "यूपीआई ४४७१");
    insta::assert_snapshot!(outline_of(&receipt_document(&receipt, &samples::look()).unwrap()));
}

#[test]
fn statement_hindi() {
    let statement = accounts::statement(&samples::hindi(), "एनईएफ़टी ८८१२१");
    insta::assert_snapshot!(outline_of(
        &statement_document(&statement, &samples::look()).unwrap()
    ));
}

#[test]
fn receipt_tamil() {
    let receipt = accounts::receipt(&samples::tamil(), PaymentMethod::Cheque, "காசோலை 004471");
    insta::assert_snapshot!(outline_of(&receipt_document(&receipt, &samples::look()).unwrap()));
}

#[test]
fn statement_tamil() {
    let statement = accounts::statement(&samples::tamil(), "வங்கி வழி 88121");
    insta::assert_snapshot!(outline_of(
        &statement_document(&statement, &samples::look()).unwrap()
    ));
}

#[test]
fn receipt_esperanto() {
    let receipt = accounts::receipt(&samples::esperanto(), PaymentMethod::Cash, "");
    insta::assert_snapshot!(outline_of(&receipt_document(&receipt, &samples::look()).unwrap()));
}

#[test]
fn statement_esperanto() {
    let statement = accounts::statement(&samples::esperanto(), "Ĝiro ĉe ŝparkaso");
    insta::assert_snapshot!(outline_of(
        &statement_document(&statement, &samples::look()).unwrap()
    ));
}

#[test]
fn receipt_of_a_reversed_payment() {
    let mut receipt = accounts::receipt(&samples::english(), PaymentMethod::Card, "");
    receipt.reversed_on = Some(jiff::civil::date(2026, 11, 20));
    insta::assert_snapshot!(outline_of(&receipt_document(&receipt, &samples::look()).unwrap()));
}

#[test]
fn receipt_against_no_invoice() {
    let mut receipt = accounts::receipt(&samples::english(), PaymentMethod::Other, "");
    receipt.parts.clear();
    receipt.unallocated = receipt.amount;
    insta::assert_snapshot!(outline_of(&receipt_document(&receipt, &samples::look()).unwrap()));
}

#[test]
fn statement_in_two_currencies_and_of_nothing() {
    let sample = samples::english();
    let euro = accounts::statement(&sample, "SEPA 4471");
    let yen = accounts::statement(&samples::yen(), "SWIFT 88121");
    let days = (jiff::civil::date(2025, 1, 1), jiff::civil::date(2025, 1, 31));
    let nothing = accounts::of(&sample, &Default::default(), days);
    let mut both = euro;
    both.sections.extend(yen.sections);
    insta::assert_snapshot!(outline_of(&statement_document(&both, &samples::look()).unwrap()));
    insta::assert_snapshot!(outline_of(
        &statement_document(&nothing, &samples::look()).unwrap()
    ));
}
