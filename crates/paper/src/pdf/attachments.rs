//! A file inside the file: an e-invoice that travels with its paper (ISO 19005-3, Factur-X 1.09 chapter 6).

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat};

use super::About;
use super::finish::utf16;
use crate::Attachment;

/// Adds `attachment` to `document`; gives the catalog's entries `Names` and `AF`.
pub(super) fn add(document: &mut Document, attachment: &Attachment, about: &About) -> (Object, Object) {
    let file = embedded(document, attachment, about);
    let name = || Object::string_literal(attachment.name);
    let mut files = Dictionary::new();
    files.set("F", Object::Reference(file));
    files.set("UF", Object::Reference(file));
    let mut place = Dictionary::new();
    place.set("Type", "Filespec");
    place.set("F", name());
    place.set(
        "UF",
        Object::String(utf16(attachment.name), StringFormat::Hexadecimal),
    );
    place.set("Desc", name());
    place.set("AFRelationship", "Alternative");
    place.set("EF", Object::Dictionary(files));
    let place = Object::Reference(document.add_object(place));

    let list = |key: &str, of: Vec<Object>| Dictionary::from_iter([(key, Object::Array(of))]);
    let embedded = list("Names", vec![name(), place.clone()]);
    let names = Dictionary::from_iter([("EmbeddedFiles", Object::Dictionary(embedded))]);
    (Object::Dictionary(names), Object::Array(vec![place]))
}

fn embedded(document: &mut Document, attachment: &Attachment, about: &About) -> ObjectId {
    let mut params = Dictionary::new();
    params.set("Size", i64::try_from(attachment.bytes.len()).unwrap_or(i64::MAX));
    let date = format!("D:{}000000Z", about.date.strftime("%Y%m%d"));
    params.set("ModDate", Object::string_literal(date));
    let mut kind = Dictionary::new();
    kind.set("Type", "EmbeddedFile");
    kind.set("Subtype", "text/xml");
    kind.set("Params", Object::Dictionary(params));
    document.add_object(Stream::new(kind, attachment.bytes.clone()))
}

/// What the XMP says of a Factur-X file, with the schema that PDF/A asks for where a name is not its own.
pub(super) fn factur_x(attachment: &Attachment) -> String {
    if !attachment.factur_x {
        return String::new();
    }
    let property = |name: &str, words: &str| {
        format!(
            "<rdf:li rdf:parseType=\"Resource\"><pdfaProperty:name>{name}</pdfaProperty:name>\
             <pdfaProperty:valueType>Text</pdfaProperty:valueType>\
             <pdfaProperty:category>external</pdfaProperty:category>\
             <pdfaProperty:description>{words}</pdfaProperty:description></rdf:li>\n"
        )
    };
    let properties = [
        property("DocumentFileName", "The name of the embedded XML file"),
        property("DocumentType", "The type of the document, such as INVOICE"),
        property("Version", "The version of the standard"),
        property("ConformanceLevel", "The profile that the XML keeps to"),
    ]
    .concat();
    format!(
        r#"
<rdf:Description rdf:about="" xmlns:fx="{SCHEMA}">
<fx:DocumentType>INVOICE</fx:DocumentType><fx:DocumentFileName>{name}</fx:DocumentFileName>
<fx:Version>1.0</fx:Version><fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>{SCHEMA}</pdfaSchema:namespaceURI><pdfaSchema:prefix>fx</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq>
{properties}</rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"#,
        name = attachment.name,
    )
}

const SCHEMA: &str = "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#";
