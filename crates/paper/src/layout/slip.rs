//! A slip at the foot of a page, to be cut off and paid with: texts at places that its form fixes.

use crate::fonts::Family;
use crate::layout::model::{Align, Role, Text};
use crate::layout::pages::{Fill, Item, Mark, NodeId, Shape, Tag};
use crate::layout::setter::Setter;

/// Points to the millimetre.
const MM: f32 = 72.0 / 25.4;
/// A slip is 210 × 105 mm.
const WIDTH: f32 = 210.0 * MM;
pub(super) const HEIGHT: f32 = 105.0 * MM;
/// What stands above it: the word that it is to be cut off.
pub(super) const ABOVE: f32 = 20.0;
/// The lines that it is cut along.
const CUT: f32 = 0.5;
/// The marks at the corners of a blank: their length and breadth (Style Guide QR-bill).
const CORNER: f32 = 3.0 * MM;
const CORNER_BREADTH: f32 = 0.75;

/// What a slip says. Lengths are in millimetres from its top left corner.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Slip {
    /// Its language (BCP 47).
    pub(crate) language: &'static str,
    /// Above it: that it is to be cut off.
    pub(crate) cut: Text,
    /// How far from its left edge it is cut once more.
    pub(crate) fold: f32,
    /// What stands before the fold, and after it: each from the first that is read to the last.
    pub(crate) receipt: Vec<Section>,
    pub(crate) payment: Vec<Section>,
    /// What is scanned, after the fold's first section.
    pub(crate) code: Code,
}

/// A part of a slip.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Section {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) align: Align,
    /// What it says, from the most that could be said to the least: the first that fits is printed.
    pub(crate) versions: Vec<Vec<Part>>,
}

/// A piece of a section.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Part {
    /// A text whose lines are `leading` points apart; no more than `lines` of them.
    Text {
        text: Text,
        role: Role,
        leading: f32,
        lines: usize,
    },
    /// Empty space in points.
    Gap(f32),
    /// Room to write by hand.
    Blank(Blank),
}

/// Room to write by hand, its corners marked; in millimetres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Blank {
    pub(crate) width: f32,
    pub(crate) height: f32,
}

/// A code with the Swiss cross in its middle.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Code {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) size: f32,
    pub(crate) modules: Vec<bool>,
    pub(crate) side: usize,
    /// What it says, for those who do not see it.
    pub(crate) alt: String,
}

/// `slip` with its top edge at `top` on a sheet of `width`, at the sheet's left edge, in one of the four typefaces that
/// its guide allows.
pub(super) fn placed(setter: &mut Setter<'_>, slip: &Slip, (top, width): (f32, f32)) -> Vec<Item> {
    let latin = std::mem::replace(&mut setter.latin, Family::Liberation);
    let whole = setter.node(Tag::Sect, NodeId(0));
    if let Some(node) = setter.nodes.get_mut(whole.0) {
        node.language = Some(slip.language);
    }
    let mut items = vec![
        filled((0.0, top), (WIDTH, CUT), 0),
        filled((slip.fold * MM, top), (CUT, HEIGHT), 0),
    ];
    if width > WIDTH + 1.0 {
        items.push(filled((WIDTH, top), (CUT, HEIGHT), 0));
    }
    let cut = Section {
        x: 0.0,
        y: -4.2,
        width: 210.0,
        height: 4.0,
        align: Align::Center,
        versions: vec![vec![Part::Text {
            text: slip.cut.clone(),
            role: Role::Body,
            leading: slip.cut.style.size * 1.2,
            lines: 1,
        }]],
    };
    let (title, rest) = slip.payment.split_at(slip.payment.len().min(1));
    for section in std::iter::once(&cut).chain(&slip.receipt).chain(title) {
        section_items(setter, section, top, whole, &mut items);
    }
    items.extend(code(setter, &slip.code, top, whole));
    for section in rest {
        section_items(setter, section, top, whole, &mut items);
    }
    setter.latin = latin;
    items
}

