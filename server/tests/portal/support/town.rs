//! A town: the portal and its embedded back office on SQLite, with a clock that a test moves.

use std::{
    net::IpAddr,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
};

use axum::Router;
use backoffice::{
    api::authentication::ClientToken,
    catalogue::Catalogue,
    ports::{
        Clock,
        testing::{CountedRandomness, HandClock},
    },
    reference::{self, MAX_UPLOAD_BYTES, Reference},
};
use database::Database;
use domain::{locale::Locale, procedure::Procedure};
use jiff::{SignedDuration, Timestamp};
use object_store::{local::LocalFileSystem, memory::InMemory};
use server::{
    config::Config,
    contract::{Client, Transport},
    http::{Site, State, Webhooks, portal},
    notices::{Gateway, Mailer},
    portal::{Desk, DeskParts},
    secrets::Keys,
    worker::{Pace, Worker},
};
use tempfile::TempDir;
use tokio_util::sync::CancellationToken;

use super::{
    Resident,
    door::{Death, Door},
};

/// What the back office signs its webhooks with.
pub(crate) const WEBHOOK_SECRET: &str = "a secret of the back office";

const TOKEN: &str = "a token that only the portal knows";

/// A portal, its worker and its back office.
pub(crate) struct Town {
    pub(crate) router: Router,
    pub(crate) worker: Worker,
    pub(crate) office: Reference,
    pub(crate) database: Database,
    pub(crate) clock: Arc<HandClock>,
    pub(crate) catalogue: Arc<Catalogue>,
    /// What the back office keeps, for the next one.
    pub(super) kept: (Database, Arc<InMemory>),
    door: Arc<Door>,
    addresses: AtomicU32,
    pub(super) randomness: Arc<CountedRandomness>,
    pub(super) folder: TempDir,
}

/// What a town begins with, besides what it keeps in files.
#[derive(Clone)]
pub(super) struct Beginning {
    pub(super) now: Timestamp,
    pub(super) randomness: Arc<CountedRandomness>,
    pub(super) catalogue: Arc<Catalogue>,
    pub(super) objects: Arc<InMemory>,
    pub(super) people_a_second: u16,
}

/// People whom a town lets in to the times each second: its clock stands still, and tests are not the rush.
pub(super) const MANY: u16 = 2_000;

/// The procedures and places of the sample commune.
fn catalogue() -> Catalogue {
    let folder = Path::new(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../backoffice/catalogue"
    ));
    Catalogue::load(folder).unwrap()
}

/// The settings of a town, in its folder; most have none.
const SETTINGS: &str = "parvis.toml";

impl Town {
    /// A town that opens on a Sunday morning, with its catalogue read.
    pub(crate) async fn open() -> Self {
        Self::without_catalogue().await.with_catalogue().await
    }

    /// A town that lets so many people in to the times each second.
    pub(crate) async fn open_for(people_a_second: u16) -> Self {
        let folder = TempDir::new().unwrap();
        let [portal, office] = databases(&folder).await;
        let town = Self::made_of(folder, portal, office, people_a_second).await;
        town.with_catalogue().await
    }

    /// The same on two databases of a test, of whatever engine.
    pub(crate) async fn open_on(portal: Database, office: Database) -> Self {
        let town = Self::made_of(TempDir::new().unwrap(), portal, office, MANY).await;
        town.with_catalogue().await
    }

    /// Another portal with a back office of its own, on the same databases, at the same moment. Files stay apart.
    pub(crate) async fn beside(&self) -> Self {
        let (office, objects) = self.kept.clone();
        let beginning = Beginning {
            now: self.clock.now(),
            randomness: self.randomness.clone(),
            catalogue: self.catalogue.clone(),
            objects,
            people_a_second: MANY,
        };
        let folder = TempDir::new().unwrap();
        std::fs::create_dir(folder.path().join("files")).unwrap();
        let town = Self::from(&beginning, folder, self.database.clone(), office).await;
        town.with_catalogue().await
    }

    /// The portal reads the catalogue and what its back office can do.
    pub(super) async fn with_catalogue(self) -> Self {
        self.worker.refresh_catalogue().await.unwrap();
        self.worker.refresh_office().await.unwrap();
        self
    }

    /// A town whose portal has never reached its back office.
    pub(crate) async fn without_catalogue() -> Self {
        let folder = TempDir::new().unwrap();
        let [portal, office] = databases(&folder).await;
        Self::made_of(folder, portal, office, MANY).await
    }

