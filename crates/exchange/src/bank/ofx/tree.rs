//! The elements of OFX. SGML leaves out the end tags of single values; what is one is told by its name, by text in
//! it, or by there being no end tag of that name in the file.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::bank::findings::{Finding, Findings, Place, Rule};
use crate::bank::text::quoted;
use crate::bank::words::{self, DEPTH_MAX, ELEMENTS_MAX, Say, Words};
use crate::bank::xml::Element;

type Names = LazyLock<BTreeSet<&'static str>>;

/// Values that are read, and those that stand beside them.
static VALUES: Names = LazyLock::new(|| {
    "\
    ACCTID ACCTKEY ACCTTYPE BALAMT BANKID BRANCHID CHECKNUM CODE CORRECTACTION CORRECTFITID CURDEF \
    CURRATE CURSYM DTACCTUP DTASOF DTAVAIL DTEND DTPOSTED DTPROFUP DTSERVER DTSTART DTTRAN DTUSER \
    EXTDNAME FID FITID LANGUAGE MEMO MESSAGE NAME ORG PAYEEID REFNUM SEVERITY SIC SRVRTID TRNAMT TRNTYPE \
    TRNUID MKTGINFO SESSCOOKIE"
        .split_ascii_whitespace()
        .collect()
});

/// Elements that hold others, whatever is missing in a file that is cut off.
static GROUPS: Names = LazyLock::new(|| {
    "\
    AVAILBAL BANKACCTFROM BANKACCTTO BANKMSGSRSV1 BANKTRANLIST BANKTRANLISTP CCACCTFROM CCACCTTO \
    CCSTMTRS CCSTMTTRNRS CREDITCARDMSGSRSV1 CURRENCY FI LEDGERBAL OFX ORIGCURRENCY PAYEE SIGNONMSGSRSV1 \
    SONRS STATUS STMTRS STMTTRN STMTTRNP STMTTRNRS"
        .split_ascii_whitespace()
        .collect()
});

