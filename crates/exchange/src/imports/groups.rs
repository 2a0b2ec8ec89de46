//! The rows of one invoice, found together.

use std::collections::BTreeMap;

use super::clients::key_of;
use super::columns::Column;
use super::findings::{Findings, Message};
use super::table::Table;
use crate::tables::records::Record;

/// The rows that make an invoice, and those that claim to be it again.
pub(crate) struct Group<'t> {
    pub(crate) table: &'t Table<'t>,
    pub(crate) number: String,
    head: Head,
    /// Its rows, in runs that stand together.
    pub(crate) runs: Vec<Vec<&'t Record>>,
    /// The line of another invoice that bears the number already; such a group is refused.
    pub(crate) twice_of: Option<u32>,
}

/// What every row of an invoice repeats, or leaves empty after the first.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Head {
    client: String,
    said: [String; 5],
}

const SAID: [Column; 5] = [
    Column::InvoiceDate,
    Column::InvoiceDueDate,
    Column::InvoiceAmount,
    Column::InvoiceBalance,
    Column::InvoicePaid,
];

impl Head {
    /// Whether a row that says `row` can belong to the invoice.
    fn is_of(&self, row: &Self) -> bool {
        let pairs = self.said.iter().zip(&row.said);
        let mut pairs = pairs.chain([(&self.client, &row.client)]);
        pairs.all(|(own, other)| other.is_empty() || own == other)
    }
}

impl<'t> Group<'t> {
    /// Its first row.
    pub(crate) fn first(&self) -> Option<&'t Record> {
        self.runs.first()?.first().copied()
    }

    /// The line on which it begins.
    pub(crate) fn line(&self) -> u32 {
        self.first().map_or(1, |row| row.line)
    }

    /// All its rows.
    pub(crate) fn rows(&self) -> Vec<&'t Record> {
        self.runs.iter().flatten().copied().collect()
    }
}

/// Puts the rows of each invoice together, also where a file was sorted in another way.
pub(crate) fn group<'t, 'a: 't>(
    tables: impl Iterator<Item = &'t Table<'a>>,
    findings: &mut Findings,
) -> Vec<Group<'t>> {
    let mut groups: Vec<Group<'t>> = Vec::new();
    let mut by_number: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for table in tables {
        let mut previous = None;
        for row in &table.rows {
            let number = table.text(row, Column::InvoiceNumber);
            if number.is_empty() {
                findings.refuse(table.file, row.line, (Message::InvoiceNumberMissing, vec![]));
                previous = None;
                continue;
            }
            let head = head_of(table, row);
            let known = by_number.entry(number.to_owned()).or_default();
            let own = |place: &usize| {
                groups
                    .get(*place)
                    .is_some_and(|group| std::ptr::eq(group.table, table) && group.head.is_of(&head))
            };
            let place = known.iter().copied().find(own);
            if let Some(group) = place.and_then(|place| groups.get_mut(place)) {
                match group.runs.last_mut() {
                    Some(run) if previous == place => run.push(row),
                    _ => group.runs.push(vec![row]),
                }
                previous = place;
            } else {
                let twice_of = known
                    .first()
                    .and_then(|first| groups.get(*first))
                    .map(Group::line);
                known.push(groups.len());
                previous = Some(groups.len());
                groups.push(Group {
                    table,
                    number: number.to_owned(),
                    head,
                    runs: vec![vec![row]],
                    twice_of,
                });
            }
        }
    }
    groups
}

fn head_of(table: &Table<'_>, row: &Record) -> Head {
    Head {
        client: key_of(table.text(row, Column::ClientName)),
        said: SAID.map(|column| table.text(row, column).to_owned()),
    }
}
