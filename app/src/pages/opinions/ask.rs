//! The first page of a questionnaire.

use domain::{
    answers::Answers,
    survey::{Moment, Subject},
};
use leptos::prelude::*;

use super::{
    form::{Shown, page},
    page_names,
};
use crate::{
    pages::{
        errors::{ErrorKind, ErrorPage},
        page::{absence, not_found},
    },
    paths::{Path, moment_of},
    ports::{Absence, Asking},
    request::{portal, segment},
};

/// Page about a request, for its holder.
#[component]
pub fn AskPage() -> impl IntoView {
    let (request, moment) = (segment("request"), moment_of(&segment("moment")));
    Suspend::new(async move {
        let Some(moment) = moment else {
            return not_found();
        };
        match portal().asking(&request, moment).await {
            Ok(asking) => first(&asking, Path::Opinion { request, moment }, None),
            Err(Absence::Unknown) => view! { <ErrorPage kind=ErrorKind::AccessOver/> }.into_any(),
            Err(other) => absence(&other),
        }
    })
}

/// Page about a place, for whoever is there.
#[component]
pub fn AskAtPlacePage() -> impl IntoView {
    let place = segment("place");
    let Ok(catalogue) = portal().catalogue() else {
        return view! { <ErrorPage kind=ErrorKind::Unavailable/> }.into_any();
    };
    let known = catalogue.place(&place).is_some();
    let asked = catalogue.questionnaire(Moment::Place);
    match asked.filter(|_| known) {
        Some(questionnaire) => {
            let asking = Asking {
                questionnaire: questionnaire.clone(),
                subject: Subject::Place(place.clone()),
                said: Default::default(),
            };
            first(&asking, Path::OpinionOfPlace(place), None)
        }
        None => not_found(),
    }
}

/// Page about a page of the portal, for whoever read it.
#[component]
pub fn AskAboutPage() -> impl IntoView {
    let page = segment("page");
    let Ok(catalogue) = portal().catalogue() else {
        return view! { <ErrorPage kind=ErrorKind::Unavailable/> }.into_any();
    };
    let known = page_names::is_known(&page, &catalogue);
    match catalogue.questionnaire(Moment::Page).filter(|_| known) {
        Some(questionnaire) => {
            let asking = Asking {
                questionnaire: questionnaire.clone(),
                subject: Subject::Page(page.clone()),
                said: Default::default(),
            };
            first(&asking, Path::OpinionOfPage(page), None)
        }
        None => not_found(),
    }
}

/// The first page, and what comes after its form.
pub(super) fn first(asking: &Asking, path: Path, after: Option<AnyView>) -> AnyView {
    let Some(step) = asking.questionnaire.steps.first() else {
        return not_found();
    };
    page(Shown {
        questionnaire: &asking.questionnaire,
        step,
        subject: &asking.subject,
        saved: asking.said.clone(),
        earlier: Answers::default(),
        action: path.here(),
        is_begun: false,
        after,
    })
}
