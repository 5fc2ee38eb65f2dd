//! The warning before the access to a request ends: two minutes ahead, extended by one key.

use leptos::prelude::*;

use crate::{
    islands::session_warning::{self, SessionEnd},
    t,
};

/// The dialog, closed until the island opens it.
///
/// RGAA 13.1 (a limit of time that can be extended), 7.3 and 7.5 (the form of the dialog is that of the accessibility
/// reference, 6.10: `alertdialog`, described by its text, and so is its first button; reminders in an inner `alert`,
/// since regions outside an open dialog are silent). The safe action comes first, so it takes the focus by itself.
#[component]
pub fn SessionWarning(
    /// Minutes that the access lasts after the last reading.
    minutes: u16,
    /// Address that gives the seconds left, and prolongs.
    access: String,
    /// Where to go once it is over.
    closed: String,
    /// Where to go when done.
    leave: String,
) -> impl IntoView {
    let phrases = [t!("session-two"), t!("session-one"), t!("session-last")];
    let [two, one, last] = phrases;
    view! {
        <dialog
            id=session_warning::HOLDER
            class="session-warning"
            role="alertdialog"
            aria-labelledby="session-title"
            aria-describedby="session-text"
            data-left=(u32::from(minutes) * 60).to_string()
            data-access=access
            data-closed=closed
            data-two=two
            data-one=one
            data-last=last
            data-safe=t!("session-safe")
            data-title=t!("session-page-title")
            data-stayed=t!("session-stayed", minutes = minutes)
            data-failed=t!("session-failed")
        >
            <h2 id="session-title">{t!("session-title")}</h2>
            <p id="session-text"></p>
            <button class="button" type="button" aria-describedby="session-title session-text">
                {t!("session-stay")}
            </button>
            <a class="button button--secondary" href=leave>
                {t!("session-leave")}
            </a>
            <div role="alert"></div>
            <SessionEnd/>
        </dialog>
    }
}
