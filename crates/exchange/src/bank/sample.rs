//! Made-up statements, and files of them in every format, for tests and trials. The same seed gives the same bytes.

mod camt;
mod csv;
mod mt940;
mod ofx;
mod opened;

use folio_domain::{Currency, Money};
use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::detect::Format;
use super::findings::Place;
use super::model::{Account, Balance, Entry, Statement, Sum};
use super::text;
use crate::dice::Dice;

pub use self::ofx::OfxStyle;
pub use self::opened::sample_opened;

/// Statements that `format` can carry whole: what it has no room for is not in them. Places are empty.
#[must_use]
pub fn sample_statements(seed: u64, format: Format, statements: usize, entries: usize) -> Vec<Statement> {
    let mut dice = Dice::new(seed);
    let mut made: Vec<Statement> = Vec::new();
    let mut accounts: Vec<(Account, Currency)> = Vec::new();
    for number in 0..statements {
        // Tables know one statement of each account only; elsewhere one may follow on another.
        let again = format != Format::Csv && number > 0 && dice.chance(60);
        if !again {
            let account = account(&mut dice, format);
            // Three decimals leave it open in a table whether a comma groups thousands.
            let third = if format == Format::Csv { "GBP" } else { "KWD" };
            let code = *dice.pick(&["EUR", "EUR", "CHF", "INR", "JPY", third, "USD"], &"EUR");
            if let Ok(currency) = Currency::parse(code) {
                accounts.push((account, currency));
            }
        }
        let Some((account, currency)) = accounts.last().cloned() else {
            continue;
        };
        let before = made.last().filter(|_| again);
        let statement = statement(&mut dice, format, (account, currency), number, entries, before);
        made.push(statement);
    }
    made
}

/// A file of these statements.
#[must_use]
pub fn sample_file(format: Format, statements: &[Statement]) -> Vec<u8> {
    match format {
        Format::Camt => camt::write(statements),
        Format::Mt940 => mt940::write(statements),
        Format::Ofx => ofx::write(statements, OfxStyle::Sgml),
        Format::Csv => csv::write(statements),
    }
    .into_bytes()
}

/// A file of OFX in either style.
#[must_use]
pub fn sample_ofx(statements: &[Statement], style: OfxStyle) -> Vec<u8> {
    ofx::write(statements, style).into_bytes()
}

const NAMES: [&str; 10] = [
    "Müller & Söhne GmbH",
    "Esperanto-Asocio Ĉielarko",
    "தமிழ் நூல் நிலையம்",
    "हिन्दी प्रकाशन मंडल",
    "O'Brien <Byrne> Partners",
    "Lakeside Hardware",
    "Ærø Bogtryk",
    "Café Zur Post",
    "Łódź Druk",
    "पुस्तक महल",
];
const ABOUT: [&str; 8] = [
    "Rechnung 2026-0042 vom 3. März, vielen Dank",
    "INV-0007",
    "Invoice 1009 less 2 % discount, thank you for the fine work on the garden gate and the long fence",
    "चालान २०२६-००१२",
    "விலைப்பட்டியல் 88",
    "Fakturo 12 & 13 <kune>",
    "Abschlag Nr. 3 / Bauvorhaben Hafenstraße 12, Haus B, zweites Obergeschoss, Gewerk Schreiner",
    "",
];

fn account(dice: &mut Dice, format: Format) -> Account {
    let known = matches!(format, Format::Camt | Format::Ofx);
    Account {
        id: iban(dice),
        bank: known.then(|| "BANKDEFFXYZ".to_owned()),
        owner: (format == Format::Camt).then(|| "Werkstatt Birnbaum".to_owned()),
    }
}

/// A German IBAN whose check digits fit.
fn iban(dice: &mut Dice) -> String {
    let number = format!(
        "{:08}{:010}",
        dice.between(10_000_000, 99_999_999),
        dice.between(1, 9_999_999_999)
    );
    (0..97)
        .map(|check| format!("DE{check:02}{number}"))
        .find(|iban| text::iban_checks(iban))
        .unwrap_or_default()
}

