//! printpdf as the writer: pages become its operations, its document is finished by lopdf.

use std::collections::BTreeMap;
use std::sync::Arc;

use printpdf::{
    Codepoint, Color, CurTransMat, DictItem, Op, PaintMode, PdfDocument, PdfFontHandle, PdfPage,
    PdfSaveOptions, Pt, Rect, Rgb, TextItem, TextMatrix, XObjectId, XObjectTransform,
};

use super::cut::{CutFonts, font_id};
use super::structure::Marks;
use super::{About, Backend, colour, finish, images};
use crate::error::PaperError;
use crate::fonts::FaceId;
use crate::layout::{Item, Mark, Page, Pages, Shape};
use crate::text::{Glyph, Letters, Line, Run};

/// Writes PDF through printpdf.
pub(crate) struct Printpdf;

impl Backend for Printpdf {
    fn write(&self, pages: &Pages, about: &About) -> Result<Vec<u8>, PaperError> {
        let fonts = CutFonts::of(pages);
        let mut marks = Marks::new(&pages.nodes);
        let mut pdf = PdfDocument::new(&about.title);
        for (id, font) in fonts.embed()? {
            pdf.resources.fonts.map.insert(id, font);
        }
        for (number, page) in pages.pages.iter().enumerate() {
            let press = Press::new(pages, &fonts);
            let ops = press.page(number, page, &mut marks);
            pdf.pages.push(sheet(pages, ops));
        }
        let options = PdfSaveOptions {
            optimize: true,
            subset_fonts: false,
            secure: true,
            image_optimization: None,
        };
        let mut warnings = Vec::new();
        let document = pdf.to_lopdf_document(&options, &mut warnings);
        if let Some(warning) = warnings.first() {
            return Err(PaperError::Write(warning.msg.clone()));
        }
        finish::finish(document, pages, &marks, about)
    }
}

fn sheet(pages: &Pages, ops: Vec<Op>) -> PdfPage {
    let whole = || Rect {
        x: Pt(0.0),
        y: Pt(0.0),
        width: Pt(pages.width),
        height: Pt(pages.height),
        mode: None,
        winding_order: None,
    };
    PdfPage {
        media_box: whole(),
        trim_box: whole(),
        crop_box: whole(),
        ops,
    }
}

/// Hundredths of a point are finer than any printer; more digits only fill the file.
fn rounded(points: f32) -> f32 {
    (points * 100.0).round() / 100.0
}

/// The operations of one page so far, and the state that the viewer is in after them.
struct Press<'p> {
    ops: Vec<Op>,
    pages: &'p Pages,
    fonts: &'p CutFonts,
    font: Option<(FaceId, f32)>,
    colour: Option<[u8; 3]>,
    is_in_text: bool,
}

impl<'p> Press<'p> {
    fn new(pages: &'p Pages, fonts: &'p CutFonts) -> Self {
        Self {
            ops: Vec::new(),
            pages,
            fonts,
            font: None,
            colour: None,
            is_in_text: false,
        }
    }

    fn page(mut self, number: usize, page: &Page, marks: &mut Marks<'_>) -> Vec<Op> {
        for group in page.items.chunk_by(|a, b| a.mark == b.mark) {
            let Some(first) = group.first() else { continue };
            match first.mark {
                Mark::Artifact => self.ops.push(Op::BeginMarkedContent {
                    tag: "Artifact".to_owned(),
                }),
                Mark::Content(node) => {
                    let (tag, mcid) = marks.next(node, number);
                    self.begin_marked(tag, "MCID", DictItem::Int(mcid));
                }
            }
            for item in group {
                self.item(item);
            }
            self.end_text();
            self.ops.push(Op::EndMarkedContent);
        }
        self.ops
    }

    fn begin_marked(&mut self, tag: &str, key: &str, value: DictItem) {
        let map = BTreeMap::from([(key.to_owned(), value)]);
        let properties = DictItem::Dict { map };
        self.ops.push(Op::BeginMarkedContentWithProperties {
            tag: tag.to_owned(),
            properties,
        });
    }

    fn item(&mut self, item: &Item) {
        let top = self.pages.height - item.y;
        match &item.shape {
            Shape::Line { line, size, ink } => {
                self.set_colour(colour::of_ink(*ink, self.pages.accent));
                if !self.is_in_text {
                    self.ops.push(Op::StartTextSection);
                    self.is_in_text = true;
                }
                self.line(line, *size, item.x - line.hang, top);
            }
            Shape::Logo { width, height } => {
                self.end_text();
                self.logo(item.x, top - height, *width, *height);
            }
            Shape::Fill { width, height, fill } => {
                self.end_text();
                self.set_colour(colour::of_fill(*fill, self.pages.accent));
                self.fill(item.x, top - height, *width, *height);
            }
            Shape::Modules { modules, side, size } => {
                self.end_text();
                self.set_colour([0; 3]);
                self.modules(modules, *side, *size, item.x, top);
            }
            Shape::Watermark { line, size, degrees } => {
                self.end_text();
                self.watermark(line, *size, *degrees, item.x, top);
            }
        }
    }

