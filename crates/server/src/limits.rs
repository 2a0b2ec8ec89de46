//! How often something may be tried: so many times within a window, per account and per address.

use std::collections::HashMap;
use std::hash::Hash;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Arc, Mutex, PoisonError};

use folio_protocol::{Problem, ProblemCode};
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest as _, Sha256};

const WINDOW: SignedDuration = SignedDuration::from_mins(15);
const PER_ACCOUNT: u32 = 10;
const PER_ADDRESS: u32 = 60;
/// No more accounts, and no more addresses, than this are remembered at once: the oldest half goes then.
const NAMES_MAX: usize = 20_000;

#[derive(Clone, Copy)]
struct Window {
    since: Timestamp,
    tries: u32,
}

/// Counts tries at secrets: passwords and tokens.
#[derive(Clone, Default)]
pub struct Limits(Arc<Mutex<Counts>>);

#[derive(Default)]
struct Counts {
    addresses: Windows<IpAddr>,
    /// By a hash, which is short however long the name is that somebody brings.
    accounts: Windows<[u8; 32]>,
}

struct Windows<N>(HashMap<N, Window>);

impl<N> Default for Windows<N> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<N: Copy + Eq + Hash> Windows<N> {
    /// Counts a try. Gives until when there are too many.
    fn count(&mut self, name: N, tries_max: u32, now: Timestamp) -> Option<Timestamp> {
        if self.0.len() >= NAMES_MAX && !self.0.contains_key(&name) {
            self.make_room(now);
        }
        let window = self.0.entry(name).or_insert(Window { since: now, tries: 0 });
        if !is_open(*window, now) {
            *window = Window { since: now, tries: 0 };
        }
        window.tries = window.tries.saturating_add(1);
        (window.tries > tries_max).then(|| window.since.saturating_add(WINDOW).unwrap_or(now))
    }

    /// Forgets closed windows, and then the oldest until half of the room is free: so many names come before this is
    /// done again that each pays but little for it.
    fn make_room(&mut self, now: Timestamp) {
        self.0.retain(|_, window| is_open(*window, now));
        let mut by_age: Vec<(Timestamp, N)> = self
            .0
            .iter()
            .map(|(name, window)| (window.since, *name))
            .collect();
        by_age.sort_unstable_by_key(|(since, _)| *since);
        let surplus = by_age.len().saturating_sub(NAMES_MAX / 2);
        for (_, name) in by_age.iter().take(surplus) {
            self.0.remove(name);
        }
    }
}

impl Limits {
    /// Counts a try at `account` from `address`. An address that has tried too often is not counted at the account.
    ///
    /// # Errors
    /// Too many within the window; the parameter `minutes` says how long to wait.
    pub fn count(&self, account: &str, address: Option<IpAddr>, now: Timestamp) -> Result<(), Problem> {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let wait = address
            .and_then(|address| counts.addresses.count(network(address), PER_ADDRESS, now))
            .or_else(|| counts.accounts.count(key(account), PER_ACCOUNT, now));
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
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        counts.accounts.0.remove(&key(account));
    }
}

fn key(account: &str) -> [u8; 32] {
    Sha256::digest(account.trim().to_lowercase()).into()
}

/// What one caller has: an IPv4 address, or the 64 bits that an IPv6 network begins with.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => {
            let prefix = u128::from(address) & !u128::from(u64::MAX);
            IpAddr::V6(Ipv6Addr::from(prefix))
        }
        address => address,
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

    #[test]
    fn an_ipv6_network_is_one_address() {
        let limits = Limits::default();
        let host = |nth: u16| Some(IpAddr::from([0x2001, 0xdb8, 0, 1, 0, 0, 0, nth]));
        for nth in 0..60 {
            limits.count(&format!("{nth}@b.test"), host(nth), at(0)).unwrap();
        }
        assert!(limits.count("last@b.test", host(60), at(0)).is_err());
        let other = Some(IpAddr::from([0x2001, 0xdb8, 0, 2, 0, 0, 0, 1]));
        assert!(limits.count("last@b.test", other, at(0)).is_ok());
        let mapped: IpAddr = "::ffff:192.0.2.1".parse().unwrap();
        assert_eq!(network(mapped), IpAddr::from([192, 0, 2, 1]));
    }

    #[test]
    fn a_refused_address_leaves_no_names_behind() {
        let limits = Limits::default();
        let address = Some(IpAddr::from([192, 0, 2, 1]));
        for nth in 0..1_000 {
            let tried = limits.count(&format!("{nth}@b.test"), address, at(0));
            assert_eq!(tried.is_ok(), nth < 60);
        }
        assert_eq!(limits.0.lock().unwrap().accounts.0.len(), 60);
        limits.count("999@b.test", None, at(0)).unwrap();
    }

    #[test]
    fn no_more_names_than_the_limit_are_remembered_and_the_newest_stay() {
        let limits = Limits::default();
        for nth in 0..NAMES_MAX + 100 {
            let minute = if nth < NAMES_MAX / 2 { 0 } else { 1 };
            limits.count(&format!("{nth}@b.test"), None, at(minute)).unwrap();
            assert!(limits.0.lock().unwrap().accounts.0.len() <= NAMES_MAX);
        }
        let counts = limits.0.lock().unwrap();
        let holds = |nth: usize| counts.accounts.0.contains_key(&key(&format!("{nth}@b.test")));
        assert!(!holds(0) && holds(NAMES_MAX / 2) && holds(NAMES_MAX));
    }
}
