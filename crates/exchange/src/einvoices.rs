//! E-invoices of EN 16931: read from UBL, CII or a hybrid PDF, checked against the rules of the profile that they
//! declare, and written from an issued invoice. Pure: bytes in, values out; values in, bytes out.
//!
//! Reading goes through layers, each a module that needs only those before it:
//!
//! | layer | what it finds |
//! |---|---|
//! | `document` | the XML inside a file, within limits |
//! | `declared` | which profile the file says it follows |
//! | `structure` | elements, their order, number and kind of value, as the schema has them |
//! | `syntax` | the fatal rules of EN 16931 that are about elements, not about amounts |
//! | `usage` | what a Factur-X profile asks of each element |
//! | `semantics` | the business rules of EN 16931 |
//! | `extended` | the business rules that Factur-X EXTENDED puts in place of some of those |
//! | `reading` | the verdict, out of all of them |
//!
//! Writing ([`write()`]) puts an issued invoice into the same model and lets the same checks pass over what it wrote.

mod codes;
mod declared;
mod document;
mod errors;
mod extended;
mod findings;
mod lexical;
mod reading;
mod repeats;
mod report;
mod semantics;
mod structure;
mod summary;
mod survey;
mod syntax;
mod tree;
mod usage;
mod writing;

#[cfg(test)]
mod tests;

pub use self::declared::{Declared, Level, Syntax};
pub use self::document::{Attachment, BYTES_MAX, XML_BYTES_MAX, attached};
pub use self::errors::ReadError;
pub use self::findings::{Finding, Source};
pub use self::reading::report;
pub use self::report::{Report, Verdict};
pub use self::writing::{Missing, Subject, attachment_name, write};
pub use en16931::Invoice as Model;
