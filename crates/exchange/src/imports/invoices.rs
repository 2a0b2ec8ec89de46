//! Invoices, as they come.

use std::collections::BTreeSet;

use folio_domain::imports::ImportedInvoice;
use folio_domain::invoices::{Invoice, InvoiceLine, Origin, buyer, seller};
use folio_domain::refusals::{limit_text, require_text};
use folio_domain::{ClientId, Currency, Money};
use jiff::ToSpan;
use jiff::civil::Date;

use super::Settings;
use super::clients::{Clients, Known, broken_rule, currency};
use super::columns::Column;
use super::findings::{Findings, Message, Trouble};
use super::groups::Group;
use super::pricing::{Priced, Raw, shown};
use super::table::{Amount, Table};
use crate::tables::currencies;
use crate::tables::records::Record;

/// An invoice that comes.
pub(crate) struct Incoming<'t> {
    pub(crate) file: &'t str,
    pub(crate) line: u32,
    pub(crate) client_key: String,
    pub(crate) invoice: Invoice,
    /// The amount that the source states.
    pub(crate) stated: Option<Money>,
    /// What is paid, as the source states it or its balance says.
    pub(crate) paid: Option<Money>,
    /// When the last payment came, if the source says so.
    pub(crate) paid_on: Option<Date>,
    sent: bool,
}

impl Incoming<'_> {
    /// The invoice as the domain takes it.
    pub(crate) fn imported(self) -> ImportedInvoice {
        let midnight = self
            .invoice
            .issue_date
            .to_zoned(jiff::tz::TimeZone::UTC)
            .map(|zoned| zoned.timestamp());
        let sent_at = midnight.ok().filter(|_| self.sent);
        ImportedInvoice {
            client_key: self.client_key,
            invoice: self.invoice,
            sent_at,
        }
    }
}

/// The invoices of the files.
#[derive(Default)]
pub(crate) struct Invoices<'t> {
    pub(crate) come: Vec<Incoming<'t>>,
    /// The numbers of those that were refused.
    pub(crate) refused: BTreeSet<String>,
    /// The amounts of those that were refused, where they can be read.
    pub(crate) left_out: Vec<Money>,
}

/// Reads invoices from their rows.
pub(crate) fn read<'t>(
    groups: &[Group<'t>],
    clients: &mut Clients,
    settings: &Settings<'_>,
    findings: &mut Findings,
) -> Invoices<'t> {
    let mut invoices = Invoices::default();
    let mut said: BTreeSet<(&str, &str)> = BTreeSet::new();
    for group in groups {
        let table = group.table;
        let lacks = [
            (!table.has_items(), Message::FileNoItems),
            (!table.has(Column::InvoiceAmount), Message::FileNoTotals),
        ];
        for (_, message) in lacks.into_iter().filter(|(lacks, _)| *lacks) {
            if said.insert((table.file, message.key())) {
                findings.doubt(table.file, 1, (message, vec![]));
            }
        }
        let mut reader = Reader {
            group,
            settings,
            findings,
        };
        match reader.read(clients) {
            Ok(incoming) => invoices.come.push(incoming),
            Err((line, trouble)) => {
                findings.refuse(group.table.file, line, trouble);
                invoices
                    .left_out
                    .extend(stated_at_least(group, clients, settings));
                if group.twice_of.is_none() {
                    invoices.refused.insert(group.number.clone());
                }
            }
        }
    }
    invoices
}

/// The amount of an invoice that is refused, when it can be read.
fn stated_at_least(group: &Group<'_>, clients: &Clients, settings: &Settings<'_>) -> Option<Money> {
    let row = group.first()?;
    let key = super::clients::key_of(group.table.text(row, Column::ClientName));
    let of_client = clients
        .get(&key)
        .map_or(settings.organisation.currency, |known| known.client.currency);
    let currency = currency(group.table, row).ok()?.unwrap_or(of_client);
    money(group.table, row, Column::InvoiceAmount, currency).ok()?
}

