//! One's place on the waiting list, by the link of a message: where it stands, what is offered, and what can be done.

use domain::waiting::{Offer, WaitingStatus};
use jiff::SignedDuration;
use leptos::prelude::*;

use super::{status_words, wish_words};
use crate::{
    components::{
        AuthorityContact, Facts, LinkButton, Notice, NoticeKind, Secondary, Submit, words_of,
    },
    l10n::{capital, locale},
    pages::{
        drafts::step::{KEY, problem_summary},
        errors::{ErrorKind, ErrorPage},
        page::{Heading, PageTitle},
        requests::receipt::moment,
        visits::what::place_of,
    },
    paths::Path,
    ports::{Absence, Catalogue, Waited},
    request::{portal, segment},
    t,
    words::visits::{instant_words_in, long_slot_words},
};

/// Name of the buttons.
pub const DO: &str = "do";
/// They take what is offered.
pub const TAKE: &str = "take";
/// They let it go, and wait on.
pub const DECLINE: &str = "decline";
/// They leave the list.
pub const LEAVE: &str = "leave";
/// The hold of the offer that the page showed: one that came since is neither taken nor declined unseen.
pub const OFFER: &str = "offer";

/// An answer younger than this is that of now.
const FRESH: SignedDuration = SignedDuration::from_mins(1);

/// Page of a link.
#[component]
pub fn WaitingPage() -> impl IntoView {
    let word = segment("word");
    Suspend::new(async move {
        let Ok(catalogue) = portal().catalogue() else {
            return unavailable();
        };
        match portal().waited(&word).await {
            Ok(waited) => page(&word, &waited, &catalogue),
            Err(Absence::Unknown | Absence::Ended(_)) => {
                view! { <ErrorPage kind=ErrorKind::LinkOver/> }.into_any()
            }
            Err(Absence::Unavailable) => unavailable(),
        }
    })
}

fn unavailable() -> AnyView {
    view! { <ErrorPage kind=ErrorKind::Unavailable/> }.into_any()
}

fn page(word: &str, waited: &Waited, catalogue: &Catalogue) -> AnyView {
    // An offer that is over, while the back office does not say what came next.
    let status = match (waited.status, &waited.offer) {
        (WaitingStatus::Offered, None) => WaitingStatus::Waiting,
        (status, _) => status,
    };
    let content = match (&waited.offer, status.is_open()) {
        (Some(offer), true) => offered(word, offer, catalogue),
        (None, true) => waits(waited),
        (_, false) => over(status, waited),
    };
    let leave = status.is_open().then(|| leave(word));
    view! {
        <PageTitle title=status_words(status)/>
        {problem_summary(Vec::new(), "#titre")}
        <Heading>{status_words(status)}</Heading>
        {content}
        <section aria-labelledby="wait-wish">
            <h2 id="wait-wish">{t!("wait-wish")}</h2>
            {wish_words(&waited.wish, catalogue)}
        </section>
        {leave}
        <AuthorityContact authority=portal().authority()/>
    }
    .into_any()
}

/// A time is kept: take it, or let it go.
fn offered(word: &str, offer: &Offer, catalogue: &Catalogue) -> AnyView {
    let slot = &offer.slot;
    let when = capital(&long_slot_words(slot));
    let until = instant_words_in(locale(), offer.until, &slot.time_zone());
    let mut facts = vec![(t!("reminder-when"), when.into_any())];
    if let Some(place) = place_of(slot, catalogue) {
        let address = place.address.join(", ");
        let view =
            view! { {words_of(&place.name)} <br/> <span lang="fr" dir="ltr">{address}</span> };
        facts.push((t!("appointment-place"), view.into_any()));
    }
    facts.push((t!("wait-until"), capital(&until).into_any()));
    view! {
        <Facts facts/>
        <form method="post" action=Path::Waiting(word.to_owned()).here() aria-labelledby="offer">
            <h2 id="offer">{t!("wait-question")}</h2>
            <input type="hidden" name=KEY value=portal().form_key()/>
            <input type="hidden" name=OFFER value=offer.hold_id.clone()/>
            <Submit label=t!("wait-take") name=DO value=TAKE/>
            <Secondary label=t!("wait-decline") name=DO value=DECLINE/>
        </form>
        <p>{t!("wait-decline-text")}</p>
    }
    .into_any()
}

/// Nothing yet: who is before, how one is told, and that one may look by oneself.
fn waits(waited: &Waited) -> AnyView {
    let kind = waited.wish.visit.purposes.first();
    let times = kind.map(|kind| {
        let href = Path::Visit(kind.kind.clone()).here();
        view! { <p><a href=href>{t!("wait-times")}</a></p> }
    });
    let passed = (waited.ahead > 0).then(|| view! { " "{t!("wait-ahead-text")} });
    let reached = waited.reached.join(&t!("list-comma"));
    let is_old = waited.shown_at.duration_since(waited.known_at) > FRESH;
    let known = is_old.then(|| view! { <p>{t!("wait-known", at = moment(waited.known_at))}</p> });
    view! {
        <p><strong>{t!("wait-ahead", count = waited.ahead)}</strong>{passed}</p>
        {known}
        <p>{t!("wait-reached", reached = reached)}</p>
        <p>{t!("wait-keep")}</p>
        {times}
    }
    .into_any()
}

/// It ended: booked, left, or without a time.
fn over(status: WaitingStatus, waited: &Waited) -> AnyView {
    let again = waited.wish.visit.purposes.first().map(|kind| {
        let href = Path::Visit(kind.kind.clone()).here();
        let label = t!("appointment-again").into_any();
        view! { <p><LinkButton href label/></p> }
    });
    let (kind, title, text) = match status {
        WaitingStatus::Booked => (
            NoticeKind::Success,
            t!("wait-booked-title"),
            t!("wait-booked-text"),
        ),
        WaitingStatus::Left => (
            NoticeKind::Success,
            t!("wait-left-title"),
            t!("wait-left-text"),
        ),
        _ => (
            NoticeKind::Information,
            t!("wait-expired-title"),
            t!("wait-expired-text"),
        ),
    };
    let (follow, again) = if status == WaitingStatus::Booked {
        let follow = view! { <p><a href=Path::Follow.here()>{t!("reminder-open")}</a></p> };
        (Some(follow), None)
    } else {
        (None, again)
    };
    view! {
        <Notice kind title>
            <p>{text}</p>
            {follow}
            {again}
        </Notice>
    }
    .into_any()
}

/// One press; nothing is lost that cannot be had again.
fn leave(word: &str) -> AnyView {
    view! {
        <form method="post" action=Path::Waiting(word.to_owned()).here() aria-labelledby="leave">
            <h2 id="leave">{t!("wait-leave-title")}</h2>
            <p>{t!("wait-leave-text")}</p>
            <Secondary label=t!("wait-leave") name=DO value=LEAVE/>
        </form>
    }
    .into_any()
}
