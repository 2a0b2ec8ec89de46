//! No circle between the modules of a crate: each can be read and changed with only what it stands on in mind.

mod uses;

use super::sources::{Source, Sources};
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use syn::visit::Visit as _;

pub use uses::{Uses, module_path};

/// Which top-level modules each top-level module of a crate uses.
type Graph = BTreeMap<String, BTreeSet<String>>;

pub fn check(_: &Workspace, sources: &Sources) -> Result<Vec<String>> {
    Ok(all(sources)?.into_iter().collect())
}

/// The circles of every crate.
fn all(sources: &Sources) -> Result<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    for folder in crates(sources) {
        let graph = graph(&folder, sources)?;
        found.extend(
            circles(&graph)
                .into_iter()
                .map(|circle| format!("{folder}: {}", circle.join(" -> "))),
        );
    }
    Ok(found)
}

/// The `src` folders.
fn crates(sources: &Sources) -> BTreeSet<String> {
    let src = |file: &Source| {
        let (start, _) = file.path.find("/src/").map(|at| file.path.split_at(at))?;
        file.is_kind(&["rs"]).then(|| format!("{start}/src"))
    };
    sources.files.iter().filter_map(src).collect()
}

fn graph(folder: &str, sources: &Sources) -> Result<Graph> {
    let mut parsed = Vec::new();
    for file in sources
        .below(folder)
        .filter(|file| file.is_kind(&["rs"]) && !file.is_test())
    {
        let syntax =
            syn::parse_file(&file.text).with_context(|| format!("{} cannot be parsed", file.path))?;
        parsed.push((module_path(folder, &file.path), syntax));
    }
    // A name that the root passes on (`pub use money::Money`) leads to the module it comes from.
    let mut passed_on = BTreeMap::new();
    for (_, syntax) in parsed.iter().filter(|(module, _)| module.is_empty()) {
        let mut uses = Uses::new(Vec::new());
        uses.visit_file(syntax);
        let first = |(name, path): (String, Vec<String>)| Some((name, path.into_iter().next()?));
        passed_on.extend(uses.names.into_iter().filter_map(first));
    }
    let modules: BTreeSet<String> = parsed
        .iter()
        .filter_map(|(module, _)| module.first().cloned())
        .collect();
    let mut graph: Graph = modules
        .iter()
        .map(|module| (module.clone(), BTreeSet::new()))
        .collect();
    for (module, syntax) in &parsed {
        let Some(edges) = module.first().and_then(|top| graph.get_mut(top)) else {
            continue;
        };
        let mut uses = Uses::new(module.clone());
        uses.visit_file(syntax);
        for name in uses.tops {
            let target = if modules.contains(&name) {
                Some(&name)
            } else {
                passed_on.get(&name)
            };
            edges.extend(
                target
                    .filter(|target| Some(*target) != module.first() && modules.contains(*target))
                    .cloned(),
            );
        }
    }
    Ok(graph)
}

/// For every knot of modules one circle, the shortest through its first module.
fn circles(graph: &Graph) -> Vec<Vec<String>> {
    let mut told: BTreeSet<&String> = BTreeSet::new();
    let mut circles = Vec::new();
    for module in graph.keys() {
        if let Some(circle) = shortest_way_back(graph, module)
            && circle.iter().all(|step| !told.contains(step))
        {
            told.extend(&circle);
            circles.push(circle.into_iter().cloned().collect());
        }
    }
    circles
}

fn shortest_way_back<'a>(graph: &'a Graph, start: &'a String) -> Option<Vec<&'a String>> {
    let mut waiting = VecDeque::from([vec![start]]);
    let mut seen = BTreeSet::new();
    while let Some(way) = waiting.pop_front() {
        for next in way.last().and_then(|last| graph.get(*last)).into_iter().flatten() {
            let mut longer = way.clone();
            longer.push(next);
            if next == start {
                return Some(longer);
            }
            if seen.insert(next) {
                waiting.push_back(longer);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sources::of;

    fn problems(files: &[(&str, &str)]) -> Vec<String> {
        all(&of(files)).unwrap().into_iter().collect()
    }

    #[test]
    fn a_line_of_modules_is_no_circle() {
        let files = [
            ("crates/x/src/lib.rs", "mod a; mod b; pub use a::A; pub use b::B;"),
            ("crates/x/src/a.rs", "use crate::b::B; pub struct A(B);"),
            (
                "crates/x/src/b.rs",
                "pub struct B; #[cfg(test)] mod tests { use crate::a::A; }",
            ),
            ("crates/x/src/b/tests.rs", "use crate::a::A;"),
        ];
        assert_eq!(problems(&files), [""; 0]);
    }

    #[test]
    fn every_circle_fails_the_check() {
        let files = of(&[
            ("crates/x/src/lib.rs", "mod a; mod b;"),
            ("crates/x/src/a.rs", "use crate::b::B;"),
            ("crates/x/src/b.rs", "use crate::a::A;"),
        ]);
        let found = check(&Workspace::find().unwrap(), &files).unwrap();
        assert_eq!(found, ["crates/x/src: a -> b -> a"]);
    }

    #[test]
    fn circles_are_found_however_the_way_is_written() {
        let ways = [
            "use crate::a::A;",
            "use crate::{a, c};",
            "use super::a::A;",
            "use crate::A;",
            "fn f() { crate::a::f() }",
            "fn f() -> crate::a::A { loop {} }",
            "fn f() { println!(\"{}\", crate::a::f()) }",
            "mod inner { use super::super::a::A; }",
        ];
        for way in ways {
            let files = [
                ("crates/x/src/lib.rs", "mod a; mod b; mod c; pub use crate::a::A;"),
                ("crates/x/src/a/mod.rs", "mod deep;"),
                ("crates/x/src/a/deep.rs", "use crate::b;"),
                ("crates/x/src/b.rs", way),
                ("crates/x/src/c.rs", "use crate::a::A;"),
            ];
            assert_eq!(problems(&files), ["crates/x/src: a -> b -> a"], "{way}");
        }
    }
}
