//! Number series: a pattern and the next number. Gapless together with the numbers that imported invoices hold: a
//! number is taken only inside the transaction that freezes an invoice.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::decisions::{Context, Decision, Mutate};
use crate::ids::{OrgId, SeriesId};
use crate::record;
use crate::records::{Kind, Place, Read, Records, Write};
use crate::refusals::{Reason, Refusal, require_text};

/// A number series. One that begins again each year counts each year for itself, so that a year's numbers have no
/// gap in whatever order the years come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Series {
    /// What it is called.
    pub name: String,
    /// How a number is written: `YYYY` for the year, one run of `0` or `#` for the number padded to its length,
    /// everything else as it stands. `YYYY-0000` gives `2026-0001`.
    pub pattern: String,
    /// The number that the next invoice takes; where it begins again each year, the next one of `year`.
    #[ts(type = "number")]
    pub next: i64,
    /// How many numbers it has given out.
    #[ts(type = "number")]
    pub spent: i64,
    /// Whether it begins again at 1 each year; only sensible with the year in the pattern.
    pub restarts_yearly: bool,
    /// The year that `next` is of: that of the last number given out, or in which the series was set up.
    pub year: Option<i16>,
    /// For each year in which it has given out numbers, the one after the last of them.
    #[serde(default)]
    #[ts(type = "Record<string, number>")]
    pub nexts: BTreeMap<i16, i64>,
}

record!(Series | me | {});

/// The id of the organisation's series for invoices.
#[must_use]
pub fn series_id(org_id: OrgId) -> SeriesId {
    SeriesId(uuid::Uuid::new_v5(&org_id.0, b"series/invoices"))
}

/// The id of the organisation's series for credit notes.
#[must_use]
pub fn credit_series_id(org_id: OrgId) -> SeriesId {
    SeriesId(uuid::Uuid::new_v5(&org_id.0, b"series/credit_notes"))
}

/// The series for credit notes of a business that has not set up its own.
#[must_use]
pub fn credit_series() -> Series {
    Series {
        name: "credit_notes".to_owned(),
        pattern: "CN-YYYY-0000".to_owned(),
        next: 1,
        spent: 0,
        restarts_yearly: true,
        year: None,
        nexts: BTreeMap::new(),
    }
}

/// The id of the series that invoices, or credit notes, take their numbers from.
pub(super) fn series_id_for(org_id: OrgId, credit_notes: bool) -> SeriesId {
    if credit_notes {
        credit_series_id(org_id)
    } else {
        series_id(org_id)
    }
}

/// That series with its id; none while there is none for invoices.
pub(super) fn series_for(org_id: OrgId, records: &Records, credit_notes: bool) -> Option<(SeriesId, Series)> {
    let id = series_id_for(org_id, credit_notes);
    let usual = || credit_notes.then(credit_series);
    let series = records.find::<Series>(id).cloned().or_else(usual)?;
    Some((id, series))
}

/// The most numbers that are passed over because invoices hold them.
const HELD_MAX: i64 = 5_000;

impl Series {
    /// The number that an invoice of `year` takes, should no other hold it.
    pub(crate) fn next_in(&self, year: i16) -> i64 {
        if !self.restarts_yearly {
            return self.next;
        }
        let is_current = self.year.is_none_or(|current| current == year);
        let unspent = if is_current { self.next } else { 1 };
        self.nexts.get(&year).copied().unwrap_or(unspent)
    }

    /// The number and its text that an invoice of `year` takes, and the series after it. Numbers whose text `is_held`
    /// are passed over: another tool gave them out before its invoices were taken over.
    ///
    /// # Errors
    /// A pattern that has no place for the number; too many numbers that are held.
    pub fn take(&self, year: i16, is_held: impl Fn(&str) -> bool) -> Result<(i64, String, Self), Refusal> {
        let first = self.next_in(year);
        let mut number = first;
        let mut text = self.text(year, number)?;
        while is_held(&text) {
            if number - first >= HELD_MAX {
                return Err(Refusal::new(Reason::NumberTaken).with("number", text));
            }
            number += 1;
            text = self.text(year, number)?;
        }
        let mut nexts = self.nexts.clone();
        // A series that was written before each year had its count has that of its last year in `next` alone.
        let before = self.year.filter(|_| self.restarts_yearly && self.spent > 0);
        if let Some(before) = before {
            nexts.entry(before).or_insert(self.next);
        }
        nexts.insert(year, number + 1);
        let after = Self {
            next: number + 1,
            spent: self.spent + 1,
            year: Some(year),
            nexts,
            ..self.clone()
        };
        Ok((number, text, after))
    }

    /// The texts whose invoices are to be looked up for [`Series::take`], given those that are known to be held; asked
    /// again until it names nothing new. Few at first, for mostly the first is free.
    ///
    /// # Errors
    /// A pattern that has no place for the number.
    pub fn texts_to_look_up(
        &self,
        year: i16,
        is_held: impl Fn(&str) -> bool,
    ) -> Result<Vec<String>, Refusal> {
        let first = self.next_in(year);
        let mut texts = Vec::new();
        let (mut made, mut count) = (0, 1);
        loop {
            for nth in made..count {
                texts.push(self.text(year, first + nth)?);
            }
            made = count;
            if count > HELD_MAX || !texts.iter().all(|text| is_held(text)) {
                return Ok(texts);
            }
            count = (count * 16).min(HELD_MAX + 1);
        }
    }

