//! One invoice with all that happened to it.

mod set;

use folio_domain::ids::{InvoiceId, ThreadId};
use folio_domain::invoices::{Crediting, Invoice, InvoicePdf, InvoiceStanding};
use folio_domain::people::Delivery;
use folio_domain::records::Kind;
use folio_protocol::queries::{CreditNoteRow, CreditUse, InvoiceDetail, InvoiceQuery, QueryName};

use super::reader::{Found, Reader, id_at};
use super::{AnswerError, Question, activity};

impl Question for InvoiceQuery {
    const NAME: QueryName = QueryName::InvoiceQuery;

    async fn answer(&self, reader: &Reader<'_>) -> Result<InvoiceDetail, AnswerError> {
        let id = self.invoice_id;
        let today = reader.today().await?;
        let invoice = reader.get::<Invoice>(id).await?.record;
        let standing = reader.get::<InvoiceStanding>(id).await?.record;
        let pdf = reader.find::<InvoicePdf>(id).await?.map(|found| found.record);
        let mut deliveries: Vec<Delivery> = reader
            .by_column::<Delivery>("r.invoice_id", vec![id.0])
            .await?
            .into_iter()
            .map(|found| found.record)
            .collect();
        deliveries.sort_by_key(|delivery| std::cmp::Reverse(delivery.at));
        let set = set::against(reader, id, invoice.currency).await?;
        let notes = notes(reader, id).await?;
        let left_to_credit = Crediting::of(id, &invoice, notes.iter().map(|note| &note.record).collect())
            .and_then(|crediting| Ok(crediting.left()?.total))
            .ok();
        Ok(InvoiceDetail {
            invoice_id: id,
            status: standing.status(),
            days_late: standing.days_late(today),
            pdf,
            payments: set.payments,
            paid: set.paid,
            set_offs: set.set_offs,
            set_off: set.set_off,
            credit_notes: notes.iter().map(note_row).collect(),
            left_to_credit,
            deliveries,
            activity: activity::about(reader, id.0).await?,
            thread_id: thread(reader, id).await?,
            face: invoice.is_credit_note().then(|| invoice.face().into_owned()),
            credit: invoice.is_credit_note().then(|| CreditUse {
                total: standing.total.negated(),
                used: standing.amount_paid.negated(),
                left: standing.amount_due.negated(),
            }),
            today,
            invoice,
            standing,
        })
    }
}

/// The credit notes of an invoice, oldest first.
pub(super) async fn notes(reader: &Reader<'_>, id: InvoiceId) -> Result<Vec<Found<Invoice>>, AnswerError> {
    let mut notes = reader.by_column::<Invoice>("r.credits_id", vec![id.0]).await?;
    notes.sort_by_key(|note| (note.record.issue_date, note.record.issued_at, note.id));
    Ok(notes)
}

fn note_row(note: &Found<Invoice>) -> CreditNoteRow {
    CreditNoteRow {
        invoice_id: InvoiceId(note.id),
        number: note.record.number.clone(),
        issue_date: note.record.issue_date,
        issued_at: note.record.issued_at,
        amount: note.record.total.negated(),
    }
}

/// The first thread about an invoice.
async fn thread(reader: &Reader<'_>, id: InvoiceId) -> Result<Option<ThreadId>, AnswerError> {
    let statement = reader
        .select(Kind::Thread, "r.id", "")
        .when("r.subject_id", Some(id.0))
        .push(" ORDER BY r.id LIMIT 1");
    let rows = reader.rows(statement).await?;
    rows.first().map(|row| Ok(ThreadId(id_at(row, 0)?))).transpose()
}
