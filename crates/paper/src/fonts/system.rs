//! The font for Chinese, Japanese and Korean: ten times as large as all the others together, so it is not embedded
//! but used where the system has it. The bytes of a paper with such letters depend on the file that was found.

use std::path::PathBuf;
use std::sync::OnceLock;

use super::Weight;

/// Noto Sans CJK holds the same letters in the forms of several countries; these are the ones of China.
const INDEX: u32 = 2;

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
/// first letter asks for it.
pub(super) fn cjk(weight: Weight) -> Option<(&'static [u8], u32)> {
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
    bytes.map(|bytes| (bytes, INDEX))
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
    // What cannot be read is as good as not there: the letter is refused by its name.
    files.find_map(|file| std::fs::read(file).ok())
}
