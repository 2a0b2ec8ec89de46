//! How a table writes numbers and dates, from all its cells.

use std::collections::BTreeSet;

use folio_domain::Currency;

use super::{Amounts, Table};
use crate::bank::findings::Finding;
use crate::bank::sheet::mapping::{Column, DateOrder, Given, Mark};
use crate::bank::words::{Say, Words};
use crate::tables::currencies;
use crate::tables::dates::{self, DayOrder};
use crate::tables::numbers::{self, DecimalMark, Hint, Votes};

impl Table {
    /// The mark that the numbers of all amount columns demand.
    pub(super) fn decimal(
        &self,
        amounts: &Amounts,
        currency: Option<&Given<Currency>>,
    ) -> Result<Mark, Finding> {
        let mut votes = Votes::default();
        let (mut dots, mut commas) = (false, false);
        for column in &amounts.numbers {
            for written in self.cells(*column).filter_map(numbers::written) {
                let hint = written.hint();
                votes.add(hint);
                dots |= hint == Hint::Only(DecimalMark::Dot);
                commas |= hint == Hint::Only(DecimalMark::Comma);
            }
        }
        match (dots, commas) {
            (true, true) => {
                let english = "some amounts have a decimal point, others a decimal comma";
                Err(self.refusal(Words::new(Say::MixedMarks, english)))
            }
            (false, true) => Ok(Mark::Comma),
            (true, false) => Ok(Mark::Dot),
            (false, false) if votes.open == 0 => Ok(Mark::Dot),
            (false, false) if self.has_few_decimals(currency) => self.grouped(amounts),
            (false, false) => {
                let english = "every amount can be read in two ways (1,234 is a thousand or one and a bit)";
                Err(self.refusal(Words::new(Say::OpenAmounts, english)))
            }
        }
    }

    /// Whether no amount can have three decimals.
    fn has_few_decimals(&self, currency: Option<&Given<Currency>>) -> bool {
        let is_few = |currency: Currency| currency.digits() < 3;
        match currency {
            Some(Given::Value(currency)) => is_few(*currency),
            Some(Given::Column(Column::Index(column))) => self
                .cells(*column)
                .all(|cell| currencies::named(cell).is_some_and(is_few)),
            Some(Given::Column(Column::Name(_))) | None => false,
        }
    }

    /// The mark, where three digits behind a dot or a comma can only be a thousand's.
    fn grouped(&self, amounts: &Amounts) -> Result<Mark, Finding> {
        let open = amounts.numbers.iter().flat_map(|column| self.cells(*column));
        let open = open
            .filter_map(numbers::written)
            .filter(|written| written.hint() == Hint::Either);
        let by_dots = |written: numbers::Written| {
            written
                .value(DecimalMark::Dot)
                .is_some_and(|value| value.scale() == 3)
        };
        let kinds: BTreeSet<bool> = open.map(by_dots).collect();
        match (kinds.contains(&true), kinds.contains(&false)) {
            (true, true) => {
                let english = "dots group the thousands of some amounts, commas those of others";
                Err(self.refusal(Words::new(Say::MixedGroups, english)))
            }
            (true, false) => Ok(Mark::Comma),
            (false, _) => Ok(Mark::Dot),
        }
    }

    /// The order in which all dates can be read.
    pub(super) fn dates(&self, booking: usize, value: Option<usize>) -> Result<DateOrder, Finding> {
        let (mut day_first, mut month_first, mut open) = (false, false, false);
        for column in [Some(booking), value].into_iter().flatten() {
            for cell in self.cells(column) {
                match dates::order_of(cell) {
                    Some(DayOrder::DayFirst) => day_first = true,
                    Some(DayOrder::MonthFirst) => month_first = true,
                    None => open |= matches!(dates::written(cell), Some(dates::Written::Open(..))),
                }
            }
        }
        match (day_first, month_first) {
            (true, true) => {
                let english = "some dates begin with the day, others with the month";
                Err(self.refusal(Words::new(Say::MixedDates, english)))
            }
            (true, false) => Ok(DateOrder::DayFirst),
            (false, true) => Ok(DateOrder::MonthFirst),
            (false, false) if !open => Ok(DateOrder::YearFirst),
            (false, false) if self.is_day_first_language() => Ok(DateOrder::DayFirst),
            (false, false) => {
                let english = "every date can be read in two ways (03/04 is in March or in April)";
                Err(self.refusal(Words::new(Say::OpenDates, english)))
            }
        }
    }

    /// Only English is written where the month comes first as well as where the day does.
    fn is_day_first_language(&self) -> bool {
        self.meanings.iter().flatten().any(|meaning| !meaning.english)
    }
}
