//! The tables of usage, read once.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::einvoices::codes::CodeList;

type Loaded = LazyLock<Result<Table, String>>;

/// Factur-X MINIMUM.
pub(super) static MINIMUM: Loaded =
    LazyLock::new(|| Table::parse(include_str!("../tables/usage_minimum.txt")));
/// Factur-X BASIC WL.
pub(super) static BASIC_WL: Loaded =
    LazyLock::new(|| Table::parse(include_str!("../tables/usage_basicwl.txt")));
/// Factur-X BASIC.
pub(super) static BASIC: Loaded = LazyLock::new(|| Table::parse(include_str!("../tables/usage_basic.txt")));
/// Factur-X EXTENDED.
pub(super) static EXTENDED: Loaded =
    LazyLock::new(|| Table::parse(include_str!("../tables/usage_extended.txt")));

/// An element's name on a path, and what must be so for it to be meant.
#[derive(Debug)]
pub(super) struct Step {
    /// The name.
    pub(super) name: &'static str,
    /// The test in brackets.
    pub(super) test: Option<Test>,
}

/// A test of an element.
#[derive(Debug)]
pub(super) enum Test {
    /// `[!@name]`.
    NoAttribute(&'static str),
    /// `[path/@name=value]`, the path empty for the element itself.
    Attribute {
        /// Where the attribute is.
        path: &'static str,
        /// Its name.
        name: &'static str,
        /// Its value.
        value: &'static str,
    },
    /// `[path=value]`.
    Content {
        /// Where the value is.
        path: &'static str,
        /// The value.
        value: &'static str,
    },
    /// `[@attribute=$Code]`: the attribute has the value of that code in the header settlement.
    CurrencyOf {
        /// The attribute.
        attribute: &'static str,
        /// The code's element.
        code: &'static str,
    },
}

/// What is asked of an element.
#[derive(Debug)]
pub(super) enum Check {
    /// So many children.
    Count {
        /// Which.
        step: Step,
        /// At least.
        low: usize,
        /// At most.
        high: Option<usize>,
    },
    /// The attribute must be there.
    Attribute(&'static str),
    /// The attribute, where it is there, is one of these.
    AttributeIn(&'static str, &'static CodeList),
    /// The content, where there is some, is one of these.
    ContentIn(&'static CodeList),
}

/// What is asked of the elements on one path, each with the number of its rule.
#[derive(Debug)]
pub(super) struct Block {
    /// The path, from below the root.
    pub(super) steps: Vec<Step>,
    /// What is asked.
    pub(super) checks: Vec<(Check, &'static str)>,
}

/// A profile.
#[derive(Debug, Default)]
pub(super) struct Table {
    blocks: HashMap<String, Vec<Block>>,
}

/// A table while it is read.
#[derive(Default)]
struct Reading {
    shorts: Vec<(&'static str, &'static str)>,
    lists: HashMap<&'static str, &'static CodeList>,
    blocks: Vec<Block>,
}

impl Table {
    /// The blocks for the elements whose names from below the root are `path`.
    pub(super) fn blocks(&self, path: &str) -> &[Block] {
        self.blocks.get(path).map_or(&[], Vec::as_slice)
    }

    /// Reads a table; its head says how it is written.
    fn parse(text: &'static str) -> Result<Self, String> {
        let mut reading = Reading::default();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            reading
                .line(line)
                .ok_or_else(|| format!("a table of usage has a line that cannot be read: {line}"))?;
        }
        let mut table = Self::default();
        for block in reading.blocks {
            let names: Vec<&str> = block.steps.iter().map(|step| step.name).collect();
            table.blocks.entry(names.join("/")).or_default().push(block);
        }
        Ok(table)
    }
}

impl Reading {
    fn line(&mut self, line: &'static str) -> Option<()> {
        if let Some(check) = line.strip_prefix(' ') {
            let check = self.check(check)?;
            self.blocks.last_mut()?.checks.push(check);
            return Some(());
        }
        if let Some(list) = line.strip_prefix("list ") {
            let (name, codes) = list.split_once(" = ")?;
            // Kept for the life of the program, as the table that names it is.
            let codes: &'static CodeList = Box::leak(Box::new(CodeList::parse(codes)?));
            self.lists.insert(name, codes);
            return Some(());
        }
        if let Some(short) = line.strip_prefix("short ") {
            self.shorts.push(short.split_once(' ')?);
            return Some(());
        }
        let mut steps = Vec::new();
        let mut rest = line;
        if line == "." {
            rest = "";
        }
        for (short, path) in &self.shorts {
            if let Some(after) = rest.strip_prefix(short) {
                steps.extend(self.steps(path.strip_suffix('/')?)?);
                rest = after;
            }
        }
        steps.extend(self.steps(rest)?);
        self.blocks.push(Block {
            steps,
            checks: Vec::new(),
        });
        Some(())
    }

    fn steps(&self, path: &'static str) -> Option<Vec<Step>> {
        let mut steps = Vec::new();
        let mut rest = path;
        while !rest.is_empty() {
            let end = rest.find(['/', '[']).unwrap_or(rest.len());
            let end = match rest.get(end..=end) {
                Some("[") => end + rest.get(end..)?.find(']')? + 1,
                _ => end,
            };
            let (word, after) = rest.split_at_checked(end)?;
            steps.push(step(word)?);
            rest = after.strip_prefix('/').unwrap_or(after);
        }
        Some(steps)
    }

    fn check(&self, line: &'static str) -> Option<(Check, &'static str)> {
        let words: Vec<&'static str> = line.split_whitespace().collect();
        Some(match words.as_slice() {
            [attribute, "must", rule] => (Check::Attribute(attribute.strip_prefix('@')?), rule),
            [".", "in", list, rule] => (Check::ContentIn(self.codes(list)?), rule),
            [attribute, "in", list, rule] => (
                Check::AttributeIn(attribute.strip_prefix('@')?, self.codes(list)?),
                rule,
            ),
            [child, range, rule] => {
                let (low, high) = range.split_once("..")?;
                let high = if high.is_empty() {
                    None
                } else {
                    Some(high.parse().ok()?)
                };
                let check = Check::Count {
                    step: step(child)?,
                    low: low.parse().ok()?,
                    high,
                };
                (check, rule)
            }
            _ => return None,
        })
    }

    fn codes(&self, name: &'static str) -> Option<&'static CodeList> {
        if name.starts_with('&') {
            return Some(Box::leak(Box::new(CodeList::parse(name)?)));
        }
        self.lists.get(name).copied()
    }
}

fn step(word: &'static str) -> Option<Step> {
    let Some((name, test)) = word.split_once('[') else {
        return Some(Step {
            name: word,
            test: None,
        });
    };
    let test = test.strip_suffix(']')?;
    if let Some(name_of) = test.strip_prefix("!@") {
        return Some(Step {
            name,
            test: Some(Test::NoAttribute(name_of)),
        });
    }
    let (left, value) = test.split_once('=')?;
    let test = match (left.rsplit_once('@'), value.strip_prefix('$')) {
        (Some(("", attribute)), Some(code)) => Test::CurrencyOf { attribute, code },
        (Some((path, name)), None) => Test::Attribute {
            path: path.strip_suffix('/').unwrap_or(path),
            name,
            value,
        },
        (None, None) => Test::Content { path: left, value },
        _ => return None,
    };
    Some(Step {
        name,
        test: Some(test),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_can_be_read() {
        for table in [&MINIMUM, &BASIC_WL, &BASIC, &EXTENDED] {
            assert!(table.as_ref().unwrap().blocks.len() > 15);
        }
    }

    #[test]
    fn a_broken_table_says_where() {
        for text in [
            " A 1..1 000001",
            "A\n A one 000001",
            "A\n . in nowhere 000001",
            "list a = &nowhere",
            "A[b",
        ] {
            assert!(
                Table::parse(text).unwrap_err().contains("cannot be read"),
                "{text}"
            );
        }
    }
}
