//! `make bench`: starts the release server on data of its own, measures it from outside, prints a table of each part.

mod agendas;
mod browser;
mod client;
mod machine;
mod processor;
mod quality;
mod readers;
mod record;
mod resident;
mod rounds;
mod server;
mod stopwatch;
mod submissions;
mod table;
mod tracking;

use std::{io::Write as _, path::PathBuf, process::ExitCode, time::Duration};

use anyhow::Context;
use clap::Parser;
use machine::Machine;
use mimalloc::MiMalloc;
use record::Part;
use server::{Program, Server};
use table::Table;

/// That of the programs: an office embedded in this one is measured as in a portal.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// Measures a built portal and says what meets its target.
#[derive(Debug, Parser)]
#[command(name = "bench", version, about)]
pub(crate) struct Arguments {
    /// The release server.
    #[arg(long, default_value = "target/release/parvis")]
    server: PathBuf,
    /// The built site.
    #[arg(long, default_value = "target/site")]
    site: PathBuf,
    /// Probe of the browser.
    #[arg(long, default_value = "end2end/bench/probe.mjs")]
    probe: PathBuf,
    /// Measures one part only.
    #[arg(long, value_enum)]
    only: Option<Part>,
    /// PostgreSQL server that takes new databases; scripts/with-postgres.sh gives one.
    #[arg(long, env = "PARVIS_TEST_POSTGRES", hide_env_values = true)]
    postgres: Option<String>,
    /// Rounds of each page on a portal that stores many requests; the median counts.
    #[arg(long, default_value_t = 5)]
    rounds: u32,
    /// Leaves the browser out.
    #[arg(long)]
    without_browser: bool,
    /// Runs of each page in the browser; the median counts.
    #[arg(long, default_value_t = 5)]
    runs: u32,
    /// Starts of the server; the median counts.
    #[arg(long, default_value_t = 5)]
    starts: u32,
    /// People who read at once.
    #[arg(long, default_value_t = 200)]
    readers: u32,
    /// People who fill in and send a request at once.
    #[arg(long, default_value_t = 64)]
    residents: u32,
    /// People who come within ten seconds for a few times.
    #[arg(long, default_value_t = 5_000)]
    crowd: u32,
    /// Catalogue of the sample commune.
    #[arg(long, default_value = "backoffice/catalogue")]
    catalogue: PathBuf,
    /// Seconds of each measure, after a warm-up half as long.
    #[arg(long, default_value_t = 10)]
    seconds: u64,
    /// Writes the table of each part into this page too, between its marks.
    #[arg(long)]
    record: Option<PathBuf>,
}

fn main() -> ExitCode {
    let outcome = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(anyhow::Error::from)
        .and_then(|runtime| runtime.block_on(measure(&Arguments::parse())));
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("{error:#}"));
            ExitCode::FAILURE
        }
    }
}

/// Every part that was asked for.
async fn measure(arguments: &Arguments) -> anyhow::Result<()> {
    let program = Program::new(&arguments.server, &arguments.site)?;
    for part in [
        Part::Portal,
        Part::Tracking,
        Part::Appointments,
        Part::Quality,
    ] {
        if arguments.only.is_some_and(|only| only != part) {
            continue;
        }
        let (mut machine, mut table) = (machine::describe(program.data())?, Table::default());
        match part {
            Part::Portal => portal(arguments, &program, &mut machine, &mut table).await?,
            Part::Tracking => tracking(arguments, &program, &mut machine, &mut table).await?,
            Part::Appointments => {
                appointments(arguments, &program, &mut machine, &mut table).await?
            }
            Part::Quality => quality(arguments, &program, &mut machine, &mut table).await?,
        }
        machine.finished()?;
        let text = format!("{}\n{}", machine.text(), table.text());
        writeln!(std::io::stdout(), "{text}")?;
        if let Some(page) = &arguments.record {
            record::write(page, part, &text)?;
            say(&format!("recorded in {}", page.display()));
        }
        for missed in table.missed() {
            say(&format!("misses its target: {missed}"));
        }
    }
    Ok(())
}