    /// A line around a place, turned; capitals are about 0.7 of an em tall.
    fn watermark(&mut self, line: &Line, size: f32, degrees: f32, x: f32, y: f32) {
        let (sin, cos) = degrees.to_radians().sin_cos();
        self.ops.push(Op::SaveGraphicsState);
        self.ops.push(Op::SetTransformationMatrix {
            matrix: CurTransMat::Raw([cos, sin, -sin, cos, rounded(x), rounded(y)]),
        });
        self.set_colour(colour::WATERMARK);
        self.ops.push(Op::StartTextSection);
        self.line(line, size, -line.width / 2.0 - line.hang, -size * 0.35);
        self.ops.push(Op::EndTextSection);
        self.ops.push(Op::RestoreGraphicsState);
        // The viewer is where it was before.
        (self.font, self.colour) = (None, None);
    }

    /// Draws the picture that [`finish`] puts among each page's resources.
    fn logo(&mut self, x: f32, y: f32, width: f32, height: f32) {
        let [width, height, x, y] = [width, height, x, y].map(rounded);
        self.ops.push(Op::SaveGraphicsState);
        self.ops.push(Op::SetTransformationMatrix {
            matrix: CurTransMat::Raw([width, 0.0, 0.0, height, x, y]),
        });
        self.ops.push(Op::UseXobject {
            id: XObjectId(images::NAME.to_owned()),
            transform: XObjectTransform::default(),
        });
        self.ops.push(Op::RestoreGraphicsState);
    }

    fn end_text(&mut self) {
        if self.is_in_text {
            self.ops.push(Op::EndTextSection);
            self.is_in_text = false;
        }
    }

    fn set_colour(&mut self, colour: [u8; 3]) {
        if self.colour == Some(colour) {
            return;
        }
        self.colour = Some(colour);
        let [r, g, b] = colour.map(|part| (f32::from(part) / 255.0 * 1000.0).round() / 1000.0);
        self.ops.push(Op::SetFillColor {
            col: Color::Rgb(Rgb {
                r,
                g,
                b,
                icc_profile: None,
            }),
        });
    }

    fn fill(&mut self, x: f32, y: f32, width: f32, height: f32) {
        let rectangle = Rect {
            x: Pt(rounded(x)),
            y: Pt(rounded(y)),
            width: Pt(rounded(width)),
            height: Pt(rounded(height)),
            mode: Some(PaintMode::Fill),
            winding_order: None,
        };
        self.ops.push(Op::DrawRectangle { rectangle });
    }

    /// Dark modules, those beside each other as one rectangle.
    fn modules(&mut self, modules: &[bool], side: usize, size: f32, x: f32, top: f32) {
        let module = size / side.max(1) as f32;
        for (row, cells) in modules.chunks(side.max(1)).enumerate() {
            let y = top - (row + 1) as f32 * module;
            let mut column = 0;
            for stretch in cells.chunk_by(|a, b| a == b) {
                if stretch.first() == Some(&true) {
                    self.fill(
                        x + column as f32 * module,
                        y,
                        stretch.len() as f32 * module,
                        module,
                    );
                }
                column += stretch.len();
            }
        }
    }

    /// A line: stretches of one face, those whose glyphs do not tell their letters wrapped in a span that does.
    fn line(&mut self, line: &Line, size: f32, mut x: f32, baseline: f32) {
        for stretch in line
            .runs
            .chunk_by(|a, b| a.face == b.face && a.letters == b.letters)
        {
            let Some(first) = stretch.first() else { continue };
            let face = first.face;
            if self.font != Some((face, size)) {
                self.font = Some((face, size));
                let font = PdfFontHandle::External(font_id(face));
                self.ops.push(Op::SetFont { font, size: Pt(size) });
            }
            let advance = match first.letters {
                Letters::InGlyphs => self.glyphs(stretch.iter().map(|run| whole(run)), size, x, baseline),
                Letters::ToldByLine => {
                    let letters: String = stretch.iter().map(|run| run.text.as_str()).collect();
                    self.span(&letters, stretch.iter().map(|run| whole(run)), size, x, baseline)
                }
                Letters::ToldByCluster => self.clusters(stretch, size, x, baseline),
            };
            x += advance as f32 * size / 1000.0;
        }
    }

