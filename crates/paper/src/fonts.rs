//! The faces that a page may use, embedded at build time save for one, and which of them writes which letter.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use harfrust::{Direction, Font, ShapePlan, Tag};
use unicode_script::{Script, ScriptExtension, UnicodeScript};

mod system;

mod bytes {
    include!(concat!(env!("OUT_DIR"), "/fonts.rs"));
}

/// A typeface for one or more scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Family {
    Sans,
    Devanagari,
    Tamil,
    Arabic,
    Hebrew,
    /// What a form asks for that allows few typefaces.
    Liberation,
    Cjk(Han),
}

/// Which families write the letters that more than one could.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Forms {
    /// Latin, Greek and Cyrillic.
    pub(crate) latin: Family,
    /// Han.
    pub(crate) han: Han,
}

/// In which country's forms Han letters stand, which Chinese, Japanese and Korean share and write a little
/// differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Han {
    Japan,
    Korea,
    China,
    Taiwan,
    HongKong,
}

impl Han {
    /// The forms that a country (ISO 3166-1 alpha-2) reads; none where it writes otherwise.
    pub(crate) fn of_country(country: &str) -> Option<Self> {
        Some(match country {
            "JP" => Self::Japan,
            "KR" | "KP" => Self::Korea,
            "CN" | "SG" | "MY" => Self::China,
            "TW" => Self::Taiwan,
            "HK" | "MO" => Self::HongKong,
            _ => return None,
        })
    }

    /// The forms that go with the other letters of `text`: kana are Japan's, hangul is Korea's.
    pub(crate) fn of_text(text: &str) -> Self {
        let scripts = || text.chars().map(|letter| letter.script());
        if scripts().any(|script| matches!(script, Script::Hiragana | Script::Katakana)) {
            Self::Japan
        } else if scripts().any(|script| script == Script::Hangul) {
            Self::Korea
        } else {
            Self::China
        }
    }
}

impl Family {
    /// Those that may stand in for each other. The one of the system is not among them: what it alone has besides
    /// letters of its own scripts would print here and not there. Nor is Liberation, which stands where it is asked for.
    const ALL: [Self; 5] = [
        Self::Sans,
        Self::Devanagari,
        Self::Tamil,
        Self::Arabic,
        Self::Hebrew,
    ];

    /// Signs above and below the letters ask for more leading.
    pub(crate) fn is_tall(self) -> bool {
        !matches!(self, Self::Sans | Self::Hebrew | Self::Liberation)
    }

    /// Its place among all of them.
    pub(crate) fn index(self) -> usize {
        match self {
            Self::Sans => 0,
            Self::Devanagari => 1,
            Self::Tamil => 2,
            Self::Arabic => 3,
            Self::Hebrew => 4,
            Self::Liberation => 5,
            Self::Cjk(han) => 6 + han as usize,
        }
    }

    /// The family made for `script`, if there is one. Noto Sans also has Devanagari letters, drawn for another
    /// line: the dedicated family comes first.
    fn of_script(script: Script, forms: Forms) -> Option<Self> {
        Some(match script {
            Script::Latin | Script::Greek | Script::Cyrillic => forms.latin,
            Script::Devanagari => Self::Devanagari,
            Script::Tamil => Self::Tamil,
            Script::Arabic => Self::Arabic,
            Script::Hebrew => Self::Hebrew,
            Script::Han | Script::Hiragana | Script::Katakana | Script::Hangul | Script::Bopomofo => {
                Self::Cjk(forms.han)
            }
            _ => return None,
        })
    }
}

/// What stands for letters that no font has: a sign that nobody takes for one of theirs.
pub(crate) const REPLACEMENT: &str = "\u{FFFD}";

/// How heavy the strokes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Weight {
    Regular,
    Bold,
}

/// One font file: a family at a weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct FaceId {
    pub(crate) family: Family,
    pub(crate) weight: Weight,
}

/// A script (ISO 15924) and whether it runs right to left.
type PlanKey = ([u8; 4], bool);

/// A parsed font file.
pub(crate) struct Face {
    pub(crate) data: &'static [u8],
    /// Which font of the file, where it holds several.
    pub(crate) index: u32,
    pub(crate) font: Font,
    letters: OnceLock<HashMap<u16, char>>,
    plans: Mutex<HashMap<PlanKey, Arc<ShapePlan>>>,
}