    /// The same with another pattern and rhythm, once it has given out numbers. A series that no longer begins again
    /// each year goes on after the highest number of any.
    fn set(&self, pattern: &str, restarts_yearly: bool) -> Self {
        let next = match (self.restarts_yearly, restarts_yearly) {
            (true, false) => self.nexts.values().copied().fold(self.next, i64::max),
            (false, true) => {
                let of_year = self.year.and_then(|year| self.nexts.get(&year));
                of_year.copied().unwrap_or(self.next)
            }
            _ => self.next,
        };
        Self {
            pattern: pattern.to_owned(),
            restarts_yearly,
            next,
            ..self.clone()
        }
    }

    /// The number that `text` is, when it is one of the series in `year`.
    #[must_use]
    pub(crate) fn number_in(&self, year: i16, text: &str) -> Option<i64> {
        let (before, _, after) = pattern_in(&self.pattern, year).ok()?;
        let digits = text.strip_prefix(&before)?.strip_suffix(&after)?;
        let number = digits.parse().ok()?;
        self.text(year, number)
            .is_ok_and(|own| own == text)
            .then_some(number)
    }

    /// `number` as the series writes it in `year`.
    ///
    /// # Errors
    /// A pattern that has no place for the number.
    pub fn text(&self, year: i16, number: i64) -> Result<String, Refusal> {
        format_number(&self.pattern, year, number)
    }
}

/// Writes `number` by `pattern`.
fn format_number(pattern: &str, year: i16, number: i64) -> Result<String, Refusal> {
    let (before, width, after) = pattern_in(pattern, year)?;
    Ok(format!("{before}{number:0width$}{after}"))
}

/// Whether two patterns write some number alike in `year` or beside it. How wide they write it does not tell them
/// apart, for a number grows over its width.
fn can_meet(one: &str, other: &str, year: i16) -> bool {
    let around = |pattern: &str, year| pattern_in(pattern, year).map(|(before, _, after)| (before, after));
    let years = year.saturating_sub(1)..=year.saturating_add(1);
    years
        .into_iter()
        .any(|year| match (around(one, year), around(other, year)) {
            (Ok(one), Ok(other)) => one == other,
            _ => false,
        })
}

/// What stands before the number in `year`, how wide the number is, and what stands after it.
fn pattern_in(pattern: &str, year: i16) -> Result<(String, usize, String), Refusal> {
    let is_place = |character: char| matches!(character, '0' | '#');
    let start = pattern
        .find(is_place)
        .ok_or_else(|| Refusal::new(Reason::BadPattern))?;
    let (before, rest) = pattern.split_at(start);
    let after = rest.trim_start_matches(is_place);
    if after.contains(is_place) {
        return Err(Refusal::new(Reason::BadPattern));
    }
    let width = rest.chars().count() - after.chars().count();
    let with_year = |part: &str| part.replace("YYYY", &format!("{year:04}"));
    Ok((with_year(before), width, with_year(after)))
}

/// Arguments of [`crate::mutations::Mutation::SetSeries`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SetSeries {
    /// The pattern, as in [`Series`].
    pub pattern: String,
    /// The number that the next invoice takes: one more than the old tool's last. Once numbers are spent it can
    /// only stay as it is.
    #[ts(type = "number")]
    pub next: i64,
    /// Whether it begins again at 1 each year.
    pub restarts_yearly: bool,
    /// Whether it is the series of credit notes; else that of invoices.
    #[serde(default)]
    pub credit_notes: bool,
}

impl Mutate for SetSeries {
    fn reads(&self, ctx: &Context, _known: &Records) -> Vec<Read> {
        vec![
            Read::one::<Series>(series_id(ctx.org_id)),
            Read::one::<Series>(credit_series_id(ctx.org_id)),
        ]
    }

    fn decide(&self, ctx: &Context, records: &Records) -> Result<Decision, Refusal> {
        let id = series_id_for(ctx.org_id, self.credit_notes);
        let other = series_for(ctx.org_id, records, !self.credit_notes);
        let year = ctx.today.year();
        if other.is_some_and(|(_, other)| can_meet(&other.pattern, &self.pattern, year)) {
            return Err(Refusal::new(Reason::SamePattern));
        }
        let old = records.find::<Series>(id);
        if old.is_some_and(|old| old.spent > 0 && old.next != self.next) {
            return Err(Refusal::new(Reason::SeriesInUse));
        }
        require_text("pattern", &self.pattern, 40)?;
        if !(1..1_000_000_000).contains(&self.next) {
            return Err(Refusal::field(Reason::OutOfRange, "next"));
        }
        if self.restarts_yearly && !self.pattern.contains("YYYY") {
            return Err(Refusal::new(Reason::BadPattern));
        }
        format_number(&self.pattern, 2000, self.next)?;
        let series = match old.filter(|old| old.spent > 0) {
            Some(old) => old.set(&self.pattern, self.restarts_yearly),
            None => Series {
                name: if self.credit_notes {
                    "credit_notes"
                } else {
                    "invoices"
                }
                .to_owned(),
                pattern: self.pattern.clone(),
                next: self.next,
                spent: 0,
                restarts_yearly: self.restarts_yearly,
                year: Some(ctx.today.year()),
                nexts: BTreeMap::new(),
            },
        };
        let label = series.pattern.clone();
        let writes = vec![Write::put(id, Place::INTERNAL, series)];
        Ok(Decision::noted(writes, None, (Kind::Series, id.0), &label))
    }
}
