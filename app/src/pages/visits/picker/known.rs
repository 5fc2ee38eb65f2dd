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
        let days = days.map(|day| {
            let is_shown = focus.is_none_or(|focus| focus == day.day);
            self.known_day(day, is_shown, many_places)
        });
        let days = days.collect_view();
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
                {days}
            </section>
            {self.near(None)}
        }
        .into_any()
    }

    fn known_day(&self, day: &DayTimes, is_shown: bool, many_places: bool) -> AnyView {
        let name = capital(&l10n::day(locale(), day.day));
        let hours = |slot: &Slot| {
            let hour = l10n::hour(locale(), begins(slot).time());
            view! { <li>{self.label(hour, slot, many_places)}</li> }
        };
        let hours = day.slots.iter().filter(|_| is_shown).map(hours);
        let hours = hours.collect::<Vec<_>>();
        let hours = (!hours.is_empty()).then(|| view! { <ul>{hours}</ul> });
        view! {
            <h3>{t!("times-day", day = name, count = day.slots.len())}</h3>
            {hours}
        }
        .into_any()
    }
}
