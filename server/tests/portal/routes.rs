//! Every address of the portal, in every language, by every method: what it answers and what it refuses.

pub(crate) mod addresses;
pub(crate) mod errors;
mod gone;
mod languages;
mod links;
mod matrix;
pub(crate) mod safety;
mod table;
mod webhooks;
