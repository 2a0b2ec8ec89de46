//! The top third: who, to whom, what paper it is, and the one figure that it is about.

use folio_domain::invoices::Party;
use folio_domain::stationery::Template;

use super::{SMALL, aligned, named_values, one_line, paragraph, text};
use crate::error::PaperError;
use crate::field::Field;
use crate::layout::{Align, Block, Column, Columns, Ink, LogoBox, Paragraph, Role, Row, TextStyle, Width};
use crate::look::Look;
use crate::picture::Picture;
use crate::words::Words;

const ADDRESS: TextStyle = TextStyle::new(9.0);
/// The figure that a paper is about.
const FIGURE: TextStyle = TextStyle::new(24.0).bold().shrinking();
/// The same where there are several.
const FIGURE_OF_MANY: TextStyle = TextStyle::new(16.0).bold().shrinking();

/// What the top third says.
pub(crate) struct Heads<'a> {
    /// The business.
    pub(crate) seller: &'a Party,
    /// What paper it is.
    pub(crate) title: String,
    /// The facts that it is found by.
    pub(crate) facts: Vec<Row>,
    /// The client.
    pub(crate) recipient: Vec<Block>,
    /// What it is about.
    pub(crate) figure: Vec<Block>,
}

/// The top third, as the template of `look` arranges it.
///
/// # Errors
/// A missing text.
pub(crate) fn blocks(heads: Heads<'_>, look: &Look, words: Words) -> Result<Vec<Block>, PaperError> {
    let (name, lines) = (one_line(&heads.seller.name), reached(heads.seller, words)?);
    let sender = Sender {
        logo: look.logo.as_deref(),
        alt: words.with("logo-alt", &[("name", &name)])?,
        name,
        lines,
    };
    Ok(match look.template {
        Template::Ledger => ledger(heads, sender),
        Template::Letter => letter(heads, sender),
        Template::Bold => bold(heads, sender),
    })
}

/// The business as a head shows it.
struct Sender<'l> {
    logo: Option<&'l Picture>,
    alt: String,
    name: String,
    lines: Vec<String>,
}

impl Sender<'_> {
    /// The logo and what keeps it from what follows; nothing without one.
    fn logo(&self, (width, height): (f32, f32), align: Align, gap: f32) -> Vec<Block> {
        let Some(picture) = self.logo else {
            return Vec::new();
        };
        let (width, height) = picture.fitted(width, height);
        let logo = LogoBox {
            width,
            height,
            align,
            alt: self.alt.clone(),
        };
        vec![Block::Logo(logo), Block::Gap(gap)]
    }

    fn name(&self, style: TextStyle, align: Align) -> Block {
        aligned(self.name.clone(), style, Field::OrganisationName, align)
    }

    fn lines(&self, between: &str, align: Align) -> Option<Block> {
        let style = ADDRESS.ink(Ink::Muted);
        let lines = self.lines.join(between);
        (!lines.is_empty()).then(|| aligned(lines, style, Field::OrganisationAddress, align))
    }
}

/// Sender and title side by side, a hairline, client and figure side by side.
fn ledger(heads: Heads<'_>, sender: Sender<'_>) -> Vec<Block> {
    let mut start = sender.logo((170.0, 56.0), Align::Start, 6.0);
    // The two names at the top share the height of their capitals.
    start.push(Block::Gap(3.0));
    start.push(sender.name(TextStyle::new(14.0).bold(), Align::Start));
    start.push(Block::Gap(3.0));
    start.extend(sender.lines("\n", Align::Start));
    let mut end = vec![title(heads.title, 22.0, Ink::Accent, Align::End), Block::Gap(2.0)];
    end.push(facts(heads.facts));
    vec![
        beside([1.0, 1.0], start, end),
        Block::Gap(16.0),
        Block::Rule,
        Block::Gap(14.0),
        beside([1.0, 0.9], heads.recipient, heads.figure),
    ]
}

/// The business in the middle over a double line, the client where a window envelope shows it, then the title.
fn letter(heads: Heads<'_>, sender: Sender<'_>) -> Vec<Block> {
    let mut blocks = sender.logo((200.0, 58.0), Align::Center, 8.0);
    blocks.push(sender.name(TextStyle::new(19.0), Align::Center));
    blocks.push(Block::Gap(3.0));
    blocks.extend(sender.lines(" · ", Align::Center));
    blocks.extend([
        Block::Gap(9.0),
        Block::StrongRule,
        Block::Gap(1.8),
        Block::Rule,
        Block::Gap(22.0),
        beside([1.0, 1.0], heads.recipient, vec![facts(heads.facts)]),
        Block::Gap(20.0),
    ]);
    let title = vec![
        Block::Gap(10.0),
        title(heads.title, 20.0, Ink::Accent, Align::Start),
    ];
    blocks.push(beside([1.0, 1.0], title, heads.figure));
    blocks
}

