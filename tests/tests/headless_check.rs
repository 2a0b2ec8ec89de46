//! The smallest proof that everything is there: the real window connects to a server with demo data, the owner signs
//! in and sees Today. `cargo xtask run --headless-check` runs it.

use std::path::PathBuf;

use anyhow::{Context as _, Result};
use folio_tests::window::deeds;
use folio_tests::window::demo;
use folio_tests::window::screen::{Screen, id};

fn variable(name: &str) -> Result<String> {
    std::env::var(name).with_context(|| format!("{name} is not set: run `cargo xtask run --headless-check`"))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_owner_signs_in_and_sees_today() -> Result<()> {
    let server = variable("FOLIO_TEST_SERVER_URL")?;
    let picture = PathBuf::from(variable("FOLIO_TEST_SCREENSHOT")?);
    let home = tempfile::tempdir()?;
    let screen = Screen::window("headless-check", home.path(), home.path(), None).await?;
    deeds::connect_with(&screen, &server, demo::OWNER, demo::PASSWORD).await?;
    screen.see(&id("owing-client")).await?;
    assert_eq!(screen.path().await?, "/today");
    screen.picture(&picture).await?;
    screen.close().await
}
