//! What the columns of a table mean that no known tool wrote: as a person says, or as its headings let guess.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a table lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TableKind {
    /// Clients, a row each.
    Clients,
    /// Invoices, a row each or one for each line item.
    Invoices,
    /// Payments, a row each.
    Payments,
}

macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident = $word:literal, $kinds:expr;)*) => {
        /// What a column says.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
        pub enum TableField { $($(#[$doc])* #[serde(rename = $word)] $name),* }

        impl TableField {
            /// All of them, in the order in which they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// As on the wire.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word),* }
            }

            /// The tables that can have it.
            #[must_use]
            pub fn kinds(self) -> &'static [TableKind] {
                match self { $(Self::$name => $kinds),* }
            }
        }
    };
}

const CLIENTS: &[TableKind] = &[TableKind::Clients];
const PARTIES: &[TableKind] = &[TableKind::Clients, TableKind::Invoices];
const ANY: &[TableKind] = &[TableKind::Clients, TableKind::Invoices, TableKind::Payments];
const INVOICES: &[TableKind] = &[TableKind::Invoices];
const BILLED: &[TableKind] = &[TableKind::Invoices, TableKind::Payments];
const PAYMENTS: &[TableKind] = &[TableKind::Payments];

fields! {
    /// The client's name.
    ClientName = "client_name", ANY;
    /// The client's own number.
    ClientNumber = "client_number", CLIENTS;
    /// A contact's first name.
    FirstName = "first_name", PARTIES;
    /// A contact's last name.
    LastName = "last_name", PARTIES;
    /// The e-mail address.
    Email = "email", PARTIES;
    /// The phone number.
    Phone = "phone", PARTIES;
    /// Street and house.
    Street = "street", PARTIES;
    /// A second line of the address.
    Street2 = "street2", PARTIES;
    /// The postal code.
    PostalCode = "postal_code", PARTIES;
    /// The town.
    City = "city", PARTIES;
    /// State, province or county.
    Region = "region", PARTIES;
    /// The country.
    Country = "country", PARTIES;
    /// The tax identity.
    TaxId = "tax_id", PARTIES;
    /// The days in which the client pays.
    PaymentTerms = "payment_terms", CLIENTS;
    /// The currency.
    Currency = "currency", ANY;
    /// The invoice's number.
    InvoiceNumber = "invoice_number", BILLED;
    /// The date on the invoice.
    InvoiceDate = "invoice_date", INVOICES;
    /// When it is to be paid.
    DueDate = "due_date", INVOICES;
    /// Whether it is a draft or cancelled.
    Status = "status", INVOICES;
    /// The buyer's reference.
    Reference = "reference", INVOICES;
    /// What stands below the lines.
    Note = "note", INVOICES;
    /// What a line bills.
    Description = "description", INVOICES;
    /// How many.
    Quantity = "quantity", INVOICES;
    /// Of what: hours, pieces.
    Unit = "unit", INVOICES;
    /// The price of one.
    Price = "price", INVOICES;
    /// The reduction of a line.
    LineDiscount = "line_discount", INVOICES;
    /// The amount of a line, without tax.
    LineTotal = "line_total", INVOICES;
    /// What the tax is called.
    TaxName = "tax_name", INVOICES;
    /// The tax in percent.
    TaxPercent = "tax_percent", INVOICES;
    /// The tax of the line as an amount.
    TaxAmount = "tax_amount", INVOICES;
    /// What the whole invoice asks.
    Total = "total", INVOICES;
    /// What is paid of it.
    Paid = "paid", INVOICES;
    /// When it was paid.
    PaidOn = "paid_on", INVOICES;
    /// What is still to be paid of it.
    Balance = "balance", INVOICES;
    /// The payment's own number.
    PaymentNumber = "payment_number", PAYMENTS;
    /// When the payment came.
    PaymentDate = "payment_date", PAYMENTS;
    /// How much came.
    PaymentAmount = "payment_amount", PAYMENTS;
    /// How it came.
    PaymentMethod = "payment_method", PAYMENTS;
    /// The payer's reference.
    PaymentReference = "payment_reference", PAYMENTS;
}

/// How a table is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TableMapping {
    /// The file, and the sheet of it where there are several.
    pub file: String,
    /// What it lists; none to leave it out.
    pub kind: Option<TableKind>,
    /// What each column says, from the first; none for one that is not read.
    pub fields: Vec<Option<TableField>>,
    /// Whether `03/04` is in March; none to find it out.
    pub month_first: Option<bool>,
    /// Whether a comma stands before decimals; none to find it out.
    pub decimal_comma: Option<bool>,
}
