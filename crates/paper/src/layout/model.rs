//! A paper before it has pages: blocks with roles and styles, no coordinates.

use std::fmt;
use std::sync::Arc;

use crate::field::Field;
use crate::fonts::Han;
use crate::layout::slip::Slip;
use crate::picture::Picture;

use jiff::civil::Date;

/// The sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PaperSize {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 8.5 × 11 inches.
    Letter,
}

impl PaperSize {
    /// The sheet that a country (ISO 3166-1 alpha-2) uses.
    #[must_use]
    pub fn of_country(country: &str) -> Self {
        match country {
            "US" | "CA" | "MX" | "PH" | "CL" | "CO" | "VE" => Self::Letter,
            _ => Self::A4,
        }
    }

    /// Width and height in points.
    #[must_use]
    pub fn points(self) -> (f32, f32) {
        match self {
            Self::A4 => (595.28, 841.89),
            Self::Letter => (612.0, 792.0),
        }
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.code() {
            (code, Some(line)) => write!(f, "{code} (line {line})"),
            (code, None) => f.write_str(code),
        }
    }
}

/// The colour of strokes, chosen so that a grey print keeps the order of importance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ink {
    /// Nearly black.
    #[default]
    Strong,
    /// Labels and small print.
    Muted,
    /// The document's one accent.
    Accent,
    /// White, for what stands on the accent.
    OnAccent,
    /// Black, for forms that ask for it.
    Black,
}

/// Size, weight and colour of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextStyle {
    /// Points to the em.
    pub size: f32,
    /// Bold or regular.
    pub is_bold: bool,
    /// Colour.
    pub ink: Ink,
    /// Shrinks to stay on one line, down to half its size; for the one amount that must be seen whole.
    pub shrinks: bool,
}

impl TextStyle {
    /// Regular text of `size` points.
    #[must_use]
    pub const fn new(size: f32) -> Self {
        Self {
            size,
            is_bold: false,
            ink: Ink::Strong,
            shrinks: false,
        }
    }

    /// The same in bold.
    #[must_use]
    pub const fn bold(self) -> Self {
        Self {
            is_bold: true,
            ..self
        }
    }

    /// The same in `ink`.
    #[must_use]
    pub const fn ink(self, ink: Ink) -> Self {
        Self { ink, ..self }
    }

    /// The same, shrinking to fit.
    #[must_use]
    pub const fn shrinking(self) -> Self {
        Self {
            shrinks: true,
            ..self
        }
    }
}

/// A text with its style and where it came from.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// The letters; `\n` begins a new line.
    pub content: String,
    /// How it looks.
    pub style: TextStyle,
    /// Where it came from.
    pub field: Field,
}

/// Logical alignment: in a right-to-left document the start is on the right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// Where reading begins.
    #[default]
    Start,
    /// Where reading ends.
    End,
    /// In the middle.
    Center,
}

/// What a paragraph is to a reader of the structure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// The title of the paper.
    Title,
    /// A section's heading.
    Heading,
    /// Anything else.
    #[default]
    Body,
}

/// One or more lines of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Paragraph {
    /// What it is.
    pub role: Role,
    /// The text.
    pub text: Text,
    /// Where in its column.
    pub align: Align,
}

/// How wide a column of a table is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Width {
    /// As wide as its widest cell.
    Fit,
    /// A share of what the others leave.
    Share(f32),
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct TableColumn {
    /// What stands above it; a table without any titles has no header row.
    pub title: Option<Text>,
    /// How wide.
    pub width: Width,
    /// Where its cells' texts stand.
    pub align: Align,
}

/// Texts one below the other.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// From top to bottom.
    pub texts: Vec<Text>,
}

/// A line between rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rule {
    /// Nothing.
    #[default]
    None,
    /// A hairline.
    Hair,
    /// A line that ends a sum.
    Strong,
    /// The same in the accent, broader.
    Accent,
}

/// How the header of a table is set off from its rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Header {
    /// By the first row's line.
    #[default]
    Plain,
    /// Between two strong lines.
    Ruled,
    /// Filled with the accent, its titles in white.
    Filled,
}

/// A row; it is never split over two pages.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// One for each column.
    pub cells: Vec<Cell>,
    /// The line above it.
    pub rule: Rule,
}

