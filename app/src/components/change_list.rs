//! What answers were and what they are now.

use leptos::prelude::*;

use crate::t;

/// One answer, before and after.
pub struct ChangedAnswer {
    /// The question.
    pub label: AnyView,
    /// Lines of the answer before; empty when there was none.
    pub before: Vec<AnyView>,
    /// Lines of the answer after; empty when there is none.
    pub after: Vec<AnyView>,
}

fn lines(lines: Vec<AnyView>) -> AnyView {
    if lines.is_empty() {
        return view! { <p class="change-list__line">{t!("summary-left-open")}</p> }.into_any();
    }
    lines
        .into_iter()
        .map(|line| view! { <p class="change-list__line">{line}</p> })
        .collect_view()
        .into_any()
}

/// One list of descriptions per question: the words "before" and "after" stand before each answer, so that neither
/// place nor colour has to say it. `del` and `ins` say it to machines.
///
/// RGAA 3.1 (not by colour alone), 9.3 (lists of descriptions), 10.9 (not by place alone), 11.12.
#[component]
pub fn ChangeList(
    /// What changed, in the order of the form.
    changes: Vec<ChangedAnswer>,
) -> impl IntoView {
    let items = changes
        .into_iter()
        .map(|change| {
            view! {
                <li class="change-list__item">
                    <p class="change-list__label">{change.label}</p>
                    <dl class="change-list__answers">
                        <dt class="change-list__side">{t!("change-before")}</dt>
                        <dd class="change-list__answer change-list__answer--before"><del>{lines(change.before)}</del></dd>
                        <dt class="change-list__side">{t!("change-after")}</dt>
                        <dd class="change-list__answer"><ins>{lines(change.after)}</ins></dd>
                    </dl>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="change-list">{items}</ul> }
}
