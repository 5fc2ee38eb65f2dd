//! What may be typed after `parvis-backoffice`, and the variables that stand in for it.

use std::{net::SocketAddr, path::PathBuf};

use clap::{Args, Parser, Subcommand};
use domain::request::Status;

use super::{
    acts::{Close, Move, Take, Write},
    agenda::Agenda,
    asks::{Accept, Ask, Extend, Refuse},
    hearing::Hear,
    opinions::Opinions,
};

/// The Parvis reference back office: requests, files, catalogue.
#[derive(Debug, Parser)]
#[command(name = "parvis-backoffice", version, about)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(super) place: Place,
    #[command(subcommand)]
    pub(super) command: Command,
}

/// Where the office keeps its things: the same variables and folders as the portal that embeds it.
#[derive(Debug, Args)]
pub(super) struct Place {
    /// Folder of what the office keeps
    #[arg(long, global = true, env = "PARVIS_DATA", default_value = "data")]
    data: PathBuf,
    /// sqlite:/folder/file.db or postgres://user@host/name; backoffice.db in the data folder when absent
    #[arg(long, global = true, env = "PARVIS_BACKOFFICE__DATABASE")]
    database: Option<String>,
    /// Folder of the attached files, encrypted; backoffice-files in the data folder when absent
    #[arg(long, global = true)]
    files: Option<PathBuf>,
    /// Folder of the catalogue
    #[arg(
        long,
        global = true,
        env = "PARVIS_BACKOFFICE__CATALOGUE",
        default_value = "backoffice/catalogue"
    )]
    pub(super) catalogue: PathBuf,
    /// File of 32 random bytes that encrypts answers and files, made by `new-key`; backoffice.key in the
    /// data folder when absent
    #[arg(long, global = true)]
    key_file: Option<PathBuf>,
}

impl Place {
    /// Address of the database.
    pub(super) fn database(&self) -> String {
        let beside = || format!("sqlite:{}", self.data.join("backoffice.db").display());
        self.database.clone().unwrap_or_else(beside)
    }

    /// Folder of the attached files.
    pub(super) fn files(&self) -> PathBuf {
        self.files
            .clone()
            .unwrap_or_else(|| self.data.join("backoffice-files"))
    }

    /// The key file.
    pub(super) fn key_file(&self) -> PathBuf {
        self.key_file
            .clone()
            .unwrap_or_else(|| self.data.join("backoffice.key"))
    }
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Serve the contract over HTTP, behind a reverse proxy that encrypts
    Serve(Serve),
    /// Serve the contract over HTTP in front of Request Tracker
    ServeRequestTracker(ServeRequestTracker),
    /// Check the settings of the connector against Request Tracker
    CheckRequestTracker(CheckRequestTracker),
    /// List requests, the oldest first
    List(List),
    /// Show one request with its answers, history and files
    Show(Number),
    /// Save an attached file
    Save(Save),
    /// Take charge of a request
    Take(Take),
    /// Move a request to another status
    Status(Move),
    /// Write to the resident
    Write(Write),
    /// Ask the resident to correct answers or to give documents
    Ask(Ask),
    /// Accept a document that was given
    Accept(Accept),
    /// Refuse a document that was given: another one is expected
    Refuse(Refuse),
    /// Give the resident more time, or refuse it
    Extend(Extend),
    /// Decide and close a request
    Close(Close),
    /// Read what people said of how it went, the latest first; tag it, publish it or withhold it
    Opinions(Opinions),
    /// Write down how it went for someone on the phone or at a counter
    Hear(Hear),
    /// See and change agendas, and say what became of appointments
    #[command(subcommand)]
    Agenda(Agenda),
    /// Check the catalogue and tell every defect with its line
    Check,
    /// Delete what has been kept long enough
    Purge,
    /// Make the key file
    NewKey,
    /// Print the contract (OpenAPI 3.1)
    Openapi,
    /// Run the conformance kit against a back office made for tests
    Conformance(Conformance),
}

#[derive(Debug, Args)]
pub(super) struct Serve {
    /// Address and port to listen on
    #[arg(long, default_value = "127.0.0.1:3100")]
    pub(super) listen: SocketAddr,
    /// File of the token that the portal sends
    #[arg(long, env = "PARVIS_BACKOFFICE__TOKEN_FILE")]
    pub(super) token_file: PathBuf,
    /// File of the token that tools of agents send to read and sort what people wrote; without it there are none
    #[arg(long, env = "BACKOFFICE_AGENTS_TOKEN_FILE")]
    pub(super) agents_token_file: Option<PathBuf>,
    #[command(flatten)]
    pub(super) webhook: Webhook,
}

#[derive(Debug, Args)]
pub(super) struct Webhook {
    /// Address to tell of each change, such as https://demarches.example.fr/webhooks/back-office
    #[arg(long, requires = "webhook_secret_file")]
    pub(super) webhook_url: Option<String>,
    /// File of the secret that signs what is told
    #[arg(long, requires = "webhook_url")]
    pub(super) webhook_secret_file: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct ServeRequestTracker {
    #[command(flatten)]
    pub(super) serve: Serve,
    /// Settings of the connector (TOML)
    #[arg(long)]
    pub(super) settings: PathBuf,
}

#[derive(Debug, Args)]
pub(super) struct CheckRequestTracker {
    /// Settings of the connector (TOML)
    #[arg(long)]
    pub(super) settings: PathBuf,
}

#[derive(Debug, Args)]
pub(super) struct List {
    /// Only in this status: submitted, in_review, info_requested …
    #[arg(long, value_parser = status)]
    pub(super) status: Option<Status>,
    /// Only of this procedure
    #[arg(long)]
    pub(super) procedure: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Number {
    /// Number of the request: 2026-000123
    pub(super) number: String,
}

#[derive(Debug, Args)]
pub(super) struct Save {
    /// Identifier of the file, as `show` prints it
    pub(super) id: String,
    /// Where to write it; nothing is overwritten
    #[arg(long)]
    pub(super) to: PathBuf,
}

#[derive(Debug, Args)]
pub(super) struct Conformance {
    /// Address of the back office
    #[arg(long)]
    pub(super) url: String,
    /// Its client token
    #[arg(long, env = "BACKOFFICE_TOKEN")]
    pub(super) token: String,
    /// The token of agents' tools, when it offers `opinions`
    #[arg(long, env = "BACKOFFICE_AGENTS_TOKEN")]
    pub(super) agents_token: Option<String>,
    /// Procedure to fill in; the first one when absent
    #[arg(long)]
    pub(super) procedure: Option<String>,
    /// Requests created for the walk through pages
    #[arg(long, default_value_t = 250)]
    pub(super) walk: usize,
}

pub(super) fn status(name: &str) -> Result<Status, String> {
    match Status::from_name(name) {
        Status::Other => {
            let known: Vec<_> = Status::ALL.iter().map(|status| status.name()).collect();
            Err(format!("one of {}", known.join(", ")))
        }
        status => Ok(status),
    }
}
