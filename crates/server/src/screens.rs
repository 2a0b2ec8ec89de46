//! The files of the screens for browsers: built in, or from a folder while they are being worked on.

use std::borrow::Cow;
use std::path::{Component, Path, PathBuf};

include!(concat!(env!("OUT_DIR"), "/screens.rs"));

/// The files of the screens.
#[derive(Clone, Debug)]
pub struct Screens {
    folder: Option<PathBuf>,
}

impl Screens {
    /// Those in `folder`, or those built in.
    #[must_use]
    pub fn new(folder: Option<PathBuf>) -> Self {
        Self { folder }
    }

    /// The bytes of the file `path`; none when there is no such file.
    pub async fn find(&self, path: &str) -> Option<Cow<'static, [u8]>> {
        match &self.folder {
            Some(folder) => tokio::fs::read(folder.join(below(path)?))
                .await
                .ok()
                .map(Cow::Owned),
            None => BUILT_IN
                .iter()
                .find(|(name, _)| *name == path)
                .map(|(_, bytes)| Cow::Borrowed(*bytes)),
        }
    }
}

/// `path` when it stays below the folder.
fn below(path: &str) -> Option<&Path> {
    let is_plain = |part: Component<'_>| matches!(part, Component::Normal(_));
    let path = Path::new(path);
    (path.components().next().is_some() && path.components().all(is_plain)).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_above_the_folder_is_served() {
        assert!(below("assets/a.js").is_some());
        for path in ["", "/etc/passwd", "../secret", "assets/../../secret", "./x"] {
            assert!(below(path).is_none(), "{path}");
        }
    }
}
