//! The number that the next invoice takes.

use std::collections::BTreeSet;

use folio_domain::invoices::Series;
use folio_domain::records::Kind;
use sqlx::Row as _;

use super::AnswerError;
use super::reader::Reader;

/// How many numbers one statement looks up.
const CHUNK: usize = 500;

/// The place and the text of the number that an invoice of `year` would take now.
pub(super) async fn next_number(
    reader: &Reader<'_>,
    series: &Series,
    year: i16,
) -> Result<(i64, String), AnswerError> {
    let mut asked = 0;
    let mut held = BTreeSet::new();
    loop {
        let texts = series.texts_to_look_up(year, |text| held.contains(text))?;
        let Some(new) = texts.get(asked..).filter(|new| !new.is_empty()) else {
            break;
        };
        held.extend(held_of(reader, new).await?);
        asked = texts.len();
    }
    let (sequence, text, _) = series.take(year, |text| held.contains(text))?;
    Ok((sequence, text))
}

/// Those of `numbers` that invoices have.
pub(super) async fn held_of(
    reader: &Reader<'_>,
    numbers: &[String],
) -> Result<BTreeSet<String>, AnswerError> {
    let mut held = BTreeSet::new();
    for part in numbers.chunks(CHUNK) {
        let statement = reader
            .select(Kind::Invoice, "r.number_key", "")
            .among("r.number_key", part.iter().cloned());
        for row in reader.rows(statement).await? {
            held.insert(row.try_get(0)?);
        }
    }
    Ok(held)
}
