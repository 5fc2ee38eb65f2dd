//! What agents type about agendas: see a day, open hours, close days, say what became of an appointment.

use std::process::ExitCode;

use backoffice::reference::{Act, DayOf, DaysToClose, Opening, Planned, VisitAct, Waiter};
use clap::{Args, Subcommand};
use domain::{appointment::Help, booking::AskedPurpose};
use jiff::{
    civil::{Date, Time},
    tz::TimeZone,
};

use super::{
    acts::Asked,
    arguments::Place,
    office,
    output::line,
    staff::{self, NOBODY},
    there,
};

#[derive(Debug, Subcommand)]
pub(super) enum Agenda {
    /// The appointments of a day at a place
    Day(Day),
    /// Open hours besides those of the catalogue: a late evening, a week for passports
    Open(Open),
    /// Close days; whoever has an appointment then is told, and chooses another time
    Close(Close),
    /// Who waits for a time, in the order of entry: what for and since when, never who
    Waiting(Waiting),
    /// Who is at a place today, in the order in which they are called: tickets, never who
    Queue(there::Queue),
    /// Call the next one to a desk, or the holder of a ticket
    Call(there::Call),
    /// The holder of a ticket is received
    Serve(there::OfTicket),
    /// The visit of the holder of a ticket took place: the request ends
    Finish(there::OfTicket),
    /// The holder of a ticket did not answer; they may be called again by their ticket
    Absent(there::OfTicket),
    /// Give a ticket to someone who came without an appointment
    Arrive(there::Arrive),
    /// An appointment took place: its request ends
    Attended(Visit),
    /// Nobody came: the request ends
    Missed(Visit),
    /// An appointment cannot take place; the resident is told, and chooses another time
    Cancel(Cancel),
}

#[derive(Debug, Args)]
pub(super) struct Day {
    /// Identifier of the place
    place: String,
    /// The day: 2026-12-07
    day: Date,
}

