//! The notice of a form that is no longer the one a draft was begun with.

use leptos::prelude::*;

use super::{Notice, NoticeKind};
use crate::t;

/// Says that the service changed its form since the draft was begun.
///
/// RGAA 3.1 (kind said in words), 7.5 (part of the page as loaded: no live role), 9.1.
#[component]
pub fn FormChanged() -> impl IntoView {
    view! {
        <Notice kind=NoticeKind::Information title=t!("draft-form-changed-title")>
            <p>{t!("draft-form-changed-text")}</p>
        </Notice>
    }
}
