//! Ways to the other days and weeks of a search.

use jiff::{ToSpan, civil::Date};
use leptos::prelude::*;

use super::Picker;
use crate::{
    l10n::{self, capital, locale},
    ports::{Search, Times},
    t,
};

impl Picker<'_> {
    /// Links to the other days of a week of which one day is shown.
    pub(super) fn other_days(&self, times: &Times, focus: Date) -> AnyView {
        let days = times.days.iter().filter(|day| day.day != focus);
        let days = days.map(|day| {
            let name = capital(&l10n::day(locale(), day.day));
            let words = t!("times-day", day = name, count = day.slots.len());
            if day.slots.is_empty() {
                return view! { <li>{words}</li> }.into_any();
            }
            let search = Search {
                week: Some(day.day),
                ..self.search.clone()
            };
            let href = format!("{}#semaine", self.with(&search));
            view! { <li><a href=href>{words}</a></li> }.into_any()
        });
        let days = days.collect::<Vec<_>>();
        view! {
            <nav aria-label=l10n::plain(&t!("times-other-days"))>
                <ul>{days}</ul>
            </nav>
        }
        .into_any()
    }

    /// Links to the weeks around, each with its dates.
    pub(super) fn other_weeks(&self, times: &Times) -> Option<AnyView> {
        let link = |day: Date, words: fn(String, String) -> String| {
            let monday = monday(day);
            let (from, to) = l10n::from_to(locale(), monday, last_day(monday));
            let search = Search {
                week: Some(day),
                ..self.search.clone()
            };
            let href = format!("{}#semaine", self.with(&search));
            view! { <li><a href=href>{words(from, to)}</a></li> }
        };
        let later = times
            .later
            .map(|day| link(day, |from, to| t!("times-later", from = from, to = to)));
        let earlier = times
            .earlier
            .map(|day| link(day, |from, to| t!("times-earlier", from = from, to = to)));
        (later.is_some() || earlier.is_some())
            .then(|| view! { <ul>{later}{earlier}</ul> }.into_any())
    }
}

/// Monday of the week of a day.
pub(super) fn monday(day: Date) -> Date {
    let since = i64::from(day.weekday().to_monday_zero_offset());
    day.checked_sub(since.days()).unwrap_or(day)
}

/// Sunday of the week of a Monday.
pub(super) fn last_day(monday: Date) -> Date {
    monday.checked_add(6.days()).unwrap_or(monday)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_week_goes_from_monday_to_sunday() {
        let first = date(2026, 12, 7);
        for day in 7..=13 {
            assert_eq!(monday(date(2026, 12, day)), first);
        }
        assert_eq!(last_day(first), date(2026, 12, 13));
        assert_eq!(monday(date(2027, 1, 2)), date(2026, 12, 28));
    }
}
