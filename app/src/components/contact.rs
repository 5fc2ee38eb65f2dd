//! Whom to ask for help, at the same place on every page.

use std::sync::Arc;

use domain::procedure::Service;
use leptos::prelude::*;

use super::words_of;
use crate::{ports::Authority, t};

/// Digits of a phone number as a `tel:` address wants them: "02 61 91 00 10" gives `+33261910010`.
fn dialled(phone: &str) -> String {
    let digits: String = phone
        .chars()
        .filter(|sign| sign.is_ascii_digit() || *sign == '+')
        .collect();
    match digits.strip_prefix('0') {
        Some(national) if digits.len() == 10 => format!("+33{national}"),
        _ => digits,
    }
}

fn block(name: AnyView, phone: &str, email: &str, hours: Option<AnyView>) -> impl IntoView + use<> {
    let phone_link = (!phone.is_empty()).then(|| {
        view! {
            <li>
                {format!("{} ", t!("contact-phone"))}
                <a href=format!("tel:{}", dialled(phone))>
                    <bdi dir="ltr">{phone.to_owned()}</bdi>
                </a>
            </li>
        }
    });
    let email_link = (!email.is_empty()).then(|| {
        view! {
            <li>
                {format!("{} ", t!("contact-email"))}
                <a href=format!("mailto:{email}")>
                    <bdi dir="ltr">{email.to_owned()}</bdi>
                </a>
            </li>
        }
    });
    let hours = hours.map(|hours| view! { <li>{format!("{} ", t!("contact-hours"))} {hours}</li> });
    view! {
        <section class="contact" id="aide" tabindex="-1" aria-labelledby="aide-titre">
            <h2 class="contact__title" id="aide-titre">
                {t!("contact-title")}
            </h2>
            <p class="contact__name">{name}</p>
            <ul class="contact__ways">{phone_link} {email_link} {hours}</ul>
        </section>
    }
}

/// Help about one procedure: the service in charge, its phone, its e-mail, when it answers.
///
/// WCAG 3.2.6 and RGAA 12.4, 12.5 (same place on every page), 6.1 (links say number and address).
#[component]
pub fn ServiceContact(
    /// Service in charge.
    service: Service,
) -> impl IntoView {
    block(
        words_of(&service.name).into_any(),
        &service.phone,
        &service.email,
        Some(words_of(&service.hours).into_any()),
    )
}

/// Help about anything else: the switchboard of the authority.
///
/// WCAG 3.2.6 and RGAA 12.4, 12.5.
#[component]
pub fn AuthorityContact(
    /// The authority.
    authority: Arc<Authority>,
) -> impl IntoView {
    let name = view! { <span lang="fr" dir="ltr">{authority.legal_name.clone()}</span> }.into_any();
    block(name, &authority.phone, &authority.email, None)
}