/// The amount in a cell, exactly.
pub(crate) fn money(
    table: &Table<'_>,
    row: &Record,
    column: Column,
    currency: Currency,
) -> Result<Option<Money>, Trouble> {
    let Some(Amount { value, sign }) = table.amount(row, column)? else {
        return Ok(None);
    };
    let text = table.text(row, column).to_owned();
    if currencies::of_sign(&sign).is_some_and(|other| other != currency) {
        return Err((
            Message::CurrencyDiffers,
            vec![("value", text), ("currency", currency.to_string())],
        ));
    }
    let amount = Money::rounded(value, currency)
        .ok()
        .filter(|amount| amount.to_decimal() == value);
    amount.map(Some).ok_or_else(|| {
        let params = vec![
            ("column", table.title(column)),
            ("value", text),
            ("currency", currency.to_string()),
        ];
        (Message::AmountTooFine, params)
    })
}

struct Reader<'g, 't, 's, 'f> {
    group: &'g Group<'t>,
    settings: &'s Settings<'s>,
    findings: &'f mut Findings,
}

type Refused = (u32, Trouble);

impl<'t> Reader<'_, 't, '_, '_> {
    fn about(&self) -> Vec<(&'static str, String)> {
        vec![("number", self.group.number.clone())]
    }

    fn read(&mut self, clients: &mut Clients) -> Result<Incoming<'t>, Refused> {
        let (table, line) = (self.group.table, self.group.line());
        let at_head = |trouble: Trouble| (line, trouble);
        let Some(row) = self.group.first() else {
            return Err(at_head((Message::InvoiceNumberMissing, vec![])));
        };
        self.may_come(table, row).map_err(at_head)?;
        let (client_key, known) = clients
            .find(table, row, self.settings, self.findings)
            .map_err(at_head)?;
        let currency = currency(table, row)
            .map_err(at_head)?
            .unwrap_or(known.client.currency);
        let (issue_date, due_date) = self.dates(table, row, known).map_err(at_head)?;
        let stated = money(table, row, Column::InvoiceAmount, currency).map_err(at_head)?;
        let paid = self.paid(table, row, currency, stated).map_err(at_head)?;
        let priced = self.priced(known, currency, stated)?;
        let paid_on = table.date(row, Column::InvoicePaidOn).map_err(at_head)?;
        let (reference, note) = texts(table, row).map_err(at_head)?;
        let status = table.text(row, Column::InvoiceStatus);
        let sent = !status.is_empty() || paid.is_some_and(|paid| paid.minor != 0);
        let (discount, tax_mode) = (priced.content.discount, priced.content.tax_mode);
        let totals = priced.totals;
        let lines = priced.content.lines.into_iter().zip(totals.lines);
        let invoice = Invoice {
            number: self.group.number.clone(),
            // Put right by the import: a client's id is made from its key.
            client_id: ClientId(uuid::Uuid::nil()),
            origin: Origin::Imported {
                source: table.format.format.source().to_owned(),
            },
            seller: seller(self.settings.organisation),
            bank: self.settings.organisation.bank.clone(),
            buyer: buyer(&known.client, known.contacts.first()),
            language: known.client.language,
            currency,
            tax_mode,
            issue_date,
            due_date,
            reference,
            note,
            discount,
            lines: lines
                .map(|(item, amounts)| InvoiceLine { item, amounts })
                .collect(),
            subtotal: totals.subtotal,
            discount_total: totals.discount_total,
            taxable_total: totals.taxable_total,
            taxes: totals.taxes,
            tax_total: totals.tax_total,
            delivered_on: None,
            einvoice: None,
            credits: None,
            total: totals.total,
            issued_at: self.settings.now,
        };
        for doubt in priced.doubts {
            // Where the file states no amount at all, that is said once.
            if doubt.0 != Message::TotalMissing || table.has(Column::InvoiceAmount) {
                self.findings.doubt(table.file, line, doubt);
            }
        }
        if due_date < issue_date {
            self.findings
                .doubt(table.file, line, (Message::DueBeforeIssue, self.about()));
        }
        Ok(Incoming {
            file: table.file,
            line,
            client_key,
            invoice,
            stated,
            paid,
            paid_on,
            sent,
        })
    }

    fn may_come(&self, table: &Table<'_>, row: &Record) -> Result<(), Trouble> {
        let number = &self.group.number;
        if let Some(line) = self.group.twice_of {
            let params = vec![("number", number.clone()), ("line", line.to_string())];
            return Err((Message::InvoiceNumberTwice, params));
        }
        require_text("number", number, 100).map_err(|refusal| broken_rule(&refusal))?;
        if self.settings.numbers_in_use.contains(number) {
            return Err((Message::InvoiceNumberInUse, self.about()));
        }
        match table.text(row, Column::InvoiceStatus).to_lowercase().as_str() {
            "draft" | "submitted" | "awaiting approval" | "pending approval" | "pending" => {
                Err((Message::InvoiceDraft, self.about()))
            }
            "cancelled" | "canceled" | "reversed" | "deleted" | "void" | "voided" => {
                Err((Message::InvoiceCancelled, self.about()))
            }
            _ => Ok(()),
        }
    }

    fn dates(&self, table: &Table<'_>, row: &Record, known: &Known) -> Result<(Date, Date), Trouble> {
        let issue_date = table.date(row, Column::InvoiceDate)?.ok_or_else(|| {
            (
                Message::DateMissing,
                vec![("column", table.title(Column::InvoiceDate))],
            )
        })?;
        let days = known
            .client
            .payment_terms_days
            .unwrap_or(self.settings.organisation.payment_terms_days);
        let usual = issue_date
            .checked_add(i64::from(days).days())
            .unwrap_or(issue_date);
        Ok((
            issue_date,
            table.date(row, Column::InvoiceDueDate)?.unwrap_or(usual),
        ))
    }

    /// What is paid: the amount less the balance, or what the source says is paid.
    fn paid(
        &self,
        table: &Table<'_>,
        row: &Record,
        currency: Currency,
        stated: Option<Money>,
    ) -> Result<Option<Money>, Trouble> {
        let balance = money(table, row, Column::InvoiceBalance, currency)?;
        let said = money(table, row, Column::InvoicePaid, currency)?;
        let Some(amount) = stated else {
            return Ok(said);
        };
        let Some(balance) = balance.or_else(|| amount.minus(said?).ok()) else {
            return Ok(None);
        };
        let between = if amount.minor < 0 {
            amount.minor..=0
        } else {
            0..=amount.minor
        };
        if !between.contains(&balance.minor) {
            let mut params = self.about();
            params.extend([("amount", shown(amount)), ("balance", shown(balance))]);
            return Err((Message::BalanceOdd, params));
        }
        Ok(amount.minus(balance).ok())
    }

    fn priced(
        &mut self,
        known: &Known,
        currency: Currency,
        stated: Option<Money>,
    ) -> Result<Priced, Refused> {
        let (table, line, number) = (self.group.table, self.group.line(), &self.group.number);
        let language = known.client.language;
        let mut raw = Raw::read(table, &self.group.rows(), currency, language)?;
        if let (true, Some(stated)) = (raw.is_empty(), stated) {
            let row = self.group.first();
            let summary = row.map_or("", |row| table.text(row, Column::InvoiceSummary));
            raw.stand_in(if summary.is_empty() { number } else { summary }, stated);
            if table.has_items() {
                self.findings
                    .doubt(table.file, line, (Message::InvoiceNoItems, self.about()));
            }
        }
        let trouble = match raw.price(number, stated) {
            Ok(priced) => return Ok(priced),
            Err(trouble) => trouble,
        };
        // The same invoice once more further down: the first one is it, the others are refused.
        let (Some((first, again)), Message::TotalDiffers) = (self.group.runs.split_first(), trouble.0) else {
            return Err((line, trouble));
        };
        let alone = Raw::read(table, first, currency, language)?;
        match alone.price(number, stated) {
            Ok(priced) if !again.is_empty() => {
                for run in again {
                    let params = vec![("number", number.clone()), ("line", line.to_string())];
                    let at = run.first().map_or(line, |row| row.line);
                    self.findings
                        .refuse(table.file, at, (Message::InvoiceNumberTwice, params));
                }
                Ok(priced)
            }
            _ => Err((line, trouble)),
        }
    }
}

fn texts(table: &Table<'_>, row: &Record) -> Result<(String, String), Trouble> {
    let reference = table.text(row, Column::InvoiceReference).to_owned();
    let parts = [Column::InvoiceNote, Column::InvoiceTerms, Column::InvoiceFooter]
        .map(|column| table.text(row, column))
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>();
    let note = parts.join("\n\n");
    let checked = limit_text("reference", &reference, 100).and_then(|()| limit_text("note", &note, 4_000));
    checked.map_err(|refusal| broken_rule(&refusal))?;
    Ok((reference, note))
}
