//! The demo business and its sign-ins, as `folio-server demo` prints them.

use std::path::Path;

use anyhow::{Result, ensure};

use crate::server;

/// The owner's address.
pub const OWNER: &str = "meera@studio-kolam.example";
/// A client's address.
pub const CLIENT: &str = "anna@client01.example";
/// The password of everyone in the demo business.
pub const PASSWORD: &str = folio_server::demo::DEMO_PASSWORD;

/// Makes the demo business in `home`.
///
/// # Errors
/// It cannot be made.
pub fn make(home: &Path) -> Result<()> {
    let output = server::run(&["demo".as_ref(), "--home".as_ref(), home.as_os_str()])?;
    ensure!(
        output.status.success(),
        "folio-server demo: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(())
}
