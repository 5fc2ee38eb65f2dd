//! The top of every page: whose portal it is, where one can go, in which language.

use std::sync::Arc;

use leptos::prelude::*;

use super::LanguageMenu;
use crate::{l10n::plain, paths::Path, ports::Authority, t};

/// Banner with the name of the authority, the main menu and the languages: the same on every page.
///
/// RGAA 9.2 (`header`, named `nav`), 12.2 (menu at the same place), 12.8 (order: name, menu, languages).
#[component]
pub fn SiteHeader(
    /// The authority.
    authority: Arc<Authority>,
    /// Path and query of this page.
    path_and_query: String,
) -> impl IntoView {
    let path = path_and_query
        .split(['?', '#'])
        .next()
        .unwrap_or_default()
        .to_owned();
    let links = [
        (Path::Home, t!("menu-home")),
        (Path::Procedures, t!("menu-procedures")),
        (Path::Themes, t!("menu-themes")),
        (Path::Follow, t!("menu-follow")),
        (Path::Help, t!("menu-help")),
    ]
    .into_iter()
    .map(|(target, words)| {
        let href = target.here();
        let current = (href == path).then_some("page");
        view! {
            <li class="site-header__item">
                <a class="site-header__link" href=href aria-current=current>
                    {words}
                </a>
            </li>
        }
    })
    .collect_view();
    view! {
        <header class="site-header">
            <div class="site-header__inner">
                <p class="site-header__name">
                    // An open gate: a decoration, the name beside it says whose portal this is (RGAA 1.2).
                    <svg class="site-header__mark" viewBox="0 0 24 24" aria-hidden="true">
                        <path d="M2 22V11a10 10 0 0 1 20 0v11h-6V11a4 4 0 0 0-8 0v11z" />
                    </svg>
                    <span lang="fr" dir="ltr">
                        {authority.name.clone()}
                    </span>
                </p>
                <nav class="site-header__menu" aria-label=plain(&t!("menu-name")) data-swap="menu">
                    <ul class="site-header__list">{links}</ul>
                </nav>
                <LanguageMenu path_and_query=path_and_query />
            </div>
        </header>
    }
}
