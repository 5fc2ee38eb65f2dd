//! Appointments of the reference back office: free times are computed, taken times are rows that cannot overlap
//! (decision 0010).

mod booked;
mod days;
mod finding;
mod freeing;
mod holding;
mod moving;
mod need;
mod office_hours;
mod queue;
mod ticks;
mod time;
pub(super) mod together;
mod visits;
mod waiting;

pub(super) use booked::of_request;
pub(super) use finding::{slots, types};
pub(super) use holding::{
    HOLD_MINUTES, Prepared, confirm, extend, forget_holds, hold, prepare, release,
};
pub(super) use moving::{Said, reschedule, say};
pub use office_hours::{ClosedDays, Closing as DaysToClose, DayOf, Opening, Planned};
pub use queue::InLine;
pub(super) use queue::{arrive, forget_request, forget_tickets, queue_of, waiting_at};
pub(super) use ticks::free_of_request;
pub use visits::VisitAct;
pub(super) use visits::{act, over};
pub use waiting::Waiter;
pub(super) use waiting::{decline, forget_entries, give_up, join, leave, read, turn};
