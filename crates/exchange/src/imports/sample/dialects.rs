//! How the tools write, under the headings that they use.

use jiff::civil::Date;

use super::business::Habits;
use super::ledger::{Dialect, Pay, Say, Shape, Who};
use super::sheet::day_first;

fn iso(date: Date) -> String {
    date.to_string()
}

fn month_first(date: Date) -> String {
    format!("{:02}/{:02}/{:04}", date.month(), date.day(), date.year())
}

/// Habits that most tools share: discounts of lines in percent, prices without tax, taxes that are shown.
const USUAL: Habits = Habits {
    whole_discounts: false,
    line_discounts: Some(false),
    inclusive: false,
    shows_tax: true,
    shows_parts: true,
};

/// A tool that writes rows with days as ISO 8601 has them, and has nothing more to say.
const PLAIN: Dialect = Dialect {
    shape: Shape::Rows,
    habits: USUAL,
    files: ["", "", ""],
    clients: &[],
    invoices: &[],
    payments: &[],
    list: &[],
    preamble: &[],
    date: iso,
    kind: "",
    open: "",
    paid: "",
};

pub(super) const ZOHO: Dialect = Dialect {
    habits: Habits {
        whole_discounts: true,
        line_discounts: Some(true),
        inclusive: true,
        ..USUAL
    },
    files: ["Contacts.csv", "Invoice.csv", "Customer_Payment.csv"],
    clients: &[
        ("Created Time", Who::Always("2024-01-02 05:14:15")),
        ("Display Name", Who::Name),
        ("Company Name", Who::Name),
        ("First Name", Who::FirstName),
        ("Last Name", Who::LastName),
        ("Phone", Who::Always("+1 555 0100")),
        ("Currency Code", Who::Currency),
        ("Customer Sub Type", Who::Always("business")),
        ("Billing Address", Who::Street),
        ("Billing Street2", Who::Always("")),
        ("Billing City", Who::City),
        ("Billing Country", Who::Country),
        ("Payment Terms", Who::Always("30")),
        ("Payment Terms Label", Who::Always("Net 30")),
        ("EmailID", Who::Email),
        ("Contact Type", Who::Kind),
    ],
    invoices: &[
        ("Invoice Date", Say::Date),
        ("Invoice Number", Say::Number),
        ("Invoice Status", Say::Status),
        ("Customer Name", Say::Client),
        ("Is Inclusive Tax", Say::Inclusive),
        ("Due Date", Say::Due),
        ("PurchaseOrder", Say::Always("")),
        ("Currency Code", Say::Currency),
        ("Exchange Rate", Say::Always("1.00")),
        ("Discount Type", Say::WholeKind),
        ("Is Discount Before Tax", Say::Always("true")),
        ("Entity Discount Percent", Say::WholePercent),
        ("Entity Discount Amount", Say::Always("0.000")),
        ("Item Name", Say::Product),
        ("Item Desc", Say::Notes),
        ("Quantity", Say::Quantity),
        ("Usage unit", Say::Always("pcs")),
        ("Item Price", Say::Price),
        ("Discount", Say::Always("0.00")),
        ("Discount Amount", Say::Off),
        ("Item Tax", Say::TaxName),
        ("Item Tax %", Say::TaxRate),
        ("Item Total", Say::Net),
        ("Total", Say::Amount),
        ("Balance", Say::Balance),
        ("Shipping Charge", Say::Always("0.00")),
        ("Adjustment", Say::Always("0.00")),
        ("Notes", Say::Always("Thanks for your business.")),
        ("Terms & Conditions", Say::Always("")),
    ],
    payments: &[
        ("Payment Number", Pay::Number),
        ("CustomerPayment ID", Pay::Number),
        ("Mode", Pay::Always("Bank Transfer")),
        ("Amount", Pay::Amount),
        ("Unused Amount", Pay::Unused),
        ("Reference Number", Pay::Always("ref")),
        ("Currency Code", Pay::Currency),
        ("Customer Name", Pay::Client),
        ("Date", Pay::Date),
        ("Amount Applied to Invoice", Pay::Applied),
        ("Invoice Number", Pay::Invoice),
    ],
    kind: "Invoice",
    open: "Overdue",
    paid: "Closed",
    ..PLAIN
};

