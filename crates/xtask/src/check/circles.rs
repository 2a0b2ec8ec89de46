//! No circle between the modules of a crate: each can be read and changed with only what it stands on in mind.

use super::sources::{Source, Sources};
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use proc_macro2::{TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use syn::visit::{self, Visit};

/// Which top-level modules each top-level module of a crate uses.
type Graph = BTreeMap<String, BTreeSet<String>>;

/// Circles that are still to be opened. The list may only shrink: a line that no longer holds fails the check too.
const KNOWN: &[&str] = &[
    "crates/server/src: app -> files -> app",
    "crates/server/src: config -> sessions -> config",
    "crates/server/src: invitations -> jobs -> invitations",
];

pub fn check(_: &Workspace, sources: &Sources) -> Result<Vec<String>> {
    Ok(against(&all(sources)?, KNOWN))
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

/// What `found` has beyond `known`, and what `known` names that is gone.
fn against(found: &BTreeSet<String>, known: &[&str]) -> Vec<String> {
    let new = found
        .iter()
        .filter(|circle| !known.contains(&circle.as_str()))
        .cloned();
    let gone = known
        .iter()
        .filter(|circle| !found.contains(**circle))
        .map(|circle| format!("{circle} is open now: take it out of KNOWN"));
    new.chain(gone).collect()
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
        passed_on.extend(uses.names);
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

/// `src/a/b.rs` and `src/a/b/mod.rs` are both the module a::b; the root of a library or program is empty.
fn module_path(folder: &str, path: &str) -> Vec<String> {
    let inner = path
        .strip_prefix(folder)
        .unwrap_or(path)
        .trim_start_matches('/')
        .trim_end_matches(".rs");
    let mut module: Vec<String> = inner.split('/').map(str::to_owned).collect();
    let is_root = module.len() == 1 && matches!(inner, "lib" | "main");
    if is_root || module.last().is_some_and(|last| last == "mod") {
        module.pop();
    }
    module
}

/// What a module names of its crate, outside of its tests.
struct Uses {
    module: Vec<String>,
    /// First segments after `crate::`.
    tops: BTreeSet<String>,
    /// What `use` brings in, by its name here, with the first segment of where it comes from.
    names: BTreeMap<String, String>,
}

impl Uses {
    fn new(module: Vec<String>) -> Self {
        Self {
            module,
            tops: BTreeSet::new(),
            names: BTreeMap::new(),
        }
    }

    /// Notes a path; `self` and `super` are followed from where it stands.
    fn path(&mut self, segments: &[String]) {
        let mut from = self.module.clone();
        let mut rest = segments.iter();
        match rest.next().map(String::as_str) {
            Some("crate") => from.clear(),
            Some("self") => {}
            Some("super") => drop(from.pop()),
            _ => return,
        }
        for segment in rest {
            if segment == "super" {
                from.pop();
            } else {
                from.push(segment.clone());
                break;
            }
        }
        self.tops.extend(from.into_iter().next());
    }

    fn tree(&mut self, before: &mut Vec<String>, tree: &syn::UseTree) {
        match tree {
            syn::UseTree::Path(path) => {
                before.push(path.ident.to_string());
                self.tree(before, &path.tree);
                before.pop();
            }
            syn::UseTree::Group(group) => group.items.iter().for_each(|tree| self.tree(before, tree)),
            syn::UseTree::Name(name) => self.leaf(before, &name.ident, &name.ident),
            syn::UseTree::Rename(rename) => self.leaf(before, &rename.ident, &rename.rename),
            syn::UseTree::Glob(_) => self.path(before),
        }
    }

    fn leaf(&mut self, before: &[String], name: &syn::Ident, here: &syn::Ident) {
        let mut segments = before.to_vec();
        segments.push(name.to_string());
        self.path(&segments);
        let origin = segments
            .iter()
            .find(|segment| !matches!(segment.as_str(), "crate" | "self" | "super"));
        if segments.len() > 1
            && let Some(origin) = origin
        {
            self.names.insert(here.to_string(), origin.clone());
        }
    }

    /// Macros are not parsed, but a path in one is still a path.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Ident(ident) => {
                    if colons != 2 {
                        self.path(&std::mem::take(&mut path));
                    }
                    path.push(ident.to_string());
                    colons = 0;
                }
                TokenTree::Punct(punct) if punct.as_char() == ':' => colons += 1,
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Punct(_) | TokenTree::Literal(_) => colons = 0,
            }
        }
        self.path(&path);
    }
}

impl<'ast> Visit<'ast> for Uses {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        if !is_for_tests(item) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        self.module.push(item.ident.to_string());
        visit::visit_item_mod(self, item);
        self.module.pop();
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.tree(&mut Vec::new(), &item.tree);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.path(
            &path
                .segments
                .iter()
                .map(|segment| segment.ident.to_string())
                .collect::<Vec<_>>(),
        );
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, item: &'ast syn::Macro) {
        self.tokens(item.tokens.clone());
        visit::visit_macro(self, item);
    }
}

fn is_for_tests(item: &syn::Item) -> bool {
    let attributes = match item {
        syn::Item::Mod(item) => &item.attrs,
        syn::Item::Use(item) => &item.attrs,
        syn::Item::Fn(item) => &item.attrs,
        syn::Item::Impl(item) => &item.attrs,
        _ => return false,
    };
    attributes.iter().any(|attribute| {
        let is_test = attribute
            .parse_args::<syn::Ident>()
            .is_ok_and(|ident| ident == "test");
        attribute.path().is_ident("cfg") && is_test
    })
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
    fn a_known_circle_passes_until_it_is_gone() {
        let found = BTreeSet::from(["a: x -> y -> x".to_owned()]);
        assert_eq!(against(&found, &["a: x -> y -> x"]), [""; 0]);
        assert_eq!(against(&found, &[]).len(), 1);
        assert_eq!(against(&BTreeSet::new(), &["a: x -> y -> x"]).len(), 1);
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
