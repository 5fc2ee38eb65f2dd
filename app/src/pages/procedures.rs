//! All procedures, and the search among them. The search is a plain GET form: it works without JavaScript.

pub mod list;
pub mod procedure;
pub mod search;
pub mod themes;

use leptos::prelude::*;

use super::page::{CatalogueAge, Heading, PageTitle, with_catalogue};
use crate::{
    components::{AuthorityContact, SearchForm},
    l10n,
    paths::Path,
    request::{portal, query},
    t,
};
use list::ProcedureList;

/// List of procedures, or results of a search.
#[component]
pub fn Procedures() -> impl IntoView {
    let asked: String = query("q").trim().chars().take(100).collect();
    with_catalogue(move |catalogue| {
        let locale = l10n::locale();
        let found = search::find(&catalogue.procedures, &asked, locale);
        let count = found.len();
        let heading = if asked.is_empty() {
            t!("procedures-heading")
        } else {
            t!("search-results", count = count, query = asked.clone())
        };
        let title = if asked.is_empty() {
            t!("procedures-heading")
        } else {
            t!("search-title", query = asked.clone())
        };
        if count == 0 {
            portal().found_nothing(&asked);
        }
        let nothing = (count == 0).then(|| {
            let phone = portal().authority().phone.clone();
            view! {
                <p>{t!("search-nothing", phone = phone)}</p>
                <ul>
                    <li><a href=Path::Procedures.here()>{t!("search-all")}</a></li>
                    <li><a href=Path::Themes.here()>{t!("home-by-theme")}</a></li>
                    <li><a href=Path::Help.here()>{t!("home-help-link")}</a></li>
                </ul>
            }
        });
        view! {
            <PageTitle title/>
            <Heading>{t!("procedures-heading")}</Heading>
            <CatalogueAge/>
            <SearchForm query=asked.clone() action=Path::Procedures.here()/>
            <section aria-labelledby="results">
                <h2 id="results">{if asked.is_empty() { t!("procedures-all", count = count) } else { heading }}</h2>
                <ProcedureList procedures=found/>
                {nothing}
            </section>
            <AuthorityContact authority=portal().authority()/>
        }
    })
}
