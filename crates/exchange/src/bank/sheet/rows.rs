//! Rows to entries.

use std::collections::BTreeMap;

use folio_domain::{Currency, Money};
use jiff::civil::Date;

use super::headings::{is_booked, is_outwards};
use super::mapping::{AmountColumns, Column, DateOrder, Given, Mapping};
use super::running;
use crate::bank::ENTRIES_MAX;
use crate::bank::findings::{Finding, Findings, Place, Rule};
use crate::bank::model::{Account, Entry, Statement};
use crate::bank::text::{self, quoted};
use crate::bank::words::{self, Say, Words};
use crate::tables::currencies;
use crate::tables::dates;
use crate::tables::numbers;
use crate::tables::records::{Record, Records};

/// Reads all rows. Each account and currency of a table is a statement of its own.
pub(super) fn read(text: &str, mapping: &Mapping, findings: &mut Findings) -> Vec<Statement> {
    let mut records =
        Records::new(text, mapping.delimiter).skip_while(|record| record.line < mapping.header_line);
    let header = if mapping.header_line > 0 {
        records.next()
    } else {
        None
    };
    let columns = match Columns::of(mapping, header.as_ref()) {
        Ok(columns) => columns,
        Err(finding) => {
            findings.push(finding);
            return Vec::new();
        }
    };
    let mut accounts: Vec<(Statement, Vec<Option<Money>>)> = Vec::new();
    let mut numbers: BTreeMap<(String, Currency), usize> = BTreeMap::new();
    for (count, record) in records.filter(|record| !record.is_blank()).enumerate() {
        if count == ENTRIES_MAX {
            findings.add(Rule::Limit, Place::new(record.line, ""), words::more_entries());
            break;
        }
        let (account, entry, balance) = match columns.row(&record, findings) {
            Ok(row) => row,
            Err(finding) => {
                findings.push(finding);
                continue;
            }
        };
        let currency = entry.amount.currency;
        let number = *numbers
            .entry((account.clone(), currency))
            .or_insert(accounts.len());
        if number == accounts.len() {
            let account = Account {
                id: account,
                ..Account::default()
            };
            let statement = Statement::new(account, currency, Place::new(mapping.header_line.max(1), ""));
            accounts.push((statement, Vec::new()));
        }
        if let Some((statement, balances)) = accounts.get_mut(number) {
            statement.entries.push(entry);
            balances.push(balance);
        }
    }
    let finished = accounts.into_iter().map(|(mut statement, balances)| {
        running::balances(&mut statement, &balances, findings);
        statement
    });
    finished.collect()
}

/// What a line says that holds one text alone, as banks write below their tables; none for anything with a digit, which
/// could be an entry.
fn remark(record: &Record) -> Option<&str> {
    let mut said = record
        .cells
        .iter()
        .map(|cell| cell.trim())
        .filter(|cell| !cell.is_empty());
    let (text, None) = (said.next()?, said.next()) else {
        return None;
    };
    (!text.contains(char::is_numeric)).then_some(text)
}

/// A date of a cell.
pub(super) fn cell_date(cell: &str, order: DateOrder) -> Option<Date> {
    let cell = cell.trim();
    let packed = cell.len() == 8 && cell.bytes().all(|byte| byte.is_ascii_digit());
    if packed {
        return text::iso_day(cell).filter(|day| !day.moved).map(|day| day.date);
    }
    dates::written(cell)?.date(order.into())
}

/// The mapping with every column by its position.
struct Columns<'a> {
    mapping: &'a Mapping,
    booking_date: usize,
    value_date: Option<usize>,
    amount: Amounts,
    currency: Option<usize>,
    account: Option<usize>,
    counterparty: Vec<usize>,
    counterparty_account: Option<usize>,
    remittance: Vec<usize>,
    end_to_end_id: Option<usize>,
    bank_reference: Option<usize>,
    kind: Option<usize>,
    balance: Option<usize>,
    status: Option<usize>,
}

enum Amounts {
    Signed(usize),
    Split(usize, usize),
    Marked(usize, usize),
}

