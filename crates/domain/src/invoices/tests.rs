//! Tests of invoices: totals, numbers, order keys, standings.

mod crediting;
mod numbers;
mod order_keys;
mod shares;
mod standings;
mod totals;
