//! The later pages of a questionnaire, and thanks.

use leptos::prelude::*;

use super::form::{Shown, page};
use crate::{
    components::AuthorityContact,
    pages::page::{Heading, PageTitle, absence, not_found},
    paths::Path,
    ports::Opinion,
    request::{portal, segment},
    t,
};

/// Page of a later step.
#[component]
pub fn MorePage() -> impl IntoView {
    let (word, step) = (segment("word"), segment("step"));
    Suspend::new(async move {
        match portal().opinion(&word).await {
            Ok(opinion) => later(&opinion, word, &step),
            Err(other) => absence(&other),
        }
    })
}

fn later(opinion: &Opinion, word: String, id: &str) -> AnyView {
    let steps = &opinion.questionnaire.steps;
    let Some(step) = steps.iter().find(|step| step.id == id) else {
        return not_found();
    };
    let path = Path::OpinionMore {
        word,
        step: id.to_owned(),
    };
    page(Shown {
        questionnaire: &opinion.questionnaire,
        step,
        subject: &opinion.subject,
        saved: opinion.pages.get(id).cloned().unwrap_or_default(),
        earlier: opinion
            .questionnaire
            .answers(&opinion.pages, Some(id), portal().today()),
        action: path.here(),
        is_begun: true,
        after: None,
    })
}

/// Page after the last one.
#[component]
pub fn ThanksPage() -> impl IntoView {
    view! {
        <PageTitle title=t!("opinion-thanks-heading")/>
        <Heading>{t!("opinion-thanks-heading")}</Heading>
        <p>{t!("opinion-thanks-text")}</p>
        <p><a href=Path::Quality(None).here()>{t!("opinion-thanks-quality")}</a></p>
        <p>{t!("opinion-thanks-else")}</p>
        <AuthorityContact authority=portal().authority()/>
    }
}
