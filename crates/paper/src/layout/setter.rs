//! From blocks to fragments: texts broken into lines and put in their places, before there is a page.

use crate::field::Field;
use crate::fonts::{Family, Forms, Han, Weight};
use crate::layout::flow::MARGIN;
use crate::layout::model::{Align, Block, Column, Columns, Figure, Ink, LogoBox, Paragraph, Role, Text};
use crate::layout::pages::{Fill, Item, Mark, Node, NodeId, Shape, Tag};
use crate::text::{Letters, Line, Setting, Shaper};

/// Light grey of hairlines, dark enough to survive a copier.
const HAIR_GREY: u8 = 0xC9;
const HAIR: f32 = 0.6;
const STRONG_GREY: u8 = 0x1C;
const STRONG: f32 = 0.9;
/// Below the letters of a band.
const BAND_PADDING: f32 = 8.0;
const BAND_LIFT: f32 = 14.0;
/// Modules of empty space that scanners need around a QR code (ISO/IEC 18004).
const QUIET_ZONE: f32 = 4.0;

/// Items that stay together, measured from their own top left corner.
#[derive(Clone, Debug, Default)]
pub(super) struct Fragment {
    pub(super) height: f32,
    pub(super) items: Vec<Item>,
    pub(super) is_gap: bool,
}

impl Fragment {
    /// Puts `other` below.
    pub(super) fn stack(&mut self, other: Self) {
        let height = self.height;
        self.items.extend(other.items.into_iter().map(|item| Item {
            y: item.y + height,
            ..item
        }));
        self.height += other.height;
    }

    fn shifted(mut self, x: f32) -> Self {
        for item in &mut self.items {
            item.x += x;
        }
        self
    }
}

/// A text broken into lines, with the size it came out at.
#[derive(Clone, Debug)]
pub(super) struct SetText {
    pub(super) lines: Vec<Line>,
    pub(super) size: f32,
    pub(super) ink: Ink,
}

impl SetText {
    pub(super) fn width(&self) -> f32 {
        self.lines.iter().map(|line| line.width).fold(0.0, f32::max)
    }

    /// One tall line makes all of them tall, so that baselines keep an even distance.
    pub(super) fn is_tall(&self) -> bool {
        self.lines.iter().any(|line| line.is_tall)
    }

    fn needs_actual_text(&self) -> bool {
        self.lines
            .iter()
            .flat_map(|line| &line.runs)
            .any(|run| run.letters != Letters::InGlyphs)
    }
}

/// The height of a line: Indic and Arabic signs need more room than Latin.
fn leading(is_tall: bool, size: f32) -> f32 {
    size * if is_tall { 1.55 } else { 1.36 }
}

/// Letters that no font has, and where they stand: a sign takes their place on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingLetters {
    /// What is written as one letter.
    pub letters: String,
    /// Where it stands.
    pub field: Field,
}

/// Lays out fragments; knows no page.
pub(super) struct Setter<'s> {
    pub(super) shaper: &'s mut Shaper,
    pub(super) nodes: Vec<Node>,
    pub(super) is_rtl: bool,
    /// The document's own script is tall: every line gets its room, so that distances stay even.
    pub(super) is_tall: bool,
    /// The forms of Han letters that the reader is used to; none where each text tells by itself.
    pub(super) han: Option<Han>,
    /// What writes Latin.
    pub(super) latin: Family,
    /// What is left of gaps and of the space around rows.
    pub(super) squeeze: f32,
    /// What no font has, each once.
    pub(super) missing: Vec<MissingLetters>,
}

