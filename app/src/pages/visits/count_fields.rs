//! The questions how many people come and how many documents they ask for: before a time is chosen, and once it is booked.

use domain::{appointment::AppointmentType, field::Need};
use leptos::prelude::*;

use super::{
    counts::{has_documents, has_people, most},
    search::names,
};
use crate::{t, words::fields::marked};

/// How many people; nothing where one comes alone.
pub(super) fn people_field(kind: &AppointmentType, id: &str, chosen: u8) -> Option<AnyView> {
    if !has_people(kind) {
        return None;
    }
    let options = (1..=kind.max_people)
        .map(|count| {
            let words = t!("visit-people", count = count);
            view! { <option value=count.to_string() selected=count == chosen>{words}</option> }
        })
        .collect_view();
    let view = view! {
        <div class="field">
            <label class="field__label" for=id.to_owned()>
                {marked(t!("visit-people-label"), Need::Required)}
            </label>
            <select class="field__control field__control--medium" id=id.to_owned() name=names::PEOPLE>
                {options}
            </select>
        </div>
    };
    Some(view.into_any())
}

/// How many documents, for people and documents chosen; one for each person unless another number is. Nothing where
/// they do not count.
pub(super) fn documents_field(
    kind: &AppointmentType,
    id: &str,
    chosen: Option<(u8, u8)>,
) -> Option<AnyView> {
    if !has_documents(kind) {
        return None;
    }
    let chosen = chosen
        .filter(|(people, documents)| documents != people)
        .map(|(_, documents)| documents);
    let options = (1..=most(kind).1)
        .map(|count| {
            let words = t!("visit-documents", count = count);
            let selected = chosen == Some(count);
            view! { <option value=count.to_string() selected=selected>{words}</option> }
        })
        .collect_view();
    let hint = format!("{id}-hint");
    let view = view! {
        <div class="field">
            <label class="field__label" for=id.to_owned()>
                {marked(t!("visit-documents-label"), Need::Required)}
            </label>
            <p class="field__hint" id=hint.clone()>{t!("visit-documents-hint")}</p>
            <select
                class="field__control field__control--medium"
                id=id.to_owned()
                name=names::DOCUMENTS
                aria-describedby=hint
            >
                <option value="" selected=chosen.is_none()>{t!("visit-documents-each")}</option>
                {options}
            </select>
        </div>
    };
    Some(view.into_any())
}
