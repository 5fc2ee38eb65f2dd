//! Answers to check before sending, or as they were sent.

use leptos::prelude::*;

use crate::t;

/// Where a section is changed.
pub struct ChangeLink {
    /// Address of the page.
    pub href: String,
    /// Full name of the link, unique in the page: "Modifier : vos coordonnées".
    pub name: AnyView,
}

/// A question and its answer.
pub struct SummaryRow {
    /// The question.
    pub label: AnyView,
    /// Lines of the answer (see [`super::answer_lines`]); empty when the question was left open.
    pub lines: Vec<AnyView>,
}

/// Answers of one step, or of one item of a repeatable step.
pub struct SummarySection {
    /// Its heading.
    pub title: AnyView,
    /// Where to change it; absent once sent.
    pub change: Option<ChangeLink>,
    /// Its rows, in the order of the form.
    pub rows: Vec<SummaryRow>,
}

fn row(row: SummaryRow) -> impl IntoView {
    let lines = if row.lines.is_empty() {
        view! { <p class="summary__line summary__line--open">{t!("summary-left-open")}</p> }
            .into_any()
    } else {
        row.lines
            .into_iter()
            .map(|line| view! { <p class="summary__line">{line}</p> })
            .collect_view()
            .into_any()
    };
    view! {
        <div class="summary__row">
            <dt class="summary__label">{row.label}</dt>
            <dd class="summary__answer">{lines}</dd>
        </div>
    }
}

/// One heading and one `dl` per section (accessibility reference, 5.8).
///
/// RGAA 11.12 (data can be checked and changed before sending), 9.1, 9.3, 6.1 (each link names its section).
#[component]
pub fn Summary(
    /// Sections in the order of the form.
    sections: Vec<SummarySection>,
    /// Level of their headings: 3 below a heading of their own.
    #[prop(default = 2)]
    level: u8,
) -> impl IntoView {
    sections
        .into_iter()
        .map(|section| {
            let change = section.change.map(|link| {
                view! {
                    <p class="summary__change">
                        <a class="summary__link" href=link.href>
                            {link.name}
                        </a>
                    </p>
                }
            });
            let title = match level {
                3 => view! { <h3 class="summary__title">{section.title}</h3> }.into_any(),
                _ => view! { <h2 class="summary__title">{section.title}</h2> }.into_any(),
            };
            view! {
                <section class="summary">
                    {title}
                    {change}
                    <dl class="summary__rows">{section.rows.into_iter().map(row).collect_view()}</dl>
                </section>
            }
        })
        .collect_view()
}
