//! Fonts cut to the glyphs that a paper uses.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use printpdf::{FontId, ParsedFont, PdfFont};
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use crate::error::PaperError;
use crate::fonts::FaceId;
use crate::layout::{Item, Pages, Shape};

/// The new numbers of the glyphs used, by face.
pub(super) struct CutFonts {
    remappers: BTreeMap<FaceId, GlyphRemapper>,
}

impl CutFonts {
    /// Notes every glyph that `pages` show.
    pub(super) fn of(pages: &Pages) -> Self {
        let mut remappers: BTreeMap<FaceId, GlyphRemapper> = BTreeMap::new();
        let items = pages.pages.iter().flat_map(|page| &page.items);
        for run in items.filter_map(line_runs).flatten() {
            let remapper = remappers.entry(run.face).or_default();
            for glyph in &run.glyphs {
                remapper.remap(glyph.id);
            }
        }
        Self { remappers }
    }

    /// The number of `glyph` in the cut font.
    pub(super) fn number(&self, face: FaceId, glyph: u16) -> u16 {
        self.remappers
            .get(&face)
            .and_then(|remapper| remapper.get(glyph))
            .unwrap_or(0)
    }

    /// The cut fonts, ready to embed.
    pub(super) fn embed(&self) -> Result<Vec<(FontId, PdfFont)>, PaperError> {
        self.remappers
            .iter()
            .map(|(face, remapper)| Ok((font_id(*face), cut(*face, remapper)?)))
            .collect()
    }
}

fn line_runs(item: &Item) -> Option<impl Iterator<Item = &crate::text::Run>> {
    match &item.shape {
        Shape::Line { line, .. } | Shape::Watermark { line, .. } => Some(line.runs.iter().map(AsRef::as_ref)),
        Shape::Fill { .. } | Shape::Logo { .. } | Shape::Modules { .. } => None,
    }
}

/// The name by which a page's content calls the font. Not `F1` to `F14`: printpdf takes those for built-in ones.
pub(super) fn font_id(face: FaceId) -> FontId {
    FontId(format!("N{}{}", face.family.index(), face.weight as u8))
}

fn cut(face: FaceId, remapper: &GlyphRemapper) -> Result<PdfFont, PaperError> {
    let error = |reason: String| PaperError::Font {
        font: face.name(),
        reason,
    };
    let whole = face.face().ok_or_else(|| error("it cannot be read".to_owned()))?;
    let bytes =
        subsetter::subset(whole.data, whole.index, remapper).map_err(|failure| error(failure.to_string()))?;
    let mut warnings = Vec::new();
    let mut font = ParsedFont::from_bytes(&bytes, 0, &mut warnings)
        .ok_or_else(|| error("the cut font cannot be read back".to_owned()))?;
    font.font_name = Some(format!("{}+{}", cut_tag(remapper), face.name()));
    Ok(PdfFont::new(font))
}

/// Six capitals that differ between different cuts of one font (ISO 32000-1, 9.6.4).
fn cut_tag(remapper: &GlyphRemapper) -> String {
    let mut hash = Sha256::new();
    for glyph in remapper.remapped_gids() {
        hash.update(glyph.to_be_bytes());
    }
    let mut tag = String::new();
    for byte in hash.finalize().iter().take(6) {
        // Writing to a string cannot fail.
        let _ = write!(tag, "{}", char::from(b'A' + byte % 26));
    }
    tag
}
