//! One place: what one can do there, how to come and get in, when it receives people, how many wait there now.

use domain::{
    place::Place,
    queue::{DayHours, PlaceNow},
    survey::{Moment, Subject},
};
use jiff::tz::TimeZone;
use leptos::prelude::*;

use crate::{
    components::{AsOf, AuthorityContact, BackLink, LinkButton, PlaceCard, ShowAgain, words_of},
    l10n::{self, capital, locale},
    pages::{
        errors::{ErrorKind, ErrorPage},
        page::{Heading, PageTitle, not_found},
    },
    paths::Path,
    request::{path_only, portal, segment},
    t,
    words::queue::walk_in_words,
};

/// Page of a place.
#[component]
pub fn PlacePage() -> impl IntoView {
    let id = segment("place");
    Suspend::new(async move {
        let Ok(catalogue) = portal().catalogue() else {
            return view! { <ErrorPage kind=ErrorKind::Unavailable/> }.into_any();
        };
        let Some(place) = catalogue.place(&id) else {
            return not_found();
        };
        let now = if portal().office().queue {
            portal().place_now(&id).await
        } else {
            None
        };
        page(place, now.as_ref())
    })
}

fn page(place: &Place, now: Option<&PlaceNow>) -> AnyView {
    let directions = place.directions.as_ref().map(|text| {
        view! {
            <h2>{t!("appointment-directions")}</h2>
            <p>{words_of(text)}</p>
        }
    });
    let heading = words_of(&place.name);
    view! {
        <PageTitle title=l10n::words(&place.name)/>
        <BackLink href=Path::Help.here() to=t!("help-heading")/>
        <Heading>{heading}</Heading>
        {now.map(current)}
        {now.map(|now| days(&now.days))}
        <h2>{t!("place-facts")}</h2>
        <PlaceCard place=place.clone()/>
        {directions}
        {visits()}
        {opinions(place)}
        <AuthorityContact authority=portal().authority()/>
    }
    .into_any()
}

/// The ways to say how it went here, and to read what others said.
fn opinions(place: &Place) -> Option<AnyView> {
    let catalogue = portal().catalogue().ok()?;
    catalogue.questionnaire(Moment::Place)?;
    let path = Path::OpinionOfPlace(place.id.clone());
    let quality = Path::Quality(Some(Subject::Place(place.id.clone())));
    let view = view! {
        <h2>{t!("opinion-heading")}</h2>
        <ul>
            <li><a href=path.at_heading()>{t!("opinion-link-place")}</a></li>
            <li><a href=quality.here()>{t!("quality-link")}</a></li>
            <li><a href=Path::Poster(place.id.clone()).here()>{t!("poster-link")}</a></li>
        </ul>
    };
    Some(view.into_any())
}

/// Open or not, who waits, how long whoever comes without an appointment would.
fn current(now: &PlaceNow) -> AnyView {
    let zone = TimeZone::get(&now.zone).unwrap_or_else(|_| portal().zone());
    let open = match now.open_until.filter(|_| now.open) {
        Some(until) => {
            let hour = l10n::hour(locale(), until.to_zoned(zone.clone()).time());
            t!("place-open", hour = hour)
        }
        None => t!("place-closed"),
    };
    let waiting = now.open.then(|| t!("place-waiting", count = now.waiting));
    let wait = now.wait.filter(|_| now.open);
    let wait = wait.map(|wait| view! { <p>{walk_in_words(locale(), wait)}</p> });
    let at = l10n::moment(locale(), now.as_of.to_zoned(zone).datetime());
    view! {
        <section aria-labelledby="now">
            <h2 id="now">{t!("place-now")}</h2>
            <p><strong>{open}</strong>" "{waiting}</p>
            {wait}
            <AsOf at again=ShowAgain::Link(path_only())/>
        </section>
    }
    .into_any()
}

/// When people are received, today and on the days after.
fn days(days: &[DayHours]) -> AnyView {
    let rows = days.iter().map(|day| {
        let hours = day.hours.iter().map(|hours| {
            let (from, to) = (
                l10n::hour(locale(), hours.from),
                l10n::hour(locale(), hours.to),
            );
            t!("place-hours", from = from, to = to)
        });
        let hours = hours.collect::<Vec<_>>().join(&t!("list-comma"));
        let hours = if hours.is_empty() {
            t!("place-day-closed")
        } else {
            hours
        };
        let name = capital(&l10n::day(locale(), day.day));
        view! { <li>{t!("answer-part", part = name)}" "{hours}</li> }
    });
    view! {
        <section aria-labelledby="days">
            <h2 id="days">{t!("place-days")}</h2>
            <ul>{rows.collect_view()}</ul>
        </section>
    }
    .into_any()
}

/// The way to an appointment.
fn visits() -> Option<AnyView> {
    portal().office().appointments.then(|| {
        let label = t!("visits-heading").into_any();
        view! { <p><LinkButton href=Path::Visits.at_heading() label/></p> }.into_any()
    })
}