impl Face {
    /// Whether the font maps `letter` to a glyph of its own.
    pub(crate) fn has(&self, letter: char) -> bool {
        self.font
            .charmap()
            .map_unicode(letter)
            .is_some_and(|glyph| glyph.to_u32() != 0)
    }

    /// The letter that `glyph` is the nominal form of.
    pub(crate) fn letter(&self, glyph: u16) -> Option<char> {
        let letters = self.letters.get_or_init(|| {
            let mut letters = HashMap::new();
            for (code, glyph) in self.font.charmap().unicodes() {
                if let (Some(letter), Ok(glyph)) = (char::from_u32(code), u16::try_from(glyph.to_u32())) {
                    letters.entry(glyph).or_insert(letter);
                }
            }
            letters
        });
        letters.get(&glyph).copied()
    }

    /// How to shape text of a script (ISO 15924) in one direction; worked out once per process, for it costs as
    /// much as shaping a page.
    pub(crate) fn plan(&self, script: [u8; 4], is_rtl: bool) -> Arc<ShapePlan> {
        // A panic elsewhere cannot leave a plan half made: they are inserted whole.
        let mut plans = self.plans.lock().unwrap_or_else(PoisonError::into_inner);
        let plan = plans.entry((script, is_rtl)).or_insert_with(|| {
            let direction = if is_rtl {
                Direction::RightToLeft
            } else {
                Direction::LeftToRight
            };
            let script = harfrust::Script::from_iso15924_tag(Tag::new(&script));
            Arc::new(ShapePlan::new(&self.font, direction, script, None, &[]))
        });
        Arc::clone(plan)
    }

    /// `units` of this font in thousandths of an em.
    pub(crate) fn thousandths(&self, units: i32) -> i32 {
        let em = i32::from(self.font.units_per_em()).max(1);
        if em == 1000 {
            units
        } else {
            (units * 1000 + em / 2).div_euclid(em)
        }
    }
}

impl FaceId {
    /// The PostScript name, as PDF spells fonts.
    pub(crate) fn name(self) -> &'static str {
        match (self.family, self.weight) {
            (Family::Sans, Weight::Regular) => "NotoSans-Regular",
            (Family::Sans, Weight::Bold) => "NotoSans-Bold",
            (Family::Devanagari, Weight::Regular) => "NotoSansDevanagari-Regular",
            (Family::Devanagari, Weight::Bold) => "NotoSansDevanagari-Bold",
            (Family::Tamil, Weight::Regular) => "NotoSansTamil-Regular",
            (Family::Tamil, Weight::Bold) => "NotoSansTamil-Bold",
            (Family::Arabic, Weight::Regular) => "NotoNaskhArabic-Regular",
            (Family::Arabic, Weight::Bold) => "NotoNaskhArabic-Bold",
            (Family::Hebrew, Weight::Regular) => "NotoSansHebrew-Regular",
            (Family::Hebrew, Weight::Bold) => "NotoSansHebrew-Bold",
            (Family::Liberation, Weight::Regular) => "LiberationSans",
            (Family::Liberation, Weight::Bold) => "LiberationSans-Bold",
            (Family::Cjk(han), weight) => cjk_name(han, weight),
        }
    }

    /// The font file, and which font of it; none where the system has none.
    fn file(self) -> Option<(&'static [u8], u32)> {
        let embedded = match (self.family, self.weight) {
            (Family::Sans, Weight::Regular) => bytes::SANS_REGULAR,
            (Family::Sans, Weight::Bold) => bytes::SANS_BOLD,
            (Family::Devanagari, Weight::Regular) => bytes::DEVANAGARI_REGULAR,
            (Family::Devanagari, Weight::Bold) => bytes::DEVANAGARI_BOLD,
            (Family::Tamil, Weight::Regular) => bytes::TAMIL_REGULAR,
            (Family::Tamil, Weight::Bold) => bytes::TAMIL_BOLD,
            (Family::Arabic, Weight::Regular) => bytes::ARABIC_REGULAR,
            (Family::Arabic, Weight::Bold) => bytes::ARABIC_BOLD,
            (Family::Hebrew, Weight::Regular) => bytes::HEBREW_REGULAR,
            (Family::Hebrew, Weight::Bold) => bytes::HEBREW_BOLD,
            (Family::Liberation, Weight::Regular) => bytes::LIBERATION_REGULAR,
            (Family::Liberation, Weight::Bold) => bytes::LIBERATION_BOLD,
            (Family::Cjk(han), weight) => return system::cjk(han, weight),
        };
        Some((embedded, 0))
    }

    /// The parsed face, parsed once per process; `None` if there is no file, or it is no font.
    pub(crate) fn face(self) -> Option<&'static Face> {
        static FACES: [OnceLock<Option<Face>>; 22] = [const { OnceLock::new() }; 22];
        let slot = FACES.get(self.family.index() * 2 + self.weight as usize)?;
        slot.get_or_init(|| {
            let (data, index) = self.file()?;
            Some(Face {
                data,
                index,
                font: Font::new(data, index)?,
                letters: OnceLock::new(),
                plans: Mutex::default(),
            })
        })
        .as_ref()
    }

    fn has_all(self, cluster: &str) -> bool {
        self.face().is_some_and(|face| {
            cluster
                .chars()
                .all(|letter| is_ignorable(letter) || face.has(letter))
        })
    }
}

