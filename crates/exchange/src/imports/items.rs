//! The line items of an invoice, as their rows have them.

use rust_decimal::Decimal;

use super::columns::Column;
use super::findings::Trouble;
use super::rates::AMOUNTS;
use super::table::Table;
use crate::tables::records::Record;

/// A line item as the source writes it.
pub(crate) struct RawItem {
    pub(crate) description: String,
    pub(crate) quantity: Decimal,
    pub(crate) cost: Decimal,
    pub(crate) discount: Decimal,
    pub(crate) discount_is_amount: Option<bool>,
    pub(crate) unit: String,
    /// The line's amount, as it is stated.
    pub(crate) total: Option<Decimal>,
    pub(crate) taxes: Vec<RawTax>,
}

/// A tax as the source writes it.
pub(crate) struct RawTax {
    pub(crate) name: String,
    pub(crate) part: Part,
}

/// How much a tax is.
#[derive(Clone, Copy)]
pub(crate) enum Part {
    Percent(Decimal),
    Amount(Decimal),
}

const INVOICE_TAXES: [(Column, Column); 3] = [
    (Column::InvoiceTaxName1, Column::InvoiceTaxRate1),
    (Column::InvoiceTaxName2, Column::InvoiceTaxRate2),
    (Column::InvoiceTaxName3, Column::InvoiceTaxRate3),
];
const ITEM_TAXES: [(Column, Column); 1] = [(Column::ItemTaxName3, Column::ItemTaxRate3)];

/// A line that is neither discounted nor taxed.
pub(crate) fn plain(description: String, cost: Decimal) -> RawItem {
    RawItem {
        description,
        quantity: Decimal::ONE,
        cost,
        discount: Decimal::ZERO,
        discount_is_amount: Some(true),
        unit: String::new(),
        total: None,
        taxes: Vec::new(),
    }
}

impl RawTax {
    /// Whether there is none.
    pub(crate) fn is_zero(&self) -> bool {
        match self.part {
            Part::Percent(part) | Part::Amount(part) => part.is_zero(),
        }
    }

    /// What it is as money, where that is how it is stated.
    pub(crate) fn amount(&self) -> Decimal {
        match self.part {
            Part::Amount(amount) => amount,
            Part::Percent(_) => Decimal::ZERO,
        }
    }
}

/// The line item of a row; none when its cells say nothing.
pub(crate) fn item(table: &Table<'_>, row: &Record) -> Result<Option<RawItem>, Trouble> {
    let text = |column| table.text(row, column);
    let value = |column| Ok::<_, Trouble>(table.amount(row, column)?.map(|amount| amount.value));
    let (product, notes) = (text(Column::ItemProduct), text(Column::ItemNotes));
    let (quantity, cost) = (value(Column::ItemQuantity)?, value(Column::ItemCost)?);
    let total = value(Column::ItemTotal)?;
    if product.is_empty() && notes.is_empty() && quantity.is_none() && cost.is_none() && total.is_none() {
        return Ok(None);
    }
    let mut description = vec![product, notes];
    description.retain(|part| !part.is_empty());
    description.dedup();
    let (quantity, cost) = priced_by(quantity, cost, total);
    let mut taxes = amounts(table, row)?;
    taxes.extend(percentages(table, row, &ITEM_TAXES)?);
    taxes.extend(percentages(table, row, &INVOICE_TAXES)?);
    Ok(Some(RawItem {
        description: description.join("\n"),
        quantity,
        cost,
        discount: table.number(row, Column::ItemDiscount)?,
        discount_is_amount: table.flag(row, Column::ItemDiscountIsAmount),
        unit: text(Column::ItemUnit).chars().take(20).collect(),
        total,
        taxes,
    }))
}

/// The quantity and the price; without a price, the one that makes the line's amount.
fn priced_by(quantity: Option<Decimal>, cost: Option<Decimal>, total: Option<Decimal>) -> (Decimal, Decimal) {
    if let Some(cost) = cost {
        return (quantity.unwrap_or(Decimal::ONE), cost);
    }
    let (Some(total), Some(quantity)) = (total, quantity.filter(|quantity| !quantity.is_zero())) else {
        return (quantity.unwrap_or(Decimal::ONE), total.unwrap_or_default());
    };
    let price = (total / quantity).normalize();
    if price.scale() <= 4 && price.saturating_mul(quantity) == total {
        (quantity, price)
    } else {
        (Decimal::ONE, total)
    }
}

/// The taxes whose percentage or amount stands in the line.
fn amounts(table: &Table<'_>, row: &Record) -> Result<Vec<RawTax>, Trouble> {
    let mut taxes = Vec::new();
    for (name, rate, amount) in AMOUNTS {
        let named = table.text(row, name);
        let percent = table.amount(row, rate)?.map(|amount| Part::Percent(amount.value));
        let stated = table
            .amount(row, amount)?
            .map(|amount| Part::Amount(amount.value));
        let tax = RawTax {
            name: named.chars().take(40).collect(),
            part: percent.or(stated).unwrap_or(Part::Percent(Decimal::ZERO)),
        };
        if !named.is_empty() || !tax.is_zero() {
            taxes.push(tax);
        }
    }
    Ok(taxes)
}

fn percentages(
    table: &Table<'_>,
    row: &Record,
    columns: &[(Column, Column)],
) -> Result<Vec<RawTax>, Trouble> {
    let mut taxes = Vec::new();
    for (name, rate) in columns {
        let (text, percent) = (table.text(row, *name), table.number(row, *rate)?);
        if percent.is_zero() && text.is_empty() {
            continue;
        }
        taxes.push(RawTax {
            name: text.to_owned(),
            part: Part::Percent(percent),
        });
    }
    Ok(taxes)
}