pub(super) const XERO: Dialect = Dialect {
    habits: Habits {
        inclusive: true,
        ..USUAL
    },
    files: ["Contacts.csv", "SalesInvoices.csv", ""],
    clients: &[
        ("*ContactName", Who::Name),
        ("AccountNumber", Who::Always("")),
        ("EmailAddress", Who::Email),
        ("FirstName", Who::FirstName),
        ("LastName", Who::LastName),
        ("POAddressLine1", Who::Street),
        ("POCity", Who::City),
        ("POCountry", Who::Country),
        ("PhoneNumber", Who::Always("555 0100")),
        ("TaxNumber", Who::Always("")),
    ],
    invoices: &[
        ("ContactName", Say::Client),
        ("EmailAddress", Say::Always("")),
        ("POAddressLine1", Say::Always("")),
        ("InvoiceNumber", Say::Number),
        ("Reference", Say::Always("PO 7")),
        ("InvoiceDate", Say::Date),
        ("DueDate", Say::Due),
        ("PlannedDate", Say::Always("")),
        ("Total", Say::Amount),
        ("TaxTotal", Say::Always("0.0000")),
        ("InvoiceAmountPaid", Say::Paid),
        ("InvoiceAmountDue", Say::Balance),
        ("InventoryItemCode", Say::Always("166")),
        ("Description", Say::Description),
        ("Quantity", Say::Quantity),
        ("UnitAmount", Say::Price),
        ("Discount", Say::Percent),
        ("LineAmount", Say::Net),
        ("AccountCode", Say::Always("200")),
        ("TaxType", Say::TaxName),
        ("TaxAmount", Say::Tax),
        ("Currency", Say::Currency),
        ("Type", Say::Kind),
        ("Sent", Say::Always("Sent")),
        ("Status", Say::Status),
    ],
    date: day_first,
    kind: "Sales invoice",
    open: "Awaiting Payment",
    paid: "Paid",
    ..PLAIN
};

pub(super) const FRESHBOOKS: Dialect = Dialect {
    habits: Habits {
        shows_parts: false,
        ..USUAL
    },
    files: ["clients.csv", "invoice_details.csv", ""],
    clients: &[
        ("Organization", Who::Name),
        ("First Name", Who::FirstName),
        ("Last Name", Who::LastName),
        ("Email", Who::Email),
        ("Phone", Who::Always("555 0100")),
        ("Street", Who::Street),
        ("City", Who::City),
        ("Province/State", Who::Always("")),
        ("Country", Who::Country),
        ("Postal Code", Who::Always("600001")),
        ("Notes", Who::Always("")),
    ],
    invoices: &[
        ("Client Name", Say::Client),
        ("Invoice #", Say::Number),
        ("Date Issued", Say::Date),
        ("Invoice Status", Say::Status),
        ("Date Paid", Say::Always("")),
        ("Item Name", Say::Product),
        ("Item Description", Say::Notes),
        ("Rate", Say::Price),
        ("Quantity", Say::Quantity),
        ("Discount Percentage", Say::Percent),
        ("Line Subtotal", Say::Net),
        ("Tax 1 Type", Say::TaxName),
        ("Tax 1 Amount", Say::Tax),
        ("Tax 2 Type", Say::Always("")),
        ("Tax 2 Amount", Say::Always("0.00")),
        ("Line Total", Say::Gross),
        ("Currency", Say::Currency),
    ],
    kind: "Invoice",
    open: "sent",
    paid: "paid",
    ..PLAIN
};

