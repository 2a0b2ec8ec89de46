//! Writes a made-up export of another tool into a folder:
//! `cargo run -p folio-exchange --features samples --example import_sample -- TOOL DIR [INVOICES]`

use folio_domain::imports::ImportFormat;
use folio_exchange::imports::sample::sample;

fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let tool = arguments.next().unwrap_or_default();
    let Some(format) = ImportFormat::parse(&tool) else {
        let tools: Vec<&str> = ImportFormat::ALL.iter().map(|format| format.source()).collect();
        return Err(std::io::Error::other(format!(
            "the tool is one of {}",
            tools.join(", ")
        )));
    };
    let folder = std::path::PathBuf::from(arguments.next().unwrap_or_else(|| ".".to_owned()));
    let size = arguments.next().and_then(|size| size.parse().ok()).unwrap_or(160);
    let export = sample(format, 1, size);
    std::fs::create_dir_all(&folder)?;
    for (name, bytes) in &export.files {
        std::fs::write(folder.join(name), bytes)?;
    }
    let issues = export.expected.iter().map(|issue| {
        let file = export.files.get(issue.file).map_or("", |(name, _)| name.as_str());
        let verdict = if issue.refused { "refused" } else { "doubtful" };
        format!("{file}\t{}\t{verdict}\t{}\n", issue.line, issue.message_key)
    });
    std::fs::write(folder.join("expected.tsv"), issues.collect::<String>())
}
