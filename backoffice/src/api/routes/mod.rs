//! One file per area of the contract: reads the call, asks the back office, writes the answer.

pub(super) mod absent;
pub(super) mod addresses;
pub(super) mod appointments;
pub(super) mod catalogue;
pub(super) mod corrections;
pub(super) mod delays;
pub(super) mod documents;
pub(super) mod events;
pub(super) mod exchange;
pub(super) mod heard;
pub(super) mod messages;
pub(super) mod opinions;
pub(super) mod queue;
pub(super) mod requests;
pub(super) mod surveys;
pub(super) mod tracking;
pub(super) mod uploads;
pub(super) mod waiting_list;
pub(super) mod withdrawal;
