//! From a configuration to a running portal, and back to a clean stop.

use std::{
    io::Write as _, net::SocketAddr, os::unix::fs::DirBuilderExt, path::Path, process::ExitCode,
    sync::Arc,
};

use anyhow::Context;
use axum::Router;
use backoffice::{
    api::authentication::ClientToken,
    catalogue::Catalogue,
    ports::{Clock, Randomness, SystemClock, SystemRandomness},
    reference::{self, Reference},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use database::Database;
use object_store::{ObjectStore, local::LocalFileSystem};
use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
};
use tokio_util::sync::CancellationToken;
use tracing_subscriber::EnvFilter;

use crate::{
    config::{BackOfficeConfig, Config},
    contract::{Client, Transport},
    http::{self, Site, State, Webhooks, operations, portal},
    notices::{Gateway, Mailer},
    portal::{Desk, DeskParts},
    secrets::{Keys, master_key},
    worker::{Pace, Worker},
};

/// Structured logs on standard output; `RUST_LOG` chooses what.
pub fn log() {
    let asked = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt()
        .json()
        .with_env_filter(log_filter(asked))
        .with_current_span(false)
        .init();
    // The payload of a panic may hold what a person typed: only its place is logged.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic
            .location()
            .map(ToString::to_string)
            .unwrap_or_default();
        tracing::error!(place, "panic");
    }));
}

/// What may be logged of what an operator asks for: a library that writes whole addresses, which may hold
/// what a person typed, stays silent below warnings.
#[must_use]
pub fn log_filter(asked: EnvFilter) -> EnvFilter {
    match "tower_http::csrf=warn".parse() {
        Ok(directive) => asked.add_directive(directive),
        Err(_) => asked,
    }
}

/// Says something to the person at the terminal.
pub fn say_error(message: &str) {
    // Nobody to tell when standard error is closed.
    let _ = writeln!(std::io::stderr(), "parvis: {message}");
}

/// Gives an operator what they asked for.
pub(crate) fn say(message: &str) {
    let _ = writeln!(std::io::stdout(), "{message}");
}

/// Checks the catalogue of the configuration; the configuration itself is already read.
#[must_use]
pub fn check(config: &Config) -> ExitCode {
    if let Err(error) = Site::read(&config.site) {
        say_error(&error.to_string());
        return ExitCode::FAILURE;
    }
    if let Some(sms) = &config.sms
        && let Err(error) = token("sms.token_file", &sms.token_file)
    {
        say_error(&format!("{error:#}"));
        return ExitCode::FAILURE;
    }
    match &config.backoffice {
        BackOfficeConfig::Remote {
            url, token_file, ..
        } => {
            if let Err(error) = token("backoffice.token_file", token_file) {
                say_error(&format!("{error:#}"));
                return ExitCode::FAILURE;
            }
            say(&format!(
                "Configuration in order. The catalogue belongs to {url}."
            ));
            ExitCode::SUCCESS
        }
        BackOfficeConfig::Embedded { catalogue, .. } => match Catalogue::load(catalogue) {
            Ok(loaded) => {
                let count = loaded.procedures.len();
                say(&format!(
                    "Configuration and catalogue in order: {count} procedures."
                ));
                ExitCode::SUCCESS
            }
            Err(defects) => {
                for defect in &defects {
                    say_error(&defect.to_string());
                }
                ExitCode::FAILURE
            }
        },
    }
}

/// Serves until SIGTERM or Ctrl-C, then finishes what is under way.
///
/// # Errors
/// What prevents the portal from starting.
pub async fn serve(config: Config) -> anyhow::Result<()> {
    let config = Arc::new(config);
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let randomness: Arc<dyn Randomness> = Arc::new(SystemRandomness);
    let stop = CancellationToken::new();
    stop_on_signal(stop.clone())?;

    private_folder(&config.data)?;
    // First: what is counted before would be lost.
    let metrics = metrics_exporter_prometheus::PrometheusBuilder::new()
        .install_recorder()
        .context("metrics cannot be recorded")?;
    let site = Site::read(&config.site)?;
    let (backoffice, office) = back_office(&config, &clock, &randomness).await?;
    let desk = desk(&config, backoffice, &clock, &randomness).await?;
    let worker = Worker::new(desk.clone(), Pace::default(), stop.clone());
    // The catalogue is asked for before the first visitor; without an answer the last good copy serves.
    if let Err(error) = worker.refresh_catalogue().await {
        tracing::warn!(%error, "the catalogue could not be read at start");
    }
    let jobs = tokio::spawn(async move { worker.run().await });
    let keeper = office.map(|office| tokio::spawn(keep(office, stop.clone())));

    let inner = listen(config.operations).await?;
    let inner = axum::serve(inner, operations(desk.clone(), metrics))
        .with_graceful_shutdown(stop.clone().cancelled_owned());
    let inner = tokio::spawn(async move { inner.await });

    let listener = listen(config.listen).await?;
    let state = State::new(desk, site, Arc::clone(&config), clock).hearing(webhooks(&config)?);
    let pace = tokio::spawn(http::keep_pace(state.clone(), stop.clone()));
    let router = portal(state, randomness);
    say(&format!(
        "Parvis is open: {}/fr\nHealth and metrics: http://{}\nData, files and mail: {}",
        config.public_url,
        config.operations,
        config.data.display()
    ));
    http::serve(listener, router, stop.clone()).await;
    let _ = pace.await;
    let _ = jobs.await;
    let _ = inner.await;
    if let Some(keeper) = keeper {
        let _ = keeper.await;
    }
    Ok(())
}