fn section_items(
    setter: &mut Setter<'_>,
    section: &Section,
    top: f32,
    parent: NodeId,
    items: &mut Vec<Item>,
) {
    let height = |setter: &mut Setter<'_>, parts: &[Part]| -> f32 {
        parts
            .iter()
            .map(|part| part_height(setter, part, section.width))
            .sum()
    };
    let fits = |version: &&Vec<Part>| height(setter, version) <= section.height * MM + 0.1;
    let Some(version) = section.versions.iter().find(fits).or(section.versions.last()) else {
        return;
    };
    let (left, mut y) = (section.x * MM, top + section.y * MM);
    for part in version {
        match part {
            Part::Text {
                text,
                role,
                leading,
                lines,
            } => {
                let tag = if *role == Role::Heading { Tag::H2 } else { Tag::P };
                let node = setter.node(tag, parent);
                let set = setter.set(text, section.width * MM, 1.0);
                setter.note_letters(node, text, &set);
                for line in set.lines.into_iter().take(*lines) {
                    let free = section.width * MM - line.width;
                    let x = match section.align {
                        Align::Start => left,
                        Align::Center => left + free / 2.0,
                        Align::End => left + free,
                    };
                    let (size, ink) = (set.size, set.ink);
                    items.push(Item {
                        x,
                        y: y + leading / 2.0 + size * 0.357,
                        shape: Shape::Line { line, size, ink },
                        mark: Mark::Content(node),
                    });
                    y += leading;
                }
            }
            Part::Gap(height) => y += height,
            Part::Blank(blank) => {
                items.extend(corners((left, y), (blank.width * MM, blank.height * MM)));
                y += blank.height * MM;
            }
        }
    }
}

fn part_height(setter: &mut Setter<'_>, part: &Part, width: f32) -> f32 {
    match part {
        Part::Text {
            text, leading, lines, ..
        } => {
            let set = setter.set(text, width * MM, 1.0);
            set.lines.len().min(*lines) as f32 * leading
        }
        Part::Gap(height) => *height,
        Part::Blank(blank) => blank.height * MM,
    }
}

/// The code with the cross: a square of 7 mm that is white, one of 6 mm in it that is black, and the cross in white.
fn code(setter: &mut Setter<'_>, code: &Code, top: f32, parent: NodeId) -> Vec<Item> {
    let node = setter.node(Tag::Figure, parent);
    if let Some(node) = setter.nodes.get_mut(node.0) {
        node.alt = Some(code.alt.clone());
    }
    let (x, y, size) = (code.x * MM, top + code.y * MM, code.size * MM);
    let middle = |width: f32, height: f32, grey: u8| {
        let (width, height) = (width * MM, height * MM);
        let place = (x + (size - width) / 2.0, y + (size - height) / 2.0);
        filled(place, (width, height), grey)
    };
    let modules = Item {
        x,
        y,
        shape: Shape::Modules {
            modules: code.modules.clone(),
            side: code.side,
            size,
        },
        mark: Mark::Artifact,
    };
    let items = [
        modules,
        middle(7.0, 7.0, 0xFF),
        middle(6.0, 6.0, 0),
        middle(3.9, 1.17, 0xFF),
        middle(1.17, 3.9, 0xFF),
    ];
    let mark = Mark::Content(node);
    items.into_iter().map(|item| Item { mark, ..item }).collect()
}

/// The four corners of a blank.
fn corners((x, y): (f32, f32), (width, height): (f32, f32)) -> Vec<Item> {
    let mut items = Vec::new();
    for right in [false, true] {
        for bottom in [false, true] {
            let at = |is_end: bool, start: f32, length: f32, own: f32| {
                if is_end { start + length - own } else { start }
            };
            let across = (at(right, x, width, CORNER), at(bottom, y, height, CORNER_BREADTH));
            let down = (at(right, x, width, CORNER_BREADTH), at(bottom, y, height, CORNER));
            items.push(filled(across, (CORNER, CORNER_BREADTH), 0));
            items.push(filled(down, (CORNER_BREADTH, CORNER), 0));
        }
    }
    items
}

fn filled((x, y): (f32, f32), (width, height): (f32, f32), grey: u8) -> Item {
    let shape = Shape::Fill {
        width,
        height,
        fill: Fill::Grey(grey),
    };
    Item {
        x,
        y,
        shape,
        mark: Mark::Artifact,
    }
}
