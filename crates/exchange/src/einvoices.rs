//! E-invoices of EN 16931: read from UBL, CII or a hybrid PDF, checked against the rules of the profile that they
//! declare, and written from an issued invoice. Pure: bytes in, values out; values in, bytes out.
//!
//! Reading goes through layers, each a module that needs only those before it:
//!
//! | layer | what it finds |
//! |---|---|
//! | [`document`] | the XML inside a file, within limits |
//! | [`declared`] | which profile the file says it follows |
//! | [`structure`] | elements, their order, number and kind of value, as the schema has them |
//! | [`syntax`] | the fatal rules of EN 16931 that are about elements, not about amounts |
//! | [`usage`] | what a Factur-X profile asks of each element |
//! | [`semantics`] | the business rules of EN 16931 |
//! | [`extended`] | the business rules that Factur-X EXTENDED puts in place of some of those |
//! | [`report`] | the verdict, for a person and for a program |

mod codes;
mod declared;
mod document;
mod extended;
mod lexical;
mod report;
mod semantics;
mod structure;
mod summary;
mod survey;
mod syntax;
mod tree;
mod usage;

#[cfg(test)]
mod tests;

pub use self::declared::{Declared, Level, Syntax};
pub use self::document::{Attachment, BYTES_MAX, ReadError, XML_BYTES_MAX};
pub use self::report::{Finding, Report, Source, Verdict, report};
pub use en16931::Invoice as Model;
