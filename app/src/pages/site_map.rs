//! Every page that one can open directly (RGAA 12.3), with the titles that they carry.

use leptos::prelude::*;

use super::page::{Heading, PageTitle, with_catalogue_part};
use crate::{
    components::{AuthorityContact, words_of},
    paths::Path,
    request::portal,
    t,
};

/// Site map.
#[component]
pub fn SiteMap() -> impl IntoView {
    let link = |path: Path, words: String| view! { <li><a href=path.here()>{words}</a></li> };
    view! {
        <PageTitle title=t!("site-map-heading")/>
        <Heading>{t!("site-map-heading")}</Heading>
        <ul>
            {link(Path::Home, t!("menu-home"))}
            {link(Path::Procedures, t!("menu-procedures"))}
            {link(Path::Themes, t!("menu-themes"))}
            {link(Path::Visits, t!("visits-heading"))}
            {link(Path::Follow, t!("menu-follow"))}
            {link(Path::TakeUp, t!("take-up-heading"))}
            {link(Path::Help, t!("menu-help"))}
            {link(Path::Write, t!("write-heading"))}
            {asks().then(|| link(Path::Quality(None), t!("quality-heading")))}
        </ul>
        {with_catalogue_part(|catalogue| {
            let items = catalogue
                .procedures
                .iter()
                .map(|procedure| {
                    let href = Path::Procedure(procedure.id.clone()).here();
                    view! { <li><a href=href>{words_of(&procedure.title)}</a></li> }
                })
                .collect::<Vec<_>>();
            view! {
                <h2>{t!("home-procedures")}</h2>
                <ul>{items}</ul>
            }
        })}
        <h2>{t!("site-map-about")}</h2>
        <ul>
            {link(Path::Accessibility, t!("accessibility-heading"))}
            {link(Path::Privacy, t!("privacy-heading"))}
            {link(Path::Legal, t!("legal-heading"))}
            {link(Path::SiteMap, t!("site-map-heading"))}
        </ul>
        <AuthorityContact authority=portal().authority()/>
    }
}

/// Whether people are asked how it went, so that there are figures to read.
fn asks() -> bool {
    let catalogue = portal().catalogue();
    catalogue.is_ok_and(|catalogue| !catalogue.questionnaires.is_empty())
}
