//! The waiting line of a rush, in place of the times: how many come first, how long it takes, and that one's place is kept.
//! It asks again by itself through the `Refresh` header of the answer; whoever reads slowly, or listens, can stop that
//! (RGAA 13.1).

use leptos::prelude::*;

use crate::{
    components::{AuthorityContact, BackLink},
    l10n,
    pages::page::{Heading, PageTitle},
    paths::Path,
    ports::LinePlace,
    request::{path_only, portal, raw_query},
    t,
};

/// Parameter of a page that does not ask again by itself.
const CALM: &str = "calme=1";

/// Whether the query of an address says that its reader asks again themselves.
#[must_use]
pub fn is_calm(query: &str) -> bool {
    query.split('&').any(|pair| pair == CALM)
}

/// Content of the page.
pub(super) fn page(kind: &str, place: LinePlace) -> AnyView {
    let ahead = t!("line-ahead", count = about(place.ahead));
    let minutes = (place.wait.as_secs() + 30) / 60;
    let wait = if minutes < 1 {
        t!("line-wait-soon")
    } else {
        t!("line-wait", count = minutes)
    };
    view! {
        <PageTitle title=l10n::plain(&ahead)/>
        <BackLink href=Path::Visit(kind.to_owned()).here() to=t!("times-back")/>
        <Heading>{t!("line-heading")}</Heading>
        <p class="lead"><strong>{ahead}</strong>" "{wait}</p>
        {again(place)}
        <p>{t!("line-order")}</p>
        <p>{t!("line-kept")}</p>
        <p>{t!("line-then")}</p>
        <AuthorityContact authority=portal().authority()/>
    }
    .into_any()
}

/// How the page goes on: by itself, or when its reader says so.
fn again(place: LinePlace) -> AnyView {
    let query = raw_query();
    let others = query.split('&').filter(|pair| *pair != CALM);
    let others = others.filter(|pair| !pair.is_empty()).collect::<Vec<_>>();
    let address = |pairs: &[&str]| {
        let query = pairs.join("&");
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{}{mark}{query}", path_only())
    };
    let by_itself = address(&others);
    let calm = address(&[others.as_slice(), &[CALM]].concat());
    match place.again {
        Some(seconds) => view! {
            <p>{t!("line-again", count = seconds)}</p>
            <ul>
                <li><a href=by_itself>{t!("line-look")}</a></li>
                <li><a href=calm>{t!("line-stop")}</a></li>
            </ul>
        }
        .into_any(),
        None => view! {
            <p>{t!("line-calm")}</p>
            <ul>
                <li><a href=calm>{t!("line-look")}</a></li>
                <li><a href=by_itself>{t!("line-resume")}</a></li>
            </ul>
        }
        .into_any(),
    }
}

/// A number of people as one says it: never fewer than there are, exact when it matters.
fn about(people: usize) -> usize {
    let step = match people {
        0..=20 => 1,
        21..=100 => 5,
        101..=1_000 => 50,
        _ => 500,
    };
    people.div_ceil(step) * step
}

#[cfg(test)]
mod tests {
    use super::{about, is_calm};

    #[test]
    fn many_people_are_counted_roughly_and_never_too_few() {
        let said = [0, 1, 20, 21, 99, 101, 960, 1_001, 4_999];
        assert_eq!(
            said.map(about),
            [0, 1, 20, 25, 100, 150, 1_000, 1_500, 5_000]
        );
    }

    #[test]
    fn one_word_of_the_address_keeps_the_page_still() {
        assert!(is_calm("personnes=1&calme=1"));
        assert!(!is_calm("calme=11&acalme=1"));
        assert!(!is_calm(""));
    }
}
