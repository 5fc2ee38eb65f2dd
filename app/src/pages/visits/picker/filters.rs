//! Fewer times at once: one place, one part of the day, one week. A GET form, so that the address can be kept.

use std::collections::BTreeSet;

use domain::{agenda::PartOfDay, appointment::Mode, field::Need};
use jiff::ToSpan;
use leptos::prelude::*;

use super::{
    super::search::names,
    Picker,
    weeks::{last_day, monday},
};
use crate::{
    components::Secondary,
    l10n::{self, plain},
    ports::Times,
    request::portal,
    t,
    words::{fields::marked, visits::part_words},
};

impl Picker<'_> {
    /// The form, with what is chosen now.
    pub(super) fn filters(&self, times: &Times) -> AnyView {
        let near = self.search.near;
        let near = near.map(|near| (names::NEAR, near.to_string()));
        let carried = self
            .carried
            .iter()
            .cloned()
            .chain(near)
            .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
            .collect_view();
        let parts = PartOfDay::ALL
            .into_iter()
            .map(|part| {
                let selected = self.search.part == Some(part);
                option(part.name(), part_words(part), None, selected)
            })
            .collect();
        let parts = select(
            names::PART,
            t!("times-filter-part"),
            t!("times-filter-any-part"),
            parts,
        );
        view! {
            <form method="get" action=self.address.clone() aria-label=plain(&t!("times-filter"))>
                {carried}
                {self.places(times)}
                {parts}
                {self.weeks(times)}
                <Secondary label=t!("times-filter-button")/>
            </form>
        }
        .into_any()
    }

    /// The weeks to choose from, up to the last one in which one can book; nothing when there is one.
    fn weeks(&self, times: &Times) -> Option<AnyView> {
        let this_week = monday(portal().today());
        let mondays = this_week.series(7.days());
        let mondays: Vec<_> = mondays.take_while(|day| *day <= times.last_day).collect();
        let options = mondays.iter().map(|day| {
            let selected = self.search.week.is_some() && *day == times.week;
            let (from, to) = l10n::from_to(l10n::locale(), *day, last_day(*day));
            let words = t!("times-filter-of-week", from = from, to = to);
            option(&day.to_string(), words, None, selected)
        });
        let options = options.collect();
        (mondays.len() > 1).then(|| {
            let (label, any) = (t!("times-filter-week"), t!("times-filter-any-week"));
            select(names::WEEK, label, any, options)
        })
    }

    /// The places to choose from; nothing when there is one, or none to go to.
    fn places(&self, times: &Times) -> Option<AnyView> {
        let chosen = self.search.place.as_ref();
        let known: BTreeSet<&String> = times.places.iter().chain(chosen).collect();
        if self.search.mode != Mode::Onsite || known.len() < 2 {
            return None;
        }
        let places = known.into_iter().filter_map(|id| self.catalogue.place(id));
        let mut places: Vec<_> = places.collect();
        self.nearest_first(&mut places, |place| &place.id);
        let options = places
            .into_iter()
            .map(|place| {
                let selected = chosen == Some(&place.id);
                let name = l10n::spoken(&place.name);
                let language = (name.language != l10n::locale()).then(|| name.language.tag());
                let distance = self.distance_words(&place.id).unwrap_or_default();
                let words = format!("{}{distance}", name.words);
                option(&place.id, words, language, selected)
            })
            .collect();
        Some(select(
            names::PLACE,
            t!("times-filter-place"),
            t!("times-filter-any-place"),
            options,
        ))
    }
}

/// `language`: that of the words, when it is not that of the page (RGAA 8.7).
fn option(value: &str, words: String, language: Option<&'static str>, selected: bool) -> AnyView {
    let value = value.to_owned();
    view! { <option value=value lang=language selected=selected>{words}</option> }.into_any()
}

fn select(name: &'static str, label: String, any: String, options: Vec<AnyView>) -> AnyView {
    let id = format!("f-{name}");
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>{marked(label, Need::Optional)}</label>
            <select class="field__control" id=id name=name>
                <option value="">{any}</option>
                {options}
            </select>
        </div>
    }
    .into_any()
}
