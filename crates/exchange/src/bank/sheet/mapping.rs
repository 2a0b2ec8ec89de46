//! What the columns of a table mean.

use folio_domain::Currency;
use serde::{Deserialize, Serialize};

use crate::tables::dates::DayOrder;
use crate::tables::numbers::DecimalMark;

/// A column: by its heading, or by its position from 0.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Column {
    /// The position.
    Index(usize),
    /// The heading, as it is written.
    Name(String),
}

/// A value that stands in a column, or is one for the whole file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Given<T> {
    /// In each line.
    Column(Column),
    /// For all lines.
    Value(T),
}

/// The character before the decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// `1,234.50`
    Dot,
    /// `1.234,50`
    Comma,
}

impl From<Mark> for DecimalMark {
    fn from(mark: Mark) -> Self {
        match mark {
            Mark::Dot => Self::Dot,
            Mark::Comma => Self::Comma,
        }
    }
}

/// How to read a date of three numbers that begins with none of four digits. A year in front is always read as such,
/// and a month in letters as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// `04/03/2026` is 4 March.
    DayFirst,
    /// `03/04/2026` is 4 March.
    MonthFirst,
    /// `20260304`, or any date that can be read in one way only.
    YearFirst,
}

impl From<DateOrder> for DayOrder {
    fn from(order: DateOrder) -> Self {
        match order {
            DateOrder::MonthFirst => Self::MonthFirst,
            DateOrder::DayFirst | DateOrder::YearFirst => Self::DayFirst,
        }
    }
}

/// Where the amount stands, and which way the money went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AmountColumns {
    /// One column with a sign: below zero went out.
    Signed(Column),
    /// Money out in one column, money in in the other.
    Split {
        /// Money out, with or without a minus.
        debit: Column,
        /// Money in.
        credit: Column,
    },
    /// One column without a sign, and another with a word for the direction (`Af` and `Bij`, `D` and `C`).
    Marked {
        /// The amount.
        amount: Column,
        /// The word.
        mark: Column,
    },
}

/// What the columns of a table mean.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// The separator of cells.
    pub delimiter: char,
    /// The line on which the headings stand, from 1; 0 when there are none.
    pub header_line: u32,
    /// The decimal mark.
    pub decimal: Mark,
    /// The order of dates.
    pub dates: DateOrder,
    /// The day of booking.
    pub booking_date: Column,
    /// The value date.
    pub value_date: Option<Column>,
    /// The amount.
    pub amount: AmountColumns,
    /// The currency.
    pub currency: Given<Currency>,
    /// The account that the table is of; empty when nobody knows.
    pub account: Given<String>,
    /// Who paid, or was paid; the first that is not empty.
    pub counterparty: Vec<Column>,
    /// Their account.
    pub counterparty_account: Option<Column>,
    /// What it is for; all that are not empty, in this order.
    pub remittance: Vec<Column>,
    /// The payer's id.
    pub end_to_end_id: Option<Column>,
    /// The bank's id.
    pub bank_reference: Option<Column>,
    /// The kind of booking.
    pub kind: Option<Column>,
    /// The balance after each line.
    pub balance: Option<Column>,
    /// Whether a line is booked or only expected.
    pub status: Option<Column>,
}
