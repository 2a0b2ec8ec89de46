//! Address books whose lines were folded without looking at letters.

/// An address book that is no UTF-8 only because lines were folded within a letter, put together: the breaks stand
/// after the line instead, so that lines count as before.
pub(crate) fn mended(bytes: &[u8]) -> Option<Vec<u8>> {
    let begin = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let is_book = begin
        .get(..11)
        .is_some_and(|start| start.eq_ignore_ascii_case(b"BEGIN:VCARD"));
    if !is_book || std::str::from_utf8(bytes).is_ok() {
        return None;
    }
    let mut whole = Vec::with_capacity(begin.len());
    let mut breaks = 0;
    for line in begin.split_inclusive(|byte| *byte == b'\n') {
        match line {
            [b' ' | b'\t', more @ ..] if !whole.is_empty() => {
                let end = whole.iter().rposition(|byte| !matches!(byte, b'\r' | b'\n'));
                whole.truncate(end.map_or(0, |end| end + 1));
                breaks += 1;
                whole.extend_from_slice(more);
            }
            _ => {
                whole.extend(std::iter::repeat_n(b'\n', breaks));
                breaks = 0;
                whole.extend_from_slice(line);
            }
        }
    }
    std::str::from_utf8(&whole).is_ok().then_some(whole)
}
