//! Made-up months: several currencies, prices with and without tax, discounts, part payments, reversals, credit left
//! over, credit notes of the whole and of parts with their set-offs and refunds, and names that no syntax was made for. The same seed gives the same month.

use std::collections::BTreeMap;

use folio_domain::clients::Client;
use folio_domain::invoices::{
    Crediting, Discount, Invoice, InvoiceLine, InvoiceStanding, LineItem, Origin, PricedContent, Tax,
    TaxCategory, TaxMode, Totals, buyer, seller, totals,
};
use folio_domain::organisations::Organisation;
use folio_domain::payments::{Payment, PaymentMethod};
use folio_domain::trail::TrailHead;
use folio_domain::{ClientId, Currency, InvoiceId, Money, OrgId, PaymentId};
use folio_exchange::month_pack::{MonthPack, PackAllocation, PackInvoice, PackPayment, write_month_pack};
use jiff::civil::{Date, date};
use rust_decimal::Decimal;
use uuid::Uuid;

pub const YEAR: i16 = 2026;
pub const MONTH: i8 = 3;

/// Two are alike on purpose, and one is the beginning of another.
const NAMES: [&str; 12] = [
    "Müller & Söhne GmbH",
    "कविता क्रिएशन्स",
    "வைகை பதிப்பகம்; சென்னை",
    "Karl \"der Große\" O'Brien \\ Co.",
    "🖨️ Print:Shop | 24  [2026-01-01]",
    "=HYPERLINK(\"http://evil\")",
    "  ; * (x)  @today #tag ^link",
    "line one\nline two\tand a tab",
    "Acme",
    "Acme",
    "acme",
    "\u{202e}gnorw {curly} <tag> date:2026-99-99",
];

const REFERENCES: [&str; 6] = [
    "",
    "PO 7; 2026/12 [=2026/99/99]",
    "key:: 1 + \"x\"",
    "-2+3",
    "भुगतान\n::tag::",
    "\"quoted\" \\ back",
];

/// SplitMix64 (Steele, Lea, Flood 2014).
pub struct Dice(pub u64);

impl Dice {
    fn throw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.throw() % end
    }

    fn pick<T: Clone>(&mut self, items: &[T]) -> T {
        items[usize::try_from(self.below(items.len() as u64)).unwrap()].clone()
    }

    fn between(&mut self, low: i64, high: i64) -> i64 {
        low + i64::try_from(self.below(u64::try_from(high - low + 1).unwrap())).unwrap()
    }

    fn id(&mut self) -> Uuid {
        Uuid::from_u64_pair(self.throw(), self.throw())
    }

    fn day(&mut self) -> Date {
        date(YEAR, MONTH, i8::try_from(self.between(1, 31)).unwrap())
    }
}

/// An invoice with where it stands.
pub struct MadeInvoice {
    pub id: InvoiceId,
    pub invoice: Invoice,
    pub standing: InvoiceStanding,
}

/// A payment with what it is set against: positions of invoices, and how much.
pub struct MadePayment {
    pub id: PaymentId,
    pub payment: Payment,
    pub parts: Vec<(usize, Money)>,
}

/// A month.
pub struct Made {
    pub organisation: Organisation,
    pub clients: BTreeMap<ClientId, Client>,
    pub invoices: Vec<MadeInvoice>,
    pub payments: Vec<MadePayment>,
}

impl Made {
    /// The month of a seed.
    pub fn new(seed: u64) -> Self {
        let mut dice = Dice(seed);
        let countries = ["DE", "IN", "GB", "US", "AU", ""];
        let country = countries[usize::try_from(seed).unwrap() % countries.len()];
        let organisation = organisation(country);
        let clients: BTreeMap<ClientId, Client> = NAMES
            .iter()
            .enumerate()
            .map(|(nth, name)| (ClientId(dice.id()), client(name, nth)))
            .collect();
        let mut made = Self {
            organisation,
            clients,
            invoices: Vec::new(),
            payments: Vec::new(),
        };
        for nth in 0..dice.between(0, 40) {
            made.bill(&mut dice, nth);
        }
        for _ in 0..dice.between(0, 40) {
            made.pay(&mut dice);
        }
        for nth in 0..dice.between(0, 12) {
            made.credit(&mut dice, nth);
        }
        made
    }

