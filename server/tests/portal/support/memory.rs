//! What a town leaves behind: others go on from there, as often as one likes.

use std::path::Path;

use backoffice::ports::Clock;
use tempfile::TempDir;

use super::{
    Resident, Town,
    town::{Beginning, MANY, databases},
};

/// A town at a moment of its life.
pub(crate) struct Memory {
    beginning: Beginning,
    folder: TempDir,
}

impl Memory {
    /// The end of a town.
    pub(crate) async fn of(town: Town) -> Self {
        town.database.close().await;
        town.kept.0.close().await;
        let beginning = Beginning {
            now: town.clock.now(),
            randomness: town.randomness,
            catalogue: town.catalogue,
            objects: town.kept.1,
            people_a_second: MANY,
        };
        Self {
            beginning,
            folder: town.folder,
        }
    }

    /// A town that goes on from there.
    pub(crate) async fn town(&self) -> Town {
        let folder = TempDir::new().unwrap();
        copy(self.folder.path(), folder.path());
        let [portal, office] = databases(&folder).await;
        let town = Town::from(&self.beginning, folder, portal, office).await;
        town.with_catalogue().await
    }
}

impl Resident {
    /// The same person, with the same cookie, in a town that remembers them.
    pub(crate) fn moved_to(&self, town: &Town) -> Self {
        let moved = Self::new(town.router.clone(), self.locale, self.address);
        moved
            .cookie
            .lock()
            .unwrap()
            .clone_from(&self.cookie.lock().unwrap());
        moved
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            std::fs::create_dir(&target).unwrap();
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}
