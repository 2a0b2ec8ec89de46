//! Finds the fonts that the npm lockfile pins and hands them to the crate, so that no font lies in git.

#![allow(
    clippy::print_stdout,
    reason = "cargo reads a build script's directives from its standard output"
)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// Package of `@expo-google-fonts`, family as the files spell it, prefix of the constant's name.
const NOTO: [(&str, &str, &str); 5] = [
    ("noto-sans", "NotoSans", "SANS"),
    ("noto-sans-devanagari", "NotoSansDevanagari", "DEVANAGARI"),
    ("noto-sans-tamil", "NotoSansTamil", "TAMIL"),
    ("noto-naskh-arabic", "NotoNaskhArabic", "ARABIC"),
    ("noto-sans-hebrew", "NotoSansHebrew", "HEBREW"),
];

const WEIGHTS: [(&str, &str); 2] = [("400Regular", "REGULAR"), ("700Bold", "BOLD")];

const LIBERATION: [(&str, &str); 2] = [
    (
        "pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf",
        "LIBERATION_REGULAR",
    ),
    (
        "pdfjs-dist/standard_fonts/LiberationSans-Bold.ttf",
        "LIBERATION_BOLD",
    ),
];

fn main() -> Result<(), String> {
    println!("cargo:rerun-if-changed=build.rs");
    let root = packages()?;
    let noto = NOTO.into_iter().flat_map(|(package, family, constant)| {
        WEIGHTS.map(|(weight, suffix)| {
            let file = format!("@expo-google-fonts/{package}/{weight}/{family}_{weight}.ttf");
            (file, format!("{constant}_{suffix}"))
        })
    });
    let liberation = LIBERATION.map(|(file, constant)| (file.to_owned(), constant.to_owned()));
    let mut source = String::new();
    for (file, constant) in noto.chain(liberation) {
        let path = root.join(file);
        println!("cargo:rerun-if-changed={}", path.display());
        if !path.is_file() {
            return Err(missing(&path));
        }
        writeln!(
            source,
            "pub(super) static {constant}: &[u8] = include_bytes!({path:?});"
        )
        .map_err(|error| error.to_string())?;
    }
    let out = std::env::var("OUT_DIR").map_err(|error| format!("OUT_DIR: {error}"))?;
    std::fs::write(Path::new(&out).join("fonts.rs"), source).map_err(|error| error.to_string())
}

fn packages() -> Result<PathBuf, String> {
    let manifest =
        std::env::var("CARGO_MANIFEST_DIR").map_err(|error| format!("CARGO_MANIFEST_DIR: {error}"))?;
    Ok(Path::new(&manifest).join("../../ui/node_modules"))
}

fn missing(path: &Path) -> String {
    format!(
        "the font {} is not there: run `cargo xtask setup`, which installs the fonts that ui/package-lock.json pins",
        path.display()
    )
}
