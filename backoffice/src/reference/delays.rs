//! How long past requests of a procedure took: counted by the day from an index, without opening any.

use domain::delays::{Delays, Spread};
use jiff::{ToSpan, civil::Date, tz::TimeZone};

use super::Inner;
use crate::api::{
    check::day_in_france,
    problem::{Answered, Problem},
};

/// Counts the requests decided since an instant by the days that they took, a begun day counting whole. A
/// withdrawal is no decision: it says nothing about the service.
pub(super) const BY_DAY: &str =
    "SELECT (decided_at - submitted_at + 86399999999) / 86400000000 AS days,
        COUNT(*) AS requests FROM backoffice_requests
  WHERE procedure_id = $1 AND decided_at >= $2 GROUP BY days";

pub(super) async fn of(office: &Inner, procedure: &str) -> Answered<Delays> {
    office
        .catalogue
        .procedure(procedure)
        .ok_or_else(Problem::not_found)?;
    let until = day_in_france(office.clock.now());
    let since = until.saturating_sub(1.year());
    let rows = office
        .database
        .fetch_all(BY_DAY, &[procedure.into(), beginning(since).into()])
        .await?;
    let mut days = Vec::new();
    for row in rows {
        let taken = u16::try_from(row.int("days")?.max(0)).unwrap_or(u16::MAX);
        let requests = usize::try_from(row.int("requests")?).unwrap_or_default();
        days.extend(std::iter::repeat_n(taken, requests));
    }
    Ok(Delays {
        since,
        until,
        requests: u32::try_from(days.len()).unwrap_or(u32::MAX),
        spread: Spread::of(days),
    })
}

/// The first instant of a day in France, in microseconds.
fn beginning(day: Date) -> i64 {
    let zone = TimeZone::get("Europe/Paris").unwrap_or(TimeZone::UTC);
    day.to_zoned(zone)
        .map_or(i64::MIN, |start| start.timestamp().as_microsecond())
}
