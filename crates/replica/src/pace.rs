//! How often something is tried: at once when all is well, ever more slowly when it fails.

use std::time::Duration;

use crate::clock::random;

/// How often the loop tries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// The pause after the first failure; it doubles with each further one.
    pub first_ms: u64,
    /// The longest pause after failures.
    pub most_ms: u64,
    /// The pause when all is well: pokes make it shorter.
    pub idle_ms: u64,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            first_ms: 500,
            most_ms: 60_000,
            idle_ms: 60_000,
        }
    }
}

/// The pause after failures: doubling, with chance in it so that many desktops do not come back at once.
pub(crate) struct Pause {
    pace: Pace,
    failures: u32,
}

impl Pause {
    pub(crate) fn new(pace: Pace) -> Self {
        Self { pace, failures: 0 }
    }

    pub(crate) fn well(&mut self) {
        self.failures = 0;
    }

    pub(crate) fn failed(&mut self) {
        self.failures = self.failures.saturating_add(1);
    }

    /// How long to wait now.
    pub(crate) fn length(&self) -> Duration {
        if self.failures == 0 {
            return Duration::from_millis(self.pace.idle_ms);
        }
        let doubled = self
            .pace
            .first_ms
            .saturating_mul(1 << (self.failures - 1).min(20));
        let whole = doubled.min(self.pace.most_ms);
        // Between half and the whole; without chance the whole will do.
        let share = random::<1>().map_or(255, |[byte]| u64::from(byte));
        Duration::from_millis(whole / 2 + whole * share / 510)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_up_to_the_most() {
        let mut pause = Pause::new(Pace {
            first_ms: 100,
            most_ms: 1_000,
            idle_ms: 5,
        });
        assert_eq!(pause.length(), Duration::from_millis(5));
        for whole in [100, 200, 400, 800, 1_000, 1_000] {
            pause.failed();
            let length = pause.length().as_millis();
            assert!((whole / 2..=whole).contains(&length), "{length} of {whole}");
        }
        pause.well();
        assert_eq!(pause.length(), Duration::from_millis(5));
    }
}
