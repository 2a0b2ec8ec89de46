//! From a file's bytes to the XML of an e-invoice, within limits.

use std::borrow::Cow;

use en16931_formats::zugferd::{self, Limits};
use encoding_rs::Encoding;

use super::errors::ReadError;
use super::survey::survey;

/// The largest file that is looked at.
pub const BYTES_MAX: usize = 100 << 20;
/// The largest XML that is read, as a file or out of a PDF.
pub const XML_BYTES_MAX: usize = 32 << 20;

/// What an e-invoice inside a PDF is called when no published form names it.
pub(super) const OTHER_NAME: &str = "einvoice.xml";

/// How far into a file its PDF signature may stand (ISO 32000-1, annex H).
const SIGNATURE_WITHIN: usize = 1024;

/// The file inside a PDF that the invoice was read from.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Attachment {
    /// Its name.
    pub name: String,
    /// What is odd about how the PDF carries it: none of it makes the invoice invalid.
    pub remarks: Vec<String>,
}

/// The XML of an e-invoice.
#[derive(Debug)]
pub(super) struct Document {
    /// The XML, decoded, without its XML declaration.
    pub(super) text: String,
    /// The file inside the PDF, for a PDF.
    pub(super) attachment: Option<Attachment>,
}

/// Finds the XML in `bytes`: the file itself, or the e-invoice that a PDF carries.
pub(super) fn open(bytes: &[u8]) -> Result<Document, ReadError> {
    within("the file", bytes.len(), BYTES_MAX)?;
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ReadError::Empty);
    }
    match pdf(bytes) {
        Some(pdf) => carried(pdf),
        None => Ok(Document {
            text: text(bytes)?,
            attachment: None,
        }),
    }
}

fn within(what: &'static str, bytes: usize, max: usize) -> Result<(), ReadError> {
    if bytes > max {
        return Err(ReadError::TooLarge { what, bytes, max });
    }
    Ok(())
}

/// The PDF in `bytes`, from its signature on.
fn pdf(bytes: &[u8]) -> Option<&[u8]> {
    let head = bytes.get(..bytes.len().min(SIGNATURE_WITHIN))?;
    let at = head.windows(5).position(|window| window == b"%PDF-")?;
    // XML may speak of a PDF in a comment; what begins as markup is markup.
    let before = head.get(..at)?;
    if before.contains(&b'<') {
        return None;
    }
    bytes.get(at..)
}

/// The file called `name` inside a PDF; none where there is none.
///
/// # Errors
/// No PDF, or one that cannot be read.
pub fn attached(pdf: &[u8], name: &str) -> Result<Option<Vec<u8>>, String> {
    let limits = Limits::new().with_max_stream_bytes(XML_BYTES_MAX);
    let mut files = zugferd::embedded_files(pdf, &limits).map_err(|error| error.to_string())?;
    Ok(files.remove(name))
}

fn carried(pdf: &[u8]) -> Result<Document, ReadError> {
    let limits = Limits::new().with_max_stream_bytes(XML_BYTES_MAX);
    let found = match zugferd::extract(pdf, &limits) {
        Ok(found) => found,
        Err(error) => {
            let zugferd::Error::NoInvoice { found, .. } = &error else {
                return Err(ReadError::Pdf(error.to_string()));
            };
            let other = otherwise_named(pdf, found, &limits)?;
            return other.ok_or_else(|| ReadError::NoneInPdf(error.to_string()));
        }
    };
    Ok(Document {
        text: text(&found.xml)?,
        attachment: Some(Attachment {
            name: found.filename,
            remarks: found.divergence.iter().map(ToString::to_string).collect(),
        }),
    })
}

/// The e-invoice of a PDF that carries none under the names of Factur-X and its predecessors, but one under the name
/// that this program gives to invoices of other forms.
fn otherwise_named(pdf: &[u8], names: &[String], limits: &Limits) -> Result<Option<Document>, ReadError> {
    let Some(name) = names.iter().find(|name| name.eq_ignore_ascii_case(OTHER_NAME)) else {
        return Ok(None);
    };
    let mut files =
        zugferd::embedded_files(pdf, limits).map_err(|error| ReadError::Pdf(error.to_string()))?;
    let Some(xml) = files.remove(name) else {
        return Ok(None);
    };
    Ok(Some(Document {
        text: text(&xml)?,
        attachment: Some(Attachment {
            name: name.clone(),
            remarks: Vec::new(),
        }),
    }))
}

