//! XML as a tree of elements by their local names. Bounded: no document type, no entity but XML's own five and
//! characters by number, a limit to depth and to the number of elements.

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use super::findings::{Finding, Place, Rule};
use super::text::quoted;
use super::words::{self, DEPTH_MAX, ELEMENTS_MAX, Say, Words};

/// An element.
#[derive(Debug, Default)]
pub(crate) struct Element {
    /// Its name without a prefix.
    pub(crate) name: String,
    /// The text in it, not that of its children.
    pub(crate) text: String,
    /// Its attribute `Ccy`, the only one that statements have.
    pub(crate) currency: Option<String>,
    pub(crate) children: Vec<Element>,
    /// The line on which it begins.
    pub(crate) line: u32,
}

impl Element {
    /// The first child of this name.
    pub(crate) fn child(&self, name: &str) -> Option<&Element> {
        self.children.iter().find(|child| child.name == name)
    }

    /// All children of this name.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The element at the end of a path of names, the first at each step: `Acct/Id/IBAN`.
    pub(crate) fn at(&self, path: &str) -> Option<&Element> {
        path.split('/')
            .try_fold(self, |element, name| element.child(name))
    }

    /// The text at the end of a path, none when it is blank.
    pub(crate) fn text_at(&self, path: &str) -> Option<&str> {
        let text = self.at(path)?.text.trim();
        (!text.is_empty()).then_some(text)
    }

    /// The first text that is found at one of several paths.
    pub(crate) fn text_at_any(&self, paths: &[&str]) -> Option<&str> {
        paths.iter().find_map(|path| self.text_at(path))
    }
}

/// Reads a document up to its end.
///
/// # Errors
/// Where and why it is not well formed, or goes beyond a limit.
pub(crate) fn parse(text: &str) -> Result<Element, Finding> {
    Tree {
        text,
        reader: Reader::from_str(text),
        line: 1,
        counted_up_to: 0,
        open: Vec::new(),
        root: None,
        elements: 0,
    }
    .read()
}

struct Tree<'a> {
    text: &'a str,
    reader: Reader<&'a [u8]>,
    line: u32,
    counted_up_to: usize,
    open: Vec<Element>,
    root: Option<Element>,
    elements: usize,
}

impl Tree<'_> {
    fn read(mut self) -> Result<Element, Finding> {
        self.reader.config_mut().enable_all_checks(true);
        loop {
            self.count_lines(self.reader.buffer_position());
            let event = match self.reader.read_event() {
                Ok(event) => event,
                Err(error) => {
                    self.count_lines(self.reader.error_position());
                    return Err(self.refusal(Rule::Xml, malformed(error.to_string())));
                }
            };
            match event {
                Event::Start(start) => self.start(&start)?,
                Event::Empty(start) => {
                    self.start(&start)?;
                    self.end();
                }
                Event::End(_) => self.end(),
                Event::Text(text) => self.write(&text.xml10_content())?,
                Event::CData(text) => self.write(&text.xml10_content())?,
                Event::GeneralRef(name) => {
                    let resolved = match name.resolve_char_ref() {
                        Ok(Some(character)) => Some(character.to_string()),
                        Ok(None) => resolve_predefined_entity(&name.xml10_content()).map(str::to_owned),
                        Err(_not_a_character) => None,
                    };
                    let Some(resolved) = resolved else {
                        let entity = name.xml10_content();
                        let english = format!("the entity {} is not one of XML's own", quoted(&entity));
                        let words = Words::new(Say::Entity, english).value(&entity);
                        return Err(self.refusal(Rule::Entity, words));
                    };
                    self.write(&resolved)?;
                }
                Event::DocType(_) => {
                    return Err(self.refusal(Rule::Entity, words::document_type()));
                }
                Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
                Event::Eof => return self.close(),
            }
        }
    }

    fn close(mut self) -> Result<Element, Finding> {
        if let Some(open) = self.open.last() {
            let english = format!("the file ends within the element {}", quoted(&open.name));
            let words = Words::new(Say::CutOff, english)
                .value(&open.name)
                .named("line", &open.line.to_string());
            return Err(self.refusal(Rule::Xml, words));
        }
        let root = self.root.take();
        root.ok_or_else(|| self.refusal(Rule::Xml, malformed("there is no element in it")))
    }

    fn start(&mut self, start: &BytesStart<'_>) -> Result<(), Finding> {
        self.elements += 1;
        if self.elements > ELEMENTS_MAX {
            return Err(self.refusal(Rule::Limit, words::more_elements()));
        }
        if self.open.len() >= DEPTH_MAX {
            return Err(self.refusal(Rule::Depth, words::too_deep()));
        }
        if self.open.is_empty() && self.root.is_some() {
            return Err(self.refusal(Rule::Xml, malformed("a second element follows the outermost one")));
        }
        let mut element = Element {
            name: start.local_name().as_ref().to_owned(),
            line: self.line,
            ..Element::default()
        };
        for attribute in start.attributes() {
            let attribute =
                attribute.map_err(|error| self.refusal(Rule::Xml, malformed(error.to_string())))?;
            if attribute.key.local_name().as_ref() == "Ccy" {
                let value = attribute.normalized_value(XmlVersion::Implicit1_0);
                let value = value.map_err(|error| self.refusal(Rule::Xml, malformed(error.to_string())))?;
                element.currency = Some(value.trim().to_owned());
            }
        }
        self.open.push(element);
        Ok(())
    }

    fn end(&mut self) {
        let Some(mut element) = self.open.pop() else {
            return;
        };
        // A large file has millions of them: what only lays it out is not kept.
        element.children.shrink_to_fit();
        if element.text.trim().is_empty() {
            element.text = String::new();
        }
        match self.open.last_mut() {
            Some(parent) => parent.children.push(element),
            None => self.root = Some(element),
        }
    }

    fn write(&mut self, text: &str) -> Result<(), Finding> {
        match self.open.last_mut() {
            Some(element) => element.text.push_str(text),
            None if text.trim_matches('\u{feff}').trim().is_empty() => {}
            None => {
                return Err(self.refusal(
                    Rule::Xml,
                    malformed("text stands outside of the outermost element"),
                ));
            }
        }
        Ok(())
    }

    fn count_lines(&mut self, position: u64) {
        let position = usize::try_from(position)
            .unwrap_or(usize::MAX)
            .min(self.text.len());
        let passed = self.text.as_bytes().get(self.counted_up_to..position);
        let ends = passed.map_or(0, |bytes| bytes.iter().filter(|byte| **byte == b'\n').count());
        self.line = self.line.saturating_add(u32::try_from(ends).unwrap_or(u32::MAX));
        self.counted_up_to = self.counted_up_to.max(position);
    }

    fn refusal(&self, rule: Rule, words: Words) -> Finding {
        Finding::new(rule, Place::new(self.line, ""), words)
    }
}

/// Why XML is none; the reader's own words are English.
fn malformed(english: impl Into<String>) -> Words {
    Words::new(Say::Malformed, english)
}
