//! The words of a search: each must be found, the last one as the beginning of a word.

use folio_domain::records::Kind;
use folio_domain::search::tokens;

use super::AnswerError;
use super::reader::Reader;
use super::statement::Statement;

/// The most words that a search takes.
const WORDS_MAX: usize = 8;
/// How many characters of a text a hit shows.
const EXCERPT_CHARS: usize = 120;
/// A word that so many records have is common: it is no use to look at all of them.
const COMMON: u32 = 2_000;

/// The words of a search, folded as the stored tokens are.
pub(super) struct Words(Vec<Word>);

enum Word {
    Whole(String),
    /// The beginning of a word.
    Begun(String),
}

/// The words of a search among the records of one kind, the rarest first.
pub(super) struct Ranked<'a> {
    kind: Kind,
    words: Vec<&'a Word>,
    /// How many records have the rarest word, no further than [`COMMON`].
    rarest: u32,
}

impl Words {
    /// The words in `text`; none when there are none.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut tokens = tokens(text);
        tokens.truncate(WORDS_MAX);
        let begun = Word::Begun(tokens.pop()?);
        Some(Self(tokens.into_iter().map(Word::Whole).chain([begun]).collect()))
    }

    /// The words by how many records of `kind` have them, whoever may see those.
    pub(super) async fn ranked(&self, reader: &Reader<'_>, kind: Kind) -> Result<Ranked<'_>, AnswerError> {
        let mut counted = Vec::with_capacity(self.0.len());
        for word in &self.0 {
            let statement = word.tokens(
                Statement::new("SELECT t.id FROM search_token AS t".to_owned(), reader.org_id().0),
                kind,
            );
            let statement = statement.push(" LIMIT ").bind(i64::from(COMMON));
            counted.push((
                reader
                    .number(statement.within("SELECT COUNT(*) FROM (", ") AS few"))
                    .await?,
                word,
            ));
        }
        counted.sort_by_key(|(count, _)| *count);
        let rarest = counted.first().map_or(0, |(count, _)| *count);
        Ok(Ranked {
            kind,
            words: counted.into_iter().map(|(_, word)| word).collect(),
            rarest,
        })
    }

    /// Whether `text` has every word.
    pub(super) fn fit(&self, text: &str) -> bool {
        let tokens = tokens(text);
        self.0
            .iter()
            .all(|word| tokens.iter().any(|token| word.is(token)))
    }

    /// The part of `text` around the first word that is found in it, on one line.
    pub(super) fn excerpt(&self, text: &str) -> String {
        let parts: Vec<&str> = text.split_whitespace().collect();
        let hit = |part: &&str| {
            tokens(part)
                .iter()
                .any(|token| self.0.iter().any(|word| word.is(token)))
        };
        let found = parts.iter().position(hit).unwrap_or(0);
        let start = if parts.iter().map(|part| part.chars().count() + 1).sum::<usize>() <= EXCERPT_CHARS {
            0
        } else {
            found.saturating_sub(5)
        };
        let mut excerpt = if start > 0 {
            "…".to_owned()
        } else {
            String::new()
        };
        let mut room = EXCERPT_CHARS;
        for part in parts.iter().skip(start) {
            let length = part.chars().count() + 1;
            if length > room {
                // A word as long as the room itself is shown in part.
                excerpt.extend(part.chars().take(if room == EXCERPT_CHARS { room } else { 0 }));
                excerpt.push('…');
                break;
            }
            room -= length;
            if !matches!(excerpt.as_str(), "" | "…") {
                excerpt.push(' ');
            }
            excerpt.push_str(part);
        }
        excerpt
    }
}

impl Word {
    fn is(&self, token: &str) -> bool {
        match self {
            Self::Whole(word) => token == word,
            Self::Begun(begin) => token.starts_with(begin),
        }
    }

    /// With ` WHERE` the search tokens `t` of `kind` are this word.
    fn tokens(&self, statement: Statement, kind: Kind) -> Statement {
        let kind = format!(
            " WHERE t.org_id = $1 AND t.kind = '{}' AND t.token ",
            kind.table()
        );
        let statement = statement.push(&kind);
        match self {
            Self::Whole(word) => statement.push("= ").bind(word.as_str()),
            Self::Begun(begin) => {
                // No letter comes after U+10FFFF, so this is the end of all words that begin so.
                let end = format!("{begin}\u{10ffff}");
                statement
                    .push(">= ")
                    .bind(begin.as_str())
                    .push(" AND t.token < ")
                    .bind(end)
            }
        }
    }
}

impl Ranked<'_> {
    /// With the condition that `column` is the id of a record that has every word.
    pub(super) fn restrict(&self, statement: Statement, column: &str) -> Statement {
        let mut words = self.words.iter();
        let Some(rarest) = words.next() else {
            return statement;
        };
        let open = statement.push(&format!(" AND {column} IN (SELECT t.id FROM search_token AS t"));
        let mut statement = rarest.tokens(open, self.kind).push(")");
        for word in words {
            let open = statement.push(" AND EXISTS (SELECT 1 FROM search_token AS t");
            statement = word
                .tokens(open, self.kind)
                .push(&format!(" AND t.id = {column})"));
        }
        statement
    }

    /// Whether every word is common.
    pub(super) fn is_common(&self) -> bool {
        self.rarest >= COMMON
    }

    /// Whether there is a word that no record has.
    pub(super) fn is_nothing(&self) -> bool {
        self.rarest == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_must_fit_and_the_last_may_be_begun() {
        let words = Words::parse("webseite pfleg").unwrap();
        assert!(words.fit("Pflege der Webseite"));
        assert!(!words.fit("Pflege des Gartens"));
        assert!(Words::parse(" — ").is_none());
    }

    #[test]
    fn an_excerpt_shows_the_word_that_was_found() {
        let text = format!("{} நன்றி {}", "one two ".repeat(30), "three four ".repeat(30));
        let excerpt = Words::parse("நன்").unwrap().excerpt(&text);
        assert!(excerpt.contains("நன்றி"), "{excerpt}");
        assert!(excerpt.starts_with('…') && excerpt.ends_with('…'));
        assert!(excerpt.chars().count() <= EXCERPT_CHARS + 2);
        assert_eq!(
            Words::parse("zwei").unwrap().excerpt("eins zwei drei"),
            "eins zwei drei"
        );
        let endless = Words::parse("ไม่").unwrap().excerpt(&"ก".repeat(500));
        assert_eq!(endless.chars().count(), EXCERPT_CHARS + 1);
    }
}