/// The XML as text that can be parsed without fear.
fn text(bytes: &[u8]) -> Result<String, ReadError> {
    within("the XML", bytes.len(), XML_BYTES_MAX)?;
    let decoded = decode(bytes)?;
    let text = without_declaration(&decoded).to_owned();
    survey(&text)?;
    Ok(text)
}

/// The letters of `bytes`: by the byte order mark, else by the declaration, else UTF-8 (XML 1.0, appendix F).
fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, ReadError> {
    let (encoding, rest) = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => (encoding, bytes.get(mark..).unwrap_or_default()),
        None => (declared(bytes)?, bytes),
    };
    encoding
        .decode_without_bom_handling_and_without_replacement(rest)
        .ok_or_else(|| ReadError::Encoding(encoding.name().to_owned()))
}

fn declared(bytes: &[u8]) -> Result<&'static Encoding, ReadError> {
    match bytes {
        [b'<', 0, ..] => return Ok(encoding_rs::UTF_16LE),
        [0, b'<', ..] => return Ok(encoding_rs::UTF_16BE),
        _ => {}
    }
    let Some(name) = declared_name(bytes) else {
        return Ok(encoding_rs::UTF_8);
    };
    Encoding::for_label(name).ok_or_else(|| ReadError::Encoding(String::from_utf8_lossy(name).into_owned()))
}

/// What the XML declaration says after `encoding=`.
fn declared_name(bytes: &[u8]) -> Option<&[u8]> {
    let rest = bytes.strip_prefix(b"<?xml")?;
    let end = rest.windows(2).take(200).position(|pair| pair == b"?>")?;
    let declaration = rest.get(..end)?;
    let at = declaration.windows(8).position(|word| word == b"encoding")?;
    let value = declaration.get(at + 8..)?.trim_ascii_start().strip_prefix(b"=")?;
    let value = value.trim_ascii_start();
    let (quote, value) = value.split_first()?;
    let end = value.iter().position(|byte| byte == quote)?;
    value.get(..end)
}

/// `text` without its XML declaration, whose encoding no longer holds. Line numbers stay.
fn without_declaration(text: &str) -> &str {
    match text.strip_prefix("<?xml").and_then(|rest| rest.split_once("?>")) {
        Some((_declaration, rest)) => rest,
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Result<String, ReadError> {
        open(bytes).map(|document| document.text)
    }

    #[test]
    fn the_encodings_of_xml_are_read() {
        let utf16: Vec<u8> = "<?xml version='1.0'?><a>é</a>"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let marked = [b"\xFF\xFE".as_slice(), &utf16].concat();
        let cases: &[(&[u8], &str)] = &[
            ("<a>é</a>".as_bytes(), "<a>é</a>"),
            (b"\xEF\xBB\xBF<a>\xC3\xA9</a>", "<a>é</a>"),
            (
                b"<?xml version=\"1.0\" encoding='ISO-8859-1'?>\n<a>\xE9</a>",
                "\n<a>é</a>",
            ),
            (&utf16, "<a>é</a>"),
            (&marked, "<a>é</a>"),
        ];
        for (bytes, expect) in cases {
            assert_eq!(read(bytes).as_deref(), Ok(*expect));
        }
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert_eq!(read(b" \n"), Err(ReadError::Empty));
        assert_eq!(read(b"<a>\xE9</a>"), Err(ReadError::Encoding("UTF-8".to_owned())));
        let unknown = b"<?xml version='1.0' encoding='klingon'?><a/>";
        assert_eq!(read(unknown), Err(ReadError::Encoding("klingon".to_owned())));
        assert!(matches!(read(b"%PDF-1.7 no more"), Err(ReadError::Pdf(_))));
    }
}