pub(super) const WAVE: Dialect = Dialect {
    shape: Shape::Books,
    habits: Habits {
        line_discounts: None,
        ..USUAL
    },
    files: ["customers.csv", "accounting.csv", ""],
    clients: &[
        ("customer_name", Who::Name),
        ("email", Who::Email),
        ("contact_first_name", Who::FirstName),
        ("contact_last_name", Who::LastName),
        ("customer_currency", Who::Currency),
        ("account_number", Who::Always("")),
        ("phone", Who::Always("555 0100")),
        ("country", Who::Country),
        ("province/state", Who::Always("")),
        ("address_line_1", Who::Street),
        ("address_line_2", Who::Always("")),
        ("city", Who::City),
        ("postal_code/zip_code", Who::Always("600001")),
    ],
    invoices: &[
        ("Transaction ID", Say::Always("")),
        ("Transaction Date", Say::Date),
        ("Account Name", Say::Always("")),
        ("Transaction Description", Say::Always("")),
        ("Transaction Line Description", Say::Product),
        ("Amount (One column)", Say::Amount),
        ("Other Accounts for this Transaction", Say::Always("")),
        ("Customer", Say::Client),
        ("Invoice Number", Say::Number),
        ("Amount Before Sales Tax", Say::Net),
        ("Sales Tax Amount", Say::Tax),
        ("Sales Tax Name", Say::TaxName),
        ("Account Type", Say::Kind),
    ],
    kind: "Invoice",
    ..PLAIN
};

pub(super) const QUICKBOOKS: Dialect = Dialect {
    shape: Shape::Reports,
    habits: Habits {
        line_discounts: None,
        shows_tax: false,
        ..USUAL
    },
    files: [
        "Customers.csv",
        "Sales by Customer Detail.csv",
        "Invoice List.csv",
    ],
    clients: &[
        ("Customer full name", Who::Name),
        (
            "Phone numbers",
            Who::Always("Phone: (555) 0100 Mobile: (555) 0101"),
        ),
        ("Email", Who::Email),
        ("Company name", Who::Name),
        ("Billing address", Who::Street),
        ("City", Who::City),
        ("Country", Who::Country),
        ("Currency", Who::Currency),
        ("Open balance", Who::Always("0.00")),
    ],
    invoices: &[
        ("", Say::Always("")),
        ("Transaction date", Say::Date),
        ("Transaction type", Say::Kind),
        ("Num", Say::Number),
        ("Product/Service full name", Say::Product),
        ("Memo/Description", Say::Notes),
        ("Quantity", Say::Quantity),
        ("Sales price", Say::Price),
        ("Amount", Say::Net),
        ("Balance", Say::Net),
    ],
    list: &[
        ("Date", Say::Date),
        ("Transaction type", Say::Kind),
        ("Num", Say::Number),
        ("Name", Say::Client),
        ("Memo", Say::Always("")),
        ("Due date", Say::Due),
        ("Amount", Say::Amount),
        ("Open balance", Say::Balance),
    ],
    preamble: &["Studio", "Report", "\"January 1, 2024 - December 31, 2025\"", ""],
    date: month_first,
    kind: "Invoice",
    ..PLAIN
};

