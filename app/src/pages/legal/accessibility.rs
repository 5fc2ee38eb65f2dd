//! Accessibility statement, with the parts that the law requires, in its order and under its headings
//! (loi n° 2005-102, article 47; décret n° 2019-768; arrêté du 20 septembre 2019).

use leptos::prelude::*;

use crate::{
    components::{AuthorityContact, Compliance},
    l10n,
    pages::page::{Heading, PageTitle},
    paths::Path,
    ports::Audit,
    request::portal,
    t,
};

/// Accessibility statement.
#[component]
pub fn Accessibility() -> impl IntoView {
    let authority = portal().authority();
    let audit = authority.audit.as_ref();
    let email = authority.accessibility_email.clone();
    let href = format!("mailto:{email}");
    view! {
        <PageTitle title=t!("accessibility-heading")/>
        <Heading>{t!("accessibility-heading")}</Heading>
        <p>{t!("accessibility-commitment", authority = authority.legal_name.clone())}</p>
        <p>{t!("accessibility-scope", url = authority.public_url.clone())}</p>
        <h2>{t!("accessibility-state")}</h2>
        <p>{state(audit)}</p>
        <h2>{t!("accessibility-results")}</h2>
        {audit.map(found)}
        <p>{t!("accessibility-results-text")}</p>
        <h2>{t!("accessibility-content")}</h2>
        <h3>{t!("accessibility-unconform")}</h3>
        {failures(audit)}
        <h3>{t!("accessibility-burden")}</h3>
        {list(audit.map_or(&[][..], |audit| &audit.burdens))}
        <h3>{t!("accessibility-exempt")}</h3>
        <p>{t!("accessibility-exempt-text")}</p>
        <h2>{t!("accessibility-making")}</h2>
        <p>{established(audit)}</p>
        <h3>{t!("accessibility-technologies")}</h3>
        <p>{t!("accessibility-technologies-text")}</p>
        <h3>{t!("accessibility-environment")}</h3>
        {environment(audit)}
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

/// What the law allows one to say.
fn state(audit: Option<&Audit>) -> String {
    match (audit, Compliance::of(audit)) {
        (None, _) => t!("accessibility-state-text"),
        (_, Compliance::Total) => t!("accessibility-state-total"),
        (_, Compliance::Partial) => t!("accessibility-state-partial"),
        (_, Compliance::NotCompliant) => t!("accessibility-state-none"),
    }
}

fn found(audit: &Audit) -> impl IntoView + use<> {
    let words = t!(
        "accessibility-audit",
        by = audit.by.clone(),
        day = l10n::date(l10n::locale(), audit.on),
        percent = audit.percent,
    );
    view! { <p>{words}</p> }
}

fn failures(audit: Option<&Audit>) -> AnyView {
    match audit {
        Some(audit) => list(&audit.failures),
        None => view! { <p>{t!("accessibility-unconform-text")}</p> }.into_any(),
    }
}

/// Lines in the words of the authority, or that there are none.
fn list(lines: &[String]) -> AnyView {
    if lines.is_empty() {
        return view! { <p>{t!("accessibility-burden-text")}</p> }.into_any();
    }
    let lines = lines.iter().cloned().map(|line| view! { <li>{line}</li> });
    view! { <ul lang="fr" dir="ltr">{lines.collect_view()}</ul> }.into_any()
}

fn established(audit: Option<&Audit>) -> String {
    match audit {
        None => t!("accessibility-date"),
        Some(audit) => {
            let day = l10n::date(l10n::locale(), audit.declared_on);
            t!("accessibility-date-audited", day = day)
        }
    }
}

fn environment(audit: Option<&Audit>) -> AnyView {
    match audit {
        Some(audit) => list(&audit.tried_with),
        None => view! { <p>{t!("accessibility-environment-text")}</p> }.into_any(),
    }
}
