//! Which clicks and submits are ours, and the visit each of them asks for. All others are left to the browser.

use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, FormData, HtmlAnchorElement, HtmlElement, HtmlFormElement, MouseEvent,
    SubmitEvent, Url, UrlSearchParams,
};

use super::{
    entries, fallback, page_of,
    visit::{self, Origin, Visit},
};
use crate::browser::{Attempt, window};

/// A click anywhere in the page.
pub(super) fn on_click(event: &Event) {
    if let Ok(Some(visit)) = from_click(event)
        && visit::begin(visit).is_ok()
    {
        event.prevent_default();
    }
}

/// A form being sent.
pub(super) fn on_submit(event: &Event) {
    if let Ok(Some(visit)) = from_submit(event)
        && visit::begin(visit).is_ok()
    {
        event.prevent_default();
    }
}

fn from_click(event: &Event) -> Attempt<Option<Visit>> {
    let Some(mouse) = event.dyn_ref::<MouseEvent>() else {
        return Ok(None);
    };
    let plain = mouse.button() == 0
        && !(mouse.ctrl_key() || mouse.meta_key() || mouse.alt_key() || mouse.shift_key());
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let (Some(target), true) = (target, plain && !event.default_prevented()) else {
        return Ok(None);
    };
    let Some(link) = target
        .closest("a[href]")?
        .and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok())
    else {
        return Ok(None);
    };
    let location = window()?.location();
    if left_to_browser(&link)?
        || link.has_attribute("download")
        || link
            .rel()
            .split_ascii_whitespace()
            .any(|word| word == "external")
        || link.origin() != location.origin()?
    {
        return Ok(None);
    }
    let here = page_of(&location.pathname()?, &location.search()?);
    if !link.hash().is_empty() && page_of(&link.pathname(), &link.search()) == here {
        // The browser goes there itself; Back then finds this place again.
        entries::note();
        return Ok(None);
    }
    Ok(Some(Visit {
        url: link.href(),
        body: None,
        origin: Origin::Link(link.unchecked_into()),
    }))
}

fn from_submit(event: &Event) -> Attempt<Option<Visit>> {
    let form = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlFormElement>().ok());
    let (Some(form), false) = (form, event.default_prevented() || fallback::is_replaying()) else {
        return Ok(None);
    };
    let submitter = event
        .dyn_ref::<SubmitEvent>()
        .and_then(SubmitEvent::submitter);
    // Attributes, not properties: a control named "action" would hide the form's own property of that name.
    let setting = |on_button: &str, on_form: &str| {
        submitter
            .as_ref()
            .and_then(|button| button.get_attribute(on_button))
            .or_else(|| form.get_attribute(on_form))
            .unwrap_or_default()
    };
    let method = setting("formmethod", "method").to_ascii_lowercase();
    let location = window()?.location();
    let url = Url::new_with_base(&setting("formaction", "action"), &location.href()?)?;
    if left_to_browser(&form)?
        || !matches!(setting("formtarget", "target").as_str(), "" | "_self")
        || method == "dialog"
        || setting("formenctype", "enctype").eq_ignore_ascii_case("multipart/form-data")
        || url.origin() != location.origin()?
    {
        return Ok(None);
    }
    url.set_hash("");
    let typed = typed(&form, submitter.as_ref())?;
    let body = if method == "post" {
        Some(typed)
    } else {
        url.set_search(&String::from(typed.to_string()));
        None
    };
    Ok(Some(Visit {
        url: url.href(),
        body,
        origin: Origin::Form { form, submitter },
    }))
}

/// What the form sends, with the name and value of the button that was pressed, which `FormData` leaves out.
fn typed(form: &HtmlFormElement, submitter: Option<&HtmlElement>) -> Attempt<UrlSearchParams> {
    let data = FormData::new_with_form(form)?;
    if let Some(button) = submitter
        && let Some(name) = button.get_attribute("name").filter(|name| !name.is_empty())
    {
        data.append_with_str(&name, &button.get_attribute("value").unwrap_or_default())?;
    }
    UrlSearchParams::new_with_str_sequence_sequence(&data)
}

/// Marked as not ours, or meant for another window.
fn left_to_browser(element: &Element) -> Attempt<bool> {
    let elsewhere = element
        .get_attribute("target")
        .is_some_and(|target| !matches!(target.as_str(), "" | "_self"));
    Ok(elsewhere || element.closest("[data-reload]")?.is_some())
}
