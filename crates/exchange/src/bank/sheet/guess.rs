//! From headings and cells to a mapping, or to the reason why there is none.

mod look;
mod writing;

use std::collections::BTreeSet;

use folio_domain::Currency;
use folio_domain::bank::BankField;

use super::headings::{Meaning, is_own_account, meaning};
use super::mapping::{AmountColumns, Column, DateOrder, Given, Mapping, Mark};
use crate::bank::Hints;
use crate::bank::findings::{Finding, Place, Rule};
use crate::bank::text;
use crate::bank::words::{Say, Words};
use crate::tables::currencies;
use crate::tables::numbers;
use crate::tables::records::{Record, Records, SEPARATORS};

pub use look::TableLook;
pub(super) use look::{look, said};

/// How many lines may stand before the headings.
const PREAMBLE_MAX: usize = 60;

struct Table {
    separator: char,
    /// The line of the headings; 0 where nothing stands above the rows.
    header_line: u32,
    header: Record,
    meanings: Vec<Option<Meaning>>,
    preamble: Vec<Record>,
    rows: Vec<Record>,
}

/// Guesses a mapping.
pub(super) fn mapping(text: &str, hints: &Hints) -> Result<Mapping, Finding> {
    let table = table(text)?;
    let account = table.account()?;
    table.mapping(account, hints, Ways::default())
}

/// How numbers and dates are written, where a person says it.
#[derive(Clone, Copy, Debug, Default)]
struct Ways {
    decimal: Option<Mark>,
    dates: Option<DateOrder>,
}

impl Table {
    /// The mapping that its meanings make.
    fn mapping(&self, account: Option<usize>, hints: &Hints, ways: Ways) -> Result<Mapping, Finding> {
        let booking = self.one(BankField::BookingDate)?;
        let value = self.one(BankField::ValueDate)?;
        // Where only value dates are told, they are the days of booking.
        let (booking, value) = match (booking, value) {
            (Some(booking), value) => (booking, value),
            (None, Some(value)) => (value, None),
            (None, None) => {
                return Err(self.refusal(Words::new(Say::NoDateColumn, "no heading names a date")));
            }
        };
        let amounts = self.amounts()?;
        let currency = self.currency(&amounts, hints)?;
        let counterparty_account = self.one(BankField::CounterpartyAccount)?;
        let index = |column: Option<usize>| column.map(Column::Index);
        let several = |columns: Vec<usize>| columns.into_iter().map(Column::Index).collect();
        Ok(Mapping {
            delimiter: self.separator,
            header_line: self.header_line,
            decimal: match ways.decimal {
                Some(mark) => mark,
                None => self.decimal(&amounts, Some(&currency))?,
            },
            dates: match ways.dates {
                Some(order) => order,
                None => self.dates(booking, value)?,
            },
            booking_date: Column::Index(booking),
            value_date: index(value),
            currency,
            amount: amounts.columns,
            account: match (account, &hints.account) {
                (Some(column), _) => Given::Column(Column::Index(column)),
                (None, Some(account)) => Given::Value(text::bare(account)),
                (None, None) => Given::Value(self.preamble_iban().unwrap_or_default()),
            },
            counterparty: several(self.all(BankField::Counterparty)),
            counterparty_account: index(counterparty_account),
            remittance: several(self.all(BankField::Remittance)),
            end_to_end_id: index(self.one(BankField::EndToEndId)?),
            bank_reference: index(self.one(BankField::BankReference)?),
            kind: index(self.one(BankField::Kind)?),
            balance: index(self.one(BankField::Balance)?),
            status: index(self.one(BankField::Status)?),
        })
    }
}

/// The separator and the line of headings that say most.
fn table(text: &str) -> Result<Table, Finding> {
    let mut best: Option<(usize, char, usize)> = None;
    for separator in SEPARATORS {
        for (at, record) in Records::new(text, separator).take(PREAMBLE_MAX).enumerate() {
            let fields: Vec<BankField> = record
                .cells
                .iter()
                .filter_map(|cell| Some(meaning(cell)?.field))
                .collect();
            let has = |field| fields.contains(&field);
            let dated = has(BankField::BookingDate) || has(BankField::ValueDate);
            let amounts = has(BankField::Amount) || (has(BankField::Debit) && has(BankField::Credit));
            if dated && amounts && best.is_none_or(|(score, _, _)| fields.len() > score) {
                best = Some((fields.len(), separator, at));
            }
        }
    }
    let Some((_, separator, at)) = best else {
        let english = "no line has headings for a date and for an amount in a language that is known; \
                       say which column means what";
        let words = Words::new(Say::NoHeadings, english);
        return Err(Finding::new(Rule::Columns, Place::new(1, ""), words));
    };
    let mut records = Records::new(text, separator);
    let preamble = records.by_ref().take(at).collect();
    let header = records.next().unwrap_or_default();
    let mut table = Table {
        separator,
        header_line: header.line,
        meanings: header.cells.iter().map(|cell| meaning(cell)).collect(),
        header,
        preamble,
        rows: records.filter(|record| !record.is_blank()).collect(),
    };
    table.tell_valuta();
    Ok(table)
}

/// The columns of amounts, all that are numbers among them, and the currency in their headings.
struct Amounts {
    columns: AmountColumns,
    numbers: Vec<usize>,
    currency: Option<Currency>,
}

impl Table {
    fn refusal(&self, words: Words) -> Finding {
        let words = words.in_english(|english| format!("{english}; say which column means what"));
        Finding::new(Rule::Columns, Place::new(self.header.line, ""), words)
    }

