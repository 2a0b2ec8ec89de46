//! What is written from the model is read back to the same model.

use proptest::prelude::*;

use crate::bank::sample::{OfxStyle, sample_file, sample_ofx, sample_statements};
use crate::bank::*;

const FORMATS: [Format; 4] = [Format::Camt, Format::Mt940, Format::Ofx, Format::Csv];

/// The model knows where things stood in a file; the made-up one stood nowhere.
fn without_places(mut statements: Vec<Statement>) -> Vec<Statement> {
    for statement in &mut statements {
        statement.place = Place::default();
        for balance in [&mut statement.opening, &mut statement.closing]
            .into_iter()
            .flatten()
        {
            balance.place = Place::default();
        }
        for entry in &mut statement.entries {
            entry.place = Place::default();
        }
    }
    statements
}

fn same_again(bytes: &[u8], format: Format, statements: &[Statement]) -> Result<(), TestCaseError> {
    let report = report("sample", bytes);
    prop_assert_eq!(report.format, Some(format));
    let notes_only = report
        .findings
        .iter()
        .all(|finding| finding.severity == Severity::Note);
    prop_assert!(notes_only, "{}\n{}", report, String::from_utf8_lossy(bytes));
    let read = without_places(report.statements);
    for (read, made) in read.iter().zip(statements) {
        for (read, made) in read.entries.iter().zip(&made.entries) {
            prop_assert_eq!(read, made);
        }
    }
    prop_assert_eq!(&read, statements, "{}", String::from_utf8_lossy(bytes));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_format(seed in any::<u64>(), count in 1_usize..4, entries in 1_usize..25) {
        for format in FORMATS {
            let statements = sample_statements(seed, format, count, entries);
            same_again(&sample_file(format, &statements), format, &statements)?;
        }
        let statements = sample_statements(seed, Format::Ofx, count, entries);
        same_again(&sample_ofx(&statements, OfxStyle::Xml), Format::Ofx, &statements)?;
    }
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    for format in FORMATS {
        let file = || sample_file(format, &sample_statements(7, format, 2, 9));
        assert_eq!(file(), file());
        let other = sample_file(format, &sample_statements(8, format, 2, 9));
        assert_ne!(file(), other);
    }
}
