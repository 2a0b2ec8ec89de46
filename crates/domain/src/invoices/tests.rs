//! Tests of invoices: totals, numbers, order keys, standings.

mod numbers;
mod order_keys;
mod standings;
mod totals;
