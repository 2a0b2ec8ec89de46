//! Amounts, dates and numbers of accounts.

use folio_domain::Currency;

use crate::bank::text;

#[test]
fn amounts_are_exact() {
    for (written, currency, expected) in [
        ("1234,56", "EUR", Some(123_456)),
        ("1234.5", "EUR", Some(123_450)),
        ("800,", "EUR", Some(80_000)),
        (",5", "EUR", Some(50)),
        ("1.234,56", "EUR", Some(123_456)),
        ("1,234.56", "EUR", Some(123_456)),
        ("000000000147,64", "EUR", Some(14_764)),
        ("-12.00", "EUR", Some(-1_200)),
        ("100", "JPY", Some(100)),
        ("100,00", "JPY", Some(100)),
        ("100,50", "JPY", None),
        ("1,234", "EUR", None),
        ("1,234", "KWD", Some(1_234)),
        ("", "EUR", None),
        (",", "EUR", None),
        ("1 000", "EUR", None),
        ("EUR 5", "EUR", None),
        ("1,2,3", "EUR", None),
        ("90071992547409,91", "EUR", Some(9_007_199_254_740_991)),
        ("90071992547409,92", "EUR", None),
    ] {
        let money = text::amount(written, Currency::parse(currency).unwrap());
        assert_eq!(
            money.as_ref().ok().map(|money| money.minor),
            expected,
            "{written}: {money:?}"
        );
    }
}

#[test]
fn dates_are_real_or_their_months_last() {
    let read = |text: &str| text::iso_day(text).map(|day| (day.date.to_string(), day.moved));
    for (written, expected) in [
        ("2026-03-04", Some(("2026-03-04", false))),
        ("2026-03-04T10:00:00+01:00", Some(("2026-03-04", false))),
        ("2026-03-04+01:00", Some(("2026-03-04", false))),
        ("20260304", Some(("2026-03-04", false))),
        ("20260304120000.000[-5:EST]", Some(("2026-03-04", false))),
        ("2026-02-30", Some(("2026-02-28", true))),
        ("2026-02-31", None),
        ("2026-04-31", None),
        ("2026-13-01", None),
        ("2026-3-4", None),
        ("202603", None),
        ("last week", None),
        ("۲۰۲۶-۰۱-۰۱", None),
        ("2026-0é", None),
    ] {
        let expected = expected.map(|(date, moved)| (date.to_owned(), moved));
        assert_eq!(read(written), expected, "{written}");
    }
    let short = |text: &str| text::short_day(text).map(|day| day.date.to_string());
    assert_eq!(short("790101").as_deref(), Some("2079-01-01"));
    assert_eq!(short("800101").as_deref(), Some("1980-01-01"));
    assert_eq!(short("26é1"), None);
}

#[test]
fn ibans_are_checked() {
    for (iban, shape, checks) in [
        ("DE02120300000000202051", true, true),
        ("DE03120300000000202051", true, false),
        ("GB82WEST12345698765432", true, true),
        ("NO9386011117947", true, true),
        ("DE02", false, false),
        ("12345678901234567890", false, false),
        ("", false, false),
    ] {
        assert_eq!(
            (text::has_iban_shape(iban), text::iban_checks(iban)),
            (shape, checks),
            "{iban}"
        );
    }
}
