//! Personal data (RGPD, articles 12 to 22): what is kept, why, how long, and how to use one's rights.

use leptos::prelude::*;

use crate::{
    components::{AuthorityContact, words_of},
    pages::page::{Heading, PageTitle, with_catalogue_part},
    request::portal,
    t,
};

/// Personal data page.
#[component]
pub fn Privacy() -> impl IntoView {
    let authority = portal().authority();
    let rules = portal().rules();
    let email = authority.data_protection_email.clone();
    let href = format!("mailto:{email}");
    view! {
        <PageTitle title=t!("privacy-heading")/>
        <Heading>{t!("privacy-heading")}</Heading>
        <p>{t!("privacy-controller", authority = authority.legal_name.clone())}</p>
        <h2>{t!("privacy-purpose")}</h2>
        <p>{t!("privacy-purpose-text")}</p>
        <h2>{t!("privacy-kept")}</h2>
        <ul>
            <li>{t!("privacy-kept-draft", days = rules.draft_days)}</li>
            <li>{t!("privacy-kept-submission", days = rules.submission_days)}</li>
            <li>{t!("privacy-kept-access", minutes = rules.access_minutes)}</li>
            <li>{t!("privacy-kept-notices", days = rules.submission_days)}</li>
            <li>{t!("privacy-kept-late")}</li>
            <li>{t!("privacy-kept-hand-over")}</li>
            <li>{t!("privacy-kept-visit-link")}</li>
            <li>{t!("privacy-kept-wait")}</li>
            <li>{t!("privacy-kept-opinion")}</li>
        </ul>
        {with_catalogue_part(|catalogue| {
            let rows = catalogue
                .procedures
                .iter()
                .map(|procedure| {
                    view! {
                        <li>
                            {words_of(&procedure.title)}" – "
                            {t!("privacy-kept-procedure", days = procedure.retention_days)}
                        </li>
                    }
                })
                .collect::<Vec<_>>();
            view! {
                <p>{t!("privacy-kept-procedures")}</p>
                <ul>{rows}</ul>
            }
        })}
        <h2>{t!("privacy-who")}</h2>
        <p>{t!("privacy-who-text")}</p>
        <h2>{t!("privacy-cookies")}</h2>
        <p>{t!("privacy-cookies-text")}</p>
        <h2>{t!("privacy-rights")}</h2>
        <p>{t!("privacy-rights-text")}</p>
        <p>
            {t!("privacy-rights-contact")}" "
            <a href=href><bdi dir="ltr">{email}</bdi></a>
        </p>
        <p>
            {t!("privacy-authority")}" "
            <a href="https://www.cnil.fr/fr/plaintes" rel="external" hreflang="fr"><span lang="fr">"CNIL"</span></a>
        </p>
        <AuthorityContact authority/>
    }
}
