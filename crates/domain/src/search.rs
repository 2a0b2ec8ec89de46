//! Search tokens, made here for every database alike: FTS tokenizers shred Hindi and Tamil.

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// The most tokens kept of one record.
pub const TOKENS_MAX: usize = 64;
/// The most characters kept of one token.
const TOKEN_CHARS_MAX: usize = 40;

/// The tokens of `text`: words by Unicode's rules (UAX 29), with their vowel signs, compatibility-composed,
/// lower-cased, Latin letters without accents. Each once, in order of appearance, at most [`TOKENS_MAX`].
#[must_use]
pub fn tokens(text: &str) -> Vec<String> {
    let folded: String = text.nfkc().flat_map(char::to_lowercase).collect();
    let mut tokens: Vec<String> = Vec::new();
    for word in folded
        .split_word_bounds()
        .filter(|word| word.chars().any(char::is_alphanumeric))
    {
        let token: String = without_latin_accents(word)
            .chars()
            .take(TOKEN_CHARS_MAX)
            .collect();
        if !tokens.contains(&token) {
            tokens.push(token);
        }
        if tokens.len() == TOKENS_MAX {
            break;
        }
    }
    tokens
}

fn without_latin_accents(word: &str) -> String {
    let latin_accent = |character: char| ('\u{300}'..='\u{36f}').contains(&character);
    word.nfd()
        .filter(|character| !latin_accent(*character))
        .nfc()
        .collect()
}

/// A key that sorts names as people expect, byte by byte: folded as [`tokens`] are, blanks collapsed.
#[must_use]
pub fn sort_key(name: &str) -> String {
    let folded: String = name.nfkc().flat_map(char::to_lowercase).collect();
    let words: Vec<&str> = folded.split_whitespace().collect();
    without_latin_accents(&words.join(" "))
}
