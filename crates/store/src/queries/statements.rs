//! A client's statement of account, from its invoices, payments and allocations.

use folio_domain::clients::Client;
use folio_domain::ids::{ClientId, InvoiceId, PaymentId};
use folio_domain::invoices::{buyer, seller};
use folio_domain::payments::Payment;
use folio_domain::records::Kind;
use folio_domain::statements::{AccountStatement, Billed, Facts, Period};
use folio_domain::{Currency, Money};
use folio_protocol::queries::{QueryName, StatementQuery};
use jiff::civil::Date;
use sqlx::Row as _;
use sqlx::any::AnyRow;
use uuid::Uuid;

use super::reader::{Reader, id_at};
use super::{AnswerError, Question, payments};
use crate::StoreError;

impl Question for StatementQuery {
    const NAME: QueryName = QueryName::StatementQuery;

    async fn answer(&self, reader: &Reader<'_>) -> Result<AccountStatement, AnswerError> {
        reader.must_see_whole_clients()?;
        let period = Period::new(self.from, self.to)?;
        let client = reader.get::<Client>(self.client_id).await?.record;
        let organisation = reader.organisation().await?;
        let today = reader.day_in(&organisation.time_zone);
        let facts = facts(reader, self.client_id).await?;
        Ok(AccountStatement {
            client_id: self.client_id,
            language: client.language,
            sections: facts.statements(period, today, client.currency)?,
            seller: seller(&organisation),
            buyer: buyer(&client, None),
            bank: organisation.bank,
            client_number: client.client_number,
            from: period.from(),
            to: period.to(),
            drawn_up_on: today,
        })
    }
}

async fn facts(reader: &Reader<'_>, client: ClientId) -> Result<Facts, AnswerError> {
    let statement = reader.records::<Payment>().when("r.client_id", Some(client.0));
    let paid = reader.load::<Payment>(statement).await?;
    let ids: Vec<Uuid> = paid.iter().map(|payment| payment.id).collect();
    let set = payments::allocated(reader, &ids).await?;
    let columns =
        "r.id, r.number_key, r.sequence, r.issue_date, r.due_date, r.currency, r.total, r.credits_id";
    let statement = reader
        .select(Kind::Invoice, columns, "")
        .when("r.client_id", Some(client.0));
    let billed = reader.rows(statement).await?;
    Ok(Facts {
        billed: billed.iter().map(invoice).collect::<Result<_, _>>()?,
        paid: paid
            .into_iter()
            .map(|payment| (PaymentId(payment.id), payment.record))
            .collect(),
        set: set.into_values().flatten().collect(),
    })
}

/// What a statement needs of an invoice; its lines stay unread.
fn invoice(row: &AnyRow) -> Result<Billed, AnswerError> {
    let invoice_id = InvoiceId(id_at(row, 0)?);
    let corrupt = |error: String| StoreError::corrupt(format!("invoice {invoice_id}"), error);
    let date = |index: usize| -> Result<Date, AnswerError> {
        let text: &str = row.try_get(index)?;
        let date = text.parse::<Date>();
        Ok(date.map_err(|error| corrupt(error.to_string()))?)
    };
    let currency = Currency::parse(row.try_get(5)?).map_err(|error| corrupt(error.to_string()))?;
    Ok(Billed {
        invoice_id,
        number: row.try_get(1)?,
        sequence: row.try_get(2)?,
        credits: row.try_get::<Option<&str>, _>(7)?.is_some(),
        issue_date: date(3)?,
        due_date: date(4)?,
        total: Money::new(row.try_get(6)?, currency),
    })
}
