//! Payments, and what they pay.
//!
//! A payment is set against its invoice up to what the source says is paid of it; what is over comes as the client's
//! credit. What the source says is paid without a payment to show for it comes as one dated as the invoice, so that
//! every balance is the source's.
//!
//! What an earlier import brought counts: a payment that is new, but pays what came before in another shape, is left
//! out and said so.

use std::collections::BTreeMap;

use folio_domain::imports::ImportedPayment;
use folio_domain::payments::PaymentMethod;
use folio_domain::{Currency, Money};
use jiff::civil::Date;

use super::SOURCE;
use super::clients::{Clients, currency, key_of};
use super::columns::Column;
use super::groups::Group;
use super::invoices::{Incoming, Invoices, money};
use super::pricing::shown;
use super::table::Table;
use crate::imports::{Findings, Message, Taken, Trouble};
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
struct Paid<'t> {
    file: &'t str,
    line: u32,
    client_key: String,
    numbers: Vec<String>,
    received_on: Date,
    amount: Money,
    refunded: i64,
    method: PaymentMethod,
    reference: String,
    key: String,
}

/// How far an invoice is paid.
struct Ledger {
    /// What may be set against it before refunds.
    limit: i64,
    /// What these files set against it, before refunds.
    taken: i64,
    /// What came before and comes now, before refunds.
    brought: i64,
    /// All in all.
    allocated: i64,
}

/// The payments as they come, and what is then set against each invoice by those from the source.
pub(crate) struct Settled {
    pub(crate) payments: Vec<ImportedPayment>,
    pub(crate) allocated: BTreeMap<String, i64>,
}

/// Sets the payments against the invoices.
pub(crate) fn settle(
    rows: Vec<Row<'_>>,
    invoices: &Invoices<'_>,
    clients: &Clients,
    before: &Taken,
    findings: &mut Findings,
) -> Settled {
    let by_number: BTreeMap<&str, &Incoming<'_>> = invoices
        .come
        .iter()
        .map(|incoming| (incoming.invoice.number.as_str(), incoming))
        .collect();
    let mut reader = Reader {
        by_number: &by_number,
        invoices,
        clients,
        equal: BTreeMap::new(),
    };
    let mut paid: Vec<Paid<'_>> = Vec::new();
    for row in rows {
        match reader.read(&row, findings) {
            Ok(found) => paid.extend(found),
            Err(trouble) => findings.refuse(row.table.file, row.record.line, trouble),
        }
    }
    let mut settling = Settling {
        ledgers: ledgers(&by_number, &paid, before),
        before,
        settled: Vec::new(),
    };
    for payment in paid {
        settling.set(payment, findings);
    }
    settling.make_up(&invoices.come, findings);
    let allocated = settling.ledgers.iter();
    Settled {
        allocated: allocated
            .map(|(number, ledger)| ((*number).to_owned(), ledger.allocated))
            .collect(),
        payments: settling.settled,
    }
}

fn ledgers<'i>(
    by_number: &BTreeMap<&'i str, &Incoming<'_>>,
    paid: &[Paid<'_>],
    before: &Taken,
) -> BTreeMap<&'i str, Ledger> {
    let limit = |incoming: &Incoming<'_>| {
        incoming
            .paid
            .map_or_else(|| incoming.invoice.total.minor.max(0), |paid| paid.minor)
    };
    let fresh = |incoming: &Incoming<'_>| {
        let known = before.of(&incoming.invoice.number);
        Ledger {
            limit: limit(incoming),
            taken: 0,
            brought: known.paid,
            allocated: known.net,
        }
    };
    let mut ledgers: BTreeMap<&str, Ledger> = by_number
        .iter()
        .map(|(number, incoming)| (*number, fresh(incoming)))
        .collect();
    for payment in paid {
        if let Some(ledger) = payment
            .numbers
            .first()
            .and_then(|number| ledgers.get_mut(number.as_str()))
        {
            // What was given back had to be taken first.
            let back = payment.refunded.saturating_add((-payment.amount.minor).max(0));
            ledger.limit = ledger.limit.saturating_add(back);
        }
    }
    ledgers
}

struct Reader<'r, 'i> {
    by_number: &'r BTreeMap<&'i str, &'i Incoming<'i>>,
    invoices: &'i Invoices<'i>,
    clients: &'r Clients,
    /// How many payments that look alike were read.
    equal: BTreeMap<String, u32>,
}

