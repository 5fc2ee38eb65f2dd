//! Buttons and the links that look like them.

use leptos::prelude::*;

/// The main action of a form. Its words say what it does, never "OK" (RGAA 11.9).
#[component]
pub fn Submit(
    /// What it does: "Envoyer ma demande".
    label: String,
    /// Name sent with the form.
    #[prop(optional, into)]
    name: Option<String>,
    /// Value sent with the form.
    #[prop(optional, into)]
    value: Option<String>,
) -> impl IntoView {
    view! {
        <button class="button" type="submit" name=name value=value>
            {label}
        </button>
    }
}

/// A less important action of the same form, such as "Retirer carte.pdf". It comes after the main one in the
/// source, because Enter presses the first submit button (accessibility reference, 5.1).
#[component]
pub fn Secondary(
    /// What it does.
    label: String,
    /// Name sent with the form.
    #[prop(optional, into)]
    name: Option<String>,
    /// Value sent with the form.
    #[prop(optional, into)]
    value: Option<String>,
) -> impl IntoView {
    view! {
        <button class="button button--secondary" type="submit" name=name value=value>
            {label}
        </button>
    }
}

/// A link to the page where something begins. A link and not a button: it changes nothing (RGAA 7.3, 6.1).
#[component]
pub fn LinkButton(
    /// Where it goes.
    href: String,
    /// Where it goes, in words.
    label: AnyView,
) -> impl IntoView {
    view! {
        <a class="button" href=href>
            {label}
        </a>
    }
}
