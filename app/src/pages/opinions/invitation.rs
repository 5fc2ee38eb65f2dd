//! How it went, by the link of a message: the first question, or a reminder for whoever has no time now.

use leptos::prelude::*;

use super::{LATER, ask::first};
use crate::{
    components::{Notice, NoticeKind, Secondary},
    l10n,
    pages::page::absence,
    paths::Path,
    ports::Invited,
    request::{portal, segment},
    t,
};

/// Page of the link.
#[component]
pub fn InvitationPage() -> impl IntoView {
    let word = segment("word");
    Suspend::new(async move {
        match portal().invited(&word).await {
            Ok(invited) => {
                let later = later(&invited, &word);
                first(&invited.asking, Path::Invitation(word), later)
            }
            Err(other) => absence(&other),
        }
    })
}

/// The one reminder: planned, or offered.
fn later(invited: &Invited, word: &str) -> Option<AnyView> {
    if let Some(day) = invited.remind_on {
        let day = l10n::date(l10n::locale(), day);
        let view = view! {
            <Notice kind=NoticeKind::Success title=t!("opinion-later-title")>
                <p>{t!("opinion-later-planned", day = day)}</p>
            </Notice>
        };
        return Some(view.into_any());
    }
    let action = Path::Invitation(word.to_owned()).here();
    let view = invited.may_remind.then(|| {
        view! {
            <section aria-labelledby="plus-tard">
                <h2 id="plus-tard">{t!("opinion-later-heading")}</h2>
                <p>{t!("opinion-later-text")}</p>
                <form method="post" action=action aria-labelledby="plus-tard">
                    <Secondary label=t!("opinion-later-button") name="do" value=LATER/>
                </form>
            </section>
        }
    });
    view.map(IntoAny::into_any)
}
