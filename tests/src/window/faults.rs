//! What must never happen on a screen: an error on the console, an exception, or something that the content security
//! policy refuses.

use anyhow::{Context as _, Result, ensure};
use thirtyfour::WebDriver;

/// Begins to collect. Reports of the policy from before are asked for as well.
const COLLECT: &str = r"
    if (window.__faults) return;
    const faults = (window.__faults = []);
    const note = (what, detail) => faults.push(`${what}: ${detail}`);
    addEventListener('error', (event) => note('error', event.message || event.target?.src || event.type), true);
    addEventListener('unhandledrejection', (event) => note('rejection', String(event.reason?.stack ?? event.reason)));
    addEventListener('securitypolicyviolation', (event) => note('policy', `${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
    const said = console.error.bind(console);
    console.error = (...words) => { note('console', words.map((word) => String(word?.stack ?? word)).join(' ')); said(...words); };
    if ('ReportingObserver' in window) {
        const seen = (reports) => reports.forEach((report) => note('report', JSON.stringify(report.body)));
        new ReportingObserver(seen, { types: ['csp-violation', 'crash'], buffered: true }).observe();
    }
";

/// Begins to collect what goes wrong in the page that is open.
///
/// # Errors
/// The window is gone.
pub async fn collect(driver: &WebDriver) -> Result<()> {
    driver.execute(COLLECT, Vec::new()).await?;
    Ok(())
}

/// Fails when something went wrong since.
///
/// # Errors
/// What went wrong.
pub async fn none(driver: &WebDriver, has_log: bool) -> Result<()> {
    let answer = driver
        .execute(
            "return window.__faults ?? ['the page was loaded anew and not watched'];",
            Vec::new(),
        )
        .await?;
    let mut faults: Vec<String> = answer.convert().context("the list of faults")?;
    if has_log {
        let log = driver.browser_log().await?;
        faults.extend(
            log.into_iter()
                .filter(|entry| entry.level == "SEVERE")
                .map(|entry| entry.message),
        );
    }
    ensure!(faults.is_empty(), "on the screen: {}", faults.join("\n"));
    Ok(())
}
