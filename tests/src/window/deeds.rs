//! What people do on the screens, told once.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use thirtyfour::common::keys::Key;

use super::screen::{PATIENCE, Screen, artifacts, id};
use crate::caller::PASSWORD;
use crate::until::until;

/// A line of a draft as a person types it.
pub struct Typed<'a> {
    /// What it says.
    pub description: &'a str,
    /// How many.
    pub quantity: &'a str,
    /// What one of them costs.
    pub price: &'a str,
}

/// Signs in to the server at `server` from the app's first screen.
///
/// # Errors
/// It does not get to a screen of the business.
pub async fn connect(screen: &Screen, server: &str, email: &str) -> Result<()> {
    connect_with(screen, server, email, PASSWORD).await
}

/// The same with another password.
///
/// # Errors
/// It does not get to a screen of the business.
pub async fn connect_with(screen: &Screen, server: &str, email: &str, password: &str) -> Result<()> {
    screen.press(&id("door-server")).await?;
    screen.type_in(&id("server-address"), server).await?;
    sign_in(screen, email, password).await
}

/// Fills in the form that asks for address and password.
///
/// # Errors
/// It does not get to a screen of the business.
pub async fn sign_in(screen: &Screen, email: &str, password: &str) -> Result<()> {
    screen.type_in(&id("email"), email).await?;
    screen.type_in(&id("password"), password).await?;
    screen.press(&id("sign-in")).await?;
    inside(screen).await
}

/// Waits until the frame of someone who is signed in is there.
///
/// # Errors
/// It does not come.
pub async fn inside(screen: &Screen) -> Result<()> {
    screen.see("nav.side a").await?;
    screen.see("[data-screen-title]").await?;
    Ok(())
}

/// Accepts the invitation that is on the screen.
///
/// # Errors
/// It is not taken.
pub async fn accept(screen: &Screen, name: &str) -> Result<()> {
    screen.type_in(&id("person-name"), name).await?;
    screen.type_in(&id("password"), PASSWORD).await?;
    screen.press(&id("accept")).await?;
    inside(screen).await
}

/// Pastes an invitation's link at the app's third door, and accepts it.
///
/// # Errors
/// It is not taken.
pub async fn accept_in_window(screen: &Screen, link: &str, name: &str) -> Result<()> {
    screen.press(&id("door-invited")).await?;
    screen.type_in(&id("invitation-link"), link).await?;
    screen.press(&id("look-at-invitation")).await?;
    accept(screen, name).await
}

/// Adds a client with contacts (first name and address), and waits for its record.
///
/// # Errors
/// It is refused.
pub async fn add_client(
    screen: &Screen,
    name: &str,
    currency: &str,
    contacts: &[(&str, &str)],
) -> Result<()> {
    screen.go("/clients?new=1").await?;
    screen.type_in(&id("client-name"), name).await?;
    screen.choose(&id("client-currency"), currency).await?;
    for (nth, (first_name, email)) in contacts.iter().enumerate() {
        if nth > 0 {
            screen.press(&id("add-contact-row")).await?;
        }
        screen
            .type_nth(&id("contact-first-name"), nth, first_name)
            .await?;
        screen.type_nth(&id("contact-email"), nth, email).await?;
    }
    screen.press(&id("save-client")).await?;
    screen.gone("dialog[open]").await?;
    screen.says("[data-screen-title]", name).await?;
    Ok(())
}

/// Begins an invoice for the client called `name`, and gives the draft's path.
///
/// # Errors
/// It is refused.
pub async fn begin_draft(screen: &Screen, name: &str) -> Result<String> {
    screen.go("/invoices/new").await?;
    screen.choose(&id("draft-client"), name).await?;
    screen.see(&id("lines")).await?;
    screen.path().await
}

/// Types the lines of a draft that has one empty line, and waits until all are kept.
///
/// # Errors
/// One is refused.
pub async fn type_lines(screen: &Screen, lines: &[Typed<'_>]) -> Result<()> {
    for (nth, line) in lines.iter().enumerate() {
        if nth > 0 {
            screen.press(&id("add-line")).await?;
        }
        screen
            .type_nth(&id("line-description"), nth, line.description)
            .await?;
        screen.type_nth(&id("line-quantity"), nth, line.quantity).await?;
        screen.type_nth(&id("line-price"), nth, line.price).await?;
    }
    Ok(())
}

/// Gives the `nth` line a tax of `percent`.
///
/// # Errors
/// It is refused.
pub async fn tax_line(screen: &Screen, nth: usize, name: &str, percent: &str) -> Result<()> {
    let row = format!("{} > li:nth-child({})", id("lines"), nth + 1);
    screen.press(&format!("{row} {}", id("line-taxes"))).await?;
    screen.type_in(&id("tax-name"), name).await?;
    screen.type_in(&id("tax-rate"), percent).await?;
    screen.press(&id("add-tax")).await?;
    screen.press("[data-screen-title]").await?;
    screen.gone(&id("tax-name")).await
}

/// Waits until the invoice on the screen has this status.
///
/// # Errors
/// It does not get it.
pub async fn status(screen: &Screen, status: &str) -> Result<()> {
    screen.see(&format!("header [data-status=\"{status}\"]")).await?;
    Ok(())
}

/// Records a payment of `amount` for the invoice that is open; what is due when none is named.
///
/// # Errors
/// It is refused.
pub async fn pay(screen: &Screen, amount: Option<&str>, reference: &str) -> Result<()> {
    screen.press(&id("record-payment")).await?;
    if let Some(amount) = amount {
        screen.type_in(&id("payment-amount"), amount).await?;
    }
    screen.type_in(&id("payment-reference"), reference).await?;
    screen.press(&id("save-payment")).await
}

/// Asks the palette for `words`.
///
/// # Errors
/// It does not open.
pub async fn find(screen: &Screen, words: &str) -> Result<()> {
    screen.keys(Key::Control + "k").await?;
    screen.type_in("dialog[open] [role=combobox]", words).await
}

/// Looks at the pages of the invoice that is open; they are drawn, and no rule of the page keeps them from being shown.
///
/// # Errors
/// They do not come.
pub async fn look_at_pages(screen: &Screen, step: &str) -> Result<()> {
    screen.press(&id("show-pages")).await?;
    let drawn = "const pages = [...document.querySelectorAll('[data-testid=pages] img')]; \
                 return pages.length > 0 && pages.every((page) => page.complete && page.naturalWidth > 0);";
    until("the pages are drawn", PATIENCE, async || {
        screen.ask(drawn, Vec::new()).await
    })
    .await?;
    screen.look(step).await?;
    screen.keys(Key::Escape + "").await?;
    screen.gone(&id("pages")).await
}

/// Runs `work` and notes how long it took; `most` is a limit with room for a machine that others use too.
///
/// # Errors
/// Those of `work`, or that it took too long.
pub async fn timed(what: &str, most: Duration, work: impl Future<Output = Result<()>>) -> Result<()> {
    let started = Instant::now();
    work.await?;
    let took = started.elapsed();
    note(
        &artifacts()?.join("timings.txt"),
        &format!("{what}: {} ms", took.as_millis()),
    )?;
    anyhow::ensure!(took <= most, "{what} took {} ms", took.as_millis());
    Ok(())
}

fn note(file: &Path, line: &str) -> Result<()> {
    use std::io::Write as _;
    let mut file = std::fs::OpenOptions::new()
        .create(true)
        .append(true)
        .open(file)
        .context("keeping the timings")?;
    Ok(writeln!(file, "{line}")?)
}
