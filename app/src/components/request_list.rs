//! The requests that a visitor holds now, and what each expects of them.

use domain::text::Text;
use leptos::prelude::*;

use super::message_with;
use crate::t;

/// A request.
pub struct RequestRow {
    /// Title of its procedure.
    pub title: Text,
    /// Address of its page.
    pub href: String,
    /// Where it stands, in words.
    pub state: String,
    /// When and where one is awaited, for a request with an appointment.
    pub visit: Option<AnyView>,
    /// What is expected of the visitor, or new for them, one sentence each.
    pub expected: Vec<String>,
}

fn row(request: RequestRow) -> impl IntoView {
    let link = message_with(&request.title, |title| {
        t!("home-request-open", title = title)
    });
    let expected = request
        .expected
        .into_iter()
        .map(|words| view! { <p><strong>{words}</strong></p> })
        .collect_view();
    let visit = request.visit.map(|words| view! { <p>{words}</p> });
    view! {
        <li>
            <a href=request.href>{link}</a>
            <p>{request.state}</p>
            {visit}
            {expected}
        </li>
    }
}

/// Nothing without requests.
///
/// RGAA 9.1 (a section with its heading), 9.3 (a real list), 6.1 (each link names its procedure), 3.1 (what is expected
/// is said in words).
#[component]
pub fn RequestList(
    /// Requests, in the order to show.
    requests: Vec<RequestRow>,
) -> impl IntoView {
    let rows = requests.into_iter().map(row).collect_view();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="held-requests" aria-labelledby="home-requests">
                <h2 id="home-requests">{t!("home-requests")}</h2>
                <ul>{rows}</ul>
            </section>
        }
    })
}