fn statement(
    dice: &mut Dice,
    format: Format,
    (account, currency): (Account, Currency),
    number: usize,
    entries: usize,
    before: Option<&Statement>,
) -> Statement {
    let month = i64::try_from(number).unwrap_or(0);
    let first = date(2026, 1, 1).saturating_add(month.months());
    let days = first.days_in_month();
    let last = first.saturating_add(i64::from(days - 1).days());
    let mut statement = Statement::new(account, currency, Place::default());
    for at in 0..entries {
        let day = i64::try_from(at * usize::from(days.unsigned_abs()) / entries.max(1)).unwrap_or(0);
        let made = entry(dice, format, currency, first.saturating_add(day.days()), at);
        statement.entries.push(made);
    }
    if format == Format::Camt {
        batches(dice, &mut statement.entries);
    }
    let (from, to) = match format {
        // What a table's lines say.
        Format::Csv => (
            booked_on(statement.entries.first(), first),
            booked_on(statement.entries.last(), last),
        ),
        _ => (first, last),
    };
    let opening = before.and_then(|before| Some(before.closing.as_ref()?.amount));
    let opening = opening.unwrap_or_else(|| Money::new(dice.between(-50_000, 900_000), currency));
    let sum = statement.booked().map(|entry| entry.amount.minor).sum::<i64>();
    let balance = |amount, date| Balance {
        amount,
        date: Some(date),
        interim: false,
        place: Place::default(),
    };
    if format != Format::Ofx {
        statement.opening = Some(balance(opening, from));
    }
    statement.closing = Some(balance(Money::new(opening.minor + sum, currency), to));
    if matches!(format, Format::Camt | Format::Ofx) {
        (statement.from, statement.to) = (Some(from), Some(to));
    }
    if matches!(format, Format::Camt | Format::Mt940) {
        statement.reference = Some(format!("STMT{number:04}"));
        statement.number = Some(format!("{}", number + 1));
    }
    if format == Format::Camt {
        statement.stated.credits = Some(stated(&statement, 1));
        statement.stated.debits = Some(stated(&statement, -1));
    }
    statement
}

fn booked_on(entry: Option<&Entry>, otherwise: Date) -> Date {
    entry.map_or(otherwise, |entry| entry.booking_date)
}

/// Some runs of entries of one day and direction become the parts of one batch.
fn batches(dice: &mut Dice, entries: &mut [Entry]) {
    for (number, pair) in entries.chunks_exact_mut(2).enumerate() {
        let [one, next] = pair else {
            continue;
        };
        if dice.chance(25) && one.booked && next.booked {
            let batch = format!("BATCH{number}");
            (next.booking_date, next.value_date) = (one.booking_date, one.value_date);
            (next.reversal, next.kind) = (one.reversal, one.kind.clone());
            if (next.amount.minor < 0) != (one.amount.minor < 0) {
                next.amount = next.amount.negated();
            }
            (one.batch, next.batch) = (Some(batch.clone()), Some(batch));
        }
    }
}

fn stated(statement: &Statement, sign: i64) -> Sum {
    let matching = || {
        statement
            .booked()
            .filter(|entry| entry.amount.minor.signum() == sign)
    };
    let mut count = 0;
    let mut before: Option<&str> = None;
    for entry in matching() {
        let batch = entry.batch.as_deref();
        count += u32::from(batch.is_none() || batch != before);
        before = batch;
    }
    let sum: i64 = matching().map(|entry| entry.amount.minor.abs()).sum();
    Sum {
        count: Some(count),
        amount: Some(Money::new(sum, statement.currency)),
    }
}

fn entry(dice: &mut Dice, format: Format, currency: Currency, day: Date, number: usize) -> Entry {
    let comes = dice.chance(60);
    let minor = dice.between(1, 400_000);
    let amount = Money::new(if comes { minor } else { -minor }, currency);
    let mut entry = Entry::new(day, amount, Place::default());
    let valued = day.saturating_add(dice.between(-1, 1).days());
    entry.value_date = (format == Format::Mt940 || dice.chance(80)).then_some(valued);
    entry.counterparty = dice.chance(90).then(|| (*dice.pick(&NAMES, &"Nemo")).to_owned());
    if dice.chance(75) {
        entry.counterparty_iban = Some(iban(dice));
        entry.counterparty_bank = (format != Format::Csv).then(|| "KREDDEHHXYZ".to_owned());
    }
    entry.remittance = (*dice.pick(&ABOUT, &"")).to_owned();
    entry.bank_reference = (format == Format::Ofx || dice.chance(80))
        .then(|| format!("B{number}R{}", dice.between(1, 9_999_999)));
    if format != Format::Ofx {
        entry.end_to_end_id = dice
            .chance(60)
            .then(|| format!("E2E-{number}-{}", dice.between(1, 99_999)));
    }
    if format != Format::Csv {
        entry.reference = dice.chance(30).then(|| format!("OWN{number}"));
    }
    if matches!(format, Format::Camt | Format::Mt940) {
        entry.reversal = dice.chance(8);
    }
    if format == Format::Camt {
        entry.booked = !dice.chance(5);
    }
    entry.kind = Some(
        match format {
            Format::Camt if comes => "PMNT/RCDT/ESCT",
            Format::Camt => "PMNT/ICDT/ESCT",
            Format::Mt940 if comes => "NTRF/166",
            Format::Mt940 => "NTRF/177",
            Format::Ofx | Format::Csv if comes => "CREDIT",
            Format::Ofx | Format::Csv => "DEBIT",
        }
        .to_owned(),
    );
    entry
}

/// Text in XML or SGML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
