//! The environment variables through which xtask tells a test what stands ready for it.
//!
//! `docs/testing.md` lists them for the people who write tests; a test of this module keeps the two together.

/// Path of the desktop app's binary.
pub const APP: &str = "FOLIO_TEST_APP";
/// Path of the server's binary.
pub const SERVER: &str = "FOLIO_TEST_SERVER";
/// Address of a server that already runs with demo data (`run --headless-check`).
pub const SERVER_URL: &str = "FOLIO_TEST_SERVER_URL";
/// Address of an empty PostgreSQL database, whose role may create further databases.
pub const POSTGRES_URL: &str = "FOLIO_TEST_POSTGRES_URL";
/// Folder for what a test leaves to be looked at, below `target/`.
pub const ARTIFACTS: &str = "FOLIO_TEST_ARTIFACTS";
/// Where `headless_check` writes its picture.
pub const SCREENSHOT: &str = "FOLIO_TEST_SCREENSHOT";
/// Folder for the pictures of `cargo xtask screenshots`; set only by that command.
pub const SCREENSHOTS: &str = "FOLIO_TEST_SCREENSHOTS";
/// How many times `faults` kills the server (`--kills N`).
pub const KILLS: &str = "FOLIO_TEST_KILLS";
/// How many made-up months `books` has other programs read (`--months N`).
pub const MONTHS: &str = "FOLIO_TEST_MONTHS";
/// Folder with beancount's programs.
pub const BEANCOUNT: &str = "FOLIO_TEST_BEANCOUNT";
/// Folder with the programs of typst and WeasyPrint.
pub const PRINTERS: &str = "FOLIO_TEST_PRINTERS";
/// Folder with other people's readers of e-invoices.
pub const EINVOICE_READERS: &str = "FOLIO_TEST_EINVOICE_READERS";
/// How many damaged e-invoices `einvoice` has both sides judge (`--damaged N`).
pub const DAMAGED: &str = "FOLIO_TEST_DAMAGED";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_for_people_who_write_tests_names_them_all() {
        let page = include_str!("../../../docs/testing.md");
        for name in [
            APP,
            SERVER,
            SERVER_URL,
            POSTGRES_URL,
            ARTIFACTS,
            SCREENSHOT,
            SCREENSHOTS,
            KILLS,
            MONTHS,
            BEANCOUNT,
            PRINTERS,
            EINVOICE_READERS,
            DAMAGED,
        ] {
            assert!(
                page.contains(&format!("`{name}`")),
                "docs/testing.md does not name {name}"
            );
        }
    }
}