    fn bill(&mut self, dice: &mut Dice, nth: i64) {
        let ids: Vec<ClientId> = self.clients.keys().copied().collect();
        let client_id = dice.pick(&ids);
        let client = &self.clients[&client_id];
        let currency = Currency::parse(dice.pick(&["INR", "EUR", "JPY", "KWD"])).unwrap();
        let content = content(dice, currency);
        let sums = totals(&content).unwrap();
        let issued = dice.day();
        let number = format!("2026/{nth:04}{}", dice.pick(&["", " (b)", ";x", "=1", "வ"]));
        let invoice = self.invoice(
            (client_id, client),
            (number, issued),
            content,
            sums,
            dice.pick(&REFERENCES),
        );
        self.keep(dice, invoice);
    }

    fn keep(&mut self, dice: &mut Dice, invoice: Invoice) -> usize {
        self.invoices.push(MadeInvoice {
            id: InvoiceId(dice.id()),
            standing: InvoiceStanding::fresh(&invoice),
            invoice,
        });
        self.invoices.len() - 1
    }

    fn invoice(
        &self,
        (client_id, client): (ClientId, &Client),
        (number, issued): (String, Date),
        content: PricedContent,
        sums: Totals,
        reference: &str,
    ) -> Invoice {
        Invoice {
            number,
            client_id,
            origin: Origin::Imported {
                source: "other".to_owned(),
            },
            seller: seller(&self.organisation),
            bank: self.organisation.bank.clone(),
            buyer: buyer(client, None),
            language: client.language,
            currency: content.currency,
            tax_mode: content.tax_mode,
            issue_date: issued,
            due_date: issued,
            reference: reference.to_owned(),
            note: String::new(),
            discount: content.discount,
            lines: content
                .lines
                .into_iter()
                .zip(sums.lines)
                .map(|(item, amounts)| InvoiceLine { item, amounts })
                .collect(),
            subtotal: sums.subtotal,
            discount_total: sums.discount_total,
            taxable_total: sums.taxable_total,
            taxes: sums.taxes,
            tax_total: sums.tax_total,
            total: sums.total,
            delivered_on: None,
            einvoice: None,
            credits: None,
            issued_at: "2026-03-01T00:00:00Z".parse().unwrap(),
        }
    }

    /// A credit note of an invoice or of some of its lines, set off against it as far as that asks for something; what
    /// is left of it is paid out, or part of it.
    fn credit(&mut self, dice: &mut Dice, nth: i64) {
        if self.invoices.is_empty() {
            return;
        }
        let credited = usize::try_from(dice.below(self.invoices.len() as u64)).unwrap();
        let Some(note) = self.note(dice, nth, credited) else {
            return;
        };
        let (client_id, currency, credit) = (note.client_id, note.currency, -note.total.minor);
        let at = self.keep(dice, note);
        let of = |sets_off, amount| Payment {
            client_id,
            received_on: date(YEAR, MONTH, 31),
            amount: Money::new(amount, currency),
            method: PaymentMethod::Other,
            reference: String::new(),
            reverses: None,
            sets_off,
            reason: String::new(),
            source: None,
            recorded_at: "2026-03-09T00:00:00Z".parse().unwrap(),
            recorded_by: "Meera".to_owned(),
        };
        let part = |at, minor| (at, Money::new(minor, currency));
        let used = credit
            .min(self.invoices[credited].standing.amount_due.minor)
            .max(0);
        if used > 0 {
            self.add(MadePayment {
                id: PaymentId(dice.id()),
                payment: of(Some(self.invoices[at].id), 0),
                parts: vec![part(credited, used), part(at, -used)],
            });
        }
        let back = dice.between(0, credit - used);
        if back > 0 {
            self.add(MadePayment {
                id: PaymentId(dice.id()),
                payment: of(None, -back),
                parts: vec![part(at, -back)],
            });
        }
    }

