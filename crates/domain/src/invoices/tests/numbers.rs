use crate::invoices::Series;

fn series(pattern: &str, next: i64, restarts_yearly: bool) -> Series {
    Series {
        name: "invoices".to_owned(),
        pattern: pattern.to_owned(),
        next,
        spent: 0,
        restarts_yearly,
        year: None,
    }
}

#[test]
fn numbers_are_written_by_the_pattern() {
    for (pattern, next, expected) in [
        ("YYYY-0000", 1, "2026-0001"),
        ("YYYY-0000", 12_345, "2026-12345"),
        ("INV-000/YYYY", 7, "INV-007/2026"),
        ("#", 41, "41"),
    ] {
        let (number, text, after) = series(pattern, next, false).take(2026).unwrap();
        assert_eq!(
            (number, text.as_str(), after.next),
            (next, expected, next + 1),
            "{pattern}"
        );
    }
}

#[test]
fn a_pattern_needs_one_place() {
    for pattern in ["", "YYYY", "0-0"] {
        assert!(series(pattern, 1, false).take(2026).is_err(), "{pattern:?}");
    }
}

#[test]
fn a_yearly_series_begins_again_and_a_closed_year_stays_closed() {
    let (_, first, after) = series("YYYY-00", 9, true).take(2026).unwrap();
    let (_, second, after) = after.take(2027).unwrap();
    assert_eq!((first.as_str(), second.as_str()), ("2026-09", "2027-01"));
    assert!(after.take(2026).is_err(), "2026-02 may be another invoice's");
}
