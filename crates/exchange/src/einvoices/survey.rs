//! A look over XML before it is parsed: whether parsing it is bounded.
//!
//! The parser recurses by depth, compares the attributes of an element with each other, and keeps each namespace in
//! scope for each element; so depth, attributes and elements are counted first. A document type is refused: without
//! it there are no entities that expand and none that are fetched.

use super::errors::ReadError;

const DEPTH_MAX: usize = 64;
const TAGS_MAX: usize = 1_000_000;
const ATTRIBUTES_MAX: usize = 64;
const NAMESPACES_MAX: usize = 16;
const NAMESPACES_IN_ALL_MAX: usize = 50_000;

/// Checks that `text` stays within the limits. Whether it is XML at all is the parser's question.
pub(super) fn survey(text: &str) -> Result<(), ReadError> {
    let mut counts = Counts::default();
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        rest = rest.get(at..).unwrap_or_default();
        let (tag, after) = markup(rest);
        counts.see(tag).map_err(|why| ReadError::Refused {
            line: line_of(text, text.len() - rest.len()),
            why,
        })?;
        rest = after;
    }
    Ok(())
}

/// The markup that `text` begins with, and what comes after it.
fn markup(text: &str) -> (&str, &str) {
    let close = if text.starts_with("<!--") {
        "-->"
    } else if text.starts_with("<![CDATA[") {
        "]]>"
    } else if text.starts_with("<?") {
        "?>"
    } else {
        return tag(text);
    };
    match text.find(close) {
        Some(at) => text.split_at(at + close.len()),
        None => (text, ""),
    }
}

/// A tag, up to the `>` that is in no quotes.
fn tag(text: &str) -> (&str, &str) {
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'>') => return text.split_at(at + 1),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    (text, "")
}

#[derive(Default)]
struct Counts {
    depth: usize,
    tags: usize,
    namespaces: usize,
}

impl Counts {
    fn see(&mut self, tag: &str) -> Result<(), String> {
        if tag.starts_with("<!--") || tag.starts_with("<![CDATA[") || tag.starts_with("<?") {
            return Ok(());
        }
        if tag.starts_with("<!") {
            return Err("a document type is not read".to_owned());
        }
        self.tags += 1;
        if self.tags > TAGS_MAX {
            return Err(format!("more than {TAGS_MAX} tags"));
        }
        if tag.starts_with("</") {
            self.depth = self.depth.saturating_sub(1);
            return Ok(());
        }
        let quotes = attributes(tag);
        if quotes > ATTRIBUTES_MAX {
            return Err(format!("an element with more than {ATTRIBUTES_MAX} attributes"));
        }
        let namespaces = tag.matches("xmlns").count();
        self.namespaces += namespaces;
        if namespaces > NAMESPACES_MAX || self.namespaces > NAMESPACES_IN_ALL_MAX {
            return Err("too many namespaces".to_owned());
        }
        if !tag.ends_with("/>") {
            self.depth += 1;
            if self.depth > DEPTH_MAX {
                return Err(format!("elements nested deeper than {DEPTH_MAX}"));
            }
        }
        Ok(())
    }
}

/// How many `=` stand outside quotes.
fn attributes(tag: &str) -> usize {
    let mut quote = None;
    let mut count = 0;
    for byte in tag.bytes() {
        match (quote, byte) {
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'=') => count += 1,
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    count
}

fn line_of(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or(text);
    before.bytes().filter(|byte| *byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn why(text: &str) -> Option<String> {
        survey(text).err().map(|error| error.to_string())
    }

    #[test]
    fn an_ordinary_document_passes() {
        let text = "<!-- <!DOCTYPE x> --><a b='>' c=\"<\"><![CDATA[<!DOCTYPE]]><?p <x?><d/></a>";
        assert_eq!(why(text), None);
    }

    #[test]
    fn what_costs_too_much_is_refused_with_its_line() {
        let attributes: String = (0..65).map(|n| format!(" a{n}=''")).collect();
        let namespaces: String = (0..17).map(|n| format!(" xmlns:a{n}='u'")).collect();
        let cases = [
            (
                "\n<!DOCTYPE a [<!ENTITY b 'c'>]><a/>".to_owned(),
                "line 2: a document type is not read",
            ),
            ("<a>".repeat(65), "line 1: elements nested deeper than 64"),
            ("<a/>".repeat(1_000_001), "line 1: more than 1000000 tags"),
            (
                format!("<a{attributes}/>"),
                "line 1: an element with more than 64 attributes",
            ),
            (format!("<a{namespaces}/>"), "line 1: too many namespaces"),
        ];
        for (text, expect) in cases {
            assert_eq!(why(&text).as_deref(), Some(expect));
        }
    }
}
