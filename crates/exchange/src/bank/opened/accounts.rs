//! Accounts from several files: their balances, whether the entries make them, and what is missing in between.

use std::collections::{BTreeMap, BTreeSet};

use folio_domain::bank::{BankAccount, BankBalance, BankEntry, BankGap, BankParam, BankText};
use folio_domain::{Currency, Money};
use jiff::civil::Date;

use super::count;
use crate::bank::duplicates::account_key;
use crate::bank::model::{Account, Balance, Statement};

/// The accounts, in the order in which the files name them.
#[derive(Default)]
pub(super) struct Accounts {
    list: Vec<Gathered>,
    places: BTreeMap<(String, Currency), u32>,
}

struct Gathered {
    account: Account,
    currency: Currency,
    parts: Vec<Part>,
    entries: BTreeSet<usize>,
}

/// A statement of an account.
struct Part {
    number: Option<u64>,
    period: Option<(Date, Date)>,
    opening: Option<Balance>,
    closing: Option<Balance>,
    members: BTreeSet<usize>,
}

impl Accounts {
    /// The place of the account that a statement is of.
    pub(super) fn of(&mut self, statement: &Statement) -> u32 {
        let key = (account_key(&statement.account), statement.currency);
        let next = count(self.list.len());
        let place = *self.places.entry(key).or_insert(next);
        match self.at(place) {
            Some(known) => known.learn(&statement.account),
            None => self.list.push(Gathered {
                account: statement.account.clone(),
                currency: statement.currency,
                parts: Vec::new(),
                entries: BTreeSet::new(),
            }),
        }
        place
    }

    /// Adds a statement whose entries are those at `members`.
    pub(super) fn add(&mut self, place: u32, statement: &Statement, members: Vec<usize>) {
        let Some(account) = self.at(place) else {
            return;
        };
        account.entries.extend(members.iter().copied());
        account.parts.push(Part {
            number: statement.number.as_deref().and_then(number),
            period: statement.period(),
            opening: statement.opening.clone(),
            closing: statement.closing.clone(),
            members: members.into_iter().collect(),
        });
    }

    /// The accounts with the sums of those of `entries` that are theirs.
    pub(super) fn shown(self, entries: &[BankEntry]) -> Vec<BankAccount> {
        self.list
            .into_iter()
            .map(|account| account.shown(entries))
            .collect()
    }

    fn at(&mut self, place: u32) -> Option<&mut Gathered> {
        self.list.get_mut(usize::try_from(place).ok()?)
    }
}

/// A statement's number without its page: `00012/001` is 12.
fn number(text: &str) -> Option<u64> {
    text.split('/').next()?.trim().parse().ok()
}

impl Gathered {
    /// Takes from another file what the first did not say.
    fn learn(&mut self, account: &Account) {
        if account.is_iban() && !self.account.is_iban() {
            self.account.id.clone_from(&account.id);
        }
        self.account.bank = self.account.bank.take().or_else(|| account.bank.clone());
        self.account.owner = self.account.owner.take().or_else(|| account.owner.clone());
    }

    fn shown(self, entries: &[BankEntry]) -> BankAccount {
        let currency = self.currency;
        let own = self.entries.iter().filter_map(|at| entries.get(*at));
        let booked: Vec<Money> = own
            .filter(|entry| entry.booked && entry.amount.currency == currency)
            .map(|entry| entry.amount)
            .collect();
        let sum = |out: bool| {
            let of_sign = booked.iter().filter(|amount| (amount.minor < 0) == out);
            let sum = Money::sum(currency, of_sign.copied()).ok()?;
            Some(if out { sum.negated() } else { sum })
        };
        let parts = chain(self.parts);
        let opening = parts.first().and_then(|part| part.opening.clone());
        let closing = parts.last().and_then(|part| part.closing.clone());
        let made = || {
            let sum = Money::sum(currency, booked.iter().copied()).ok()?;
            opening.as_ref()?.amount.plus(sum).ok()
        };
        let adds_up = closing
            .as_ref()
            .and_then(|closing| Some(made()? == closing.amount));
        let days = || parts.iter().filter_map(|part| part.period);
        BankAccount {
            id: self.account.id,
            bank: self.account.bank.unwrap_or_default(),
            owner: self.account.owner.unwrap_or_default(),
            currency,
            from: days().map(|(from, _)| from).min(),
            to: days().map(|(_, to)| to).max(),
            came: sum(false),
            went: sum(true),
            adds_up,
            statements: count(parts.len()),
            entries: count(self.entries.len()),
            gaps: gaps(&parts),
            opening: opening.map(shown_balance),
            closing: closing.map(shown_balance),
        }
    }
}

fn shown_balance(balance: Balance) -> BankBalance {
    BankBalance {
        amount: balance.amount,
        date: balance.date,
    }
}

/// The statements in the order of their days, without those that lie wholly in another: the same from two files, or
/// a day's beside the month's.
fn chain(parts: Vec<Part>) -> Vec<Part> {
    let length = |part: &Part| part.period.map_or(0, |(from, to)| days(from, to));
    let mut longest_first = parts;
    longest_first.sort_by_key(|part| std::cmp::Reverse(length(part)));
    let mut kept: Vec<Part> = Vec::new();
    for part in longest_first {
        if !kept.iter().any(|whole| holds(whole, &part)) {
            kept.push(part);
        }
    }
    kept.sort_by_key(|part| part.period);
    kept
}

fn days(from: Date, to: Date) -> i32 {
    to.since(from).map_or(0, |span| span.get_days())
}

fn holds(whole: &Part, part: &Part) -> bool {
    let (Some((from, to)), Some((first, last))) = (whole.period, part.period) else {
        return false;
    };
    let amount = |balance: &Option<Balance>| balance.as_ref().map(|balance| balance.amount);
    let balances = |part: &Part| (amount(&part.opening), amount(&part.closing));
    from <= first
        && last <= to
        && part.members.is_subset(&whole.members)
        && (!part.members.is_empty()
            || days(from, to) > days(first, last)
            || balances(whole) == balances(part))
}

fn gaps(parts: &[Part]) -> Vec<BankGap> {
    let pairs = parts.windows(2).filter_map(|pair| match pair {
        [before, after] => between(before, after),
        _ => None,
    });
    pairs.map(|text| BankGap { text }).collect()
}

/// What is missing between two statements that follow each other.
fn between(before: &Part, after: &Part) -> Option<BankText> {
    let ((_, ended), (begins, _)) = (before.period?, after.period?);
    if begins < ended {
        return None;
    }
    let told = |key: &str| {
        BankText::plain(key)
            .with("ended", BankParam::Day(ended))
            .with("begins", BankParam::Day(begins))
    };
    // Numbers begin anew each year, or do not.
    if let (Some(one), Some(next)) = (before.number, after.number)
        && next > one + 1
        && ended.year() == begins.year()
    {
        let number = |number: u64| BankParam::Text(number.to_string());
        return Some(if next == one + 2 {
            told("bank-gap-number").with("number", number(one + 1))
        } else {
            told("bank-gap-numbers")
                .with("first", number(one + 1))
                .with("last", number(next - 1))
        });
    }
    let (closing, opening) = (before.closing.as_ref()?, after.opening.as_ref()?);
    (closing.amount != opening.amount).then(|| {
        told("bank-gap-balance")
            .with("closing", BankParam::Money(closing.amount))
            .with("opening", BankParam::Money(opening.amount))
    })
}