    /// The credit note; none where nothing can be credited so.
    fn note(&self, dice: &mut Dice, nth: i64, credited: usize) -> Option<Invoice> {
        let MadeInvoice { id, invoice, .. } = &self.invoices[credited];
        let notes = self.invoices.iter().map(|one| &one.invoice);
        let notes = notes.filter(|one| {
            one.credits
                .as_ref()
                .is_some_and(|credits| credits.invoice_id == *id)
        });
        let crediting = Crediting::of(*id, invoice, notes.collect()).ok()?;
        let mut lines = crediting.lines_left();
        lines.truncate(usize::try_from(dice.between(1, 5)).unwrap());
        let content = PricedContent {
            currency: invoice.currency,
            tax_mode: invoice.tax_mode,
            discount: crediting.discount_left().unwrap(),
            lines,
        };
        let sums = crediting.totals(&content).ok()?;
        crediting.check(&sums).ok()?;
        let client = (invoice.client_id, &self.clients[&invoice.client_id]);
        let number = format!("CN; {nth}{}", dice.pick(&["", ": \"x\"", "=1", "குறிப்பு"]));
        let note = Invoice {
            credits: Some(crediting.named("Sent twice")),
            ..self.invoice(client, (number, date(YEAR, MONTH, 31)), content, sums, "")
        };
        Some(note.face().into_owned())
    }

    /// A payment of a part of an invoice, or of two with something left over, or its reversal.
    fn pay(&mut self, dice: &mut Dice) {
        if dice.below(5) == 0 {
            self.reverse(dice);
            return;
        }
        let open: Vec<usize> = (0..self.invoices.len())
            .filter(|at| self.invoices[*at].standing.amount_due.minor > 0)
            .collect();
        if open.is_empty() {
            return;
        }
        let first = dice.pick(&open);
        let (client_id, currency) = {
            let invoice = &self.invoices[first].invoice;
            (invoice.client_id, invoice.currency)
        };
        let alike = open.into_iter().filter(|at| {
            let invoice = &self.invoices[*at].invoice;
            invoice.client_id == client_id && invoice.currency == currency
        });
        let mut parts = Vec::new();
        for at in alike.take(2).collect::<Vec<_>>() {
            let due = self.invoices[at].standing.amount_due.minor;
            let share = if dice.below(2) == 0 {
                due
            } else {
                dice.between(1, due)
            };
            parts.push((at, Money::new(share, currency)));
        }
        let left = dice.pick(&[0, 0, 1, 12_345]);
        let set: i64 = parts.iter().map(|(_, part)| part.minor).sum();
        let payment = Payment {
            client_id,
            received_on: dice.day(),
            amount: Money::new(set + left, currency),
            method: dice.pick(&[
                PaymentMethod::BankTransfer,
                PaymentMethod::Cash,
                PaymentMethod::Card,
                PaymentMethod::Upi,
            ]),
            reference: dice.pick(&REFERENCES).to_owned(),
            reverses: None,
            sets_off: None,
            reason: String::new(),
            source: None,
            recorded_at: "2026-03-09T00:00:00Z".parse().unwrap(),
            recorded_by: "Meera".to_owned(),
        };
        let id = PaymentId(dice.id());
        self.add(MadePayment { id, payment, parts });
    }

    fn reverse(&mut self, dice: &mut Dice) {
        let taken: Vec<Option<PaymentId>> = self.payments.iter().map(|one| one.payment.reverses).collect();
        let standing = self
            .payments
            .iter()
            .find(|one| one.payment.reverses.is_none() && !taken.contains(&Some(one.id)));
        let Some(one) = standing else { return };
        let payment = Payment {
            amount: one.payment.amount.negated(),
            reverses: Some(one.id),
            reason: dice.pick(&REFERENCES).to_owned(),
            ..one.payment.clone()
        };
        let parts = one.parts.iter().map(|(at, part)| (*at, part.negated())).collect();
        let id = PaymentId(dice.id());
        self.add(MadePayment { id, payment, parts });
    }

    fn add(&mut self, one: MadePayment) {
        for (at, part) in &one.parts {
            let standing = &mut self.invoices[*at].standing;
            *standing = standing.with_paid([standing.amount_paid, *part]).unwrap();
        }
        self.payments.push(one);
    }