impl<'a> Columns<'a> {
    fn of(mapping: &'a Mapping, header: Option<&Record>) -> Result<Self, Finding> {
        let at = |column: &Column| match column {
            Column::Index(index) => Ok(*index),
            Column::Name(name) => {
                let headings = header.map(|header| header.cells.as_slice()).unwrap_or_default();
                let found = headings.iter().position(|heading| heading.trim() == name.trim());
                found.ok_or_else(|| {
                    let english = format!("there is no column headed {}", quoted(name));
                    let words = Words::new(Say::NoColumn, english).value(name);
                    Finding::new(Rule::Columns, Place::new(mapping.header_line, ""), words)
                })
            }
        };
        let maybe = |column: &Option<Column>| column.as_ref().map(at).transpose();
        let all = |columns: &[Column]| columns.iter().map(at).collect::<Result<Vec<_>, _>>();
        Ok(Self {
            mapping,
            booking_date: at(&mapping.booking_date)?,
            value_date: maybe(&mapping.value_date)?,
            amount: match &mapping.amount {
                AmountColumns::Signed(amount) => Amounts::Signed(at(amount)?),
                AmountColumns::Split { debit, credit } => Amounts::Split(at(debit)?, at(credit)?),
                AmountColumns::Marked { amount, mark } => Amounts::Marked(at(amount)?, at(mark)?),
            },
            currency: match &mapping.currency {
                Given::Column(column) => Some(at(column)?),
                Given::Value(_) => None,
            },
            account: match &mapping.account {
                Given::Column(column) => Some(at(column)?),
                Given::Value(_) => None,
            },
            counterparty: all(&mapping.counterparty)?,
            counterparty_account: maybe(&mapping.counterparty_account)?,
            remittance: all(&mapping.remittance)?,
            end_to_end_id: maybe(&mapping.end_to_end_id)?,
            bank_reference: maybe(&mapping.bank_reference)?,
            kind: maybe(&mapping.kind)?,
            balance: maybe(&mapping.balance)?,
            status: maybe(&mapping.status)?,
        })
    }

    /// The account of a row, its entry, and the balance after it.
    fn row(
        &self,
        record: &Record,
        findings: &mut Findings,
    ) -> Result<(String, Entry, Option<Money>), Finding> {
        let place = Place::new(record.line, "");
        let refusal = |rule, words: Words| Finding::new(rule, place.clone(), words);
        if record.unclosed {
            return Err(refusal(
                Rule::Line,
                Words::new(Say::OpenQuote, "a quote is opened and never closed"),
            ));
        }
        if let Some(text) = remark(record) {
            let words = Words::new(Say::Remark, format!("{} is no entry", quoted(text))).value(text);
            return Err(refusal(Rule::Remark, words));
        }
        let cell = |column: usize| record.cells.get(column).map_or("", |cell| cell.trim());
        let maybe = |column: Option<usize>| column.and_then(|column| text::some(cell(column)));
        let date = |column: usize| {
            let read = cell_date(cell(column), self.mapping.dates);
            read.ok_or_else(|| refusal(Rule::Date, words::no_date(cell(column))))
        };
        let currency = self
            .currency(&cell)
            .map_err(|words| refusal(Rule::Currency, words))?;
        let is_expected = self
            .status
            .is_some_and(|column| is_booked(cell(column)) == Some(false));
        if is_expected && cell(self.booking_date).is_empty() {
            let words = "a line that is only expected and has no day yet was left out";
            return Err(refusal(Rule::Pending, Words::new(Say::PendingUndated, words)));
        }
        let booked_on = date(self.booking_date)?;
        let amount = self
            .amount(&cell, currency)
            .map_err(|words| refusal(Rule::Amount, words))?;
        let mut entry = Entry::new(booked_on, amount, place.clone());
        let valued = self.value_date.filter(|column| !cell(*column).is_empty());
        entry.value_date = valued.map(date).transpose()?;
        let counterparties = self.counterparty.iter();
        entry.counterparty = counterparties
            .filter_map(|column| text::some(cell(*column)))
            .next();
        if let Some(number) = maybe(self.counterparty_account) {
            entry.set_counterparty_account(&number);
        }
        let about = self
            .remittance
            .iter()
            .filter_map(|column| text::some(cell(*column)));
        entry.remittance = about.collect::<Vec<_>>().join(" ");
        entry.end_to_end_id = self.end_to_end_id.and_then(|column| text::id(cell(column)));
        entry.bank_reference = self.bank_reference.and_then(|column| text::id(cell(column)));
        entry.kind = maybe(self.kind);
        if let Some(column) = self.status {
            let word = cell(column);
            entry.booked = is_booked(word).ok_or_else(|| {
                let english = format!("{} is no known status of a line", quoted(word));
                refusal(Rule::Line, Words::new(Say::NoStatus, english).value(word))
            })?;
            if !entry.booked {
                let english = format!("lines that are {} are read, but count in no sum", quoted(word));
                let words = Words::new(Say::Pending, english);
                findings.add(Rule::Pending, place.clone(), words);
            }
        }
        let account = match (&self.mapping.account, self.account) {
            (Given::Value(account), _) => account.clone(),
            (_, column) => maybe(column)
                .map(|account| text::bare(&account))
                .unwrap_or_default(),
        };
        let balance = self.balance.filter(|column| !cell(*column).is_empty());
        let balance = balance.and_then(|column| match self.number(cell(column), currency) {
            Ok(balance) => Some(balance),
            Err(words) => {
                let words = words.in_english(|english| format!("the balance: {english}"));
                findings.add(Rule::Amount, place.clone(), words);
                None
            }
        });
        Ok((account, entry, balance))
    }

