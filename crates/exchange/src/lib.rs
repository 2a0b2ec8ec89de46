//! The formats of the outside world: other tools' exports come in, the bookkeeper's pack goes out. Pure: bytes in,
//! values out; values in, bytes out.

pub mod bank;
pub mod bills;
pub mod demo;
mod dice;
pub mod einvoices;
pub mod full_export;
pub mod imports;
pub mod month_pack;
mod tables;