    /// All columns of a field, the best heading first.
    fn all(&self, field: BankField) -> Vec<usize> {
        let mut columns: Vec<(usize, usize)> = self
            .meanings
            .iter()
            .enumerate()
            .filter_map(|(column, meaning)| {
                meaning
                    .filter(|meaning| meaning.field == field)
                    .map(|m| (m.rank, column))
            })
            .collect();
        columns.sort_unstable();
        columns.into_iter().map(|(_, column)| column).collect()
    }

    /// The column of a field. Two with the very same heading leave it in doubt.
    fn one(&self, field: BankField) -> Result<Option<usize>, Finding> {
        let columns = self.all(field);
        let rank = |column: &usize| {
            self.meanings
                .get(*column)
                .copied()
                .flatten()
                .map(|meaning| meaning.rank)
        };
        if let [first, second, ..] = columns.as_slice()
            && rank(first) == rank(second)
        {
            let heading = self.header.cells.get(*first).map_or("", String::as_str);
            let english = format!("two columns are headed {}", text::quoted(heading));
            return Err(self.refusal(Words::new(Say::TwoColumns, english).value(heading)));
        }
        Ok(columns.first().copied())
    }

    /// `Valuta` is the value date in German and the currency in Dutch and Swedish: the cells tell.
    fn tell_valuta(&mut self) {
        for column in self.all(BankField::ValueDate) {
            let is_code = |cell: &str| Currency::parse(cell).is_ok();
            let codes = self.cells(column).next().is_some() && self.cells(column).all(is_code);
            if let Some(Some(meaning)) = self.meanings.get_mut(column).filter(|_| codes) {
                meaning.field = BankField::Currency;
            }
        }
    }

    /// The column of the account that the table is of. A short heading may mean the counterparty's as well; a
    /// table of one business does not have an account for every other line.
    fn account(&self) -> Result<Option<usize>, Finding> {
        let Some(column) = self.one(BankField::Account)? else {
            return Ok(None);
        };
        let heading = self.header.cells.get(column).map_or("", String::as_str);
        let distinct: BTreeSet<&str> = self.cells(column).collect();
        if !is_own_account(heading) && distinct.len() > 2 && distinct.len() * 2 > self.rows.len() {
            let english = format!(
                "the column headed {} seems to hold the counterparties' accounts",
                text::quoted(heading)
            );
            return Err(self.refusal(Words::new(Say::OthersAccounts, english).value(heading)));
        }
        Ok(Some(column))
    }

    fn cells(&self, column: usize) -> impl Iterator<Item = &str> {
        let cells = self.rows.iter().filter_map(move |row| row.cells.get(column));
        cells.map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
    }

    fn amounts(&self) -> Result<Amounts, Finding> {
        let amount = self.one(BankField::Amount)?;
        let (debit, credit) = (self.one(BankField::Debit)?, self.one(BankField::Credit)?);
        let direction = self.one(BankField::Direction)?;
        let (columns, mut numbers) = match (amount, debit, credit, direction) {
            (Some(amount), _, _, Some(mark)) => {
                let marked = AmountColumns::Marked {
                    amount: Column::Index(amount),
                    mark: Column::Index(mark),
                };
                (marked, vec![amount])
            }
            (None, Some(debit), Some(credit), _) => {
                let split = AmountColumns::Split {
                    debit: Column::Index(debit),
                    credit: Column::Index(credit),
                };
                (split, vec![debit, credit])
            }
            (Some(amount), None, None, None) => (AmountColumns::Signed(Column::Index(amount)), vec![amount]),
            (Some(_), ..) => {
                let english = "one column is headed as the amount, others as money out or money in";
                return Err(self.refusal(Words::new(Say::MixedAmountColumns, english)));
            }
            _ => return Err(self.refusal(Words::new(Say::NoAmountColumn, "no heading names the amount"))),
        };
        let in_heading = |column: &usize| self.meanings.get(*column).copied().flatten()?.currency;
        let currency = numbers.iter().find_map(in_heading);
        numbers.extend(self.one(BankField::Balance)?);
        Ok(Amounts {
            columns,
            numbers,
            currency,
        })
    }

    fn currency(&self, amounts: &Amounts, hints: &Hints) -> Result<Given<Currency>, Finding> {
        if let Some(column) = self.one(BankField::Currency)? {
            return Ok(Given::Column(Column::Index(column)));
        }
        if let Some(currency) = amounts.currency {
            return Ok(Given::Value(currency));
        }
        let mut signs = amounts.numbers.iter().flat_map(|column| self.cells(*column));
        let of_cell = |cell: &str| currencies::of_sign(&numbers::written(cell)?.sign);
        let first = signs.find_map(of_cell);
        if let Some(first) = first {
            return if signs.filter_map(of_cell).all(|other| other == first) {
                Ok(Given::Value(first))
            } else {
                let english = "amounts bear the signs of several currencies";
                Err(self.refusal(Words::new(Say::SeveralSigns, english)))
            };
        }
        let unnamed = || {
            Finding::new(
                Rule::Currency,
                Place::new(self.header.line, ""),
                Words::new(
                    Say::CurrencyMissing,
                    "neither a column nor a heading nor a sign names the currency; say which it is",
                ),
            )
        };
        hints.currency.map(Given::Value).ok_or_else(unnamed)
    }

    /// The IBAN above the table, if there is exactly one.
    fn preamble_iban(&self) -> Option<String> {
        let cells = self.preamble.iter().flat_map(|record| &record.cells);
        let mut ibans: Vec<String> = cells
            .flat_map(|cell| cell.split([':', '(', ')']))
            .map(text::bare)
            .filter(|cell| text::iban_checks(cell))
            .collect();
        ibans.sort_unstable();
        ibans.dedup();
        match ibans.as_slice() {
            [one] => Some(one.clone()),
            _ => None,
        }
    }
}
