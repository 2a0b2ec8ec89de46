//! The payment part with receipt of a Swiss QR-bill (Style Guide QR-bill 1.1): 105 mm at the foot of a sheet.
//!
//! Its words are English, one of the languages that the guidelines allow, whatever the paper's language is. Its letters
//! are those of the paper, not one of the four typefaces that the guide names.

use crate::error::PaperError;
use crate::field::Field;
use crate::layout::{Align, Blank, Code, Ink, Part, Role, Section, Slip, Text, TextStyle};
use crate::payment_code::{self, BillParty, QrBill, Reference};

/// Width of the receipt; the payment part takes the rest.
const RECEIPT_MM: f32 = 62.0;
/// The code is 46 × 46 mm.
const CODE_MM: f32 = 46.0;
/// No text of a bill has more lines.
const ALL: usize = 99;

/// Sizes of headings and of what they name, in points, how far their lines are apart, and how many a text may have.
#[derive(Clone, Copy)]
struct Print {
    heading: f32,
    value: f32,
    leading: f32,
    lines: usize,
    /// Whether addresses are told without their street, as the guide allows the receipt.
    is_short: bool,
}

/// The receipt's only sizes.
const RECEIPT: Print = Print {
    heading: 6.0,
    value: 8.0,
    leading: 9.0,
    lines: ALL,
    is_short: false,
};
/// The payment part's sizes, from those that the guide recommends.
const PAYMENT: Print = Print {
    heading: 8.0,
    value: 10.0,
    leading: 11.0,
    lines: ALL,
    is_short: false,
};

/// The slip that pays `bill`.
///
/// # Errors
/// A code that cannot be made.
pub(crate) fn of(bill: &QrBill) -> Result<Slip, PaperError> {
    let (modules, side) = payment_code::modules(&bill.payload())?;
    let amount = written_amount(bill);
    let alt = format!(
        "Swiss QR code: pay {} {amount} to {}, {}",
        bill.amount.currency.code(),
        bill.creditor.name,
        bill.message
    );
    let [currency, sum] = amounts(bill, &amount, (5.0, 68.0, 14.0), RECEIPT);
    let receipt = vec![
        title("Receipt", 5.0),
        section((5.0, 12.0), (52.0, 56.0), receipts(bill)),
        currency,
        sum,
        acceptance_point(),
    ];
    let left = RECEIPT_MM + 5.0;
    let [currency, sum] = amounts(bill, &amount, (left, 68.0, 22.0), PAYMENT);
    let payment = vec![
        title("Payment part", left),
        currency,
        sum,
        section((118.0, 5.0), (87.0, 85.0), payments(bill)),
    ];
    Ok(Slip {
        language: "en",
        cut: text("Separate before paying in", style(7.0), Field::Label),
        fold: RECEIPT_MM,
        receipt,
        payment,
        code: Code {
            x: left,
            y: 17.0,
            size: CODE_MM,
            modules,
            side,
            alt,
        },
    })
}

fn title(words: &str, x: f32) -> Section {
    let text = text(words, style(11.0).bold(), Field::Label);
    let part = Part::Text {
        text,
        role: Role::Heading,
        leading: 13.0,
        lines: 1,
    };
    section((x, 5.0), (51.0, 7.0), vec![vec![part]])
}

fn acceptance_point() -> Section {
    let part = Part::Text {
        text: text("Acceptance point", style(6.0).bold(), Field::Label),
        role: Role::Body,
        leading: 8.0,
        lines: 1,
    };
    Section {
        align: Align::End,
        ..section((5.0, 82.0), (52.0, 18.0), vec![vec![part]])
    }
}

fn section((x, y): (f32, f32), (width, height): (f32, f32), versions: Vec<Vec<Part>>) -> Section {
    Section {
        x,
        y,
        width,
        height,
        align: Align::Start,
        versions,
    }
}

/// Currency and amount beside each other.
fn amounts(bill: &QrBill, amount: &str, (x, y, height): (f32, f32, f32), print: Print) -> [Section; 2] {
    let beside = if print.value > 9.0 { 16.0 } else { 13.0 };
    let column = |x: f32, width: f32, heading: &str, value: &str| {
        let parts = vec![print.heading(heading), print.value(value, Field::Label)];
        section((x, y), (width, height), vec![parts])
    };
    [
        column(x, beside, "Currency", bill.amount.currency.code()),
        column(x + beside, 51.0 - beside, "Amount", amount),
    ]
}

