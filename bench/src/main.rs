//! `make bench`: starts the release server on an empty data folder, measures it from outside, prints one table.

mod browser;
mod client;
mod machine;
mod readers;
mod record;
mod resident;
mod server;
mod stopwatch;
mod submissions;
mod table;

use std::{io::Write as _, path::PathBuf, process::ExitCode, time::Duration};

use clap::Parser;
use server::{Program, Server};
use table::Table;

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
    /// Seconds of each measure, after a warm-up half as long.
    #[arg(long, default_value_t = 10)]
    seconds: u64,
    /// Writes the table into this page too, between its marks.
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

/// Every measure, in an order that leaves memory "idle" before any load.
async fn measure(arguments: &Arguments) -> anyhow::Result<()> {
    let program = Program::new(&arguments.server, &arguments.site)?;
    let time = Duration::from_secs(arguments.seconds);
    let mut table = Table::default();
    let mut machine = machine::describe(program.data())?;

    say("cold start");
    server::starts(&program, arguments.starts, &mut table).await?;

    let server = Server::start_in(&program, "visited").await?;
    say("idle memory");
    tokio::time::sleep(Duration::from_secs(2)).await;
    table.at_most("Memory, idle", server.memory()?, 55.0, "MiB", 1);

    if !arguments.without_browser {
        say("browser: slow 4G, CPU slowed 4 times");
        let visits = browser::prepare(server.address()).await?;
        let seen = browser::visit(&arguments.probe, &server.origin(), arguments.runs, &visits)?;
        machine.browser(&seen);
        browser::report(&seen, &mut table);
    }
    server.stop()?;

    say("readers, on one core");
    // A server counts its cores when it starts: one that moves to a single core later keeps too many threads.
    let alone = machine::on_first_core();
    let server = Server::start_in(&program, "read").await?;
    let alone = alone && machine::on_second_core();
    readers::measure(&server, arguments.readers, time, &mut table).await?;
    table.at_most(
        "Memory, after the readers",
        server.memory()?,
        55.0,
        "MiB",
        1,
    );
    machine.pinned(alone);
    server.stop()?;

    say("whole submissions, on all cores");
    machine::on_all_cores();
    let server = Server::start_in(&program, "written").await?;
    submissions::measure(&server, arguments.residents, time, &mut table).await?;
    table.at_most(
        "Memory, after the submissions",
        server.memory()?,
        55.0,
        "MiB",
        1,
    );
    server.stop()?;
    machine.finished()?;

    let text = format!("{}\n{}", machine.text(), table.text());
    std::io::stdout().write_all(text.as_bytes())?;
    if let Some(page) = &arguments.record {
        record::write(page, &text)?;
        say(&format!("recorded in {}", page.display()));
    }
    for missed in table.missed() {
        say(&format!("misses its target: {missed}"));
    }
    Ok(())
}

/// Progress, for the person at the terminal; the table stays alone on standard output.
fn say(message: &str) {
    // Nobody to tell when standard error is closed.
    let _ = writeln!(std::io::stderr(), "bench: {message}");
}
