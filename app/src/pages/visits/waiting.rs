//! Waiting for a time that suits: entering the list, and the page of one's place on it.

pub mod fields;
pub mod join;
pub mod place;

use std::sync::Arc;

use domain::{
    appointment::AppointmentType,
    waiting::{WaitingStatus, Wish},
};
use leptos::prelude::*;

use super::what::{in_words, types_of};
use crate::{
    components::words_of,
    l10n::{self, locale},
    paths::Path,
    ports::{Catalogue, HeldWait, Search},
    request::portal,
    t,
    words::visits::{help_words, part_words},
};

/// Whether one may wait for a visit: the back office keeps a list, and each of its types has one.
#[must_use]
pub fn may_wait(search: &Search, catalogue: &Catalogue) -> bool {
    let types = types_of(&search.visit, catalogue);
    let has_list = |kind: &Arc<AppointmentType>| kind.waiting.is_some();
    portal().office().waiting_list && !types.is_empty() && types.iter().all(has_list)
}

/// What someone waits for, in sentences.
fn wish_words(wish: &Wish, catalogue: &Catalogue) -> AnyView {
    let types = types_of(&wish.visit, catalogue);
    let what = in_words(&wish.visit, wish.mode, &types);
    let help = wish.visit.help.iter().map(|help| help_words(*help));
    let parts = wish.parts.iter().map(|part| part_words(*part));
    let named = |id: &String| Some(l10n::words(&catalogue.place(id)?.name).clone());
    let places = wish.location_ids.iter().filter_map(named);
    let [from, to] = [wish.from, wish.ends_on()].map(|day| l10n::day(locale(), day));
    let days = if from == to {
        t!("wait-day-words", day = from)
    } else {
        t!("wait-days-words", from = from, to = to)
    };
    let lines = [
        (t!("visit-help"), joined(help)),
        (t!("wait-places"), joined(places)),
        (t!("wait-parts"), joined(parts)),
    ];
    let lines = lines.into_iter().filter(|(_, words)| !words.is_empty());
    let lines = lines.map(|(label, words)| {
        view! { <li>{t!("answer-part", part = label)}" "{words}</li> }
    });
    view! {
        <ul>
            <li><strong>{what}</strong></li>
            {lines.collect_view()}
            <li>{days}</li>
        </ul>
    }
    .into_any()
}

fn joined(words: impl Iterator<Item = String>) -> String {
    words.collect::<Vec<_>>().join(&t!("list-comma"))
}

/// On the home page: what this visitor waits for.
#[must_use]
pub fn held(waits: Vec<HeldWait>) -> Option<AnyView> {
    let list = list(waits)?;
    let view = view! {
        <section class="held-requests" aria-labelledby="home-waits">
            <h2 id="home-waits">{t!("wait-held")}</h2>
            {list}
        </section>
    };
    Some(view.into_any())
}

/// Links to places on the list; nothing without any.
#[must_use]
pub fn list(waits: Vec<HeldWait>) -> Option<AnyView> {
    let catalogue = portal().catalogue().ok()?;
    let rows = waits.into_iter().map(|wait| {
        let titles = types_of(&wait.wish.visit, &catalogue).into_iter();
        let titles = titles.enumerate().map(|(rank, kind)| {
            view! { {(rank > 0).then(|| t!("list-comma"))}{words_of(&kind.title)} }
        });
        let titles = titles.collect_view();
        let state = wait
            .offered
            .map(|_| view! { <p><strong>{t!("wait-held-offered")}</strong></p> });
        view! {
            <li>
                <a href=Path::Waiting(wait.word).here()>{t!("wait-held-open")}" "{titles}</a>
                {state}
            </li>
        }
    });
    let rows = rows.collect::<Vec<_>>();
    (!rows.is_empty()).then(|| view! { <ul>{rows}</ul> }.into_any())
}

/// Where a place stands, for its heading.
fn status_words(status: WaitingStatus) -> String {
    match status {
        WaitingStatus::Waiting | WaitingStatus::Other => t!("wait-heading"),
        WaitingStatus::Offered => t!("wait-offered-heading"),
        WaitingStatus::Booked => t!("wait-booked-heading"),
        WaitingStatus::Left => t!("wait-left-heading"),
        WaitingStatus::Expired => t!("wait-expired-heading"),
    }
}
