//! Shaping: a piece of text between two break opportunities becomes glyphs, and is remembered.

use std::collections::HashMap;
use std::sync::Arc;

use harfrust::{Buffer, GlyphId, ShapeOptions, ShaperFont};
use icu_segmenter::GraphemeClusterSegmenter;
use unicode_script::UnicodeScript;

use crate::fonts::{Face, FaceId, Family, Forms, REPLACEMENT, Weight, family_for};

/// A glyph and where it stands; lengths in thousandths of an em.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Glyph {
    pub(crate) id: u16,
    /// How far the pen moves after it.
    pub(crate) advance: i32,
    /// The width that the font file gives it, which a PDF viewer advances by.
    pub(crate) natural: i32,
    pub(crate) x_offset: i32,
    pub(crate) y_offset: i32,
    /// The bytes of the run's text that it stands for.
    pub(crate) from: u32,
    pub(crate) to: u32,
}

/// Glyphs of one face, in the order they are seen.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) face: FaceId,
    pub(crate) text: String,
    pub(crate) glyphs: Vec<Glyph>,
    pub(crate) advance: i32,
    pub(crate) letters: Letters,
    /// No font has its letters: a sign stands for them, and its text tells them.
    pub(crate) is_missing: bool,
}

/// How a reader of the file learns the letters of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Letters {
    /// Every glyph stands for its own.
    InGlyphs,
    /// Glyphs are reordered and merged: the letters are told for a stretch of the line.
    ToldByLine,
    /// Glyphs are taken apart, and the line runs right to left: the letters are told cluster by cluster.
    ToldByCluster,
}

/// The shaped text between two break opportunities.
#[derive(Debug)]
pub(crate) struct Piece {
    pub(crate) runs: Vec<Arc<Run>>,
    /// Width in thousandths of an em, and without the spaces at its end.
    pub(crate) advance: i32,
    pub(crate) visible_advance: i32,
}

/// How letters are chosen and turned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Manner {
    pub(crate) weight: Weight,
    pub(crate) forms: Forms,
    pub(crate) is_rtl: bool,
}

/// Shapes text and remembers every piece it has shaped.
pub(crate) struct Shaper {
    fonts: HashMap<FaceId, ShaperFont<'static, 'static>>,
    pieces: HashMap<Manner, HashMap<String, Arc<Piece>>>,
    buffer: Option<Buffer>,
}

impl Shaper {
    pub(crate) fn new() -> Self {
        Self {
            fonts: HashMap::new(),
            pieces: HashMap::new(),
            buffer: Some(Buffer::new()),
        }
    }

    /// The glyphs of `text`, which has one direction and no line break inside.
    pub(crate) fn piece(&mut self, text: &str, manner: Manner) -> Arc<Piece> {
        if let Some(piece) = self.pieces.get(&manner).and_then(|pieces| pieces.get(text)) {
            return Arc::clone(piece);
        }
        let mut runs = Vec::new();
        for (family, part) in by_family(text, manner) {
            let run = family.and_then(|family| self.run(part, family, manner));
            match run {
                Some(run) => runs.push(Arc::new(run)),
                None => self.replace(part, manner, &mut runs),
            }
        }
        if manner.is_rtl {
            runs.reverse();
        }
        let advance = runs.iter().map(|run| run.advance).sum();
        let visible_advance = advance - trailing_spaces(&runs, manner.is_rtl);
        let piece = Arc::new(Piece {
            runs,
            advance,
            visible_advance,
        });
        self.pieces
            .entry(manner)
            .or_default()
            .insert(text.to_owned(), Arc::clone(&piece));
        piece
    }

    /// The run of `text` in `family`; none where a glyph is missing after all.
    fn run(&mut self, text: &str, family: Family, manner: Manner) -> Option<Run> {
        let id = FaceId {
            family,
            weight: manner.weight,
        };
        let face = id.face()?;
        let plan = face.plan(script_tag(text), manner.is_rtl);
        let mut buffer = self.buffer.take().unwrap_or_default();
        buffer.reset();
        buffer.push_str(text);
        buffer.set_direction(plan.direction());
        buffer.set_script(plan.script());
        let font = self
            .fonts
            .entry(id)
            .or_insert_with(|| ShaperFont::new(&face.font));
        let shaped = harfrust::shape(font, &mut buffer, ShapeOptions::new().plan(Some(&plan)));
        let run = shaped
            .ok()
            .and_then(|()| collect(text, id, face, &buffer, manner.is_rtl));
        self.buffer = Some(buffer);
        run
    }