/// A folder that only the portal's own user may enter.
fn private_folder(folder: &Path) -> anyhow::Result<()> {
    std::fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .with_context(|| format!("the folder {} cannot be created", folder.display()))
}

async fn listen(address: SocketAddr) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address)
        .await
        .with_context(|| format!("{address} cannot be listened on"))
}

fn objects(config: &Config, folder: &str) -> anyhow::Result<Arc<dyn ObjectStore>> {
    let folder = config.data.join(folder);
    private_folder(&folder)?;
    // Without fsync, a file that a person was told is kept could vanish at a power cut.
    Ok(Arc::new(
        LocalFileSystem::new_with_prefix(folder)?.with_fsync(true),
    ))
}

fn token(key: &str, file: &Path) -> anyhow::Result<String> {
    let token = std::fs::read_to_string(file).with_context(|| {
        format!(
            "configuration: the file {} of `{key}` cannot be read",
            file.display()
        )
    })?;
    Ok(token.trim().to_owned())
}

async fn back_office(
    config: &Config,
    clock: &Arc<dyn Clock>,
    randomness: &Arc<dyn Randomness>,
) -> anyhow::Result<(Client, Option<Reference>)> {
    let client =
        |transport, token| Client::new(transport, token, Arc::clone(clock), Arc::clone(randomness));
    match &config.backoffice {
        BackOfficeConfig::Remote {
            url, token_file, ..
        } => Ok((
            client(
                Transport::http(url)?,
                token("backoffice.token_file", token_file)?,
            ),
            None,
        )),
        BackOfficeConfig::Embedded {
            catalogue,
            database,
        } => {
            let catalogue = Catalogue::load(catalogue).map_err(|defects| {
                let lines: Vec<String> = defects.iter().map(ToString::to_string).collect();
                anyhow::anyhow!("the catalogue has defects:\n{}", lines.join("\n"))
            })?;
            let office = Reference::open(reference::Parts {
                database: Database::open(database).await?,
                objects: objects(config, "backoffice-files")?,
                catalogue: Arc::new(catalogue),
                keys: reference::Keys::new(master_key(
                    &config.data.join("backoffice.key"),
                    randomness.as_ref(),
                )?),
                clock: Arc::clone(clock),
                randomness: Arc::clone(randomness),
                max_upload_bytes: reference::MAX_UPLOAD_BYTES,
            })
            .await?;
            let mut bytes = [0; 32];
            randomness.fill(&mut bytes);
            let token = URL_SAFE_NO_PAD.encode(bytes);
            let router: Router = office.router(ClientToken::new(&token));
            Ok((client(Transport::InProcess(router), token), Some(office)))
        }
    }
}

async fn desk(
    config: &Config,
    backoffice: Client,
    clock: &Arc<dyn Clock>,
    randomness: &Arc<dyn Randomness>,
) -> anyhow::Result<Desk> {
    let letters = config.data.join("mail");
    let mailer = match &config.mail.smtp {
        Some(server) => Mailer::smtp(server, letters, &config.mail.from)?,
        None => Mailer::folder(letters, &config.mail.from)?,
    };
    let mailer = match &config.mail.bounces {
        Some(bounces) => mailer.with_bounces(bounces)?,
        None => mailer,
    };
    Ok(Desk::open(DeskParts {
        database: Database::open(&config.database).await?,
        objects: objects(config, "files")?,
        keys: Keys::load_or_create(&config.data.join("portal.key"), randomness.as_ref())?,
        clock: Arc::clone(clock),
        randomness: Arc::clone(randomness),
        backoffice,
        mailer,
        gateway: gateway(config)?,
        authority: Arc::clone(&config.authority),
        zone: config.zone.clone(),
        rules: config.rules,
        manners: config.manners,
        watch: config.watch.clone(),
    })
    .await?)
}

fn gateway(config: &Config) -> anyhow::Result<Option<Gateway>> {
    let Some(sms) = &config.sms else {
        return Ok(None);
    };
    let token = token("sms.token_file", &sms.token_file)?;
    Ok(Some(Gateway::new(&sms.url, token, sms.per_day)?))
}

fn webhooks(config: &Config) -> anyhow::Result<Webhooks> {
    match &config.backoffice {
        BackOfficeConfig::Remote {
            webhook_secret_file: Some(file),
            ..
        } => Ok(Webhooks::new(&token(
            "backoffice.webhook_secret_file",
            file,
        )?)),
        _ => Ok(Webhooks::default()),
    }
}

/// Housekeeping of the embedded back office.
async fn keep(office: Reference, stop: CancellationToken) {
    let mut hourly = tokio::time::interval(std::time::Duration::from_secs(3600));
    let mut by_the_minute = tokio::time::interval(std::time::Duration::from_secs(60));
    loop {
        tokio::select! {
            () = stop.cancelled() => return,
            _ = by_the_minute.tick() => {
                if let Err(error) = office.offer_times().await {
                    tracing::error!(%error, "free times could not be offered to those who wait");
                }
            }
            _ = hourly.tick() => {
                if let Err(error) = office.purge().await {
                    tracing::error!(%error, "the back office could not purge");
                }
            }
        }
    }
}

/// Listens for SIGTERM and Ctrl-C from now on, so that one that comes while the portal starts stops it in
/// order too.
fn stop_on_signal(stop: CancellationToken) -> anyhow::Result<()> {
    let heard = "signals of the system cannot be heard";
    let mut terminate = signal(SignalKind::terminate()).context(heard)?;
    let mut interrupt = signal(SignalKind::interrupt()).context(heard)?;
    tokio::spawn(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        stop.cancel();
        // Whoever asks again does not want to wait; nothing that was told is lost by it.
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        std::process::exit(1);
    });
    Ok(())
}
