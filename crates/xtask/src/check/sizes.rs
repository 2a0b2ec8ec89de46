//! No file is longer than a person can hold in mind. (Functions are clippy's matter.)

use super::sources::Sources;
use crate::workspace::Workspace;
use anyhow::Result;

const LINES_MAX: usize = 600;

pub fn check(_: &Workspace, sources: &Sources) -> Result<Vec<String>> {
    Ok(too_long(sources))
}

fn too_long(sources: &Sources) -> Vec<String> {
    let code = sources
        .files
        .iter()
        .filter(|file| file.is_kind(&["rs", "ts", "svelte"]));
    let sized = code.map(|file| (&file.path, file.text.lines().count()));
    sized
        .filter(|(_, lines)| *lines > LINES_MAX)
        .map(|(path, lines)| format!("{path}: {lines} lines, at most {LINES_MAX} are allowed: split it"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sources::of;

    #[test]
    fn the_limit_itself_is_allowed() {
        let (fits, long) = ("x\n".repeat(LINES_MAX), "x\n".repeat(LINES_MAX + 1));
        let problems = too_long(&of(&[("a.rs", &fits), ("b.rs", &long), ("c.ftl", &long)]));
        assert_eq!(problems.len(), 1);
        assert!(problems[0].starts_with("b.rs: 601 lines"));
    }
}
