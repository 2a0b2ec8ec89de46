//! What printpdf does not write: metadata, colour meaning, structure, fixed ids, and the file around it.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use jiff::civil::Date;
use lopdf::{Dictionary, Document, Object, SaveOptions, Stream, StringFormat};
use sha2::{Digest, Sha256};

use super::structure::{self, Marks};
use super::{About, attachments, colour, images};
use crate::error::PaperError;
use crate::layout::Pages;

const PRODUCER: &str = concat!("Folio ", env!("CARGO_PKG_VERSION"));

/// `text` as PDF wants text outside ASCII: UTF-16, big end first, with its mark.
pub(super) fn utf16(text: &str) -> Vec<u8> {
    let mut bytes = vec![0xFE, 0xFF];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    bytes
}

fn text(text: &str) -> Object {
    Object::String(utf16(text), StringFormat::Hexadecimal)
}

/// Turns printpdf's document into the bytes of a tagged file with the structure of PDF/A-3.
pub(super) fn finish(
    mut document: Document,
    pages: &Pages,
    marks: &Marks<'_>,
    about: &About,
) -> Result<Vec<u8>, PaperError> {
    let failed = |failure: &dyn std::fmt::Display| PaperError::Write(failure.to_string());
    document.version = "1.7".to_owned();
    let page_ids: Vec<_> = document.get_pages().into_values().collect();
    for (number, page) in page_ids.iter().enumerate() {
        let page = document
            .get_dictionary_mut(*page)
            .map_err(|failure| failed(&failure))?;
        page.set("StructParents", i64::try_from(number).unwrap_or(0));
        page.set("Tabs", "S");
        page.remove(b"Annots");
    }
    if let Some(logo) = &pages.logo {
        images::add(&mut document, logo, &page_ids).map_err(|failure| failed(&failure))?;
    }
    let structure = structure::add(&mut document, pages, marks, &page_ids);
    let metadata = document.add_object(xmp(about));
    let intent = output_intent(&mut document);
    let info = document.add_object(info(about));
    let attached = about
        .attachment
        .as_ref()
        .map(|attachment| attachments::add(&mut document, attachment, about));
    let catalog = document.catalog_mut().map_err(|failure| failed(&failure))?;
    catalog.set("Lang", Object::string_literal(about.language));
    catalog.set(
        "MarkInfo",
        Dictionary::from_iter([("Marked", Object::Boolean(true))]),
    );
    catalog.set("StructTreeRoot", Object::Reference(structure));
    catalog.set(
        "ViewerPreferences",
        Dictionary::from_iter([("DisplayDocTitle", Object::Boolean(true))]),
    );
    catalog.set("Metadata", Object::Reference(metadata));
    catalog.set("OutputIntents", Object::Array(vec![intent]));
    if let Some((names, files)) = attached {
        catalog.set("Names", names);
        catalog.set("AF", files);
    }
    if let Ok(Object::Reference(old)) = document.trailer.get(b"Info").cloned() {
        document.objects.remove(&old);
    }
    document.trailer.set("Info", Object::Reference(info));
    compress(&mut document).map_err(|failure| failed(&failure))?;
    let id = file_id(&document);
    document.trailer.set("ID", Object::Array(vec![id.clone(), id]));
    let options = SaveOptions::builder()
        .use_object_streams(true)
        .use_xref_streams(true)
        .max_objects_per_stream(400)
        .compression_level(6)
        .build();
    let mut bytes = Vec::new();
    document
        .save_with_options(&mut bytes, options)
        .map_err(|failure| failed(&failure))?;
    Ok(bytes)
}

/// Compresses every stream that may be. lopdf's own way tries twice as hard for a hundredth of the bytes.
fn compress(document: &mut Document) -> std::io::Result<()> {
    for object in document.objects.values_mut() {
        let Object::Stream(stream) = object else { continue };
        if !stream.allows_compression || stream.dict.has(b"Filter") {
            continue;
        }
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(&stream.content)?;
        stream.set_content(encoder.finish()?);
        stream.dict.set("Filter", "FlateDecode");
    }
    Ok(())
}

/// The same content, the same id: made from the streams and the title rather than from chance or the clock.
fn file_id(document: &Document) -> Object {
    let mut hash = Sha256::new();
    for object in document.objects.values() {
        if let Object::Stream(stream) = object {
            hash.update(&stream.content);
        }
    }
    let id: Vec<u8> = hash.finalize().iter().take(16).copied().collect();
    Object::String(id, StringFormat::Hexadecimal)
}

fn info(about: &About) -> Dictionary {
    let date = format!("D:{}000000Z", about.date.strftime("%Y%m%d"));
    let mut info = Dictionary::new();
    info.set("Title", text(&about.title));
    info.set("Author", text(&about.author));
    info.set("Creator", text(PRODUCER));
    info.set("Producer", text(PRODUCER));
    info.set("CreationDate", Object::string_literal(date.clone()));
    info.set("ModDate", Object::string_literal(date));
    info
}

fn output_intent(document: &mut Document) -> Object {
    let mut profile = Dictionary::new();
    profile.set("N", 3);
    let profile = document.add_object(Stream::new(profile, colour::srgb_profile()));
    let mut intent = Dictionary::new();
    intent.set("Type", "OutputIntent");
    intent.set("S", "GTS_PDFA1");
    intent.set("OutputConditionIdentifier", Object::string_literal("sRGB"));
    intent.set("Info", Object::string_literal("sRGB"));
    intent.set("DestOutputProfile", Object::Reference(profile));
    Object::Dictionary(intent)
}

/// XMP, unfiltered so that tools which do not read PDF find it.
fn xmp(about: &About) -> Stream {
    let when = timestamp(about.date);
    let packet = format!(
        r#"<?xpacket begin="{bom}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{when}</xmp:CreateDate><xmp:ModifyDate>{when}</xmp:ModifyDate><xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool>
<pdf:Producer>{PRODUCER}</pdf:Producer>
</rdf:Description>{attached}</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"#,
        bom = '\u{FEFF}',
        title = escaped(&about.title),
        author = escaped(&about.author),
        language = about.language,
        attached = about
            .attachment
            .as_ref()
            .map(attachments::factur_x)
            .unwrap_or_default(),
    );
    let mut kind = Dictionary::new();
    kind.set("Type", "Metadata");
    kind.set("Subtype", "XML");
    Stream::new(kind, packet.into_bytes()).with_compression(false)
}

fn timestamp(date: Date) -> String {
    format!("{}T00:00:00Z", date.strftime("%Y-%m-%d"))
}

/// What XML 1.0 cannot say is left out; where it was written, the page tells it.
fn escaped(text: &str) -> String {
    let is_sayable = |letter: &char| !letter.is_control() && !matches!(letter, '\u{FFFE}' | '\u{FFFF}');
    let text: String = text.chars().filter(is_sayable).collect();
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
