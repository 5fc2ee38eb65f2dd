//! `parvis-backoffice`: the command line of the service's agents and of operators.

mod command_line;

use std::process::ExitCode;

use clap::Parser;
use mimalloc::MiMalloc;

use command_line::{Arguments, output, run};

/// Each request allocates its words, rows and answers: with the C library's allocator, up to a third of its time.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

#[tokio::main]
async fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_env_filter(tracing_subscriber::EnvFilter::from_default_env())
        .with_writer(std::io::stderr)
        .init();
    match run(Arguments::parse()).await {
        Ok(code) => code,
        Err(error) => output::failure(&error),
    }
}
