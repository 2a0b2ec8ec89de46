//! Waiting for a condition, with a deadline.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

/// How long most conditions may take on a busy machine.
pub const USUAL: Duration = Duration::from_secs(60);

const ASK_EVERY: Duration = Duration::from_millis(10);

/// Waits until `holds`.
///
/// # Errors
/// It does not hold within `limit`; or the first error of `holds`.
pub async fn until(what: &str, limit: Duration, mut holds: impl AsyncFnMut() -> Result<bool>) -> Result<()> {
    let deadline = Instant::now() + limit;
    while !holds().await? {
        if Instant::now() >= deadline {
            bail!("not within {} s: {what}", limit.as_secs());
        }
        tokio::time::sleep(ASK_EVERY).await;
    }
    Ok(())
}