/// A portal that begins empty, in an order that leaves memory "idle" before any load.
async fn portal(
    arguments: &Arguments,
    program: &Program,
    machine: &mut Machine,
    table: &mut Table,
) -> anyhow::Result<()> {
    let time = Duration::from_secs(arguments.seconds);
    say("cold start");
    server::starts(program, arguments.starts, table).await?;

    let server = Server::start_in(program, "visited").await?;
    say("idle memory");
    tokio::time::sleep(Duration::from_secs(2)).await;
    memory("idle", &server, table)?;

    if !arguments.without_browser {
        say("browser: slow 4G, CPU slowed 4 times");
        let visits = browser::prepare(server.address()).await?;
        let seen = browser::visit(&arguments.probe, &server.origin(), arguments.runs, &visits)?;
        machine.browser(&seen);
        browser::report(&seen, table);
    }
    server.stop()?;

    say("readers, on one core");
    // A server counts its cores when it starts: one that moves to a single core later keeps too many threads.
    let alone = machine::on_first_core();
    let server = Server::start_in(program, "read").await?;
    let alone = alone && machine::on_second_core();
    readers::measure(&server, arguments.readers, time, table).await?;
    memory("after the readers", &server, table)?;
    machine.pinned(alone, "submissions: both on all cores");
    server.stop()?;

    say("whole submissions, on all cores");
    machine::on_all_cores();
    let server = Server::start_in(program, "written").await?;
    submissions::measure(&server, arguments.residents, time, table).await?;
    memory("after the submissions", &server, table)?;
    server.stop()
}

fn memory(when: &str, server: &Server, table: &mut Table) -> anyhow::Result<()> {
    let memory = server.memory()?;
    table.at_most(format!("Memory, {when}"), memory, 55.0, "MiB", 1);
    Ok(())
}

/// A portal that stores many requests, on each database.
async fn tracking(
    arguments: &Arguments,
    program: &Program,
    machine: &mut Machine,
    table: &mut Table,
) -> anyhow::Result<()> {
    let cluster = cluster(arguments, machine).await?;
    let extent = tracking::Extent {
        people: arguments.readers,
        rounds: arguments.rounds,
        // Each page is read again and again, on each size and each database.
        time: Duration::from_secs(arguments.seconds) / 3,
    };
    let mut alone = true;
    for cluster in [None, Some(&cluster)] {
        alone &= tracking::measure(program, cluster, extent, table).await?;
    }
    machine.pinned(alone, "PostgreSQL with the generator");
    Ok(())
}

/// Agendas, on each database.
async fn appointments(
    arguments: &Arguments,
    program: &Program,
    machine: &mut Machine,
    table: &mut Table,
) -> anyhow::Result<()> {
    let cluster = cluster(arguments, machine).await?;
    let catalogues = agendas::Catalogues::write(&arguments.catalogue, program.data())?;
    let extent = agendas::Extent {
        crowd: arguments.crowd,
        time: Duration::from_secs(arguments.seconds),
    };
    let mut alone = true;
    for cluster in [None, Some(&cluster)] {
        alone &= agendas::measure(program, &catalogues, cluster, extent, table).await?;
    }
    machine.pinned(
        alone,
        "pages of times alone; bookings and the rush on all cores",
    );
    Ok(())
}

/// Public figures, on each database.
async fn quality(
    arguments: &Arguments,
    program: &Program,
    machine: &mut Machine,
    table: &mut Table,
) -> anyhow::Result<()> {
    let cluster = cluster(arguments, machine).await?;
    let time = Duration::from_secs(arguments.seconds);
    let mut alone = true;
    for cluster in [None, Some(&cluster)] {
        alone &= quality::measure(program, cluster, time, table).await?;
    }
    machine.pinned(alone, "PostgreSQL with the generator");
    Ok(())
}

/// The PostgreSQL server that was given.
async fn cluster(
    arguments: &Arguments,
    machine: &mut Machine,
) -> anyhow::Result<tracking::Cluster> {
    let postgres = arguments.postgres.as_deref();
    let postgres =
        postgres.context("PostgreSQL is missing: run scripts/with-postgres.sh …/bench")?;
    let cluster = tracking::Cluster::at(postgres).await?;
    machine.note(cluster.version.clone());
    Ok(cluster)
}

/// Progress, for the person at the terminal; the table stays alone on standard output.
fn say(message: &str) {
    // Nobody to tell when standard error is closed.
    let _ = writeln!(std::io::stderr(), "bench: {message}");
}
