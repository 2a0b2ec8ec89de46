//! Invoice Ninja's CSV export, versions 4 and 5: clients, invoices (a row for each line item) and payments.
//!
//! Version 5 puts the kind of record before each heading (`Client Name`, `Invoice Invoice Number`, `Item Tax Rate 1`)
//! but in its list of clients; version 4 does not, and begins a file with three lines about itself.

use folio_domain::imports::ImportFormat;

use super::columns::{Column, FileKind, Named};
use super::formats::{Format, as_it_is};

pub(crate) const FORMAT: Format = Format {
    format: ImportFormat::InvoiceNinja,
    kind_of,
    columns: &[
        (Some(FileKind::Clients), OF_CLIENTS),
        (Some(FileKind::Invoices), OF_INVOICES),
        (Some(FileKind::Payments), OF_PAYMENTS),
        (None, OF_ANY),
    ],
    marks: &[
        "invoiceinvoicenumber",
        "clientidnumber",
        "itemproduct",
        "itemproductkey",
        "itemnotes",
        "itemcost",
        "itemtaxname1",
        "itemtaxrate1",
        "invoiceusesinclusivetaxes",
        "paymenttransactionreference",
        "paidtodate",
        "aptsuite",
    ],
    always: &[],
    prepare: as_it_is,
    payments_name_no_invoice: false,
    hides_tax: false,
};

#[rustfmt::skip]
const OF_ANY: &[Named] = &[
    (Column::ClientName, &["clientname", "client", "customer"]),
    (Column::ClientNumber, &["clientidnumber", "idnumber", "clientnumber"]),
    (Column::ClientStreet, &["clientstreet", "street", "billingstreet", "clientaddress1", "address1"]),
    (Column::ClientSuite, &["clientaptsuite", "aptsuite", "billingaptsuite", "clientaddress2", "address2"]),
    (Column::ClientCity, &["clientcity", "city", "billingcity"]),
    (Column::ClientRegion, &["clientstateprovince", "stateprovince", "billingstateprovince", "clientstate", "state"]),
    (Column::ClientPostalCode, &["clientpostalcode", "postalcode", "billingpostalcode"]),
    (Column::ClientCountry, &["clientcountry", "country", "billingcountry", "clientcountryid"]),
    (Column::ClientTaxId, &["clientvatnumber", "vatnumber", "clienttaxid"]),
    (Column::ClientPhone, &["clientphone", "phone"]),
    (Column::ClientTerms, &["clientpaymentterms", "paymentterms"]),
    (Column::ClientLanguage, &["clientlanguage", "language"]),
    (Column::Currency, &["clientcurrency", "currency", "invoicecurrency", "paymentcurrency", "clientcurrencyid",
        "invoicecurrencyid"]),
    (Column::ContactFirstName, &["contactfirstname", "firstname", "clientfirstname"]),
    (Column::ContactLastName, &["contactlastname", "lastname", "clientlastname"]),
    (Column::ContactEmail, &["contactemail", "clientemail", "email"]),
    (Column::ContactPhone, &["contactphone"]),
    (Column::InvoiceNumber, &["invoiceinvoicenumber", "invoicenumber"]),
    (Column::InvoiceAmount, &["invoiceamount"]),
    (Column::InvoiceBalance, &["invoicebalance", "balancedue"]),
    (Column::InvoicePaid, &["invoicepaidtodate", "invoicepaid"]),
    (Column::InvoiceStatus, &["invoicestatus"]),
    (Column::InvoiceDate, &["invoicedate", "invoiceinvoicedate"]),
    (Column::InvoiceDueDate, &["invoiceduedate", "duedate"]),
    (Column::InvoiceReference, &["invoiceponumber", "ponumber"]),
    (Column::InvoiceNote, &["invoicepublicnotes", "publicnotes"]),
    (Column::InvoiceTerms, &["invoiceterms"]),
    (Column::InvoiceFooter, &["invoicefooter"]),
    (Column::InvoiceDiscount, &["invoicediscount", "discount"]),
    (Column::InvoiceDiscountIsAmount, &["invoiceisamountdiscount", "isamountdiscount"]),
    (Column::InvoiceInclusive, &["invoiceusesinclusivetaxes", "usesinclusivetaxes", "inclusivetaxes",
        "invoiceinclusivetaxes"]),
    (Column::InvoiceTaxName1, &["invoicetaxname1", "taxname1", "invoicetax1"]),
    (Column::InvoiceTaxRate1, &["invoicetaxrate1", "taxrate1"]),
    (Column::InvoiceTaxName2, &["invoicetaxname2", "taxname2", "invoicetax2"]),
    (Column::InvoiceTaxRate2, &["invoicetaxrate2", "taxrate2"]),
    (Column::InvoiceTaxName3, &["invoicetaxname3", "taxname3", "invoicetax3"]),
    (Column::InvoiceTaxRate3, &["invoicetaxrate3", "taxrate3"]),
    (Column::Surcharge1, &["invoicesurcharge1", "surcharge1", "invoicecustomsurcharge1", "customsurcharge1"]),
    (Column::Surcharge2, &["invoicesurcharge2", "surcharge2", "invoicecustomsurcharge2", "customsurcharge2"]),
    (Column::Surcharge3, &["invoicesurcharge3", "surcharge3", "invoicecustomsurcharge3", "customsurcharge3"]),
    (Column::Surcharge4, &["invoicesurcharge4", "surcharge4", "invoicecustomsurcharge4", "customsurcharge4"]),
    (Column::ItemProduct, &["itemproduct", "itemproductkey", "product", "item"]),
    (Column::ItemNotes, &["itemnotes", "itemdescription"]),
    (Column::ItemQuantity, &["itemquantity", "quantity", "itemqty"]),
    (Column::ItemCost, &["itemcost", "cost", "unitcost", "itemunitcost"]),
    (Column::ItemDiscount, &["itemdiscount"]),
    (Column::ItemDiscountIsAmount, &["itemisamountdiscount"]),
    (Column::ItemTaxName1, &["itemtaxname1", "itemtax1", "itemtaxname"]),
    (Column::ItemTaxRate1, &["itemtaxrate1", "itemtaxrate"]),
    (Column::ItemTaxName2, &["itemtaxname2", "itemtax2"]),
    (Column::ItemTaxRate2, &["itemtaxrate2"]),
    (Column::ItemTaxName3, &["itemtaxname3", "itemtax3"]),
    (Column::ItemTaxRate3, &["itemtaxrate3"]),
    (Column::PaymentNumber, &["paymentnumber", "paymentpaymentnumber"]),
    (Column::PaymentDate, &["paymentdate", "paymentpaymentdate"]),
    (Column::PaymentAmount, &["paymentamount"]),
    (Column::PaymentRefunded, &["paymentrefunded", "refunded"]),
    (Column::PaymentMethod, &["paymenttype", "paymentmethod", "method", "paymentpaymenttype"]),
    (Column::PaymentReference, &["paymenttransactionreference", "transactionreference"]),
    (Column::PaymentStatus, &["paymentstatus"]),
];

