//! Names of files that every system can unpack.

use std::collections::{BTreeMap, BTreeSet};

use folio_domain::InvoiceId;

use super::PackInvoice;

/// The most characters of a name, its ending aside.
const NAME_CHARS_MAX: usize = 80;

/// Names that Windows keeps for devices.
const RESERVED: [&str; 4] = ["CON", "PRN", "AUX", "NUL"];

/// `text` as the name of a file: without the characters that a system forbids, without direction marks that would
/// make it look like another, without a dot at either end.
pub(crate) fn safe(text: &str) -> String {
    let allowed = |character: char| match character {
        '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '-',
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '-',
        blank if blank.is_control() || blank.is_whitespace() => ' ',
        other => other,
    };
    let mapped: String = text.chars().map(allowed).collect();
    let words = mapped
        .split(' ')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    let short: String = words.chars().take(NAME_CHARS_MAX).collect();
    let name = short.trim_matches(['.', ' ']);
    let stem = name.split('.').next().unwrap_or_default().to_ascii_uppercase();
    let device = RESERVED.contains(&stem.as_str())
        || (stem.len() == 4 && (stem.starts_with("COM") || stem.starts_with("LPT")));
    if name.is_empty() || device {
        format!("_{name}")
    } else {
        name.to_owned()
    }
}

/// A path for the PDF of each invoice, unlike any other also where case is not told apart.
pub(super) fn paths(invoices: &[PackInvoice<'_>]) -> BTreeMap<InvoiceId, String> {
    let (mut paths, mut taken) = (BTreeMap::new(), BTreeSet::new());
    for one in invoices {
        let stem = safe(&format!("{} {}", one.invoice.number, one.invoice.buyer.name));
        let mut name = stem.clone();
        let mut nth = 2_u32;
        while !taken.insert(name.to_lowercase()) {
            name = format!("{stem} ({nth})");
            nth += 1;
        }
        paths.insert(one.id, format!("invoices/{name}.pdf"));
    }
    paths
}
