//! A made-up export of Invoice Ninja with every kind of trouble in it, and the list of what must be found. The three
//! files are written in three ways: clients with commas; invoices with a byte order mark, semicolons, comma decimals
//! and days first; payments in UTF-16 with tabs.

mod hostile;

use std::collections::BTreeMap;

use folio_domain::invoices::{Discount, LineItem, PricedContent, Tax, TaxCategory, TaxMode, totals};
use folio_domain::{Currency, Money};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use rust_decimal::Decimal;

use super::NOTES;
use super::business::{currency, line_by_line};
use super::sheet::{Sheet, comma, day_first, dot};
pub use super::{ExpectedIssue, ExpectedTotals};
use crate::dice::Dice;
use crate::imports::Message;

/// The names that the files have.
pub const FILE_NAMES: [&str; 3] = ["clients.csv", "invoices.csv", "payments.csv"];

/// An export with what must be found in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GeneratedExport {
    /// The clients.
    pub clients_csv: Vec<u8>,
    /// The invoices, a row for each line item.
    pub invoices_csv: Vec<u8>,
    /// The payments.
    pub payments_csv: Vec<u8>,
    /// Every line that must be refused or doubted, by file and line.
    pub expected: Vec<ExpectedIssue>,
    /// What the source states of the invoices that can come, by currency.
    pub totals: Vec<ExpectedTotals>,
    /// How many invoices can come.
    pub invoices: u32,
}

const CLIENTS: [(&str, &str, &str); 20] = [
    ("Müller & Söhne GmbH", "EUR", "Germany"),
    ("தமிழ் நூல் நிலையம்", "INR", "India"),
    ("हिन्दी प्रकाशन मंडल", "INR", "India"),
    ("Esperanto-Asocio Ĉielarko", "EUR", "Netherlands"),
    ("Café \"Zur Post\"", "EUR", "Austria"),
    ("O'Brien, Byrne, and Partners", "EUR", "Ireland"),
    ("🌶️ Chilli & Co", "GBP", "United Kingdom"),
    ("Lakeside Hardware", "USD", "United States"),
    ("Harbour; Docks; Quays Ltd", "GBP", "GB"),
    ("Sakura Paper", "JPY", "Japan"),
    ("Al Noor Trading", "KWD", "Kuwait"),
    ("Smith\tJones", "USD", "US"),
    ("Ærø Bogtryk", "DKK", "Denmark"),
    ("மதுரை பேக்கரி 🍞", "INR", "India"),
    ("पुस्तक महल", "INR", "India"),
    ("Łódź Druk", "PLN", "Poland"),
    ("Garage Fünf", "CHF", "Switzerland"),
    ("Prairie Dental", "CAD", "Canada"),
    ("Outback Signs", "AUD", "Australia"),
    ("=cmd|calc Ltd", "USD", "United States"),
];

const INVOICE_TITLES: [&str; 24] = [
    "Client Name",
    "Client Currency",
    "Invoice Invoice Number",
    "Invoice Amount",
    "Invoice Balance",
    "Invoice Date",
    "Invoice Due Date",
    "Invoice Status",
    "Invoice Discount",
    "Invoice Is Amount Discount",
    "Invoice Uses Inclusive Taxes",
    "Invoice PO Number",
    "Invoice Public Notes",
    "Item Product",
    "Item Notes",
    "Item Quantity",
    "Item Cost",
    "Item Discount",
    "Item Is Amount Discount",
    "Item Tax Name 1",
    "Item Tax Rate 1",
    "Item Tax Name 2",
    "Item Tax Rate 2",
    "Item Custom Value 1",
];

const PAYMENT_TITLES: [&str; 8] = [
    "Payment Date",
    "Payment Amount",
    "Payment Type",
    "Payment Transaction Reference",
    "Payment Status",
    "Payment Number",
    "Invoice Invoice Number",
    "Client Name",
];

#[derive(Clone)]
struct MadeInvoice {
    number: String,
    client: &'static str,
    currency: Currency,
    date: Date,
    content: PricedContent,
    amount: Money,
    paid: i64,
}

struct Maker {
    dice: Dice,
    clients: Sheet,
    invoices: Sheet,
    payments: Sheet,
    expected: Vec<ExpectedIssue>,
    totals: BTreeMap<Currency, (i64, i64)>,
    come: u32,
    payment_number: u32,
}

