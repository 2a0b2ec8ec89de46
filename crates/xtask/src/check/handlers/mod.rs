//! What takes a call is thin: it takes in, asks, and answers. That holds for every route's handler and layer in the
//! server, for every command of the window, and for whatever stands in a folder of commands.

mod tables;

use super::circles::module_path;
use super::sources::{Source, Sources};
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use std::collections::BTreeSet;
use syn::visit::{self, Visit};
use tables::Named;

const LINES_MAX: usize = 40;
const SERVER: &str = "crates/server/src";
const WINDOW: &str = "src-tauri/src";

pub fn check(_: &Workspace, sources: &Sources) -> Result<Vec<String>> {
    let (server, window) = (parsed(SERVER, sources)?, parsed(WINDOW, sources)?);
    let mut problems = Vec::new();
    let mut thin: BTreeSet<&Function> = BTreeSet::new();
    thin.extend(all(&server).filter(|function| function.stands_in_commands()));
    thin.extend(all(&window).filter(|function| function.stands_in_commands() || function.is_command));
    let named: BTreeSet<Named> = server
        .iter()
        .flat_map(|file| tables::named(&file.module, &file.syntax))
        .collect();
    for name in &named {
        let found: Vec<_> = all(&server).filter(|function| function.is(name)).collect();
        if found.is_empty() {
            problems.push(format!(
                "{SERVER}: the handler {} is not found",
                name.path.join("::")
            ));
        }
        thin.extend(found);
    }
    // A table that is written in another way must not pass unseen.
    if named.is_empty() {
        problems.push(format!("{SERVER}: no table of routes is found"));
    }
    if !all(&window).any(|function| function.is_command) {
        problems.push(format!("{WINDOW}: no command is found"));
    }
    problems.extend(thin.into_iter().filter_map(Function::problem));
    Ok(problems)
}

/// A file and what it declares.
struct File {
    module: Vec<String>,
    syntax: syn::File,
    functions: Vec<Function>,
}

fn parsed(folder: &str, sources: &Sources) -> Result<Vec<File>> {
    let written = sources.below(folder).filter(|file| file.is_kind(&["rs"]));
    let parse = |file: &Source| {
        let syntax =
            syn::parse_file(&file.text).with_context(|| format!("{} cannot be parsed", file.path))?;
        let mut functions = Functions {
            path: file.path.clone(),
            module: module_path(folder, &file.path),
            found: Vec::new(),
        };
        functions.visit_file(&syntax);
        Ok(File {
            module: functions.module,
            syntax,
            functions: functions.found,
        })
    };
    written.filter(|file| !file.is_test()).map(parse).collect()
}

fn all(files: &[File]) -> impl Iterator<Item = &Function> {
    files.iter().flat_map(|file| &file.functions)
}

/// A function and how long it is, without its attributes and documentation.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Function {
    path: String,
    line: usize,
    module: Vec<String>,
    name: String,
    lines: usize,
    is_command: bool,
}

impl Function {
    /// Whether a table means it: by its name, in its module or below.
    fn is(&self, named: &Named) -> bool {
        named
            .path
            .split_last()
            .is_some_and(|(name, module)| *name == self.name && self.module.starts_with(module))
    }

    fn stands_in_commands(&self) -> bool {
        self.module.first().is_some_and(|first| first == "commands")
    }

    fn problem(&self) -> Option<String> {
        let Self {
            path,
            line,
            name,
            lines,
            ..
        } = self;
        (*lines > LINES_MAX).then(|| {
            format!("{path}:{line}: {name} has {lines} lines, at most {LINES_MAX} are allowed: its feature does the work")
        })
    }
}

/// Collects the functions and methods of a file, without its tests.
struct Functions {
    path: String,
    module: Vec<String>,
    found: Vec<Function>,
}

impl Functions {
    fn add(&mut self, attributes: &[syn::Attribute], signature: &syn::Signature, block: &syn::Block) {
        let first = signature.fn_token.span.start().line;
        let last = block.brace_token.span.close().end().line;
        self.found.push(Function {
            path: self.path.clone(),
            line: first,
            module: self.module.clone(),
            name: signature.ident.to_string(),
            lines: last - first + 1,
            is_command: attributes.iter().any(is_command),
        });
    }
}

