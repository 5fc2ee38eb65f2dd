//! A place where people are received.

use domain::{place::Place, text::Text};
use leptos::prelude::*;

use super::{message_with, words_of};
use crate::t;

fn list(texts: &[Text]) -> impl IntoView + use<> {
    let items = texts
        .iter()
        .map(|text| view! { <li>{words_of(text)}</li> })
        .collect_view();
    view! { <ul>{items}</ul> }
}

/// What one can do there, address, phone, e-mail, opening hours and how to get in. Stands under an `h2`.
///
/// RGAA 9.1 (section with its heading), 9.3 (hours and facts are lists), 6.1 (the link is the address itself), 8.7
/// (the address is in French), 8.10 (numbers and addresses from left to right).
#[component]
pub fn PlaceCard(
    /// The place.
    place: Place,
    /// Address of its own page, from elsewhere.
    #[prop(optional, into)]
    page: Option<String>,
) -> impl IntoView {
    let link = page.map(|href| {
        let words = message_with(&place.name, |name| t!("place-link", place = name));
        view! { <p><a href=href>{words}</a></p> }
    });
    let address = place
        .address
        .into_iter()
        .map(|line| view! { {line}<br /> })
        .collect_view();
    let email = place.email.map(|email| {
        let href = format!("mailto:{email}");
        view! {
            <p>
                {t!("contact-email")} " "
                <a href=href>
                    <bdi dir="ltr">{email}</bdi>
                </a>
            </p>
        }
    });
    view! {
        <section class="place" aria-labelledby=format!("place-{}", place.id)>
            <h3 id=format!("place-{}", place.id)>{words_of(&place.name)}</h3>
            <p>{words_of(&place.purpose)}</p>
            <address lang="fr" dir="ltr">
                {address}
            </address>
            <p>
                {t!("contact-phone")} " " <bdi dir="ltr">{place.phone}</bdi>
            </p>
            {email}
            <h4>{t!("help-hours")}</h4>
            {list(&place.hours)}
            <h4>{t!("help-access")}</h4>
            {list(&place.access)}
            {link}
        </section>
    }
}
