//! How many tests ran, read from what libtest and vitest print.

/// Tests that passed and that failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub passed: u64,
    pub failed: u64,
}

impl Counts {
    /// One thing that passed or failed as a whole.
    pub fn one(passed: bool) -> Self {
        Self {
            passed: u64::from(passed),
            failed: u64::from(!passed),
        }
    }

    /// Both together.
    pub fn plus(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
        }
    }

    /// All that ran.
    pub fn ran(self) -> u64 {
        self.passed + self.failed
    }
}

/// Reads a line such as `test result: ok. 3 passed; 0 failed; 0 ignored; …`.
pub fn libtest(line: &str) -> Option<Counts> {
    let line = plain(line);
    let (_, summary) = line.trim().strip_prefix("test result: ")?.split_once(". ")?;
    Some(Counts {
        passed: before(summary, "passed"),
        failed: before(summary, "failed"),
    })
}

/// Reads a line such as `Tests  1 failed | 12 passed (13)`.
pub fn vitest(line: &str) -> Option<Counts> {
    let line = plain(line);
    let summary = line.trim().strip_prefix("Tests ")?;
    let known = ["passed", "failed", "no tests"]
        .iter()
        .any(|word| summary.contains(word));
    known.then(|| Counts {
        passed: before(summary, "passed"),
        failed: before(summary, "failed"),
    })
}

/// The number that stands before a word; 0 when the word is not there.
fn before(summary: &str, word: &str) -> u64 {
    let words: Vec<&str> = summary
        .split([' ', ';', '|'])
        .filter(|word| !word.is_empty())
        .collect();
    let number = words.windows(2).find_map(|pair| match pair {
        [number, next] if *next == word => number.parse().ok(),
        _ => None,
    });
    number.unwrap_or(0)
}

/// The line without the escape sequences that colour it.
fn plain(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut in_escape = false;
    for letter in line.chars() {
        match letter {
            '\u{1b}' => in_escape = true,
            'a'..='z' | 'A'..='Z' if in_escape => in_escape = false,
            _ if in_escape => {}
            _ => plain.push(letter),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn libtest_lines() {
        let cases = [
            (
                "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out",
                Some((3, 0)),
            ),
            (
                "test result: FAILED. 12 passed; 2 failed; 0 ignored; finished in 0.00s",
                Some((12, 2)),
            ),
            (
                "\u{1b}[32mtest result: ok\u{1b}[m. 1 passed; 0 failed; 0 ignored",
                Some((1, 0)),
            ),
            ("test result is unknown", None),
            ("running 3 tests", None),
        ];
        for (line, expected) in cases {
            assert_eq!(
                libtest(line).map(|counts| (counts.passed, counts.failed)),
                expected,
                "{line}"
            );
        }
    }

    #[test]
    fn vitest_lines() {
        let cases = [
            ("      Tests  12 passed (12)", Some((12, 0))),
            ("      Tests  1 failed | 11 passed (12)", Some((11, 1))),
            (
                "\u{1b}[2m      Tests \u{1b}[22m \u{1b}[1m\u{1b}[32m4 passed\u{1b}[39m\u{1b}[22m (4)",
                Some((4, 0)),
            ),
            ("      Tests  no tests", Some((0, 0))),
            (" Test Files  3 passed (3)", None),
            ("Tests of the ledger", None),
        ];
        for (line, expected) in cases {
            assert_eq!(
                vitest(line).map(|counts| (counts.passed, counts.failed)),
                expected,
                "{line}"
            );
        }
    }
}
