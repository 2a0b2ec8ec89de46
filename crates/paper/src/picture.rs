//! The logo: read and checked, ready to be embedded.

mod drawing;
mod raster;

use folio_domain::stationery::{Logo, PictureKind};

use crate::error::{LogoFault, PaperError};

/// The most pixels to a side that a logo may have: more is no logo, and takes memory.
const SIDE_MAX: u32 = 6_000;

/// Pixels, or a file that PDF takes as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Pixels {
    /// Red, green, blue of each pixel; beside it how opaque each is, where one is not.
    Plain { rgb: Vec<u8>, alpha: Option<Vec<u8>> },
    /// A JPEG file of one channel or three.
    Jpeg { file: Vec<u8>, is_grey: bool },
}

/// A picture that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Picture {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) pixels: Pixels,
    /// The file as it was given, for a drawing of the page.
    pub(crate) logo: Logo,
}

impl Picture {
    /// Reads the whole of `logo`.
    ///
    /// # Errors
    /// Why it cannot be printed.
    pub(crate) fn read(logo: &Logo) -> Result<Self, PaperError> {
        let fault = PaperError::Logo;
        let file = logo.file().map_err(|_refusal| fault(LogoFault::Broken))?;
        let (width, height, pixels) = match logo.kind {
            PictureKind::Png => raster::png(&file),
            PictureKind::Jpeg => raster::jpeg(file),
            PictureKind::Svg => drawing::svg(&file),
        }
        .map_err(fault)?;
        Ok(Self {
            width,
            height,
            pixels,
            logo: logo.clone(),
        })
    }

    /// How large it stands on paper: as large as the box of `width` and `height` points lets it, its proportions kept.
    pub(crate) fn fitted(&self, width: f32, height: f32) -> (f32, f32) {
        let (own_width, own_height) = (self.width.max(1) as f32, self.height.max(1) as f32);
        let scale = (width / own_width).min(height / own_height);
        (own_width * scale, own_height * scale)
    }
}

/// What reading gives: width, height and what is in it.
type Read = Result<(u32, u32, Pixels), LogoFault>;

/// Whether a picture has a size at all, and none that is not a logo's.
fn sized(width: u32, height: u32) -> Result<(), LogoFault> {
    let fits = |side: u32| (1..=SIDE_MAX).contains(&side);
    if fits(width) && fits(height) {
        Ok(())
    } else {
        Err(LogoFault::Broken)
    }
}

/// The pixels of red, green, blue and opacity, one after the other.
fn of_rgba(rgba: &[u8]) -> Pixels {
    let (pixels, _none) = rgba.as_chunks::<4>();
    let rgb = pixels
        .iter()
        .flat_map(|[red, green, blue, _]| [*red, *green, *blue]);
    let alpha: Vec<u8> = pixels.iter().map(|[_, _, _, alpha]| *alpha).collect();
    Pixels::Plain {
        rgb: rgb.collect(),
        alpha: alpha.iter().any(|part| *part != u8::MAX).then_some(alpha),
    }
}
