//! What residents may count on, tried on the real tables of both engines with a back office that can fail.

#![expect(
    clippy::unwrap_used,
    reason = "a helper that cannot go on fails its test"
)]

mod accesses;
mod contract;
mod delivery;
mod drafts;
mod files;
mod hand_overs;
mod logs;
mod mail_server;
mod notices;
mod office;
mod open_pages;
mod phones;
mod privacy;
mod procedure;
mod reminders;
mod retention;
mod sending;
mod smtp;
mod town;
mod waits;
mod whole;