impl<'ast> Visit<'ast> for Functions {
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if item.ident != "tests" {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.add(&item.attrs, &item.sig, &item.block);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.add(&item.attrs, &item.sig, &item.block);
    }
}

/// `#[tauri::command]`
fn is_command(attribute: &syn::Attribute) -> bool {
    let path: Vec<String> = attribute
        .path()
        .segments
        .iter()
        .map(|segment| segment.ident.to_string())
        .collect();
    path == ["tauri", "command"]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sources::of;

    const ROUTES: &str = "use crate::http::{guard as watch}; use crate::{invoices};
        routes! { /// Pay.
            Pay = post \"/api/pay\", Gate::Anyone, body 1024 => invoices::pay; }
        fn router() { Router::new().fallback(serve).layer(from_fn(watch)) }
        fn serve() {}";
    const GUARD: &str = "pub fn guard() {}";
    const WINDOW_FILE: &str = "#[tauri::command]\nfn ask() {}";

    /// A function of so many lines.
    fn function(name: &str, lines: usize) -> String {
        format!("pub async fn {name}() {{\n{}}}\n", "    x();\n".repeat(lines - 2))
    }

    fn problems(invoices: &str, more: &[(&str, &str)]) -> Vec<String> {
        let mut files = vec![
            ("crates/server/src/http.rs", GUARD),
            ("crates/server/src/invoices/handlers.rs", invoices),
            ("crates/server/src/routes.rs", ROUTES),
            ("src-tauri/src/ipc.rs", WINDOW_FILE),
        ];
        files.retain(|(path, _)| more.iter().all(|(other, _)| other != path));
        files.extend(more);
        check(&Workspace::find().unwrap(), &of(&files)).unwrap()
    }

    #[test]
    fn the_limit_itself_is_allowed_for_a_handler() {
        assert_eq!(problems(&function("pay", LINES_MAX), &[]), [""; 0]);
        let long = function("pay", LINES_MAX + 1);
        let found = problems(&format!("/// Words.\n#[inline]\n{long}"), &[]);
        assert_eq!(found.len(), 1);
        assert!(
            found[0].starts_with("crates/server/src/invoices/handlers.rs:3: pay has 41 lines"),
            "{found:?}"
        );
    }

    #[test]
    fn what_is_no_handler_may_be_longer() {
        let both = function("pay", 3) + &function("settle", LINES_MAX + 1);
        assert_eq!(problems(&both, &[]), [""; 0]);
        let elsewhere = function("pay", LINES_MAX + 1);
        let more = [("crates/server/src/payments.rs", elsewhere.as_str())];
        assert_eq!(problems(&function("pay", 3), &more), [""; 0]);
    }

    #[test]
    fn layers_fallbacks_and_commands_are_thin_too() {
        let pay = function("pay", 3);
        let guard = function("guard", LINES_MAX + 1);
        let routes = ROUTES.replace("fn serve() {}", &function("serve", LINES_MAX + 1));
        let window = format!("#[tauri::command]\n{}", function("ask", LINES_MAX + 1));
        let command = format!("impl Entrance {{ {} }}", function("sign_in", LINES_MAX + 1));
        let cases = [
            ("crates/server/src/http.rs", &guard, "guard"),
            ("crates/server/src/routes.rs", &routes, "serve"),
            ("crates/server/src/commands/entrances.rs", &command, "sign_in"),
            ("src-tauri/src/ipc.rs", &window, "ask"),
        ];
        for (path, text, name) in cases {
            let found = problems(&pay, &[(path, text)]);
            assert_eq!(found.len(), 1, "{path}: {found:?}");
            assert!(found[0].contains(&format!(": {name} has 41 lines")), "{found:?}");
        }
    }

    #[test]
    fn a_table_or_handler_that_is_not_found_fails() {
        assert_eq!(
            problems("", &[]),
            ["crates/server/src: the handler invoices::pay is not found"]
        );
        let none = problems("", &[("crates/server/src/routes.rs", "")]);
        assert_eq!(none, ["crates/server/src: no table of routes is found"]);
        let none = problems(&function("pay", 3), &[("src-tauri/src/ipc.rs", "fn ask() {}")]);
        assert_eq!(none, ["src-tauri/src: no command is found"]);
    }
}
