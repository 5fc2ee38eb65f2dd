//! What was typed in the form of the page, kept before the access ends: on the server, in its draft.

use gloo_net::http::Request;
use wasm_bindgen::JsCast;
use web_sys::{
    FormData, HtmlFormElement, HtmlInputElement, HtmlTextAreaElement, RequestInit, RequestRedirect,
    UrlSearchParams,
};

use crate::browser::{Attempt, absent, all, by_id};

/// The form of the page, if something is typed in it.
pub(super) fn form() -> Option<HtmlFormElement> {
    let form = by_id("step-form")?;
    let typed = |control: &web_sys::HtmlElement| {
        let text = control.dyn_ref::<HtmlTextAreaElement>();
        let line = control.dyn_ref::<HtmlInputElement>();
        let value = text
            .map(HtmlTextAreaElement::value)
            .or_else(|| line.map(HtmlInputElement::value));
        value.is_some_and(|value| !value.trim().is_empty())
    };
    let has_words = all(&form, "textarea, input:not([type=hidden])")
        .iter()
        .any(typed);
    has_words.then(|| form.dyn_into().ok()).flatten()
}

/// Sends it without leaving the page, with the button that only keeps. Whether the server kept it: it then answers
/// with another address, which is not followed, since reading would prolong the access.
pub(super) async fn keep(form: &HtmlFormElement) -> Attempt<bool> {
    let data = FormData::new_with_form(form)?;
    data.append_with_str("do", "keep")?;
    let options = RequestInit::new();
    options.set_method("POST");
    options.set_redirect(RequestRedirect::Manual);
    if form.enctype() == "multipart/form-data" {
        options.set_body_opt_form_data(Some(&data));
    } else {
        let pairs = UrlSearchParams::new_with_str_sequence_sequence(&data)?;
        options.set_body_opt_url_search_params(Some(&pairs));
    }
    let address = form.get_attribute("action").ok_or_else(absent)?;
    let request = web_sys::Request::new_with_str_and_init(&address, &options)?;
    let answer = Request::from(request).send().await.map_err(|_| absent())?;
    Ok(answer.status() == 0)
}
