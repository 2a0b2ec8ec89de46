//! Payments, as the files tell of them.

use std::collections::BTreeMap;

use folio_domain::payments::PaymentMethod;
use folio_domain::{Currency, Money};
use jiff::civil::Date;

use super::clients::{Clients, currency, key_of};
use super::columns::Column;
use super::findings::{Findings, Message, Trouble};
use super::groups::Group;
use super::invoices::{Incoming, Invoices, money};
use super::table::Table;
use crate::tables::records::Record;

/// A row that tells of a payment.
pub(crate) struct Row<'t> {
    table: &'t Table<'t>,
    record: &'t Record,
    /// Whether it stands in a list of invoices, where "Unpaid" is an answer.
    within_invoices: bool,
}

/// The rows that tell of payments: those of payment files, else those that invoice files carry along.
pub(crate) fn rows<'t, 'a: 't>(
    tables: impl Iterator<Item = &'t Table<'a>>,
    groups: &[Group<'t>],
    findings: &mut Findings,
) -> Vec<Row<'t>> {
    let (mut rows, mut listed) = (Vec::new(), false);
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    for table in tables {
        listed = true;
        for record in &table.rows {
            let number = table.text(record, Column::PaymentNumber);
            if let Some(line) = seen.get(number).filter(|_| !number.is_empty()) {
                let params = vec![("number", number.to_owned()), ("line", line.to_string())];
                findings.refuse(table.file, record.line, (Message::PaymentTwice, params));
                continue;
            }
            seen.insert(number.to_owned(), record.line);
            rows.push(Row {
                table,
                record,
                within_invoices: false,
            });
        }
    }
    if listed {
        return rows;
    }
    let carrying = groups
        .iter()
        .filter(|group| group.table.has(Column::PaymentAmount) && group.twice_of.is_none());
    carrying
        .filter_map(|group| {
            Some(Row {
                table: group.table,
                record: group.first()?,
                within_invoices: true,
            })
        })
        .collect()
}

/// A payment, read.
pub(crate) struct Paid<'t> {
    pub(crate) file: &'t str,
    pub(crate) line: u32,
    pub(crate) client_key: String,
    /// The invoices that it is for.
    pub(crate) numbers: Vec<String>,
    /// Whether nothing said so, and they are the client's.
    pub(crate) spread: bool,
    pub(crate) received_on: Date,
    pub(crate) amount: Money,
    pub(crate) refunded: i64,
    pub(crate) method: PaymentMethod,
    pub(crate) reference: String,
    pub(crate) key: String,
}

/// Reads the payments.
pub(crate) fn read<'t>(
    rows: Vec<Row<'t>>,
    by_number: &BTreeMap<&str, &Incoming<'_>>,
    invoices: &Invoices<'_>,
    clients: &Clients,
    findings: &mut Findings,
) -> Vec<Paid<'t>> {
    let mut reader = Reader {
        by_number,
        invoices,
        clients,
        equal: BTreeMap::new(),
    };
    let mut paid: Vec<Paid<'t>> = Vec::new();
    for row in rows {
        match reader.read(&row, findings) {
            Ok(found) => paid.extend(found),
            Err(trouble) => findings.refuse(row.table.file, row.record.line, trouble),
        }
    }
    paid
}

struct Reader<'r> {
    by_number: &'r BTreeMap<&'r str, &'r Incoming<'r>>,
    invoices: &'r Invoices<'r>,
    clients: &'r Clients,
    /// How many payments that look alike were read.
    equal: BTreeMap<String, u32>,
}

