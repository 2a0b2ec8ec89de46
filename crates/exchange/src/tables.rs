//! Tables as other tools write them: any encoding, any separator, any way to write a number or a date. What a
//! column means is decided over the whole file, never cell by cell.

pub(crate) mod countries;
pub(crate) mod currencies;
pub(crate) mod dates;
pub(crate) mod decode;
pub(crate) mod folds;
pub(crate) mod numbers;
pub(crate) mod records;
pub(crate) mod workbook;

#[cfg(test)]
mod tests;
