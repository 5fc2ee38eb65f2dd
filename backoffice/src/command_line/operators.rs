//! What operators and integrators do: serve, check, purge, keys, the contract and its kit.

use std::{fs, process::ExitCode, sync::Arc, time::Duration};

use anyhow::{Context, bail};
use backoffice::{
    api::{authentication::ClientToken, openapi as contract},
    conformance::{self, Options, Remote},
    ports::{SystemClock, SystemRandomness},
    reference::{Keys, Reference},
};

use super::{
    arguments::{Conformance, Place, Serve},
    office, output,
    webhooks::Bell,
};

/// Between two purges.
const PURGE_EVERY: Duration = Duration::from_secs(3600);
/// Fewer characters could be guessed.
const SHORTEST_TOKEN: usize = 32;

pub(super) async fn serve(place: &Place, serve: &Serve) -> anyhow::Result<ExitCode> {
    let token = fs::read_to_string(&serve.token_file)
        .with_context(|| format!("cannot read the token file {}", serve.token_file.display()))?;
    let token = token.trim();
    if token.len() < SHORTEST_TOKEN {
        bail!("the token must have {SHORTEST_TOKEN} characters at least");
    }
    let office = office::open(place).await?;
    let listener = tokio::net::TcpListener::bind(serve.listen)
        .await
        .with_context(|| format!("cannot listen on {}", serve.listen))?;
    output::line(format_args!(
        "The back office answers on http://{}/v1",
        listener.local_addr()?
    ))?;
    let purging = tokio::spawn(purge_for_ever(office.clone()));
    let bell = Bell::new(&serve.webhook)?;
    let ringing = bell.map(|bell| tokio::spawn(bell.ring_for_ever(office.clone())));
    axum::serve(listener, office.router(ClientToken::new(token)))
        .with_graceful_shutdown(stopped())
        .await?;
    purging.abort();
    if let Some(ringing) = ringing {
        ringing.abort();
    }
    Ok(ExitCode::SUCCESS)
}

async fn purge_for_ever(office: Reference) {
    loop {
        match office.purge().await {
            Ok(purged) => tracing::info!(?purged, "what was kept long enough is deleted"),
            Err(error) => tracing::error!(%error, "the purge failed; it will be tried again"),
        }
        tokio::time::sleep(PURGE_EVERY).await;
    }
}

/// Ends at the first sign that asks to stop: the keyboard's or the service manager's.
async fn stopped() {
    let keyboard = tokio::signal::ctrl_c();
    let manager = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = keyboard => {}
        () = manager => {}
    }
}

pub(super) fn check(place: &Place) -> anyhow::Result<ExitCode> {
    match backoffice::catalogue::Catalogue::load(&place.catalogue) {
        Ok(catalogue) => {
            let (procedures, places) = (catalogue.procedures.len(), catalogue.places.len());
            output::line(format_args!(
                "{procedures} procedures, {places} places, no defect"
            ))?;
            Ok(ExitCode::SUCCESS)
        }
        Err(defects) => {
            for defect in &defects {
                output::line(defect)?;
            }
            output::line(format_args!("{} defects", defects.len()))?;
            Ok(ExitCode::FAILURE)
        }
    }
}

pub(super) async fn purge(place: &Place) -> anyhow::Result<ExitCode> {
    let purged = office::open(place).await?.purge().await?;
    let (requests, files, calls) = (purged.requests, purged.files, purged.calls);
    output::line(format_args!(
        "deleted: {requests} requests, {files} files, {calls} records of calls"
    ))?;
    Ok(ExitCode::SUCCESS)
}

/// Never replaces a key: what it sealed could not be read any more.
pub(super) fn new_key(place: &Place) -> anyhow::Result<ExitCode> {
    let file = place.key_file();
    Keys::create(&file, &SystemRandomness)
        .with_context(|| format!("cannot make {}: is there a key already?", file.display()))?;
    output::line(format_args!(
        "{} holds a new key: keep a copy apart from the data",
        file.display()
    ))?;
    Ok(ExitCode::SUCCESS)
}

pub(super) fn openapi() -> anyhow::Result<ExitCode> {
    let yaml = contract::yaml().map_err(|error| anyhow::anyhow!("{error}"))?;
    output::line(yaml.trim_end())?;
    Ok(ExitCode::SUCCESS)
}

pub(super) async fn conformance(asked: &Conformance) -> anyhow::Result<ExitCode> {
    let target = Remote::new(&asked.url)?;
    let options = Options {
        token: asked.token.clone(),
        procedure: asked.procedure.clone(),
        walk: asked.walk,
        clock: Arc::new(SystemClock),
        randomness: Arc::new(SystemRandomness),
    };
    let report = conformance::run(target, options).await;
    output::line(&report)?;
    Ok(if report.conforms() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