    /// Shows glyphs wrapped in a span that tells their letters.
    fn span<'r>(
        &mut self,
        letters: &str,
        parts: impl Iterator<Item = Part<'r>>,
        size: f32,
        x: f32,
        baseline: f32,
    ) -> i32 {
        let data = finish::utf16(letters);
        self.begin_marked("Span", "ActualText", DictItem::String { data, literal: false });
        let advance = self.glyphs(parts, size, x, baseline);
        self.ops.push(Op::EndMarkedContent);
        advance
    }

    /// Shows each glyph at its own place: the widest of a cluster tells the cluster's letters, its dots tell nothing.
    /// Readers turn right-to-left text around by where its letters begin and end.
    fn clusters(&mut self, runs: &[Arc<Run>], size: f32, x: f32, baseline: f32) -> i32 {
        let mut pen = 0;
        for run in runs {
            for cluster in run.glyphs.chunk_by(|a, b| a.from == b.from) {
                let widest = cluster.iter().enumerate().max_by_key(|(_, glyph)| glyph.advance);
                let widest = widest.map(|(index, _)| index);
                for (index, glyph) in cluster.iter().enumerate() {
                    let letters = run.text.get(glyph.from as usize..glyph.to as usize);
                    let letters = letters.filter(|_| widest == Some(index)).unwrap_or_default();
                    let at = x + pen as f32 * size / 1000.0;
                    let part = (run.as_ref(), std::slice::from_ref(glyph));
                    pen += self.span(letters, std::iter::once(part), size, at, baseline);
                }
            }
        }
        pen
    }

    /// Shows glyphs from `x` on; returns how far the pen moved, in thousandths of an em.
    fn glyphs<'r>(&mut self, parts: impl Iterator<Item = Part<'r>>, size: f32, x: f32, baseline: f32) -> i32 {
        let place = |thousandths: i32| x + thousandths as f32 * size / 1000.0;
        let mut pen = 0;
        let mut shown = Shown::default();
        let mut begun = false;
        for (run, glyphs) in parts {
            for glyph in glyphs {
                let at = pen + glyph.x_offset;
                if glyph.y_offset != 0 || !begun {
                    self.show(&mut shown);
                    let lift = glyph.y_offset as f32 * size / 1000.0;
                    self.move_to(place(at), baseline + lift);
                    shown.pen = at;
                }
                shown.push(self.codepoint(run, glyph), at, glyph.natural);
                // A lifted glyph stands alone; the next one goes back to the baseline.
                begun = glyph.y_offset == 0;
                pen += glyph.advance;
            }
        }
        self.show(&mut shown);
        pen
    }

    fn move_to(&mut self, x: f32, y: f32) {
        let matrix = TextMatrix::Raw([1.0, 0.0, 0.0, 1.0, rounded(x), rounded(y)]);
        self.ops.push(Op::SetTextMatrix { matrix });
    }

    fn show(&mut self, shown: &mut Shown) {
        if !shown.glyphs.is_empty() {
            let glyphs = std::mem::take(&mut shown.glyphs);
            self.ops.push(Op::ShowText {
                items: vec![TextItem::GlyphIds(glyphs)],
            });
        }
    }

    fn codepoint(&self, run: &Run, glyph: &Glyph) -> Codepoint {
        let cluster = run
            .text
            .get(glyph.from as usize..glyph.to as usize)
            .unwrap_or_default();
        let letters = if run.letters == Letters::InGlyphs {
            cluster.to_owned()
        } else {
            let nominal = run.face.face().and_then(|face| face.letter(glyph.id));
            nominal.map_or_else(|| cluster.to_owned(), String::from)
        };
        Codepoint::with_cid(self.fonts.number(run.face, glyph.id), 0.0, letters)
    }
}

/// Glyphs of a run.
type Part<'r> = (&'r Run, &'r [Glyph]);

fn whole(run: &Run) -> Part<'_> {
    (run, &run.glyphs)
}

/// Glyphs to be shown by one operation, and where the viewer's pen is after them.
#[derive(Default)]
struct Shown {
    glyphs: Vec<Codepoint>,
    pen: i32,
}

impl Shown {
    /// Adds a glyph that stands at `at`; what the natural widths would not give is kerned.
    fn push(&mut self, glyph: Codepoint, at: i32, natural: i32) {
        if let Some(last) = self.glyphs.last_mut() {
            last.offset = (self.pen - at) as f32;
        }
        self.glyphs.push(glyph);
        self.pen = at + natural;
    }
}
