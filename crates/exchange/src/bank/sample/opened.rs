//! Files opened together with something of everything: a month missing, one opened twice, a table that asks for its
//! columns, and a file that is no statement.

use folio_domain::bank::{BankSaid, BankStatements};

use super::super::{Format, Opened, Statement, open};
use super::{sample_file, sample_statements};

/// What they say.
#[must_use]
pub fn sample_opened() -> BankStatements {
    let made = one_account();
    let file = |nth: usize| {
        let statements: Vec<Statement> = made.get(nth).cloned().into_iter().collect();
        sample_file(Format::Camt, &statements)
    };
    let table =
        "Date,Description,Amount,Currency\n03/04/2026,Rent,-900.00,EUR\n05/06/2026,INV-0007,120.00,EUR\n";
    let files = [
        ("statement-1.xml", file(0)),
        ("statement-3.xml", file(2)),
        ("statement-1-again.xml", file(0)),
        ("export.csv", table.as_bytes().to_vec()),
        ("letter.pdf", b"%PDF-1.7".to_vec()),
    ];
    let said = BankSaid::default();
    let files: Vec<Opened<'_>> = files
        .iter()
        .map(|(name, bytes)| Opened {
            name,
            bytes,
            said: &said,
        })
        .collect();
    open(&files)
}

/// Three statements of one account in euros that follow on each other.
fn one_account() -> Vec<Statement> {
    let mut made = (0..500).map(|seed| sample_statements(seed, Format::Camt, 3, 8));
    let fits = |statements: &Vec<Statement>| {
        statements.first().is_some_and(|first| {
            first.currency.code() == "EUR" && statements.iter().all(|next| next.account == first.account)
        })
    };
    made.rfind(fits).unwrap_or_default()
}
