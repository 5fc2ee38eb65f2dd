//! Who helps at once, day and night: before any form.

use domain::distress::Danger;
use leptos::prelude::*;

use crate::t;

/// National numbers, free of charge: the emergency number of Europe, then who helps against each danger.
const EMERGENCY: &str = "112";
/// Emergencies for people who cannot speak or hear, by text message.
const BY_TEXT: &str = "114";

const fn number(danger: Danger) -> &'static str {
    match danger {
        Danger::Life => "3114",
        Danger::Violence => "3919",
        Danger::Child => "119",
        Danger::Accident => "18",
        Danger::Homeless => "115",
    }
}

fn words(danger: Danger) -> String {
    match danger {
        Danger::Life => t!("danger-life"),
        Danger::Violence => t!("danger-violence"),
        Danger::Child => t!("danger-child"),
        Danger::Accident => t!("danger-accident"),
        Danger::Homeless => t!("danger-homeless"),
    }
}

/// Whom to call against these dangers, and the emergency numbers, each as a link that calls.
///
/// RGAA 6.1 (a link says which number it calls); WCAG 2.5.8 (links 44 px high).
#[component]
pub fn HumanHelp(
    /// What may be the matter, the likely first.
    dangers: Vec<Danger>,
) -> impl IntoView {
    let line = |words: String, scheme: &str, number: &str, call: String| {
        let href = format!("{scheme}:{number}");
        view! {
            <li class="human-help__line">
                {words}" "<a class="human-help__link" href=href>{call}</a>
            </li>
        }
        .into_any()
    };
    let call = |number: &'static str| t!("danger-call", number = number);
    let of_dangers = dangers.into_iter().map(|danger| {
        let number = number(danger);
        line(words(danger), "tel", number, call(number))
    });
    let always = [
        line(t!("danger-now"), "tel", EMERGENCY, call(EMERGENCY)),
        line(
            t!("danger-deaf"),
            "sms",
            BY_TEXT,
            t!("danger-write", number = BY_TEXT),
        ),
    ];
    let lines = of_dangers.chain(always).collect::<Vec<_>>();
    view! { <ul class="human-help">{lines}</ul> }
}
