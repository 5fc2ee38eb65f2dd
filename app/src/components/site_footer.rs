//! The bottom of every page: what the law asks to be found from everywhere.

use std::sync::Arc;

use leptos::prelude::*;

use super::{PageClear, PageQuestion};
use crate::{
    l10n::plain,
    paths::Path,
    ports::{Audit, Authority},
    t,
};

/// Result of the stored accessibility evaluation, said in the link of every page
/// (loi n° 2005-102, article 47; décret n° 2019-768, article 5).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compliance {
    /// Every applicable criterion is met.
    Total,
    /// Half of the criteria at least.
    Partial,
    /// Less than half, or no evaluation.
    NotCompliant,
}

impl Compliance {
    /// What the share of the criteria that are met allows one to say (décret n° 2019-768, article 4).
    #[must_use]
    pub fn of(audit: Option<&Audit>) -> Self {
        match audit.map_or(0, |audit| audit.percent) {
            100.. => Self::Total,
            50.. => Self::Partial,
            _ => Self::NotCompliant,
        }
    }

    fn words(self) -> String {
        match self {
            Self::Total => t!("footer-accessibility-total"),
            Self::Partial => t!("footer-accessibility-partial"),
            Self::NotCompliant => t!("footer-accessibility-none"),
        }
    }
}

/// Site map, help, accessibility, personal data, legal notice.
///
/// RGAA 9.2 (`footer`), 12.1 and 12.3 to 12.5 (site map and help at the same place on every page).
#[component]
pub fn SiteFooter(
    /// The authority.
    authority: Arc<Authority>,
    /// What is asked about the page, where one may be asked.
    #[prop(optional_no_strip)]
    question: Option<PageQuestion>,
) -> impl IntoView {
    let links = [
        (Path::SiteMap, t!("footer-site-map")),
        (Path::Help, t!("footer-help")),
        (Path::Write, t!("footer-write")),
        (
            Path::Accessibility,
            Compliance::of(authority.audit.as_ref()).words(),
        ),
        (Path::Privacy, t!("footer-privacy")),
        (Path::Legal, t!("footer-legal")),
    ]
    .into_iter()
    .map(|(target, words)| {
        view! {
            <li class="site-footer__item">
                <a class="site-footer__link" href=target.here()>
                    {words}
                </a>
            </li>
        }
    })
    .collect_view();
    view! {
        <footer class="site-footer" data-swap="footer">
            <div class="site-footer__inner">
                {question.map(|question| view! { <PageClear question/> })}
                <p class="site-footer__name" lang="fr" dir="ltr">
                    {authority.legal_name.clone()}
                </p>
                <nav aria-label=plain(&t!("footer-name"))>
                    <ul class="site-footer__list">{links}</ul>
                </nav>
            </div>
        </footer>
    }
}