#[derive(Debug, Args)]
pub(super) struct Open {
    /// Identifier of the resource: a counter, a member of staff, a room
    resource: String,
    /// First day: 2026-12-07
    #[arg(long)]
    first_day: Date,
    /// Last day; the first one when absent
    #[arg(long)]
    last_day: Option<Date>,
    /// Days of the week, 1 for Monday to 7 for Sunday; every day when absent
    #[arg(long = "weekday", value_parser = clap::value_parser!(u8).range(1..=7))]
    weekdays: Vec<u8>,
    /// When it opens: 08:30
    #[arg(long)]
    from: Time,
    /// When it closes: 12:00
    #[arg(long)]
    to: Time,
    /// Your name, for your colleagues
    #[arg(long, env = "BACKOFFICE_AGENT")]
    agent: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Close {
    /// Identifier of the resource, or of a place: all of its resources
    of: String,
    /// First day: 2026-12-07
    #[arg(long)]
    first_day: Date,
    /// Last day; the first one when absent
    #[arg(long)]
    last_day: Option<Date>,
    /// Why, for those who had an appointment
    #[arg(long)]
    text: String,
    /// Your name, for your colleagues
    #[arg(long, env = "BACKOFFICE_AGENT")]
    agent: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Waiting {
    /// Identifier of the appointment type
    #[arg(value_name = "TYPE")]
    kind: String,
}

#[derive(Debug, Args)]
pub(super) struct Visit {
    /// Number of the request
    number: String,
    /// Your name; the agent in charge when absent
    #[arg(long, env = "BACKOFFICE_AGENT")]
    agent: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Cancel {
    #[command(flatten)]
    visit: Visit,
    /// Why, for the resident
    #[arg(long)]
    text: String,
}

impl Visit {
    fn becomes(self, act: VisitAct) -> Asked {
        Asked {
            number: self.number,
            agent: self.agent,
            act: Act::Visit(act),
        }
    }
}

pub(super) async fn run(place: &Place, asked: Agenda) -> anyhow::Result<ExitCode> {
    match asked {
        Agenda::Day(asked) => day(place, asked).await,
        Agenda::Open(asked) => open(place, asked).await,
        Agenda::Close(asked) => close(place, asked).await,
        Agenda::Waiting(asked) => waiting(place, asked).await,
        Agenda::Queue(asked) => there::queue(place, asked).await,
        Agenda::Call(asked) => there::call(place, asked).await,
        Agenda::Serve(asked) => there::serve(place, asked).await,
        Agenda::Finish(asked) => there::finish(place, asked).await,
        Agenda::Absent(asked) => there::absent(place, asked).await,
        Agenda::Arrive(asked) => there::arrive(place, asked).await,
        Agenda::Attended(visit) => staff::act(place, visit.becomes(VisitAct::Attended)).await,
        Agenda::Missed(visit) => staff::act(place, visit.becomes(VisitAct::Missed)).await,
        Agenda::Cancel(asked) => {
            let act = VisitAct::Cancel { words: asked.text };
            staff::act(place, asked.visit.becomes(act)).await
        }
    }
}

async fn day(place: &Place, asked: Day) -> anyhow::Result<ExitCode> {
    let of = DayOf {
        place: asked.place,
        day: asked.day,
    };
    for planned in office::open(place).await?.staff().agenda(&of).await? {
        line(written(&planned))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// One line of a day: hours, number, what for, how many, what would help, where it stands.
fn written(planned: &Planned) -> String {
    let appointment = &planned.appointment;
    let zone = appointment.slot.time_zone();
    let clock = |at: jiff::Timestamp| at.to_zoned(zone.clone()).strftime("%H:%M").to_string();
    let purposes: Vec<String> = appointment.visit.purposes.iter().map(purpose).collect();
    let help: Vec<&str> = appointment
        .visit
        .help
        .iter()
        .map(|help| words(*help))
        .collect();
    let late = appointment
        .late_minutes
        .map_or_else(String::new, |minutes| format!(", {minutes} min late"));
    let comes = if appointment.confirmed_at.is_some() {
        ", comes"
    } else {
        ""
    };
    let help = if help.is_empty() {
        NOBODY.to_owned()
    } else {
        help.join(", ")
    };
    format!(
        "{}-{} {} {} {}: {} [{help}]{late}{comes}",
        clock(appointment.slot.start),
        clock(appointment.slot.end),
        planned.number,
        appointment.status.name(),
        planned.resource,
        purposes.join(" + "),
    )
}

fn purpose(it: &AskedPurpose) -> String {
    format!("{} ({} p., {} doc.)", it.kind, it.people, it.documents)
}

async fn waiting(place: &Place, asked: Waiting) -> anyhow::Result<ExitCode> {
    let staff = office::open(place).await?.staff();
    for (rank, waiter) in staff.waiting(&asked.kind).await?.iter().enumerate() {
        line(format_args!("{}. {}", rank + 1, waits(waiter)))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// One line of the waiting list: since when, what for, which days, where, whether a time is offered.
fn waits(waiter: &Waiter) -> String {
    let zone = TimeZone::get(&waiter.zone).unwrap_or(TimeZone::UTC);
    let clock = |at: jiff::Timestamp| {
        let at = at.to_zoned(zone.clone());
        at.strftime("%Y-%m-%d %H:%M").to_string()
    };
    let any = |all: Vec<&str>| {
        if all.is_empty() {
            "any".to_owned()
        } else {
            all.join(", ")
        }
    };
    let purposes: Vec<String> = waiter.purposes.iter().map(purpose).collect();
    let places = waiter.places.iter().map(String::as_str).collect();
    let parts = waiter.parts.iter().map(|part| part.name()).collect();
    let offered = waiter
        .offered_until
        .map_or_else(String::new, |until| format!(" until {}", clock(until)));
    format!(
        "since {} {}: {} to {} [{}] at {}: {}{offered}",
        clock(waiter.since),
        purposes.join(" + "),
        waiter.from,
        waiter.to,
        any(parts),
        any(places),
        waiter.status.name(),
    )
}

const fn words(help: Help) -> &'static str {
    match help {
        Help::StepFree => "step-free",
        Help::HearingLoop => "hearing loop",
        Help::SignLanguage => "sign language",
        Help::Interpreter => "interpreter",
        Help::QuietHour => "quiet hour",
        Help::MoreTime => "more time",
        Help::Company => "comes with someone",
    }
}

async fn open(place: &Place, asked: Open) -> anyhow::Result<ExitCode> {
    let agent = asked.agent.unwrap_or_else(|| NOBODY.to_owned());
    let opening = Opening {
        resource: asked.resource,
        first_day: asked.first_day,
        last_day: asked.last_day.unwrap_or(asked.first_day),
        weekdays: asked.weekdays,
        from: asked.from,
        to: asked.to,
    };
    let staff = office::open(place).await?.staff();
    let days = staff.open_hours(opening, &agent).await?;
    line(format_args!("opened on {days} days"))?;
    Ok(ExitCode::SUCCESS)
}

async fn close(place: &Place, asked: Close) -> anyhow::Result<ExitCode> {
    let agent = asked.agent.unwrap_or_else(|| NOBODY.to_owned());
    let closing = DaysToClose {
        of: asked.of,
        first_day: asked.first_day,
        last_day: asked.last_day.unwrap_or(asked.first_day),
        words: asked.text,
    };
    let staff = office::open(place).await?.staff();
    let closed = staff.close_days(closing, &agent).await?;
    line(format_args!(
        "closed {} resources; {} appointments cancelled, those people are told",
        closed.resources, closed.cancelled
    ))?;
    Ok(ExitCode::SUCCESS)
}
