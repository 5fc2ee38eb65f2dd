//! Opens the office that the arguments point at.

use std::{fs, path::Path, sync::Arc};

use anyhow::Context;
use backoffice::{
    catalogue::Catalogue,
    ports::{SystemClock, SystemRandomness},
    reference::{Keys, MAX_UPLOAD_BYTES, Parts, Reference},
};
use database::Database;
use object_store::local::LocalFileSystem;

use super::arguments::Place;

/// The office, ready for use.
pub(super) async fn open(place: &Place) -> anyhow::Result<Reference> {
    Reference::open(parts(place).await?)
        .await
        .context("cannot open the office")
}

/// What an office, or the record of a connector, is made of.
pub(super) async fn parts(place: &Place) -> anyhow::Result<Parts> {
    let key_file = place.key_file();
    let keys = Keys::load(&key_file)
        .with_context(|| format!("the key file {} (`new-key` makes one)", key_file.display()))?;
    let catalogue = catalogue(&place.catalogue)?;
    let files = place.files();
    fs::create_dir_all(&files)
        .with_context(|| format!("cannot make the folder {}", files.display()))?;
    let objects = LocalFileSystem::new_with_prefix(&files)
        .context("cannot use the folder of files")?
        .with_fsync(true);
    let database = Database::open(&place.database())
        .await
        .context("cannot open the database")?;
    Ok(Parts {
        database,
        objects: Arc::new(objects),
        catalogue: Arc::new(catalogue),
        keys,
        clock: Arc::new(SystemClock),
        randomness: Arc::new(SystemRandomness),
        max_upload_bytes: MAX_UPLOAD_BYTES,
    })
}

/// The catalogue, or all its defects.
pub(super) fn catalogue(folder: &Path) -> anyhow::Result<Catalogue> {
    Catalogue::load(folder).map_err(|defects| {
        let told: Vec<String> = defects.iter().map(ToString::to_string).collect();
        anyhow::anyhow!(
            "the catalogue has {} defects:\n{}",
            told.len(),
            told.join("\n")
        )
    })
}
