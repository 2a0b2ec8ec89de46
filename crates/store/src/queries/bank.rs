//! Payments that were recorded, and invoices that a payer mentions.

use folio_domain::bank::only_mentioned;
use folio_domain::ids::{ClientId, InvoiceId, PaymentId};
use folio_domain::payments::Payment;
use folio_domain::records::Kind;
use folio_protocol::queries::{
    MentionedInvoice, MentionedInvoiceAnswer, MentionedInvoiceQuery, QueryName, RecordedPayment,
    RecordedPaymentPage, RecordedPayments,
};
use sqlx::Row as _;

use super::cursor::page_size;
use super::payments::{newest_first, reversed};
use super::reader::{Reader, id_at};
use super::{AnswerError, Question};

/// The most rows of a page.
const PAGE_MAX: u32 = 2_000;
/// So much of what a payer wrote is looked through, in characters.
const TEXT_MAX: usize = 2_000;

impl Question for RecordedPayments {
    const NAME: QueryName = QueryName::RecordedPayments;

    async fn answer(&self, reader: &Reader<'_>) -> Result<RecordedPaymentPage, AnswerError> {
        let size = page_size(self.limit, PAGE_MAX);
        // No money came with a set-off.
        let statement = reader
            .records::<Payment>()
            .push(" AND r.sets_off_id IS NULL AND r.reverses_id IS NULL AND r.amount > 0")
            .push(" AND r.received_on >= ")
            .bind(self.from)
            .push(" AND r.received_on <= ")
            .bind(self.to);
        let (found, next) = newest_first(reader, statement, self.after.as_deref(), size).await?;
        let reversed = reversed(reader, found.iter().map(|payment| payment.id).collect()).await?;
        let standing = found
            .into_iter()
            .filter(|payment| !reversed.contains(&PaymentId(payment.id)));
        Ok(RecordedPaymentPage {
            rows: standing
                .map(|payment| RecordedPayment {
                    payment_id: PaymentId(payment.id),
                    received_on: payment.record.received_on,
                    amount: payment.record.amount,
                    reference: payment.record.reference,
                })
                .collect(),
            next,
        })
    }
}

impl Question for MentionedInvoiceQuery {
    const NAME: QueryName = QueryName::MentionedInvoiceQuery;

    async fn answer(&self, reader: &Reader<'_>) -> Result<MentionedInvoiceAnswer, AnswerError> {
        let invoices = reader.join("JOIN", Kind::Invoice, "i", "i.id = r.id");
        // What gives back is due on no day.
        let statement = reader
            .select(
                Kind::InvoiceStanding,
                "r.id, r.client_id, i.number_key",
                &invoices,
            )
            .push(" AND r.open = 1 AND r.due_date IS NOT NULL AND r.currency = ")
            .bind(self.currency.code());
        let rows = reader.rows(statement).await?;
        let open = rows
            .iter()
            .map(|row| {
                Ok(MentionedInvoice {
                    invoice_id: InvoiceId(id_at(row, 0)?),
                    client_id: ClientId(id_at(row, 1)?),
                    number: row.try_get(2)?,
                })
            })
            .collect::<Result<Vec<_>, AnswerError>>()?;
        let text: String = self.text.chars().take(TEXT_MAX).collect();
        let numbers = open.iter().map(|invoice| (invoice.number.as_str(), invoice));
        Ok(MentionedInvoiceAnswer {
            invoice: only_mentioned(&text, numbers).cloned(),
        })
    }
}