enum Token<'a> {
    Start(&'a str),
    End(&'a str),
    Text(&'a str),
}

/// Reads a file to a tree whose root has no name. An entry that the file's end cuts off is left out.
///
/// # Errors
/// Where and why it goes beyond a limit, or declares a document type.
pub(super) fn parse(text: &str, findings: &mut Findings) -> Result<Element, Finding> {
    let start = text.find('<').unwrap_or(text.len());
    let (header, body) = text.split_at(start);
    let line = 1 + u32::try_from(header.matches('\n').count()).unwrap_or(0);
    let mut builder = Builder {
        open: vec![Element::default()],
        ended: ended_names(body),
        elements: 0,
        line,
    };
    let mut rest = body;
    while let Some((token, length)) = next_token(rest) {
        let (taken, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        match token {
            Ok(token) => builder.take(token)?,
            Err(words) => return Err(builder.refusal(Rule::Entity, words)),
        }
        let ends = taken.matches('\n').count();
        builder.line = builder
            .line
            .saturating_add(u32::try_from(ends).unwrap_or(u32::MAX));
        rest = after;
    }
    Ok(builder.close(findings))
}

/// The names that have an end tag somewhere.
fn ended_names(text: &str) -> BTreeSet<String> {
    text.split("</")
        .skip(1)
        .filter_map(|rest| Some(name(rest)?.to_ascii_uppercase()))
        .collect()
}

/// The name at the beginning of what follows `<` or `</`.
fn name(text: &str) -> Option<&str> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || "._-:".contains(c);
    let end = text.find(|c| !is_part(c)).unwrap_or(text.len());
    text.get(..end)
        .filter(|name| name.starts_with(|c: char| c.is_ascii_alphabetic()))
}

/// The next piece and its length in bytes; words when it must not be there. A `<` that begins no tag is text.
fn next_token(text: &str) -> Option<(Result<Token<'_>, Words>, usize)> {
    if text.is_empty() {
        return None;
    }
    let Some(tag) = text.strip_prefix('<') else {
        let end = text.find('<').unwrap_or(text.len());
        return Some((Ok(Token::Text(text.get(..end).unwrap_or(text))), end));
    };
    let until = |mark: &str| text.find(mark).map_or(text.len(), |at| at + mark.len());
    if tag.starts_with("!--") {
        return Some((Ok(Token::Text("")), until("-->")));
    }
    if let Some(inside) = tag.strip_prefix("![CDATA[") {
        let inside = inside.split_once("]]>").map_or(inside, |(inside, _)| inside);
        return Some((Ok(Token::Text(inside)), until("]]>")));
    }
    if tag.starts_with('!') {
        return Some((Err(words::document_type()), text.len()));
    }
    if tag.starts_with('?') {
        return Some((Ok(Token::Text("")), until("?>")));
    }
    let token = match tag.strip_prefix('/') {
        Some(tag) => name(tag).map(Token::End),
        None => name(tag).map(Token::Start),
    };
    match token {
        Some(token) => Some((Ok(token), until(">"))),
        None => Some((Ok(Token::Text("<")), 1)),
    }
}

struct Builder {
    /// The elements that are open; the first is the root and stays.
    open: Vec<Element>,
    ended: BTreeSet<String>,
    elements: usize,
    line: u32,
}

impl Builder {
    fn take(&mut self, token: Token<'_>) -> Result<(), Finding> {
        match token {
            Token::Start(name) => self.start(name),
            Token::End(name) => {
                let name = local(name);
                if self.open.iter().skip(1).any(|open| open.name == name) {
                    while self.pop().is_some_and(|closed| closed != name) {}
                }
                Ok(())
            }
            Token::Text(text) => {
                if let Some(element) = self.open.last_mut()
                    && !(element.text.is_empty() && text.trim().is_empty())
                {
                    element.text.push_str(&unescaped(text));
                }
                Ok(())
            }
        }
    }

    fn start(&mut self, name: &str) -> Result<(), Finding> {
        let name = local(name);
        let is_value = |element: &Element, ended: &BTreeSet<String>| {
            !element.name.is_empty()
                && !GROUPS.contains(element.name.as_str())
                && (VALUES.contains(element.name.as_str())
                    || !element.text.trim().is_empty()
                    || !ended.contains(&element.name))
        };
        if self.open.last().is_some_and(|open| is_value(open, &self.ended)) {
            self.pop();
        }
        // A transaction never stands in another: its end tag was forgotten.
        if name == "STMTTRN" && self.open.last().is_some_and(|open| open.name == name) {
            self.pop();
        }
        self.elements += 1;
        if self.elements > ELEMENTS_MAX {
            return Err(self.refusal(Rule::Limit, words::more_elements()));
        }
        if self.open.len() > DEPTH_MAX {
            return Err(self.refusal(Rule::Depth, words::too_deep()));
        }
        self.open.push(Element {
            name,
            line: self.line,
            ..Element::default()
        });
        Ok(())
    }

    /// Closes the innermost element and gives its name; the root stays open.
    fn pop(&mut self) -> Option<String> {
        if self.open.len() < 2 {
            return None;
        }
        let element = self.open.pop()?;
        let name = element.name.clone();
        if let Some(parent) = self.open.last_mut() {
            parent.children.push(element);
        }
        Some(name)
    }

    fn close(mut self, findings: &mut Findings) -> Element {
        let cut = self.open.iter().rfind(|open| GROUPS.contains(open.name.as_str()));
        if let Some(cut) = cut {
            let english = format!(
                "the file ends within {}, which begins in line {}: it may be cut off",
                quoted(&cut.name),
                cut.line
            );
            let words = Words::new(Say::CutOff, english)
                .value(&cut.name)
                .named("line", &cut.line.to_string());
            findings.push(self.refusal(Rule::Xml, words));
        }
        if let Some(at) = self.open.iter().position(|open| open.name == "STMTTRN") {
            self.open.truncate(at);
        }
        while self.pop().is_some() {}
        self.open.pop().unwrap_or_default()
    }

    fn refusal(&self, rule: Rule, words: Words) -> Finding {
        Finding::new(rule, Place::new(self.line, ""), words)
    }
}

/// The name without a prefix, in capitals.
fn local(name: &str) -> String {
    name.rsplit(':').next().unwrap_or(name).to_ascii_uppercase()
}

/// XML's own five entities, a blank that does not break, and characters by number; anything else stays as written.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at(at);
        plain.push_str(before);
        let entity = from.get(1..).and_then(|inside| {
            let end = inside.bytes().take(10).position(|byte| byte == b';')?;
            Some((inside.get(..end)?, inside.get(end + 1..)?))
        });
        match entity.and_then(|(name, after)| Some((character(name)?, after))) {
            Some((character, after)) => {
                plain.push(character);
                rest = after;
            }
            None => {
                plain.push('&');
                rest = from.get(1..).unwrap_or_default();
            }
        }
    }
    plain.push_str(rest);
    plain
}

fn character(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some(' '),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|character| *character != '\0')
        }
    }
}
