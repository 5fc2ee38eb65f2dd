//! The built `parvis` as operators run it: started, asked how it is, stopped, killed. Each test has its own
//! folder, ports and processes.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a helper that cannot go on fails its test"
)]

mod account;
mod agendas;
mod away;
mod booker;
mod browser;
mod diary;
mod dice;
mod killed;
mod killed_visits;
mod killer;
mod operators;
mod program;
mod readiness;
mod request_tracker;
mod resident;
mod settings;
