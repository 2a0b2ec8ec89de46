//! First run: a business on this computer, its recovery code, and a backup brought back on an empty machine.

use anyhow::Result;
use folio_tests::window::deeds::{self, Typed};
use folio_tests::window::office::{self, OWNER};
use folio_tests::window::screen::{Screen, id};

#[tokio::test(flavor = "multi_thread")]
async fn a_business_starts_on_this_computer_and_comes_back_from_its_backup() -> Result<()> {
    let _turn = office::turn().await;
    let folder = tempfile::tempdir()?;
    let saved = folder.path().join("saved");
    std::fs::create_dir(&saved)?;
    let screen = Screen::window("first-run", &folder.path().join("home"), &saved, None).await?;

    screen.see(&id("door-here")).await?;
    screen.look("01-doors").await?;
    let code = start(&screen).await?;
    work(&screen).await?;

    screen.go("/settings").await?;
    screen.press(&id("save-backup")).await?;
    let backup = folder.path().join("business.backup");
    std::fs::write(&backup, screen.saved("").await?)?;
    screen.look("05-settings").await?;
    screen.close().await?;

    let screen = Screen::window("next-morning", &folder.path().join("home"), &saved, None).await?;
    deeds::inside(&screen).await?;
    screen.says(&id("owing-client"), "Blue Heron Coffee").await?;
    screen.close().await?;

    let screen = Screen::window("restored", &folder.path().join("empty"), &saved, Some(&backup)).await?;
    screen.press(&id("door-restore")).await?;
    screen.see(&id("recovery-code")).await?;
    screen.look("06-restore").await?;
    screen.type_in(&id("recovery-code"), &code).await?;
    screen.press(&id("restore")).await?;
    deeds::inside(&screen).await?;
    screen.go("/clients").await?;
    screen
        .says(&format!("{} a", id("clients")), "Blue Heron Coffee")
        .await?;
    screen.go("/invoices").await?;
    screen.says(&id("invoice-row"), "0001").await?;
    screen.press_saying(&id("invoice-row"), "0001").await?;
    screen.press(&id("save-pdf")).await?;
    let pdf = screen.saved(".pdf").await?;
    assert!(pdf.starts_with(b"%PDF-"), "the file came back with the rest");
    screen.close().await
}

/// Goes through the three steps and keeps the code.
async fn start(screen: &Screen) -> Result<String> {
    screen.press(&id("door-here")).await?;
    screen.type_in(&id("business-name"), "Kolam Prints").await?;
    screen.select(&id("country"), "IN").await?;
    screen.look("02-business").await?;
    screen.press(&id("next-step")).await?;
    screen.type_in(&id("owner-name"), "Meera Raghavan").await?;
    screen.type_in(&id("owner-email"), OWNER).await?;
    screen.press(&id("next-step")).await?;
    screen.see(&id("number-pattern")).await?;
    screen.look("03-numbers").await?;
    screen.press(&id("start-business")).await?;
    let code = screen.text(&format!("code{}", id("recovery-code"))).await?;
    screen.look("04-recovery-code").await?;
    assert!(code.len() > 20, "a code that cannot be guessed");
    screen.press(&id("code-kept")).await?;
    screen.press(&id("finish")).await?;
    deeds::inside(screen).await?;
    Ok(code)
}

/// Does a day's work with no network at all: a client, an invoice, its paper.
async fn work(screen: &Screen) -> Result<()> {
    deeds::add_client(
        screen,
        "Blue Heron Coffee",
        "USD",
        &[("Maya", "maya@heron.example")],
    )
    .await?;
    deeds::begin_draft(screen, "Blue Heron Coffee").await?;
    deeds::type_lines(
        screen,
        &[Typed {
            description: "Menu boards",
            quantity: "3",
            price: "120",
        }],
    )
    .await?;
    screen.press(&id("issue")).await?;
    // No server to wait for: it leaves by itself once the time to undo is over.
    screen.says(&id("invoice-number"), "0001").await?;
    Ok(())
}
