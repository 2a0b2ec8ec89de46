//! Bytes to text.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// A file's text and whether its encoding had to be guessed.
pub(crate) struct Decoded {
    pub(crate) text: String,
    pub(crate) guessed: bool,
}

/// Reads `bytes` by their byte order mark; without one as UTF-16 when every other byte of the beginning is zero, as
/// UTF-8 when they are valid UTF-8, else as the beginning says (XML's `encoding`, OFX's `CHARSET`), else as
/// Windows-1252, in which every byte means something.
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
            guessed: !is_declared_wide(&text),
            text: text.into_owned(),
        };
    }
    if let Some(text) = UTF_8.decode_without_bom_handling_and_without_replacement(bytes) {
        return Decoded {
            text: text.into_owned(),
            guessed: false,
        };
    }
    if let Some((text, false)) = declared(bytes).map(|known| known.decode_without_bom_handling(bytes)) {
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

/// How far into a file it may say its encoding.
const HEAD_BYTES: usize = 400;

/// The encoding of single bytes that a file says it is in, where it is a known one.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(HEAD_BYTES))?;
    let after = |mark: &str| {
        let at = head
            .windows(mark.len())
            .position(|window| window == mark.as_bytes())?;
        head.get(at + mark.len()..)
    };
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_.:".contains(byte);
    let word = |text: &[u8]| -> Vec<u8> {
        let begin = text.iter().skip_while(|byte| b" =\"'".contains(byte));
        begin.take_while(|byte| is_part(byte)).copied().collect()
    };
    let said = if head.starts_with(b"<?xml") {
        word(after("encoding")?)
    } else {
        let charset = word(after("CHARSET:")?);
        // OFX names code pages of Windows by their numbers.
        let is_page = charset.iter().all(u8::is_ascii_digit);
        if is_page {
            [b"windows-".as_slice(), &charset].concat()
        } else {
            charset
        }
    };
    Encoding::for_label(&said).filter(|known| known.is_single_byte())
}

/// Whether a text that was read as UTF-16 says that it is.
fn is_declared_wide(text: &str) -> bool {
    let head = text.split_once("?>").map_or("", |(head, _)| head);
    head.starts_with("<?xml") && head.to_ascii_lowercase().contains("utf-16")
}

fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let beginning = bytes.get(..bytes.len().min(HEAD_BYTES))?;
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
