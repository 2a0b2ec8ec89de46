//! Which functions the server's tables of routes name: the handlers in `routes!`, the layers around them, and what
//! answers every other address.

use crate::check::circles::Uses;
use proc_macro2::{Spacing, TokenStream, TokenTree};
use std::collections::BTreeSet;
use syn::visit::{self, Visit};

/// Functions of axum that make a layer of one of ours, which is their last argument.
const LAYERS: &[&str] = &["from_fn", "from_fn_with_state", "map_response"];
/// Methods of a router that take a handler.
const OTHERS: &[&str] = &["fallback", "method_not_allowed_fallback"];

/// A function, by the modules that lead to it and its name.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Named {
    pub path: Vec<String>,
}

/// What the tables of a file name.
pub fn named(module: &[String], syntax: &syn::File) -> BTreeSet<Named> {
    let (mut tables, mut uses) = (Tables::default(), Uses::new(module.to_vec()));
    tables.visit_file(syntax);
    uses.visit_file(syntax);
    let resolve = |path: Vec<String>| {
        let (first, rest) = path.split_first()?;
        let from = match (uses.names.get(first), rest.is_empty()) {
            (Some(from), _) => from.clone(),
            // Declared beside the table.
            (None, true) => module.iter().chain([first]).cloned().collect(),
            (None, false) => vec![first.clone()],
        };
        let path = from.into_iter().chain(rest.iter().cloned());
        Some(Named {
            path: path.filter(|segment| segment != "crate").collect(),
        })
    };
    tables.paths.into_iter().filter_map(resolve).collect()
}

/// The paths as the tables write them.
#[derive(Default)]
struct Tables {
    paths: Vec<Vec<String>>,
}

impl Tables {
    /// `… => path;`, again and again.
    fn table(&mut self, tokens: TokenStream) {
        let mut path: Option<Vec<String>> = None;
        let mut before = None;
        for token in tokens {
            let is_arrow =
                matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '>') && before == Some('=');
            before = match &token {
                TokenTree::Punct(punct) if punct.spacing() == Spacing::Joint => Some(punct.as_char()),
                _ => None,
            };
            match (&token, &mut path) {
                _ if is_arrow => path = Some(Vec::new()),
                (TokenTree::Ident(ident), Some(path)) => path.push(ident.to_string()),
                (TokenTree::Punct(punct), Some(_)) if punct.as_char() == ';' => {
                    self.paths.extend(path.take())
                }
                _ => {}
            }
        }
    }

    fn argument(&mut self, argument: Option<&syn::Expr>) {
        if let Some(syn::Expr::Path(path)) = argument {
            self.paths.push(segments(&path.path));
        }
    }
}

fn segments(path: &syn::Path) -> Vec<String> {
    let names = path.segments.iter().map(|segment| segment.ident.to_string());
    names.collect()
}

impl<'ast> Visit<'ast> for Tables {
    fn visit_item_macro(&mut self, item: &'ast syn::ItemMacro) {
        if item.mac.path.is_ident("routes") {
            self.table(item.mac.tokens.clone());
        }
    }

    fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
        if let syn::Expr::Path(function) = &*call.func
            && let Some(name) = segments(&function.path).last()
            && LAYERS.contains(&name.as_str())
        {
            self.argument(call.args.last());
        }
        visit::visit_expr_call(self, call);
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        if OTHERS.contains(&call.method.to_string().as_str()) {
            self.argument(call.args.last());
        }
        visit::visit_expr_method_call(self, call);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(text: &str) -> Vec<String> {
        let syntax = syn::parse_file(text).unwrap();
        named(&["routes".to_owned()], &syntax)
            .into_iter()
            .map(|named| named.path.join("::"))
            .collect()
    }

    #[test]
    fn handlers_are_found_however_they_come_into_the_table() {
        let cases = [
            (
                "routes! { A = get \"/a\", Gate::Anyone, body 1 => invoices::a; }",
                "invoices::a",
            ),
            (
                "use crate::invoices::pay; routes! { A = get \"/a\", g, body 1 => pay; }",
                "invoices::pay",
            ),
            (
                "use crate::{invoices as bills}; routes! { A = get \"/a\", g, body 1 => bills::pay; }",
                "invoices::pay",
            ),
            (
                "routes! { A = get \"/a\", g, body 1 => crate::invoices::pay; }",
                "invoices::pay",
            ),
            ("routes! { A = get \"/a\", g, body 1 => here; }", "routes::here"),
            (
                "fn f() { r.layer(axum::middleware::from_fn_with_state(state, crate::gate::pass)) }",
                "gate::pass",
            ),
            ("fn f() { r.fallback(portal::serve) }", "portal::serve"),
        ];
        for (text, expected) in cases {
            assert_eq!(paths(text), [expected], "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_a_table_names_nothing() {
        let cases = [
            "macro_rules! routes { ($x:expr) => { get($x); } }",
            "fn f() { match x { A => invoices::pay(), } headers.get(name); }",
        ];
        for text in cases {
            assert_eq!(paths(text), [""; 0], "{text}");
        }
    }
}
