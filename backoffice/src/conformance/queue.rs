//! At the place: who is not there yet, or no more, has no ticket; a place says what is so now. The kit moves no clock:
//! an arrival itself is tried by the tests of each back office.

use domain::{
    appointment::{AppointmentType, Mode as Way},
    place::Place,
    queue::{EARLIEST, PlaceNow},
};
use http::StatusCode;

use super::{
    appointments::{appointment, confirmed, free, held, types},
    bench::Bench,
    ensure,
    report::{Fault, Report},
    target::Target,
};
use crate::api::{
    follow_up::Withdrawal, page::Page, problem::ProblemCode, queue::Arrival, requests::Request,
};

const GROUP: &str = "queue";

pub(super) async fn run<T: Target>(bench: &Bench<T>, report: &mut Report) {
    if !bench.capabilities.features.queue {
        report.skip(GROUP, "residents can say that they are there", "queue");
        return;
    }
    let name = "nobody is there days before their appointment, nor for one that was cancelled";
    report.add(GROUP, name, arrivals(bench).await);
    let name = "a place says whether it is open, who waits and its hours";
    report.add(GROUP, name, places(bench).await);
}

async fn booked<T: Target>(bench: &Bench<T>) -> Result<Request, Fault> {
    let onsite = |kind: &AppointmentType| kind.modes.contains(&Way::Onsite);
    let kind = types(bench).await?.into_iter().find(onsite);
    let kind = kind.ok_or_else(|| Fault("nobody is received at a place".to_owned()))?;
    let slot = free(bench, &kind, Way::Onsite).await?.into_iter().next();
    let slot = slot.ok_or_else(|| Fault("no free time to try with".to_owned()))?;
    let hold = held(bench, &kind, &slot).await?;
    confirmed(bench, &kind, &hold).await
}

async fn arrivals<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let request = booked(bench).await?;
    let path = format!("/v1/requests/{}", request.summary.id);
    let arrival = format!("{path}/appointment/arrival");
    let key = bench.new_key();
    let reply = bench.post_json(&arrival, &key, &Arrival {}).await?;
    let problem = reply.problem(ProblemCode::TooEarlyToArrive)?;
    let start = appointment(&request)?.slot.start;
    let from = problem.more.possible_from;
    ensure(
        from.is_some_and(|from| from <= start && start.duration_since(from) <= EARLIEST),
        || "it does not say from when on one can arrive".to_owned(),
    )?;
    let queue = bench.get(&format!("{path}/queue"), &[]).await?;
    queue.problem(ProblemCode::NotFound)?;
    let unknown = format!("/v1/requests/{}/appointment/arrival", bench.new_key());
    let key = bench.new_key();
    let reply = bench.post_json(&unknown, &key, &Arrival {}).await?;
    reply.problem(ProblemCode::NotFound)?;

    let withdrawal = Withdrawal {
        reason: None,
        withdrawn_at: request.summary.submitted_at,
    };
    let (withdrawn, key) = (format!("{path}/withdrawal"), bench.new_key());
    let reply = bench.post_json(&withdrawn, &key, &withdrawal).await?;
    reply.is(StatusCode::OK)?;
    let key = bench.new_key();
    let reply = bench.post_json(&arrival, &key, &Arrival {}).await?;
    reply.problem(ProblemCode::InvalidState).map(drop)
}

async fn places<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let places: Page<Place> = bench.get("/v1/locations", &[]).await?.json()?;
    for place in places.items {
        let path = format!("/v1/locations/{}/waiting", place.id);
        let now: PlaceNow = bench.get(&path, &[]).await?.json()?;
        ensure(
            now.location_id == place.id && now.open == now.open_until.is_some(),
            || format!("{}: open, and nobody knows until when", place.id),
        )?;
        let ranges = now.by_type.iter().filter_map(|it| it.wait).chain(now.wait);
        for range in ranges {
            ensure(
                range.low < range.high
                    && range.low.is_multiple_of(5)
                    && range.high.is_multiple_of(5),
                || format!("{}: a wait that is no range of whole fives", place.id),
            )?;
        }
        ensure(now.days.is_sorted_by_key(|it| it.day), || {
            format!("{}: days are not in order", place.id)
        })?;
    }
    let nowhere = bench.get("/v1/locations/nowhere/waiting", &[]).await?;
    nowhere.problem(ProblemCode::NotFound).map(drop)
}
