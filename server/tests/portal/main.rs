//! The portal as residents meet it: every page, form and refusal on the real router, in one process with the
//! reference back office and the catalogue of the sample commune.

mod canaries;
mod crowd;
mod html;
mod journeys;
mod routes;
mod support;
