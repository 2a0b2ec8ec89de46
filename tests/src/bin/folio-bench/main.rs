//! `folio-bench [NAME]`: figures of a release build, one JSON line each. A name gives those alone that begin with
//! it. Lines that are no JSON say how a figure came about.

#![allow(clippy::print_stdout, reason = "its figures are its output")]

mod app;
mod business;
mod figure;
mod list;
mod load;
mod many;
mod pack;
mod paper;
mod printers;
mod sync;

use anyhow::Result;
use figure::Report;

#[tokio::main]
async fn main() -> Result<()> {
    let report = Report::new(std::env::args().nth(1));
    if report.wants("sync.") || report.wants("server.") {
        sync::measure(&report).await?;
    }
    if report.wants("paper.") {
        paper::measure(&report)?;
        printers::measure(&report)?;
        pack::measure(&report).await?;
    }
    if report.wants("list.") {
        list::measure(&report).await?;
    }
    if report.wants("app.") {
        app::measure(&report).await?;
    }
    Ok(())
}
