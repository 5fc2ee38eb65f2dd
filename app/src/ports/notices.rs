//! How the holder of a request is told of what happens to it.

use domain::{notice::Way, reminder::Lead};
use jiff::Timestamp;

/// How the holder of a request is told of what happens to it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Notices {
    /// Ways that this portal has.
    pub ways: Vec<Way>,
    /// The way chosen; `None`: they look by themselves.
    pub way: Option<Way>,
    /// E-mail address.
    pub email: Option<String>,
    /// Phone number as dialled from anywhere.
    pub phone: Option<String>,
    /// When they are reminded of their appointment; `None`: there is none to come.
    pub reminders: Option<Vec<Lead>>,
    /// Messages, the latest first, 10 at most.
    pub sent: Vec<SentNotice>,
    /// They want to be told, and no way leads to them.
    pub out_of_reach: bool,
}

/// A message to the holder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SentNotice {
    /// How it travels.
    pub way: Way,
    /// What became of it.
    pub state: NoticeState,
    /// When it left, or will.
    pub at: Timestamp,
}

/// What became of a message to the holder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeState {
    /// Waits for its hour.
    Waiting,
    /// A server took it.
    Sent,
    /// It reached the phone.
    Delivered,
    /// It did not, and never will.
    Failed,
}
