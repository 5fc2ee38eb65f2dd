//! What agents type about those who are at a place: who waits, calling, receiving, the end of a visit.

use std::process::ExitCode;

use backoffice::reference::InLine;
use clap::Args;
use domain::queue::Ticket;
use jiff::tz::TimeZone;

use super::{arguments::Place, office, output::line, staff::NOBODY};

#[derive(Debug, Args)]
pub(super) struct Queue {
    /// Identifier of the place
    place: String,
}

#[derive(Debug, Args)]
pub(super) struct Call {
    /// Identifier of the place
    place: String,
    /// Identifier of the resource that receives: a counter, a member of staff, a room
    desk: String,
    /// The ticket to call, even if others are before; the next one when absent
    #[arg(long)]
    ticket: Option<Ticket>,
    /// Your name, for your colleagues
    #[arg(long, env = "BACKOFFICE_AGENT")]
    agent: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct OfTicket {
    /// The ticket: P07
    ticket: Ticket,
    /// Identifier of the place, when two places gave this ticket today
    #[arg(long)]
    place: Option<String>,
    /// Your name, for your colleagues
    #[arg(long, env = "BACKOFFICE_AGENT")]
    agent: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Arrive {
    /// Identifier of the place
    place: String,
    /// Identifier of the appointment type that they come for
    #[arg(value_name = "TYPE")]
    kind: String,
}

fn name(agent: Option<String>) -> String {
    agent.unwrap_or_else(|| NOBODY.to_owned())
}

pub(super) async fn queue(place: &Place, asked: Queue) -> anyhow::Result<ExitCode> {
    let staff = office::open(place).await?.staff();
    for one in staff.queue(&asked.place).await? {
        line(written(&one))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// One line of a queue: ticket, status, what for, since when, hour, desk, range.
fn written(one: &InLine) -> String {
    let zone = TimeZone::get(&one.zone).unwrap_or(TimeZone::UTC);
    let clock = |at: jiff::Timestamp| at.to_zoned(zone.clone()).strftime("%H:%M").to_string();
    let desk = one
        .desk
        .as_ref()
        .map_or_else(String::new, |desk| format!(" at {desk}"));
    let wait = one.wait.map_or_else(String::new, |wait| {
        format!(", {} to {} min", wait.low, wait.high)
    });
    format!(
        "{} {}{desk}: {}, there since {}, turn at {}{wait}",
        one.ticket,
        one.status.name(),
        one.kinds.join(" + "),
        clock(one.arrived_at),
        clock(one.due_at),
    )
}

pub(super) async fn call(place: &Place, asked: Call) -> anyhow::Result<ExitCode> {
    let staff = office::open(place).await?.staff();
    let agent = name(asked.agent);
    let called = staff
        .call(&asked.place, &asked.desk, asked.ticket, &agent)
        .await?;
    line(format_args!("{called} is called to {}", asked.desk))?;
    Ok(ExitCode::SUCCESS)
}

pub(super) async fn serve(place: &Place, asked: OfTicket) -> anyhow::Result<ExitCode> {
    let staff = office::open(place).await?.staff();
    let at = asked.place.as_deref();
    let served = staff.serve(at, asked.ticket, &name(asked.agent)).await?;
    line(format_args!("{served} is received"))?;
    Ok(ExitCode::SUCCESS)
}

pub(super) async fn finish(place: &Place, asked: OfTicket) -> anyhow::Result<ExitCode> {
    let staff = office::open(place).await?.staff();
    let at = asked.place.as_deref();
    let ended = staff
        .close_visit(at, asked.ticket, &name(asked.agent))
        .await?;
    line(format_args!("the visit of {ended} took place"))?;
    Ok(ExitCode::SUCCESS)
}

pub(super) async fn absent(place: &Place, asked: OfTicket) -> anyhow::Result<ExitCode> {
    let staff = office::open(place).await?.staff();
    let at = asked.place.as_deref();
    let absent = staff.absent(at, asked.ticket, &name(asked.agent)).await?;
    line(format_args!(
        "{absent} did not come; call it again with --ticket {absent}"
    ))?;
    Ok(ExitCode::SUCCESS)
}

pub(super) async fn arrive(place: &Place, asked: Arrive) -> anyhow::Result<ExitCode> {
    let staff = office::open(place).await?.staff();
    let ticket = staff.enter(&asked.place, &asked.kind).await?;
    line(format_args!("{ticket}"))?;
    Ok(ExitCode::SUCCESS)
}
