//! Pages: placed lines and rectangles, and the tree that says what they are.

use std::sync::Arc;

use crate::layout::model::Ink;
use crate::layout::setter::MissingLetters;
use crate::picture::Picture;
use crate::text::Line;

/// A node of the structure tree by its place in [`Pages::nodes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NodeId(pub(crate) usize);

/// Standard structure types (ISO 32000-1, 14.8.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tag {
    Document,
    H1,
    H2,
    P,
    Table,
    Tr,
    ColumnTh,
    RowTh,
    Td,
    Figure,
    /// A part of the paper that is a whole by itself.
    Sect,
}

/// A structure element.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) tag: Tag,
    pub(crate) parent: Option<NodeId>,
    pub(crate) alt: Option<String>,
    /// The letters, where the glyphs alone would not tell them.
    pub(crate) actual_text: Option<String>,
    /// The language (BCP 47), where it is not the paper's.
    pub(crate) language: Option<&'static str>,
}

/// Whether an item is content of a node, or decoration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    Content(NodeId),
    Artifact,
}

/// What a rectangle is filled with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fill {
    Grey(u8),
    Accent,
}

/// What is drawn.
#[derive(Clone, Debug)]
pub(crate) enum Shape {
    /// A line of text; the item's place is the start of its baseline.
    Line { line: Line, size: f32, ink: Ink },
    /// A filled rectangle hanging down from the item's place.
    Fill { width: f32, height: f32, fill: Fill },
    /// The document's logo hanging down from the item's place.
    Logo { width: f32, height: f32 },
    /// Dark squares hanging down from the item's place.
    Modules {
        modules: Vec<bool>,
        side: usize,
        size: f32,
    },
    /// A word across the page around the item's place, its baseline turned by `degrees`, behind all else.
    Watermark { line: Line, size: f32, degrees: f32 },
}

/// Something drawn at a place, measured in points from the page's left and top edges.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) shape: Shape,
    pub(crate) mark: Mark,
}

/// One sheet.
#[derive(Clone, Debug, Default)]
pub(crate) struct Page {
    pub(crate) items: Vec<Item>,
}

/// The paper, laid out.
#[derive(Clone, Debug)]
pub(crate) struct Pages {
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) pages: Vec<Page>,
    pub(crate) nodes: Vec<Node>,
    pub(crate) accent: [u8; 3],
    pub(crate) logo: Option<Arc<Picture>>,
    /// What no font has.
    pub(crate) missing: Vec<MissingLetters>,
}