    /// A town whose back office offers something else.
    pub(crate) async fn offering(change: impl FnOnce(&mut Catalogue)) -> Self {
        let folder = TempDir::new().unwrap();
        let [portal, office] = databases(&folder).await;
        let mut catalogue = catalogue();
        change(&mut catalogue);
        let town = Self::with_offer(catalogue, folder, portal, office, MANY).await;
        town.with_catalogue().await
    }

    /// A town whose operator wrote these settings.
    pub(crate) async fn configured(settings: &str) -> Self {
        let folder = TempDir::new().unwrap();
        std::fs::write(folder.path().join(SETTINGS), settings).unwrap();
        let [portal, office] = databases(&folder).await;
        let town = Self::made_of(folder, portal, office, MANY).await;
        town.with_catalogue().await
    }

    async fn made_of(
        folder: TempDir,
        database: Database,
        office: Database,
        people_a_second: u16,
    ) -> Self {
        Self::with_offer(catalogue(), folder, database, office, people_a_second).await
    }

    async fn with_offer(
        catalogue: Catalogue,
        folder: TempDir,
        database: Database,
        office: Database,
        people_a_second: u16,
    ) -> Self {
        let beginning = Beginning {
            now: "2026-11-22T09:00:00Z".parse().unwrap(),
            randomness: Arc::default(),
            catalogue: Arc::new(catalogue),
            objects: Arc::new(InMemory::new()),
            people_a_second,
        };
        std::fs::create_dir(folder.path().join("files")).unwrap();
        Self::from(&beginning, folder, database, office).await
    }

    /// A town on what is in a folder and in two databases.
    pub(super) async fn from(
        beginning: &Beginning,
        folder: TempDir,
        database: Database,
        office: Database,
    ) -> Self {
        let Beginning {
            now,
            randomness,
            catalogue,
            objects,
            people_a_second,
        } = beginning.clone();
        let clock = Arc::new(HandClock::at(now));
        let kept = (office, objects);
        let office = back_office(&kept, &catalogue, &clock, &randomness).await;
        let door = Door::of(office.router(ClientToken::new(TOKEN)));
        let config = Config {
            people_a_second,
            ..config(&folder)
        };
        let client = Client::new(
            Transport::InProcess(door.router()),
            TOKEN.to_owned(),
            clock.clone(),
            randomness.clone(),
        );
        let files = LocalFileSystem::new_with_prefix(folder.path().join("files")).unwrap();
        let desk = Desk::open(DeskParts {
            database: database.clone(),
            objects: Arc::new(files),
            keys: Keys::new(&std::array::from_fn(|rank| u8::try_from(rank).unwrap())).unwrap(),
            clock: clock.clone(),
            randomness: randomness.clone(),
            backoffice: client,
            mailer: Mailer::folder(folder.path().join("mail"), &config.mail.from).unwrap(),
            // Nobody listens there: what pages say is tried here, sending is tried at the desk.
            gateway: Some(Gateway::new("http://127.0.0.1:9", TOKEN.to_owned(), 500).unwrap()),
            authority: config.authority.clone(),
            zone: config.zone.clone(),
            rules: config.rules,
            manners: config.manners,
            watch: config.watch.clone(),
        });
        let desk = desk.await.unwrap();
        let worker = Worker::new(desk.clone(), Pace::default(), CancellationToken::new());
        let state = State::new(
            desk,
            Site::bare("main{color:inherit}"),
            Arc::new(config),
            clock.clone(),
        );
        let state = state.hearing(Webhooks::new(&format!(
            "an older secret\n{WEBHOOK_SECRET}\n"
        )));
        let router = portal(state, randomness.clone());
        let addresses = AtomicU32::new(1);
        Self {
            router,
            worker,
            office,
            database,
            clock,
            catalogue,
            kept,
            door,
            addresses,
            randomness,
            folder,
        }
    }

    /// Someone new, at an address of their own, without a cookie.
    pub(crate) fn resident(&self, locale: Locale) -> Resident {
        let rank = self.addresses.fetch_add(1, Ordering::Relaxed);
        let [_, _, high, low] = rank.to_be_bytes();
        Resident::new(
            self.router.clone(),
            locale,
            IpAddr::from([198, 51, high, low]),
        )
    }

    /// Time goes by.
    pub(crate) fn wait(&self, time: SignedDuration) {
        self.clock.advance(time);
    }

