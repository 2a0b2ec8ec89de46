//! Number series: a pattern and the next number. Gapless: a number is taken only inside the transaction that
//! freezes an invoice.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::decisions::{Context, Decision, Mutate};
use crate::ids::{OrgId, SeriesId};
use crate::record;
use crate::records::{Kind, Place, Read, Records, Write};
use crate::refusals::{Reason, Refusal, require_text};

/// A number series.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Series {
    /// What it is called.
    pub name: String,
    /// How a number is written: `YYYY` for the year, one run of `0` or `#` for the number padded to its length,
    /// everything else as it stands. `YYYY-0000` gives `2026-0001`.
    pub pattern: String,
    /// The number that the next invoice takes.
    #[ts(type = "number")]
    pub next: i64,
    /// How many numbers it has given out.
    #[ts(type = "number")]
    pub spent: i64,
    /// Whether it begins again at 1 each year; only sensible with the year in the pattern.
    pub restarts_yearly: bool,
    /// The year of the last number given out; none before the first.
    pub year: Option<i16>,
}

record!(Series | me | {});

/// The id of the organisation's series for invoices.
#[must_use]
pub fn series_id(org_id: OrgId) -> SeriesId {
    SeriesId(uuid::Uuid::new_v5(&org_id.0, b"series/invoices"))
}

impl Series {
    /// The number and its text that an invoice of `year` takes, and the series after it.
    ///
    /// # Errors
    /// A pattern that has no place for the number; with a yearly series, a year before that of the last number.
    pub fn take(&self, year: i16) -> Result<(i64, String, Self), Refusal> {
        if self.restarts_yearly && self.year.is_some_and(|last| year < last) {
            return Err(Refusal::field(Reason::YearClosed, "issue_date"));
        }
        let restart = self.restarts_yearly && self.year.is_some_and(|last| last < year);
        let number = if restart { 1 } else { self.next };
        let text = format_number(&self.pattern, year, number)?;
        let after = Self {
            next: number + 1,
            spent: self.spent + 1,
            year: Some(year),
            ..self.clone()
        };
        Ok((number, text, after))
    }
}

/// Writes `number` by `pattern`.
fn format_number(pattern: &str, year: i16, number: i64) -> Result<String, Refusal> {
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
    Ok(format!(
        "{}{number:0width$}{}",
        with_year(before),
        with_year(after)
    ))
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
}

impl Mutate for SetSeries {
    fn reads(&self, ctx: &Context, _known: &Records) -> Vec<Read> {
        vec![Read::one::<Series>(series_id(ctx.org_id))]
    }

    fn decide(&self, ctx: &Context, records: &Records) -> Result<Decision, Refusal> {
        let id = series_id(ctx.org_id);
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
        let series = Series {
            name: "invoices".to_owned(),
            pattern: self.pattern.clone(),
            next: self.next,
            spent: old.map_or(0, |old| old.spent),
            restarts_yearly: self.restarts_yearly,
            year: old.and_then(|old| old.year),
        };
        let label = series.pattern.clone();
        let writes = vec![Write::put(id, Place::INTERNAL, series)];
        Ok(Decision::noted(writes, None, (Kind::Series, id.0), &label))
    }
}
