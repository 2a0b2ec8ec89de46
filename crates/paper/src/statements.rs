//! What a statement of account says on paper.

use folio_domain::languages::Language;
use folio_domain::statements::{AccountStatement, Ageing, CurrencyStatement, Movement, MovementKind};
use jiff::civil::Date;

use crate::error::PaperError;
use crate::field::Field;
use crate::format;
use crate::furniture::heads::{self, Heads};
use crate::furniture::sums::{self, cell, column, sum};
use crate::furniture::{BODY, Content, SMALL, accounts, document, fact, file_name, heading, one_line, text};
use crate::layout::{Align, Block, Cell, Document, Row, Rule, Text, Width};
use crate::look::Look;
use crate::receipts::method;
use crate::words::Words;

/// The paper of a statement as blocks, before it has pages.
///
/// # Errors
/// A missing text.
pub fn statement_document(statement: &AccountStatement, look: &Look) -> Result<Document, PaperError> {
    let words = Words::of(statement.language)?;
    let home = &statement.seller.address.country;
    let heads = Heads {
        seller: &statement.seller,
        title: words.get("statement")?,
        facts: facts(statement, words)?,
        recipient: heads::recipient("statement-for", &statement.buyer, home, words)?,
        figure: figure(statement, words)?,
    };
    let mut blocks = heads::blocks(heads, look, words)?;
    for section in &statement.sections {
        blocks.push(Block::Gap(20.0));
        blocks.push(movements(statement, section, words)?);
    }
    if statement.sections.iter().any(|section| section.closing.minor > 0) {
        let account = accounts::blocks(&statement.bank, home, "", words)?;
        if !account.is_empty() {
            blocks.extend([Block::Gap(20.0), Block::Together(account)]);
        }
    }
    let content = Content {
        title: words.with(
            "statement-titled",
            &[("period", &period(statement.from, statement.to, words)?)],
        )?,
        seller: &statement.seller,
        reader: &statement.buyer,
        language: statement.language,
        date: statement.drawn_up_on,
        blocks,
    };
    Ok(document(content, look))
}

/// What the file of a statement is called.
///
/// # Errors
/// A missing text.
pub(crate) fn statement_file_name(statement: &AccountStatement) -> Result<String, PaperError> {
    let (from, to) = (statement.from.to_string(), statement.to.to_string());
    let words = Words::of(statement.language)?;
    let days = [("from", from.as_str()), ("to", to.as_str())];
    file_name("statement-file", &statement.buyer.name, &days, words)
}

fn period(from: Date, to: Date, words: Words) -> Result<String, PaperError> {
    let (from, to) = (words.date(from)?, words.date(to)?);
    words.with("period", &[("from", &from), ("to", &to)])
}

fn facts(statement: &AccountStatement, words: Words) -> Result<Vec<Row>, PaperError> {
    let day = |key: &str, date: Date, is_bold: bool| -> Result<Row, PaperError> {
        Ok(fact(words.get(key)?, words.date(date)?, Field::Label, is_bold))
    };
    let mut facts = vec![
        day("period-from", statement.from, true)?,
        day("period-to", statement.to, true)?,
        day("drawn-up-on", statement.drawn_up_on, false)?,
    ];
    let number = one_line(&statement.client_number);
    if !number.is_empty() {
        facts.push(fact(words.get("client-number")?, number, Field::Number, false));
    }
    Ok(facts)
}

/// What is owed at the end, in each currency.
fn figure(statement: &AccountStatement, words: Words) -> Result<Vec<Block>, PaperError> {
    let label = words.with("balance-on", &[("date", &words.date(statement.to)?)])?;
    let closings = || statement.sections.iter().map(|section| section.closing);
    let amounts = closings().map(|closing| format::money(statement.language, closing));
    let below = if closings().any(|closing| closing.minor > 0) {
        String::new()
    } else if closings().any(|closing| closing.minor < 0) {
        words.get("in-your-favour")?
    } else {
        words.get("nothing-due")?
    };
    Ok(heads::figure(label, amounts.collect(), below))
}

/// One currency: what was brought forward, what happened, what it comes to and how old it is.
fn movements(
    statement: &AccountStatement,
    section: &CurrencyStatement,
    words: Words,
) -> Result<Block, PaperError> {
    let language = statement.language;
    let columns = vec![
        column(words.get("movement-date")?, Width::Fit, Align::Start),
        column(words.get("line-description")?, Width::Share(1.0), Align::Start),
        column(words.get("movement-billed")?, Width::Fit, Align::End),
        column(words.get("movement-paid")?, Width::Fit, Align::End),
        column(
            sums::labelled("movement-balance", section.closing, words)?,
            Width::Fit,
            Align::End,
        ),
    ];
    let mut rows = vec![Row {
        cells: vec![
            cell(words.date(statement.from)?, Field::Label),
            cell(words.get("brought-forward")?, Field::Label),
            Cell::default(),
            Cell::default(),
            cell(format::amount(language, section.opening), Field::Label),
        ],
        rule: Rule::Hair,
    }];
    for movement in &section.movements {
        rows.push(row(movement, language, words)?);
    }
    if section.movements.is_empty() {
        rows.push(nothing_moved(words)?);
    }
    let closing = vec![Block::Together(vec![
        sums::closing(Vec::new(), totals(statement, section, words)?),
        Block::Gap(12.0),
        heading(words.get("ageing")?),
        Block::Gap(2.0),
        ageing(&section.ageing, language, words)?,
    ])];
    Ok(sums::table(columns, rows, closing))
}