/// The receipt's information: whole, then without streets, then a line each.
fn receipts(bill: &QrBill) -> Vec<Vec<Part>> {
    let short = Print {
        is_short: true,
        ..RECEIPT
    };
    let prints = [RECEIPT, short, Print { lines: 1, ..short }];
    let blank = Blank {
        width: 52.0,
        height: 20.0,
    };
    prints.map(|print| information(bill, print, blank, false)).into()
}

/// The payment part's information, in ever smaller letters.
fn payments(bill: &QrBill) -> Vec<Vec<Part>> {
    let sized = |heading: f32, value: f32, leading: f32, lines: usize| Print {
        heading,
        value,
        leading,
        lines,
        is_short: false,
    };
    let prints = [
        PAYMENT,
        sized(7.0, 9.0, 10.0, ALL),
        sized(6.0, 8.0, 9.0, ALL),
        sized(6.0, 8.0, 9.0, 2),
    ];
    let blank = Blank {
        width: 65.0,
        height: 25.0,
    };
    prints.map(|print| information(bill, print, blank, true)).into()
}

fn information(bill: &QrBill, print: Print, blank: Blank, has_message: bool) -> Vec<Part> {
    let gap = || Part::Gap(print.leading);
    let iban = grouped(&bill.iban, 0, 4);
    let mut parts = vec![
        print.heading("Account / Payable to"),
        print.value(&iban, Field::PaymentDetails),
    ];
    parts.extend(print.party(&bill.creditor, Field::OrganisationAddress));
    let reference = match &bill.reference {
        Reference::Qr(reference) => Some(grouped(reference, 2, 5)),
        Reference::Creditor(reference) => Some(grouped(reference, 0, 4)),
        Reference::None => None,
    };
    if let Some(reference) = reference {
        parts.extend([
            gap(),
            print.heading("Reference"),
            print.value(&reference, Field::Number),
        ]);
    }
    if has_message {
        let message = print.value(&bill.message, Field::Number);
        parts.extend([gap(), print.heading("Additional information"), message]);
    }
    parts.push(gap());
    match &bill.debtor {
        Some(debtor) => {
            parts.push(print.heading("Payable by"));
            parts.extend(print.party(debtor, Field::ClientAddress));
        }
        None => parts.extend([
            print.heading("Payable by (name/address)"),
            Part::Gap(2.0),
            Part::Blank(blank),
        ]),
    }
    parts
}

impl Print {
    fn heading(self, words: &str) -> Part {
        self.part(text(words, style(self.heading).bold(), Field::Label))
    }

    fn value(self, words: &str, field: Field) -> Part {
        self.part(text(words, style(self.value), field))
    }

    fn part(self, text: Text) -> Part {
        Part::Text {
            text,
            role: Role::Body,
            leading: self.leading,
            lines: self.lines,
        }
    }

    /// Name, street and town, the country before the postal code where it is not the bank's.
    fn party(self, party: &BillParty, field: Field) -> Vec<Part> {
        let street = format!("{} {}", party.street, party.number);
        let home = matches!(party.country.as_str(), "CH" | "LI");
        let abroad = if home {
            String::new()
        } else {
            format!("{}-", party.country)
        };
        let town = format!("{abroad}{} {}", party.code, party.town);
        let mut lines = vec![party.name.as_str()];
        if !self.is_short && !street.trim().is_empty() {
            lines.push(street.trim());
        }
        lines.push(&town);
        lines.into_iter().map(|line| self.value(line, field)).collect()
    }
}

fn style(size: f32) -> TextStyle {
    TextStyle::new(size).ink(Ink::Black)
}

fn text(words: &str, style: TextStyle, field: Field) -> Text {
    Text {
        content: words.to_owned(),
        style,
        field,
    }
}

/// `letters` in groups of `size`, after a first one of `first`; the spaces may break the line nowhere.
fn grouped(letters: &str, first: usize, size: usize) -> String {
    let (first, rest) = letters.split_at_checked(first).unwrap_or(("", letters));
    let rest: Vec<char> = rest.chars().collect();
    let groups = rest.chunks(size).map(|group| group.iter().collect::<String>());
    let all = std::iter::once(first.to_owned()).chain(groups);
    let all: Vec<String> = all.filter(|group| !group.is_empty()).collect();
    all.join("\u{A0}")
}

/// `1 949.75`: a space between thousands, a point before the cents.
fn written_amount(bill: &QrBill) -> String {
    let amount = bill.amount.to_decimal().to_string();
    let (whole, cents) = amount.split_once('.').unwrap_or((&amount, "00"));
    let digits = whole.len() % 3;
    format!("{}.{cents}", grouped(whole, digits, 3))
}