    /// A sign for each grapheme of `text`, which tells the letters that it stands for.
    fn replace(&mut self, text: &str, manner: Manner, runs: &mut Vec<Arc<Run>>) {
        let Some(sign) = self.run(REPLACEMENT, Family::Sans, manner) else {
            return;
        };
        let mut start = 0;
        for end in GraphemeClusterSegmenter::new().segment_str(text).skip(1) {
            let cluster = text.get(start..end).unwrap_or_default();
            let glyphs = sign.glyphs.iter().map(|glyph| Glyph {
                from: 0,
                to: u32::try_from(cluster.len()).unwrap_or(u32::MAX),
                ..*glyph
            });
            runs.push(Arc::new(Run {
                face: sign.face,
                text: cluster.to_owned(),
                glyphs: glyphs.collect(),
                advance: sign.advance,
                letters: if manner.is_rtl {
                    Letters::ToldByCluster
                } else {
                    Letters::ToldByLine
                },
                is_missing: true,
            }));
            start = end;
        }
    }
}

fn collect(text: &str, id: FaceId, face: &Face, buffer: &Buffer, is_rtl: bool) -> Option<Run> {
    let metrics = face.font.glyph_metrics();
    let infos = buffer.glyph_infos();
    let mut glyphs = Vec::with_capacity(infos.len());
    for (info, position) in infos.iter().zip(buffer.glyph_positions()) {
        let from = info.cluster;
        let to = cluster_end(text, infos, from);
        let number = u16::try_from(info.glyph_id).unwrap_or(0);
        if number == 0 {
            return None;
        }
        let natural = metrics.h_advance(GlyphId::new(info.glyph_id)).round() as i32;
        glyphs.push(Glyph {
            id: number,
            advance: face.thousandths(position.x_advance),
            natural: face.thousandths(natural),
            x_offset: face.thousandths(position.x_offset),
            y_offset: face.thousandths(position.y_offset),
            from,
            to,
        });
    }
    let advance = glyphs.iter().map(|glyph| glyph.advance).sum();
    let letters = match (id.family, is_rtl) {
        (Family::Devanagari | Family::Tamil, _) => Letters::ToldByLine,
        (Family::Arabic, true) => Letters::ToldByCluster,
        _ => Letters::InGlyphs,
    };
    Some(Run {
        face: id,
        text: text.to_owned(),
        glyphs,
        advance,
        letters,
        is_missing: false,
    })
}

/// Where the cluster that starts at byte `from` ends: at the next cluster that any glyph begins.
fn cluster_end(text: &str, infos: &[harfrust::GlyphInfo], from: u32) -> u32 {
    let next = infos
        .iter()
        .map(|info| info.cluster)
        .filter(|cluster| *cluster > from)
        .min();
    next.unwrap_or_else(|| u32::try_from(text.len()).unwrap_or(u32::MAX))
}

fn trailing_spaces(runs: &[Arc<Run>], is_rtl: bool) -> i32 {
    let last = if is_rtl { runs.first() } else { runs.last() };
    let Some(run) = last else { return 0 };
    let spaces_from = run.text.trim_end_matches(' ').len();
    let is_space = |glyph: &&Glyph| glyph.from as usize >= spaces_from;
    run.glyphs
        .iter()
        .filter(is_space)
        .map(|glyph| glyph.advance)
        .sum()
}

/// Splits `text` where the family changes, grapheme by grapheme; no family has the letters of some.
fn by_family(text: &str, manner: Manner) -> Vec<(Option<Family>, &str)> {
    if text.is_ascii() && text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        return vec![(Some(manner.forms.latin), text)];
    }
    let mut parts: Vec<(Option<Family>, usize, usize)> = Vec::new();
    let mut before = None;
    let mut start = 0;
    for end in GraphemeClusterSegmenter::new().segment_str(text).skip(1) {
        let cluster = text.get(start..end).unwrap_or_default();
        let family = family_for(cluster, manner.weight, manner.forms, before);
        match parts.last_mut() {
            Some(last) if last.0 == family => last.2 = end,
            _ => parts.push((family, start, end)),
        }
        before = family.or(before);
        start = end;
    }
    parts
        .into_iter()
        .filter_map(|(family, from, to)| Some((family, text.get(from..to)?)))
        .collect()
}

fn script_tag(text: &str) -> [u8; 4] {
    let own = text.chars().map(|letter| letter.script()).find(|script| {
        !matches!(
            script,
            unicode_script::Script::Common | unicode_script::Script::Inherited
        )
    });
    let name = own.unwrap_or(unicode_script::Script::Latin).short_name();
    name.as_bytes().try_into().unwrap_or(*b"Latn")
}
