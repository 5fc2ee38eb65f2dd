//! The form of a need: it works as it is, and its answers go into the address of the times.

use std::sync::Arc;

use domain::{appointment::AppointmentType, field::Need};
use leptos::prelude::*;

use super::super::{
    count_fields::{documents_field, people_field},
    search::{HELPS, mode_name, names},
};
use crate::{
    components::{Submit, words_of},
    l10n::capital,
    paths::Path,
    ports::{Catalogue, Search},
    t,
    words::{
        fields::marked,
        visits::{help_hint, help_words, mode_words},
    },
};

/// The form, with what the address says already.
pub(super) fn form(kind: &Arc<AppointmentType>, search: &Search, catalogue: &Catalogue) -> AnyView {
    view! {
        <h2 id="visit-form">{t!("visit-form")}</h2>
        <form method="get" action=Path::Times(kind.id.clone()).at_heading() aria-labelledby="visit-form">
            {people(kind, search)}
            {documents(kind, search)}
            {modes(kind, search)}
            {rare(kind, search, catalogue)}
            <Submit label=t!("visit-show")/>
        </form>
    }
    .into_any()
}

fn people(kind: &AppointmentType, search: &Search) -> Option<AnyView> {
    let chosen = search.visit.purposes.first().map_or(1, |it| it.people);
    people_field(kind, "f-people", chosen)
}

fn documents(kind: &AppointmentType, search: &Search) -> Option<AnyView> {
    let chosen = search.visit.purposes.first();
    let chosen = chosen.map(|it| (it.people, it.documents));
    documents_field(kind, "f-documents", chosen)
}

/// One line of a list of choices.
struct Choice {
    kind: &'static str,
    name: &'static str,
    value: String,
    label: AnyView,
    hint: Option<String>,
    checked: bool,
}

impl Choice {
    fn view(self) -> impl IntoView {
        let id = format!("f-{}-{}", self.name, self.value);
        let hint_id = self.hint.is_some().then(|| format!("{id}-hint"));
        let hint = self.hint.map(|words| {
            view! { <p class="choice__hint" id=hint_id.clone()>{words}</p> }
        });
        view! {
            <div class="choice">
                <input
                    class="choice__control"
                    id=id.clone()
                    name=self.name
                    type=self.kind
                    value=self.value
                    checked=self.checked
                    aria-describedby=hint_id
                />
                <label class="choice__label" for=id>{self.label}</label>
                {hint}
            </div>
        }
    }
}

fn modes(kind: &AppointmentType, search: &Search) -> Option<AnyView> {
    if kind.modes.len() < 2 {
        return None;
    }
    let chosen = if kind.modes.contains(&search.mode) {
        Some(search.mode)
    } else {
        kind.modes.first().copied()
    };
    let choices = kind
        .modes
        .iter()
        .map(|mode| {
            Choice {
                kind: "radio",
                name: names::MODE,
                value: mode_name(*mode).to_owned(),
                label: capital(&mode_words(*mode)).into_any(),
                hint: None,
                checked: chosen == Some(*mode),
            }
            .view()
        })
        .collect_view();
    let view = view! {
        <div class="field">
            <fieldset class="field__set" role="radiogroup" aria-required="true">
                <legend class="field__label">{marked(t!("visit-mode"), Need::Required)}</legend>
                {choices}
            </fieldset>
        </div>
    };
    Some(view.into_any())
}

/// What few people need, behind one line: another purpose, and help.
fn rare(kind: &AppointmentType, search: &Search, catalogue: &Catalogue) -> AnyView {
    let others: Vec<_> = catalogue
        .appointment_types
        .iter()
        .filter(|other| other.id != kind.id && share_a_visit(kind, other))
        .collect();
    let asked = |other: &Arc<AppointmentType>| {
        let purposes = &search.visit.purposes;
        purposes.iter().any(|it| it.kind == other.id)
    };
    let open = !search.visit.help.is_empty() || others.iter().any(|other| asked(other));
    let words = if others.is_empty() {
        t!("visit-help-open")
    } else {
        t!("visit-rare-open")
    };
    let choices = others
        .iter()
        .map(|other| {
            Choice {
                kind: "checkbox",
                name: names::ALSO,
                value: other.id.clone(),
                label: words_of(&other.title).into_any(),
                hint: None,
                checked: asked(other),
            }
            .view()
        })
        .collect_view();
    let also = (!others.is_empty()).then(|| {
        view! {
            <fieldset class="field__set">
                <legend class="field__label">{marked(t!("visit-also"), Need::Optional)}</legend>
                {choices}
            </fieldset>
        }
    });
    view! {
        <details class="field" open=open>
            <summary>{words}</summary>
            {help(search)}
            {also}
        </details>
    }
    .into_any()
}

/// Whether someone receives people for both, in one way and with one form.
fn share_a_visit(one: &AppointmentType, other: &AppointmentType) -> bool {
    let received = one.goes_with(other);
    received
        && one.modes.iter().any(|mode| {
            other.modes.contains(mode) && one.procedure_for(*mode) == other.procedure_for(*mode)
        })
}

fn help(search: &Search) -> impl IntoView + use<> {
    let choices = HELPS
        .into_iter()
        .map(|(help, name)| {
            Choice {
                kind: "checkbox",
                name: names::HELP,
                value: name.to_owned(),
                label: help_words(help).into_any(),
                hint: Some(help_hint(help)),
                checked: search.visit.help.contains(&help),
            }
            .view()
        })
        .collect_view();
    view! {
        <p>{t!("visit-help-text")}</p>
        <fieldset class="field__set">
            <legend class="field__label">{marked(t!("visit-help"), Need::Optional)}</legend>
            {choices}
        </fieldset>
    }
}
