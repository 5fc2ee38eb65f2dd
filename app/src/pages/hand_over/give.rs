//! Handing over: whom the code is for, what it gives, how long it lives; then the codes that are alive.

use std::collections::BTreeMap;

use domain::{
    field::{Choice, Field, FieldKind, Need},
    hand_over::{Life, Purpose, Scope, USES},
    locale::Locale,
    text::Text,
};
use leptos::prelude::*;

use super::{REVOKED, Shown, alive, closed, device_words, purpose_words, scope_words, shown};
use crate::{
    components::{
        BackLink, ErrorSummary, HandOverList, HandOverRow, Notice, NoticeKind, Questions,
        ServiceContact, Submit, words_of,
    },
    l10n,
    pages::{
        drafts::step::{KEY, hidden_inputs, is_again, problem_summary, refused_state},
        page::{Heading, PageTitle},
        requests::receipt::moment,
    },
    paths::{Carried, Path},
    ports::HandOver,
    request::{portal, query, refused, segment},
    t,
};

/// Names of the fields of the form.
pub mod names {
    /// Whom the code is for.
    pub const PURPOSE: &str = "purpose";
    /// What it gives; not asked of a draft, of which a code gives one thing.
    pub const SCOPE: &str = "scope";
    /// How long it lives.
    pub const LIFE: &str = "life";
}

/// The questions of the form, in one language.
#[must_use]
pub fn fields(locale: Locale, carried: &Carried) -> Vec<Field> {
    let text = |words: String| Text(BTreeMap::from([(locale, words)]));
    let choice = |value: &str, label: String, hint: Option<String>| Choice {
        value: value.to_owned(),
        label: text(label),
        hint: hint.map(text),
    };
    let field = |key: &str, label: String, options| Field {
        key: key.to_owned(),
        label: text(label),
        hint: None,
        need: Need::Required,
        about: Default::default(),
        when: None,
        compare: None,
        role: None,
        kind: FieldKind::OneOf { options },
    };
    let purpose = field(
        names::PURPOSE,
        crate::t_in!(locale, "hand-over-purpose"),
        vec![
            choice(
                Purpose::Device.name(),
                crate::t_in!(locale, "hand-over-for-device"),
                None,
            ),
            choice(
                Purpose::Counter.name(),
                crate::t_in!(locale, "hand-over-for-counter"),
                None,
            ),
            choice(
                Purpose::Helper.name(),
                crate::t_in!(locale, "hand-over-for-helper"),
                None,
            ),
        ],
    );
    let scope = field(
        names::SCOPE,
        crate::t_in!(locale, "hand-over-scope"),
        vec![
            choice(
                Scope::Read.name(),
                crate::t_in!(locale, "hand-over-may-read"),
                None,
            ),
            choice(
                Scope::Act.name(),
                crate::t_in!(locale, "hand-over-may-act"),
                Some(crate::t_in!(locale, "hand-over-may-act-hint")),
            ),
        ],
    );
    let life = field(
        names::LIFE,
        crate::t_in!(locale, "hand-over-life"),
        vec![
            choice(
                Life::Hour.name(),
                crate::t_in!(locale, "hand-over-hour"),
                Some(crate::t_in!(locale, "hand-over-hour-hint")),
            ),
            choice(
                Life::Day.name(),
                crate::t_in!(locale, "hand-over-day"),
                None,
            ),
            choice(
                Life::Week.name(),
                crate::t_in!(locale, "hand-over-week"),
                Some(crate::t_in!(locale, "hand-over-week-hint")),
            ),
        ],
    );
    match carried {
        Carried::Request(_) => vec![purpose, scope, life],
        Carried::Draft(_) => vec![purpose, life],
    }
}

/// Page that hands over a request.
#[component]
pub fn HandOverRequest() -> impl IntoView {
    let carried = Carried::Request(segment("request"));
    Suspend::new(async move { load(carried).await })
}

/// Page that hands over a draft.
#[component]
pub fn HandOverDraft() -> impl IntoView {
    let carried = Carried::Draft(segment("draft"));
    Suspend::new(async move { load(carried).await })
}

async fn load(carried: Carried) -> AnyView {
    match shown(carried.clone()).await {
        Ok(shown) => page(&shown),
        Err(reason) => closed(&carried, &reason),
    }
}

