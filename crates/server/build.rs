//! Builds the screens in: every file of `ui/dist` as it is there at this moment. Without a built `ui/dist` the server
//! has no screens of its own (`FOLIO_UI_DIST` can name a folder at run time).
//!
//! The files are copied first, so that screens which are built anew meanwhile do not tear the compilation.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR")?).join("../../ui/dist");
    println!("cargo::rerun-if-changed={}", folder.display());
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    let copies = out.join("screens");
    if copies.is_dir() {
        std::fs::remove_dir_all(&copies)?;
    }
    let mut names = Vec::new();
    if folder.is_dir() {
        copy(&folder, &folder, &copies, &mut names)?;
    }
    names.sort();
    let mut code = String::from(
        "/// The files of the screens, by their paths.\nstatic BUILT_IN: &[(&str, &[u8])] = &[\n",
    );
    for name in names {
        let path = copies.join(&name);
        writeln!(code, "    ({name:?}, include_bytes!({path:?})),")?;
    }
    code.push_str("];\n");
    std::fs::write(out.join("screens.rs"), code)?;
    Ok(())
}

fn copy(root: &Path, folder: &Path, copies: &Path, names: &mut Vec<String>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            copy(root, &path, copies, names)?;
        } else if path.extension().is_none_or(|extension| extension != "map") {
            let name = path
                .strip_prefix(root)
                .unwrap_or(&path)
                .to_string_lossy()
                .replace('\\', "/");
            let to = copies.join(&name);
            if let Some(parent) = to.parent() {
                std::fs::create_dir_all(parent)?;
            }
            std::fs::copy(&path, to)?;
            names.push(name);
        }
    }
    Ok(())
}
