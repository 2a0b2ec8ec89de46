//! Where things lie in an export.

use std::collections::BTreeSet;

use folio_domain::invoices::Invoice;

use crate::month_pack::safe_name;

/// The path of the lines of a table: of records that a person made, or of what the server knows beside them.
#[must_use]
pub fn of_kind(table: &str, is_record: bool) -> String {
    let folder = if is_record { "records" } else { "server" };
    format!("{folder}/{table}.jsonl")
}

/// Gives out paths, none of them twice, also where case is not told apart.
#[derive(Default)]
pub struct Paths {
    taken: BTreeSet<String>,
}

impl Paths {
    /// A path for an invoice's PDF: its year, its number, its client.
    pub fn invoice(&mut self, invoice: &Invoice) -> String {
        let stem = safe_name(&format!("{} {}", invoice.number, invoice.buyer.name));
        let year = invoice.issue_date.year();
        let mut path = format!("invoices/{year:04}/{stem}.pdf");
        let mut nth = 2_u32;
        while !self.taken.insert(path.to_lowercase()) {
            path = format!("invoices/{year:04}/{stem} ({nth}).pdf");
            nth += 1;
        }
        path
    }

    /// A path for a document's version: its hash, then the name it was brought with. None where the same bytes lie
    /// under the same name already.
    pub fn file(&mut self, sha256: &str, file_name: &str) -> Option<String> {
        let path = Self::of_file(sha256, file_name);
        self.taken.insert(path.to_lowercase()).then_some(path)
    }

    /// The same path, whether it was given out or not.
    #[must_use]
    pub fn of_file(sha256: &str, file_name: &str) -> String {
        format!("files/{}/{}", safe_name(sha256), safe_name(file_name))
    }
}
