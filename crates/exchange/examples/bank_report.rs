//! Reads bank statements and says what was found: `cargo run -p folio-exchange --example bank_report -- FILE… [--json]`

use std::io::Write;
use std::process::ExitCode;

use folio_exchange::bank::report;

fn main() -> std::io::Result<ExitCode> {
    let (options, files): (Vec<String>, Vec<String>) = std::env::args()
        .skip(1)
        .partition(|argument| argument == "--json");
    let mut out = std::io::stdout().lock();
    let mut code = 0;
    for file in files {
        let report = report(&file, &std::fs::read(&file)?);
        if options.is_empty() {
            writeln!(out, "{report}")?;
        } else {
            writeln!(out, "{}", serde_json::to_string_pretty(&report)?)?;
        }
        code = code.max(report.verdict.exit_code());
    }
    Ok(ExitCode::from(code))
}
