//! Where things lie in the checkout, and how cargo and npm are called in it.

use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::Command;

/// How a binary was compiled; names its folder below `target/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// A plain `cargo build`.
    Debug,
    /// `cargo build --release`, what `bench` measures.
    Release,
}

/// The checkout that xtask works on.
pub struct Workspace {
    root: PathBuf,
    target: PathBuf,
}

impl Workspace {
    /// The checkout whose `cargo xtask` this is: cargo's word at run time, so that a target folder
    /// shared by two checkouts does not confuse them; else the place xtask was compiled in.
    pub fn find() -> Result<Self> {
        let manifest =
            std::env::var("CARGO_MANIFEST_DIR").unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").into());
        let root = Path::new(&manifest)
            .ancestors()
            .nth(2)
            .context("xtask stands outside of a checkout")?;
        let target =
            std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |dir| root.join(dir));
        Ok(Self {
            root: root.to_owned(),
            target,
        })
    }

    /// The folder of the root `Cargo.toml`.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A path inside the checkout.
    pub fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// A path below the target folder, where everything that can be made again lies.
    pub fn target(&self, relative: &str) -> PathBuf {
        self.target.join(relative)
    }

    /// The binary that the workspace builds under this name.
    pub fn binary(&self, profile: Profile, name: &str) -> PathBuf {
        let folder = match profile {
            Profile::Debug => "debug",
            Profile::Release => "release",
        };
        self.target.join(folder).join(name)
    }

    /// The cargo that runs xtask, in the root of the checkout, and with the environment that it would have by itself:
    /// what `cargo run` tells this program about its package, build scripts of dependencies would take for a change,
    /// and half of the third-party crates would be compiled anew whenever `cargo xtask` follows on `cargo`.
    pub fn cargo<I, S>(&self, arguments: I) -> Command
    where
        I: IntoIterator<Item = S>,
        S: AsRef<std::ffi::OsStr>,
    {
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.args(arguments).current_dir(&self.root);
        let about_xtask = |name: &str| {
            ["CARGO_PKG_", "CARGO_MANIFEST_"]
                .iter()
                .any(|kind| name.starts_with(kind))
        };
        for (name, _) in std::env::vars_os() {
            if name.to_str().is_some_and(about_xtask) {
                cargo.env_remove(name);
            }
        }
        cargo
    }

    /// npm in the folder of the screens.
    pub fn npm(&self, arguments: &[&str]) -> Command {
        let mut npm = Command::new("npm");
        npm.args(arguments).current_dir(self.path("ui"));
        npm
    }

    /// The packages of the checkout and the edges between them, without the crates they come to need.
    pub fn metadata(&self) -> Result<cargo_metadata::Metadata> {
        cargo_metadata::MetadataCommand::new()
            .manifest_path(self.path("Cargo.toml"))
            .no_deps()
            .exec()
            .context("cargo metadata failed")
    }
}
