//! A desktop session for tests: a screen (Xvfb), a message bus and an unlocked keyring, in a home of its own.

use anyhow::{Context, Result};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// The keyring prints settings for a shell that nobody needs here; `exec` leaves the exit status to the command.
const WITH_KEYRING: &str =
    r#"printf test | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null && exec "$@""#;

/// A fresh home folder, in which any number of sessions can be started one after another.
pub struct Session {
    home: TempDir,
}

impl Session {
    /// Makes the home; nothing runs yet.
    pub fn new() -> Result<Self> {
        let home = tempfile::Builder::new()
            .prefix("folio-home-")
            .tempdir()
            .context("cannot make a home folder")?;
        Ok(Self { home })
    }

    /// Wraps a command so that it runs inside the session; its arguments, folder and variables are kept.
    pub fn wrap(&self, command: &Command) -> Command {
        let mut wrapped = Command::new("xvfb-run");
        wrapped.args(["-a", "-s", "-screen 0 1280x800x24", "dbus-run-session", "--"]);
        wrapped.args(["bash", "-c", WITH_KEYRING, "folio-session"]);
        wrapped.arg(command.get_program()).args(command.get_args());
        if let Some(dir) = command.get_current_dir() {
            wrapped.current_dir(dir);
        }
        for name in [
            "XDG_CONFIG_HOME",
            "XDG_DATA_HOME",
            "XDG_CACHE_HOME",
            "XDG_STATE_HOME",
            "WAYLAND_DISPLAY",
        ] {
            wrapped.env_remove(name);
        }
        for (name, folder) in [("CARGO_HOME", ".cargo"), ("RUSTUP_HOME", ".rustup")] {
            if let Some(path) = home_of_tools(name, folder) {
                wrapped.env(name, path);
            }
        }
        wrapped
            .env("HOME", self.home.path())
            .env("XDG_RUNTIME_DIR", self.home.path());
        for (name, value) in command.get_envs() {
            set_or_remove(&mut wrapped, name, value);
        }
        wrapped
    }
}

fn set_or_remove(command: &mut Command, name: &OsStr, value: Option<&OsStr>) {
    match value {
        Some(value) => command.env(name, value),
        None => command.env_remove(name),
    };
}

/// Where cargo and rustup keep their things: with a new HOME they would start from nothing.
fn home_of_tools(variable: &str, folder: &str) -> Option<PathBuf> {
    let named = std::env::var_os(variable).map(PathBuf::from);
    named
        .or_else(|| std::env::home_dir().map(|home| home.join(folder)))
        .filter(|path| Path::is_dir(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn variable<'a>(command: &'a Command, name: &str) -> Option<&'a OsStr> {
        command
            .get_envs()
            .find(|(key, _)| *key == name)
            .and_then(|(_, value)| value)
    }

    #[test]
    fn the_command_keeps_its_words_and_gets_a_home_of_its_own() {
        let session = Session::new().unwrap();
        let mut command = Command::new("cargo");
        command
            .args(["test", "a b"])
            .env("FOLIO_TEST_X", "1")
            .current_dir("/");
        let wrapped = session.wrap(&command);
        let words: Vec<_> = wrapped.get_args().map(|word| word.to_str().unwrap()).collect();
        assert!(
            words.ends_with(&["folio-session", "cargo", "test", "a b"]),
            "{words:?}"
        );
        assert_eq!(wrapped.get_current_dir(), Some(Path::new("/")));
        assert_eq!(variable(&wrapped, "FOLIO_TEST_X"), Some(OsStr::new("1")));
        assert_eq!(variable(&wrapped, "HOME"), Some(session.home.path().as_os_str()));
    }
}
