//! How a paper looks: what the stationery of a business comes to on its sheet.

use std::sync::Arc;

use folio_domain::stationery::{Colour, Sheet, Stationery, Template};

use crate::error::PaperError;
use crate::layout::PaperSize;
use crate::picture::Picture;

/// The least contrast of an accent with the white that it stands on, or that stands on it (WCAG 2.2, 1.4.3). It is
/// made of luminances alone, so a grey print keeps it.
const CONTRAST_LEAST: f64 = 4.5;

/// The look of a paper. Nothing of it is global: who draws a paper up says how it looks.
#[derive(Clone, Debug)]
pub struct Look {
    pub(crate) template: Template,
    pub(crate) accent: [u8; 3],
    pub(crate) paper: PaperSize,
    pub(crate) logo: Option<Arc<Picture>>,
}

impl Look {
    /// The look of `stationery` for a business in `country` (ISO 3166-1 alpha-2), whose sheet is the usual one.
    ///
    /// # Errors
    /// A logo that cannot be read.
    pub fn of(stationery: &Stationery, country: &str) -> Result<Self, PaperError> {
        let logo = stationery.logo.as_ref().map(Picture::read).transpose()?;
        Ok(Self {
            logo: logo.map(Arc::new),
            ..Self::without_logo(stationery, country)
        })
    }

    /// The same without its logo.
    #[must_use]
    pub fn without_logo(stationery: &Stationery, country: &str) -> Self {
        Self {
            template: stationery.template,
            accent: readable(stationery.accent).0,
            paper: match stationery.sheet {
                Sheet::Usual => PaperSize::of_country(country),
                Sheet::A4 => PaperSize::A4,
                Sheet::UsLetter => PaperSize::Letter,
            },
            logo: None,
        }
    }
}

/// Refuses a logo that no paper could show.
///
/// # Errors
/// What is wrong with it.
pub fn check_stationery(stationery: &Stationery) -> Result<(), PaperError> {
    stationery
        .logo
        .as_ref()
        .map_or(Ok(()), |logo| Picture::read(logo).map(drop))
}

/// `accent`, darkened as far as it must be to be read on white and to bear white letters; its hue stays.
#[must_use]
pub fn readable(accent: Colour) -> Colour {
    let darkened = |percent: u32| {
        Colour(
            accent
                .0
                .map(|part| u8::try_from(u32::from(part) * percent / 100).unwrap_or(part)),
        )
    };
    let mut shades = (0..=100).rev().map(darkened);
    shades
        .find(|shade| contrast_with_white(*shade) >= CONTRAST_LEAST)
        .unwrap_or(Colour([0; 3]))
}

fn contrast_with_white(colour: Colour) -> f64 {
    1.05 / (luminance(colour) + 0.05)
}

/// Relative luminance (WCAG 2.2, IEC 61966-2-1).
fn luminance(colour: Colour) -> f64 {
    let [red, green, blue] = colour.0.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pale_accent_is_darkened_and_a_dark_one_stays() {
        for preset in Colour::PRESETS {
            assert_eq!(readable(preset), preset, "{preset}");
        }
        for pale in ["#ffffff", "#ffe600", "#7fd4cf", "#ff9a3c", "#00ff00"] {
            let colour = Colour::parse(pale).unwrap();
            let dark = readable(colour);
            assert_ne!(dark, colour, "{pale}");
            let contrast = contrast_with_white(dark);
            assert!(
                (4.5..5.0).contains(&contrast),
                "{pale} came to {dark}: {contrast}"
            );
        }
        let orange = readable(Colour::parse("#ff9a3c").unwrap()).0;
        assert!(orange[0] > orange[1] && orange[1] > orange[2], "{orange:?}");
    }

    #[test]
    fn the_sheet_is_the_countrys_unless_another_is_chosen() {
        let of = |sheet, country| {
            let stationery = Stationery {
                sheet,
                ..Stationery::default()
            };
            Look::without_logo(&stationery, country).paper
        };
        assert_eq!(of(Sheet::Usual, "US"), PaperSize::Letter);
        assert_eq!(of(Sheet::Usual, "IN"), PaperSize::A4);
        assert_eq!(of(Sheet::A4, "US"), PaperSize::A4);
        assert_eq!(of(Sheet::UsLetter, "IN"), PaperSize::Letter);
    }
}
