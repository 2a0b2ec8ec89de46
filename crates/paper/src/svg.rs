//! Laid-out pages as drawings: the letters' outlines at the places where the PDF has them, for a screen that shows
//! how a paper looks without a reader of PDF.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider as _};

use crate::error::PaperError;
use crate::fonts::{FaceId, Han, Weight};
use crate::layout::{Item, Page, Pages, Shape};
use crate::pdf::colour;
use crate::picture::Picture;
use crate::text::{Line, Setting, Shaper};

/// The share of a page's diagonal that a mark takes, and the most points to its em.
const MARK_SHARE: f32 = 0.62;
const MARK_SIZE_MAX: f32 = 150.0;
/// Above paper white, below every letter.
const MARK_INK: &str = "#e4e2df";

/// A word across each page, behind what stands on it.
pub(crate) struct Mark {
    line: Line,
    size: f32,
    degrees: f32,
}

impl Mark {
    /// `word` across pages of the size of `pages`; none of a word without letters.
    pub(crate) fn across(pages: &Pages, word: &str) -> Option<Self> {
        let mut shaper = Shaper::new();
        let mut set = |size: f32| {
            let setting = Setting {
                weight: Weight::Bold,
                size,
                width: f32::INFINITY,
                is_rtl: false,
                han: Han::of_text(word),
            };
            shaper.lines(word, setting).into_iter().next()
        };
        let width = set(100.0)?.width.max(1.0);
        let size = (100.0 * MARK_SHARE * pages.width.hypot(pages.height) / width).min(MARK_SIZE_MAX);
        Some(Self {
            line: set(size)?,
            size,
            degrees: -pages.height.atan2(pages.width).to_degrees(),
        })
    }
}

/// The first `most` pages of `pages`, each as an SVG file, with `mark` behind what stands on them.
///
/// # Errors
/// A font whose outlines cannot be read.
pub(crate) fn draw(pages: &Pages, most: usize, mark: Option<&Mark>) -> Result<Vec<String>, PaperError> {
    let drawn = pages.pages.iter().take(most);
    drawn.map(|page| drawing(pages, page, mark)).collect()
}

fn drawing(pages: &Pages, page: &Page, mark: Option<&Mark>) -> Result<String, PaperError> {
    let mut sheet = Sheet {
        accent: pages.accent,
        glyphs: BTreeMap::new(),
        body: String::new(),
    };
    if let Some(mark) = mark {
        sheet.mark(mark, (pages.width / 2.0, pages.height / 2.0));
    }
    for item in &page.items {
        sheet.item(item, pages.logo.as_deref());
    }
    let mut defs = String::new();
    for ((face, glyph), number) in &sheet.glyphs {
        let outline = outline(*face, *glyph)?;
        written(
            &mut defs,
            format_args!("<path id=\"g{number}\" d=\"{outline}\"/>"),
        );
    }
    let (width, height, body) = (pages.width, pages.height, sheet.body);
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
         height=\"{height}\"><defs>{defs}</defs><rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>\
         {body}</svg>"
    ))
}

/// A page being drawn, and the number of each glyph on it.
struct Sheet {
    accent: [u8; 3],
    glyphs: BTreeMap<(FaceId, u16), usize>,
    body: String,
}

impl Sheet {
    fn item(&mut self, item: &Item, logo: Option<&Picture>) {
        match &item.shape {
            Shape::Line { line, size, ink } => {
                let colour = hex(colour::of_ink(*ink, self.accent));
                self.line(line, *size, item.x - line.hang, item.y, &colour);
            }
            Shape::Fill { width, height, fill } => {
                let colour = hex(colour::of_fill(*fill, self.accent));
                self.rectangle(item.x, item.y, (*width, *height), &colour);
            }
            Shape::Modules { modules, side, size } => {
                self.modules(modules, *side, *size, (item.x, item.y));
            }
            Shape::Logo { width, height } => {
                let Some(picture) = logo else { return };
                let (x, y, bytes) = (item.x, item.y, &picture.logo.bytes);
                let kind = picture.logo.kind.media_type();
                written(
                    &mut self.body,
                    format_args!(
                        "<image x=\"{x:.2}\" y=\"{y:.2}\" width=\"{width:.2}\" height=\"{height:.2}\" \
                         href=\"data:{kind};base64,{bytes}\"/>"
                    ),
                );
            }
        }
    }