/// Business and title in white on a band of the accent; the logo below it, where it stands on white.
fn bold(heads: Heads<'_>, sender: Sender<'_>) -> Vec<Block> {
    let name = TextStyle::new(17.0).bold().ink(Ink::OnAccent);
    let name = vec![Block::Gap(5.0), sender.name(name, Align::Start)];
    let title = vec![title(heads.title, 25.0, Ink::OnAccent, Align::End)];
    let mut start = sender.logo((170.0, 56.0), Align::Start, 8.0);
    start.extend(sender.lines("\n", Align::Start));
    vec![
        Block::Band(vec![beside([1.0, 1.0], name, title)]),
        Block::Gap(14.0),
        beside([1.0, 1.0], start, vec![facts(heads.facts)]),
        Block::Gap(20.0),
        beside([1.0, 0.9], heads.recipient, heads.figure),
    ]
}

/// Two stacks side by side, their widths in the proportion `shares`.
fn beside(shares: [f32; 2], start: Vec<Block>, end: Vec<Block>) -> Block {
    let [start_share, end_share] = shares;
    let columns = vec![
        Column {
            share: start_share,
            blocks: start,
        },
        Column {
            share: end_share,
            blocks: end,
        },
    ];
    Block::Columns(Columns {
        columns,
        gutter: 18.0,
    })
}

/// What the business is reached and registered by, line by line.
fn reached(seller: &Party, words: Words) -> Result<Vec<String>, PaperError> {
    let mut lines = address(seller, "");
    let contact: Vec<&str> = [seller.phone.trim(), seller.email.trim()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    if !contact.is_empty() {
        lines.push(contact.join(" · "));
    }
    lines.extend(tax_id(seller, words)?);
    Ok(lines)
}

/// The client below `label`; its country is said where it is not `home`.
pub(crate) fn recipient(
    label: &str,
    buyer: &Party,
    home: &str,
    words: Words,
) -> Result<Vec<Block>, PaperError> {
    let name = TextStyle::new(11.5).bold();
    let mut blocks = vec![
        paragraph(words.get(label)?, SMALL, Field::Label),
        Block::Gap(1.5),
        paragraph(one_line(&buyer.name), name, Field::ClientName),
    ];
    let mut lines = address(buyer, home);
    lines.extend(tax_id(buyer, words)?);
    if !lines.is_empty() {
        blocks.push(paragraph(lines.join("\n"), ADDRESS, Field::ClientAddress));
    }
    Ok(blocks)
}

/// What the paper is.
fn title(name: String, size: f32, ink: Ink, align: Align) -> Block {
    let style = TextStyle::new(size).bold().ink(ink).shrinking();
    Block::Paragraph(Paragraph {
        role: Role::Title,
        text: text(name, style, Field::Label),
        align,
    })
}

/// The facts that it is found by, at the end side.
fn facts(facts: Vec<Row>) -> Block {
    let columns = [(Width::Share(1.0), Align::End), (Width::Fit, Align::End)];
    named_values(columns, facts, 0.6)
}

/// What the paper is about: a label, an amount or several, and what is to be known about it.
pub(crate) fn figure(label: String, amounts: Vec<String>, below: String) -> Vec<Block> {
    let style = if amounts.len() > 1 { FIGURE_OF_MANY } else { FIGURE };
    let end = |content: String, style: TextStyle| aligned(content, style, Field::Label, Align::End);
    let mut blocks = vec![end(label, SMALL)];
    blocks.extend(amounts.into_iter().map(|amount| end(amount, style)));
    if !below.is_empty() {
        blocks.push(end(below, TextStyle::new(10.5).bold().shrinking()));
    }
    blocks
}

/// Street, then postal code and city, then region; the country only where a letter crosses a border.
fn address(party: &Party, home: &str) -> Vec<String> {
    let address = &party.address;
    let mut lines: Vec<String> = address
        .street
        .lines()
        .map(one_line)
        .filter(|line| !line.is_empty())
        .collect();
    let town = one_line(&format!("{} {}", address.postal_code, address.city));
    let country = if address.country == home || home.is_empty() {
        ""
    } else {
        address.country.as_str()
    };
    let last: Vec<String> = [town, one_line(&address.region), country.to_owned()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    if !last.is_empty() {
        lines.push(last.join(", "));
    }
    lines
}

fn tax_id(party: &Party, words: Words) -> Result<Option<String>, PaperError> {
    let id = party.tax_id.trim();
    if id.is_empty() {
        Ok(None)
    } else {
        words.with("tax-id", &[("id", id)]).map(Some)
    }
}
