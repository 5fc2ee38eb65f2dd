//! Places where people are received, and other ways to get help: phone and counter are always offered.

use domain::place::Place;
use leptos::prelude::*;

use super::page::{Heading, PageTitle, with_catalogue_part};
use crate::{
    components::{AuthorityContact, words_of},
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
            let places = catalogue.places.iter().map(place).collect::<Vec<_>>();
            view! {
                <h2>{t!("help-places")}</h2>
                {places}
            }
        })}
        <AuthorityContact authority=portal().authority()/>
    }
}

fn place(place: &Place) -> impl IntoView + use<> {
    let address = place
        .address
        .iter()
        .map(|line| view! { {line.clone()}<br/> })
        .collect::<Vec<_>>();
    let hours = place
        .hours
        .iter()
        .map(|line| view! { <li>{words_of(line)}</li> })
        .collect::<Vec<_>>();
    let access = place
        .access
        .iter()
        .map(|fact| view! { <li>{words_of(fact)}</li> })
        .collect::<Vec<_>>();
    let email = place.email.clone().map(|email| {
        let href = format!("mailto:{email}");
        view! { <p>{t!("contact-email")}" "<a href=href><bdi dir="ltr">{email}</bdi></a></p> }
    });
    view! {
        <section class="place" aria-labelledby=format!("place-{}", place.id)>
            <h3 id=format!("place-{}", place.id)>{words_of(&place.name)}</h3>
            <p>{words_of(&place.purpose)}</p>
            <address lang="fr" dir="ltr">{address}</address>
            <p>{t!("contact-phone")}" "<bdi dir="ltr">{place.phone.clone()}</bdi></p>
            {email}
            <h4>{t!("help-hours")}</h4>
            <ul>{hours}</ul>
            <h4>{t!("help-access")}</h4>
            <ul>{access}</ul>
        </section>
    }
}