impl Setter<'_> {
    pub(super) fn node(&mut self, tag: Tag, parent: NodeId) -> NodeId {
        self.nodes.push(Node {
            tag,
            parent: Some(parent),
            alt: None,
            actual_text: None,
            language: None,
        });
        NodeId(self.nodes.len() - 1)
    }

    /// Breaks `text` into lines of `width`, its size times `scale`.
    pub(super) fn set(&mut self, text: &Text, width: f32, scale: f32) -> SetText {
        let mut size = text.style.size * scale;
        let setting = |size: f32, width: f32| Setting {
            weight: if text.style.is_bold {
                Weight::Bold
            } else {
                Weight::Regular
            },
            size,
            width,
            forms: Forms {
                latin: self.latin,
                han: self.han.unwrap_or_else(|| Han::of_text(&text.content)),
            },
            is_rtl: self.is_rtl,
        };
        if text.style.shrinks {
            let lines = self.shaper.lines(&text.content, setting(size, f32::INFINITY));
            let widest = lines.iter().map(|line| line.width).fold(0.0, f32::max);
            if widest > width {
                size *= (width / widest).max(0.5);
            }
        }
        let lines = self.shaper.lines(&text.content, setting(size, width));
        self.note_missing(&lines, text.field);
        SetText {
            lines,
            size,
            ink: text.style.ink,
        }
    }

    fn note_missing(&mut self, lines: &[Line], field: Field) {
        let runs = lines.iter().flat_map(|line| &line.runs);
        for run in runs.filter(|run| run.is_missing) {
            let letters = run.text.clone();
            let missing = MissingLetters { letters, field };
            if !self.missing.contains(&missing) {
                self.missing.push(missing);
            }
        }
    }

    /// Puts the lines of `set` into `fragment` from `y` down; returns where they end.
    pub(super) fn put(&self, set: SetText, area: Area, mark: Mark, fragment: &mut Fragment) -> f32 {
        let mut y = area.y;
        let height = leading(area.is_tall, set.size);
        for line in set.lines {
            let free = area.width - line.width;
            let x = area.x + placed(area.align, free);
            // Half the capitals' height under the middle of the line: all faces share one baseline.
            let baseline = y + height / 2.0 + set.size * 0.357;
            let shape = Shape::Line {
                line,
                size: set.size,
                ink: set.ink,
            };
            fragment.items.push(Item {
                x,
                y: baseline,
                shape,
                mark,
            });
            y += height;
        }
        y
    }

    /// Remembers the letters of `text` on its node when the glyphs would not tell them, or not where lines end.
    pub(super) fn note_letters(&mut self, node: NodeId, text: &Text, set: &SetText) {
        if (set.needs_actual_text() || text.content.contains('\n'))
            && let Some(node) = self.nodes.get_mut(node.0)
        {
            node.actual_text = Some(text.content.clone());
        }
    }

    fn paragraph(&mut self, paragraph: &Paragraph, width: f32, parent: NodeId) -> Vec<Fragment> {
        let tag = match paragraph.role {
            Role::Title => Tag::H1,
            Role::Heading => Tag::H2,
            Role::Body => Tag::P,
        };
        let node = self.node(tag, parent);
        let set = self.set(&paragraph.text, width, 1.0);
        self.note_letters(node, &paragraph.text, &set);
        let mut fragments = Vec::new();
        let is_tall = self.is_tall || set.is_tall();
        let height = leading(is_tall, set.size);
        for line in set.lines {
            let one = SetText {
                lines: vec![line],
                size: set.size,
                ink: set.ink,
            };
            let mut fragment = Fragment {
                height,
                ..Fragment::default()
            };
            let area = Area {
                x: 0.0,
                y: 0.0,
                width,
                align: paragraph.align,
                is_tall,
            };
            self.put(one, area, Mark::Content(node), &mut fragment);
            fragments.push(fragment);
        }
        fragments
    }

    fn figure(&mut self, figure: &Figure, width: f32, parent: NodeId) -> Fragment {
        let node = self.node(Tag::Figure, parent);
        if let Some(node) = self.nodes.get_mut(node.0) {
            node.alt = Some(figure.alt.clone());
        }
        let size = f32::from(figure.size_pt);
        let quiet = size / (figure.side.max(1) as f32) * QUIET_ZONE;
        let shape = Shape::Modules {
            modules: figure.modules.clone(),
            side: figure.side,
            size,
        };
        let x = placed(figure.align, width - size);
        let item = Item {
            x,
            y: 0.0,
            shape,
            mark: Mark::Content(node),
        };
        Fragment {
            height: size + quiet,
            items: vec![item],
            is_gap: false,
        }
    }

    fn logo(&mut self, logo: &LogoBox, width: f32, parent: NodeId) -> Fragment {
        let node = self.node(Tag::Figure, parent);
        if let Some(node) = self.nodes.get_mut(node.0) {
            node.alt = Some(logo.alt.clone());
        }
        let item = Item {
            x: placed(logo.align, width - logo.width),
            y: 0.0,
            shape: Shape::Logo {
                width: logo.width,
                height: logo.height,
            },
            mark: Mark::Content(node),
        };
        Fragment {
            height: logo.height,
            items: vec![item],
            is_gap: false,
        }
    }

    /// The band begins at the sheet's top, for it is the first thing on its first page.
    fn band(&mut self, blocks: &[Block], width: f32, parent: NodeId) -> Fragment {
        let stack = self.stack(blocks, width, parent);
        let shape = Shape::Fill {
            width: width + 2.0 * MARGIN,
            height: MARGIN + stack.height + BAND_PADDING,
            fill: Fill::Accent,
        };
        let mut whole = Fragment {
            height: stack.height + BAND_PADDING,
            items: vec![Item {
                x: -MARGIN,
                y: -MARGIN,
                shape,
                mark: Mark::Artifact,
            }],
            is_gap: false,
        };
        // The letters stand in the middle of the band rather than at the margin's foot.
        whole.items.extend(stack.items.into_iter().map(|item| Item {
            y: item.y - BAND_LIFT,
            ..item
        }));
        whole
    }

    fn columns(&mut self, columns: &Columns, width: f32, parent: NodeId) -> Fragment {
        let gutters = columns.gutter * columns.columns.len().saturating_sub(1) as f32;
        let shares: f32 = columns.columns.iter().map(|column| column.share).sum();
        let mut whole = Fragment::default();
        let mut x = 0.0;
        for Column { share, blocks } in &columns.columns {
            let own = (width - gutters) * share / shares.max(f32::MIN_POSITIVE);
            let stack = self.stack(blocks, own, parent);
            whole.height = whole.height.max(stack.height);
            whole.items.extend(stack.shifted(x).items);
            x += own + columns.gutter;
        }
        whole
    }

    pub(super) fn stack(&mut self, blocks: &[Block], width: f32, parent: NodeId) -> Fragment {
        let mut whole = Fragment::default();
        for block in blocks {
            for fragment in self.block(block, width, parent) {
                whole.stack(fragment);
            }
        }
        whole
    }

    pub(super) fn block(&mut self, block: &Block, width: f32, parent: NodeId) -> Vec<Fragment> {
        match block {
            Block::Paragraph(paragraph) => self.paragraph(paragraph, width, parent),
            Block::Columns(columns) => vec![self.columns(columns, width, parent)],
            Block::Table(table) => vec![self.whole_table(table, width, parent)],
            Block::Figure(figure) => vec![self.figure(figure, width, parent)],
            Block::Gap(height) => vec![Fragment {
                height: *height * self.squeeze,
                is_gap: true,
                ..Fragment::default()
            }],
            Block::Rule => vec![Fragment {
                height: HAIR,
                items: vec![rule(0.0, width)],
                is_gap: false,
            }],
            Block::StrongRule => vec![Fragment {
                height: STRONG,
                items: vec![strong_rule(width)],
                is_gap: false,
            }],
            Block::Logo(logo) => vec![self.logo(logo, width, parent)],
            Block::Band(blocks) => vec![self.band(blocks, width, parent)],
            Block::Together(blocks) => vec![self.stack(blocks, width, parent)],
        }
    }
}

/// Where lines go.
#[derive(Clone, Copy, Debug)]
pub(super) struct Area {
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) width: f32,
    pub(super) align: Align,
    /// Whether the lines get the room of a tall script, their own or that of their neighbours.
    pub(super) is_tall: bool,
}

/// How far from the start something stands that leaves `free` of its width.
fn placed(align: Align, free: f32) -> f32 {
    match align {
        Align::Start => 0.0,
        Align::Center => free / 2.0,
        Align::End => free,
    }
}

/// The darker line that ends a sum, or sets a head off.
pub(super) fn strong_rule(width: f32) -> Item {
    let shape = Shape::Fill {
        width,
        height: STRONG,
        fill: Fill::Grey(STRONG_GREY),
    };
    Item {
        x: 0.0,
        y: 0.0,
        shape,
        mark: Mark::Artifact,
    }
}

/// A hairline of `width` at height `y`.
pub(super) fn rule(y: f32, width: f32) -> Item {
    let shape = Shape::Fill {
        width,
        height: HAIR,
        fill: Fill::Grey(HAIR_GREY),
    };
    Item {
        x: 0.0,
        y,
        shape,
        mark: Mark::Artifact,
    }
}
