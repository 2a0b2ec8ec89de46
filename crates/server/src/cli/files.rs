//! Checking files of the outside world: e-invoices and bank statements. Needs no home and no database.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use folio_exchange::{bank, einvoices};
use serde::Serialize;

use super::arguments::CheckFiles;
use super::say;
use crate::errors::ServerError;

/// The exit code of a file that cannot be read.
const UNREADABLE: u8 = 2;

/// Says what each file is and what is wrong with it; gives the worst exit code.
///
/// # Errors
/// The answer cannot be written.
pub(super) fn check(kind: CheckFiles) -> Result<u8, ServerError> {
    match kind {
        CheckFiles::Einvoice { json, files } => each(&files, |name, bytes| {
            let report = einvoices::report(name, bytes);
            tell(json, &report, report.text().trim_end())?;
            Ok(report.verdict.exit_code())
        }),
        CheckFiles::Bank {
            json,
            account,
            currency,
            files,
        } => {
            let hints = bank::Hints { account, currency };
            each(&files, |name, bytes| {
                let report = bank::report_with(name, bytes, &hints);
                tell(json, &report, report.to_string().trim_end())?;
                Ok(report.verdict.exit_code())
            })
        }
    }
}

fn each(
    files: &[PathBuf],
    mut one: impl FnMut(&str, &[u8]) -> Result<u8, ServerError>,
) -> Result<u8, ServerError> {
    let mut worst = 0;
    for file in files {
        let code = match std::fs::read(file) {
            Ok(bytes) => one(&name(file), &bytes)?,
            Err(error) => {
                // Where standard error is closed there is nobody to tell; the exit code says it too.
                let _ = writeln!(std::io::stderr(), "{}: cannot be read: {error}", file.display());
                UNREADABLE
            }
        };
        worst = worst.max(code);
    }
    Ok(worst)
}

fn name(file: &Path) -> String {
    file.display().to_string()
}

fn tell(json: bool, report: &impl Serialize, text: &str) -> Result<(), ServerError> {
    if json {
        say(serde_json::to_string(report)?)
    } else {
        say(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STATEMENT: &str = ":20:START\r\n:25:10020030/1234567\r\n:28C:1/1\r\n:60F:C260101EUR100,00\r\n\
        :61:2601020102C50,00NTRFNONREF\r\n:86:Invoice 2026-0001\r\n:62F:C260102EUR150,00\r\n-\r\n";

    fn bank(files: &[PathBuf]) -> u8 {
        let files = files.to_vec();
        check(CheckFiles::Bank {
            json: true,
            account: None,
            currency: None,
            files,
        })
        .unwrap()
    }

    #[test]
    fn the_worst_file_gives_the_exit_code() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| {
            let path = folder.path().join(name);
            std::fs::write(&path, text).unwrap();
            path
        };
        let good = write("good.sta", STATEMENT);
        let wrong = write("wrong.sta", &STATEMENT.replace("EUR150", "EUR160"));
        let junk = write("junk.xml", "hello");
        let gone = folder.path().join("gone");
        assert_eq!(bank(std::slice::from_ref(&good)), 0);
        assert_eq!(bank(&[wrong, good.clone()]), 1);
        assert_eq!(bank(&[gone, good]), 2);
        let einvoice = CheckFiles::Einvoice {
            json: false,
            files: vec![junk],
        };
        assert_eq!(check(einvoice).unwrap(), 2);
    }
}
