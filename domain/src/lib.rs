//! What a municipality talks about: pure types and rules. No I/O, no clock, no randomness;
//! compiles to WebAssembly so that the server and the form island share one validation.

pub mod agenda;
pub mod answers;
pub mod appointment;
pub mod booking;
pub mod condition;
pub mod correction;
pub mod date_input;
pub mod decision;
pub mod delays;
pub mod draft;
#[cfg(test)]
mod examples;
pub mod field;
pub mod hand_over;
pub mod info_request;
pub mod journey;
pub mod legal_clock;
pub mod locale;
pub mod message;
mod month_names;
pub mod notice;
pub mod place;
pub mod procedure;
pub mod procedure_check;
pub mod remedies;
pub mod reminder;
pub mod request;
pub mod resource;
pub mod retyped;
pub mod review;
mod signs;
pub mod submitted;
pub mod text;
pub mod tracking_code;
pub mod validation;
pub mod waiting;
