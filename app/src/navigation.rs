//! Single-page navigation: same-origin links and forms become swaps of `<main>`. The server does not know
//! that this exists and sends whole pages; anything unexpected becomes an ordinary page load.

use web_sys::Event;

use crate::browser::{self, after, listen, window};

mod activation;
mod arrival;
mod entries;
mod fallback;
mod refusal;
mod swap;
mod visit;

/// Starts listening, then marks the page as ready once its islands are live.
pub fn start() {
    std::panic::set_hook(Box::new(|_| fallback::after_panic()));
    let Ok(window) = window() else { return };
    entries::take_over();
    listen(&window, "click", |event: Event| {
        activation::on_click(&event);
    });
    listen(&window, "submit", |event: Event| {
        activation::on_submit(&event);
    });
    listen(&window, "popstate", |_| visit::on_traversal());
    listen(&window, "scroll", |_| entries::note_soon());
    listen(&window, "focusin", |_| entries::note_soon());
    listen(&window, "pagehide", |_| entries::hand_back());
    listen(&window, "pageshow", |_| entries::take_over());
    // The page script walks the islands in microtasks once `hydrate()` has returned: a timeout comes after them.
    after(0, || {
        entries::restore_after_load();
        swap::mark_ready();
    });
}

/// What of the page the browser shows: path and query, without the fragment.
fn page_of(path: &str, search: &str) -> String {
    let mut page = String::from(path);
    page.push_str(search);
    page
}

/// The address of the living document, as [`page_of`] writes it.
fn current_page() -> browser::Attempt<String> {
    let location = window()?.location();
    Ok(page_of(&location.pathname()?, &location.search()?))
}
