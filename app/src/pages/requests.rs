//! Requests once sent: receipt, opening with a code, following.

pub mod actions;
pub mod appointment;
mod clock;
pub mod complain;
pub mod corrections;
mod decision;
pub(crate) mod demand;
pub mod documents;
pub mod follow;
mod forms;
pub mod live;
pub mod messages;
pub mod notices;
pub mod receipt;
pub mod record;
pub mod request;
pub mod sent;
mod thread;
pub mod turn;
pub mod withdraw;

use leptos::prelude::*;

use super::{
    errors::{ErrorKind, ErrorPage},
    page::absence,
};
use crate::ports::Absence;

/// The page for a request that cannot be shown. Mostly its access is over: the page says how to open it again.
pub(in crate::pages) fn closed(reason: &Absence) -> AnyView {
    if *reason == Absence::Unknown {
        return view! { <ErrorPage kind=ErrorKind::AccessOver/> }.into_any();
    }
    absence(reason)
}
