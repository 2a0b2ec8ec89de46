//! The kinds of value of XML Schema that the tables of [`super::structure`] name.

/// A kind of value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Any text.
    Text,
    /// `xs:decimal`.
    Decimal,
    /// `xs:boolean`.
    Boolean,
    /// `xs:date`.
    Date,
    /// `xs:time`.
    Time,
    /// `xs:base64Binary`.
    Base64,
}

impl Kind {
    /// The kind that XML Schema calls `name`.
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "string" | "token" | "normalizedString" => Self::Text,
            "decimal" => Self::Decimal,
            "boolean" => Self::Boolean,
            "date" => Self::Date,
            "time" => Self::Time,
            "base64Binary" => Self::Base64,
            _ => return None,
        })
    }

    /// Whether `text` is a value of this kind.
    pub(super) fn holds(self, text: &str) -> bool {
        let text = text.trim_matches(|letter: char| letter.is_ascii_whitespace());
        match self {
            Self::Text => true,
            Self::Decimal => decimal(text),
            Self::Boolean => matches!(text, "true" | "false" | "1" | "0"),
            Self::Date => date(text),
            Self::Time => time(text),
            Self::Base64 => base64(text),
        }
    }

    /// What a value of this kind looks like, for a person.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Decimal => "a decimal number, such as 12.50",
            Self::Boolean => "true or false",
            Self::Date => "a date, such as 2026-03-31",
            Self::Time => "a time, such as 10:30:00",
            Self::Base64 => "base64",
        }
    }
}

fn decimal(text: &str) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    are_digits(whole) && are_digits(part) && !(whole.is_empty() && part.is_empty())
}

fn date(text: &str) -> bool {
    let Some((day, zone)) = text.split_at_checked(10) else {
        return false;
    };
    // Years of more than four digits and years before our era are no years of an invoice.
    let shaped = day.bytes().enumerate().all(|(at, byte)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    shaped && day.parse::<jiff::civil::Date>().is_ok() && zone_ok(zone)
}

fn time(text: &str) -> bool {
    let Some((time, rest)) = text.split_at_checked(8) else {
        return false;
    };
    let shaped = time.bytes().enumerate().all(|(at, byte)| match at {
        2 | 5 => byte == b':',
        _ => byte.is_ascii_digit(),
    });
    let zone = match rest.strip_prefix('.') {
        Some(fraction) => fraction.trim_start_matches(|letter: char| letter.is_ascii_digit()),
        None => rest,
    };
    let end_of_day = time == "24:00:00";
    shaped && (end_of_day || time.parse::<jiff::civil::Time>().is_ok()) && zone_ok(zone)
}

fn zone_ok(zone: &str) -> bool {
    if zone.is_empty() || zone == "Z" {
        return true;
    }
    let bytes = zone.as_bytes();
    let &[sign, h1, h2, b':', m1, m2] = bytes else {
        return false;
    };
    let digits = [h1, h2, m1, m2].iter().all(u8::is_ascii_digit);
    let hours = zone
        .get(1..3)
        .and_then(|text| text.parse::<u8>().ok())
        .unwrap_or(u8::MAX);
    let minutes = zone
        .get(4..6)
        .and_then(|text| text.parse::<u8>().ok())
        .unwrap_or(u8::MAX);
    matches!(sign, b'+' | b'-') && digits && (hours < 14 && minutes < 60 || hours == 14 && minutes == 0)
}

fn base64(text: &str) -> bool {
    let mut letters = 0_usize;
    let mut fill = 0_usize;
    for byte in text.bytes() {
        match byte {
            b' ' | b'\t' | b'\r' | b'\n' => {}
            b'=' => fill += 1,
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'+' | b'/' if fill == 0 => letters += 1,
            _ => return false,
        }
    }
    fill <= 2 && (letters + fill).is_multiple_of(4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_as_xml_schema_has_them() {
        let cases: &[(Kind, &[&str], &[&str])] = &[
            (
                Kind::Decimal,
                &["1", "-1.50", " +.5 ", "1."],
                &["", ".", "1,5", "1e3", "1 000", "NaN"],
            ),
            (Kind::Boolean, &["true", "0"], &["", "TRUE", "yes"]),
            (
                Kind::Date,
                &["2024-02-29", "2024-02-29Z", "2024-02-29+14:00"],
                &[
                    "2023-02-29",
                    "20240229",
                    "2024-2-9",
                    "2024-02-29+15:00",
                    "2024-02-29 10:00",
                    "",
                ],
            ),
            (
                Kind::Time,
                &["10:30:00", "24:00:00", "10:30:00.5+01:00"],
                &["10:30", "25:00:00"],
            ),
            (
                Kind::Base64,
                &["", "QUJD", "QUI=\n", "Q U I ="],
                &["QUI", "QU=I", "@@@@"],
            ),
        ];
        for (kind, good, bad) in cases {
            for text in *good {
                assert!(kind.holds(text), "{kind:?} {text:?}");
            }
            for text in *bad {
                assert!(!kind.holds(text), "{kind:?} {text:?}");
            }
        }
    }
}
