//! The times of a search, to choose one: a few that differ, the first of each place, those of a week. The same for a
//! new visit, for a draft without a time, and for an appointment that moves.

mod filters;
mod known;
mod nearby;
mod nothing;
mod weeks;

use std::collections::BTreeSet;

use domain::{appointment::Mode, booking::Slot};
use jiff::civil::Date;
use leptos::prelude::*;

pub(super) use self::nearby::Nearby;
use self::weeks::last_day;
use super::{
    counts::PRESENT,
    search::{filter_pairs, written},
    what::{in_words, place_of, purposes, types_of},
};
use crate::{
    components::{
        BackLink, DayOfTimes, TIMES_FORM, TimeChoice, TimeList, TimeWeek, back_link::PageName,
        words_of,
    },
    l10n::{self, capital, locale},
    pages::{
        drafts::step::{KEY, problem_summary, shown_input},
        page::{CatalogueAge, Heading, PageTitle, not_found},
    },
    ports::{Catalogue, DayTimes, NoTimes, Search, Times},
    request::portal,
    t,
    words::visits::{begins, help_words, length, slot_words},
};

/// More times of a week than this are shown a day at a time.
const MOST: usize = 100;

/// Where the times begin.
const TIMES: &str = "#horaires";

/// A page of times.
pub(super) struct Picker<'a> {
    /// What it looks for.
    pub(super) search: Search,
    /// The time that one has, sent with the choice: it tells later whether the choice moved something.
    pub(super) present: Option<String>,
    /// Address of the waiting list, where one may wait.
    pub(super) wait: Option<String>,
    /// Procedures, places, types.
    pub(super) catalogue: &'a Catalogue,
    /// Title of the document.
    pub(super) title: String,
    /// Heading of the page.
    pub(super) heading: String,
    /// The page before, and its name.
    pub(super) back: (String, PageName),
    /// Where the answers of the need can be changed.
    pub(super) change: Option<String>,
    /// Address of this page without its query; a POST there chooses a time.
    pub(super) address: String,
    /// Parameters of its query besides place, part of the day and week.
    pub(super) carried: Vec<(&'static str, String)>,
    /// Whether it asks near which address people look for a place.
    pub(super) nearby: Nearby,
    /// What stands before the times.
    pub(super) before: Option<AnyView>,
    /// What choosing a time does.
    pub(super) effect: String,
    /// Whom to ask, last on the page.
    pub(super) after: AnyView,
    /// Number to call.
    pub(super) phone: String,
}

