//! Checks e-invoices and says what was found: `cargo run -p folio-exchange --example einvoice_report -- [--json|--brief]
//! FILE…`. Ends with the worst verdict: 0 valid, 1 breaks rules, 2 cannot be read.

use std::io::Write;
use std::process::ExitCode;

use folio_exchange::einvoices::{Report, report};

fn main() -> std::io::Result<ExitCode> {
    let (options, files): (Vec<String>, Vec<String>) = std::env::args()
        .skip(1)
        .partition(|argument| argument.starts_with("--"));
    let mut worst = 0;
    let mut out = std::io::stdout().lock();
    for file in files {
        let report = report(&file, &std::fs::read(&file)?);
        worst = worst.max(report.verdict.exit_code());
        match options.first().map(String::as_str) {
            Some("--json") => writeln!(out, "{}", serde_json::to_string(&report)?)?,
            Some("--brief") => writeln!(out, "{}", brief(&report))?,
            _ => write!(out, "{}", report.text())?,
        }
    }
    Ok(ExitCode::from(worst))
}

fn brief(report: &Report) -> String {
    let mut rules: Vec<&str> = report
        .findings
        .iter()
        .map(|finding| finding.rule.as_str())
        .collect();
    rules.sort_unstable();
    rules.dedup();
    let why = report.unreadable.as_deref().unwrap_or_default();
    format!(
        "{}\t{}\t{}{why}",
        report.name,
        report.verdict.exit_code(),
        rules.join(",")
    )
}
