//! Words that mean "not finished", and tests that are switched off.

use super::sources::{Source, Sources};
use crate::workspace::Workspace;
use anyhow::Result;

/// Spelled in two halves, so that this file passes its own check.
const UNFINISHED: &[&str] = &[
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("XX", "X"),
    concat!("unimpl", "emented"),
    concat!("to", "do!"),
];
const SWITCHED_OFF: &[&str] = &[
    concat!("#[ig", "nore"),
    concat!("it.sk", "ip("),
    concat!("it.on", "ly("),
    concat!("describe.on", "ly("),
    concat!("describe.sk", "ip("),
];
/// Also the code of "no currency" in ISO 4217, which code names as a string.
const MAY_BE_QUOTED: &str = concat!("XX", "X");

pub fn check(_: &Workspace, sources: &Sources) -> Result<Vec<String>> {
    Ok(sources.files.iter().flat_map(found).collect())
}

fn found(file: &Source) -> Vec<String> {
    let words = if file.is_test() { &[] } else { UNFINISHED };
    let mut problems = Vec::new();
    for (number, line) in file.text.lines().enumerate() {
        let unfinished = words.iter().filter(|word| has_word(line, word));
        let switched_off = SWITCHED_OFF.iter().filter(|word| line.contains(**word));
        for word in unfinished.chain(switched_off) {
            problems.push(format!("{}:{}: {word}", file.path, number + 1));
        }
    }
    problems
}

/// Whether the word stands by itself: not inside a longer one, nor in quotes where that is allowed.
fn has_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(start, _)| {
        let before = line.get(..start).and_then(|text| text.chars().next_back());
        let after = line
            .get(start + word.len()..)
            .and_then(|text| text.chars().next());
        let joined =
            |letter: Option<char>| letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '_');
        let quoted = word == MAY_BE_QUOTED && before.is_some_and(|letter| "\"'`".contains(letter));
        let goes_on = joined(before) || (joined(after) && word.ends_with(char::is_alphanumeric));
        !goes_on && !quoted
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sources::of;

    #[test]
    fn words_stand_by_themselves() {
        let word = UNFINISHED[0];
        let cases = [
            (format!("// {word}: later"), true),
            (format!("// {word}"), true),
            (format!("let MAST{word} = 1;"), false),
            (format!("// {word}S are a kind of list"), false),
            (format!("currency(\"{MAY_BE_QUOTED}\")"), false),
            (format!("// {MAY_BE_QUOTED} look again"), true),
        ];
        for (line, expected) in cases {
            assert_eq!(
                !found(&of(&[("a.rs", &line)]).files[0]).is_empty(),
                expected,
                "{line}"
            );
        }
    }

    #[test]
    fn a_test_may_say_such_words_but_not_be_switched_off() {
        let text = format!("{}\n{}]", UNFINISHED[1], SWITCHED_OFF[0]);
        assert_eq!(
            found(&of(&[("crates/a/src/tests.rs", &text)]).files[0]),
            [format!("crates/a/src/tests.rs:2: {}", SWITCHED_OFF[0])]
        );
    }
}
