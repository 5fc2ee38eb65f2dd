//! What a visit is for, in words and with its types: shared by the pages that ask, show and keep a time.

use std::sync::Arc;

use domain::{
    appointment::{AppointmentType, Mode, Purpose},
    booking::{AskedPurpose, AskedVisit, Slot},
    place::Place,
    procedure::Service,
};
use leptos::prelude::*;

use crate::{
    components::{AuthorityContact, ServiceContact, words_of},
    ports::Catalogue,
    request::portal,
    t,
    words::visits::mode_words,
};

/// The types of a visit, in its order; those that are unknown now are left out.
pub(in crate::pages) fn types_of(
    visit: &AskedVisit,
    catalogue: &Catalogue,
) -> Vec<Arc<AppointmentType>> {
    let known = |asked: &AskedPurpose| catalogue.appointment_type(&asked.kind).cloned();
    visit.purposes.iter().filter_map(known).collect()
}

/// The purposes of a visit with their types.
pub(super) fn purposes<'a>(visit: &AskedVisit, catalogue: &'a Catalogue) -> Vec<Purpose<'a>> {
    let with = |asked: &AskedPurpose| {
        Some(Purpose {
            kind: catalogue.appointment_type(&asked.kind)?,
            people: asked.people,
            documents: asked.documents,
        })
    };
    visit.purposes.iter().filter_map(with).collect()
}

/// What it is for, for how many, and how: "Passeport, 2 personnes, 3 documents, sur place".
pub(super) fn in_words(visit: &AskedVisit, mode: Mode, types: &[Arc<AppointmentType>]) -> AnyView {
    let people = visit.purposes.iter().map(|it| it.people).max().unwrap_or(1);
    let documents = visit.purposes.iter().map(|it| it.documents).max();
    let mut rest = vec![t!("visit-people", count = people)];
    if let Some(documents) = documents.filter(|count| *count > 0) {
        rest.push(t!("visit-documents", count = documents));
    }
    rest.push(mode_words(mode));
    let titles = types.iter().map(|kind| {
        let comma = t!("list-comma");
        view! { {words_of(&kind.title)}{comma} }
    });
    let rest = rest.join(&t!("list-comma"));
    view! { {titles.collect_view()}{rest} }.into_any()
}

/// The place of a time, when one goes there.
pub(in crate::pages) fn place_of<'a>(slot: &Slot, catalogue: &'a Catalogue) -> Option<&'a Place> {
    (slot.mode == Mode::Onsite)
        .then(|| catalogue.place(&slot.location_id))
        .flatten()
}

/// The service that receives for a type.
pub(super) fn service_of<'a>(
    kind: &AppointmentType,
    catalogue: &'a Catalogue,
) -> Option<&'a Service> {
    let procedure = catalogue.procedure(&kind.procedure_id)?;
    Some(&procedure.service)
}

/// Whom to ask about a type, and their phone number.
pub(super) fn contact(kind: &AppointmentType, catalogue: &Catalogue) -> (AnyView, String) {
    match service_of(kind, catalogue) {
        Some(service) => {
            let view = view! { <ServiceContact service=service.clone()/> };
            (view.into_any(), service.phone.clone())
        }
        None => {
            let authority = portal().authority();
            let phone = authority.phone.clone();
            (view! { <AuthorityContact authority/> }.into_any(), phone)
        }
    }
}