impl Reader<'_, '_> {
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
        if numbers.len() > 1 {
            findings.doubt(
                table.file,
                record.line,
                (Message::PaymentSeveral, vec![("numbers", numbers.join(", "))]),
            );
        } else if numbers.is_empty() {
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

struct Settling<'i> {
    ledgers: BTreeMap<&'i str, Ledger>,
    before: &'i Taken,
    settled: Vec<ImportedPayment>,
}

impl Settling<'_> {
    fn set(&mut self, payment: Paid<'_>, findings: &mut Findings) {
        let is_known = self.is_known(&payment);
        let (mut left, mut covered) = (payment.amount.minor, 0_i64);
        for (nth, number) in payment.numbers.iter().enumerate() {
            let Some(ledger) = self.ledgers.get_mut(number.as_str()) else {
                continue;
            };
            let part = if left > 0 {
                left.min((ledger.limit - ledger.taken).max(0))
            } else {
                left
            };
            ledger.taken = ledger.taken.saturating_add(part.max(0));
            left -= part;
            let comes = if is_known {
                part
            } else {
                part.min((ledger.limit - ledger.brought).max(0))
            };
            covered = covered.saturating_add(part - comes);
            let suffix = if nth == 0 {
                String::new()
            } else {
                format!("/{number}")
            };
            self.push(&payment, is_known, &suffix, Some(number), comes);
        }
        let number = payment.numbers.first();
        let about = |minor: i64| {
            let amount = shown(Money::new(minor, payment.amount.currency));
            vec![
                ("number", number.cloned().unwrap_or_default()),
                ("amount", amount),
            ]
        };
        if covered != 0 {
            let trouble = (Message::PaymentCovered, about(covered));
            if covered == payment.amount.minor {
                findings.refuse(payment.file, payment.line, trouble);
            } else {
                findings.doubt(payment.file, payment.line, trouble);
            }
        }
        if left != 0 {
            if number.is_some() {
                let trouble = (Message::PaymentOverBalance, about(left));
                findings.doubt(payment.file, payment.line, trouble);
            }
            self.push(&payment, is_known, "/credit", None, left);
        }
        // What is refunded later comes for a payment that is known, too.
        self.push(&payment, false, "/refund", number, -payment.refunded);
    }

    /// Whether an earlier import brought the payment, in whatever parts.
    fn is_known(&self, payment: &Paid<'_>) -> bool {
        let parts = payment.numbers.iter().skip(1).map(|number| format!("/{number}"));
        ["", "/credit"]
            .map(str::to_owned)
            .into_iter()
            .chain(parts)
            .any(|suffix| self.before.holds(SOURCE, &format!("{}{suffix}", payment.key)))
    }

    /// Adds a part of a payment. One that is known stays as it came first: of it no part comes anew, and its sums
    /// are counted already.
    fn push(
        &mut self,
        payment: &Paid<'_>,
        is_known: bool,
        suffix: &str,
        number: Option<&String>,
        minor: i64,
    ) {
        let key = format!("{}{suffix}", payment.key);
        let holds = self.before.holds(SOURCE, &key);
        if minor == 0 || (is_known && !holds) {
            return;
        }
        let ledger = number.and_then(|number| self.ledgers.get_mut(number.as_str()));
        if let Some(ledger) = ledger.filter(|_| !holds) {
            ledger.brought = ledger.brought.saturating_add(minor.max(0));
            ledger.allocated = ledger.allocated.saturating_add(minor);
        }
        self.settled.push(ImportedPayment {
            client_key: payment.client_key.clone(),
            key,
            invoice_number: number.cloned(),
            received_on: payment.received_on,
            amount: Money::new(minor, payment.amount.currency),
            method: payment.method,
            reference: payment.reference.clone(),
        });
    }

    /// Adds what the source says is paid without a payment to show for it.
    fn make_up(&mut self, invoices: &[Incoming<'_>], findings: &mut Findings) {
        for incoming in invoices {
            let invoice = &incoming.invoice;
            let Some((ledger, paid)) = self.ledgers.get_mut(invoice.number.as_str()).zip(incoming.paid)
            else {
                continue;
            };
            let missing = paid.minor - ledger.allocated;
            if missing == 0 {
                continue;
            }
            ledger.allocated = paid.minor;
            let amount = Money::new(missing, invoice.currency);
            let params = vec![("number", invoice.number.clone()), ("amount", shown(amount))];
            findings.doubt(incoming.file, incoming.line, (Message::PaidUnrecorded, params));
            self.settled.push(ImportedPayment {
                client_key: incoming.client_key.clone(),
                key: self.unrecorded_key(&invoice.number),
                invoice_number: Some(invoice.number.clone()),
                received_on: invoice.issue_date,
                amount,
                method: PaymentMethod::Other,
                reference: String::new(),
            });
        }
    }

    /// A key that no earlier import used: what is paid may grow from one export to the next.
    fn unrecorded_key(&self, number: &str) -> String {
        let first = format!("{number}/unrecorded");
        let later = (2_u32..).map(|nth| format!("{first}/{nth}"));
        std::iter::once(first.clone())
            .chain(later)
            .find(|key| !self.before.holds(SOURCE, key))
            .unwrap_or(first)
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
