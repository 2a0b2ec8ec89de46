//! Finds the fonts that the npm lockfile pins and hands them to the crate, so that no font lies in git.

#![allow(
    clippy::print_stdout,
    reason = "cargo reads a build script's directives from its standard output"
)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// Package, family as the files spell it, prefix of the constant's name.
const FAMILIES: [(&str, &str, &str); 5] = [
    ("noto-sans", "NotoSans", "SANS"),
    ("noto-sans-devanagari", "NotoSansDevanagari", "DEVANAGARI"),
    ("noto-sans-tamil", "NotoSansTamil", "TAMIL"),
    ("noto-naskh-arabic", "NotoNaskhArabic", "ARABIC"),
    ("noto-sans-hebrew", "NotoSansHebrew", "HEBREW"),
];

const WEIGHTS: [(&str, &str); 2] = [("400Regular", "REGULAR"), ("700Bold", "BOLD")];

fn main() -> Result<(), String> {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-env-changed=FOLIO_FONTS_DIR");
    let root = fonts_root()?;
    let mut source = String::new();
    for (package, family, constant) in FAMILIES {
        for (weight, suffix) in WEIGHTS {
            let path = root
                .join(package)
                .join(weight)
                .join(format!("{family}_{weight}.ttf"));
            println!("cargo:rerun-if-changed={}", path.display());
            if !path.is_file() {
                return Err(missing(&path));
            }
            writeln!(
                source,
                "pub(super) static {constant}_{suffix}: &[u8] = include_bytes!({path:?});"
            )
            .map_err(|error| error.to_string())?;
        }
    }
    let out = std::env::var("OUT_DIR").map_err(|error| format!("OUT_DIR: {error}"))?;
    std::fs::write(Path::new(&out).join("fonts.rs"), source).map_err(|error| error.to_string())
}

fn fonts_root() -> Result<PathBuf, String> {
    if let Ok(folder) = std::env::var("FOLIO_FONTS_DIR") {
        return Ok(PathBuf::from(folder));
    }
    let manifest =
        std::env::var("CARGO_MANIFEST_DIR").map_err(|error| format!("CARGO_MANIFEST_DIR: {error}"))?;
    Ok(Path::new(&manifest).join("../../ui/node_modules/@expo-google-fonts"))
}

fn missing(path: &Path) -> String {
    format!(
        "the font {} is not there: run `cargo xtask setup`, which installs the fonts that ui/package-lock.json pins",
        path.display()
    )
}
