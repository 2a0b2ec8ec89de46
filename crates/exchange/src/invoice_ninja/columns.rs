//! The columns of Invoice Ninja's exports, under the headings that its versions give them.
//!
//! Version 5 puts the kind of record before each heading (`Client Name`, `Invoice Invoice Number`, `Item Tax Rate 1`)
//! but in its list of clients; version 4 does not, and begins a file with three lines about itself. A heading is
//! recognised by its letters and digits alone, so that `item.tax_rate1` does as well.

use std::collections::BTreeMap;

/// What a file lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum FileKind {
    Clients,
    Invoices,
    Payments,
}

macro_rules! columns {
    ($($name:ident: $($alias:literal)*;)*) => {
        /// What a column says.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum Column { $($name),* }

        const ALIASES: &[(Column, &[&str])] = &[$((Column::$name, &[$($alias),*])),*];
    };
}

columns! {
    ClientName: "clientname" "client" "customer";
    ClientNumber: "clientidnumber" "idnumber" "clientnumber";
    ClientStreet: "clientstreet" "street" "billingstreet" "clientaddress1" "address1";
    ClientSuite: "clientaptsuite" "aptsuite" "billingaptsuite" "clientaddress2" "address2";
    ClientCity: "clientcity" "city" "billingcity";
    ClientRegion: "clientstateprovince" "stateprovince" "billingstateprovince" "clientstate" "state";
    ClientPostalCode: "clientpostalcode" "postalcode" "billingpostalcode";
    ClientCountry: "clientcountry" "country" "billingcountry" "clientcountryid";
    ClientTaxId: "clientvatnumber" "vatnumber" "clienttaxid";
    ClientPhone: "clientphone" "phone";
    ClientTerms: "clientpaymentterms" "paymentterms";
    ClientLanguage: "clientlanguage" "language";
    Currency: "clientcurrency" "currency" "invoicecurrency" "paymentcurrency" "clientcurrencyid" "invoicecurrencyid";
    ContactFirstName: "contactfirstname" "firstname" "clientfirstname";
    ContactLastName: "contactlastname" "lastname" "clientlastname";
    ContactEmail: "contactemail" "clientemail" "email";
    ContactPhone: "contactphone";
    InvoiceNumber: "invoiceinvoicenumber" "invoicenumber";
    InvoiceAmount: "invoiceamount";
    InvoiceBalance: "invoicebalance" "balancedue";
    InvoicePaid: "invoicepaidtodate" "invoicepaid";
    InvoiceStatus: "invoicestatus";
    InvoiceDate: "invoicedate" "invoiceinvoicedate";
    InvoiceDueDate: "invoiceduedate" "duedate";
    InvoiceReference: "invoiceponumber" "ponumber";
    InvoiceNote: "invoicepublicnotes" "publicnotes";
    InvoiceTerms: "invoiceterms";
    InvoiceFooter: "invoicefooter";
    InvoiceDiscount: "invoicediscount" "discount";
    InvoiceDiscountIsAmount: "invoiceisamountdiscount" "isamountdiscount";
    InvoiceInclusive: "invoiceusesinclusivetaxes" "usesinclusivetaxes" "inclusivetaxes" "invoiceinclusivetaxes";
    InvoiceTaxName1: "invoicetaxname1" "taxname1" "invoicetax1";
    InvoiceTaxRate1: "invoicetaxrate1" "taxrate1";
    InvoiceTaxName2: "invoicetaxname2" "taxname2" "invoicetax2";
    InvoiceTaxRate2: "invoicetaxrate2" "taxrate2";
    InvoiceTaxName3: "invoicetaxname3" "taxname3" "invoicetax3";
    InvoiceTaxRate3: "invoicetaxrate3" "taxrate3";
    Surcharge1: "invoicesurcharge1" "surcharge1" "invoicecustomsurcharge1" "customsurcharge1";
    Surcharge2: "invoicesurcharge2" "surcharge2" "invoicecustomsurcharge2" "customsurcharge2";
    Surcharge3: "invoicesurcharge3" "surcharge3" "invoicecustomsurcharge3" "customsurcharge3";
    Surcharge4: "invoicesurcharge4" "surcharge4" "invoicecustomsurcharge4" "customsurcharge4";
    ItemProduct: "itemproduct" "itemproductkey" "product" "item";
    ItemNotes: "itemnotes" "itemdescription";
    ItemQuantity: "itemquantity" "quantity" "itemqty";
    ItemCost: "itemcost" "cost" "unitcost" "itemunitcost";
    ItemDiscount: "itemdiscount";
    ItemDiscountIsAmount: "itemisamountdiscount";
    ItemTaxName1: "itemtaxname1" "itemtax1" "itemtaxname";
    ItemTaxRate1: "itemtaxrate1" "itemtaxrate";
    ItemTaxName2: "itemtaxname2" "itemtax2";
    ItemTaxRate2: "itemtaxrate2";
    ItemTaxName3: "itemtaxname3" "itemtax3";
    ItemTaxRate3: "itemtaxrate3";
    PaymentNumber: "paymentnumber" "paymentpaymentnumber";
    PaymentDate: "paymentdate" "paymentpaymentdate";
    PaymentAmount: "paymentamount";
    PaymentRefunded: "paymentrefunded" "refunded";
    PaymentMethod: "paymenttype" "paymentmethod" "method" "paymentpaymenttype";
    PaymentReference: "paymenttransactionreference" "transactionreference";
    PaymentStatus: "paymentstatus";
}