fn page(shown: &Shown) -> AnyView {
    let procedure = l10n::words(&shown.procedure.title);
    let (title, heading, gives) = match shown.carried {
        Carried::Request(_) => (
            t!("hand-over-title-request", procedure = procedure),
            t!("hand-over-heading-request"),
            t!("hand-over-gives-request"),
        ),
        Carried::Draft(_) => (
            t!("hand-over-title-draft", procedure = procedure),
            t!("hand-over-heading-draft"),
            t!("hand-over-gives-draft"),
        ),
    };
    let revoked = (query(REVOKED.0) == REVOKED.1 && refused().is_none()).then(|| {
        view! {
            <Notice kind=NoticeKind::Success title=t!("hand-over-revoked-title")>
                <p>{t!("hand-over-revoked-text")}</p>
            </Notice>
        }
    });
    let (summary, form) = form(shown);
    view! {
        <PageTitle title/>
        {problem_summary(Vec::new(), "#codes")}
        {summary}
        <BackLink href=shown.home() to=shown.back_words()/>
        <Heading>{heading}</Heading>
        <p>{words_of(&shown.procedure.title)}</p>
        {revoked}
        <p>{t!("hand-over-what")}</p>
        <ul>
            <li>{gives}</li>
            <li>{t!("hand-over-uses-limit", count = i64::from(USES))}</li>
            <li>{t!("hand-over-care")}</li>
        </ul>
        {form}
        {codes(shown)}
        <ServiceContact service=shown.procedure.service.clone()/>
    }
    .into_any()
}

fn form(shown: &Shown) -> (AnyView, AnyView) {
    let fields = fields(l10n::locale(), &shown.carried);
    let state = refused_state();
    let key = Some(query(KEY)).filter(|key| !key.is_empty());
    let key = key.unwrap_or_else(|| portal().form_key());
    let action = format!(
        "{}?{KEY}={key}",
        Path::HandOver(shown.carried.clone()).here()
    );
    let faults = state.faults.clone();
    let summary = {
        let (fields, state) = (fields.clone(), state.clone());
        view! { <ErrorSummary fields state again=is_again()/> }
    };
    let form = view! {
        <form id="step-form" method="post" action=action novalidate aria-labelledby="titre">
            {hidden_inputs(0, &faults)}
            <Questions fields state/>
            <Submit label=t!("hand-over-give")/>
        </form>
    };
    (summary.into_any(), form.into_any())
}

/// Codes that are alive, each with the button that revokes it, then those that ended not long ago.
fn codes(shown: &Shown) -> AnyView {
    let row = |code: &HandOver| {
        let path = Path::HandOverCode {
            carried: shown.carried.clone(),
            code: code.id.clone(),
        };
        row(code, path.here())
    };
    let living: Vec<_> = alive(&shown.codes).map(row).collect();
    let ended = shown.codes.iter().filter(|code| code.code.is_none());
    let ended: Vec<_> = ended.map(row).collect();
    let none = living
        .is_empty()
        .then(|| view! { <p>{t!("hand-over-none")}</p> });
    let ended = (!ended.is_empty()).then(|| {
        view! {
            <h2>{t!("hand-over-ended-heading")}</h2>
            <HandOverList codes=ended/>
        }
    });
    view! {
        <h2 id="codes" tabindex="-1">{t!("hand-over-alive-heading")}</h2>
        {none}
        <HandOverList codes=living/>
        {ended}
    }
    .into_any()
}

fn row(code: &HandOver, path: String) -> HandOverRow {
    let is_alive = code.code.is_some();
    let (given, ends) = (moment(code.given_at), moment(code.ends_at));
    HandOverRow {
        title: purpose_words(code.purpose),
        gives: scope_words(code.scope),
        end: if is_alive {
            t!("hand-over-until", at = ends)
        } else if code.revoked {
            t!("hand-over-revoked", at = ends)
        } else {
            t!("hand-over-ended", at = ends)
        },
        uses: uses_words(code),
        revoke: is_alive.then(|| t!("hand-over-revoke-one", at = given)),
        path,
    }
}

/// How often a code was used, then each use.
pub(super) fn uses_words(code: &HandOver) -> (String, Vec<String>) {
    let each = code.uses.iter().map(|(at, device)| {
        let device = device_words(*device);
        t!("hand-over-use", at = moment(*at), device = device)
    });
    (
        t!("hand-over-uses", count = code.uses.len()),
        each.collect(),
    )
}
