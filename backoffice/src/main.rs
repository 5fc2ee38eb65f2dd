//! `parvis-backoffice`: the command line of the service's agents and of operators.

mod command_line;

use std::process::ExitCode;

use clap::Parser;

use command_line::{Arguments, output, run};

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
