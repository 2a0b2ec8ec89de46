//! Whether an e-invoice is built as its schema has it: which elements, in which order, how many, with which
//! attributes, and what kind of value each holds. The schemas are tables (`tables/ubl.txt`, `tables/cii_*.txt`),
//! written from UBL 2.1 (OASIS) and Factur-X 1.09 (FNFE-MPE, FeRD); their heads say how to read them.

mod schema;

use roxmltree::Node;

use self::schema::{Particle, Schema, Shape};
use super::declared::{Declared, Level, Syntax};
use super::findings::{Finding, Source};
use super::tree::{Element, children, place, string};

/// Attributes of this namespace speak of the schema, not of the invoice.
const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// Everything in the XML below `root` that its schema does not allow.
pub(super) fn check(root: Element<'_>, declared: &Declared) -> Vec<Finding> {
    let schema = match schema_of(declared) {
        Ok(schema) => schema,
        Err(why) => return vec![finding(root, why.clone())],
    };
    let mut walk = Walk {
        schema,
        found: Vec::new(),
    };
    let name = root.tag_name();
    match schema.root(name.name(), name.namespace().unwrap_or_default()) {
        Some(shape) => walk.element(root, shape),
        None => walk.find(
            root,
            format!("{} does not begin an invoice of this schema", name.name()),
        ),
    }
    walk.found
}

fn schema_of(declared: &Declared) -> Result<&'static Schema, &'static String> {
    match (declared.syntax, declared.level) {
        (Syntax::Ubl, _) => schema::UBL.as_ref(),
        (Syntax::Cii, Level::Core) => schema::EN16931.as_ref(),
        (Syntax::Cii, Level::Minimum) => schema::MINIMUM.as_ref(),
        (Syntax::Cii, Level::BasicWl) => schema::BASIC_WL.as_ref(),
        (Syntax::Cii, Level::Basic) => schema::BASIC.as_ref(),
        (Syntax::Cii, Level::Extended) => schema::EXTENDED.as_ref(),
    }
}

fn finding(at: Element<'_>, words: String) -> Finding {
    Finding::new(Source::Schema, "XSD", place(at), words)
}

struct Walk {
    schema: &'static Schema,
    found: Vec<Finding>,
}

impl Walk {
    fn find(&mut self, at: Element<'_>, words: String) {
        if self.found.len() < super::findings::FINDINGS_MAX {
            self.found.push(finding(at, words));
        }
    }

    fn element(&mut self, element: Element<'_>, shape: &'static Shape) {
        match shape {
            Shape::Value { kind, attributes } => {
                self.attributes(element, attributes);
                if let Some(child) = children(element).next() {
                    self.find(child, format!("{} holds a value, not elements", name(element)));
                } else if !kind.holds(&string(element)) {
                    let value: String = string(element).trim().chars().take(40).collect();
                    self.find(element, format!("{value:?} is not {}", kind.words()));
                }
            }
            Shape::Sequence(particles) => {
                self.attributes(element, &[]);
                self.text(element, particles.is_empty());
                self.sequence(element, particles);
            }
        }
    }

    fn attributes(&mut self, element: Element<'_>, allowed: &[(&'static str, bool)]) {
        for attribute in element.attributes() {
            let known = attribute.namespace() == Some(XSI)
                || attribute.namespace().is_none()
                    && allowed.iter().any(|(name, _)| *name == attribute.name());
            if !known {
                self.find(
                    element,
                    format!("{} has no attribute {}", name(element), attribute.name()),
                );
            }
        }
        for (required, _) in allowed.iter().filter(|(_, required)| *required) {
            if element.attribute(*required).is_none() {
                self.find(
                    element,
                    format!("{} needs the attribute {required}", name(element)),
                );
            }
        }
    }

    /// Text between elements must be blank; an element that holds nothing may not even hold blanks.
    fn text(&mut self, element: Element<'_>, empty: bool) {
        let stray = |node: Node<'_, '_>| {
            node.is_text() && (empty || node.text().is_some_and(|text| !text.trim().is_empty()))
        };
        if element.children().any(stray) {
            self.find(element, format!("{} holds elements, not text", name(element)));
        }
    }

    fn sequence(&mut self, parent: Element<'_>, particles: &'static [Particle]) {
        let mut rest = particles.iter();
        let mut current = rest.next();
        let mut count = 0_u32;
        for child in children(parent) {
            loop {
                let Some(particle) = current else {
                    self.find(child, format!("{} has no {} here", name(parent), name(child)));
                    return;
                };
                if particle.takes(child) && particle.high.is_none_or(|high| count < high) {
                    count += 1;
                    if let Some(shape) = self.schema.shape(particle) {
                        self.element(child, shape);
                    }
                    break;
                }
                if count < particle.low {
                    let words = format!("{} needs {} before {}", name(parent), particle.name, name(child));
                    self.find(child, words);
                    return;
                }
                current = rest.next();
                count = 0;
            }
        }
        while let Some(particle) = current {
            if count < particle.low {
                self.find(parent, format!("{} needs {}", name(parent), particle.name));
                return;
            }
            current = rest.next();
            count = 0;
        }
    }
}

fn name<'a>(element: Element<'a>) -> &'a str {
    element.tag_name().name()
}
