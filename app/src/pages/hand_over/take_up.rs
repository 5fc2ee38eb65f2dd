//! Going on elsewhere with a hand-over code, typed or scanned.

use std::collections::BTreeMap;

use domain::{
    field::{Field, FieldKind, Meaning, Need},
    locale::Locale,
    text::Text,
};
use leptos::prelude::*;

use crate::{
    components::{AuthorityContact, ErrorSummary, Questions, Submit, assist},
    islands::code_from_address::CodeFromAddress,
    l10n,
    pages::{
        drafts::step::{hidden_inputs, is_again, problem_summary, refused_state},
        page::{Heading, PageTitle},
    },
    paths::Path,
    request::portal,
    t,
};

/// Name of the one field.
pub const CODE: &str = "code";

/// A code that nobody will ever be given: it shows the shape.
const EXAMPLE: &str = "bakoti-morafi-lidaja";

/// The one question, in one language.
#[must_use]
pub fn fields(locale: Locale) -> Vec<Field> {
    let text = |words: String| Text(BTreeMap::from([(locale, words)]));
    vec![Field {
        key: CODE.to_owned(),
        label: text(crate::t_in!(locale, "take-up-code")),
        hint: Some(text(crate::t_in!(
            locale,
            "take-up-code-hint",
            example = EXAMPLE
        ))),
        need: Need::Required,
        about: Default::default(),
        when: None,
        compare: None,
        role: None,
        kind: FieldKind::ShortText {
            min_length: 18,
            max_length: 60,
            example: text(EXAMPLE.to_owned()),
            meaning: Some(Meaning::HandOverCode),
        },
    }]
}

/// Form to go on with a code.
#[component]
pub fn TakeUp() -> impl IntoView {
    let fields = fields(l10n::locale());
    let state = refused_state();
    let assist = assist::form_assist(&fields, &state, portal().today());
    view! {
        <PageTitle title=t!("take-up-heading")/>
        {problem_summary(Vec::new(), "#f-code")}
        <ErrorSummary fields=fields.clone() state=state.clone() again=is_again()/>
        <Heading>{t!("take-up-heading")}</Heading>
        <p>{t!("take-up-text")}</p>
        <form id="step-form" method="post" action=Path::TakeUp.here() novalidate aria-labelledby="titre">
            {hidden_inputs(0, &state.faults)}
            <Questions fields state/>
            <Submit label=t!("take-up-open")/>
        </form>
        {assist}
        <div hidden>
            <CodeFromAddress/>
        </div>
        <h2>{t!("take-up-lost-heading")}</h2>
        <p>{t!("take-up-lost-text")}</p>
        <p><a href=Path::Follow.here()>{t!("take-up-follow")}</a></p>
        <AuthorityContact authority=portal().authority()/>
    }
}