    /// The mark through the middle of the page; capitals are about 0.7 of an em tall.
    fn mark(&mut self, mark: &Mark, (x, y): (f32, f32)) {
        let degrees = mark.degrees;
        written(
            &mut self.body,
            format_args!("<g data-mark=\"\" transform=\"translate({x:.2} {y:.2}) rotate({degrees:.2})\">"),
        );
        let start = -mark.line.width / 2.0 - mark.line.hang;
        self.line(&mark.line, mark.size, start, mark.size * 0.35, MARK_INK);
        self.body.push_str("</g>");
    }

    /// Dark modules, those beside each other as one rectangle, all of them one path.
    fn modules(&mut self, modules: &[bool], side: usize, size: f32, (x, y): (f32, f32)) {
        let scale = size / side.max(1) as f32;
        written(
            &mut self.body,
            format_args!("<path transform=\"translate({x:.2} {y:.2}) scale({scale})\" d=\""),
        );
        for (row, cells) in modules.chunks(side.max(1)).enumerate() {
            let mut column = 0;
            for stretch in cells.chunk_by(|a, b| a == b) {
                let length = stretch.len();
                if stretch.first() == Some(&true) {
                    written(
                        &mut self.body,
                        format_args!("M{column} {row}h{length}v1h-{length}z"),
                    );
                }
                column += length;
            }
        }
        self.body.push_str("\"/>");
    }

    fn rectangle(&mut self, x: f32, y: f32, (width, height): (f32, f32), colour: &str) {
        let drawn = format_args!(
            "<rect x=\"{x:.2}\" y=\"{y:.2}\" width=\"{width:.2}\" height=\"{height:.2}\" fill=\"{colour}\"/>"
        );
        written(&mut self.body, drawn);
    }

    /// The glyphs of a line, in thousandths of an em, upside down as fonts have them.
    fn line(&mut self, line: &Line, size: f32, x: f32, baseline: f32, colour: &str) {
        let scale = size / 1000.0;
        written(
            &mut self.body,
            format_args!(
                "<g fill=\"{colour}\" transform=\"translate({x:.2} {baseline:.2}) scale({scale} -{scale})\">"
            ),
        );
        let mut pen = 0;
        for run in &line.runs {
            for glyph in &run.glyphs {
                let next = self.glyphs.len();
                let number = *self.glyphs.entry((run.face, glyph.id)).or_insert(next);
                let (x, y) = (pen + glyph.x_offset, glyph.y_offset);
                written(
                    &mut self.body,
                    format_args!("<use href=\"#g{number}\" x=\"{x}\" y=\"{y}\"/>"),
                );
                pen += glyph.advance;
            }
        }
        self.body.push_str("</g>");
    }
}

fn written(text: &mut String, more: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = text.write_fmt(more);
}

fn hex([red, green, blue]: [u8; 3]) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// The outline of a glyph as path data, in thousandths of an em.
fn outline(face: FaceId, glyph: u16) -> Result<String, PaperError> {
    let broken = |reason: String| PaperError::Font {
        font: face.name(),
        reason,
    };
    let whole = face
        .face()
        .ok_or_else(|| broken("it cannot be read".to_owned()))?;
    let font = FontRef::from_index(whole.data, whole.index).map_err(|failure| broken(failure.to_string()))?;
    let mut pen = Path::default();
    // A space has no outline.
    if let Some(outline) = font.outline_glyphs().get(GlyphId::from(glyph)) {
        let settings = DrawSettings::unhinted(Size::new(1000.0), LocationRef::default());
        outline
            .draw(settings, &mut pen)
            .map_err(|failure| broken(failure.to_string()))?;
    }
    Ok(pen.0)
}

/// Path data; whole thousandths of an em are finer than any screen.
#[derive(Default)]
struct Path(String);

impl Path {
    fn step(&mut self, name: char, places: &[f32]) {
        self.0.push(name);
        for (index, place) in places.iter().enumerate() {
            let space = if index > 0 { " " } else { "" };
            written(&mut self.0, format_args!("{space}{place:.0}"));
        }
    }
}

impl OutlinePen for Path {
    fn move_to(&mut self, x: f32, y: f32) {
        self.step('M', &[x, y]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.step('L', &[x, y]);
    }

    fn quad_to(&mut self, cx0: f32, cy0: f32, x: f32, y: f32) {
        self.step('Q', &[cx0, cy0, x, y]);
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.step('C', &[cx0, cy0, cx1, cy1, x, y]);
    }

    fn close(&mut self) {
        self.step('Z', &[]);
    }
}
