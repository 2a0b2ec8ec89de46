//! Folio's rulebook: money, tax, invoices, payments, documents, threads, people, permissions and the mutations
//! that change them. Pure: no clock, no randomness, no input or output; those come in as arguments.

pub mod addresses;
mod allocations;
pub mod bank;
pub mod bills;
pub mod books;
pub mod clients;
pub mod decisions;
pub mod documents;
pub mod einvoicing;
pub mod fields;
pub mod ids;
pub mod imports;
pub mod invoices;
pub mod languages;
pub mod money;
pub mod mutations;
pub mod organisations;
pub mod payments;
pub mod people;
pub mod permissions;
pub mod receipts;
pub mod records;
pub mod refusals;
pub mod registry;
pub mod search;
pub mod statements;
pub mod stationery;
pub mod threads;
pub mod trail;

pub use ids::*;
pub use money::{Currency, Money, MoneyError};
pub use refusals::{Code, Reason, Refusal};

#[cfg(test)]
mod tests;
