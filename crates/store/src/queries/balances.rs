//! What is owed: sums of open invoices by client and currency, less what is left of credit notes.

use std::collections::BTreeMap;

use folio_domain::ids::ClientId;
use folio_domain::records::Kind;
use folio_domain::{Currency, Money};
use folio_protocol::queries::Owed;
use jiff::civil::Date;
use sqlx::Row as _;
use sqlx::any::AnyRow;

use super::AnswerError;
use super::reader::{Reader, id_at};
use super::statement::Statement;
use crate::StoreError;

/// What one client owes in one currency.
pub(super) struct Balance {
    pub(super) client_id: ClientId,
    pub(super) owed: Owed,
    pub(super) days_late: i32,
}

/// The balances of `clients`, or of all that the asker may see.
pub(super) async fn balances(
    reader: &Reader<'_>,
    today: Date,
    clients: Option<Vec<ClientId>>,
) -> Result<Vec<Balance>, AnswerError> {
    let columns = "r.client_id, r.currency, CAST(SUM(r.amount_due) AS BIGINT), \
                   CAST(SUM(CASE WHEN r.due_date < $2 THEN r.amount_due ELSE 0 END) AS BIGINT), COUNT(r.due_date), \
                   CAST(SUM(CASE WHEN r.due_date < $2 THEN 1 ELSE 0 END) AS BIGINT), MIN(r.due_date)";
    let open = || {
        reader
            .select(Kind::InvoiceStanding, columns, "")
            .with(today)
            .push(" AND r.open = 1")
    };
    let grouped = |statement: Statement| statement.push(" GROUP BY r.client_id, r.currency");
    let rows = match clients {
        None => reader.rows(grouped(open())).await?,
        Some(clients) => {
            let ids = clients.into_iter().map(|client| client.0).collect();
            reader
                .chunked(ids, |part| grouped(open().among("r.client_id", part)))
                .await?
        }
    };
    rows.iter().map(|row| balance(row, today)).collect()
}

fn balance(row: &AnyRow, today: Date) -> Result<Balance, AnswerError> {
    let client_id = ClientId(id_at(row, 0)?);
    let corrupt = |error: String| StoreError::corrupt(format!("standing of {client_id}"), error);
    let currency = Currency::parse(row.try_get(1)?).map_err(|error| corrupt(error.to_string()))?;
    // None where credit notes alone are open: they are due on no day.
    let oldest: Option<Date> = row
        .try_get::<Option<&str>, _>(6)?
        .map(str::parse)
        .transpose()
        .map_err(|error: jiff::Error| corrupt(error.to_string()))?;
    let net: i64 = row.try_get(2)?;
    let late = net.min(row.try_get(3)?).max(0);
    let owed = Owed {
        currency,
        amount_due: Money::new(net.max(0), currency),
        in_credit: Money::new(net.saturating_neg().max(0), currency),
        late: Money::new(late, currency),
        invoices: count(row.try_get(4)?),
        invoices_late: if late > 0 { count(row.try_get(5)?) } else { 0 },
    };
    let days_late = match oldest {
        Some(oldest) if oldest < today => (today - oldest).get_days(),
        _ => 0,
    };
    Ok(Balance {
        client_id,
        owed,
        days_late,
    })
}

fn count(number: i64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The sums of `balances` by currency.
pub(super) fn by_currency<'a>(balances: impl IntoIterator<Item = &'a Balance>) -> Vec<Owed> {
    let mut sums: BTreeMap<Currency, Owed> = BTreeMap::new();
    for Balance { owed, .. } in balances {
        sums.entry(owed.currency)
            .and_modify(|sum| {
                sum.amount_due.minor += owed.amount_due.minor;
                sum.in_credit.minor += owed.in_credit.minor;
                sum.late.minor += owed.late.minor;
                sum.invoices += owed.invoices;
                sum.invoices_late += owed.invoices_late;
            })
            .or_insert_with(|| owed.clone());
    }
    sums.into_values().collect()
}
