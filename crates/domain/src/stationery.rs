//! Stationery: how the papers of the business look — their template, accent, sheet and logo.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::decisions::{Context, Decision, Mutate};
use crate::fields::{FieldEdit, merge};
use crate::ids::OrgId;
use crate::organisations::{self, Organisation};
use crate::record;
use crate::records::{Kind, Place, Read, Records, Write};
use crate::refusals::{Reason, Refusal};

/// The most bytes of a logo.
pub const LOGO_BYTES_MAX: usize = 256 * 1024;

/// The character of a paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Template {
    /// Quiet: hairlines, the sender and the title side by side.
    #[default]
    Ledger,
    /// Classical: a centred head between rules, as letters have it.
    Letter,
    /// Loud: a band in the accent, and the table's head in it.
    Bold,
}

impl Template {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Ledger, Self::Letter, Self::Bold];
}

/// The sheet that papers are printed on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Sheet {
    /// The one that the country of the business uses.
    #[default]
    Usual,
    /// 210 × 297 mm.
    A4,
    /// 8.5 × 11 inches.
    UsLetter,
}

/// A colour: red, green and blue. Written `#rrggbb`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Colour(pub [u8; 3]);

impl Colour {
    /// Folio's own teal.
    pub const TEAL: Self = Self([0x0F, 0x5C, 0x5C]);

    /// The accents that a screen proposes; all of them can be read on white, and white on them.
    pub const PRESETS: [Self; 8] = [
        Self::TEAL,
        Self([0x1F, 0x4E, 0x8C]),
        Self([0x5B, 0x3F, 0x9B]),
        Self([0x8E, 0x2A, 0x5B]),
        Self([0xA1, 0x33, 0x2B]),
        Self([0x8A, 0x4B, 0x08]),
        Self([0x2F, 0x6B, 0x2F]),
        Self([0x2B, 0x30, 0x36]),
    ];

    /// The colour that `text` writes as `#rrggbb`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        let is_hex = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        let number = is_hex.then(|| u32::from_str_radix(digits, 16).ok()).flatten()?;
        let [_, red, green, blue] = number.to_be_bytes();
        Some(Self([red, green, blue]))
    }
}

impl std::fmt::Display for Colour {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

impl TryFrom<String> for Colour {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text).ok_or_else(|| format!("{text:?} is no colour"))
    }
}

impl From<Colour> for String {
    fn from(colour: Colour) -> Self {
        colour.to_string()
    }
}

/// A kind of picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub enum PictureKind {
    /// PNG.
    #[serde(rename = "image/png")]
    Png,
    /// JPEG.
    #[serde(rename = "image/jpeg")]
    Jpeg,
    /// SVG.
    #[serde(rename = "image/svg+xml")]
    Svg,
}

impl PictureKind {
    /// Its media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Svg => "image/svg+xml",
        }
    }

    /// The kind of picture that `bytes` begin as; none for another kind of file.
    #[must_use]
    pub fn sniff(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            return Some(Self::Png);
        }
        if bytes.starts_with(&[0xFF, 0xD8, 0xFF]) {
            return Some(Self::Jpeg);
        }
        // A prolog, comments and a document type may stand before the root.
        let head = bytes.get(..bytes.len().min(4_096)).unwrap_or_default();
        let is_xml = head.trim_ascii_start().starts_with(b"<") || head.starts_with(b"\xEF\xBB\xBF<");
        (is_xml && head.windows(4).any(|part| part == b"<svg")).then_some(Self::Svg)
    }
}

/// The logo's file, as it was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Logo {
    /// What it is.
    pub kind: PictureKind,
    /// Its bytes in Base64, at most [`LOGO_BYTES_MAX`] before coding.
    pub bytes: String,
}

impl Logo {
    /// The logo that `bytes` are.
    ///
    /// # Errors
    /// Too large, or neither PNG, JPEG nor SVG.
    pub fn of(bytes: &[u8]) -> Result<Self, Refusal> {
        Ok(Self {
            kind: checked(bytes)?,
            bytes: STANDARD.encode(bytes),
        })
    }

    /// Its bytes.
    ///
    /// # Errors
    /// Bytes that are not Base64, too many of them, or of another kind than it says.
    pub fn file(&self) -> Result<Vec<u8>, Refusal> {
        // Base64 writes three bytes as four letters.
        if self.bytes.len() > LOGO_BYTES_MAX.div_ceil(3) * 4 {
            return Err(too_large());
        }
        let bytes = STANDARD
            .decode(&self.bytes)
            .map_err(|_not_base64| Refusal::field(Reason::BadValue, "logo"))?;
        if checked(&bytes)? == self.kind {
            Ok(bytes)
        } else {
            Err(Refusal::new(Reason::LogoKind))
        }
    }
}

fn checked(bytes: &[u8]) -> Result<PictureKind, Refusal> {
    if bytes.len() > LOGO_BYTES_MAX {
        return Err(too_large());
    }
    PictureKind::sniff(bytes).ok_or_else(|| Refusal::new(Reason::LogoKind))
}

fn too_large() -> Refusal {
    let max = format!("{} kB", LOGO_BYTES_MAX / 1024);
    Refusal::field(Reason::FileTooLarge, "logo").with("max", max)
}

/// How the papers of a business look. One a business, whose id is the organisation's; who may draw up a paper may
/// see it, and that is everyone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Stationery {
    /// Their character.
    pub template: Template,
    /// Their one colour, as it was chosen; papers darken one that is too pale to be read.
    pub accent: Colour,
    /// What they are printed on.
    pub sheet: Sheet,
    /// What stands at their head.
    pub logo: Option<Logo>,
}

impl Default for Stationery {
    fn default() -> Self {
        Self {
            template: Template::default(),
            accent: Colour::TEAL,
            sheet: Sheet::default(),
            logo: None,
        }
    }
}

