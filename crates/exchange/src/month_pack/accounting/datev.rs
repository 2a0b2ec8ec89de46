//! The month as a DATEV posting batch (EXTF, "Buchungsstapel" version 13): Windows-1252, semicolons, texts in quotes.
//! Source: DATEV developer portal, "DATEV-Format", pages Header and Buchungsstapel.
//!
//! DATEV keeps books in euros and takes the tax out of a gross amount by the account that it is booked to. So only
//! what is in euros and has at most one German rate on each line can be booked; the rest is left out, and the
//! manifest names it with the reason.

mod chart;
mod columns;
mod text;

use std::collections::BTreeMap;

use folio_domain::books::DatevSettings;
use folio_domain::invoices::{Tax, TaxCategory, line_shares};
use folio_domain::{ClientId, Money};
use jiff::civil::Date;

use self::chart::{Accounts, DEBTOR_ALL};
use self::columns::Booking;
use super::{MadeFile, Month};
use crate::month_pack::manifest::{LeftOut, LeftOutReason};
use crate::month_pack::rows::allocated;
use crate::month_pack::{PackError, PackInvoice, PackPayment, days_of};

/// The countries whose books DATEV keeps: there the file is made without being asked for.
const AT_HOME: [&str; 2] = ["DE", "AT"];

/// The first amount in cents that has more than the ten digits before the comma that DATEV takes.
const MINOR_END: i64 = 1_000_000_000_000;

/// `EXTF_Buchungsstapel_2026-03.csv`, where the business is at home or its settings are given.
pub(super) fn file(month: &Month<'_, '_>) -> Result<Option<MadeFile>, PackError> {
    let settings = match month.pack.datev {
        Some(settings) => settings,
        None if AT_HOME.contains(&month.seller_country()) => DatevSettings::default(),
        None => return Ok(None),
    };
    let name = format!("EXTF_Buchungsstapel_{}.csv", month.stem());
    let batch = Batch {
        month,
        accounts: Accounts::of(settings.chart),
    };
    let mut file = MadeFile::new(&name, Vec::new());
    let mut bookings = Vec::new();
    for one in month.invoices {
        match batch.invoice(one)? {
            Ok(rows) => bookings.extend(rows),
            Err(reason) => file.left_out.push(LeftOut {
                path: file.path.clone(),
                number: one.invoice.number.clone(),
                reason,
            }),
        }
    }
    for one in month.payments {
        match batch.payment(one)? {
            Ok(rows) => bookings.extend(rows),
            Err(reason) => file.left_out.push(LeftOut {
                path: file.path.clone(),
                number: one.id.to_string(),
                reason,
            }),
        }
    }
    let mut text = head(month, &settings)?;
    text.push_str(&columns::titles());
    text.push_str("\r\n");
    for booking in &bookings {
        text.push_str(&booking.line());
        text.push_str("\r\n");
    }
    file.bytes = text::windows_1252(&text);
    Ok(Some(file))
}

/// What cannot be booked, and why.
type Booked<'a> = Result<Vec<Booking<'a>>, LeftOutReason>;

struct Batch<'p, 'a> {
    month: &'p Month<'p, 'a>,
    accounts: &'static Accounts,
}

