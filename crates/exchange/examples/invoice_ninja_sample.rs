//! Writes a made-up export of Invoice Ninja into a folder:
//! `cargo run -p folio-exchange --features samples --example invoice_ninja_sample -- DIR [INVOICES]`

use folio_exchange::invoice_ninja::sample::{FILE_NAMES, sample_invoice_ninja};

fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let folder = std::path::PathBuf::from(arguments.next().unwrap_or_else(|| ".".to_owned()));
    let size = arguments.next().and_then(|size| size.parse().ok()).unwrap_or(400);
    let export = sample_invoice_ninja(1, size);
    std::fs::create_dir_all(&folder)?;
    for (name, bytes) in FILE_NAMES
        .iter()
        .zip([export.clients_csv, export.invoices_csv, export.payments_csv])
    {
        std::fs::write(folder.join(name), bytes)?;
    }
    let issues = export.expected.iter().map(|issue| {
        let file = FILE_NAMES.get(issue.file).copied().unwrap_or_default();
        let verdict = if issue.refused { "refused" } else { "doubtful" };
        format!("{file}\t{}\t{verdict}\t{}\n", issue.line, issue.message_key)
    });
    std::fs::write(folder.join("expected.tsv"), issues.collect::<String>())
}
