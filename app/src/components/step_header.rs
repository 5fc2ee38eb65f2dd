//! The title of a page, with its place in the procedure.

use leptos::prelude::*;

use crate::t;

/// "Étape 2 sur 4", then the `h1`. The paragraph stands before the title, so the levels of headings stay
/// right, and the title takes the focus after a navigation in place (accessibility reference, 2.2 and 4.4).
///
/// RGAA 9.1 (one `h1`), 12.8 (focus order), 10.7 (the focused title has its ring).
#[component]
pub fn StepHeader(
    /// Number of the step, from 1, and how many there are; absent outside of a procedure.
    #[prop(optional_no_strip)]
    position: Option<(usize, usize)>,
    /// Words of the title.
    children: Children,
) -> impl IntoView {
    let position = position.map(|(position, total)| {
        view! {
            <p class="step-header__position">
                {t!("step-position", position = position, total = total)}
            </p>
        }
    });
    view! {
        <div class="step-header">
            {position}
            <h1 class="step-header__title" id="titre" tabindex="-1">
                {children()}
            </h1>
        </div>
    }
}
