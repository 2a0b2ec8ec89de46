//! Numbers of a series that no invoice, or no credit note, has.

use std::collections::BTreeSet;

use folio_domain::invoices::{Series, credit_series, credit_series_id, series_id};
use folio_domain::records::Kind;
use jiff::civil::Date;
use sqlx::Row as _;

use super::Entry;
use crate::queries::AnswerError;
use crate::queries::numbers::held_of;
use crate::queries::reader::Reader;
use crate::queries::statement::Statement;

/// The numbers that no invoice has, between the last one before those of the month and the last one of the month.
pub(super) async fn gaps(
    reader: &Reader<'_>,
    from: Date,
    entries: &[Entry],
    credit_notes: bool,
) -> Result<Vec<String>, AnswerError> {
    let of_series = entries
        .iter()
        .filter(|entry| entry.billed.credits.is_some() == credit_notes);
    let used = || of_series.clone().filter_map(|entry| entry.billed.sequence());
    let (Some(lowest), Some(highest)) = (used().min(), used().max()) else {
        return Ok(Vec::new());
    };
    let series = series(reader, credit_notes).await?;
    // A series that begins again each year uses its numbers again: only those of this year count.
    let yearly = series.as_ref().is_some_and(|series| series.restarts_yearly);
    let issued = || {
        let issued = reader
            .select(Kind::Invoice, "r.sequence", "")
            .push(" AND r.source = 'issued'")
            .push(if credit_notes {
                " AND r.credits_id IS NOT NULL"
            } else {
                " AND r.credits_id IS NULL"
            });
        if !yearly {
            return issued;
        }
        let (begin, end) = (
            format!("{:04}-01-01", from.year()),
            format!("{:04}-12-31", from.year()),
        );
        issued
            .push(" AND r.issue_date >= ")
            .bind(begin)
            .push(" AND r.issue_date <= ")
            .bind(end)
    };
    let before = issued()
        .push(" AND r.sequence < ")
        .bind(lowest)
        .push(" ORDER BY r.sequence DESC LIMIT 1");
    let before = sequences(reader, before).await?.pop_last();
    let first = before.map_or(lowest, |last| last + 1);
    let between = issued()
        .push(" AND r.sequence >= ")
        .bind(first)
        .push(" AND r.sequence <= ")
        .bind(highest);
    let taken = sequences(reader, between).await?;
    let missing = (first..=highest).filter(|number| !taken.contains(number));
    let missing: Vec<String> = missing
        .map(|number| written(series.as_ref(), from.year(), number))
        .collect();
    // A number that an imported invoice holds is passed over, and missing nowhere.
    let held = held_of(reader, &missing).await?;
    Ok(missing
        .into_iter()
        .filter(|number| !held.contains(number))
        .collect())
}

async fn series(reader: &Reader<'_>, credit_notes: bool) -> Result<Option<Series>, AnswerError> {
    if credit_notes {
        let own = reader.find::<Series>(credit_series_id(reader.org_id())).await?;
        return Ok(Some(own.map_or_else(credit_series, |found| found.record)));
    }
    let own = reader.find::<Series>(series_id(reader.org_id())).await?;
    Ok(own.map(|found| found.record))
}

async fn sequences(reader: &Reader<'_>, statement: Statement) -> Result<BTreeSet<i64>, AnswerError> {
    let rows = reader.rows(statement).await?;
    Ok(rows
        .iter()
        .map(|row| row.try_get::<i64, _>(0))
        .collect::<Result<_, _>>()?)
}

/// `number` as the series writes it.
fn written(series: Option<&Series>, year: i16, number: i64) -> String {
    series
        .and_then(|series| series.text(year, number).ok())
        .unwrap_or_else(|| number.to_string())
}
