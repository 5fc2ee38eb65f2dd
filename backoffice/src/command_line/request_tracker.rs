//! The connector to Request Tracker: serve the contract in front of it, check its settings against it.

use std::{path::Path, process::ExitCode, time::Duration};

use anyhow::Context;
use backoffice::connectors::{
    Transport,
    request_tracker::{AGENT, Fault, Limits, RequestTracker, Settings, TrackerParts},
};

use super::{
    arguments::{Place, ServeRequestTracker},
    office, output, serving,
    webhooks::Bell,
};

pub(super) async fn serve(place: &Place, asked: &ServeRequestTracker) -> anyhow::Result<ExitCode> {
    let clients = serving::clients(&asked.serve)?;
    let (tracker, every) = open(place, &asked.settings).await?;
    match tracker.check().await {
        Ok(()) => {}
        // It may be starting too: requests wait in the portal until it answers.
        Err(fault @ (Fault::Broken(_) | Fault::Failed(_))) => {
            tracing::warn!(%fault, "Request Tracker could not be checked at start");
        }
        Err(fault) => return Err(fault.into()),
    }
    let bell = Bell::new(&asked.serve.webhook)?;
    let (polled, kept, told) = (tracker.clone(), tracker.clone(), tracker.clone());
    let beside = async move {
        tokio::join!(
            poll_for_ever(polled, every),
            serving::purge_for_ever(|| kept.purge()),
            Bell::ring_for_ever(bell, told)
        );
    };
    serving::serve(&asked.serve, tracker.router(clients), beside).await
}

pub(super) async fn check(place: &Place, settings: &Path) -> anyhow::Result<ExitCode> {
    let (tracker, _) = open(place, settings).await?;
    tracker.check().await?;
    output::line("Request Tracker answers, and its queues hold our custom field.")?;
    Ok(ExitCode::SUCCESS)
}

async fn open(place: &Place, file: &Path) -> anyhow::Result<(RequestTracker, Duration)> {
    let settings =
        Settings::read(file).with_context(|| format!("the settings {}", file.display()))?;
    let every = settings.every;
    let parts = TrackerParts {
        record: office::parts(place).await?,
        transport: Transport::http(&settings.url, AGENT).context("`url`")?,
        settings,
        limits: Limits::default(),
    };
    let tracker = RequestTracker::open(parts).await;
    Ok((tracker.context("cannot open the connector")?, every))
}

async fn poll_for_ever(tracker: RequestTracker, every: Duration) {
    loop {
        match tracker.round().await {
            Ok(round) if round.failed > 0 => {
                tracing::warn!(?round, "some tickets were not followed")
            }
            Ok(round) => tracing::debug!(?round, "tickets were followed"),
            Err(error) => tracing::warn!(%error, "Request Tracker was not followed"),
        }
        tokio::time::sleep(every).await;
    }
}
