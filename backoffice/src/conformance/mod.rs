//! The conformance kit: the same cases against any back office, in this process or behind an address.
//! A case is skipped only when the back office declares the capability absent.

mod absence;
mod addresses;
mod appointments;
mod attendance;
mod bench;
mod concurrency;
mod corrections;
mod delays;
mod documents;
mod errors;
mod events;
mod form;
mod heard;
mod idempotency;
mod life_cycle;
mod messages;
mod opinions;
mod paging;
mod people;
mod queue;
mod report;
mod sample;
mod surveys;
mod target;
mod together;
mod tracking;
mod uploads;
mod waiting_list;
mod withdrawal;

use self::{bench::Bench, report::Fault};
pub use self::{
    bench::Options,
    report::{CaseReport, Outcome, Report},
    target::{InProcess, Remote, Target},
};

/// Runs every case. It creates requests and files: never point it at the office that serves residents.
pub async fn run<T: Target>(target: T, options: Options) -> Report {
    let mut report = Report::default();
    let bench = match Bench::new(target, options).await {
        Ok(bench) => bench,
        Err(fault) => {
            report.add(
                "start",
                "capabilities and a procedure can be read",
                Err(fault),
            );
            return report;
        }
    };
    let bench = &bench;
    form::run(bench, &mut report).await;
    idempotency::run(bench, &mut report).await;
    concurrency::run(bench, &mut report).await;
    life_cycle::run(bench, &mut report).await;
    uploads::run(bench, &mut report).await;
    tracking::run(bench, &mut report).await;
    messages::run(bench, &mut report).await;
    corrections::run(bench, &mut report).await;
    documents::run(bench, &mut report).await;
    withdrawal::run(bench, &mut report).await;
    delays::run(bench, &mut report).await;
    appointments::run(bench, &mut report).await;
    waiting_list::run(bench, &mut report).await;
    queue::run(bench, &mut report).await;
    addresses::run(bench, &mut report).await;
    surveys::run(bench, &mut report).await;
    heard::run(bench, &mut report).await;
    opinions::run(bench, &mut report).await;
    events::run(bench, &mut report).await;
    errors::run(bench, &mut report).await;
    absence::run(bench, &mut report).await;
    paging::run(bench, &mut report).await;
    report
}

/// Fails a case with a sentence unless a condition holds.
fn ensure(holds: bool, sentence: impl FnOnce() -> String) -> Result<(), Fault> {
    if holds {
        Ok(())
    } else {
        Err(Fault(sentence()))
    }
}
