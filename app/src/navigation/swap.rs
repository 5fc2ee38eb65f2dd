//! The swap itself: language, title, `<main>`, focus, announcement, then the islands of the new content.

use std::cell::{Cell, RefCell};

use js_sys::{Function, Reflect};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, Url};

use super::{
    arrival::Entry,
    current_page,
    entries::{self, Place},
    page_of,
};
use crate::browser::{Attempt, Scrolls, absent, after, all, by_id, document, focus, live, window};
use crate::{announcement, islands};

thread_local! {
    /// Page that the document shows; its address runs ahead of it after Back or Forward.
    static SHOWN: RefCell<Option<String>> = const { RefCell::new(None) };
    /// Pages made live so far, for tests to wait on.
    static READY: Cell<u32> = const { Cell::new(0) };
}

/// Whether this page is the one shown.
pub(super) fn shows(page: &str) -> bool {
    SHOWN.with_borrow(|shown| shown.as_deref() == Some(page))
}

/// The heading of the page, which takes the focus.
pub(super) fn heading() -> Option<HtmlElement> {
    first("main h1")
}

/// The heading of a list in the page. A redirection to its fragment is the server's way to move the focus there
/// on an ordinary load; scripts are not told the fragment.
fn list_heading() -> Option<HtmlElement> {
    first("main h2[tabindex='-1']")
}

fn first(selector: &str) -> Option<HtmlElement> {
    document()
        .ok()?
        .query_selector(selector)
        .ok()??
        .dyn_into()
        .ok()
}

/// Replaces the page shown by another.
pub(super) fn show(new: &Document, main: &Element, url: &Url, entry: Entry) -> Attempt {
    let living = document()?;
    let old = living.query_selector("main")?.ok_or_else(absent)?;
    // An open dialog would keep the focus from the new page.
    islands::leave();
    // A language switch is told before its words are there (RGAA 8.3, 8.9).
    if let (Some(from), Some(to)) = (new.document_element(), living.document_element()) {
        for name in ["lang", "dir"] {
            to.set_attribute(name, &from.get_attribute(name).unwrap_or_default())?;
        }
    }
    // The region itself stays: readers hear only one that was there before. What it says of a wait is translated.
    if let (Some(from), Some(to)) = (new.get_element_by_id("live"), by_id("live")) {
        let name = "data-loading";
        to.set_attribute(name, &from.get_attribute(name).unwrap_or_default())?;
    }
    let title = new.title();
    living.set_title(&title);
    // The navigation moves the focus itself, and browsers complain about this attribute in a living page.
    for element in all(main, "[autofocus]") {
        element.remove_attribute("autofocus")?;
    }
    // The old page stays until the new one has the focus, without its ids: none stands twice at any moment.
    old.remove_attribute("id")?;
    for element in all(&old, "[id]") {
        element.remove_attribute("id")?;
    }
    let main = living
        .adopt_node(main)?
        .dyn_into::<Element>()
        .map_err(|_| absent())?;
    // Before it, so that the first `main` is the new one from now on.
    old.before_with_node_1(&main)?;
    live::hush();
    SHOWN.set(Some(page_of(&url.pathname(), &url.search())));
    arrive(&old, url, entry);
    swap_marked(new, &living)?;
    announce(&title);
    hydrate(&main);
    mark_ready();
    Ok(())
}

/// Moves the focus into the new page, removes the old one, and scrolls.
fn arrive(old: &Element, url: &Url, entry: Entry) {
    let place = (entry == Entry::Return).then(entries::saved).flatten();
    let remembered = place.as_ref().and_then(Place::element);
    let target = remembered
        .or_else(|| by_id("error-summary"))
        .or_else(|| (entry == Entry::Again).then(list_heading).flatten())
        .or_else(heading)
        .or_else(|| by_id("contenu"));
    if let Some(target) = &target {
        if target.tab_index() < 0 && !target.has_attribute("tabindex") {
            target.set_tab_index(-1);
        }
        focus(target, Scrolls::No);
    }
    // Leptos keeps a node of each island for good, and a node keeps the whole page that it stands in.
    for island in all(old, "leptos-island") {
        island.set_text_content(None);
    }
    old.remove();
    if let Some(place) = place {
        place.scroll();
        return;
    }
    entries::scroll_to(0);
    let anchor = url.hash().strip_prefix('#').and_then(by_id);
    if let Some(anchor) = anchor {
        focus(&anchor, Scrolls::No);
        anchor.scroll_into_view();
    } else if let Some(target) = target {
        // Into view again, where a tall header would hide it on a small screen.
        focus(&target, Scrolls::Yes);
    }
}

/// Parts outside `<main>` that depend on the page: menus, languages, skip links, banners.
fn swap_marked(new: &Document, living: &Document) -> Attempt {
    let (Some(new), Some(living_root)) = (new.document_element(), living.document_element()) else {
        return Ok(());
    };
    let fresh = all(&new, "[data-swap]");
    for old in all(&living_root, "[data-swap]") {
        let name = old.get_attribute("data-swap");
        if let Some(twin) = fresh
            .iter()
            .find(|twin| twin.get_attribute("data-swap") == name)
        {
            old.replace_with_with_node_1(&living.adopt_node(twin)?)?;
        }
    }
    Ok(())
}

fn announce(title: &str) {
    let in_error = by_id("error-summary").is_some();
    let heading = heading()
        .and_then(|heading| heading.text_content())
        .filter(|_| !in_error);
    let text = announcement::of_page(title, &heading.unwrap_or_default());
    after(live::AFTER_FOCUS, move || live::say(&text));
}

/// Makes the islands of the new content live, in document order. Those of the first page are done by the page
/// script, and a new `<main>` is never seen twice: each island is hydrated once.
fn hydrate(main: &Element) {
    let Ok(window) = window() else { return };
    let hydrate = Reflect::get(&window, &"__hydrateIsland".into())
        .ok()
        .and_then(|function| function.dyn_into::<Function>().ok());
    let Some(hydrate) = hydrate else { return };
    for island in all(main, "leptos-island") {
        if let Some(name) = island.get_attribute("data-component") {
            // One island that does not start leaves its HTML as the server made it.
            let _ = hydrate.call2(&window, &island, &name.into());
        }
    }
}

/// Writes the mark that the page is live: a counter on `<html>`, and a point on the browser's time line.
pub(super) fn mark_ready() {
    if SHOWN.with_borrow(Option::is_none) {
        SHOWN.set(current_page().ok());
    }
    let count = READY.get().wrapping_add(1);
    READY.set(count);
    let root = document()
        .ok()
        .and_then(|document| document.document_element());
    if let Some(root) = root {
        let _ = root.set_attribute("data-ready", &count.to_string());
    }
    if let Some(performance) = window().ok().and_then(|window| window.performance()) {
        let _ = performance.mark("app-interactive");
    }
}
