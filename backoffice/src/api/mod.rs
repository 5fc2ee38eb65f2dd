//! The Parvis back-office contract, version 1, first part: its types on the wire, its rules shared by
//! every implementation, and the router that puts them in front of a [`BackOffice`](back_office::BackOffice).

pub mod capabilities;
pub mod events;
pub mod forms;
pub mod headers;
pub mod page;
pub mod problem;
pub mod requests;
pub mod tracking;
pub mod uploads;
