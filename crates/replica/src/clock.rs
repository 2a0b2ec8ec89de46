//! Time and chance come in from outside.

use jiff::Timestamp;

use crate::errors::ReplicaError;

/// Says what time it is.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Timestamp;
}

/// The machine's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[allow(
        clippy::disallowed_methods,
        reason = "the one place where the machine's time comes in"
    )]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// `N` bytes that nobody can guess.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], ReplicaError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_no_source| ReplicaError::NoRandomness)?;
    Ok(bytes)
}
