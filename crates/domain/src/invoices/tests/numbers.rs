use crate::invoices::Series;

fn series(pattern: &str, next: i64, restarts_yearly: bool) -> Series {
    Series {
        name: "invoices".to_owned(),
        pattern: pattern.to_owned(),
        next,
        spent: 0,
        restarts_yearly,
        year: None,
        nexts: std::collections::BTreeMap::new(),
    }
}

fn free(_text: &str) -> bool {
    false
}

#[test]
fn numbers_are_written_by_the_pattern() {
    for (pattern, next, expected) in [
        ("YYYY-0000", 1, "2026-0001"),
        ("YYYY-0000", 12_345, "2026-12345"),
        ("INV-000/YYYY", 7, "INV-007/2026"),
        ("#", 41, "41"),
    ] {
        let (number, text, after) = series(pattern, next, false).take(2026, free).unwrap();
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
        assert!(series(pattern, 1, false).take(2026, free).is_err(), "{pattern:?}");
    }
}

/// What `series` gives in these years, one after the other, where `held` are taken, and the series after them.
fn given(mut series: Series, years: &[i16], held: &[&str]) -> (Vec<String>, Series) {
    let mut texts = Vec::new();
    for year in years {
        let (_, text, after) = series.take(*year, |text| held.contains(&text)).unwrap();
        texts.push(text);
        series = after;
    }
    (texts, series)
}

#[test]
fn a_yearly_series_counts_each_year_for_itself() {
    let (texts, after) = given(series("YYYY-00", 9, true), &[2026, 2027, 2026, 2025, 2027], &[]);
    assert_eq!(texts, ["2026-09", "2027-01", "2026-10", "2025-01", "2027-02"]);
    assert_eq!((after.spent, after.next, after.year), (5, 3, Some(2027)));
}

#[test]
fn a_series_of_an_earlier_version_goes_on_in_every_year() {
    let old =
        r#"{"name":"invoices","pattern":"YYYY-00","next":2,"spent":3,"restarts_yearly":true,"year":2027}"#;
    let old: Series = serde_json::from_str(old).unwrap();
    let held = ["2026-01", "2026-02", "2027-01"];
    let (texts, _) = given(old, &[2026, 2027, 2026], &held);
    assert_eq!(texts, ["2026-03", "2027-02", "2026-04"]);
}

#[test]
fn numbers_that_imported_invoices_hold_are_passed_over() {
    let (texts, after) = given(series("YYYY-00", 3, true), &[2026, 2026], &["2026-04", "2026-05"]);
    assert_eq!(texts, ["2026-03", "2026-06"]);
    assert_eq!(after.spent, 2);
    assert!(series("0", 1, false).take(2026, |_| true).is_err(), "it ends");
}

#[test]
fn numbers_are_looked_up_until_one_is_free() {
    let series = series("0", 1, false);
    let (mut known, mut rounds) = (0, 0);
    loop {
        let texts = series
            .texts_to_look_up(2026, |text| text.parse::<usize>().unwrap() <= known.min(700))
            .unwrap();
        if texts.len() == known {
            break;
        }
        (known, rounds) = (texts.len(), rounds + 1);
    }
    assert!(known > 700 && rounds <= 4, "{known} in {rounds} rounds");
}
