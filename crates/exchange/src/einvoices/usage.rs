//! What a Factur-X profile asks of each element beyond the schema: how often, with which attributes, which codes.
//! The profiles are tables (`tables/usage_*.txt`), written from Factur-X 1.09; their heads say how to read them.

mod table;

use self::table::{Check, Step, Table, Test};
use super::declared::Level;
use super::findings::{Finding, Source};
use super::tree::{Element, all, children, first, named, path, place, string};

const SETTLEMENT: &str = "SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement";

/// Everything in the XML below `root` that the profile `level` does not allow.
pub(super) fn check(root: Element<'_>, level: Level) -> Vec<Finding> {
    let table = match level {
        Level::Core => return Vec::new(),
        Level::Minimum => table::MINIMUM.as_ref(),
        Level::BasicWl => table::BASIC_WL.as_ref(),
        Level::Basic => table::BASIC.as_ref(),
        Level::Extended => table::EXTENDED.as_ref(),
    };
    let table = match table {
        Ok(table) => table,
        Err(why) => return vec![Finding::new(Source::Profile, "FX", place(root), why.clone())],
    };
    let walk = Walk { root, table };
    root.descendants()
        .filter(|node| node.is_element())
        .flat_map(|element| walk.element(element))
        .take(super::findings::FINDINGS_MAX)
        .collect()
}

struct Walk<'a> {
    root: Element<'a>,
    table: &'static Table,
}

impl Walk<'_> {
    /// The first block for an element is the one that holds for it.
    fn element(&self, element: Element<'_>) -> Vec<Finding> {
        let blocks = self.table.blocks(&path(element));
        let block = blocks.iter().find(|block| self.stands_at(element, &block.steps));
        let checks = block.map_or(&[][..], |block| &block.checks);
        checks
            .iter()
            .filter_map(|(check, rule)| {
                let words = self.broken(element, check)?;
                Some(Finding::new(
                    Source::Profile,
                    format!("FX-SCH-A-{rule}"),
                    place(element),
                    words,
                ))
            })
            .collect()
    }

    fn stands_at(&self, element: Element<'_>, steps: &[Step]) -> bool {
        let mut at = Some(element);
        for step in steps.iter().rev() {
            let Some(element) = at else { return false };
            if !step.test.as_ref().is_none_or(|test| self.passes(element, test)) {
                return false;
            }
            at = element.parent_element();
        }
        true
    }

    fn passes(&self, element: Element<'_>, test: &Test) -> bool {
        match test {
            Test::NoAttribute(name) => element.attribute(*name).is_none(),
            Test::Attribute { path, name, value } => {
                let found = if path.is_empty() {
                    vec![element]
                } else {
                    all(element, path)
                };
                found
                    .iter()
                    .any(|element| element.attribute(*name) == Some(value))
            }
            Test::Content { path, value } => all(element, path)
                .iter()
                .any(|element| string(*element) == *value),
            Test::CurrencyOf { attribute, code } => {
                let code = first(self.root, SETTLEMENT).and_then(|settlement| first(settlement, code));
                code.is_some_and(|code| element.attribute(*attribute) == Some(&*string(code)))
            }
        }
    }

    /// What is wrong, in words; none when `check` holds.
    fn broken(&self, element: Element<'_>, check: &Check) -> Option<String> {
        let own = element.tag_name().name();
        match check {
            Check::Count { step, low, high } => {
                let matching =
                    |child: &Element<'_>| step.test.as_ref().is_none_or(|test| self.passes(*child, test));
                let count = named(element, step.name).filter(matching).count();
                let fits = count >= *low && high.is_none_or(|high| count <= high);
                (!fits).then(|| format!("{own} has {count} of {}; {}", step.name, number(*low, *high)))
            }
            Check::Attribute(name) => element
                .attribute(*name)
                .is_none()
                .then(|| format!("{own} needs the attribute {name}")),
            Check::AttributeIn(name, codes) => element
                .attribute(*name)
                .filter(|code| !code.is_empty() && !codes.has(code))
                .map(|code| format!("{code:?} is not a code that {name} of {own} may have")),
            Check::ContentIn(codes) => {
                let code = string(element);
                let wrong = !code.is_empty() && !codes.has(&code) && children(element).next().is_none();
                wrong.then(|| format!("{code:?} is not a code that {own} may have"))
            }
        }
    }
}

fn number(low: usize, high: Option<usize>) -> String {
    match (low, high) {
        (low, Some(high)) if low == high => format!("there must be {low}"),
        (low, Some(high)) => format!("there may be {low} to {high}"),
        (low, None) => format!("there must be {low} or more"),
    }
}
