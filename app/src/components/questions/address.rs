//! A postal address typed by hand.

use domain::field::Need;
use leptos::prelude::*;

use super::{Question, parts, parts::Part};
use crate::t;

/// Street, complement, postal code, city, country; an empty country means France.
///
/// RGAA 11.13: `address-line1` and not `street-address`, which is invalid on one line.
pub(super) fn view(question: &Question<'_>) -> AnyView {
    const WIDE: &str = "field__control";
    const SHORT: &str = "field__control field__control--short";
    let part = |name, label, need, token, class| Part {
        name,
        label,
        need,
        token,
        class,
    };
    parts::view(
        question,
        &[
            part(
                "line1",
                t!("part-line1"),
                Need::Required,
                "address-line1",
                WIDE,
            ),
            part(
                "line2",
                t!("part-line2"),
                Need::Optional,
                "address-line2",
                WIDE,
            ),
            part(
                "postal_code",
                t!("part-postal-code"),
                Need::Required,
                "postal-code",
                SHORT,
            ),
            part(
                "city",
                t!("part-city"),
                Need::Required,
                "address-level2",
                WIDE,
            ),
            part(
                "country",
                t!("part-country"),
                Need::Optional,
                "country-name",
                WIDE,
            ),
        ],
    )
}
