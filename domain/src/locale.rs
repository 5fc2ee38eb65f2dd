//! The languages of the portal, as one closed set.

use serde::{Deserialize, Serialize};

/// A language in which every text of the portal exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Locale {
    /// French, the source language.
    #[serde(rename = "fr")]
    French,
    /// English.
    #[serde(rename = "en")]
    English,
    /// Arabic, written from right to left.
    #[serde(rename = "ar")]
    Arabic,
    /// Easy-to-read French (FALC, *facile à lire et à comprendre*).
    #[serde(rename = "fr-simple")]
    EasyFrench,
}

impl Locale {
    /// Every language, in the order in which the language menu shows them.
    pub const ALL: [Self; 4] = [Self::French, Self::English, Self::Arabic, Self::EasyFrench];

    /// BCP 47 tag for `lang` attributes; `simple` is the registered variant for simplified language.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::English => "en",
            Self::Arabic => "ar",
            Self::EasyFrench => "fr-simple",
        }
    }

    /// First segment of every address in this language.
    #[must_use]
    pub const fn segment(self) -> &'static str {
        match self {
            Self::EasyFrench => "falc",
            other => other.tag(),
        }
    }

    /// Reads the first segment of an address.
    #[must_use]
    pub fn from_segment(segment: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|locale| locale.segment() == segment)
    }

    /// Reads a BCP 47 tag of [`Self::tag`].
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|locale| locale.tag() == tag)
    }

    /// Value of the `dir` attribute.
    #[must_use]
    pub const fn dir(self) -> &'static str {
        match self {
            Self::Arabic => "rtl",
            _ => "ltr",
        }
    }
}
