//! What hydrates, one island per file. Islands have no props: what they need stands as compact text in a
//! `data-` attribute beside them, because reading props would bring a JSON parser to every visitor.

pub mod code_from_address;
pub mod form_assist;
pub mod form_rules;
pub mod hold_end;
pub mod live_status;
#[cfg(feature = "hydrate")]
mod marks;
pub mod session_warning;
pub mod upload_assist;
pub mod upload_rules;

/// The page is left for another one: what its islands hold open ends.
#[cfg(feature = "hydrate")]
pub(crate) fn leave() {
    live_status::leave();
    session_warning::leave();
}
