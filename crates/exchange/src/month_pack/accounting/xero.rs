//! Invoices as Xero imports them: a row for each line; an invoice below zero becomes a credit note there.

use folio_domain::invoices::{Tax, TaxCategory};
use rust_decimal::Decimal;

use super::invoice_lines::{day_of, exact_lines, file_name, in_files};
use super::{MadeFile, Month};
use crate::month_pack::cells::{Cell, Table};
use crate::month_pack::rows::labels;
use crate::month_pack::{PackError, PackInvoice};

const INVOICES_MAX: usize = 500;
const ROWS_MAX: usize = 5_000;

/// The account for sales in Xero's own chart.
const ACCOUNT: &str = "200";

pub(super) fn files(month: &Month<'_, '_>) -> Result<Vec<MadeFile>, PackError> {
    let all: Vec<&PackInvoice<'_>> = month.invoices.iter().collect();
    let mut parts = in_files(&all, INVOICES_MAX, ROWS_MAX);
    if parts.is_empty() {
        parts.push(Vec::new());
    }
    let count = parts.len();
    let files = parts.iter().enumerate().map(|(nth, part)| {
        let table = table(part, month.seller_country())?;
        Ok(MadeFile::new(
            &file_name("xero-invoices", nth, count),
            table.csv()?,
        ))
    });
    files.collect()
}

fn table(invoices: &[&PackInvoice<'_>], country: &str) -> Result<Table, PackError> {
    let titles = vec![
        "*ContactName",
        "EmailAddress",
        "POAddressLine1",
        "POCity",
        "PORegion",
        "POPostalCode",
        "POCountry",
        "*InvoiceNumber",
        "Reference",
        "*InvoiceDate",
        "*DueDate",
        "*Description",
        "*Quantity",
        "*UnitAmount",
        "*AccountCode",
        "*TaxType",
        "TaxAmount",
        "Currency",
    ];
    let mut rows = Vec::new();
    for one in invoices {
        let (invoice, buyer) = (one.invoice, &one.invoice.buyer);
        for line in exact_lines(one)? {
            rows.push(vec![
                Cell::text(&buyer.name),
                Cell::text(&buyer.email),
                Cell::text(&buyer.address.street),
                Cell::text(&buyer.address.city),
                Cell::text(&buyer.address.region),
                Cell::text(&buyer.address.postal_code),
                Cell::text(&buyer.address.country),
                Cell::text(&invoice.number),
                Cell::text(&invoice.reference),
                Cell::Word(day_of(country, invoice.issue_date)),
                Cell::Word(day_of(country, invoice.due_date)),
                Cell::Text(line.description),
                Cell::Number(line.quantity),
                Cell::Number(line.unit_price),
                Cell::word(ACCOUNT),
                Cell::Text(tax_type(line.taxes, country)),
                Cell::Amount(line.tax),
                Cell::word(invoice.currency),
            ]);
        }
    }
    Ok(Table { titles, rows })
}

/// What a line's tax is called in the edition of Xero for the seller's country, as far as that is fixed; else as the
/// invoice calls it, for a rate of that name to be made in Xero.
fn tax_type(taxes: &[Tax], country: &str) -> String {
    let [tax] = taxes else {
        let word = match (taxes.is_empty(), country) {
            (true, "GB") => "No VAT",
            (true, "AU") => "BAS Excluded",
            (true, "NZ") => "No GST",
            (true, _) => "Tax Exempt",
            (false, _) => return labels(taxes),
        };
        return word.to_owned();
    };
    let is_taxed = tax.category == TaxCategory::Standard && !tax.percent.is_zero();
    let word = match (country, tax.category) {
        ("GB", TaxCategory::Standard) if tax.percent == Decimal::from(20) => "20% (VAT on Income)",
        ("GB", TaxCategory::Standard) if tax.percent == Decimal::from(5) => "5% (VAT on Income)",
        ("GB", TaxCategory::ZeroRated | TaxCategory::Export) => "Zero Rated Income",
        ("GB", TaxCategory::Exempt) => "Exempt Income",
        ("AU", TaxCategory::Standard) if tax.percent == Decimal::TEN => "GST on Income",
        ("AU", TaxCategory::ZeroRated | TaxCategory::Exempt) => "GST Free Income",
        ("AU", TaxCategory::Export) => "GST Free Exports",
        ("NZ", TaxCategory::Standard) if tax.percent == Decimal::from(15) => "15% GST on Income",
        ("NZ", TaxCategory::ZeroRated | TaxCategory::Export) => "Zero Rated",
        ("US", _) if is_taxed => "Tax on Sales",
        ("US", _) => "Tax Exempt",
        _ => return labels(taxes),
    };
    word.to_owned()
}