    /// The tables of the back office.
    pub(crate) const fn office_database(&self) -> &Database {
        &self.kept.0
    }

    /// The back office answers nothing more, until [`Self::back_office_is_back`].
    pub(crate) fn back_office_goes_away(&self) {
        self.door.shut(true);
    }

    /// The back office answers again.
    pub(crate) fn back_office_is_back(&self) {
        self.door.shut(false);
    }

    /// Counts calls to the back office anew; it dies at one of them, if told so.
    pub(crate) fn back_office_dies(&self, death: Option<Death>) {
        self.door.dies(death);
    }

    /// Calls to the back office since then.
    pub(crate) fn calls(&self) -> usize {
        self.door.calls()
    }

    pub(crate) fn back_office_is_away(&self) -> bool {
        self.door.is_shut()
    }

    /// A back office that died is started anew: it knows what it had written, and nothing else.
    pub(crate) async fn back_office_is_started(&self) {
        let randomness = Arc::clone(&self.randomness);
        let office = back_office(&self.kept, &self.catalogue, &self.clock, &randomness).await;
        self.door.leads_to(office.router(ClientToken::new(TOKEN)));
        self.back_office_is_back();
    }

    /// No file can be stored any more, nor read.
    pub(crate) fn files_are_refused(&self) {
        let (files, aside) = self.file_folders();
        std::fs::rename(&files, aside).unwrap();
        std::fs::write(files, "in the way").unwrap();
    }

    /// Files can be stored again.
    pub(crate) fn files_are_taken(&self) {
        let (files, aside) = self.file_folders();
        std::fs::remove_file(&files).unwrap();
        std::fs::rename(aside, files).unwrap();
    }

    fn file_folders(&self) -> (PathBuf, PathBuf) {
        let at = |name| self.folder.path().join(name);
        (at("files"), at("files-aside"))
    }

    /// No letter can be written any more, as on a disk that takes nothing.
    pub(crate) fn mail_is_refused(&self) {
        std::fs::write(self.folder.path().join("mail"), "in the way").unwrap();
    }

    /// Letters can be written again.
    pub(crate) fn mail_is_taken(&self) {
        std::fs::remove_file(self.folder.path().join("mail")).unwrap();
    }

    /// A procedure of the sample commune.
    pub(crate) fn procedure(&self, id: &str) -> &Procedure {
        self.catalogue
            .procedures
            .iter()
            .find(|known| known.id == id)
            .unwrap()
    }

    /// The letters sent so far, as they travel.
    pub(crate) fn letters(&self) -> Vec<String> {
        let Ok(letters) = std::fs::read_dir(self.folder.path().join("mail")) else {
            return Vec::new();
        };
        letters
            .map(|letter| std::fs::read_to_string(letter.unwrap().path()).unwrap())
            .collect()
    }
}

/// The databases of a folder: of the portal, of its back office.
pub(super) async fn databases(folder: &TempDir) -> [Database; 2] {
    let url = |name: &str| format!("sqlite:{}", folder.path().join(name).display());
    [
        Database::open(&url("portal.db")).await.unwrap(),
        Database::open(&url("office.db")).await.unwrap(),
    ]
}

/// The sample commune over TLS, its data in a folder that goes with the test.
fn config(folder: &TempDir) -> Config {
    let mut config = Config::load(&folder.path().join(SETTINGS)).unwrap();
    config.public_url = "https://demarches.example.org".to_owned();
    let authority = app::ports::Authority {
        public_url: config.public_url.clone(),
        ..(*config.authority).clone()
    };
    config.authority = Arc::new(authority);
    config.site = folder.path().join("site");
    config.watch.readers = vec!["qualite@ardane.example".to_owned()];
    config
}

/// The reference back office on what it keeps.
async fn back_office(
    (database, objects): &(Database, Arc<InMemory>),
    catalogue: &Arc<Catalogue>,
    clock: &Arc<HandClock>,
    randomness: &Arc<CountedRandomness>,
) -> Reference {
    let office = Reference::open(reference::Parts {
        database: database.clone(),
        objects: objects.clone(),
        catalogue: catalogue.clone(),
        keys: reference::Keys::new([7; 32]),
        clock: clock.clone(),
        randomness: randomness.clone(),
        max_upload_bytes: MAX_UPLOAD_BYTES,
    });
    office.await.unwrap()
}
