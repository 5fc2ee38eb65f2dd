//! The portal as residents meet it: every page, form and refusal on the real router, in one process with the
//! reference back office and the catalogue of the sample commune.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a helper that finds no page, form or checker fails its test"
)]

mod canaries;
mod crowd;
mod html;
mod journeys;
mod lives;
mod routes;
mod support;
