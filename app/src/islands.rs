//! What hydrates, one island per file. Islands have no props: what they need stands as compact text in a
//! `data-` attribute beside them, because reading props would bring a JSON parser to every visitor.

pub mod code_from_address;
pub mod form_assist;
pub mod form_rules;
#[cfg(feature = "hydrate")]
mod marks;
pub mod upload_assist;
pub mod upload_rules;
