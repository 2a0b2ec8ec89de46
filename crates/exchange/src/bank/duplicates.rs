//! Entries that are already known, also from a file of another format.
//!
//! Three keys are made of an entry, each with its account, day and amount: one of the bank's reference, one of the
//! payer's id, one of its text. The first that both have decides. Equal entries of one day are told apart by their
//! order among equals.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::model::{Account, Entry, Statement};

/// The keys by which an entry is known again: short hashes.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Fingerprint {
    /// Of the bank's reference.
    pub bank: Option<String>,
    /// Of the payer's id.
    pub end_to_end: Option<String>,
    /// Of the text.
    pub text: String,
}

/// By what an entry was known again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Match {
    /// The bank's own reference: certain.
    BankReference,
    /// The payer's id: certain, where payers keep to giving each payment its own.
    EndToEndId,
    /// Day, amount and text: likely.
    Text,
}

/// An entry that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Duplicate {
    /// Which statement of the file, from 0.
    pub statement: usize,
    /// Which entry of it, from 0.
    pub entry: usize,
    /// How it was known.
    pub by: Match,
}

/// Fingerprints of entries that were taken before.
#[derive(Clone, Debug, Default)]
pub struct Known {
    bank: BTreeMap<String, usize>,
    end_to_end: BTreeMap<String, usize>,
    /// By text, with the better keys that an entry of that text had.
    text: BTreeMap<String, Vec<(Fingerprint, usize)>>,
    added: usize,
}

impl Known {
    /// Adds an entry's fingerprint.
    pub fn add(&mut self, fingerprint: Fingerprint) {
        let at = self.added;
        self.added += 1;
        if let Some(key) = &fingerprint.bank {
            self.bank.entry(key.clone()).or_insert(at);
        }
        if let Some(key) = &fingerprint.end_to_end {
            self.end_to_end.entry(key.clone()).or_insert(at);
        }
        self.text
            .entry(fingerprint.text.clone())
            .or_default()
            .push((fingerprint, at));
    }

    /// How an entry is known, if it is.
    #[must_use]
    pub fn find(&self, fingerprint: &Fingerprint) -> Option<Match> {
        self.find_at(fingerprint).map(|(by, _)| by)
    }

    /// How an entry is known, and which of those that were added it is, from 0.
    #[must_use]
    pub fn find_at(&self, fingerprint: &Fingerprint) -> Option<(Match, usize)> {
        let at = |known: &BTreeMap<String, usize>, key: &Option<String>| {
            key.as_ref().and_then(|key| known.get(key)).copied()
        };
        if let Some(at) = at(&self.bank, &fingerprint.bank) {
            return Some((Match::BankReference, at));
        }
        if let Some(at) = at(&self.end_to_end, &fingerprint.end_to_end) {
            return Some((Match::EndToEndId, at));
        }
        // The same words, but another id by the same payer: another payment.
        let differ = |one: &Option<String>, other: &Option<String>| {
            one.as_ref()
                .zip(other.as_ref())
                .is_some_and(|(one, other)| one != other)
        };
        let alike = self.text.get(&fingerprint.text)?;
        alike
            .iter()
            .find(|(known, _)| !differ(&known.end_to_end, &fingerprint.end_to_end))
            .map(|(_, at)| (Match::Text, *at))
    }
}

impl FromIterator<Fingerprint> for Known {
    fn from_iter<I: IntoIterator<Item = Fingerprint>>(fingerprints: I) -> Self {
        let mut known = Self::default();
        fingerprints
            .into_iter()
            .for_each(|fingerprint| known.add(fingerprint));
        known
    }
}

/// The fingerprint of an entry that has no equal in its statement. [`fingerprints`] tells equals apart.
#[must_use]
pub fn fingerprint(entry: &Entry, account: &Account) -> Fingerprint {
    Keys::of(entry, account).hashed([0; 3])
}

