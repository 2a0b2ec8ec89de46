//! Dice for made-up data: the same seed gives the same throws on every machine.

/// SplitMix64 (Steele, Lea, Flood 2014): small, fast, and good enough for data that only has to look real.
#[derive(Clone, Debug)]
pub(crate) struct Dice {
    state: u64,
}

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    pub(crate) fn throw(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from `low` to `high`, both included.
    pub(crate) fn between(&mut self, low: i64, high: i64) -> i64 {
        let span = u64::try_from(high.saturating_sub(low))
            .unwrap_or(0)
            .saturating_add(1);
        low + i64::try_from(self.throw() % span).unwrap_or(0)
    }

    /// True in `percent` of 100 throws.
    pub(crate) fn chance(&mut self, percent: u64) -> bool {
        self.throw() % 100 < percent
    }

    /// One of `items`; `fallback` when there are none.
    pub(crate) fn pick<'a, T>(&mut self, items: &'a [T], fallback: &'a T) -> &'a T {
        let count = u64::try_from(items.len()).unwrap_or(0);
        let index = if count == 0 { 0 } else { self.throw() % count };
        usize::try_from(index)
            .ok()
            .and_then(|index| items.get(index))
            .unwrap_or(fallback)
    }

    /// A version 7 UUID of the millisecond `at_ms` with dice for its random part.
    pub(crate) fn uuid(&mut self, at_ms: i64) -> uuid::Uuid {
        let mut bytes = [0_u8; 10];
        for (byte, drawn) in bytes.iter_mut().zip(
            self.throw()
                .to_le_bytes()
                .into_iter()
                .chain(self.throw().to_le_bytes()),
        ) {
            *byte = drawn;
        }
        uuid::Builder::from_unix_timestamp_millis(u64::try_from(at_ms).unwrap_or(0), &bytes).into_uuid()
    }
}
