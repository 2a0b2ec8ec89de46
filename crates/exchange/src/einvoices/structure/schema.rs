//! The tables of structure, read once.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::einvoices::lexical::Kind;
use crate::einvoices::tree::Element;

type Loaded = LazyLock<Result<Schema, String>>;

/// UBL 2.1, `Invoice` and `CreditNote`.
pub(super) static UBL: Loaded = LazyLock::new(|| Schema::parse(include_str!("../tables/ubl.txt")));
/// CII as Factur-X EN 16931 restricts it.
pub(super) static EN16931: Loaded =
    LazyLock::new(|| Schema::parse(include_str!("../tables/cii_en16931.txt")));
/// CII as Factur-X MINIMUM restricts it.
pub(super) static MINIMUM: Loaded =
    LazyLock::new(|| Schema::parse(include_str!("../tables/cii_minimum.txt")));
/// CII as Factur-X BASIC WL restricts it.
pub(super) static BASIC_WL: Loaded =
    LazyLock::new(|| Schema::parse(include_str!("../tables/cii_basicwl.txt")));
/// CII as Factur-X BASIC restricts it.
pub(super) static BASIC: Loaded = LazyLock::new(|| Schema::parse(include_str!("../tables/cii_basic.txt")));
/// CII as Factur-X EXTENDED restricts it.
pub(super) static EXTENDED: Loaded =
    LazyLock::new(|| Schema::parse(include_str!("../tables/cii_extended.txt")));

/// What an element holds.
#[derive(Debug)]
pub(super) enum Shape {
    /// A value, with attributes of which some are required.
    Value {
        /// The kind of value.
        kind: Kind,
        /// Each attribute, and whether it is required.
        attributes: Vec<(&'static str, bool)>,
    },
    /// Elements, in this order.
    Sequence(Vec<Particle>),
}

/// An element's place in a sequence.
#[derive(Debug)]
pub(super) struct Particle {
    /// Its namespace; none for any element at all.
    namespace: Option<&'static str>,
    /// Its name.
    pub(super) name: &'static str,
    shape: &'static str,
    /// How often it must be there.
    pub(super) low: u32,
    /// How often it may be there.
    pub(super) high: Option<u32>,
}

impl Particle {
    /// Whether `element` is the one that stands here.
    pub(super) fn takes(&self, element: Element<'_>) -> bool {
        let name = element.tag_name();
        self.namespace
            .is_none_or(|namespace| name.name() == self.name && name.namespace() == Some(namespace))
    }
}

/// A schema.
#[derive(Debug, Default)]
pub(super) struct Schema {
    namespaces: HashMap<&'static str, &'static str>,
    roots: Vec<(&'static str, &'static str, &'static str)>,
    shapes: HashMap<&'static str, Shape>,
}

impl Schema {
    /// What the root element `name` of `namespace` holds.
    pub(super) fn root(&self, name: &str, namespace: &str) -> Option<&Shape> {
        let (_, shape, _) = self
            .roots
            .iter()
            .find(|(root, _, of)| *root == name && *of == namespace)?;
        self.shapes.get(shape)
    }

    /// What the element at `particle` holds; none where anything goes.
    pub(super) fn shape(&self, particle: &Particle) -> Option<&Shape> {
        particle.namespace?;
        self.shapes.get(particle.shape)
    }

    /// Reads a table; its head says how it is written.
    fn parse(text: &'static str) -> Result<Self, String> {
        let mut schema = Self::default();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            schema
                .line(line)
                .ok_or_else(|| format!("a table of structure has a line that cannot be read: {line}"))?;
        }
        let named = schema.shapes.values().filter_map(|shape| match shape {
            Shape::Sequence(particles) => Some(particles),
            Shape::Value { .. } => None,
        });
        for particle in named.flatten() {
            if particle.namespace.is_some() && !schema.shapes.contains_key(particle.shape) {
                return Err(format!("a table of structure has no {}", particle.shape));
            }
        }
        Ok(schema)
    }

    fn line(&mut self, line: &'static str) -> Option<()> {
        let mut words = line.split_whitespace();
        match (words.next()?, words.next()?) {
            ("ns", prefix) => {
                self.namespaces.insert(prefix, words.next()?);
            }
            ("root", root) => {
                let (name, shape) = root.split_once(':')?;
                self.roots.push((name, shape, words.next()?));
            }
            (name, "=") => {
                let shape = match words.clone().next() {
                    Some(first) if first.starts_with('#') => value(words)?,
                    _ => Shape::Sequence(words.map(|word| self.particle(word)).collect::<Option<_>>()?),
                };
                self.shapes.insert(name, shape);
            }
            _ => return None,
        }
        Some(())
    }

    fn particle(&self, word: &'static str) -> Option<Particle> {
        if word == "ANY" {
            return Some(Particle {
                namespace: None,
                name: "anything",
                shape: "",
                low: 0,
                high: None,
            });
        }
        let (word, low, high) = count(word)?;
        let (prefix, word) = word.split_once('.').unwrap_or(("-", word));
        let (name, shape) = word.split_once(':').unwrap_or((word, word));
        Some(Particle {
            namespace: Some(self.namespaces.get(prefix)?),
            name,
            shape,
            low,
            high,
        })
    }
}

/// A word without its mark of number, and what the mark means.
fn count(word: &'static str) -> Option<(&'static str, u32, Option<u32>)> {
    if let Some(word) = word.strip_suffix('?') {
        return Some((word, 0, Some(1)));
    }
    if let Some(word) = word.strip_suffix('*') {
        return Some((word, 0, None));
    }
    if let Some(word) = word.strip_suffix('+') {
        return Some((word, 1, None));
    }
    let Some((word, range)) = word.split_once('{') else {
        return Some((word, 1, Some(1)));
    };
    let (low, high) = range.strip_suffix('}')?.split_once(',')?;
    let high = match high {
        "unbounded" => None,
        high => Some(high.parse().ok()?),
    };
    Some((word, low.parse().ok()?, high))
}

fn value(mut words: std::str::SplitWhitespace<'static>) -> Option<Shape> {
    let kind = Kind::named(words.next()?.strip_prefix('#')?)?;
    let attributes = words
        .map(|word| {
            let name = word.strip_prefix('@')?;
            Some(match name.strip_suffix('!') {
                Some(name) => (name, true),
                None => (name, false),
            })
        })
        .collect::<Option<_>>()?;
    Some(Shape::Value { kind, attributes })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_can_be_read() {
        for schema in [&UBL, &EN16931, &MINIMUM, &BASIC_WL, &BASIC, &EXTENDED] {
            let schema = schema.as_ref().unwrap();
            assert!(!schema.roots.is_empty() && schema.shapes.len() > 15);
        }
    }

    #[test]
    fn a_broken_table_says_where() {
        let error = |text| Schema::parse(text).unwrap_err();
        assert!(error("ns - u\nA = B").contains("no B"));
        assert!(error("A = #floating").contains("A = #floating"));
        assert!(error("A = cac.B").contains("A = cac.B"));
    }
}
