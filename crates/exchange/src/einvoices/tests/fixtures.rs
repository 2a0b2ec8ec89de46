//! Invoices written for these tests.

use lopdf::{Dictionary, Document, Object, Stream, dictionary};

/// A plain invoice in UBL.
pub(super) const UBL: &str = include_str!("fixtures/invoice.ubl.xml");
/// A plain credit note in UBL.
pub(super) const CREDIT_NOTE: &str = include_str!("fixtures/credit_note.ubl.xml");
/// A plain invoice in CII.
pub(super) const CII: &str = include_str!("fixtures/invoice.cii.xml");
/// An invoice of Factur-X MINIMUM.
pub(super) const MINIMUM: &str = include_str!("fixtures/minimum.cii.xml");
/// An invoice of Factur-X EXTENDED, with a group, a freight charge and a sum within the tolerance.
pub(super) const EXTENDED: &str = include_str!("fixtures/extended.cii.xml");

/// A PDF that carries `xml` as the file `name`.
pub(super) fn hybrid(name: &str, xml: &[u8]) -> Vec<u8> {
    let mut pdf = Document::with_version("1.7");
    let mut file = Stream::new(dictionary! { "Type" => "EmbeddedFile" }, xml.to_vec());
    file.compress().unwrap();
    let file = pdf.add_object(file);
    let specification = pdf.add_object(dictionary! {
        "Type" => "Filespec",
        "F" => Object::string_literal(name),
        "UF" => Object::string_literal(name),
        "AFRelationship" => "Alternative",
        "EF" => dictionary! { "F" => file, "UF" => file },
    });
    let pages =
        pdf.add_object(dictionary! { "Type" => "Pages", "Kids" => Vec::<Object>::new(), "Count" => 0 });
    let names = vec![Object::string_literal(name), specification.into()];
    let catalog = pdf.add_object(dictionary! {
        "Type" => "Catalog",
        "Pages" => pages,
        "AF" => vec![Object::Reference(specification)],
        "Names" => dictionary! { "EmbeddedFiles" => dictionary! { "Names" => names } },
    });
    let mut trailer = Dictionary::new();
    trailer.set("Root", catalog);
    pdf.trailer = trailer;
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes).unwrap();
    bytes
}
