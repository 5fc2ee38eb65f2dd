//! How did it go: the first question alone, then whoever wishes says more, page after page.

pub mod ask;
mod form;
pub mod invitation;
pub mod more;
pub mod page_names;
pub mod poster;

use domain::survey::{Moment, Subject};
use leptos::prelude::*;

use crate::{
    components::words_of,
    paths::Path,
    ports::{Catalogue, Request},
    request::portal,
    t,
};

/// Value of the button that asks for a reminder.
pub const LATER: &str = "later";
/// Value of the button after which nothing more is said.
pub const DONE: &str = "done";
/// Value of the button that keeps what seems to be personal data.
pub const SURE: &str = "sure";

/// The way to say how it went, on a page of a request whose holder may be asked.
pub(in crate::pages) fn section(request: &Request, due: Option<Moment>) -> Option<AnyView> {
    let moment = due?;
    let elsewhere = request.procedure.opinion_url.as_ref();
    if let (Moment::Procedure, Some(url)) = (moment, elsewhere) {
        return Some(elsewhere_section(url.clone()));
    }
    let path = Path::Opinion {
        request: request.id.clone(),
        moment,
    };
    let words = match moment {
        Moment::Visit => t!("opinion-link-visit"),
        Moment::Answer => t!("opinion-link-answer"),
        _ => t!("opinion-link-procedure"),
    };
    let view = view! {
        <section aria-labelledby="opinion">
            <h2 id="opinion">{t!("opinion-heading")}</h2>
            <p>{t!("opinion-invitation")}</p>
            <p><a href=path.at_heading()>{words}</a></p>
        </section>
    };
    Some(view.into_any())
}

/// The authority asks on a site of the State.
fn elsewhere_section(url: String) -> AnyView {
    view! {
        <section aria-labelledby="opinion">
            <h2 id="opinion">{t!("opinion-heading")}</h2>
            <p>{t!("opinion-elsewhere-text")}</p>
            <p><a href=url rel="external">{t!("opinion-elsewhere-link")}</a></p>
        </section>
    }
    .into_any()
}

/// The same for the present visitor of a request.
pub(in crate::pages) async fn due(request: &Request) -> Option<Moment> {
    portal().opinion_due(request).await
}

/// What it is about, in words of the catalogue.
pub(in crate::pages) fn subject_words(subject: &Subject, catalogue: &Catalogue) -> Option<AnyView> {
    let text = match subject {
        Subject::Procedure(id) => &catalogue.procedure(id)?.title,
        Subject::Place(id) => &catalogue.place(id)?.name,
        Subject::Page(name) => {
            let page_names::Page { path, title } = page_names::page(name, catalogue)?;
            return Some(view! { <a href=path.here()>{title}</a> }.into_any());
        }
    };
    Some(words_of(text).into_any())
}
