//! The time that goes with a draft: until when it is kept, or that it no longer is.

use domain::{booking::Hold, place::Place, text::Text};
use leptos::prelude::*;

use super::{LinkButton, Notice, NoticeKind, Secondary, words_of};
use crate::{
    l10n::{self, capital, locale},
    t,
    words::visits::long_slot_words,
};

/// When, where and for what, until when it is kept, one press to keep it longer, one to change it. Once it is lost: what
/// is not lost, and the way to another one.
///
/// RGAA 9.1 (a section with its heading), 13.1 (the limit is said and can be prolonged), 11.9 (the button says what it
/// does), 3.1.
#[component]
pub fn VisitBanner(
    /// The time.
    hold: Hold,
    /// Whether it is still kept.
    alive: bool,
    /// What one comes for.
    titles: Vec<Text>,
    /// Where, when one goes somewhere.
    place: Option<Place>,
    /// Address of the form that keeps it longer.
    longer: String,
    /// Address of the other times.
    times: String,
) -> impl IntoView {
    let when = capital(&long_slot_words(&hold.slot));
    let place = place.map(|place| view! { {t!("list-comma")}{words_of(&place.name)} });
    let when = view! { <p><strong>{when}{place}</strong></p> };
    if !alive {
        return view! {
            <Notice kind=NoticeKind::Warning title=t!("hold-over-title")>
                {when}
                <p>{t!("hold-over-text")}</p>
                <p><LinkButton href=times label=t!("hold-choose").into_any()/></p>
            </Notice>
        }
        .into_any();
    }
    let until = hold.expires_at.to_zoned(hold.slot.time_zone());
    let until = l10n::hour(locale(), until.time());
    let titles = titles
        .iter()
        .map(|title| view! { <p>{words_of(title)}</p> })
        .collect_view();
    let longer = hold.extendable.then(|| {
        view! {
            <form method="post" action=longer aria-label=t!("hold-longer")>
                <Secondary label=t!("hold-longer")/>
            </form>
        }
    });
    view! {
        <section class="visit-banner" aria-labelledby="visit-banner">
            <h2 class="visit-banner__title" id="visit-banner">{t!("hold-title")}</h2>
            {when}
            {titles}
            <p>{t!("hold-until", hour = until)}</p>
            {longer}
            <p><a href=times>{t!("hold-change")}</a></p>
        </section>
    }
    .into_any()
}
