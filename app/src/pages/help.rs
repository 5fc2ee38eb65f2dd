//! Places where people are received, and other ways to get help: phone and counter are always offered.

use leptos::prelude::*;

use super::page::{Heading, PageTitle, with_catalogue_part};
use crate::{
    components::{AuthorityContact, PlaceCard},
    paths::Path,
    request::portal,
    t,
};

/// Help page.
#[component]
pub fn Help() -> impl IntoView {
    view! {
        <PageTitle title=t!("help-heading")/>
        <Heading>{t!("help-heading")}</Heading>
        <p class="lead">{t!("help-lead")}</p>
        <h2>{t!("help-someone")}</h2>
        <p>{t!("help-someone-text")}</p>
        <h2>{t!("help-rights")}</h2>
        <ul>
            <li>{t!("help-right-mistake")}</li>
            <li>{t!("help-right-human")}</li>
            <li>{t!("help-right-language")}</li>
        </ul>
        <h2>{t!("help-emergency")}</h2>
        <p>{t!("help-emergency-text")}</p>
        {with_catalogue_part(|catalogue| {
            let places = catalogue
                .places
                .iter()
                .map(|place| {
                    let page = Path::Place(place.id.clone()).here();
                    view! { <PlaceCard place=place.clone() page/> }
                })
                .collect::<Vec<_>>();
            view! {
                <h2>{t!("help-places")}</h2>
                {places}
            }
        })}
        <AuthorityContact authority=portal().authority()/>
    }
}
