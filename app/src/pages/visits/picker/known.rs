//! The times as they were known when the back office still answered: to read, not to choose.

use domain::booking::Slot;
use leptos::prelude::*;

use super::{Picker, is_several};
use crate::{
    components::{Notice, NoticeKind},
    l10n::{self, capital, locale},
    pages::requests::receipt::moment,
    ports::{DayTimes, NoTimes, Times},
    t,
    words::visits::begins,
};

impl Picker<'_> {
    /// Free times of a week with the moment at which they were, and what can be done meanwhile.
    pub(super) fn known(&self, times: &Times) -> AnyView {
        let Some(at) = times.known_at.filter(|_| !times.suggested.is_empty()) else {
            return self.none(NoTimes::Away);
        };
        let many_places = is_several(times.days.iter().flat_map(|day| &day.slots));
        let focus = self.one_day(times);
        let days = times.days.iter().filter(|day| !day.slots.is_empty());
        let (shown, others): (Vec<_>, Vec<_>) =
            days.partition(|day| focus.is_none_or(|focus| focus == day.day));
        let shown = shown
            .into_iter()
            .map(|day| self.known_day(day, many_places));
        let shown = shown.collect_view();
        let others = (!others.is_empty()).then(|| {
            let others = others
                .into_iter()
                .map(|day| view! { <li>{title(day)}</li> });
            view! {
                <h3>{t!("times-other-days")}</h3>
                <ul>{others.collect_view()}</ul>
            }
        });
        let text = t!(
            "times-known-text",
            at = moment(at),
            phone = self.phone.clone()
        );
        let again = self.with(&self.search);
        let callback = self.callback_link();
        view! {
            {self.need(times.suggested.first())}
            {self.change_link()}
            <Notice kind=NoticeKind::Warning title=t!("times-away-title")>
                <p>{text}</p>
                <p><a href=again>{t!("times-away-again")}</a></p>
                {callback}
            </Notice>
            <section aria-labelledby="horaires">
                <h2 id="horaires" tabindex="-1">{t!("times-known", at = moment(at))}</h2>
                {shown}
                {others}
            </section>
            {self.near(None)}
        }
        .into_any()
    }

    fn known_day(&self, day: &DayTimes, many_places: bool) -> AnyView {
        let hours = |slot: &Slot| {
            let hour = l10n::hour(locale(), begins(slot).time());
            view! { <li>{self.label(hour, slot, many_places)}</li> }
        };
        let hours = day.slots.iter().map(hours).collect_view();
        view! {
            <h3>{title(day)}</h3>
            <ul>{hours}</ul>
        }
        .into_any()
    }
}

/// A day and how many times it has.
fn title(day: &DayTimes) -> String {
    let name = capital(&l10n::day(locale(), day.day));
    t!("times-day", day = name, count = day.slots.len())
}