/// Makes an export of `size` invoices that can come, give or take the hostile ones, which are the same whatever the
/// size. The same seed makes the same files.
#[must_use]
pub fn sample_invoice_ninja(seed: u64, size: u32) -> GeneratedExport {
    let mut maker = Maker {
        dice: Dice::new(seed),
        clients: Sheet::new(
            ',',
            &[
                "Name",
                "Street",
                "Apt/Suite",
                "City",
                "State/Province",
                "Postal Code",
                "Country",
                "VAT Number",
                "Currency",
                "Phone",
                "First Name",
                "Last Name",
                "Email",
                "Phone",
            ],
        ),
        invoices: Sheet::new(';', &INVOICE_TITLES),
        payments: Sheet::new('\t', &PAYMENT_TITLES),
        expected: Vec::new(),
        totals: BTreeMap::new(),
        come: 0,
        payment_number: 0,
    };
    maker.clients();
    let hostile_every = (size / 30).max(1);
    let mut hostile = 0;
    for nth in 0..size {
        let invoice = maker.invoice(nth);
        maker.take(&invoice);
        if nth % hostile_every == 0 {
            hostile::invoice(&mut maker, hostile, nth);
            hostile += 1;
        }
    }
    for rest in hostile..hostile::INVOICE_CASES {
        hostile::invoice(&mut maker, rest, size + rest);
    }
    hostile::payments(&mut maker);
    hostile::last(&mut maker);
    maker.finish()
}

impl Maker {
    fn clients(&mut self) {
        for (nth, (name, currency, country)) in CLIENTS.into_iter().enumerate() {
            let street = if nth % 3 == 0 {
                format!("Main Street {nth}\nBack House")
            } else {
                format!("{nth} Road")
            };
            let mail = format!("client{nth}@example.org");
            self.clients.row(&[
                name, &street, "", "City", "", "600001", country, "", currency, "+1 555", "Ada", "Lovelace",
                &mail, "",
            ]);
            if nth == 7 {
                self.clients.blank();
            }
        }
        hostile::clients(self);
    }

    fn expect(&mut self, file: usize, line: u32, refused: bool, message: Message) {
        self.expected.push(ExpectedIssue {
            file,
            line,
            refused,
            message_key: message.key(),
        });
    }

    fn invoice(&mut self, nth: u32) -> MadeInvoice {
        let place = usize::try_from(nth).unwrap_or_default() % CLIENTS.len();
        let (client, code, _) = CLIENTS.get(place).copied().unwrap_or_default();
        let currency = currency(code);
        let lines = (0..self.dice.between(1, 5))
            .map(|line| self.item(currency, line))
            .collect();
        let percent = self
            .dice
            .chance(15)
            .then(|| Decimal::from(self.dice.between(1, 20)));
        let content = PricedContent {
            currency,
            tax_mode: if self.dice.chance(10) {
                TaxMode::Inclusive
            } else {
                TaxMode::Exclusive
            },
            discount: percent.map_or(Discount::None, Discount::Percent),
            lines,
        };
        let amount = line_by_line(&content);
        let paid = match self.dice.between(0, 9) {
            _ if amount.minor <= 0 => 0,
            0..=5 => amount.minor,
            6 => amount.minor / 3,
            _ => 0,
        };
        MadeInvoice {
            number: format!("INV/{:04}", nth + 1),
            client,
            currency,
            date: date(2024, 1, 3)
                .checked_add(i64::from(nth).days())
                .unwrap_or(date(2024, 1, 3)),
            content,
            amount,
            paid,
        }
    }

    fn item(&mut self, currency: Currency, nth: i64) -> LineItem {
        let products = [
            "Design",
            "Print 🖨️",
            "அச்சு",
            "छपाई",
            "Presado",
            "Proof;reading",
            "\"Rush\" work",
            "Hosting",
        ];
        let description = format!(
            "{}\n{}",
            self.dice.pick(&products, &"Design"),
            self.dice.pick(&NOTES, &"")
        );
        let refund = nth > 0 && self.dice.chance(8);
        let cost = Decimal::new(self.dice.between(150, 9_999_999), 4).round_dp(2);
        let cost = if currency.digits() == 0 {
            (cost * Decimal::ONE_HUNDRED).trunc()
        } else {
            cost
        };
        let rates: [(&str, i64, u32); 4] =
            [("VAT", 20, 0), ("GST", 18, 0), ("MwSt", 19, 0), ("moms", 255, 1)];
        let (name, rate, scale) = *self.dice.pick(&rates, &("VAT", 20, 0));
        let taxed = self.dice.chance(70);
        let tax = Tax {
            name: name.to_owned(),
            percent: Decimal::new(rate, scale),
            category: TaxCategory::Standard,
        };
        LineItem {
            description: description.trim_end_matches('\n').to_owned(),
            quantity: Decimal::new(self.dice.between(1, 80), 1).normalize(),
            unit: String::new(),
            unit_price: if refund { -cost } else { cost }.normalize(),
            discount: if self.dice.chance(10) {
                Discount::Percent(Decimal::from(5))
            } else {
                Discount::None
            },
            taxes: if taxed { vec![tax] } else { Vec::new() },
        }
    }

