//! Booking a time: what one comes for, what that takes, a time; then the form of an ordinary procedure takes the rest.

pub mod at_place;
mod count_fields;
pub mod counts;
pub mod draft_times;
pub mod line;
pub mod moving;
pub mod nearby;
pub mod need;
pub mod people;
mod picker;
pub mod reminder;
pub mod search;
pub mod times;
pub mod waiting;
pub(in crate::pages) mod what;

use std::sync::Arc;

use domain::appointment::AppointmentType;
use leptos::prelude::*;

use super::page::{CatalogueAge, Heading, PageTitle, with_catalogue};
use crate::{
    components::{AuthorityContact, LinkButton, Notice, NoticeKind, PlaceCard, words_of},
    paths::Path,
    ports::Catalogue,
    request::portal,
    t,
};

/// What one can come for.
#[component]
pub fn Visits() -> impl IntoView {
    with_catalogue(|catalogue| {
        let phone = portal().authority().phone.clone();
        let content = if offered(&catalogue) {
            let types = catalogue.appointment_types.iter().map(card).collect_view();
            view! {
                <p class="lead">{t!("visits-lead")}</p>
                <section aria-labelledby="visits-what">
                    <h2 id="visits-what">{t!("visits-what")}</h2>
                    <ul class="procedure-list">{types}</ul>
                </section>
                <p>{t!("visits-phone", phone = phone)}</p>
            }
            .into_any()
        } else {
            not_online(&catalogue)
        };
        view! {
            <PageTitle title=t!("visits-heading")/>
            <Heading>{t!("visits-heading")}</Heading>
            <CatalogueAge/>
            {content}
            <section aria-labelledby="visits-already">
                <h2 id="visits-already">{t!("visits-already")}</h2>
                <p>{t!("visits-already-text")}</p>
                <p><LinkButton href=Path::Follow.here() label=t!("visits-already-link").into_any()/></p>
            </section>
            <AuthorityContact authority=portal().authority()/>
        }
    })
}

fn card(kind: &Arc<AppointmentType>) -> impl IntoView + use<> {
    view! {
        <li class="procedure-card">
            <a class="procedure-card__link" href=Path::Visit(kind.id.clone()).at_heading()>{words_of(&kind.title)}</a>
            <p class="procedure-card__summary">{words_of(&kind.summary)}</p>
        </li>
    }
}

/// Whether anything can be booked here.
fn offered(catalogue: &Catalogue) -> bool {
    portal().office().appointments && !catalogue.appointment_types.is_empty()
}

/// How long the time that one chooses is held.
fn held_for() -> String {
    match portal().office().hold_minutes {
        Some(minutes) => t!("times-hold", minutes = minutes),
        None => t!("times-hold-some"),
    }
}

/// Says that nothing can be booked here, and how else: by phone, or at the places.
fn not_online(catalogue: &Catalogue) -> AnyView {
    let phone = portal().authority().phone.clone();
    view! {
        <Notice kind=NoticeKind::Information title=t!("visits-none-title")>
            <p>{t!("visits-none-text", phone = phone)}</p>
        </Notice>
        {places(catalogue)}
    }
    .into_any()
}

/// Places where people are received; nothing when none is known.
fn places(catalogue: &Catalogue) -> Option<AnyView> {
    let cards = catalogue
        .places
        .iter()
        .map(|place| view! { <PlaceCard place=place.clone()/> })
        .collect_view();
    let view = view! {
        <h2>{t!("help-places")}</h2>
        {cards}
    };
    (!catalogue.places.is_empty()).then(|| view.into_any())
}