impl Reader<'_> {
    fn read<'t>(&mut self, row: &Row<'t>, findings: &mut Findings) -> Result<Option<Paid<'t>>, Trouble> {
        let (table, record) = (row.table, row.record);
        let text = |column| table.text(record, column);
        let written = text(Column::PaymentAmount);
        if row.within_invoices && (written.is_empty() || written.eq_ignore_ascii_case("unpaid")) {
            return Ok(None);
        }
        let status = text(Column::PaymentStatus).to_lowercase();
        if matches!(
            status.as_str(),
            "failed" | "cancelled" | "canceled" | "voided" | "deleted" | "pending"
        ) {
            return Err((Message::PaymentFailed, vec![("status", status)]));
        }
        let numbers = self.numbers(text(Column::InvoiceNumber));
        if row.within_invoices
            && numbers
                .iter()
                .any(|number| self.invoices.refused.contains(number))
        {
            return Ok(None);
        }
        let (client_key, usual) = self.payer(text(Column::ClientName), &numbers)?;
        let named = currency(table, record)?;
        if let Some(named) = named.filter(|named| !numbers.is_empty() && *named != usual) {
            let params = vec![("value", named.to_string()), ("currency", usual.to_string())];
            return Err((Message::CurrencyDiffers, params));
        }
        let currency = named.unwrap_or(usual);
        let amount = money(table, record, Column::PaymentAmount, currency)?;
        let amount = amount
            .filter(|amount| amount.minor != 0)
            .ok_or((Message::PaymentNothing, vec![]))?;
        let refunded =
            money(table, record, Column::PaymentRefunded, currency)?.map_or(0, |money| money.minor);
        let received_on = table.date(record, Column::PaymentDate)?.ok_or_else(|| {
            (
                Message::DateMissing,
                vec![("column", table.title(Column::PaymentDate))],
            )
        })?;
        let spread = numbers.is_empty() && table.format.payments_name_no_invoice;
        if numbers.len() > 1 {
            findings.doubt(
                table.file,
                record.line,
                (Message::PaymentSeveral, vec![("numbers", numbers.join(", "))]),
            );
        } else if numbers.is_empty() && !spread {
            findings.doubt(table.file, record.line, (Message::PaymentNoInvoice, vec![]));
        }
        let key = self.key(
            text(Column::PaymentNumber),
            &numbers,
            &client_key,
            received_on,
            amount,
        );
        Ok(Some(Paid {
            file: table.file,
            line: record.line,
            client_key,
            numbers,
            spread,
            received_on,
            amount,
            refunded: refunded.max(0),
            method: method(text(Column::PaymentMethod)),
            reference: text(Column::PaymentReference).chars().take(200).collect(),
            key,
        }))
    }

    /// Invoice numbers of a cell: one, or several with commas between when they are no number together.
    fn numbers(&self, cell: &str) -> Vec<String> {
        let known =
            |number: &str| self.by_number.contains_key(number) || self.invoices.refused.contains(number);
        if cell.is_empty() {
            return Vec::new();
        }
        if known(cell) || !cell.contains([',', ';']) {
            return vec![cell.to_owned()];
        }
        cell.split([',', ';'])
            .map(|part| part.trim().to_owned())
            .filter(|part| !part.is_empty())
            .collect()
    }

    /// Who paid, and in which currency if nothing else is said.
    fn payer(&self, name: &str, numbers: &[String]) -> Result<(String, Currency), Trouble> {
        let named = key_of(name);
        let mut payer = None;
        for number in numbers {
            let Some(incoming) = self.by_number.get(number.as_str()) else {
                let refused = self.invoices.refused.contains(number);
                let message = if refused {
                    Message::PaymentInvoiceRefused
                } else {
                    Message::PaymentUnknownInvoice
                };
                return Err((message, vec![("number", number.clone())]));
            };
            let owner = &incoming.client_key;
            let of_other = payer.as_ref().is_some_and(|(key, _)| key != owner);
            if (!named.is_empty() && named != *owner) || of_other {
                let params = vec![("number", number.clone()), ("client", owner.clone())];
                return Err((Message::PaymentOtherClient, params));
            }
            payer = Some((owner.clone(), incoming.invoice.currency));
        }
        let client = || Some((named.clone(), self.clients.get(&named)?.client.currency));
        payer
            .or_else(client)
            .ok_or((Message::ClientMissing, vec![("client", named)]))
    }

    fn key(&mut self, number: &str, numbers: &[String], client: &str, on: Date, amount: Money) -> String {
        if !number.is_empty() {
            return format!("number/{number}");
        }
        let about = if numbers.is_empty() {
            format!("credit/{client}")
        } else {
            numbers.join("+")
        };
        let key = format!("{about}/{on}/{}{}", amount.minor, amount.currency);
        let nth = self.equal.entry(key.clone()).or_default();
        *nth += 1;
        format!("{key}/{nth}")
    }
}

fn method(text: &str) -> PaymentMethod {
    let text = text.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if text.is_empty() || says(&["bank", "transfer", "ach", "wire", "sepa", "neft", "rtgs", "imps"]) {
        PaymentMethod::BankTransfer
    } else if says(&["upi"]) {
        PaymentMethod::Upi
    } else if says(&["cash"]) {
        PaymentMethod::Cash
    } else if says(&["check", "cheque", "money order"]) {
        PaymentMethod::Cheque
    } else if says(&[
        "card",
        "visa",
        "amex",
        "american express",
        "discover",
        "diners",
        "stripe",
    ]) {
        PaymentMethod::Card
    } else {
        PaymentMethod::Other
    }
}