/// Rows and columns. The header repeats on each page.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The columns, from the start.
    pub columns: Vec<TableColumn>,
    /// The rows.
    pub rows: Vec<Row>,
    /// Space above and below a row's text, in points.
    pub row_padding: f32,
    /// Space between columns, in points.
    pub gutter: f32,
    /// The first cell of each row names the row.
    pub has_row_titles: bool,
    /// How its header is set off.
    pub header: Header,
    /// Blocks that stay on the page of the last row: its totals.
    pub closing: Vec<Block>,
}

/// A stack of blocks beside others.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its share of the width.
    pub share: f32,
    /// From top to bottom.
    pub blocks: Vec<Block>,
}

/// Stacks side by side, never split over two pages.
#[derive(Clone, Debug, PartialEq)]
pub struct Columns {
    /// From the start.
    pub columns: Vec<Column>,
    /// Space between two, in points.
    pub gutter: f32,
}

/// A square of dark modules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Row by row; true is dark.
    pub modules: Vec<bool>,
    /// Modules to the side.
    pub side: usize,
    /// Side in points on paper. The empty zone that scanners need is left below; the margin, the gap above and the
    /// gutter leave it on the other sides.
    pub size_pt: u16,
    /// Where in its column.
    pub align: Align,
    /// What it says, for those who do not see it.
    pub alt: String,
}

/// Where the document's logo stands.
#[derive(Clone, Debug, PartialEq)]
pub struct LogoBox {
    /// Its width in points.
    pub width: f32,
    /// Its height in points.
    pub height: f32,
    /// Where in its column.
    pub align: Align,
    /// What it is, for those who do not see it.
    pub alt: String,
}

impl Block {
    /// Where the first of its texts came from: what to shorten when the block is taller than a page.
    #[must_use]
    pub fn first_field(&self) -> Option<Field> {
        match self {
            Self::Paragraph(paragraph) => Some(paragraph.text.field),
            Self::Columns(columns) => columns
                .columns
                .iter()
                .flat_map(|column| &column.blocks)
                .find_map(Self::first_field),
            Self::Table(table) => table.rows.iter().find_map(Row::first_field),
            Self::Together(blocks) => blocks
                .iter()
                .find_map(|block| block.first_field().filter(|field| *field != Field::Label)),
            Self::Band(blocks) => blocks.iter().find_map(Self::first_field),
            Self::Figure(_) | Self::Logo(_) | Self::Gap(_) | Self::Rule | Self::StrongRule => None,
        }
    }
}

impl Row {
    /// Where its first text came from.
    #[must_use]
    pub fn first_field(&self) -> Option<Field> {
        self.cells
            .iter()
            .flat_map(|cell| &cell.texts)
            .map(|text| text.field)
            .next()
    }
}

/// A part of the paper.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// Text.
    Paragraph(Paragraph),
    /// Stacks side by side.
    Columns(Columns),
    /// A table.
    Table(Table),
    /// A QR code.
    Figure(Figure),
    /// Empty space in points; none at the top of a page.
    Gap(f32),
    /// The document's logo.
    Logo(LogoBox),
    /// A hairline over the whole width.
    Rule,
    /// A strong line over the whole width.
    StrongRule,
    /// Blocks on a band of the accent, from edge to edge of the sheet; it reaches the sheet's top where it stands at
    /// the top of a page.
    Band(Vec<Block>),
    /// Blocks that stay on one page.
    Together(Vec<Block>),
}

/// A whole paper.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Shown in a viewer's title bar.
    pub title: String,
    /// Who sends it.
    pub author: String,
    /// The language of the labels and numbers.
    pub language: folio_domain::languages::Language,
    /// The sheet.
    pub paper: PaperSize,
    /// The date that the file carries, so that its bytes repeat.
    pub date: Date,
    /// The accent, as red, green and blue.
    pub accent: [u8; 3],
    /// The picture that stands where a [`Block::Logo`] is.
    pub(crate) logo: Option<Arc<Picture>>,
    /// Whether each page after the first has a strip of the accent at its top.
    pub has_strip: bool,
    /// From top to bottom.
    pub blocks: Vec<Block>,
    /// What stands at the foot of each page, beside "page x of y".
    pub footer: Text,
    /// The forms of Han letters; none where each text tells by itself.
    pub(crate) han: Option<Han>,
    /// What is cut off and paid with, at the foot of the last page.
    pub(crate) slip: Option<Slip>,
    /// Whether reading begins on the right, which mirrors every table and column.
    pub is_rtl: bool,
}
