//! Times the printing of sample invoices and, given a folder, writes them there to be looked at.
//!
//! `cargo run --release -p folio-paper --example time_invoice [-- FOLDER]`

#![allow(clippy::print_stdout, reason = "an example talks to its reader")]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "an example may stop"
)]

use std::time::{Duration, Instant};

use folio_paper::{PaperInput, check_invoice, render_invoice};

#[path = "../tests/samples/mod.rs"]
mod samples;

fn main() {
    let folder = std::env::args().nth(1);
    let all = [
        ("english_10_lines", samples::english()),
        ("hindi", samples::hindi()),
        ("tamil", samples::tamil()),
        ("esperanto", samples::esperanto()),
        ("yen", samples::yen()),
        ("dinar", samples::dinar()),
        ("arabic_name", samples::arabic_name()),
        ("lines_60", samples::long(60)),
        ("lines_500", samples::long(500)),
    ];
    for (name, sample) in all {
        let invoice = sample.invoice();
        let input = PaperInput {
            invoice: &invoice,
            look: samples::plain(),
            attachment: None,
        };
        let start = Instant::now();
        let bytes = render_invoice(&input).expect("a paper");
        let first = start.elapsed();
        let whole = median(|| {
            render_invoice(&input).expect("a paper");
        });
        let layout = median(|| {
            check_invoice(&input).expect("a paper");
        });
        println!(
            "{name}: first {first:?}, median {whole:?} (layout {layout:?}), {} bytes",
            bytes.len()
        );
        if let Some(folder) = &folder {
            std::fs::write(std::path::Path::new(folder).join(format!("{name}.pdf")), bytes).expect("a file");
        }
    }
}

fn median(mut job: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..20)
        .map(|_| {
            let start = Instant::now();
            job();
            start.elapsed()
        })
        .collect();
    times.sort();
    times[times.len() / 2]
}