pub(super) const FRAPPE_BOOKS: Dialect = Dialect {
    habits: Habits {
        whole_discounts: true,
        ..USUAL
    },
    files: ["Party.csv", "Sales Invoice.csv", "Payment.csv"],
    clients: &[
        ("Party.name", Who::Name),
        ("Party.role", Who::Kind),
        ("Party.currency", Who::Currency),
        ("Party.email", Who::Email),
        ("Party.phone", Who::Always("+1 555 0100")),
        ("Party.address", Who::Always("Main Street 7")),
        ("Party.taxId", Who::Always("")),
    ],
    invoices: &[
        ("SalesInvoice.name", Say::Number),
        ("SalesInvoice.party", Say::Client),
        ("SalesInvoice.account", Say::Always("Debtors")),
        ("SalesInvoice.date", Say::Date),
        ("SalesInvoice.grandTotal", Say::Amount),
        ("SalesInvoice.setDiscountAmount", Say::Always("0")),
        ("SalesInvoice.discountAmount", Say::Always("0")),
        ("SalesInvoice.discountPercent", Say::WholePercent),
        ("SalesInvoice.currency", Say::Currency),
        ("SalesInvoice.exchangeRate", Say::Always("1")),
        ("SalesInvoice.outstandingAmount", Say::Balance),
        ("SalesInvoice.terms", Say::Always("Thanks")),
        ("SalesInvoice.submitted", Say::Always("1")),
        ("SalesInvoice.cancelled", Say::Always("0")),
        ("SalesInvoiceItem.item", Say::Product),
        ("SalesInvoiceItem.description", Say::Notes),
        ("SalesInvoiceItem.rate", Say::Price),
        ("SalesInvoiceItem.unit", Say::Always("Unit")),
        ("SalesInvoiceItem.quantity", Say::Quantity),
        ("SalesInvoiceItem.tax", Say::TaxRated),
        ("SalesInvoiceItem.amount", Say::Net),
        ("SalesInvoiceItem.setItemDiscountAmount", Say::Always("0")),
        ("SalesInvoiceItem.itemDiscountAmount", Say::Always("0")),
        ("SalesInvoiceItem.itemDiscountPercent", Say::Percent),
        ("TaxSummary.account", Say::Always("")),
        ("TaxSummary.rate", Say::Always("")),
    ],
    payments: &[
        ("Payment.name", Pay::Number),
        ("Payment.party", Pay::Client),
        ("Payment.date", Pay::Date),
        ("Payment.paymentType", Pay::Always("Receive")),
        ("Payment.paymentMethod", Pay::Always("Transfer")),
        ("Payment.referenceId", Pay::Always("ref")),
        ("Payment.amount", Pay::Amount),
        ("Payment.submitted", Pay::Always("1")),
        ("Payment.cancelled", Pay::Always("0")),
        ("PaymentFor.referenceType", Pay::Always("SalesInvoice")),
        ("PaymentFor.referenceName", Pay::Invoice),
        ("PaymentFor.amount", Pay::Applied),
    ],
    preamble: &["The headings,in the language,of the program"],
    ..PLAIN
};

pub(super) const TABLE: Dialect = Dialect {
    habits: Habits {
        inclusive: true,
        ..USUAL
    },
    files: ["Kunden.csv", "Rechnungen.csv", "Zahlungen.csv"],
    clients: &[
        ("Kunde", Who::Name),
        ("Vorname", Who::FirstName),
        ("Nachname", Who::LastName),
        ("E-Mail", Who::Email),
        ("Straße", Who::Street),
        ("Ort", Who::City),
        ("Land", Who::Country),
        ("Währung", Who::Currency),
    ],
    invoices: &[
        ("Rechnungs-Nr.", Say::Number),
        ("Kunde", Say::Client),
        ("Rechnungsdatum", Say::Date),
        ("Fällig am", Say::Due),
        ("Status", Say::Status),
        ("Währung", Say::Currency),
        ("Bezeichnung", Say::Description),
        ("Menge", Say::Quantity),
        ("Einzelpreis", Say::Price),
        ("Rabatt", Say::Percent),
        ("Steuerart", Say::TaxName),
        ("MwSt-Satz", Say::TaxRate),
        ("Gesamtbetrag", Say::Amount),
        ("Offen", Say::Balance),
        ("Sachbearbeiter", Say::Always("AR")),
    ],
    payments: &[
        ("Zahlungsnummer", Pay::Number),
        ("Rechnung", Pay::Invoice),
        ("Kunde", Pay::Client),
        ("Währung", Pay::Currency),
        ("Zahlungsdatum", Pay::Date),
        ("Betrag", Pay::Amount),
        ("Zahlungsart", Pay::Always("Bank transfer")),
    ],
    preamble: &["Meine Tabelle", ""],
    date: day_first,
    open: "offen",
    paid: "bezahlt",
    ..PLAIN
};
