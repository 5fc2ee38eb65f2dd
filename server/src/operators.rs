//! Commands of the portal for those who run it: what stopped on its way, and whether the journal is whole. They
//! work beside a portal that runs, on the same tables.

mod reach;
mod stumbling;

use std::process::ExitCode;

use anyhow::Context;
use backoffice::ports::Clock;
use database::Database;

pub use reach::{bounce, came_back, out_of_reach};
pub use stumbling::irritants;

use crate::{
    config::Config,
    run::{say, say_error},
    store::{
        self, StoreError, journal,
        outbox::{self, Stopped},
        progress,
        submissions::DeliveryState,
    },
};

/// What an operator does about what stopped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stops {
    /// Reads the list.
    List,
    /// Tries one request again.
    Resume(String),
    /// Tries everything again.
    ResumeAll,
}

/// Lists deliveries and receipts that stopped, or tries them again.
///
/// # Errors
/// The database cannot be opened, or refuses.
pub async fn deliveries(
    config: &Config,
    clock: &dyn Clock,
    stops: Stops,
) -> anyhow::Result<ExitCode> {
    let database = open(config).await?;
    let stopped = outbox::stopped(&database).await?;
    let wanted = match stops {
        Stops::List => {
            list(&stopped);
            return Ok(ExitCode::SUCCESS);
        }
        Stops::Resume(id) => vec![id],
        Stops::ResumeAll => {
            let mut all: Vec<String> = stopped.into_iter().map(|row| row.subject).collect();
            all.sort();
            all.dedup();
            all
        }
    };
    let mut code = ExitCode::SUCCESS;
    for id in wanted {
        if resume(&database, &id, clock).await? {
            say(&format!("{id}: tried again from now on"));
        } else {
            say_error(&format!("{id}: nothing of it stopped"));
            code = ExitCode::FAILURE;
        }
    }
    Ok(code)
}

fn list(stopped: &[Stopped]) {
    if stopped.is_empty() {
        say("Nothing stopped.");
    }
    for row in stopped {
        say(&format!(
            "{}  {}  {}  {}",
            row.subject, row.topic, row.created_at, row.reason
        ));
    }
}

/// Tries again what stopped of a request; `false`: nothing did.
///
/// # Errors
/// The database refuses.
pub async fn resume(
    database: &Database,
    request: &str,
    clock: &dyn Clock,
) -> Result<bool, StoreError> {
    let (id, now) = (request.to_owned(), clock.now());
    let resumed = database.write(move |tx| {
        Box::pin(async move {
            let resumed = outbox::resume(tx, &id, now).await?;
            if resumed {
                progress::mark(tx, &id, DeliveryState::Accepted).await?;
            }
            Ok(resumed)
        })
    });
    resumed.await
}

/// Says whether each line of the journal follows from the one before.
///
/// # Errors
/// The database cannot be opened, or refuses.
pub async fn check_journal(config: &Config) -> anyhow::Result<ExitCode> {
    let database = open(config).await?;
    Ok(match journal::verify(&database).await? {
        Ok(lines) => {
            say(&format!("The journal is whole: {lines} lines."));
            ExitCode::SUCCESS
        }
        Err(broken) => {
            say_error(&format!(
                "the journal is broken at line {}: it was changed from outside, or comes from a damaged backup",
                broken.rank
            ));
            ExitCode::FAILURE
        }
    })
}

async fn open(config: &Config) -> anyhow::Result<Database> {
    let database = Database::open(&config.database).await?;
    store::migrate(&database)
        .await
        .context("the portal's tables cannot be read")?;
    Ok(database)
}