    fn currency<'c>(&self, cell: &impl Fn(usize) -> &'c str) -> Result<Currency, Words> {
        match (&self.mapping.currency, self.currency) {
            (Given::Value(currency), _) => Ok(*currency),
            (_, column) => {
                let code = column.map_or("", cell);
                let found = currencies::named(code).or_else(|| currencies::of_sign(code));
                found.ok_or_else(|| words::no_currency(code))
            }
        }
    }

    fn amount<'c>(&self, cell: &impl Fn(usize) -> &'c str, currency: Currency) -> Result<Money, Words> {
        let number = |column: usize| self.number(cell(column), currency);
        match self.amount {
            Amounts::Signed(column) => number(column),
            Amounts::Marked(column, mark) => {
                let word = cell(mark);
                let outwards = is_outwards(word).ok_or_else(|| {
                    let english = format!("{} does not say whether money came or went", quoted(word));
                    Words::new(Say::NoDirection, english).value(word)
                })?;
                let amount = number(column)?;
                Ok(if outwards { amount.negated() } else { amount })
            }
            Amounts::Split(debit, credit) => {
                let filled = |column: usize| -> Result<Option<Money>, Words> {
                    if cell(column).chars().all(|c| !c.is_alphanumeric()) {
                        return Ok(None);
                    }
                    Ok(Some(number(column)?).filter(|amount| amount.minor != 0))
                };
                match (filled(debit)?, filled(credit)?) {
                    (Some(out), None) => Ok(Money::new(-out.minor.abs(), currency)),
                    (None, Some(came)) => Ok(came),
                    (None, None) if cell(debit).is_empty() && cell(credit).is_empty() => {
                        let english = "there is neither money in nor money out";
                        Err(Words::new(Say::NeitherInNorOut, english))
                    }
                    (None, None) => Ok(Money::zero(currency)),
                    (Some(_), Some(_)) => {
                        let english = "there is both money in and money out";
                        Err(Words::new(Say::InAndOut, english))
                    }
                }
            }
        }
    }

    fn number(&self, text: &str, currency: Currency) -> Result<Money, Words> {
        let value = numbers::written(text).and_then(|written| {
            let sign = currencies::of_sign(&written.sign);
            let fits = written.sign.is_empty() || sign.is_none_or(|sign| sign == currency);
            written.value(self.mapping.decimal.into()).filter(|_| fits)
        });
        match value {
            Some(value) => text::exact(value, currency),
            None => {
                let english = format!("{} is no amount in {currency}", quoted(text));
                Err(Words::new(Say::NoAmount, english).value(text))
            }
        }
    }
}
