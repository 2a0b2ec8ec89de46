//! Writes a business's invoices as a tool's files have them, and notes what must be found in them.

use std::collections::BTreeMap;

use folio_domain::Money;
use folio_domain::invoices::{Discount, TaxMode, totals};
use jiff::civil::Date;
use rust_decimal::Decimal;

use super::business::{self, CLIENTS, Habits, Made, currency};
use super::hostile;
use super::sheet::Sheet;
use super::{ExpectedIssue, ExpectedTotals, SampleExport, posters};
use crate::dice::Dice;
use crate::imports::Message;

/// What a cell of an invoice's row says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Say {
    Always(&'static str),
    Client,
    Currency,
    Number,
    Date,
    Due,
    Amount,
    Balance,
    Paid,
    Status,
    Kind,
    Product,
    Notes,
    Description,
    Quantity,
    Price,
    Percent,
    Off,
    Net,
    Gross,
    Tax,
    TaxName,
    /// The name with the percentage in it.
    TaxRated,
    TaxRate,
    WholeKind,
    WholePercent,
    Inclusive,
}

/// What a cell of a client's row says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Who {
    Always(&'static str),
    Name,
    FirstName,
    LastName,
    Email,
    Street,
    City,
    Country,
    Currency,
    Kind,
}

/// What a cell of a payment's row says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pay {
    Always(&'static str),
    Client,
    Currency,
    Number,
    Date,
    Amount,
    Applied,
    Unused,
    Invoice,
}

/// How a tool puts its files together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A row for each line item; payments in a file of their own, or none.
    Rows,
    /// A report of invoices and payments, and one of line items under their customers.
    Reports,
    /// Transactions with a row for each account.
    Books,
}

/// A tool's way to write.
pub(super) struct Dialect {
    pub(super) shape: Shape,
    pub(super) habits: Habits,
    pub(super) files: [&'static str; 3],
    pub(super) clients: &'static [(&'static str, Who)],
    pub(super) invoices: &'static [(&'static str, Say)],
    /// The titles of the third file: payments, or invoices as a report lists them.
    pub(super) payments: &'static [(&'static str, Pay)],
    pub(super) list: &'static [(&'static str, Say)],
    pub(super) preamble: &'static [&'static str],
    pub(super) date: fn(Date) -> String,
    /// What an invoice is called among other kinds of rows.
    pub(super) kind: &'static str,
    pub(super) open: &'static str,
    pub(super) paid: &'static str,
}