impl Picker<'_> {
    /// The page.
    pub(super) async fn page(self) -> AnyView {
        let (target, errors, content) = match portal().times(&self.search).await {
            Ok(times) if times.known_at.is_some() => (
                self.target(None),
                self.address_errors(None),
                self.known(&times),
            ),
            Ok(times) => (
                self.target(Some(&times)),
                self.address_errors(Some(&times)),
                self.found(&times),
            ),
            Err(NoTimes::Unknown) => return not_found(),
            Err(reason) => (
                self.target(None),
                self.address_errors(None),
                self.none(reason),
            ),
        };
        let (href, name) = self.back;
        view! {
            <PageTitle title=self.title/>
            {problem_summary(Vec::new(), target)}
            {errors}
            <BackLink href to=name/>
            <Heading>{self.heading}</Heading>
            <CatalogueAge/>
            {self.before}
            {content}
            {self.after}
        }
        .into_any()
    }

    /// The address of this page for another search.
    fn with(&self, search: &Search) -> String {
        let mut pairs = self.carried.clone();
        pairs.extend(filter_pairs(search));
        match written(&pairs) {
            query if query.is_empty() => self.address.clone(),
            query => format!("{}?{query}", self.address),
        }
    }

    fn found(&self, times: &Times) -> AnyView {
        if times.suggested.is_empty() {
            return self.nothing(times);
        }
        let many_places = is_several(times.days.iter().flat_map(|day| &day.slots));
        let focus = self.one_day(times);
        let shown = |day: &&DayTimes| focus.is_none_or(|focus| focus == day.day);
        let days = times
            .days
            .iter()
            .filter(shown)
            .map(|day| self.day(day.day, &day.slots, many_places))
            .collect::<Vec<_>>();
        let week = if days.is_empty() {
            view! { <p>{t!("times-week-none")}</p> }.into_any()
        } else {
            view! { <TimeWeek days/> }.into_any()
        };
        let (from, to) = l10n::from_to(locale(), times.week, last_day(times.week));
        view! {
            {self.need(times.suggested.first())}
            <p>{self.effect.clone()}</p>
            <form id=TIMES_FORM method="post" action=self.with(&self.search) aria-labelledby="horaires">
                <input type="hidden" name=KEY value=portal().form_key()/>
                {self.present.clone().map(|slot| view! { <input type="hidden" name=PRESENT value=slot/> })}
                {shown_input(&[])}
                <h2 id="horaires" tabindex="-1">
                    {t!("times-suggested", count = times.suggested.len())}
                </h2>
                {self.list(&times.suggested)}
                {self.first_of_places(times)}
            </form>
            {self.change_link()}
            {self.near(Some(times))}
            {self.filters(times)}
            <section class="times" aria-labelledby="semaine">
                <h2 id="semaine" tabindex="-1">{t!("times-week", from = from, to = to)}</h2>
                // Before the times and after them: whoever read all of them goes on from there.
                {self.other_weeks(times).map(|weeks| view! {
                    <nav aria-label=l10n::plain(&t!("times-weeks"))>{weeks}</nav>
                })}
                {focus.map(|focus| self.other_days(times, focus))}
                {week}
                {self.other_weeks(times)}
            </section>
            {self.wait_link()}
        }
        .into_any()
    }

    /// The one day to show of a week with more times than a page can hold; `None`: all of them are shown.
    fn one_day(&self, times: &Times) -> Option<Date> {
        let count: usize = times.days.iter().map(|day| day.slots.len()).sum();
        if count <= MOST {
            return None;
        }
        let free = |day: &&DayTimes| !day.slots.is_empty();
        let asked = |day: &&DayTimes| Some(day.day) == self.search.week;
        let days = || times.days.iter().filter(free);
        let shown = days().find(asked).or_else(|| days().next());
        shown.map(|day| day.day)
    }

    /// The way to be told when a time that suits becomes free.
    fn wait_link(&self) -> Option<AnyView> {
        let href = self.wait.clone()?;
        let view = view! {
            <section aria-labelledby="attente">
                <h2 id="attente">{t!("times-wait-title")}</h2>
                <p>{t!("times-wait-text")}</p>
                <p><a href=href>{t!("times-wait-link")}</a></p>
            </section>
        };
        Some(view.into_any())
    }

    /// The way to change what the times are for.
    fn change_link(&self) -> Option<AnyView> {
        let href = self.change.clone()?;
        Some(view! { <p><a href=href>{t!("times-change")}</a></p> }.into_any())
    }

    /// What the times are for, and how long they are.
    fn need(&self, first: Option<&Slot>) -> AnyView {
        let search = &self.search;
        let types = types_of(&search.visit, self.catalogue);
        let length = first.map(length).or_else(|| {
            let purposes = purposes(&search.visit, self.catalogue);
            let visit = domain::appointment::visit(&purposes, &search.visit.help);
            visit.ok().map(|visit| visit.length)
        });
        let length = length.map(|length| {
            let length = l10n::duration(locale(), length);
            view! { " "{t!("times-length", duration = length)} }
        });
        let words = in_words(&search.visit, search.mode, &types);
        let help = search.visit.help.iter().map(|help| help_words(*help));
        let help = help.collect::<Vec<_>>().join(&t!("list-comma"));
        let help = (!help.is_empty()).then(|| {
            view! { <p>{t!("answer-part", part = t!("visit-help"))}" "{help}"."</p> }
        });
        view! {
            <p><strong>{words}</strong>"."{length}</p>
            {help}
            {self.only_places()}
        }
        .into_any()
    }

    /// That only some places are shown: those that have what was asked for.
    fn only_places(&self) -> Option<AnyView> {
        let goes_there = self.search.mode == Mode::Onsite;
        let of_building = self
            .search
            .visit
            .help
            .iter()
            .any(|it| it.is_of_a_building());
        (goes_there && of_building).then(|| view! { <p>{t!("times-only-places")}</p> }.into_any())
    }

    /// The first time of each place; nothing when there is one place, or none to go to.
    fn first_of_places(&self, times: &Times) -> Option<AnyView> {
        let goes_there = self.search.mode == Mode::Onsite;
        (goes_there && times.first_of_places.len() > 1).then(|| self.each_place(times))
    }

    /// The first time of each place under its heading, with the distance of the place when it is known.
    fn each_place(&self, times: &Times) -> AnyView {
        let heading = match self.search.near {
            Some(_) => t!("times-first-of-places-near"),
            None => t!("times-first-of-places"),
        };
        let choices = self.places_in_order(times);
        let choices = choices.iter().map(|slot| {
            let mut choice = self.choice(slot);
            let distance = self.distance_words(&slot.location_id);
            choice.label = view! { {choice.label}{distance} }.into_any();
            choice
        });
        view! {
            <h2 id="lieux" tabindex="-1">{heading}</h2>
            <TimeList times=choices.collect()/>
        }
        .into_any()
    }

    /// Times with their day: "Lundi 7 décembre à 9 h 15, Mairie".
    fn list(&self, slots: &[Slot]) -> AnyView {
        let times = slots.iter().map(|slot| self.choice(slot)).collect();
        view! { <TimeList times/> }.into_any()
    }

    fn choice(&self, slot: &Slot) -> TimeChoice {
        TimeChoice {
            id: slot.id.clone(),
            spoken: None,
            label: self.label(capital(&slot_words(slot)), slot, true),
        }
    }

    /// The times of a day: seen as hours, said with their day.
    fn day(&self, day: Date, slots: &[Slot], many_places: bool) -> DayOfTimes {
        let name = capital(&l10n::day(locale(), day));
        let times = slots.iter().map(|slot| {
            let hour = l10n::hour(locale(), begins(slot).time());
            TimeChoice {
                id: slot.id.clone(),
                spoken: Some(format!("{name}{}", t!("list-comma"))),
                label: self.label(hour, slot, many_places),
            }
        });
        DayOfTimes {
            times: times.collect(),
            title: t!("times-day", day = name, count = slots.len()),
        }
    }

    fn label(&self, when: String, slot: &Slot, with_place: bool) -> AnyView {
        let comma = || t!("list-comma");
        let place = place_of(slot, self.catalogue)
            .filter(|_| with_place)
            .map(|place| view! { {comma()}{words_of(&place.name)} });
        let left = slot
            .places_left
            .map(|count| format!("{}{}", comma(), t!("slot-left", count = count)));
        view! { {when}{place}{left} }.into_any()
    }
}

fn is_several<'a>(slots: impl Iterator<Item = &'a Slot>) -> bool {
    slots
        .map(|slot| &slot.location_id)
        .collect::<BTreeSet<_>>()
        .len()
        > 1
}
