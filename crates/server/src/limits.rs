//! How often something may be tried: so many times within a window, per account and per address.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

use folio_protocol::{Problem, ProblemCode};
use jiff::{SignedDuration, Timestamp};

const WINDOW: SignedDuration = SignedDuration::from_mins(15);
const PER_ACCOUNT: u32 = 10;
const PER_ADDRESS: u32 = 60;
/// More names than this are not remembered at once: the oldest windows go first.
const NAMES_MAX: usize = 20_000;

/// Who tries.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Name {
    Account(String),
    Address(IpAddr),
}

#[derive(Clone, Copy)]
struct Window {
    since: Timestamp,
    tries: u32,
}

/// Counts tries at secrets: passwords and tokens.
#[derive(Clone, Default)]
pub struct Limits(Arc<Mutex<HashMap<Name, Window>>>);

impl Limits {
    /// Counts a try at `account` from `address`.
    ///
    /// # Errors
    /// Too many within the window; the parameter `minutes` says how long to wait.
    pub fn count(&self, account: &str, address: Option<IpAddr>, now: Timestamp) -> Result<(), Problem> {
        let mut windows = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if windows.len() > NAMES_MAX {
            windows.retain(|_, window| is_open(*window, now));
        }
        let account = (Name::Account(account.trim().to_lowercase()), PER_ACCOUNT);
        let address = address.map(|address| (Name::Address(address), PER_ADDRESS));
        let mut wait = None;
        for (name, limit) in [Some(account), address].into_iter().flatten() {
            let window = windows.entry(name).or_insert(Window { since: now, tries: 0 });
            if !is_open(*window, now) {
                *window = Window { since: now, tries: 0 };
            }
            window.tries = window.tries.saturating_add(1);
            if window.tries > limit {
                wait = Some(window.since.saturating_add(WINDOW).unwrap_or(now));
            }
        }
        match wait {
            None => Ok(()),
            Some(until) => {
                let minutes = until.duration_since(now).as_mins() + 1;
                Err(Problem::new(ProblemCode::Limit, "problem-too-many-tries").with("minutes", minutes))
            }
        }
    }

    /// Forgets the tries at `account`: it has proved itself.
    pub fn forgive(&self, account: &str) {
        let mut windows = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        windows.remove(&Name::Account(account.trim().to_lowercase()));
    }
}

fn is_open(window: Window, now: Timestamp) -> bool {
    now.duration_since(window.since) < WINDOW
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minute: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + minute * 60).unwrap()
    }

    #[test]
    fn an_account_is_tried_ten_times_in_a_quarter_of_an_hour() {
        let limits = Limits::default();
        for _ in 0..10 {
            limits.count("a@b.test", None, at(0)).unwrap();
        }
        let refused = limits.count("A@b.test ", None, at(5)).unwrap_err();
        assert_eq!(refused.params.get("minutes").map(String::as_str), Some("11"));
        limits.count("other@b.test", None, at(5)).unwrap();
        limits.count("a@b.test", None, at(15)).unwrap();
    }

    #[test]
    fn an_address_cannot_try_many_accounts() {
        let limits = Limits::default();
        let address = Some(IpAddr::from([192, 0, 2, 1]));
        for nth in 0..60 {
            limits.count(&format!("{nth}@b.test"), address, at(0)).unwrap();
        }
        assert!(limits.count("last@b.test", address, at(0)).is_err());
        assert!(
            limits
                .count("last@b.test", Some(IpAddr::from([192, 0, 2, 2])), at(0))
                .is_ok()
        );
    }

    #[test]
    fn who_proved_themselves_begins_anew() {
        let limits = Limits::default();
        for _ in 0..10 {
            limits.count("a@b.test", None, at(0)).unwrap();
        }
        limits.forgive("a@b.test");
        assert!(limits.count("a@b.test", None, at(0)).is_ok());
    }
}
