//! Times to choose from: a few, or those of a week.

use leptos::prelude::*;

/// Name of the buttons that choose a time; their value is the identifier of its slot.
pub const TIME: &str = "horaire";

/// Identifier of the form that the buttons send.
pub const TIMES_FORM: &str = "times-form";

/// A time that can be chosen.
pub struct TimeChoice {
    /// Identifier of its slot.
    pub id: String,
    /// What is said before the label and not seen, because a heading above shows it: "Lundi 7 décembre, ".
    pub spoken: Option<String>,
    /// What is seen.
    pub label: AnyView,
}

/// A day and its times.
pub struct DayOfTimes {
    /// Its heading, with how many times there are: "Lundi 7 décembre, 12 horaires".
    pub title: String,
    /// Its times, in order.
    pub times: Vec<TimeChoice>,
}

fn choice(choice: TimeChoice) -> impl IntoView {
    let spoken = choice
        .spoken
        .map(|words| view! { <span class="time-list__spoken">{words}</span> });
    view! {
        <li class="time-list__item">
            <button class="time-list__button" type="submit" form=TIMES_FORM name=TIME value=choice.id>
                {spoken}
                {choice.label}
            </button>
        </li>
    }
}

/// One button for each time: a press chooses it. The form stands in the page, as `#times-form`. Nothing without times.
///
/// RGAA 9.3 (a real list), 11.9 (each button says day and hour once, and the place when there are several),
/// WCAG 2.5.3 (what is seen is in the name), 2.5.8 (44 px high).
#[component]
pub fn TimeList(
    /// Times, the earliest first.
    times: Vec<TimeChoice>,
) -> impl IntoView {
    let items = times.into_iter().map(choice).collect_view();
    (!items.is_empty()).then(|| view! { <ul class="time-list">{items}</ul> })
}

/// The days of a week, below each other, or beside each other where there is room. Stands under an `h2`.
///
/// RGAA 9.1 (a heading for each day, which says how many times it has, and that it has none), 10.11 (one column at
/// 320 px), 9.3.
#[component]
pub fn TimeWeek(
    /// Days, in order.
    days: Vec<DayOfTimes>,
) -> impl IntoView {
    let days = days
        .into_iter()
        .map(|day| {
            view! {
                <div class="time-week__day">
                    <h3 class="time-week__title">{day.title}</h3>
                    <TimeList times=day.times/>
                </div>
            }
        })
        .collect_view();
    view! { <div class="time-week">{days}</div> }
}
