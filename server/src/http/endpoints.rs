//! What is not a plain page: one endpoint per file.

pub(super) mod access;
pub(super) mod begin;
pub(super) mod documents;
pub(super) mod erase;
pub(super) mod events;
pub(super) mod file;
pub(super) mod finish;
pub(super) mod follow;
pub(super) mod form;
pub(super) mod hand_over;
pub(super) mod item;
pub(super) mod late;
pub(super) mod message;
mod multipart;
mod nearby;
pub(super) mod notices;
pub(super) mod one_button;
pub(super) mod people;
pub(super) mod record;
pub(super) mod root;
pub(super) mod security_txt;
pub(super) mod send;
pub(super) mod step;
pub(super) mod take_up;
pub(super) mod visits;
pub(super) mod waiting;
pub(super) mod webhook;
