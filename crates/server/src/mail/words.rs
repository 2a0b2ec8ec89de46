//! The words of mails, from `locales/*/mail.ftl`, in the language of the one who reads them.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use folio_domain::languages::Language;

use crate::errors::ServerError;

type Bundle = FluentBundle<FluentResource>;

fn source(language: Language) -> &'static str {
    match language {
        Language::En => include_str!("../../../../locales/en/mail.ftl"),
        Language::Hi => include_str!("../../../../locales/hi/mail.ftl"),
        Language::Ta => include_str!("../../../../locales/ta/mail.ftl"),
        Language::Eo => include_str!("../../../../locales/eo/mail.ftl"),
    }
}

fn bundle(language: Language) -> Result<&'static Bundle, ServerError> {
    static BUNDLES: [OnceLock<Option<Bundle>>; Language::ALL.len()] =
        [const { OnceLock::new() }; Language::ALL.len()];
    let slot = BUNDLES
        .get(language as usize)
        .and_then(|slot| slot.get_or_init(|| build(language)).as_ref());
    slot.ok_or_else(|| ServerError::Text(format!("{}/mail.ftl", language.tag())))
}

fn build(language: Language) -> Option<Bundle> {
    let resource = FluentResource::try_new(source(language).to_owned()).ok()?;
    let mut bundle = Bundle::new_concurrent(vec![language.tag().parse().ok()?]);
    // Marks that isolate what is put in would show as boxes in some mail programs.
    bundle.set_use_isolating(false);
    bundle.add_resource(resource).ok()?;
    Some(bundle)
}

/// The text of `key` in `language` with `arguments` put in.
///
/// # Errors
/// No such text, or one that asks for other arguments.
pub(super) fn text(
    language: Language,
    key: &str,
    arguments: &[(&'static str, &str)],
) -> Result<String, ServerError> {
    let missing = || ServerError::Text(format!("{}/mail.ftl: {key}", language.tag()));
    let bundle = bundle(language)?;
    let pattern = bundle
        .get_message(key)
        .and_then(|message| message.value())
        .ok_or_else(missing)?;
    let arguments: FluentArgs<'_> = arguments
        .iter()
        .map(|(name, value)| (*name, FluentValue::from(*value)))
        .collect();
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&arguments), &mut errors);
    if errors.is_empty() {
        Ok(text.into_owned())
    } else {
        Err(missing())
    }
}
