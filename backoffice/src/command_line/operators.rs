//! What operators and integrators do: serve, check, purge, keys, the contract and its kit.

use std::{process::ExitCode, sync::Arc};

use anyhow::Context;
use backoffice::{
    api::openapi as contract,
    conformance::{self, Options, Remote},
    ports::{SystemClock, SystemRandomness},
    reference::Keys,
};

use super::{
    arguments::{Conformance, Place, Serve},
    office, output, serving,
    webhooks::Bell,
};

pub(super) async fn serve(place: &Place, serve: &Serve) -> anyhow::Result<ExitCode> {
    let clients = serving::clients(serve)?;
    let office = office::open(place).await?;
    let kept = office.clone();
    let purging = serving::purge_for_ever(move || {
        let office = kept.clone();
        async move { office.purge().await }
    });
    let bell = Bell::new(&serve.webhook)?;
    let told = office.clone();
    let beside = async move {
        let offering = serving::offer_for_ever(told.clone());
        tokio::join!(purging, offering, Bell::ring_for_ever(bell, told));
    };
    serving::serve(serve, office.router(clients), beside).await
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
        agents_token: asked.agents_token.clone(),
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
