//! The same invoices printed by Folio, typst and WeasyPrint, one after another in one run.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use folio_domain::invoices::{Invoice, Party};
use folio_paper::{PaperInput, PaperSize, render_invoice};
use serde::{Deserialize, Serialize};

use crate::figure::{Report, percentile_ms};
use crate::paper::invoice;

/// Lines of the invoices, how many are printed, and what Folio may take of the faster of the others.
const SIZES: [(u128, usize); 2] = [(10, 20), (500, 4)];

const TYPEFACE: &str = "../ui/node_modules/@expo-google-fonts/noto-sans";

/// What the script of the others reads.
#[derive(Serialize)]
struct Asked {
    fonts: Vec<String>,
    invoices: Vec<Content>,
}

/// What an invoice says.
#[derive(Serialize)]
struct Content {
    seller: Vec<String>,
    buyer: Vec<String>,
    head: Vec<String>,
    columns: Vec<&'static str>,
    lines: Vec<Vec<String>>,
    sums: Vec<[String; 2]>,
    note: String,
}

/// What it answers for each printer.
#[derive(Deserialize)]
struct Others {
    typst: Printed,
    weasyprint: Printed,
}

#[derive(Deserialize)]
struct Printed {
    ms: Vec<f64>,
    bytes: usize,
}

pub fn measure(report: &Report) -> Result<()> {
    let Some(programs) = std::env::var_os("FOLIO_TEST_PRINTERS") else {
        bail!("FOLIO_TEST_PRINTERS is not set: run `cargo xtask bench paper`");
    };
    for (lines, rounds) in SIZES {
        // No two alike, so that nobody gains by remembering a page; the first warms up.
        let invoices = (0..=rounds)
            .map(|nth| invoice(lines, nth))
            .collect::<Result<Vec<_>>>()?;
        let ours = print_ours(&invoices)?;
        let others = print_others(Path::new(&programs), &invoices)?;
        for (name, printed) in [("typst", others.typst), ("weasyprint", others.weasyprint)] {
            let (ms, bytes) = (median_ms(&printed.ms), printed.bytes);
            report.note(&format!("{name}: {lines} lines in {ms:.1} ms, {bytes} bytes"));
            report.figure(&format!("paper.{lines}_lines_to_{name}"), ours / ms, "times", 1.0);
        }
    }
    Ok(())
}

fn print_ours(invoices: &[Invoice]) -> Result<f64> {
    let mut times = Vec::with_capacity(invoices.len());
    for invoice in invoices {
        let begin = Instant::now();
        render_invoice(&PaperInput {
            invoice,
            paper_size: PaperSize::A4,
            attachment: None,
        })?;
        times.push(begin.elapsed());
    }
    times.remove(0);
    Ok(percentile_ms(&mut times, 0.5))
}

fn print_others(programs: &Path, invoices: &[Invoice]) -> Result<Others> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let asked = Asked {
        fonts: [
            "400Regular/NotoSans_400Regular.ttf",
            "700Bold/NotoSans_700Bold.ttf",
        ]
        .map(|file| root.join(TYPEFACE).join(file).display().to_string())
        .into(),
        invoices: invoices.iter().map(content).collect(),
    };
    let mut script = Command::new(programs.join("python3"))
        .arg(root.join("tools/printers.py"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("the other printers cannot be started")?;
    // The pipe is closed behind the question, or the script would wait for more.
    if let Some(mut input) = script.stdin.take() {
        input.write_all(&serde_json::to_vec(&asked)?)?;
    }
    let answer = script.wait_with_output()?;
    if !answer.status.success() {
        bail!("the other printers failed: {}", answer.status);
    }
    serde_json::from_slice(&answer.stdout).context("what the other printers say cannot be read")
}

fn content(invoice: &Invoice) -> Content {
    let lines = invoice.lines.iter().map(|line| {
        let taxes = line.item.taxes.iter().map(|tax| format!("{} %", tax.percent));
        vec![
            line.item.description.clone(),
            format!("{} {}", line.item.quantity, line.item.unit),
            line.item.unit_price.to_string(),
            taxes.collect::<String>(),
            line.amounts.net.to_decimal().to_string(),
        ]
    });
    let sums = [
        ("Subtotal", invoice.taxable_total),
        ("VAT 19 %", invoice.tax_total),
        ("Amount due", invoice.total),
    ];
    Content {
        seller: party(&invoice.seller),
        buyer: party(&invoice.buyer),
        head: vec![
            format!("Invoice {}", invoice.number),
            format!("Issued {}", invoice.issue_date),
            format!("Due {}", invoice.due_date),
            format!("Your reference {}", invoice.reference),
        ],
        columns: vec!["Description", "Quantity", "Price", "Tax", "Amount"],
        lines: lines.collect(),
        sums: sums
            .map(|(name, amount)| {
                let currency = amount.currency.code();
                [name.to_owned(), format!("{currency} {}", amount.to_decimal())]
            })
            .into(),
        note: invoice.note.clone(),
    }
}

fn party(party: &Party) -> Vec<String> {
    let address = &party.address;
    let mut lines = vec![party.name.clone()];
    lines.extend(address.street.lines().map(ToOwned::to_owned));
    lines.extend([
        format!("{} {}", address.postal_code, address.city),
        party.tax_id.clone(),
        party.email.clone(),
        party.phone.clone(),
    ]);
    lines.retain(|line| !line.trim().is_empty());
    lines
}

fn median_ms(times: &[f64]) -> f64 {
    let mut times: Vec<Duration> = times
        .iter()
        .map(|ms| Duration::from_secs_f64(ms / 1_000.0))
        .collect();
    percentile_ms(&mut times, 0.5)
}
