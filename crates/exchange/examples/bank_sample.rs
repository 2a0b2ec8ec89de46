//! Writes made-up bank statements, one file of each format, into a folder:
//! `cargo run -p folio-exchange --features samples --example bank_sample -- DIR [ENTRIES]`

use folio_exchange::bank::Format;
use folio_exchange::bank::sample::{OfxStyle, sample_file, sample_ofx, sample_statements};

fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let folder = std::path::PathBuf::from(arguments.next().unwrap_or_else(|| ".".to_owned()));
    let entries = arguments
        .next()
        .and_then(|entries| entries.parse().ok())
        .unwrap_or(40);
    std::fs::create_dir_all(&folder)?;
    let files = [
        ("statement.xml", Format::Camt),
        ("statement.sta", Format::Mt940),
        ("statement.ofx", Format::Ofx),
        ("statement.csv", Format::Csv),
    ];
    for (name, format) in files {
        let statements = sample_statements(1, format, 3, entries);
        std::fs::write(folder.join(name), sample_file(format, &statements))?;
    }
    let statements = sample_statements(1, Format::Ofx, 3, entries);
    std::fs::write(
        folder.join("statement-2.ofx"),
        sample_ofx(&statements, OfxStyle::Xml),
    )
}
