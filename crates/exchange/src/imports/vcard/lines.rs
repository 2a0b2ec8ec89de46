//! The lines of address books: long ones are folded, and those of version 2.1 may be quoted-printable (RFC 2045, 6.7).

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// Lines without the breaks that were put into long ones, with the line on which each begins.
pub(super) fn unfolded(text: &str) -> Vec<(u32, String)> {
    let mut lines: Vec<(u32, String)> = Vec::new();
    for (line, content) in (1_u32..).zip(text.lines()) {
        let Some((_, begun)) = lines.last_mut() else {
            lines.push((line, content.to_owned()));
            continue;
        };
        let is_soft = begun.ends_with('=')
            && begun
                .split_once(':')
                .is_some_and(|(head, _)| is_quoted_printable(head));
        if is_soft {
            begun.pop();
            begun.push_str(content);
        } else if let Some(more) = content.strip_prefix([' ', '\t']) {
            begun.push_str(more);
        } else {
            lines.push((line, content.to_owned()));
        }
    }
    lines
}

/// Whether what stands before a property's colon says that its value is quoted-printable.
pub(super) fn is_quoted_printable(head: &str) -> bool {
    let mut parameters = head.split(';').skip(1);
    parameters.any(|parameter| {
        let encoding = parameter.split_once('=').map_or(parameter, |(name, value)| {
            if name.eq_ignore_ascii_case("encoding") {
                value
            } else {
                ""
            }
        });
        encoding
            .trim_matches('"')
            .eq_ignore_ascii_case("quoted-printable")
    })
}

/// A value that is quoted-printable, in the encoding of that name; without one in UTF-8, or where it is none in
/// Windows-1252. What is no code stays as it is.
pub(super) fn from_quoted_printable(value: &str, charset: &str) -> String {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let code = after.get(..2).filter(|_| *first == b'=');
        let code = code.and_then(|code| std::str::from_utf8(code).ok());
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    let named = Encoding::for_label(charset.trim_matches('"').as_bytes());
    let plain = UTF_8.decode_without_bom_handling_and_without_replacement(&bytes);
    match (named, plain) {
        (Some(named), _) if named != UTF_8 => named.decode_without_bom_handling(&bytes).0.into_owned(),
        (_, Some(text)) => text.into_owned(),
        (_, None) => WINDOWS_1252.decode_without_bom_handling(&bytes).0.into_owned(),
    }
}
