//! Command line of the portal: `serve` and `check`.

use std::{path::PathBuf, process::ExitCode};

use anyhow::Context;
use clap::{Parser, Subcommand};
use server::{config::Config, run};

/// The Parvis portal: residents do their procedures here.
#[derive(Debug, Parser)]
#[command(name = "parvis", version, about)]
struct Arguments {
    /// Configuration file. Environment variables (PARVIS_LISTEN, PARVIS_BACKOFFICE__URL …) go before it.
    #[arg(
        long,
        env = "PARVIS_CONFIG",
        default_value = "parvis.toml",
        global = true
    )]
    config: PathBuf,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the portal until SIGTERM or Ctrl-C.
    Serve,
    /// Check the configuration and the catalogue; every defect with its file, line and reason.
    Check,
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
    let config = Config::load(&arguments.config)?;
    match arguments.command {
        Command::Check => Ok(run::check(&config)),
        Command::Serve => {
            run::log();
            let runtime = tokio::runtime::Builder::new_multi_thread()
                .enable_all()
                .build()
                .context("no threads for the server")?;
            runtime.block_on(run::serve(config))?;
            Ok(ExitCode::SUCCESS)
        }
    }
}
