//! The portal over HTTP: thin handlers around [`crate::portal::Desk`], one endpoint per file.

mod assets;
mod client;
mod cookie;
mod endpoints;
mod headers;
mod limits;
mod line;
mod markup;
mod operations;
mod outcome;
mod readers;
mod render;
mod request_id;
mod router;
mod serve;

pub use assets::{Site, SiteError};
pub use client::client_address;
pub use endpoints::webhook::Webhooks;
pub use line::keep_pace;
pub use operations::operations;
pub use router::{State, portal, routes};
pub use serve::serve;
