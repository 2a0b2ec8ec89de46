//! The list of the tools whose exports can be taken over.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

macro_rules! formats {
    ($($(#[$doc:meta])* $name:ident = $source:literal, $title:literal;)*) => {
        /// A tool whose exports can be taken over.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
        #[serde(rename_all = "kebab-case")]
        pub enum ImportFormat { $($(#[$doc])* $name),* }

        impl ImportFormat {
            /// All of them, in the order in which they are offered.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The name of the tool as imported records, commands and command lines bear it.
            #[must_use]
            pub fn source(self) -> &'static str {
                match self { $(Self::$name => $source),* }
            }

            /// The name of the tool as people know it, the same in every language.
            #[must_use]
            pub fn title(self) -> &'static str {
                match self { $(Self::$name => $title),* }
            }
        }
    };
}

formats! {
    /// Clients, invoices and payments as CSV.
    InvoiceNinja = "invoice-ninja", "Invoice Ninja";
    /// Contacts, invoices and customer payments as CSV; Zoho Books writes the same.
    ZohoInvoice = "zoho-invoice", "Zoho Invoice";
    /// Customers, lists of transactions and sales by customer as CSV.
    QuickbooksOnline = "quickbooks-online", "QuickBooks Online";
    /// Contacts and invoices as CSV.
    Xero = "xero", "Xero";
    /// Clients and invoices as CSV.
    Freshbooks = "freshbooks", "FreshBooks";
    /// Customers and transactions as CSV.
    Wave = "wave", "Wave";
    /// Parties, sales invoices and payments as CSV.
    FrappeBooks = "frappe-books", "Frappe Books";
    /// People and businesses of an address book.
    Vcard = "vcard", "vCard";
    /// Any table, its columns as a person says.
    Table = "table", "CSV / XLSX";
}

impl ImportFormat {
    /// The tool of that [`Self::source`].
    #[must_use]
    pub fn parse(source: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| format.source() == source)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_is_written_by_its_source() {
        for format in ImportFormat::ALL {
            let written = serde_json::to_value(format).unwrap();
            assert_eq!(written, format.source());
            assert_eq!(ImportFormat::parse(format.source()), Some(*format));
        }
    }
}