    /// Writes an invoice that can come, with its payments, and notes what the source states of it.
    fn take(&mut self, invoice: &MadeInvoice) -> u32 {
        let line = self.write(invoice, |_, _| {});
        self.count(invoice);
        self.pay(invoice);
        let computed = totals(&invoice.content).map_or(invoice.amount, |totals| totals.total);
        if computed != invoice.amount {
            self.expect(1, line, false, Message::TotalRounded);
        }
        line
    }

    fn count(&mut self, invoice: &MadeInvoice) {
        let (invoiced, balance) = self.totals.entry(invoice.currency).or_default();
        *invoiced += invoice.amount.minor;
        *balance += invoice.amount.minor - invoice.paid;
        self.come += 1;
    }

    fn pay(&mut self, invoice: &MadeInvoice) {
        if invoice.paid > 0 {
            let amount = Money::new(invoice.paid, invoice.currency);
            self.payment(&dot(amount), &invoice.number, invoice.client, "Completed");
        }
    }

    fn payment(&mut self, amount: &str, invoice: &str, client: &str, status: &str) -> u32 {
        self.payment_number += 1;
        let number = format!("P{:05}", self.payment_number);
        self.payments.row(&[
            "2025-03-14",
            amount,
            "Bank Transfer",
            "ref",
            status,
            &number,
            invoice,
            client,
        ])
    }

    /// Writes an invoice's rows, each after `change` has had its way with it; gives the line of the first.
    fn write(
        &mut self,
        invoice: &MadeInvoice,
        change: impl Fn(usize, &mut BTreeMap<&'static str, String>),
    ) -> u32 {
        let due = invoice.date.checked_add(30.days()).unwrap_or(invoice.date);
        let (discount, is_amount) = written(invoice.content.discount);
        let balance = Money::new(invoice.amount.minor - invoice.paid, invoice.currency);
        let mut first = None;
        for (nth, item) in invoice.content.lines.iter().enumerate() {
            let (product, notes) = item
                .description
                .split_once('\n')
                .unwrap_or((&item.description, ""));
            let (item_discount, item_is_amount) = written(item.discount);
            let mut cells = BTreeMap::from([
                ("Client Name", invoice.client.to_owned()),
                ("Client Currency", invoice.currency.to_string()),
                ("Invoice Invoice Number", invoice.number.clone()),
                ("Invoice Amount", comma(invoice.amount)),
                ("Invoice Balance", comma(balance)),
                ("Invoice Date", day_first(invoice.date)),
                ("Invoice Due Date", day_first(due)),
                ("Invoice Status", "Sent".to_owned()),
                ("Invoice Discount", discount.clone()),
                ("Invoice Is Amount Discount", is_amount.clone()),
                (
                    "Invoice Uses Inclusive Taxes",
                    flag(invoice.content.tax_mode == TaxMode::Inclusive),
                ),
                ("Item Product", product.to_owned()),
                ("Item Notes", notes.to_owned()),
                ("Item Quantity", item.quantity.to_string().replace('.', ",")),
                ("Item Cost", item.unit_price.to_string().replace('.', ",")),
                ("Item Discount", item_discount),
                ("Item Is Amount Discount", item_is_amount),
            ]);
            if let Some(tax) = item.taxes.first() {
                cells.insert("Item Tax Name 1", tax.name.clone());
                cells.insert("Item Tax Rate 1", tax.percent.to_string().replace('.', ","));
            }
            change(nth, &mut cells);
            let row: Vec<String> = INVOICE_TITLES
                .iter()
                .map(|title| cells.remove(title).unwrap_or_default())
                .collect();
            let line = self
                .invoices
                .row(&row.iter().map(String::as_str).collect::<Vec<_>>());
            first.get_or_insert(line);
        }
        if self.dice.chance(3) {
            self.invoices.blank();
        }
        first.unwrap_or_default()
    }

    fn finish(mut self) -> GeneratedExport {
        self.expected.sort();
        let totals = self.totals.into_iter();
        GeneratedExport {
            clients_csv: self.clients.text.into_bytes(),
            invoices_csv: [&[0xef, 0xbb, 0xbf], self.invoices.text.as_bytes()].concat(),
            payments_csv: [0xfeff]
                .into_iter()
                .chain(self.payments.text.encode_utf16())
                .flat_map(u16::to_le_bytes)
                .collect(),
            expected: self.expected,
            totals: totals
                .map(|(currency, (invoiced, balance))| ExpectedTotals {
                    currency,
                    invoiced,
                    balance,
                })
                .collect(),
            invoices: self.come,
        }
    }
}

fn flag(yes: bool) -> String {
    if yes { "1" } else { "0" }.to_owned()
}

fn written(discount: Discount) -> (String, String) {
    match discount {
        Discount::None => ("0".to_owned(), "0".to_owned()),
        Discount::Percent(value) => (value.to_string().replace('.', ","), "0".to_owned()),
        Discount::Amount(value) => (value.to_string().replace('.', ","), "1".to_owned()),
    }
}
