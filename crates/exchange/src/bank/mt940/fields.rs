//! Lines to fields.

use crate::bank::findings::{Findings, Place, Rule};
use crate::bank::text::quoted;
use crate::bank::words::{Say, Words};

/// A field: its tag, where it begins, and its lines without the tag. The tag `-` is the end of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Field<'a> {
    pub(super) tag: &'static str,
    pub(super) line: u32,
    pub(super) lines: Vec<&'a str>,
}

impl Field<'_> {
    /// The first line without blanks around it.
    pub(super) fn head(&self) -> &str {
        self.lines.first().map_or("", |line| line.trim())
    }
}

const TAGS: [&str; 23] = [
    "20", "21", "25", "25P", "28", "28C", "13", "13C", "13D", "34F", "60F", "60M", "61", "62F", "62M", "64",
    "65", "86", "90C", "90D", "NS", "940", "942",
];

/// Whether a text has a line that only this format has.
pub(crate) fn looks_like(text: &str) -> bool {
    let mut lines = lines(text).take(400).map(|(_, line)| line);
    lines.any(|line| line.starts_with("{1:") || line.starts_with("{4:") || tag_of(line).is_some())
}

/// Lines with their numbers, without control characters at their ends.
fn lines(text: &str) -> impl Iterator<Item = (u32, &str)> {
    let end = if text.contains('\n') { '\n' } else { '\r' };
    text.split(end).zip(1_u32..).map(|(line, number)| {
        let is_stray = |c: char| (c.is_control() && c != '\t') || c == '\u{feff}';
        (number, line.trim_matches(is_stray))
    })
}

/// The tag that a line begins with, and the rest of the line.
fn tag_of(line: &str) -> Option<(&'static str, &str)> {
    let (tag, rest) = line.trim_start().strip_prefix(':')?.split_once(':')?;
    let tag = TAGS.into_iter().find(|known| *known == tag)?;
    Some((tag, rest))
}

/// All fields, in order. Lines outside of messages are the transport's and say nothing of money.
pub(super) fn fields<'a>(text: &'a str, findings: &mut Findings) -> Vec<Field<'a>> {
    let mut fields: Vec<Field<'a>> = Vec::new();
    let mut inside = false;
    let mut lone_colon = false;
    for (number, line) in lines(text) {
        let mut line = line;
        if let Some(rest) = block(line) {
            fields.push(end(number));
            (inside, line) = (false, rest);
        }
        if is_end(line) {
            fields.push(end(number));
            (inside, lone_colon) = (false, false);
            continue;
        }
        let split_tag = std::mem::take(&mut lone_colon).then(|| torn_tag(line)).flatten();
        let found = split_tag.or_else(|| tag_of(line)).filter(|(tag, rest)| {
            !fields
                .last()
                .is_some_and(|open| inside && is_time(open, tag, rest))
        });
        match (found, fields.last_mut()) {
            (Some((tag, rest)), _) => {
                fields.push(Field {
                    tag,
                    line: number,
                    lines: vec![rest],
                });
                inside = true;
            }
            (None, Some(open)) if inside => {
                let foreign = foreign_tag(line).filter(|_| !matches!(open.tag, "86" | "NS"));
                if line.trim() == ":" {
                    lone_colon = true;
                } else if let Some(tag) = foreign {
                    let english = format!("{} is not a field of MT940; the line was left out", quoted(tag));
                    let words = Words::new(Say::ForeignField, english).value(tag);
                    findings.add(Rule::Line, Place::new(number, ""), words);
                } else {
                    open.lines.push(line);
                }
            }
            (None, _) => {}
        }
    }
    fields
}

fn end(line: u32) -> Field<'static> {
    Field {
        tag: "-",
        line,
        lines: Vec::new(),
    }
}

/// What follows SWIFT's blocks on their line: `{1:…}{2:…}{4:` begins a message, `-}{5:…}` ends one.
fn block(line: &str) -> Option<&str> {
    let starts = ["{1:", "{2:", "{3:", "{4:", "{5:", "-}"];
    if !starts.iter().any(|start| line.starts_with(start)) {
        return None;
    }
    Some(line.rsplit_once("{4:").map_or("", |(_, rest)| rest))
}

/// A hyphen alone ends a message; some banks put the letter X behind it.
fn is_end(line: &str) -> bool {
    let mark = line.trim_end().strip_prefix('-');
    mark.is_some_and(|rest| rest.len() <= 4 && rest.bytes().all(|byte| byte == b'X' || byte == 3))
}

/// A file that is cut to a width may tear a tag from its colon.
fn torn_tag(line: &str) -> Option<(&'static str, &str)> {
    let (tag, rest) = line.split_once(':')?;
    let tag = TAGS.into_iter().find(|known| *known == tag)?;
    Some((tag, rest))
}

/// A tag of two digits that the format does not have.
fn foreign_tag(line: &str) -> Option<&str> {
    let (tag, _) = line.strip_prefix(':')?.split_once(':')?;
    let is_tag = (2..=3).contains(&tag.len()) && tag.bytes().take(2).all(|byte| byte.is_ascii_digit());
    is_tag.then_some(tag)
}

/// Whether what looks like a tag goes on with a time that a line's end cuts: `T13` and on the next line `:20:11`.
fn is_time(open: &Field<'_>, tag: &str, rest: &str) -> bool {
    let before = open.lines.last().copied().unwrap_or_default();
    let hour: Vec<char> = before.chars().rev().take(3).collect();
    let ends_with_hour = matches!(hour.as_slice(), [one, ten, before] if one.is_ascii_digit()
        && matches!(ten, '0'..='2') && matches!(before, 'T' | ' ' | ':'));
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    open.tag == "86" && ends_with_hour && digits(tag) == 2 && tag.len() == 2 && digits(rest) == 2
}
