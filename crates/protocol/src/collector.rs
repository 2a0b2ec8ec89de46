//! Collects the types that cross a wire, to be written down as TypeScript.

use std::collections::BTreeMap;

use ts_rs::{Config, TS, TypeVisitor};

/// Collects types with all that they are made of.
pub struct Collector {
    config: Config,
    pub(crate) declarations: BTreeMap<String, String>,
    pub(crate) pairs: BTreeMap<&'static str, Vec<String>>,
}

impl TypeVisitor for Collector {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        // Only types that were derived have a place of their own; the rest are written in line.
        if T::output_path().is_none() {
            T::visit_generics(self);
            T::visit_dependencies(self);
            return;
        }
        let name = T::ident(&self.config);
        if self.declarations.contains_key(&name) {
            return;
        }
        let docs = T::docs().unwrap_or_default();
        self.declarations
            .insert(name, format!("{docs}export {}", T::decl(&self.config)));
        T::visit_dependencies(self);
    }
}

impl Default for Collector {
    fn default() -> Self {
        let config = Config::new().with_large_int("number");
        Self {
            config,
            declarations: BTreeMap::new(),
            pairs: BTreeMap::new(),
        }
    }
}

impl Collector {
    /// Adds `tag: { params: P; answer: A }` to the table `table`.
    pub fn pair<P: TS + 'static, A: TS + 'static>(&mut self, table: &'static str, tag: &str) {
        self.visit::<P>();
        self.visit::<A>();
        let (params, answer) = (P::name(&self.config), A::name(&self.config));
        let entry = format!("  {tag}: {{ params: {params}; answer: {answer} }};");
        self.pairs.entry(table).or_default().push(entry);
    }
}
