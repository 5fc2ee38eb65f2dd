//! Command line of the portal: `serve`, `check`, and what operators look into.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
};

use anyhow::Context;
use backoffice::ports::{SystemClock, SystemRandomness};
use clap::{Parser, Subcommand};
use mimalloc::MiMalloc;
use server::{
    config::Config,
    operators::{self, Stops},
    run,
};

/// Each request allocates its words, rows and answers: with the C library's allocator, up to a third of its time.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// The Parvis portal: residents do their procedures here.
#[derive(Debug, Parser)]
#[command(name = "parvis", version, about)]
struct Arguments {
    /// Configuration file. Environment variables (PARVIS_LISTEN, PARVIS_BACKOFFICE__URL …) go before it.
    /// Without it, parvis.toml of this folder is read if it is there.
    #[arg(long, env = "PARVIS_CONFIG", global = true)]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the portal until SIGTERM or Ctrl-C.
    Serve,
    /// Check the configuration and the catalogue; every defect with its file, line and reason.
    Check,
    /// List what stopped on its way to the back office or to a resident and needs someone, or try it again.
    Deliveries {
        /// Try one request again, once the cause is mended.
        #[arg(long, value_name = "REQUEST", conflicts_with = "resume_all")]
        resume: Option<String>,
        /// Try everything that stopped again.
        #[arg(long)]
        resume_all: bool,
    },
    /// List requests whose holder wants to be told of what happens and cannot be reached: call them.
    OutOfReach,
    /// Read a message that a mail server sent back (standard input), so that another way is tried.
    Bounce,
    /// List where people stumbled in the last four weeks: pages on which drafts were left, questions answered wrong, words
    /// searched for in vain.
    Irritants,
    /// Check that no line of the journal is missing or changed.
    Journal,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match start(&arguments) {
        Ok(code) => code,
        Err(error) => {
            run::say_error(&format!("{error:#}"));
            ExitCode::FAILURE
        }
    }
}

fn start(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let config = match &arguments.config {
        Some(file) => Config::from_file(file)?,
        None => Config::load(Path::new("parvis.toml"))?,
    };
    let runtime = || {
        tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build()
            .context("no threads for the server")
    };
    match &arguments.command {
        Command::Check => Ok(run::check(&config)),
        Command::Serve => {
            run::log();
            runtime()?.block_on(run::serve(config))?;
            Ok(ExitCode::SUCCESS)
        }
        Command::Deliveries { resume, resume_all } => {
            let stops = match resume {
                Some(request) => Stops::Resume(request.clone()),
                None if *resume_all => Stops::ResumeAll,
                None => Stops::List,
            };
            runtime()?.block_on(operators::deliveries(&config, &SystemClock, stops))
        }
        Command::OutOfReach => {
            runtime()?.block_on(operators::out_of_reach(&config, Arc::new(SystemRandomness)))
        }
        Command::Bounce => runtime()?.block_on(operators::bounce(
            &config,
            &SystemClock,
            Arc::new(SystemRandomness),
            std::io::stdin().lock(),
        )),
        Command::Irritants => runtime()?.block_on(operators::irritants(&config, &SystemClock)),
        Command::Journal => runtime()?.block_on(operators::check_journal(&config)),
    }
}