// Headings that mean one thing in one file and another in the next.
const OF_CLIENTS: &[Named] = &[
    (Column::ClientName, &["name"]),
    (Column::ClientNumber, &["number"]),
];
const OF_INVOICES: &[Named] = &[
    (Column::InvoiceAmount, &["amount"]),
    (Column::InvoicePaid, &["paid", "paidtodate"]),
    (Column::InvoiceBalance, &["balance"]),
    (Column::InvoiceStatus, &["status"]),
    (Column::InvoiceDate, &["date"]),
    (Column::InvoiceNumber, &["number"]),
    (Column::InvoiceTerms, &["terms"]),
    (Column::ItemNotes, &["notes"]),
];
const OF_PAYMENTS: &[Named] = &[
    (Column::PaymentAmount, &["amount"]),
    (Column::PaymentDate, &["date"]),
    (Column::PaymentNumber, &["number"]),
    (Column::PaymentStatus, &["status"]),
    (Column::InvoiceNumber, &["invoice"]),
];

fn kind_of(names: &[String]) -> Option<FileKind> {
    let has = |wanted: &[&str]| names.iter().any(|name| wanted.contains(&name.as_str()));
    let invoice = has(&["invoiceinvoicenumber", "invoicenumber"]);
    let number = invoice || has(&["number", "invoice"]);
    let item = has(&[
        "itemproduct",
        "itemproductkey",
        "itemnotes",
        "itemquantity",
        "itemcost",
    ]);
    let paid_on = has(&["paymentdate"]) && has(&["paymentamount"]);
    let dated = has(&["invoiceduedate", "duedate"]) || (!paid_on && has(&["invoicedate", "invoicebalance"]));
    let client = has(&["client", "clientname", "name", "customer"]);
    if (number && item) || (invoice && dated) {
        return Some(FileKind::Invoices);
    }
    let paid = has(&["paymentdate", "date"]) && has(&["paymentamount", "amount"]);
    if paid && (number || client || has(&["paymentnumber"])) {
        return Some(FileKind::Payments);
    }
    let is_known = |name: &&String| {
        let tables = [OF_CLIENTS, OF_ANY].into_iter().flatten();
        tables
            .into_iter()
            .any(|(_, names)| names.contains(&name.as_str()))
    };
    let known = names.iter().filter(is_known).count();
    (client && !invoice && known >= 2).then_some(FileKind::Clients)
}
