//! Appointments of the reference back office: free times are computed, taken times are rows that cannot overlap
//! (decision 0010).

mod booked;
mod finding;
mod holding;
mod moving;
mod need;
mod office_hours;
mod ticks;
mod visits;

pub(super) use booked::{cancel, of_request};
pub(super) use finding::{slots, types};
pub(super) use holding::{Prepared, confirm, extend, forget_holds, hold, prepare, release};
pub(super) use moving::{Said, reschedule, say};
pub use office_hours::{ClosedDays, Closing as DaysToClose, DayOf, Opening, Planned};
pub use visits::VisitAct;
pub(super) use visits::{act, over};
