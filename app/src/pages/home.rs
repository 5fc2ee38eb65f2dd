//! Home: go on with a draft, find a procedure, follow a request, find help.

use domain::booking::Slot;
use jiff::{Timestamp, tz::TimeZone};
use leptos::prelude::*;

use super::{
    finish::finish_link,
    page::{Heading, PageTitle, with_catalogue_part},
};
use crate::{
    components::{
        AuthorityContact, DraftList, DraftRow, LinkButton, RequestList, RequestRow, SearchForm,
        words_of,
    },
    l10n,
    pages::{
        procedures::list::ProcedureList,
        requests::demand::expects,
        visits::{waiting, what::place_of},
    },
    paths::Path,
    ports::{DraftSummary, HeldRequest},
    request::portal,
    t,
    words::{statuses::status_words, visits::long_slot_words},
};

/// How many procedures the home page names before the link to all of them.
const SHOWN: usize = 8;

/// Home page.
#[component]
pub fn Home() -> impl IntoView {
    let authority = portal().authority();
    let name = authority.name.clone();
    view! {
        <PageTitle title=t!("home-title")/>
        <Heading>{t!("home-heading", authority = name)}</Heading>
        <p class="lead">{t!("home-lead")}</p>
        <Held/>
        <SearchForm query=String::new() action=Path::Procedures.here()/>
        {portal().office().appointments.then(visits)}
        {with_catalogue_part(|catalogue| {
            let procedures = catalogue.procedures.iter().take(SHOWN).cloned().collect::<Vec<_>>();
            view! {
                <section aria-labelledby="home-procedures">
                    <h2 id="home-procedures">{t!("home-procedures")}</h2>
                    <ProcedureList procedures/>
                    <p><a href=Path::Themes.here()>{t!("home-by-theme")}</a></p>
                </section>
            }
        })}
        <section aria-labelledby="home-follow">
            <h2 id="home-follow">{t!("home-follow")}</h2>
            <p>{t!("home-follow-text")}</p>
            <p><LinkButton href=Path::Follow.here() label=t!("home-follow-link").into_any()/></p>
            <p><a href=Path::TakeUp.here()>{t!("take-up-link")}</a></p>
        </section>
        <section aria-labelledby="home-help">
            <h2 id="home-help">{t!("home-help")}</h2>
            <p>{t!("home-help-text")}</p>
            <p><a href=Path::Help.here()>{t!("home-help-link")}</a></p>
        </section>
        <AuthorityContact authority/>
    }
}

/// The way to an appointment.
fn visits() -> impl IntoView {
    view! {
        <section aria-labelledby="home-visits">
            <h2 id="home-visits">{t!("visits-heading")}</h2>
            <p>{t!("home-visits-text")}</p>
            <p><LinkButton href=Path::Visits.at_heading() label=t!("home-visits-link").into_any()/></p>
        </section>
    }
}

/// Requests that this visitor holds, and what each expects; drafts that they can go on with; and the way to end it all
/// on this computer. Nothing for someone without any.
#[component]
fn Held() -> impl IntoView {
    Suspend::new(async move {
        let portal = portal();
        let held = portal.requests().await.unwrap_or_default();
        let drafts = portal.drafts().await.unwrap_or_default();
        let waits = portal.waits().await.unwrap_or_default();
        let is_empty = held.is_empty() && drafts.is_empty() && waits.is_empty();
        let done = (!is_empty).then(finish_link);
        let requests = held.iter().map(request_row).collect::<Vec<_>>();
        let zone = portal.zone();
        let drafts = drafts
            .into_iter()
            .map(|draft| draft_row(draft, &zone))
            .collect::<Vec<_>>();
        view! {
            <RequestList requests/>
            {waiting::held(waits)}
            <DraftList drafts/>
            {done}
        }
    })
}

fn request_row(request: &HeldRequest) -> RequestRow {
    let mut expected = Vec::new();
    if expects(request) {
        let due = request.info_request.as_ref().and_then(|asked| asked.due_on);
        expected.push(match due {
            Some(day) => t!("home-request-due", day = l10n::date(l10n::locale(), day)),
            None => t!("demand-title"),
        });
    }
    if request.unread > 0 {
        expected.push(t!("request-unread", count = request.unread));
    }
    RequestRow {
        title: request.procedure.title.clone(),
        href: Path::Request(request.id.clone()).here(),
        state: if request.delivered {
            status_words(request.status)
        } else {
            t!("status-recorded")
        },
        visit: request.time.as_ref().map(visit_words),
        expected,
    }
}

/// "Votre rendez-vous : lundi 7 décembre 2026 à 9 h 15, Mairie".
fn visit_words(slot: &Slot) -> AnyView {
    let catalogue = portal().catalogue().ok();
    let place = catalogue.as_deref().and_then(|it| place_of(slot, it));
    let place = place.map(|place| view! { {t!("list-comma")}{words_of(&place.name)} });
    let visit = t!("answer-part", part = t!("appointment-title"));
    view! { {visit}" "{long_slot_words(slot)}{place} }.into_any()
}

fn draft_row(draft: DraftSummary, zone: &TimeZone) -> DraftRow {
    let locale = l10n::locale();
    let here = |at: Timestamp| at.to_zoned(zone.clone());
    DraftRow {
        title: draft.procedure.title.clone(),
        go_on: Path::Review(draft.id.clone()).here(),
        erase: (!draft.is_shared).then(|| Path::Erase(draft.id).here()),
        saved: l10n::moment(locale, here(draft.updated_at).datetime()),
        until: l10n::date(locale, here(draft.expires_at).date()),
    }
}
