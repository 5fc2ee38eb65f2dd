//! A person's identity, in the words of the civil registry.

use domain::field::Need;
use leptos::prelude::*;

use super::{Question, parts, parts::Part};
use crate::t;

/// Birth name, name in use, given names.
///
/// RGAA 11.13; the name in use has no token: the browser would suggest the birth name twice.
pub(super) fn view(question: &Question<'_>) -> AnyView {
    const WIDE: &str = "field__control";
    let part = |name, label, need, token| Part {
        name,
        label,
        need,
        token,
        class: WIDE,
    };
    parts::view(
        question,
        &[
            part(
                "family_name",
                t!("part-family-name"),
                Need::Required,
                "family-name",
            ),
            part("usage_name", t!("part-usage-name"), Need::Optional, "off"),
            part(
                "given_names",
                t!("part-given-names"),
                Need::Required,
                "given-name",
            ),
        ],
    )
}
