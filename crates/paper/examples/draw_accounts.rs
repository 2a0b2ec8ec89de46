//! Times the drawing of sample receipts and statements and, given a folder, writes them there to be looked at.
//!
//! `cargo run --release -p folio-paper --example draw_accounts [-- FOLDER]`

#![allow(clippy::print_stdout, reason = "an example talks to its reader")]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "an example may stop"
)]

use std::time::Instant;

use folio_domain::payments::PaymentMethod;
use folio_paper::{Paper, PaperError, render_receipt, render_statement};
use jiff::civil::date;

#[path = "../tests/samples/mod.rs"]
mod samples;

use samples::accounts;

fn main() {
    let languages = [
        (samples::english(), "SEPA 4471 / Rowan Tree"),
        (samples::hindi(), "एनईएफ़टी ८८१२१"),
        (samples::tamil(), "வங்கி வழி 88121"),
        (samples::esperanto(), "Ĝiro ĉe ŝparkaso"),
    ];
    for (sample, reference) in &languages {
        let tag = sample.language.tag();
        let mut receipt = accounts::receipt(sample, PaymentMethod::BankTransfer, reference);
        drawn(&format!("receipt-{tag}"), || {
            render_receipt(&receipt, samples::plain())
        });
        receipt.reversed_on = Some(date(2026, 11, 20));
        drawn(&format!("reversed-{tag}"), || {
            render_receipt(&receipt, samples::plain())
        });
        let mut statement = accounts::statement(sample, reference);
        drawn(&format!("statement-{tag}"), || {
            render_statement(&statement, samples::plain())
        });
        statement
            .sections
            .extend(accounts::statement(&samples::yen(), "SWIFT").sections);
        drawn(&format!("currencies-{tag}"), || {
            render_statement(&statement, samples::plain())
        });
    }
    for count in [60, 600] {
        let statement = accounts::long(&samples::english(), count);
        drawn(&format!("statement-{count}"), || {
            render_statement(&statement, samples::plain())
        });
    }
}

fn drawn(name: &str, draw: impl Fn() -> Result<Paper, PaperError>) {
    let start = Instant::now();
    let paper = draw().expect("a paper");
    println!("{name}: {:?}, {} bytes", start.elapsed(), paper.bytes.len());
    if let Some(folder) = std::env::args().nth(1) {
        let path = std::path::Path::new(&folder).join(format!("{name}.pdf"));
        std::fs::write(path, paper.bytes).expect("a file");
    }
}