/// The fingerprints of all entries, in the order of statements and entries. Pages of one statement count as one.
#[must_use]
pub fn fingerprints(statements: &[Statement]) -> Vec<Vec<Fingerprint>> {
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    let mut all = Vec::new();
    for statement in statements {
        let goes_on = statement.opening.as_ref().is_some_and(|balance| balance.interim);
        if !goes_on {
            seen.clear();
        }
        let mut of_statement = Vec::new();
        for entry in &statement.entries {
            let keys = Keys::of(entry, &statement.account);
            let mut ordinal = |key: Option<&String>| {
                let Some(key) = key else {
                    return 0;
                };
                let count = seen.entry(key.clone()).or_default();
                *count += 1;
                *count - 1
            };
            let ordinals = [
                ordinal(keys.bank.as_ref()),
                ordinal(keys.end_to_end.as_ref()),
                ordinal(Some(&keys.text)),
            ];
            of_statement.push(keys.hashed(ordinals));
        }
        all.push(of_statement);
    }
    all
}

/// The entries of `statements` that are among the known, or in an earlier statement of the same file.
#[must_use]
pub fn duplicates(known: &Known, statements: &[Statement]) -> Vec<Duplicate> {
    let mut known = known.clone();
    let mut duplicates = Vec::new();
    for (statement, fingerprints) in fingerprints(statements).into_iter().enumerate() {
        for (entry, fingerprint) in fingerprints.iter().enumerate() {
            if let Some(by) = known.find(fingerprint) {
                duplicates.push(Duplicate { statement, entry, by });
            }
        }
        fingerprints
            .into_iter()
            .for_each(|fingerprint| known.add(fingerprint));
    }
    duplicates
}

/// What is hashed, with the order among equals still to come.
struct Keys {
    bank: Option<String>,
    end_to_end: Option<String>,
    text: String,
}

impl Keys {
    fn of(entry: &Entry, account: &Account) -> Self {
        let head = format!(
            "{}|{}|{}|{}",
            account_key(account),
            entry.booking_date,
            entry.amount.minor,
            entry.amount.currency
        );
        let key = |kind: &str, id: &Option<String>| {
            id.as_ref().map(|id| format!("{kind}|{head}|{}", folded(id, 64)))
        };
        let words = if entry.remittance.is_empty() {
            entry.counterparty.as_deref().unwrap_or_default()
        } else {
            &entry.remittance
        };
        Self {
            bank: key("bank", &entry.bank_reference),
            end_to_end: key("end", &entry.end_to_end_id),
            text: format!("text|{head}|{}", folded(words, 32)),
        }
    }

    fn hashed(&self, [bank, end_to_end, text]: [u32; 3]) -> Fingerprint {
        let hash = |key: &String, ordinal: u32| {
            let digest = Sha256::digest(format!("{key}|{ordinal}"));
            hex::encode(digest.get(..16).unwrap_or_default())
        };
        Fingerprint {
            bank: self.bank.as_ref().map(|key| hash(key, bank)),
            end_to_end: self.end_to_end.as_ref().map(|key| hash(key, end_to_end)),
            text: hash(&self.text, text),
        }
    }
}

/// The account in one spelling, however a format writes it. A German IBAN holds the bank's code and the number, as which older formats write it.
pub(crate) fn account_key(account: &Account) -> String {
    let id = account.id.as_str();
    let german = id
        .strip_prefix("DE")
        .filter(|rest| account.is_iban() && rest.len() == 20);
    let parts = german.and_then(|rest| Some((rest.get(2..10)?, rest.get(10..)?)));
    match parts.or_else(|| id.split_once('/')) {
        Some((bank, number)) => format!("{bank}/{}", number.trim_start_matches('0')),
        None => id.to_owned(),
    }
}

/// Letters and digits in small letters without marks, the first `length`. Older formats write ä as ae: both become a.
fn folded(text: &str, length: usize) -> String {
    let plain: String = text
        .nfkd()
        .filter(|c| c.is_alphanumeric() && !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .collect();
    let plain = plain
        .replace('ß', "ss")
        .replace("ae", "a")
        .replace("oe", "o")
        .replace("ue", "u");
    plain.chars().take(length).collect()
}