record!(Stationery | me | {});

impl Stationery {
    /// The organisation's, as far as `records` hold what [`read`] names: the usual one until another is chosen.
    #[must_use]
    pub fn known(records: &Records, org_id: OrgId) -> Self {
        records.find::<Self>(org_id).cloned().unwrap_or_default()
    }
}

/// The read of the organisation's stationery.
#[must_use]
pub fn read(org_id: OrgId) -> Read {
    Read::one::<Stationery>(org_id)
}

/// What becomes of the logo.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "kind", content = "logo")]
pub enum LogoChange {
    /// It stays.
    #[default]
    Keep,
    /// It goes.
    Remove,
    /// Another takes its place.
    Put(Logo),
}

impl LogoChange {
    /// `logo` after the change.
    #[must_use]
    pub fn applied(&self, logo: Option<Logo>) -> Option<Logo> {
        match self {
            Self::Keep => logo,
            Self::Remove => None,
            Self::Put(new) => Some(new.clone()),
        }
    }
}

/// Arguments of [`crate::mutations::Mutation::SetStationery`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SetStationery {
    /// Changes of its template, accent and sheet.
    #[serde(default)]
    pub edits: Vec<FieldEdit>,
    /// What becomes of the logo. Of two that are set at once the later one stands; the other is a file that its
    /// person still has.
    #[serde(default)]
    pub logo: LogoChange,
}

const EDITABLE: &[&str] = &["template", "accent", "sheet"];

impl Mutate for SetStationery {
    fn reads(&self, ctx: &Context, _known: &Records) -> Vec<Read> {
        vec![organisations::read(ctx.org_id), read(ctx.org_id)]
    }

    fn decide(&self, ctx: &Context, records: &Records) -> Result<Decision, Refusal> {
        let id = ctx.org_id.0;
        let label = &records.get::<Organisation>(ctx.org_id)?.name;
        let before = Stationery::known(records, ctx.org_id);
        if let LogoChange::Put(logo) = &self.logo {
            logo.file()?;
        }
        // Values that were fought over are the business's own to see, as its other particulars'.
        let merged = merge(ctx, id, Place::INTERNAL, &before, EDITABLE, &self.edits)?;
        let stationery = Stationery {
            logo: self.logo.applied(before.logo),
            ..merged.record
        };
        let mut writes = merged.losses;
        writes.push(Write::put(id, Place::EVERYONE, stationery));
        Ok(Decision::noted(writes, None, (Kind::Organisation, id), label))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_written_as_it_is_read() {
        for text in ["#0f5c5c", "#000000", "#ffffff"] {
            assert_eq!(Colour::parse(text).unwrap().to_string(), text);
            assert_eq!(
                serde_json::to_string(&Colour::parse(text).unwrap()).unwrap(),
                format!("\"{text}\"")
            );
        }
        for bad in [
            "", "#", "0f5c5c", "#0f5c5", "#0f5c5g", "#0f5c5c0", "#+f5c5c", "teal",
        ] {
            assert_eq!(Colour::parse(bad), None, "{bad}");
            assert!(
                serde_json::from_str::<Colour>(&format!("\"{bad}\"")).is_err(),
                "{bad}"
            );
        }
    }

    #[test]
    fn pictures_are_known_by_their_first_bytes() {
        let cases: [(&[u8], Option<PictureKind>); 8] = [
            (b"\x89PNG\r\n\x1a\nIHDR", Some(PictureKind::Png)),
            (b"\xFF\xD8\xFF\xE0JFIF", Some(PictureKind::Jpeg)),
            (b"<svg xmlns=''/>", Some(PictureKind::Svg)),
            (
                b"\xEF\xBB\xBF<?xml version='1.0'?><!-- a --><svg/>",
                Some(PictureKind::Svg),
            ),
            (b"<html><body>", None),
            (b"GIF89a", None),
            (b"%PDF-1.7 <svg", None),
            (b"", None),
        ];
        for (bytes, expect) in cases {
            assert_eq!(
                PictureKind::sniff(bytes),
                expect,
                "{:?}",
                String::from_utf8_lossy(bytes)
            );
        }
    }

    #[test]
    fn a_logo_is_what_it_says_and_not_too_large() {
        let png = Logo::of(b"\x89PNG\r\n\x1a\n....").unwrap();
        assert_eq!(png.file().unwrap(), b"\x89PNG\r\n\x1a\n....");
        let disguised = Logo {
            kind: PictureKind::Svg,
            ..png.clone()
        };
        assert_eq!(disguised.file().unwrap_err().message_key, "refused-logo-kind");
        let garbled = Logo {
            bytes: "no base64!".to_owned(),
            ..png
        };
        assert_eq!(garbled.file().unwrap_err().message_key, "refused-bad-value");
        let mut large = b"\x89PNG\r\n\x1a\n".to_vec();
        large.resize(LOGO_BYTES_MAX + 1, 0);
        let refusal = Logo::of(&large).unwrap_err();
        assert_eq!(refusal.message_key, "refused-file-too-large");
        assert_eq!(refusal.params["max"], "256 kB");
        let brought = Logo {
            kind: PictureKind::Png,
            bytes: STANDARD.encode(&large),
        };
        assert_eq!(brought.file().unwrap_err(), refusal);
        large.truncate(LOGO_BYTES_MAX);
        assert!(Logo::of(&large).unwrap().file().is_ok());
    }

    #[test]
    fn stationery_of_another_version_is_read() {
        let old: Stationery = serde_json::from_str("{\"template\":\"bold\"}").unwrap();
        assert_eq!(
            old,
            Stationery {
                template: Template::Bold,
                ..Stationery::default()
            }
        );
    }
}
