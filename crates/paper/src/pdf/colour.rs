//! Colours, and the profile that says what they mean.

use crate::layout::{Fill, Ink};

/// Above paper white, below every letter.
pub(super) const WATERMARK: [u8; 3] = [0xE4, 0xE2, 0xDF];

/// Red, green and blue of an ink. All three keep their order of darkness in a grey print.
pub(super) fn of_ink(ink: Ink, accent: [u8; 3]) -> [u8; 3] {
    match ink {
        Ink::Strong => [0x1C, 0x21, 0x26],
        Ink::Muted => [0x5A, 0x63, 0x6C],
        Ink::Accent => accent,
        Ink::OnAccent => [0xFF; 3],
        Ink::Black => [0; 3],
    }
}

/// Red, green and blue of a rectangle.
pub(super) fn of_fill(fill: Fill, accent: [u8; 3]) -> [u8; 3] {
    match fill {
        Fill::Grey(grey) => [grey; 3],
        Fill::Accent => accent,
    }
}

/// An sRGB profile (ICC.1:2001, version 2, which readers of every age know; primaries adapted to D50 and curve of
/// IEC 61966-2-1), small because it says nothing more than that.
pub(super) fn srgb_profile() -> Vec<u8> {
    let tags: [(&[u8; 4], Vec<u8>); 9] = [
        (b"desc", description("sRGB")),
        (b"cprt", text("No copyright, use freely")),
        (b"wtpt", xyz([0.964_2, 1.0, 0.824_9])),
        (b"rXYZ", xyz([0.436_07, 0.222_49, 0.013_92])),
        (b"gXYZ", xyz([0.385_15, 0.716_87, 0.097_08])),
        (b"bXYZ", xyz([0.143_07, 0.060_61, 0.714_1])),
        (b"rTRC", curve()),
        (b"gTRC", curve()),
        (b"bTRC", curve()),
    ];
    let mut table = be32(tags.len());
    let mut body: Vec<u8> = Vec::new();
    let body_start = 128 + 4 + tags.len() * 12;
    let mut shared: Option<(usize, usize)> = None;
    for (name, content) in tags {
        let is_curve = name.ends_with(b"TRC");
        let place = match shared {
            Some(place) if is_curve => place,
            _ => {
                let place = (body_start + body.len(), content.len());
                body.extend(content);
                body.resize(body.len().next_multiple_of(4), 0);
                place
            }
        };
        if is_curve {
            shared = Some(place);
        }
        table.extend(name);
        table.extend(be32(place.0));
        table.extend(be32(place.1));
    }
    let mut profile = header(body_start + body.len());
    profile.extend(table);
    profile.extend(body);
    profile
}

fn header(size: usize) -> Vec<u8> {
    let mut header = be32(size);
    header.extend([0; 4]);
    header.extend([2, 0x10, 0, 0]);
    header.extend(b"mntrRGB XYZ ");
    // The date of the profile, fixed so that bytes repeat.
    for part in [2024_u16, 1, 1, 0, 0, 0] {
        header.extend(part.to_be_bytes());
    }
    header.extend(b"acsp");
    header.extend([0; 28]);
    for part in [0.964_2, 1.0, 0.824_9] {
        header.extend(s15_fixed16(part));
    }
    header.resize(128, 0);
    header
}

fn be32(number: usize) -> Vec<u8> {
    u32::try_from(number).unwrap_or(u32::MAX).to_be_bytes().to_vec()
}

fn s15_fixed16(number: f64) -> [u8; 4] {
    // Every number here is a small constant.
    ((number * 65_536.0).round() as i32).to_be_bytes()
}

fn xyz(values: [f64; 3]) -> Vec<u8> {
    let mut tag = b"XYZ \0\0\0\0".to_vec();
    tag.extend(values.into_iter().flat_map(s15_fixed16));
    tag
}

/// The curve at each of the 256 values that a channel can have: between them nothing has to be guessed.
fn curve() -> Vec<u8> {
    let mut tag = b"curv\0\0\0\0".to_vec();
    tag.extend(be32(256));
    for value in 0..=u8::MAX {
        let value = f64::from(value) / 255.0;
        let linear = if value <= 0.040_45 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        };
        // Between 0 and 65,535.
        tag.extend(((linear * 65_535.0).round() as u16).to_be_bytes());
    }
    tag
}

fn text(text: &str) -> Vec<u8> {
    let mut tag = b"text\0\0\0\0".to_vec();
    tag.extend(text.bytes());
    tag.push(0);
    tag
}

/// A description in ASCII alone; what there is of other writings is empty, and takes its room.
fn description(text: &str) -> Vec<u8> {
    let mut tag = b"desc\0\0\0\0".to_vec();
    tag.extend(be32(text.len() + 1));
    tag.extend(text.bytes());
    tag.resize(tag.len() + 1 + 4 + 4 + 2 + 1 + 67, 0);
    tag
}