/// Headings that mean one thing in one file and another in the next.
const BARE: &[(&str, FileKind, Column)] = &[
    ("name", FileKind::Clients, Column::ClientName),
    ("amount", FileKind::Invoices, Column::InvoiceAmount),
    ("paid", FileKind::Invoices, Column::InvoicePaid),
    ("paidtodate", FileKind::Invoices, Column::InvoicePaid),
    ("balance", FileKind::Invoices, Column::InvoiceBalance),
    ("status", FileKind::Invoices, Column::InvoiceStatus),
    ("date", FileKind::Invoices, Column::InvoiceDate),
    ("number", FileKind::Invoices, Column::InvoiceNumber),
    ("terms", FileKind::Invoices, Column::InvoiceTerms),
    ("notes", FileKind::Invoices, Column::ItemNotes),
    ("amount", FileKind::Payments, Column::PaymentAmount),
    ("date", FileKind::Payments, Column::PaymentDate),
    ("number", FileKind::Payments, Column::PaymentNumber),
    ("status", FileKind::Payments, Column::PaymentStatus),
    ("invoice", FileKind::Payments, Column::InvoiceNumber),
    ("number", FileKind::Clients, Column::ClientNumber),
];

fn folded(heading: &str) -> String {
    heading
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

fn column(kind: FileKind, heading: &str) -> Option<Column> {
    let bare = BARE
        .iter()
        .find(|(name, of, _)| *name == heading && *of == kind)
        .map(|(_, _, column)| *column);
    bare.or_else(|| {
        ALIASES
            .iter()
            .find(|(_, names)| names.contains(&heading))
            .map(|(column, _)| *column)
    })
}

/// What a heading line says: the kind of file, and where each column stands.
pub(crate) struct Heading {
    pub(crate) kind: FileKind,
    pub(crate) columns: BTreeMap<Column, usize>,
}

/// Reads `cells` as a heading line; none when they are no such line of a file that is known.
pub(crate) fn heading(cells: &[String]) -> Option<Heading> {
    let names: Vec<String> = cells.iter().map(|cell| folded(cell)).collect();
    let kind = kind_of(&names)?;
    let mut columns = BTreeMap::new();
    for (place, name) in names.iter().enumerate() {
        match column(kind, name) {
            // Version 4 calls the client's phone and the contact's alike; the contact's stands behind.
            Some(Column::ClientPhone) if columns.contains_key(&Column::ClientPhone) => {
                columns.entry(Column::ContactPhone).or_insert(place);
            }
            Some(column) => {
                columns.entry(column).or_insert(place);
            }
            None => {}
        }
    }
    Some(Heading { kind, columns })
}

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
    let known = names
        .iter()
        .filter(|name| column(FileKind::Clients, name).is_some())
        .count();
    (client && !invoice && known >= 2).then_some(FileKind::Clients)
}
