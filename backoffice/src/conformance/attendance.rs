//! What a resident says of their appointment: that they come, that they will be late.

use domain::booking::Appointment;
use http::StatusCode;

use super::{
    appointments::{any, appointment, confirmed, free, held},
    bench::Bench,
    ensure,
    report::Fault,
    target::Target,
};
use crate::api::{
    appointments::{Confirmation, Lateness},
    follow_up::Withdrawal,
    problem::ProblemCode,
    requests::Request,
};

/// Said and read again; of an appointment that does not stand any more, nothing is said.
pub(super) async fn said<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let (kind, way) = any(bench).await?;
    let slot = free(bench, &kind, way).await?.swap_remove(0);
    let hold = held(bench, &kind, &slot).await?;
    let request = confirmed(bench, &kind, &hold).await?;
    let path = format!("/v1/requests/{}", request.summary.id);
    let confirmation = format!("{path}/appointment/confirmation");
    let lateness = format!("{path}/appointment/lateness");

    let key = bench.new_key();
    let reply = bench
        .post_json(&confirmation, &key, &Confirmation {})
        .await?;
    reply.is(StatusCode::OK)?;
    let comes: Appointment = reply.json()?;
    ensure(comes.confirmed_at.is_some(), || {
        "that they come is not noted".to_owned()
    })?;
    let again = bench
        .post_json(&confirmation, &key, &Confirmation {})
        .await?;
    let again: Appointment = again.json()?;
    ensure(again == comes, || "the repeated answer differs".to_owned())?;

    let late = Lateness { minutes: 20 };
    let reply = bench.post_json(&lateness, &bench.new_key(), &late).await?;
    reply.is(StatusCode::OK)?;
    let late: Appointment = reply.json()?;
    ensure(
        late.late_minutes == Some(20) && late.confirmed_at == comes.confirmed_at,
        || "the lateness is not noted beside the rest".to_owned(),
    )?;
    let read: Request = bench.get(&path, &[]).await?.json()?;
    ensure(appointment(&read)? == &late, || {
        "the request does not tell what was said".to_owned()
    })?;
    let eternity = Lateness { minutes: 600 };
    let other = bench.new_key();
    let reply = bench.post_json(&lateness, &other, &eternity).await?;
    reply.problem(ProblemCode::ValidationFailed)?;

    let withdrawal = Withdrawal {
        reason: None,
        withdrawn_at: request.summary.submitted_at,
    };
    let withdrawn = format!("{path}/withdrawal");
    let other = bench.new_key();
    let reply = bench.post_json(&withdrawn, &other, &withdrawal).await?;
    reply.is(StatusCode::OK)?;
    let other = bench.new_key();
    let reply = bench
        .post_json(&confirmation, &other, &Confirmation {})
        .await?;
    ensure(reply.status.is_client_error(), || {
        "a cancelled appointment is confirmed".to_owned()
    })
}
