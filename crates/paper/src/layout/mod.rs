//! The layout model: what a paper says, in blocks, and how blocks become pages.

mod flow;
mod model;
mod pages;
mod setter;
mod slip;
mod table;

pub(crate) use flow::paginate;
pub use model::{
    Align, Block, Cell, Column, Columns, Document, Figure, Header, Ink, LogoBox, PaperSize, Paragraph, Role,
    Row, Rule, Table, TableColumn, Text, TextStyle, Width,
};
pub(crate) use pages::{Fill, Item, Mark, Node, NodeId, Page, Pages, Shape, Tag};
pub use setter::MissingLetters;
pub(crate) use slip::{Blank, Code, Part, Section, Slip};
