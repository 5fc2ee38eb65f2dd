//! The same page in the other languages.

use domain::locale::Locale;
use leptos::prelude::*;

use crate::{
    l10n::{locale, plain},
    paths::translated,
    t,
};

/// Name of a language, in that language: shown to those who do not read the current one.
const fn own_name(language: Locale) -> &'static str {
    match language {
        Locale::French => "Français",
        Locale::English => "English",
        Locale::Arabic => "العربية",
        Locale::EasyFrench => "Facile à lire",
    }
}

/// Plain links, no flag, no list that submits itself (accessibility reference, 4.3). The draft is kept: the
/// address is the same but for its first segment.
///
/// RGAA 8.7 and 8.8 (each name carries its own `lang`), 7.4 (nothing changes on focus), 3.1 (`aria-current`
/// and the mark of a current link, not its colour alone).
#[component]
pub fn LanguageMenu(
    /// Path and query of this page.
    path_and_query: String,
) -> impl IntoView {
    let links = Locale::ALL
        .into_iter()
        .map(|language| {
            let current = (language == locale()).then_some("true");
            view! {
                <li class="language-menu__item">
                    <a
                        class="language-menu__link"
                        href=translated(&path_and_query, language)
                        lang=language.tag()
                        dir=language.dir()
                        hreflang=language.tag()
                        aria-current=current
                    >
                        {own_name(language)}
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <nav class="language-menu" aria-label=plain(&t!("language-menu-name")) data-swap="language-menu">
            <ul class="language-menu__list">{links}</ul>
        </nav>
    }
}
