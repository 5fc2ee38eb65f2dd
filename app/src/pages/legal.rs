//! Legal notice (loi n° 2004-575 du 21 juin 2004, article 1-1): who publishes, who hosts.

pub mod accessibility;
pub mod privacy;

use leptos::prelude::*;

use super::page::{Heading, PageTitle};
use crate::{components::AuthorityContact, request::portal, t};

/// Legal notice.
#[component]
pub fn Legal() -> impl IntoView {
    let authority = portal().authority();
    view! {
        <PageTitle title=t!("legal-heading")/>
        <Heading>{t!("legal-heading")}</Heading>
        <h2>{t!("legal-publisher")}</h2>
        <p lang="fr" dir="ltr">{authority.legal_name.clone()}</p>
        {address(&authority.address)}
        <h2>{t!("legal-director")}</h2>
        <p lang="fr" dir="ltr">{authority.publication_director.clone()}</p>
        <h2>{t!("legal-host")}</h2>
        {address(&authority.host)}
        <h2>{t!("legal-software")}</h2>
        <p>{t!("legal-software-text")}</p>
        <h2>{t!("legal-reuse")}</h2>
        <p>{t!("legal-reuse-text")}</p>
        <AuthorityContact authority/>
    }
}

/// An address, line by line.
pub(crate) fn address(lines: &[String]) -> impl IntoView + use<> {
    let lines = lines
        .iter()
        .map(|line| view! { {line.clone()}<br/> })
        .collect::<Vec<_>>();
    view! { <address lang="fr" dir="ltr">{lines}</address> }
}