fn cjk_name(han: Han, weight: Weight) -> &'static str {
    match (han, weight) {
        (Han::Japan, Weight::Regular) => "NotoSansCJKjp-Regular",
        (Han::Japan, Weight::Bold) => "NotoSansCJKjp-Bold",
        (Han::Korea, Weight::Regular) => "NotoSansCJKkr-Regular",
        (Han::Korea, Weight::Bold) => "NotoSansCJKkr-Bold",
        (Han::China, Weight::Regular) => "NotoSansCJKsc-Regular",
        (Han::China, Weight::Bold) => "NotoSansCJKsc-Bold",
        (Han::Taiwan, Weight::Regular) => "NotoSansCJKtc-Regular",
        (Han::Taiwan, Weight::Bold) => "NotoSansCJKtc-Bold",
        (Han::HongKong, Weight::Regular) => "NotoSansCJKhk-Regular",
        (Han::HongKong, Weight::Bold) => "NotoSansCJKhk-Bold",
    }
}

/// Letters that steer shaping and show nothing themselves: joiners, direction marks, variation selectors.
pub(crate) fn is_ignorable(letter: char) -> bool {
    matches!(letter, '\u{00AD}' | '\u{034F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// The family that writes the grapheme `cluster` after a run in `before`, or `None` when no font has it.
pub(crate) fn family_for(
    cluster: &str,
    weight: Weight,
    forms: Forms,
    before: Option<Family>,
) -> Option<Family> {
    let has = |family: Family| FaceId { family, weight }.has_all(cluster);
    let wished = wished_family(cluster, forms, before);
    wished
        .into_iter()
        .chain(before)
        .chain(Family::ALL)
        .find(|family| has(*family))
}

fn wished_family(cluster: &str, forms: Forms, before: Option<Family>) -> Option<Family> {
    let own = cluster
        .chars()
        .find_map(|letter| Family::of_script(letter.script(), forms));
    if own.is_some() {
        return own;
    }
    let first = cluster.chars().next()?;
    if first.is_whitespace() || is_ignorable(first) {
        return before;
    }
    // A danda or an Arabic comma is shared by several scripts, but not by Latin.
    let extension: ScriptExtension = first.script_extension();
    if extension.is_common() || extension.contains_script(Script::Latin) {
        return Some(forms.latin);
    }
    let shares = |family: &Family| {
        extension
            .iter()
            .any(|script| Family::of_script(script, forms) == Some(*family))
    };
    before.filter(shares).or_else(|| {
        extension
            .iter()
            .find_map(|script| Family::of_script(script, forms))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_weight_has_the_sign_for_letters_that_no_font_has() {
        for weight in [Weight::Regular, Weight::Bold] {
            let family = Family::Sans;
            assert!(FaceId { family, weight }.has_all(REPLACEMENT), "{weight:?}");
        }
    }

    #[test]
    fn han_stands_in_the_forms_of_its_country_or_its_neighbours() {
        assert_eq!(Han::of_country("JP"), Some(Han::Japan));
        assert_eq!(Han::of_country("TW"), Some(Han::Taiwan));
        assert_eq!(Han::of_country("IE"), None);
        for (text, han) in [
            ("直販のご案内", Han::Japan),
            ("直 서울", Han::Korea),
            ("直接", Han::China),
        ] {
            assert_eq!(Han::of_text(text), han, "{text}");
        }
    }
}
