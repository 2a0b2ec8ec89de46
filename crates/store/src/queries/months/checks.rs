//! The checklist: what is to be done before the month can be closed, each with where it is mended.

use folio_domain::clients::Client;
use folio_domain::invoices::Draft;
use folio_domain::organisations::Organisation;
use folio_domain::payments::Payment;
use folio_domain::records::Kind;
use folio_protocol::queries::{MonthCheck, MonthCheckItem, MonthCheckKind};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use uuid::Uuid;

use super::{Entry, gaps};
use crate::queries::reader::{Found, Reader};
use crate::queries::{AnswerError, payments};

/// How many of its things a line of the checklist names.
const ITEMS_MAX: usize = 5;

/// The most drafts that are looked at.
const DRAFTS_MAX: i64 = 1_000;

/// Every line of the checklist that the asker can judge: drafts only where they may be seen, tax ids only where the
/// business has one itself.
pub(super) async fn all(
    reader: &Reader<'_>,
    from: Date,
    entries: &[Entry],
    received: &[Found<Payment>],
) -> Result<Vec<MonthCheck>, AnswerError> {
    // None while a replica takes its first snapshot.
    let business = reader.find::<Organisation>(reader.org_id()).await?;
    let business = business.map(|found| found.record);
    let mut checks = Vec::new();
    if reader.may_see(Kind::Draft) {
        let zone = business.as_ref().map_or("UTC", |business| &business.time_zone);
        checks.push(old_drafts(reader, from.last_of_month(), zone).await?);
    }
    checks.push(of_invoices(MonthCheckKind::UnsentInvoices, entries, |entry| {
        entry.unsent
    }));
    checks.push(unallocated(reader, received).await?);
    let mut missing = gaps::gaps(reader, from, entries, false).await?;
    missing.extend(gaps::gaps(reader, from, entries, true).await?);
    let missing = missing
        .into_iter()
        .map(|label| MonthCheckItem { id: None, label });
    checks.push(check(MonthCheckKind::NumberGaps, missing));
    checks.push(of_invoices(MonthCheckKind::PdfsMissing, entries, |entry| {
        entry.pdf_missing
    }));
    if business.is_some_and(|business| !business.tax_id.trim().is_empty()) {
        checks.push(without_tax_id(reader, entries).await?);
    }
    Ok(checks)
}

fn check(kind: MonthCheckKind, found: impl IntoIterator<Item = MonthCheckItem>) -> MonthCheck {
    let mut found = found.into_iter();
    let items: Vec<MonthCheckItem> = found.by_ref().take(ITEMS_MAX).collect();
    let count = items.len() + found.count();
    MonthCheck {
        kind,
        count: u32::try_from(count).unwrap_or(u32::MAX),
        items,
    }
}

fn item(id: Uuid, label: String) -> MonthCheckItem {
    MonthCheckItem { id: Some(id), label }
}

fn of_invoices(kind: MonthCheckKind, entries: &[Entry], fits: impl Fn(&Entry) -> bool) -> MonthCheck {
    let found = entries.iter().filter(|entry| fits(entry));
    check(
        kind,
        found.map(|entry| item(entry.id.0, entry.billed.number.clone())),
    )
}

/// The drafts that belong to the month or one before: by the date that they shall bear, else by the day on which they
/// were begun.
async fn old_drafts(reader: &Reader<'_>, end: Date, zone: &str) -> Result<MonthCheck, AnswerError> {
    let statement = reader
        .records::<Draft>()
        .push(" ORDER BY r.edited_at, r.id LIMIT ")
        .bind(DRAFTS_MAX);
    let drafts = reader.load::<Draft>(statement).await?;
    // No organisation has an unknown zone.
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let day = |draft: &Draft| {
        let begun = || draft.created_at.to_zoned(zone.clone()).date();
        draft.issue_date.unwrap_or_else(begun)
    };
    let old: Vec<_> = drafts
        .into_iter()
        .filter(|draft| day(&draft.record) <= end)
        .collect();
    let clients = old.iter().map(|draft| draft.record.billing.client_id).collect();
    let names = reader.names(clients).await?;
    let named = old.into_iter().map(|draft| {
        let name = names.of(draft.record.billing.client_id);
        item(draft.id, name)
    });
    Ok(check(MonthCheckKind::OldDrafts, named))
}

/// The payments of the month that stand and are not wholly set against invoices, by the names of who paid.
async fn unallocated(reader: &Reader<'_>, received: &[Found<Payment>]) -> Result<MonthCheck, AnswerError> {
    let ids: Vec<Uuid> = received.iter().map(|payment| payment.id).collect();
    let parts = payments::allocated(reader, &ids).await?;
    let reversed = payments::reversed(reader, ids).await?;
    let clients = received.iter().map(|payment| Some(payment.record.client_id));
    let names = reader.names(clients.collect()).await?;
    let loose = received.iter().filter(|payment| {
        let id = payment.id.into();
        let set = parts.get(&id).map_or(&[][..], Vec::as_slice);
        payment.record.reverses.is_none()
            && !reversed.contains(&id)
            && payments::unallocated(&payment.record, set).minor != 0
    });
    let named = loose.map(|payment| {
        let client = payment.record.client_id;
        item(client.0, names.of(Some(client)))
    });
    Ok(check(MonthCheckKind::UnallocatedPayments, named))
}

async fn without_tax_id(reader: &Reader<'_>, entries: &[Entry]) -> Result<MonthCheck, AnswerError> {
    let billed = entries.iter().map(|entry| entry.billed.client_id.0);
    let clients = reader.by_ids::<Client>(billed.collect()).await?;
    let without = clients
        .into_values()
        .filter(|client| client.record.tax_id.trim().is_empty());
    let named = without.map(|client| item(client.id, client.record.name));
    Ok(check(MonthCheckKind::ClientsWithoutTaxId, named))
}
