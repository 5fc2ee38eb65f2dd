//! A question, an opinion, a complaint: three ways to write to the authority, told apart by what becomes of each.

use std::sync::Arc;

use domain::{
    procedure::{Door, Procedure},
    survey::Moment,
};
use leptos::prelude::*;

use super::{
    page::{Heading, PageTitle, with_catalogue_part},
    procedures::procedure::delay_words,
};
use crate::{
    components::{AuthorityContact, HumanHelp, LinkButton, words_of},
    paths::Path,
    ports::Catalogue,
    request::portal,
    t,
};

/// Page of the three ways to write.
#[component]
pub fn WritePage() -> impl IntoView {
    view! {
        <PageTitle title=t!("write-heading")/>
        <Heading>{t!("write-heading")}</Heading>
        <h2>{t!("write-danger")}</h2>
        <HumanHelp dangers=Vec::new()/>
        {with_catalogue_part(|catalogue| {
            let question = catalogue.door(Door::Question);
            let complaint = catalogue.door(Door::Complaint);
            view! {
                {question.map(|it| door(it, t!("write-question"), t!("write-question-text")))}
                {complaint.map(|it| door(it, t!("write-complaint"), t!("write-complaint-text")))}
                {complaint.is_some().then(about_request)}
                {opinions(&catalogue)}
            }
        })}
        <AuthorityContact authority=portal().authority()/>
    }
}

/// Something that is followed and answered.
fn door(procedure: &Arc<Procedure>, heading: String, text: String) -> AnyView {
    let href = Path::Procedure(procedure.id.clone()).here();
    let delay = delay_words(procedure.usual_delay);
    view! {
        <h2>{heading}</h2>
        <p>{text}</p>
        <p>{t!("write-delay", delay = delay)}</p>
        <p><LinkButton href label=words_of(&procedure.title).into_any()/></p>
    }
    .into_any()
}

/// Whoever complains about a request takes along what they said already.
fn about_request() -> AnyView {
    let href = Path::Follow.here();
    view! { <p>{t!("write-complaint-request")}" "<a href=href>{t!("menu-follow")}</a></p> }
        .into_any()
}

/// What bears no name and gets no answer of its own.
fn opinions(catalogue: &Catalogue) -> Option<AnyView> {
    catalogue.questionnaire(Moment::Place)?;
    let places = catalogue.places.iter();
    let places = places.map(|place| {
        let href = Path::OpinionOfPlace(place.id.clone()).at_heading();
        view! { <li><a href=href>{words_of(&place.name)}</a></li> }
    });
    let places = places.collect_view();
    let view = view! {
        <h2>{t!("write-opinion")}</h2>
        <p>{t!("write-opinion-text")}</p>
        <h3>{t!("write-opinion-place")}</h3>
        <ul>{places}</ul>
        <p>{t!("write-opinion-request")}" "<a href=Path::Follow.here()>{t!("menu-follow")}</a></p>
        <p><a href=Path::Quality(None).here()>{t!("opinion-thanks-quality")}</a></p>
    };
    Some(view.into_any())
}
