//! The font for Chinese, Japanese and Korean: ten times as large as all the others together, so it is not embedded
//! but used where the system has it. The bytes of a paper with such letters depend on the file that was found.

use std::path::PathBuf;
use std::sync::OnceLock;

use harfrust::Font;

use super::{Han, Weight};

/// Which font of Noto Sans CJK's collection has the forms of `han`.
fn index(han: Han) -> u32 {
    match han {
        Han::Japan => 0,
        Han::Korea => 1,
        Han::China => 2,
        Han::Taiwan => 3,
        Han::HongKong => 4,
    }
}

/// Where systems keep the fonts of Noto CJK: Debian, Arch, Fedora, then by hand.
const FOLDERS: [&str; 6] = [
    "/usr/share/fonts/opentype/noto",
    "/usr/share/fonts/noto-cjk",
    "/usr/share/fonts/google-noto-sans-cjk-fonts",
    "/usr/local/share/fonts",
    "/Library/Fonts",
    "C:\\Windows\\Fonts",
];

/// The file's bytes and which of its fonts; none where the system has no such font. Read once per process, when the
/// first letter asks for it. A collection that lacks the forms of `han` gives those that it begins with.
pub(super) fn cjk(han: Han, weight: Weight) -> Option<(&'static [u8], u32)> {
    static REGULAR: OnceLock<Option<Vec<u8>>> = OnceLock::new();
    static BOLD: OnceLock<Option<Vec<u8>>> = OnceLock::new();
    let regular = || REGULAR.get_or_init(|| read("NotoSansCJK-Regular.ttc")).as_deref();
    let bytes = match weight {
        Weight::Regular => regular(),
        // Letters that are not bold are better than none.
        Weight::Bold => BOLD
            .get_or_init(|| read("NotoSansCJK-Bold.ttc"))
            .as_deref()
            .or_else(regular),
    };
    bytes.map(|bytes| {
        let wished = index(han);
        let has = Font::new(bytes, wished).is_some();
        (bytes, if has { wished } else { 0 })
    })
}

fn read(name: &str) -> Option<Vec<u8>> {
    let home = std::env::var_os("HOME").map(PathBuf::from);
    let own = [".local/share/fonts", ".fonts"];
    let own = own.iter().filter_map(|folder| Some(home.as_ref()?.join(folder)));
    let mut files = FOLDERS
        .iter()
        .map(PathBuf::from)
        .chain(own)
        .map(|folder| folder.join(name));
    // What cannot be read is as good as not there: a sign stands for the letter.
    files.find_map(|file| std::fs::read(file).ok())
}
