//! Ctrl-C and SIGTERM: noticed here, so that children are ended in order before xtask leaves.

use anyhow::{Context, Result};
use signal_hook::{consts, flag};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

static INTERRUPTED: OnceLock<Arc<AtomicBool>> = OnceLock::new();

/// Starts noticing signals. The second one ends xtask at once, for the case that a child will not go.
pub fn watch() -> Result<()> {
    let noticed = INTERRUPTED.get_or_init(Arc::default);
    for signal in [consts::SIGINT, consts::SIGTERM] {
        // Order matters: the shutdown looks at the flag before this signal has set it.
        flag::register_conditional_shutdown(signal, 130, Arc::clone(noticed))
            .context("cannot watch signals")?;
        flag::register(signal, Arc::clone(noticed)).context("cannot watch signals")?;
    }
    Ok(())
}

/// Whether the person has asked xtask to stop.
pub fn noticed() -> bool {
    INTERRUPTED.get().is_some_and(|flag| flag.load(Ordering::Relaxed))
}
