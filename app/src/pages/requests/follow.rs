//! Opening a request with its code and one more fact: the e-mail address or the birth date given in it.

use std::collections::BTreeMap;

use domain::{
    condition::Condition,
    field::{About, Choice, Field, FieldKind, Meaning, Need, Period},
    locale::Locale,
    text::Text,
};
use leptos::prelude::*;

use super::live::late_wait;
use crate::{
    components::{AuthorityContact, ErrorSummary, FormState, Questions, Submit, assist},
    l10n,
    pages::{
        drafts::step::{hidden_inputs, is_again, problem_summary},
        page::{Heading, PageTitle},
    },
    paths::Path,
    request::{portal, refused},
    t,
};

/// Names of the fields of the form.
pub mod names {
    /// Tracking code.
    pub const CODE: &str = "code";
    /// Which fact proves the access.
    pub const PROOF: &str = "proof";
    /// Choice of [`PROOF`]: e-mail address. Also the name of its field.
    pub const EMAIL: &str = "email";
    /// Choice of [`PROOF`]: birth date. Also the name of its field.
    pub const BIRTH_DATE: &str = "birth_date";
}

/// Hidden input that tells which proof's question the page showed.
pub const SHOWN: &str = "_shown";

/// Form to open a request.
#[component]
pub fn Follow() -> impl IntoView {
    let locale = l10n::locale();
    let today = portal().today();
    let fields = fields(locale);
    let refused = refused();
    let typed = refused
        .as_ref()
        .map(|refused| refused.typed.clone())
        .unwrap_or_default();
    let state = FormState {
        answers: domain::validation::check_fields(
            &fields,
            &typed,
            &BTreeMap::new(),
            &Default::default(),
            today,
        )
        .answers,
        typed,
        faults: refused
            .map(|refused| refused.faults.clone())
            .unwrap_or_default(),
        ..FormState::default()
    };
    let assist = assist::form_assist(&fields, &state, today);
    view! {
        <PageTitle title=t!("follow-heading")/>
        {problem_summary(Vec::new(), "#f-code")}
        <ErrorSummary fields=fields.clone() state=state.clone() again=is_again()/>
        <Heading>{t!("follow-heading")}</Heading>
        {late_wait()}
        <p>{t!("follow-text")}</p>
        <form id="step-form" method="post" action=Path::Follow.here() novalidate aria-label=t!("follow-heading")>
            {hidden_inputs(0, &state.faults)}
            <input type="hidden" name=SHOWN value=state.typed.first(names::PROOF).to_owned()/>
            <Questions fields state/>
            <Submit label=t!("follow-open")/>
        </form>
        {assist}
        <p><a href=Path::TakeUp.here()>{t!("take-up-link")}</a></p>
        <h2>{t!("follow-lost-heading")}</h2>
        <p>{t!("follow-lost-text")}</p>
        <AuthorityContact authority=portal().authority()/>
    }
}

/// The questions of this form, in one language.
#[must_use]
pub fn fields(locale: Locale) -> Vec<Field> {
    let text = |words: String| Text(BTreeMap::from([(locale, words)]));
    let proof = |value: &str| {
        Some(Condition::Is {
            field: names::PROOF.to_owned(),
            value: value.to_owned(),
        })
    };
    let field = |key: &str, label: String, hint: Option<String>, when, kind| Field {
        key: key.to_owned(),
        label: text(label),
        hint: hint.map(text),
        need: Need::Required,
        about: About::Oneself,
        when,
        compare: None,
        role: None,
        kind,
    };
    vec![
        field(
            names::CODE,
            crate::t_in!(locale, "follow-code"),
            Some(crate::t_in!(locale, "follow-code-hint")),
            None,
            FieldKind::ShortText {
                min_length: 0,
                max_length: 40,
                example: text("ACDE-FGHJ-KMNA".to_owned()),
                meaning: Some(Meaning::TrackingCode),
            },
        ),
        field(
            names::PROOF,
            crate::t_in!(locale, "follow-proof"),
            None,
            None,
            FieldKind::OneOf {
                options: vec![
                    Choice {
                        value: names::EMAIL.to_owned(),
                        label: text(crate::t_in!(locale, "follow-proof-email")),
                        hint: None,
                    },
                    Choice {
                        value: names::BIRTH_DATE.to_owned(),
                        label: text(crate::t_in!(locale, "follow-proof-birth-date")),
                        hint: None,
                    },
                ],
            },
        ),
        field(
            names::EMAIL,
            crate::t_in!(locale, "follow-email"),
            None,
            proof(names::EMAIL),
            FieldKind::Email,
        ),
        field(
            names::BIRTH_DATE,
            crate::t_in!(locale, "follow-birth-date"),
            None,
            proof(names::BIRTH_DATE),
            FieldKind::Date {
                period: Period::Past,
                min_age: None,
                max_age: None,
            },
        ),
    ]
}
