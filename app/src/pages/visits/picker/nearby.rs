//! How far each place is from an address, as the crow flies: asked on the page, told beside the name of each place.

use domain::{
    appointment::Mode,
    booking::Slot,
    field::{Field, FieldKind},
    position::Distance,
    street::FoundAddress,
};
use leptos::prelude::*;

use super::{
    super::nearby::{NEAR, PLACES, address, names, street},
    Picker, TIMES,
};
use crate::{
    components::{ErrorSummary, FormState, Questions, Scope, Secondary, control_id},
    l10n::{self, locale},
    pages::drafts::step::{is_again, refused_state, shown_input},
    ports::{Problem, Search, Times},
    request::refused,
    t,
};

/// Whether a page of times asks near which address people look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::pages::visits) enum Nearby {
    /// Where there are several places to go to.
    Asked,
    /// The back office knows no streets, or the page is about a time that one has already.
    NotAsked,
}

impl Picker<'_> {
    /// How far a place is from where one comes; `None` when either is not known.
    pub(super) fn distance(&self, place: &str) -> Option<Distance> {
        let near = self.search.near?;
        let place = self.catalogue.place(place)?;
        Some(near.distance_to(place.position?))
    }

    /// The same in words, to follow the name of the place.
    pub(super) fn distance_words(&self, place: &str) -> Option<String> {
        let distance = self.distance(place)?;
        let words = l10n::distance(locale(), distance);
        Some(format!("{}{words}", t!("list-comma")))
    }

    /// The nearest place first; those of which nobody knows where they are last. As it was without an address.
    pub(super) fn nearest_first<T>(&self, items: &mut [T], place: impl Fn(&T) -> &str) {
        items.sort_by_key(|item| {
            let distance = self.distance(place(item));
            (distance.is_none(), distance)
        });
    }

    /// The first time of each place, in the order in which they are shown.
    pub(super) fn places_in_order(&self, times: &Times) -> Vec<Slot> {
        let mut first = times.first_of_places.clone();
        self.nearest_first(&mut first, |slot| &slot.location_id);
        first
    }

    /// Whether the address is asked for: one goes there, and two places at least can be compared. While nobody knows the
    /// times, whoever sent an address keeps it before their eyes.
    fn asks(&self, times: Option<&Times>) -> bool {
        let known = |id: &&String| {
            let place = self.catalogue.place(id);
            place.is_some_and(|place| place.position.is_some())
        };
        let several = match times {
            Some(times) => times.places.iter().filter(known).count() > 1,
            None => is_of_address(),
        };
        self.nearby == Nearby::Asked && self.search.mode == Mode::Onsite && several
    }

    /// Where to go on after a problem with the page: the question that was sent, the times otherwise.
    pub(super) fn target(&self, times: Option<&Times>) -> String {
        if !self.asks(times) || !is_of_address() {
            return TIMES.to_owned();
        }
        let question = question();
        let part = match &question.kind {
            FieldKind::OneOf { options } => options.first().map(|option| option.value.as_str()),
            _ => None,
        };
        format!("#{}", control_id(&Scope::Page, &question.key, part))
    }

    /// What is wrong with the address, first on the page.
    pub(super) fn address_errors(&self, times: Option<&Times>) -> Option<AnyView> {
        let state = refused_state();
        (self.asks(times) && !state.faults.is_empty()).then(|| {
            let fields = vec![question()];
            view! { <ErrorSummary fields state again=is_again()/> }.into_any()
        })
    }

    /// The form that asks for the address, and what the distances mean once they are shown.
    pub(super) fn near(&self, times: Option<&Times>) -> Option<AnyView> {
        if !self.asks(times) {
            return None;
        }
        let state = if is_of_address() {
            refused_state()
        } else {
            FormState::default()
        };
        let said = self.search.near.map(|_| {
            let everywhere = Search {
                near: None,
                ..self.search.clone()
            };
            let href = self.with(&everywhere) + PLACES;
            view! {
                <p>{t!("times-near-said")}</p>
                <p><a href=href>{t!("times-near-forget")}</a></p>
            }
        });
        // Whoever chooses among streets may still have meant another one.
        let (label, other) = if several().is_some() {
            let href = self.with(&self.search) + "#pres";
            let other = view! {
                <p><a href=href>{t!("times-near-other")}</a></p>
            };
            (t!("times-near-street-button"), Some(other))
        } else {
            (t!("times-near-button"), None)
        };
        let typed = several().map(|_| {
            let typed = state.typed.first(names::ADDRESS).to_owned();
            view! { <input type="hidden" name=names::ADDRESS value=typed/> }
        });
        let fields = vec![question()];
        let view = view! {
            <form
                id="near-form"
                method="post"
                action=self.with(&self.search)
                novalidate
                aria-labelledby="pres"
            >
                <h2 id="pres" tabindex="-1">{t!("times-near")}</h2>
                {said}
                {shown_input(&state.faults)}
                {typed}
                <Questions fields state/>
                <Secondary label name="do" value=NEAR/>
                {other}
            </form>
        };
        Some(view.into_any())
    }
}

/// The address, or the street when several answer it.
fn question() -> Field {
    match several() {
        Some(found) => street(locale(), &found),
        None => address(locale()),
    }
}

/// The streets to choose from, when the address that was sent means several.
fn several() -> Option<Vec<FoundAddress>> {
    match refused()?.problem.clone()? {
        Problem::SeveralStreets(found) => Some(found),
        _ => None,
    }
}

/// Whether what was refused is the address, not a time.
fn is_of_address() -> bool {
    refused().is_some_and(|refused| refused.typed.first("do") == NEAR)
}
