//! The Parvis back-office contract, version 1: its types on the wire, its rules shared by
//! every implementation, and the router that puts them in front of a [`BackOffice`](back_office::BackOffice).

pub mod appointments;
pub mod authentication;
pub mod back_office;
pub mod capabilities;
pub mod check;
pub mod cursor;
pub mod etag;
pub mod events;
pub mod follow_up;
pub mod forms;
pub mod headers;
pub mod idempotency;
pub mod openapi;
pub mod opinion_desk;
pub mod opinions;
pub mod page;
pub mod problem;
mod problem_code;
pub mod queue;
pub mod requests;
pub mod router;
mod routes;
pub mod schema;
pub mod surveys;
pub mod tracking;
pub mod uploads;
pub mod waiting_list;
pub mod webhook;
