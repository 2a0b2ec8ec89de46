//! E-invoices and payment codes as other people's programs see them: what Folio writes passes the published schemas and
//! Schematron, what it says of damaged ones is what they say, and its papers carry what their readers look for.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "these are tests"
)]

#[path = "einvoice/damaged.rs"]
mod damaged;
#[path = "einvoice/grid.rs"]
mod grid;
#[path = "einvoice/judged.rs"]
mod judged;
#[path = "einvoice/papers.rs"]
mod papers;
