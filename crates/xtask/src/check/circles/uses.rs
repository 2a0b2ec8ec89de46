//! What a module names of its crate.

use proc_macro2::{TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};
use syn::visit::{self, Visit};

/// `src/a/b.rs` and `src/a/b/mod.rs` are both the module a::b; the root of a library or program is empty.
pub fn module_path(folder: &str, path: &str) -> Vec<String> {
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
pub struct Uses {
    module: Vec<String>,
    /// First segments after `crate::`.
    pub tops: BTreeSet<String>,
    /// What `use` brings in, by its name here: the modules that lead to it and its own name.
    pub names: BTreeMap<String, Vec<String>>,
}

impl Uses {
    pub fn new(module: Vec<String>) -> Self {
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
        if segments.len() > 1 {
            segments.retain(|segment| !matches!(segment.as_str(), "crate" | "self" | "super"));
            self.names.insert(here.to_string(), segments);
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
