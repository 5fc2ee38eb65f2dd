//! Every component in its states: what snapshots, the HTML checker and the accessibility engines look at.

use leptos::prelude::*;

/// Name of the example and how to make it.
pub type Example = (&'static str, fn() -> AnyView);

/// Every example.
pub const EXAMPLES: &[Example] = &[];