/// An amount, a status or whatever else is written otherwise than it should be.
pub(super) type Changes<'c> = &'c [(Say, &'c str)];

/// The files as they grow.
pub(super) struct Ledger {
    pub(super) dialect: &'static Dialect,
    dice: Dice,
    pub(super) clients: Sheet,
    pub(super) invoices: Sheet,
    pub(super) others: Sheet,
    expected: Vec<ExpectedIssue>,
    totals: BTreeMap<folio_domain::Currency, (i64, i64)>,
    pub(super) come: u32,
    payment_number: u32,
    /// Where the report that lists invoices has the last of them.
    pub(super) listed_at: u32,
}

/// The file of clients, of invoices, and the third.
pub(super) const CLIENT_FILE: usize = 0;
pub(super) const INVOICE_FILE: usize = 1;
pub(super) const OTHER_FILE: usize = 2;

/// Makes an export.
pub(super) fn sample(dialect: &'static Dialect, seed: u64, size: u32) -> SampleExport {
    let titles = |titles: Vec<&str>, preamble: &[&str]| Sheet::below(',', preamble, &titles);
    let third: Vec<&str> = match dialect.shape {
        Shape::Reports => dialect.list.iter().map(|(title, _)| *title).collect(),
        Shape::Rows | Shape::Books => dialect.payments.iter().map(|(title, _)| *title).collect(),
    };
    let mut ledger = Ledger {
        dialect,
        dice: Dice::new(seed),
        clients: titles(dialect.clients.iter().map(|(title, _)| *title).collect(), &[]),
        invoices: titles(
            dialect.invoices.iter().map(|(title, _)| *title).collect(),
            dialect.preamble,
        ),
        others: titles(third, dialect.preamble),
        expected: Vec::new(),
        totals: BTreeMap::new(),
        come: 0,
        payment_number: 0,
        listed_at: 0,
    };
    for (nth, (name, code, country)) in CLIENTS.into_iter().enumerate() {
        let mail = format!("client{nth}@example.org");
        ledger.client(&[
            (Who::Name, name),
            (Who::Currency, code),
            (Who::Country, country),
            (Who::Email, &mail),
        ]);
    }
    hostile::clients(&mut ledger);
    for nth in 0..size {
        let made = business::invoice(&mut ledger.dice, nth, dialect.habits);
        ledger.take(&made);
        if nth == size / 2 {
            hostile::invoices(&mut ledger);
        }
    }
    hostile::files(&mut ledger);
    hostile::last(&mut ledger);
    ledger.finish()
}

impl Ledger {
    pub(super) fn expect(&mut self, file: usize, line: u32, refused: bool, message: Message) {
        self.expected.push(ExpectedIssue {
            file,
            line,
            refused,
            message_key: message.key(),
        });
    }

    /// Writes a client and gives its line.
    pub(super) fn client(&mut self, said: &[(Who, &str)]) -> u32 {
        let cell = |who: &Who| {
            let given = said.iter().find(|(what, _)| what == who).map(|(_, text)| *text);
            given.unwrap_or(match who {
                Who::Always(text) => text,
                Who::FirstName => "Ada",
                Who::LastName => "Lovelace",
                Who::Street => "Main Street 7\nBack House",
                Who::City => "City",
                Who::Kind => "customer",
                _ => "",
            })
        };
        let row: Vec<&str> = self.dialect.clients.iter().map(|(_, who)| cell(who)).collect();
        self.clients.row(&row)
    }

    pub(super) fn has(&self, what: Say) -> bool {
        let titles = self.dialect.invoices.iter().chain(self.dialect.list);
        titles.into_iter().any(|(_, said)| *said == what)
    }

    /// Writes an invoice that can come, with its payments, and notes what the source states of it.
    pub(super) fn take(&mut self, made: &Made) -> u32 {
        let line = self.write(made, &[]);
        self.count(made);
        self.pay(made, made.paid);
        let doubt = self.doubt(made);
        if let Some(message) = doubt {
            self.expect(INVOICE_FILE, line, false, message);
        }
        line
    }

    /// What must be doubted of an invoice that is as it should be.
    fn doubt(&self, made: &Made) -> Option<Message> {
        let computed = totals(&made.content).map_or(made.amount, |totals| totals.total);
        if !self.dialect.habits.shows_tax {
            return Some(Message::TaxFromTotal);
        }
        if computed != made.amount {
            return Some(Message::TotalRounded);
        }
        let taxed = made.content.lines.iter().any(|line| !line.taxes.is_empty());
        let guessed = made.content.tax_mode == TaxMode::Inclusive && taxed && !self.has(Say::Inclusive);
        guessed.then_some(Message::TaxesIncluded)
    }

    /// Notes what the source states of an invoice.
    pub(super) fn count(&mut self, made: &Made) {
        let (invoiced, balance) = self.totals.entry(made.currency).or_default();
        *invoiced += made.amount.minor;
        *balance += made.amount.minor - made.paid;
        self.come += 1;
    }

    /// Writes a payment for an invoice, where the tool lists payments.
    pub(super) fn pay(&mut self, made: &Made, minor: i64) {
        if minor > 0 {
            let amount = Money::new(minor, made.currency).to_decimal().to_string();
            self.payment(&[
                (Pay::Amount, &amount),
                (Pay::Applied, &amount),
                (Pay::Invoice, &made.number),
                (Pay::Client, made.client),
                (Pay::Currency, made.currency.code()),
            ]);
        }
    }

    /// Writes a payment and gives its line.
    pub(super) fn payment(&mut self, said: &[(Pay, &str)]) -> u32 {
        self.payment_number += 1;
        let number = self.payment_number.to_string();
        let date = (self.dialect.date)(jiff::civil::date(2025, 3, 14));
        let given = |what: Pay| said.iter().find(|(of, _)| *of == what).map(|(_, text)| *text);
        let text = |what: Pay| given(what).unwrap_or_default();
        match self.dialect.shape {
            Shape::Rows if self.dialect.payments.is_empty() => 0,
            Shape::Rows => {
                let cell = |pay: &Pay| match pay {
                    Pay::Always(text) => text,
                    Pay::Number => given(Pay::Number).unwrap_or(&number),
                    Pay::Date => date.as_str(),
                    Pay::Unused => given(Pay::Unused).unwrap_or("0.00"),
                    other => text(*other),
                };
                let row: Vec<&str> = self.dialect.payments.iter().map(|(_, pay)| cell(pay)).collect();
                self.others.row(&row)
            }
            Shape::Reports => {
                let cell = |say: &Say| match say {
                    Say::Kind => "Payment",
                    Say::Date => date.as_str(),
                    Say::Client => text(Pay::Client),
                    Say::Amount => text(Pay::Amount),
                    Say::Balance => "0.00",
                    _ => "",
                };
                let row: Vec<&str> = self.dialect.list.iter().map(|(_, say)| cell(say)).collect();
                self.others.row(&row)
            }
            Shape::Books => {
                let (client, invoice, amount) = (text(Pay::Client), text(Pay::Invoice), text(Pay::Amount));
                let account = ("System Receivable Invoice", client, invoice);
                let id = format!("P{number}");
                let words = ("Invoice Payment", "Invoice Payment");
                let line = self.booking(&id, &date, account, words, (&format!("-{amount}"), ["", "", ""]));
                self.booking(
                    &id,
                    &date,
                    ("Cash and Bank", "", ""),
                    words,
                    (amount, ["", "", ""]),
                );
                line
            }
        }
    }

    /// Writes an invoice; gives the line of its first row.
    pub(super) fn write(&mut self, made: &Made, changes: Changes<'_>) -> u32 {
        match self.dialect.shape {
            Shape::Rows => self.rows(made, changes),
            Shape::Reports => {
                let row: Vec<String> = self
                    .dialect
                    .list
                    .iter()
                    .map(|(_, say)| self.cell(*say, made, 0, changes))
                    .collect();
                let row: Vec<&str> = row.iter().map(String::as_str).collect();
                self.listed_at = self.others.row(&row);
                let client = self.cell(Say::Client, made, 0, changes);
                self.invoices.row(&[client.as_str(), "", ""]);
                let line = self.rows(made, changes);
                let sum = format!("Total for {client}");
                self.invoices
                    .row(&[sum.as_str(), "", "", "", "", "", "", "", "1.00"]);
                line
            }
            Shape::Books => self.bookings(made, changes),
        }
    }

    fn rows(&mut self, made: &Made, changes: Changes<'_>) -> u32 {
        let mut first = None;
        for nth in 0..made.content.lines.len() {
            let titles = self.dialect.invoices.iter();
            let row: Vec<String> = titles
                .map(|(_, say)| self.cell(*say, made, nth, changes))
                .collect();
            let line = self
                .invoices
                .row(&row.iter().map(String::as_str).collect::<Vec<_>>());
            first.get_or_insert(line);
        }
        first.unwrap_or_default()
    }

    fn bookings(&mut self, made: &Made, changes: Changes<'_>) -> u32 {
        let cell = |say: Say, nth: usize| self.cell(say, made, nth, changes);
        let (id, date) = (format!("I{}{}", made.number, self.come), cell(Say::Date, 0));
        let (client, number) = (cell(Say::Client, 0), cell(Say::Number, 0));
        let whole = format!("{client} - {number}");
        let items: Vec<(String, [String; 3])> = (0..made.content.lines.len())
            .map(|nth| {
                let taxes = [cell(Say::Net, nth), cell(Say::Tax, nth), cell(Say::TaxName, nth)];
                (format!("{whole} - {}", cell(Say::Product, nth)), taxes)
            })
            .collect();
        let amount = cell(Say::Amount, 0);
        let mut first = None;
        for (words, [net, tax, name]) in &items {
            let account = ("Income", client.as_str(), number.as_str());
            let line = self.booking(&id, &date, account, (&whole, words), (net, [net, tax, name]));
            first.get_or_insert(line);
        }
        let account = ("System Receivable Invoice", client.as_str(), number.as_str());
        self.booking(&id, &date, account, (&whole, &whole), (&amount, ["", "", ""]));
        first.unwrap_or_default()
    }

    /// A row of the books: the account's type, the customer and the invoice; the words of transaction and line; the
    /// amount, and with it net amount, tax and its name.
    fn booking(
        &mut self,
        id: &str,
        date: &str,
        (kind, client, number): (&str, &str, &str),
        (whole, words): (&str, &str),
        (amount, [net, tax, name]): (&str, [&str; 3]),
    ) -> u32 {
        let row = [
            id, date, kind, whole, words, amount, "", client, number, net, tax, name, kind,
        ];
        self.invoices.row(&row)
    }

    pub(super) fn cell(&self, say: Say, made: &Made, nth: usize, changes: Changes<'_>) -> String {
        if let Some((_, text)) = changes.iter().find(|(of, _)| *of == say) {
            return (*text).to_owned();
        }
        let money = |money: Money| money.to_decimal().to_string();
        let Some(item) = made.content.lines.get(nth) else {
            return String::new();
        };
        let (product, notes) = item
            .description
            .split_once('\n')
            .unwrap_or((&item.description, ""));
        let (net, tax) = made.line(nth);
        let percent = |discount: Discount| match discount {
            Discount::Percent(percent) => percent,
            _ => Decimal::ZERO,
        };
        match say {
            Say::Always(text) => text.to_owned(),
            Say::Client => made.client.to_owned(),
            Say::Currency => made.currency.to_string(),
            Say::Number => made.number.clone(),
            Say::Date => (self.dialect.date)(made.date),
            Say::Due => (self.dialect.date)(made.due),
            Say::Amount => money(made.amount),
            Say::Balance => money(made.balance()),
            Say::Paid => money(Money::new(made.paid, made.currency)),
            Say::Status if made.amount.minor > 0 && made.paid == made.amount.minor => {
                self.dialect.paid.to_owned()
            }
            Say::Status => self.dialect.open.to_owned(),
            Say::Kind => self.dialect.kind.to_owned(),
            Say::Product => product.to_owned(),
            Say::Notes => notes.to_owned(),
            Say::Description => item.description.clone(),
            Say::Quantity => item.quantity.to_string(),
            Say::Price => item.unit_price.to_string(),
            Say::Percent => percent(item.discount).to_string(),
            Say::Off => match item.discount {
                Discount::Amount(off) => off.to_string(),
                _ => "0.000".to_owned(),
            },
            Say::Net => money(net),
            Say::Gross => net.plus(tax).map(money).unwrap_or_default(),
            Say::Tax => money(tax),
            Say::TaxName => item.taxes.first().map_or(String::new(), |tax| tax.name.clone()),
            Say::TaxRated => {
                let rated = |tax: &folio_domain::invoices::Tax| format!("{}-{}", tax.name, tax.percent);
                item.taxes.first().map_or(String::new(), rated)
            }
            Say::TaxRate => item
                .taxes
                .first()
                .map_or(String::new(), |tax| tax.percent.to_string()),
            Say::WholeKind if made.content.discount == Discount::None => "item_level".to_owned(),
            Say::WholeKind => "entity_level".to_owned(),
            Say::WholePercent => percent(made.content.discount).to_string(),
            Say::Inclusive => (made.content.tax_mode == TaxMode::Inclusive).to_string(),
        }
    }

    /// An invoice over 246 euros, 205 without tax.
    pub(super) fn base(&self, number: &str) -> Made {
        let euro = currency("EUR");
        let date = jiff::civil::date(2024, 5, 17);
        Made {
            number: number.to_owned(),
            client: "Ĉielarko Kooperativo",
            currency: euro,
            date,
            due: jiff::civil::date(2024, 6, 20),
            content: posters(euro),
            amount: Money::new(24_600, euro),
            paid: 0,
        }
    }

    fn finish(mut self) -> SampleExport {
        self.expected.sort();
        let mut contents = vec![self.clients.text, self.invoices.text];
        if !(self.dialect.payments.is_empty() && self.dialect.list.is_empty()) {
            contents.push(self.others.text);
        }
        let names = self.dialect.files.iter().map(|name| (*name).to_owned());
        SampleExport {
            files: names.zip(contents.into_iter().map(String::into_bytes)).collect(),
            expected: self.expected,
            totals: self
                .totals
                .into_iter()
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
