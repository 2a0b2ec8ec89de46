//! Breaking a paragraph into lines and putting each line into the order in which it is seen.

use std::sync::Arc;

use icu_segmenter::{GraphemeClusterSegmenter, LineSegmenter};
use unicode_bidi::{BidiInfo, Level};

use super::shape::{Manner, Piece, Run, Shaper};
use crate::fonts::{Forms, Weight};

/// How a paragraph is set.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Setting {
    pub(crate) weight: Weight,
    /// Points to the em.
    pub(crate) size: f32,
    /// Points from edge to edge; infinite never breaks.
    pub(crate) width: f32,
    /// Which families write the letters that more than one could.
    pub(crate) forms: Forms,
    /// The direction of the document around it.
    pub(crate) is_rtl: bool,
}

/// A line, its runs from left to right.
#[derive(Clone, Debug, Default)]
pub(crate) struct Line {
    pub(crate) runs: Vec<Arc<Run>>,
    /// Visible width in points; spaces at the line's end hang over.
    pub(crate) width: f32,
    /// How far left of the visible part the first run starts: the hanging space of a right-to-left line.
    pub(crate) hang: f32,
    pub(crate) is_tall: bool,
}

struct Atom {
    piece: Arc<Piece>,
    level: Level,
}

impl Setting {
    fn manner(self, level: Level) -> Manner {
        Manner {
            weight: self.weight,
            forms: self.forms,
            is_rtl: level.is_rtl(),
        }
    }
}

impl Shaper {
    /// `text` as lines; at least one, empty for empty text.
    pub(crate) fn lines(&mut self, text: &str, setting: Setting) -> Vec<Line> {
        let mut lines = Vec::new();
        for hard_line in text.split('\n') {
            let hard_line = hard_line.trim_end_matches(['\r', ' ']).replace('\t', " ");
            let atoms = self.atoms(&hard_line, setting);
            fill(atoms, setting, &mut lines);
        }
        lines
    }

    fn atoms(&mut self, text: &str, setting: Setting) -> Vec<Atom> {
        let mut atoms = Vec::new();
        let levels = levels(text, setting.is_rtl);
        let mut start = 0;
        for end in LineSegmenter::new_for_non_complex_scripts(Default::default())
            .segment_str(text)
            .skip(1)
        {
            for (from, to, level) in same_level(start, end, &levels) {
                let part = text.get(from..to).unwrap_or_default();
                self.fitting_atoms(part, level, setting, &mut atoms);
            }
            start = end;
        }
        atoms
    }

    /// One atom for `part`, or several when it alone is wider than the line.
    fn fitting_atoms(&mut self, part: &str, level: Level, setting: Setting, atoms: &mut Vec<Atom>) {
        let manner = setting.manner(level);
        let piece = self.piece(part, manner);
        if points(piece.visible_advance, setting.size) <= setting.width {
            atoms.push(Atom { piece, level });
            return;
        }
        let mut start = 0;
        let mut fitting = 0;
        let ends: Vec<usize> = GraphemeClusterSegmenter::new()
            .segment_str(part)
            .skip(1)
            .collect();
        for end in ends {
            let wider = self.piece(part.get(start..end).unwrap_or_default(), manner);
            if points(wider.visible_advance, setting.size) > setting.width && fitting > start {
                let piece = self.piece(part.get(start..fitting).unwrap_or_default(), manner);
                atoms.push(Atom { piece, level });
                start = fitting;
            }
            fitting = end;
        }
        let piece = self.piece(part.get(start..).unwrap_or_default(), manner);
        atoms.push(Atom { piece, level });
    }
}

fn points(thousandths: i32, size: f32) -> f32 {
    thousandths as f32 * size / 1000.0
}

/// The bidi level of each byte, or nothing when the whole text runs left to right.
fn levels(text: &str, is_rtl: bool) -> Vec<Level> {
    let may_turn = |letter: char| {
        matches!(letter, '\u{0590}'..='\u{08FF}' | '\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}' | '\u{10800}'..='\u{10FFF}')
    };
    if !is_rtl && !text.chars().any(may_turn) {
        return Vec::new();
    }
    let base = if is_rtl { Level::rtl() } else { Level::ltr() };
    BidiInfo::new(text, Some(base)).levels
}

fn same_level(start: usize, end: usize, levels: &[Level]) -> Vec<(usize, usize, Level)> {
    let mut parts: Vec<(usize, usize, Level)> = Vec::new();
    if levels.is_empty() {
        return vec![(start, end, Level::ltr())];
    }
    for at in start..end {
        let level = levels.get(at).copied().unwrap_or(Level::ltr());
        match parts.last_mut() {
            Some(last) if last.2 == level => last.1 = at + 1,
            _ => parts.push((at, at + 1, level)),
        }
    }
    parts
}

fn fill(atoms: Vec<Atom>, setting: Setting, lines: &mut Vec<Line>) {
    let mut line: Vec<Atom> = Vec::new();
    let mut advance = 0;
    for atom in atoms {
        if !line.is_empty()
            && points(advance + atom.piece.visible_advance, setting.size) > setting.width + 0.01
        {
            lines.push(finished(std::mem::take(&mut line), setting));
            advance = 0;
        }
        advance += atom.piece.advance;
        line.push(atom);
    }
    lines.push(finished(line, setting));
}

/// Orders the atoms as they are seen (UAX #9, rule L2) and measures the line.
fn finished(mut atoms: Vec<Atom>, setting: Setting) -> Line {
    let hanging = atoms
        .last()
        .map_or(0, |atom| atom.piece.advance - atom.piece.visible_advance);
    let hangs_left = atoms.last().is_some_and(|atom| atom.level.is_rtl());
    let advance: i32 = atoms.iter().map(|atom| atom.piece.advance).sum();
    let highest = atoms.iter().map(|atom| atom.level.number()).max().unwrap_or(0);
    for level in (1..=highest).rev() {
        for stretch in atoms.chunk_by_mut(|a, b| (a.level.number() >= level) == (b.level.number() >= level)) {
            if stretch.first().is_some_and(|atom| atom.level.number() >= level) {
                stretch.reverse();
            }
        }
    }
    let runs: Vec<Arc<Run>> = atoms
        .iter()
        .flat_map(|atom| atom.piece.runs.iter().map(Arc::clone))
        .collect();
    Line {
        is_tall: runs.iter().any(|run| run.face.family.is_tall()),
        runs,
        width: points(advance - hanging, setting.size),
        hang: if hangs_left {
            points(hanging, setting.size)
        } else {
            0.0
        },
    }
}