fn row(movement: &Movement, language: Language, words: Words) -> Result<Row, PaperError> {
    let written = |money| cell(format::amount(language, money), Field::Label);
    let is_billed = matches!(
        movement.what,
        MovementKind::Invoice { .. } | MovementKind::CreditNote { .. }
    );
    let (billed, paid) = if is_billed {
        (written(movement.amount), Cell::default())
    } else {
        (Cell::default(), written(movement.amount.negated()))
    };
    Ok(Row {
        cells: vec![
            cell(words.date(movement.date)?, Field::Label),
            Cell {
                texts: description(movement, words)?,
            },
            billed,
            paid,
            written(movement.balance),
        ],
        rule: Rule::Hair,
    })
}

/// The first line says what happened, the second what helps to find it again.
fn description(movement: &Movement, words: Words) -> Result<Vec<Text>, PaperError> {
    match &movement.what {
        MovementKind::Invoice { number, due_date, .. } => {
            let due = words.with("due-by", &[("date", &words.date(*due_date)?)])?;
            let what = words.with("invoice-titled", &[("number", number)])?;
            Ok(vec![
                text(what, BODY, Field::Number),
                text(due, SMALL, Field::Label),
            ])
        }
        MovementKind::CreditNote { number, .. } => {
            let what = words.with("movement-credit-note", &[("number", number)])?;
            Ok(vec![text(what, BODY, Field::Number)])
        }
        MovementKind::Payment {
            method: how,
            reference,
            ..
        }
        | MovementKind::Refund {
            method: how,
            reference,
            ..
        } => {
            let how = method(*how, words)?;
            let is_refund = matches!(movement.what, MovementKind::Refund { .. });
            let key = if is_refund {
                "movement-refund"
            } else {
                "payment-by"
            };
            let what = words.with(key, &[("method", &how)])?;
            let mut texts = vec![text(what, BODY, Field::Label)];
            let reference = one_line(reference);
            if !reference.is_empty() {
                texts.push(text(reference, SMALL, Field::Reference));
            }
            Ok(texts)
        }
        MovementKind::Reversal { received_on, .. } => {
            let what = match received_on {
                Some(day) => words.with("reversal-of", &[("date", &words.date(*day)?)])?,
                None => words.get("reversal")?,
            };
            Ok(vec![text(what, BODY, Field::Label)])
        }
    }
}

fn nothing_moved(words: Words) -> Result<Row, PaperError> {
    let said = text(words.get("nothing-moved")?, SMALL, Field::Label);
    let mut cells = vec![Cell::default(); 5];
    if let Some(cell) = cells.get_mut(1) {
        cell.texts.push(said);
    }
    Ok(Row {
        cells,
        rule: Rule::Hair,
    })
}

fn totals(
    statement: &AccountStatement,
    section: &CurrencyStatement,
    words: Words,
) -> Result<Vec<Row>, PaperError> {
    let language = statement.language;
    let step = |key: &str, money| -> Result<Row, PaperError> {
        Ok(sum(
            words.get(key)?,
            format::amount(language, money),
            Field::Label,
        ))
    };
    let label = sums::labelled("balance-at-end", section.closing, words)?;
    Ok(vec![
        step("brought-forward", section.opening)?,
        step("sum-billed", section.billed)?,
        step("sum-paid", section.paid.negated())?,
        sums::total(label, section.closing, language, true),
    ])
}

/// What is open by its age, and what stands to the client's credit where something does.
fn ageing(ageing: &Ageing, language: Language, words: Words) -> Result<Block, PaperError> {
    let keys = ["not-due-yet", "late-30", "late-60", "late-90", "late-over-90"];
    let mut parts: Vec<(&str, _)> = keys.into_iter().zip(ageing.parts()).collect();
    if ageing.credit.minor != 0 {
        parts.push(("less-credit", ageing.credit.negated()));
    }
    let mut columns = Vec::new();
    let mut cells = Vec::new();
    for (nth, (key, money)) in parts.into_iter().enumerate() {
        let (width, align) = if nth == 0 {
            (Width::Share(1.0), Align::Start)
        } else {
            (Width::Fit, Align::End)
        };
        columns.push(column(words.get(key)?, width, align));
        cells.push(cell(format::amount(language, money), Field::Label));
    }
    let row = Row {
        cells,
        rule: Rule::Hair,
    };
    Ok(sums::table(columns, vec![row], Vec::new()))
}
