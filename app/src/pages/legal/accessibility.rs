//! Accessibility statement, with the parts that the law requires, in its order and under its headings
//! (loi n° 2005-102, article 47; décret n° 2019-768; arrêté du 20 septembre 2019).

use leptos::prelude::*;

use crate::{
    components::AuthorityContact,
    pages::page::{Heading, PageTitle},
    paths::Path,
    request::portal,
    t,
};

/// Accessibility statement.
#[component]
pub fn Accessibility() -> impl IntoView {
    let authority = portal().authority();
    let email = authority.accessibility_email.clone();
    let href = format!("mailto:{email}");
    view! {
        <PageTitle title=t!("accessibility-heading")/>
        <Heading>{t!("accessibility-heading")}</Heading>
        <p>{t!("accessibility-commitment", authority = authority.legal_name.clone())}</p>
        <p>{t!("accessibility-scope", url = authority.public_url.clone())}</p>
        <h2>{t!("accessibility-state")}</h2>
        <p>{t!("accessibility-state-text")}</p>
        <h2>{t!("accessibility-results")}</h2>
        <p>{t!("accessibility-results-text")}</p>
        <h2>{t!("accessibility-content")}</h2>
        <h3>{t!("accessibility-unconform")}</h3>
        <p>{t!("accessibility-unconform-text")}</p>
        <h3>{t!("accessibility-burden")}</h3>
        <p>{t!("accessibility-burden-text")}</p>
        <h3>{t!("accessibility-exempt")}</h3>
        <p>{t!("accessibility-exempt-text")}</p>
        <h2>{t!("accessibility-making")}</h2>
        <p>{t!("accessibility-date")}</p>
        <h3>{t!("accessibility-technologies")}</h3>
        <p>{t!("accessibility-technologies-text")}</p>
        <h3>{t!("accessibility-environment")}</h3>
        <p>{t!("accessibility-environment-text")}</p>
        <h3>{t!("accessibility-tools")}</h3>
        <p>{t!("accessibility-tools-text")}</p>
        <h3>{t!("accessibility-pages")}</h3>
        <p>{t!("accessibility-pages-text")}</p>
        <ul>
            <li><a href=Path::Home.here()>{t!("menu-home")}</a></li>
            <li><a href=Path::Procedures.here()>{t!("menu-procedures")}</a></li>
            <li><a href=Path::Themes.here()>{t!("menu-themes")}</a></li>
            <li>{t!("accessibility-pages-form")}</li>
            <li><a href=Path::Follow.here()>{t!("menu-follow")}</a></li>
            <li><a href=Path::Help.here()>{t!("menu-help")}</a></li>
            <li><a href=Path::Accessibility.here()>{t!("accessibility-heading")}</a></li>
            <li><a href=Path::Privacy.here()>{t!("privacy-heading")}</a></li>
            <li><a href=Path::Legal.here()>{t!("legal-heading")}</a></li>
            <li><a href=Path::SiteMap.here()>{t!("site-map-heading")}</a></li>
        </ul>
        <h2>{t!("accessibility-contact")}</h2>
        <p>
            {t!("accessibility-contact-text")}" "
            <a href=href><bdi dir="ltr">{email}</bdi></a>
        </p>
        <h2>{t!("accessibility-remedies")}</h2>
        <p>{t!("accessibility-remedies-text")}</p>
        <ul>
            <li>
                <a href="https://formulaire.defenseurdesdroits.fr/" rel="external" hreflang="fr">
                    {t!("accessibility-remedies-form")}
                </a>
            </li>
            <li>
                <a href="https://www.defenseurdesdroits.fr/carte-des-delegues" rel="external" hreflang="fr">
                    {t!("accessibility-remedies-delegate")}
                </a>
            </li>
            <li>{t!("accessibility-remedies-post")}</li>
        </ul>
        <AuthorityContact authority/>
    }
}
