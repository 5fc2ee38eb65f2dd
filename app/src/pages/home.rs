//! Home: go on with a draft, find a procedure, follow a request, find help.

use leptos::prelude::*;

use super::page::{Heading, PageTitle, with_catalogue_part};
use crate::{
    components::{AuthorityContact, LinkButton, message_with},
    l10n,
    pages::procedures::list::{ProcedureList, Search},
    paths::Path,
    request::portal,
    t,
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
        <OpenDrafts/>
        <Search query=String::new()/>
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
        </section>
        <section aria-labelledby="home-help">
            <h2 id="home-help">{t!("home-help")}</h2>
            <p>{t!("home-help-text")}</p>
            <p><a href=Path::Help.here()>{t!("home-help-link")}</a></p>
        </section>
        <AuthorityContact authority/>
    }
}

/// Drafts that this visitor can go on with; nothing for someone without any.
#[component]
fn OpenDrafts() -> impl IntoView {
    Suspend::new(async move {
        let portal = portal();
        let drafts = portal.drafts().await.unwrap_or_default();
        (!drafts.is_empty()).then(|| {
            let zone = portal.zone();
            let items = drafts
                .into_iter()
                .map(|draft| {
                    let locale = l10n::locale();
                    let title = &draft.procedure.title;
                    let go_on =
                        message_with(title, |title| t!("home-draft-continue", title = title));
                    let erase = message_with(title, |title| t!("home-draft-erase", title = title));
                    let until = l10n::date(locale, draft.expires_at.to_zoned(zone.clone()).date());
                    let saved =
                        l10n::moment(locale, draft.updated_at.to_zoned(zone.clone()).datetime());
                    view! {
                        <li>
                            <a href=Path::Review(draft.id.clone()).here()>
                                {go_on}
                            </a>
                            <p>{t!("home-draft-saved", saved = saved, until = until)}</p>
                            <p>
                                <a href=Path::Erase(draft.id).here()>{erase}</a>
                            </p>
                        </li>
                    }
                })
                .collect::<Vec<_>>();
            view! {
                <section class="drafts" aria-labelledby="home-drafts">
                    <h2 id="home-drafts">{t!("home-drafts")}</h2>
                    <ul>{items}</ul>
                </section>
            }
        })
    })
}
