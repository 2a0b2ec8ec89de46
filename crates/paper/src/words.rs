//! The words on paper, from `locales/*/paper.ftl`, in the language of the one who reads it.

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use folio_domain::languages::Language;
use jiff::civil::Date;

use crate::error::PaperError;

type Bundle = FluentBundle<FluentResource>;

fn source(language: Language) -> &'static str {
    match language {
        Language::En => include_str!("../../../locales/en/paper.ftl"),
        Language::Hi => include_str!("../../../locales/hi/paper.ftl"),
        Language::Ta => include_str!("../../../locales/ta/paper.ftl"),
        Language::Eo => include_str!("../../../locales/eo/paper.ftl"),
    }
}

/// The bundle of `language`, or the first thing that is wrong with its file.
fn bundle(language: Language) -> Result<&'static Bundle, PaperError> {
    static BUNDLES: [OnceLock<Result<Bundle, String>>; 4] = [const { OnceLock::new() }; 4];
    let built = BUNDLES
        .get(language as usize)
        .map(|slot| slot.get_or_init(|| build(language)));
    match built {
        Some(Ok(bundle)) => Ok(bundle),
        Some(Err(reason)) => Err(missing(reason, language)),
        None => Err(missing("paper.ftl", language)),
    }
}

fn build(language: Language) -> Result<Bundle, String> {
    let resource = FluentResource::try_new(source(language).to_owned())
        .map_err(|(_, errors)| errors.first().map_or_else(String::new, ToString::to_string))?;
    let locale = language
        .tag()
        .parse()
        .map_err(|_unparsable| language.tag().to_owned())?;
    let mut bundle = Bundle::new_concurrent(vec![locale]);
    // Isolation marks are letters that no font has; direction is settled by the layout.
    bundle.set_use_isolating(false);
    bundle
        .add_resource(resource)
        .map_err(|errors| format!("{errors:?}"))?;
    Ok(bundle)
}

fn missing(key: &str, language: Language) -> PaperError {
    PaperError::MissingText {
        key: key.to_owned(),
        language: language.tag(),
    }
}

/// The words of one language.
#[derive(Clone, Copy)]
pub(crate) struct Words {
    bundle: &'static Bundle,
    language: Language,
}

impl Words {
    /// The words of `language`.
    ///
    /// # Errors
    /// A file of words that cannot be read.
    pub(crate) fn of(language: Language) -> Result<Self, PaperError> {
        Ok(Self {
            bundle: bundle(language)?,
            language,
        })
    }

    /// The text of `key`.
    ///
    /// # Errors
    /// No such text.
    pub(crate) fn get(&self, key: &str) -> Result<String, PaperError> {
        self.with(key, &[])
    }

    /// The text of `key` with `arguments` put in, which come formatted already.
    ///
    /// # Errors
    /// No such text, or one that asks for other arguments.
    pub(crate) fn with(&self, key: &str, arguments: &[(&'static str, &str)]) -> Result<String, PaperError> {
        let missing = || missing(key, self.language);
        let pattern = self
            .bundle
            .get_message(key)
            .and_then(|message| message.value())
            .ok_or_else(missing)?;
        let mut errors = Vec::new();
        let given: FluentArgs<'_> = arguments
            .iter()
            .map(|(name, value)| (*name, FluentValue::from(*value)))
            .collect();
        let text: Cow<'_, str> = self.bundle.format_pattern(pattern, Some(&given), &mut errors);
        if errors.is_empty() {
            Ok(text.into_owned())
        } else {
            Err(missing())
        }
    }

    /// `date` in full, the month as a word so that nobody mistakes it for the day.
    ///
    /// # Errors
    /// No such text.
    pub(crate) fn date(&self, date: Date) -> Result<String, PaperError> {
        let month = self.get(&format!("month-{}", date.month()))?;
        let (day, year) = (date.day().to_string(), date.year().to_string());
        self.with("date-long", &[("day", &day), ("month", &month), ("year", &year)])
    }
}

/// "Page x of y".
///
/// # Errors
/// No such text.
pub(crate) fn page_of(language: Language, page: usize, pages: usize) -> Result<String, PaperError> {
    Words::of(language)?.with(
        "page-of",
        &[("page", &page.to_string()), ("pages", &pages.to_string())],
    )
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use fluent_bundle::FluentResource;

    use super::*;

    fn keys(language: Language) -> BTreeSet<String> {
        let resource = FluentResource::try_new(source(language).to_owned()).unwrap();
        let entries = resource.entries().filter_map(|entry| match entry {
            fluent_syntax::ast::Entry::Message(message) => Some(message.id.name.to_owned()),
            _ => None,
        });
        entries.collect()
    }

    #[test]
    fn every_language_has_the_same_texts() {
        for language in Language::ALL {
            assert_eq!(keys(language), keys(Language::En), "{}", language.tag());
        }
    }

    #[test]
    fn dates_are_written_out() {
        let date = jiff::civil::date(2026, 11, 5);
        let written = |language| Words::of(language).unwrap().date(date).unwrap();
        assert_eq!(written(Language::En), "5 November 2026");
        assert_eq!(written(Language::Hi), "5 नवंबर 2026");
        assert_eq!(written(Language::Ta), "5 நவம்பர், 2026");
        assert_eq!(written(Language::Eo), "5-a de novembro 2026");
    }

    #[test]
    fn an_unknown_text_is_refused() {
        let refusal = Words::of(Language::Hi).unwrap().get("no-such-text").unwrap_err();
        assert_eq!(
            refusal,
            PaperError::MissingText {
                key: "no-such-text".to_owned(),
                language: "hi"
            }
        );
    }
}
