//! Time and chance come in from outside, so that a test holds both in its hand.

use std::sync::Arc;

use jiff::Timestamp;
use uuid::Uuid;

use crate::errors::ServerError;

/// Says what time it is.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Timestamp;
}

/// Gives bytes that nobody can guess.
pub trait Chance: Send + Sync {
    /// Fills `bytes`.
    ///
    /// # Errors
    /// The source has none to give.
    fn fill(&self, bytes: &mut [u8]) -> Result<(), ServerError>;
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

/// The operating system's source of random bytes.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemChance;

impl Chance for SystemChance {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), ServerError> {
        getrandom::fill(bytes).map_err(|_no_source| ServerError::NoRandomness)
    }
}

/// A clock and a source of chance, passed about together.
#[derive(Clone)]
pub struct Source {
    clock: Arc<dyn Clock>,
    chance: Arc<dyn Chance>,
}

impl Source {
    /// These two.
    pub fn new(clock: impl Clock + 'static, chance: impl Chance + 'static) -> Self {
        Self {
            clock: Arc::new(clock),
            chance: Arc::new(chance),
        }
    }

    /// The machine's own.
    #[must_use]
    pub fn system() -> Self {
        Self::new(SystemClock, SystemChance)
    }

    /// Now.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// `N` random bytes.
    ///
    /// # Errors
    /// The source has none to give.
    pub fn bytes<const N: usize>(&self) -> Result<[u8; N], ServerError> {
        let mut bytes = [0; N];
        self.chance.fill(&mut bytes)?;
        Ok(bytes)
    }

    /// A new id that sorts by time (UUIDv7).
    ///
    /// # Errors
    /// The source of chance has nothing to give.
    pub fn id(&self) -> Result<Uuid, ServerError> {
        let millis = u64::try_from(self.now().as_millisecond()).unwrap_or_default();
        Ok(uuid::Builder::from_unix_timestamp_millis(millis, &self.bytes::<10>()?).into_uuid())
    }
}
