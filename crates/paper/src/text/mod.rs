//! From text to placed glyphs: line breaks, direction, faces, shaping.

mod lines;
mod shape;

pub(crate) use lines::{Line, Setting};
pub(crate) use shape::{Glyph, Letters, Run, Shaper};