    /// The pack's bytes.
    pub fn packed(&self) -> Vec<u8> {
        let pack = MonthPack {
            org_id: OrgId(Uuid::from_u128(9)),
            organisation: &self.organisation,
            year: YEAR,
            month: MONTH,
            invoices: self
                .invoices
                .iter()
                .map(|one| PackInvoice {
                    id: one.id,
                    invoice: &one.invoice,
                    standing: &one.standing,
                    pdf: None,
                })
                .collect(),
            payments: self.payments.iter().map(|one| self.payment(one)).collect(),
            clients: self.clients.iter().map(|(id, client)| (*id, client)).collect(),
            datev: None,
            trail: TrailHead::default(),
        };
        let mut out = std::io::Cursor::new(Vec::new());
        write_month_pack(&pack, |_| Err("there is none".into()), &mut out).unwrap();
        out.into_inner()
    }

    fn payment<'a>(&'a self, one: &'a MadePayment) -> PackPayment<'a> {
        let allocations = one.parts.iter().map(|(at, amount)| PackAllocation {
            invoice_id: self.invoices[*at].id,
            number: &self.invoices[*at].invoice.number,
            amount: *amount,
        });
        PackPayment {
            id: one.id,
            payment: &one.payment,
            client_name: &self.clients[&one.payment.client_id].name,
            allocations: allocations.collect(),
        }
    }
}

fn organisation(country: &str) -> Organisation {
    let json = serde_json::json!({
        "name": "Studio: \"Kolam\"; [1]", "address": { "country": country }, "tax_id": "T1", "email": "",
        "phone": "", "hours": "", "time_zone": "Asia/Kolkata", "language": "en", "currency": "INR",
        "payment_terms_days": 14, "bank": {}, "invoice_note": "",
    });
    serde_json::from_value(json).unwrap()
}

fn client(name: &str, nth: usize) -> Client {
    let number = if nth.is_multiple_of(2) {
        format!("{}", 10_001 + nth)
    } else {
        String::new()
    };
    let json = serde_json::json!({
        "name": name, "address": {}, "tax_id": "DE 123", "language": "ta", "currency": "EUR",
        "payment_terms_days": null, "client_number": number,
    });
    serde_json::from_value(json).unwrap()
}

fn content(dice: &mut Dice, currency: Currency) -> PricedContent {
    let discount = dice.pick(&[
        Discount::None,
        Discount::None,
        Discount::Percent(Decimal::new(125, 1)),
        Discount::Amount(Decimal::ONE),
    ]);
    let count = dice.between(1, 5);
    PricedContent {
        currency,
        tax_mode: dice.pick(&[TaxMode::Exclusive, TaxMode::Inclusive]),
        discount,
        lines: (0..count).map(|_| line(dice)).collect(),
    }
}

fn line(dice: &mut Dice) -> LineItem {
    let tax = |name: &str, percent: i64, category| Tax {
        name: name.to_owned(),
        percent: Decimal::new(percent, 1),
        category,
    };
    let taxes = [
        vec![],
        vec![tax("VAT", 190, TaxCategory::Standard)],
        vec![tax("VAT", 70, TaxCategory::Standard)],
        vec![tax("vat", 55, TaxCategory::Standard)],
        vec![
            tax("CGST", 90, TaxCategory::Standard),
            tax("SGST", 90, TaxCategory::Standard),
        ],
        vec![tax("வரி: \"A\"; [b]", 125, TaxCategory::Standard)],
        vec![tax("VAT", 0, TaxCategory::Export)],
    ];
    LineItem {
        description: dice
            .pick(&["Work", "- hosting", "=1+1", "அச்சு", "a;b\"c"])
            .to_owned(),
        quantity: Decimal::new(dice.between(-200, 2_000), 2),
        unit: dice.pick(&["", "h"]).to_owned(),
        unit_price: Decimal::new(dice.between(0, 2_000_000), 2),
        discount: dice.pick(&[Discount::None, Discount::Percent(Decimal::TEN)]),
        taxes: dice.pick(&taxes),
    }
}
