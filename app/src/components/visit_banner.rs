//! The time that goes with a draft: until when it is kept, or that it no longer is; and what can be done about it.

use domain::{booking::Hold, place::Place, text::Text};
use jiff::civil::Date;
use leptos::prelude::*;

use super::{LinkButton, Notice, NoticeKind, Secondary, words_of};
use crate::{
    islands::hold_end::{self, HoldEnd},
    l10n::{self, capital, locale},
    t,
    words::visits::{instant_words_in, long_slot_words},
};

/// Value of the button that keeps the time longer, with what was typed.
pub const HOLD: &str = "hold";

/// How a time is kept longer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HoldLonger {
    /// By the form `#step-form`, which keeps what was typed in it.
    Form,
    /// By a form of its own, to that address.
    Address(String),
}

/// When, where and for what, and until when it is kept: before the form. Once it is lost: what is not lost, and the way to
/// another one.
///
/// RGAA 9.1 (a section with its heading), 13.1 (the limit is said, with where it is prolonged; two minutes before it, and
/// once it is over, the page says so by itself), 7.5, 3.1.
#[component]
pub fn VisitBanner(
    /// The time.
    hold: Hold,
    /// For how many seconds it is still kept; `None`: it no longer is.
    left: Option<u32>,
    /// What one comes for.
    titles: Vec<Text>,
    /// Where, when one goes somewhere.
    place: Option<Place>,
    /// Address of the other times.
    times: String,
    /// Today: the end of a time that is kept overnight is said with its day.
    today: Date,
) -> impl IntoView {
    let when = capital(&long_slot_words(&hold.slot));
    let place = place.map(|place| view! { {t!("list-comma")}{words_of(&place.name)} });
    let when = view! { <p><strong>{when}{place}</strong></p> };
    let Some(left) = left else {
        return view! {
            <Notice kind=NoticeKind::Warning title=t!("hold-over-title")>
                {when}
                <p>{t!("hold-over-text")}</p>
                <p><LinkButton href=times label=t!("hold-choose").into_any()/></p>
            </Notice>
        }
        .into_any();
    };
    let zone = hold.slot.time_zone();
    let end = hold.expires_at.to_zoned(zone.clone());
    let until = if end.date() == today {
        t!("hold-until", hour = l10n::hour(locale(), end.time()))
    } else {
        t!(
            "hold-until-day",
            at = instant_words_in(locale(), hold.expires_at, &zone)
        )
    };
    let titles = titles
        .iter()
        .map(|title| view! { <p>{words_of(title)}</p> })
        .collect_view();
    let below = hold
        .extendable
        .then(|| t!("hold-below", title = t!("hold-more")));
    let soon = match &below {
        Some(below) => format!("{} {below}", t!("hold-soon")),
        None => t!("hold-soon"),
    };
    let below = below.map(|below| view! { <p id=hold_end::BELOW>{below}</p> });
    view! {
        <section class="visit-banner" aria-labelledby="visit-banner">
            <h2 class="visit-banner__title" id="visit-banner">{t!("hold-title")}</h2>
            {when}
            {titles}
            <p id=hold_end::UNTIL data-left=left.to_string()>{until}</p>
            {below}
            <p id=hold_end::SOON hidden>{soon}</p>
            <p id=hold_end::OVER hidden>{t!("hold-gone")}</p>
            <HoldEnd/>
        </section>
    }
    .into_any()
}

/// One press to keep a time longer, one to change it: after the form, so that the questions come first for the keyboard,
/// and Enter in a question goes on.
///
/// RGAA 9.1 (a section with its heading), 13.1 (the limit can be prolonged), 11.9 (the button says what it does), 12.8.
#[component]
pub fn HoldControls(
    /// The time, which is still kept.
    hold: Hold,
    /// How it is kept longer.
    longer: HoldLonger,
    /// How many minutes longer, as far as the back office says.
    minutes: Option<u16>,
    /// Address of the other times.
    times: String,
) -> impl IntoView {
    let label = match minutes {
        Some(minutes) => t!("hold-longer", minutes = minutes),
        None => t!("hold-longer-some"),
    };
    let longer = hold.extendable.then(|| match longer {
        HoldLonger::Form => view! {
            <p>
                <button
                    class="button button--secondary"
                    type="submit"
                    form="step-form"
                    name="do"
                    value=HOLD
                >
                    {label}
                </button>
            </p>
        }
        .into_any(),
        HoldLonger::Address(address) => view! {
            <form method="post" action=address aria-label=label.clone()>
                <p><Secondary label=label.clone()/></p>
            </form>
        }
        .into_any(),
    });
    view! {
        <section aria-labelledby="hold-more">
            <h2 id="hold-more">{t!("hold-more")}</h2>
            {longer}
            <p><a href=times>{t!("hold-change")}</a></p>
        </section>
    }
}
