//! Set-up: what a fresh Debian machine with Rust and Node lacks. Each part looks first and does nothing when
//! there is nothing to do, so every command can ask for the parts that it needs.

pub mod books;
pub mod einvoices;
mod packages;
pub mod papers;
pub mod printers;
mod python;
mod screens;
mod tools;

use crate::workspace::Workspace;
use anyhow::Result;
use std::collections::BTreeSet;

/// Something that has to be there before a command can do its work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// System packages that compiling the workspace takes.
    BuildPackages,
    /// System packages that the tests take: a screen, a keyring, a browser, PostgreSQL, fonts.
    TestPackages,
    /// `rustfmt` and `clippy`.
    Lints,
    /// `ui/node_modules` as the lock file says.
    Modules,
    /// `ui/dist`, which the desktop app and the server carry inside.
    Screens,
    /// The program that drives the desktop app's window.
    TauriDriver,
    /// ledger, hledger and beancount.
    BookPrograms,
    /// The published validations of e-invoices, and readers of PDFs and QR codes.
    EinvoiceReaders,
    /// PDFBox's Preflight and PDFium.
    PaperPrograms,
    /// typst and WeasyPrint.
    Printers,
}

/// In the order in which they build on each other.
const EVERYTHING: [Need; 10] = [
    Need::BuildPackages,
    Need::TestPackages,
    Need::Lints,
    Need::Modules,
    Need::Screens,
    Need::TauriDriver,
    Need::BookPrograms,
    Need::PaperPrograms,
    Need::EinvoiceReaders,
    Need::Printers,
];

/// The names of all packages from PyPI that a set pins.
pub fn python_packages() -> BTreeSet<&'static str> {
    [
        books::BEANCOUNT,
        einvoices::READERS,
        papers::PDFIUM,
        printers::PRINTERS,
    ]
    .iter()
    .flat_map(|set| set.packages)
    .map(|package| package.split_once("==").map_or(*package, |(name, _)| name))
    .collect()
}

/// Everything that any command may need.
pub fn everything(workspace: &Workspace) -> Result<()> {
    satisfy(workspace, &EVERYTHING)
}

/// Provides what is named, as far as it is not there yet.
pub fn satisfy(workspace: &Workspace, needs: &[Need]) -> Result<()> {
    for need in EVERYTHING.iter().filter(|need| needs.contains(need)) {
        match need {
            Need::BuildPackages => packages::install(packages::BUILD)?,
            Need::TestPackages => packages::install(packages::TEST)?,
            Need::Lints => tools::lints(workspace)?,
            Need::Modules => screens::modules(workspace)?,
            Need::Screens => screens::build(workspace)?,
            Need::TauriDriver => tools::tauri_driver(workspace)?,
            Need::BookPrograms => {
                packages::install(packages::PYTHON)?;
                packages::install(packages::BOOKS)?;
                books::BEANCOUNT.install(workspace)?;
            }
            Need::EinvoiceReaders => {
                packages::install(packages::PYTHON)?;
                einvoices::READERS.install(workspace)?;
            }
            Need::PaperPrograms => {
                packages::install(packages::PYTHON)?;
                packages::install(packages::PAPERS)?;
                papers::PDFIUM.install(workspace)?;
            }
            Need::Printers => {
                packages::install(packages::PYTHON)?;
                packages::install(packages::PRINTERS)?;
                printers::PRINTERS.install(workspace)?;
            }
        }
    }
    Ok(())
}
