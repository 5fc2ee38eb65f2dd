//! A text in several languages, with a fallback that says which language it is in.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::locale::Locale;

/// One text of the catalogue in the languages it was written in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(transparent)]
pub struct Text(pub BTreeMap<Locale, String>);

/// A text as shown to one person, with the language it really is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spoken<'a> {
    /// The words.
    pub words: &'a str,
    /// Their language.
    pub language: Locale,
}

impl Text {
    /// The text in `locale`; otherwise in French, otherwise in any language it has.
    /// A missing translation stays visible: callers write `lang` when the language differs (RGAA 8.7).
    #[must_use]
    pub fn in_locale(&self, locale: Locale) -> Spoken<'_> {
        let fallbacks: [Locale; 2] = match locale {
            Locale::EasyFrench | Locale::French => [Locale::French, Locale::English],
            _ => [Locale::French, Locale::English],
        };
        std::iter::once(locale)
            .chain(fallbacks)
            .chain(Locale::ALL)
            .find_map(|language| {
                self.0
                    .get(&language)
                    .map(|words| Spoken { words, language })
            })
            .unwrap_or(Spoken {
                words: "",
                language: locale,
            })
    }

    /// Languages in which this text is missing or blank.
    pub fn missing(&self) -> impl Iterator<Item = Locale> + '_ {
        Locale::ALL.into_iter().filter(|locale| {
            self.0
                .get(locale)
                .is_none_or(|words| words.trim().is_empty())
        })
    }

    /// True when it holds no text in any language.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
