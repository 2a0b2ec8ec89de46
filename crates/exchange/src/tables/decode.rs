//! Bytes to text.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// A file's text and whether its encoding had to be guessed.
pub(crate) struct Decoded {
    pub(crate) text: String,
    pub(crate) guessed: bool,
}

/// Reads `bytes` by their byte order mark; without one as UTF-16 when every other byte of the beginning is zero, as
/// UTF-8 when they are valid UTF-8, else as Windows-1252, in which every byte means something.
pub(crate) fn decode(bytes: &[u8]) -> Decoded {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, broken) = encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default());
        return Decoded {
            text: text.into_owned(),
            guessed: broken,
        };
    }
    if let Some(encoding) = wide(bytes) {
        let (text, _broken) = encoding.decode_without_bom_handling(bytes);
        return Decoded {
            text: text.into_owned(),
            guessed: true,
        };
    }
    if let Some(text) = UTF_8.decode_without_bom_handling_and_without_replacement(bytes) {
        return Decoded {
            text: text.into_owned(),
            guessed: false,
        };
    }
    let (text, _broken) = WINDOWS_1252.decode_without_bom_handling(bytes);
    Decoded {
        text: text.into_owned(),
        guessed: true,
    }
}

fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let beginning = bytes.get(..bytes.len().min(400))?;
    let zeros = |offset: usize| {
        beginning
            .iter()
            .skip(offset)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let pairs = beginning.len() / 2;
    if pairs < 4 {
        return None;
    }
    match (zeros(0) * 2 > pairs, zeros(1) * 2 > pairs) {
        (true, false) => Some(UTF_16BE),
        (false, true) => Some(UTF_16LE),
        _ => None,
    }
}
