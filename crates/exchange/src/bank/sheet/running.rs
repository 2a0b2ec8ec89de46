//! The balance that some tables have after each line.

use folio_domain::Money;

use crate::bank::findings::{Findings, Rule};
use crate::bank::model::{Balance, Entry, Statement};
use crate::bank::words::{Say, Words};

/// Opening and closing balance, when the balance after each line goes with the lines, upwards or downwards.
pub(super) fn balances(statement: &mut Statement, balances: &[Option<Money>], findings: &mut Findings) {
    let balances: Option<Vec<Money>> = balances.iter().copied().collect();
    let Some(balances) = balances.filter(|balances| !balances.is_empty()) else {
        return;
    };
    let rows: Vec<(Money, Money)> = statement
        .entries
        .iter()
        .map(|entry| {
            if entry.booked {
                entry.amount
            } else {
                Money::zero(statement.currency)
            }
        })
        .zip(balances)
        .collect();
    let first_break = |rows: &mut dyn Iterator<Item = (usize, (Money, Money))>| {
        let mut before: Option<Money> = None;
        for (at, (amount, balance)) in rows {
            let fits = before.is_none_or(|before| before.plus(amount).is_ok_and(|sum| sum == balance));
            if !fits {
                return Some(at);
            }
            before = Some(balance);
        }
        None
    };
    let down = first_break(&mut rows.iter().copied().enumerate());
    let up = first_break(&mut rows.iter().copied().enumerate().rev());
    let (oldest, newest) = match (down, up) {
        (None, _) => (0, rows.len() - 1),
        (_, None) => (rows.len() - 1, 0),
        (Some(down), Some(up)) => {
            // The order in which it holds longer is the one that was meant.
            let at = if down >= rows.len() - 1 - up { down } else { up };
            let place = statement.entries.get(at).map(|entry| entry.place.clone());
            let english = "the balance of this line is not the one before with the line's amount";
            let words = Words::new(Say::Running, english);
            return findings.add(Rule::Running, place.unwrap_or_default(), words);
        }
    };
    let at = |index: usize| Some((rows.get(index)?, statement.entries.get(index)?));
    if let (Some(((amount, balance), first)), Some(((_, last), end))) = (at(oldest), at(newest))
        && let Ok(before) = balance.minus(*amount)
    {
        let balance = |amount, entry: &Entry| Balance {
            amount,
            date: Some(entry.booking_date),
            interim: false,
            place: entry.place.clone(),
        };
        let (opening, closing) = (balance(before, first), balance(*last, end));
        (statement.opening, statement.closing) = (Some(opening), Some(closing));
    }
}
