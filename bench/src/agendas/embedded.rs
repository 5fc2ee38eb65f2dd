//! Bookings as fast as an office takes them that is embedded in a program, as the portal holds its own by default: every
//! check, encryption and durable commit, without sockets.

use std::{path::Path, sync::Arc, time::Duration};

use anyhow::{Context, ensure};
use backoffice::{
    api::authentication::{ClientToken, Clients},
    catalogue::Catalogue,
    ports::{SystemClock, SystemRandomness},
    reference::{Keys, MAX_UPLOAD_BYTES, Parts, Reference},
};
use database::Database;
use object_store::memory::InMemory;

use super::{
    Extent, Place,
    bookings::book,
    caller::{Door, TOKEN},
    wanted::wanted,
};
use crate::{rounds, stopwatch::Stopwatch, table::Table, tracking::Stored};

/// Targets (the budgets of architecture.md).
const ON_SQLITE: f64 = 2_000.0;
const ON_POSTGRESQL: f64 = 5_000.0;

pub(super) async fn measure(
    place: Place<'_>,
    folder: &Path,
    extent: Extent,
    table: &mut Table,
) -> anyhow::Result<()> {
    let name = format!("embedded_{}", std::process::id());
    let store = Stored::empty(place.program, place.cluster, &name).await?;
    std::fs::create_dir_all(store.folder())?;
    let (url, folder) = (store.back_office_url(), folder.to_owned());
    // The bench itself runs on one thread; an office on as many as there are cores.
    let measured = tokio::task::spawn_blocking(move || {
        tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build()?
            .block_on(rate(&url, &folder, extent.time))
    });
    let rate = measured.await.context("the measure stopped")??;
    let target = match place.cluster {
        Some(_) => ON_POSTGRESQL,
        None => ON_SQLITE,
    };
    let what = format!(
        "Bookings a second (a hold, then a request), in one program, on {}",
        place.engine
    );
    table.at_least(what, rate, target, "/s", 0);
    store.remove().await
}

/// Bookings a second, after a warm-up half as long.
async fn rate(url: &str, folder: &Path, time: Duration) -> anyhow::Result<f64> {
    let catalogue = Catalogue::load(folder)
        .map_err(|defects| anyhow::anyhow!("the catalogue has {} defects", defects.len()))?;
    let database = Database::open(url).await?;
    let office = Reference::open(Parts {
        database: database.clone(),
        objects: Arc::new(InMemory::new()),
        catalogue: Arc::new(catalogue),
        keys: Keys::new([7; 32]),
        clock: Arc::new(SystemClock),
        randomness: Arc::new(SystemRandomness),
        max_upload_bytes: MAX_UPLOAD_BYTES,
    })
    .await?;
    let door = Door::Program(office.router(Clients::from(ClientToken::new(TOKEN))));
    let wanted = Arc::new(wanted(&door).await?);
    book(&door, &wanted, time / 2).await?;
    let watch = Stopwatch::start();
    let done = book(&door, &wanted, time).await?;
    let elapsed = watch.elapsed();
    let count = u64::try_from(done.booked.len())?;
    let sql = "SELECT COUNT(*) AS n FROM backoffice_appointments WHERE status = 'confirmed'";
    let kept = database
        .fetch_optional(sql, &[])
        .await?
        .context("no count")?;
    ensure!(
        u64::try_from(kept.int("n")?)? >= count,
        "confirmed appointments are missing"
    );
    database.close().await;
    Ok(rounds::count(count) / elapsed.as_secs_f64())
}