impl<'a> Batch<'_, 'a> {
    /// A booking for each way in which lines are taxed: the client's account against that of the revenue.
    fn invoice(&self, one: &PackInvoice<'a>) -> Result<Booked<'a>, PackError> {
        let invoice = one.invoice;
        if let Some(reason) = unfit(invoice.total) {
            return Ok(Err(reason));
        }
        let mut sums: BTreeMap<Option<&Tax>, Money> = BTreeMap::new();
        for (line, share) in invoice.lines.iter().zip(line_shares(invoice)?) {
            let tax = match line.item.taxes.as_slice() {
                [] => None,
                [tax] => Some(tax),
                _ => return Ok(Err(LeftOutReason::SeveralTaxes)),
            };
            let sum = sums.entry(tax).or_insert(Money::zero(invoice.currency));
            *sum = sum.plus(share.taxable)?.plus(share.tax)?;
        }
        if Money::sum(invoice.currency, sums.values().copied())? != invoice.total {
            return Ok(Err(LeftOutReason::DoesNotAddUp));
        }
        let mut rows = Vec::new();
        for (tax, amount) in sums {
            // DATEV takes no booking of nothing.
            if amount.minor == 0 {
                continue;
            }
            if let Some(reason) = unfit(amount) {
                return Ok(Err(reason));
            }
            let Some(revenue) = self.accounts.revenue(tax) else {
                return Ok(Err(LeftOutReason::UnknownRate));
            };
            let abroad = tax.is_some_and(|tax| {
                matches!(
                    tax.category,
                    TaxCategory::IntraCommunity | TaxCategory::ReverseCharge
                )
            });
            rows.push(Booking {
                amount,
                account: self.debtor(invoice.client_id),
                against: revenue.to_owned(),
                date: invoice.issue_date,
                document: &invoice.number,
                words: &invoice.buyer.name,
                buyer_tax_id: if abroad { &invoice.buyer.tax_id } else { "" },
                due: invoice.falls_due(),
            });
        }
        Ok(Ok(rows))
    }

    /// A booking for each invoice that a payment is set against, and one for what is left over.
    fn payment(&self, one: &PackPayment<'a>) -> Result<Booked<'a>, PackError> {
        let payment = one.payment;
        if let Some(reason) = unfit(payment.amount) {
            return Ok(Err(reason));
        }
        let left = payment.amount.minus(allocated(one)?)?;
        let parts = one.allocations.iter().map(|part| (part.number, part.amount));
        let rows = parts.chain([("", left)]).map(|(number, amount)| Booking {
            amount,
            account: self.accounts.money(payment.method).to_owned(),
            against: self.debtor(payment.client_id),
            date: payment.received_on,
            document: number,
            words: one.client_name,
            buyer_tax_id: "",
            due: None,
        });
        Ok(Ok(rows.filter(|row| row.amount.minor != 0).collect()))
    }

    /// The client's number where it is that of a debtor's account, else the account of all debtors.
    fn debtor(&self, client: ClientId) -> String {
        let number = self
            .month
            .pack
            .clients
            .get(&client)
            .map(|client| client.client_number.trim());
        let debtor = number.filter(|number| {
            let account = number.parse::<u32>();
            number.len() == 5 && account.is_ok_and(|account| (10_000..=69_999).contains(&account))
        });
        debtor.unwrap_or(DEBTOR_ALL).to_owned()
    }
}

/// Why no amount like this one can be booked.
fn unfit(amount: Money) -> Option<LeftOutReason> {
    if amount.currency.code() != "EUR" {
        Some(LeftOutReason::NotInEuros)
    } else if amount.minor.abs() >= MINOR_END {
        Some(LeftOutReason::TooLarge)
    } else {
        None
    }
}

/// The first line: who, when, which chart.
fn head(month: &Month<'_, '_>, settings: &DatevSettings) -> Result<String, PackError> {
    let (from, to) = days_of(month.pack.year, month.pack.month)?;
    let compact = |date: Date| date.strftime("%Y%m%d").to_string();
    let begin_year = from.year() - i16::from(settings.year_begins_in > from.month());
    let begin = Date::new(begin_year, settings.year_begins_in, 1)
        .map_err(|_no_month| PackError::NotAMonth(begin_year, settings.year_begins_in))?;
    // When it was made: the month's last moment, for the same month has the same bytes whenever it is packed.
    let made = format!("{}235959000", compact(to));
    let fields = [
        "\"EXTF\"".to_owned(),
        "700".to_owned(),
        "21".to_owned(),
        "\"Buchungsstapel\"".to_owned(),
        "13".to_owned(),
        made,
        String::new(),
        "\"FO\"".to_owned(),
        "\"\"".to_owned(),
        "\"\"".to_owned(),
        settings.adviser_number.to_string(),
        settings.business_number.to_string(),
        compact(begin),
        "4".to_owned(),
        compact(from),
        compact(to),
        format!("\"Folio {}\"", month.stem()),
        "\"\"".to_owned(),
        "1".to_owned(),
        "0".to_owned(),
        "0".to_owned(),
        "\"EUR\"".to_owned(),
        String::new(),
        "\"\"".to_owned(),
        String::new(),
        String::new(),
        format!("\"{}\"", settings.chart.code()),
        String::new(),
        String::new(),
        "\"\"".to_owned(),
        "\"\"".to_owned(),
    ];
    Ok(fields.join(";") + "\r\n")
}
