//! A town for each engine: a desk, its worker, a clock moved by hand, a back office that can fail.

use std::{net::IpAddr, path::PathBuf, sync::Arc};

use app::{
    paths::ItemPath,
    ports::{Authority, Request, Rules},
};
use axum::Router;
use backoffice::ports::{
    Clock,
    testing::{CountedRandomness, HandClock},
};
use database::testing::{TestDatabase, databases};
use domain::{locale::Locale, notice::Manners};
use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use object_store::local::LocalFileSystem;
use server::{
    contract::{Client, Transport},
    notices::{Gateway, Mailer},
    pii::Pii,
    portal::{Desk, DeskParts, OpenError, Proof, Visitor},
    secrets::Keys,
    store::{Vault, submissions},
    worker::{Pace, Worker},
};
use tempfile::TempDir;
use tokio_util::sync::CancellationToken;

use crate::{
    office::Office,
    procedure::{YOU, typed},
};

pub(crate) const ORIGIN: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(192, 0, 2, 7));

pub(crate) struct Town {
    pub(crate) desk: Desk,
    pub(crate) worker: Worker,
    pub(crate) clock: Arc<HandClock>,
    pub(crate) office: Office,
    pub(crate) database: TestDatabase,
    pub(crate) folder: TempDir,
    randomness: Arc<CountedRandomness>,
    posts: Posts,
}

/// One town on each engine at hand, with the catalogue read.
pub(crate) async fn towns() -> Vec<Town> {
    towns_with(Posts::default).await
}

/// How the letters and text messages of a town leave.
#[derive(Clone, Default)]
pub(crate) struct Posts {
    /// A mail server; otherwise letters are files.
    pub(crate) smtp: Option<String>,
    /// A gateway of text messages.
    pub(crate) gateway: Option<Gateway>,
}

/// The same, with other posts than files.
pub(crate) async fn towns_with(posts: impl Fn() -> Posts) -> Vec<Town> {
    crate::logs::listen();
    let mut towns = Vec::new();
    for database in databases().await {
        let posts = posts();
        let clock = Arc::new(HandClock::at(
            "2026-11-22T09:00:00Z".parse::<Timestamp>().unwrap(),
        ));
        let (folder, office) = (TempDir::new().unwrap(), Office::new());
        let randomness = Arc::new(CountedRandomness::default());
        let desk = try_desk(
            &database,
            &folder,
            office.router(),
            &clock,
            &randomness,
            &posts,
        );
        let desk = desk.await.unwrap();
        let worker = Worker::new(desk.clone(), Pace::default(), CancellationToken::new());
        worker.refresh_catalogue().await.unwrap();
        towns.push(Town {
            desk,
            worker,
            clock,
            office,
            database,
            folder,
            randomness,
            posts,
        });
    }
    towns
}

pub(crate) async fn desk(
    database: &TestDatabase,
    folder: &TempDir,
    router: Router,
    clock: &Arc<HandClock>,
    randomness: &Arc<CountedRandomness>,
) -> Desk {
    try_desk(
        database,
        folder,
        router,
        clock,
        randomness,
        &Posts::default(),
    )
    .await
    .unwrap()
}

async fn try_desk(
    database: &TestDatabase,
    folder: &TempDir,
    router: Router,
    clock: &Arc<HandClock>,
    randomness: &Arc<CountedRandomness>,
    posts: &Posts,
) -> Result<Desk, OpenError> {
    let (letters, from) = (folder.path().join("mail"), "Mairie <mairie@example.org>");
    let mailer = match &posts.smtp {
        Some(server) => Mailer::smtp(server, letters, from),
        None => Mailer::folder(letters, from),
    };
    let mailer = mailer.and_then(|mailer| mailer.with_bounces("bounces@example.org"));
    std::fs::create_dir_all(folder.path().join("objects")).unwrap();
    let objects = LocalFileSystem::new_with_prefix(folder.path().join("objects")).unwrap();
    let transport = Transport::InProcess(router);
    let parts = DeskParts {
        database: database.handle(),
        objects: Arc::new(objects.with_fsync(true)),
        keys: keys(),
        clock: clock.clone(),
        randomness: randomness.clone(),
        backoffice: Client::new(
            transport,
            "token".to_owned(),
            clock.clone(),
            randomness.clone(),
        ),
        mailer: mailer.unwrap(),
        gateway: posts.gateway.clone(),
        authority: Arc::new(Authority {
            name: "Ardane".to_owned(),
            public_url: "https://demarches.example.org".to_owned(),
            ..Authority::default()
        }),
        zone: TimeZone::get("Europe/Paris").unwrap(),
        rules: Rules {
            draft_days: 7,
            submission_days: 30,
            access_minutes: 30,
        },
        manners: Manners::default(),
        watch: Default::default(),
    };
    Desk::open(parts).await
}

fn keys() -> Keys {
    Keys::new(&std::array::from_fn(|rank| u8::try_from(rank).unwrap())).unwrap()
}

impl Town {
    /// Another portal on the same tables, as after a restart or beside the first.
    pub(crate) async fn another_desk(&self) -> Desk {
        self.try_another_desk().await.unwrap()
    }

    pub(crate) async fn try_another_desk(&self) -> Result<Desk, OpenError> {
        let (folder, router) = (&self.folder, self.office.router());
        try_desk(
            &self.database,
            folder,
            router,
            &self.clock,
            &self.randomness,
            &self.posts,
        )
        .await
    }

    /// What opens the sealed columns of the tables.
    pub(crate) fn vault(&self) -> Vault {
        Vault::new(keys(), self.randomness.clone())
    }

    pub(crate) fn wait(&self, time: SignedDuration) {
        self.clock.advance(time);
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    pub(crate) fn resident(&self) -> Visitor {
        self.desk.new_visitor().visitor
    }

    pub(crate) async fn draft(&self, resident: &Visitor) -> String {
        self.desk
            .begin_draft(resident, "cantine", Locale::French)
            .await
            .unwrap()
    }

    /// A draft with every page filled in.
    pub(crate) async fn complete_draft(&self, resident: &Visitor) -> String {
        let draft = self.draft(resident).await;
        let desk = &self.desk;
        let saved = desk
            .save_step(resident, &draft, "you", 0, typed(&YOU))
            .await
            .unwrap();
        assert_eq!(saved.faults, []);
        let child = typed(&[("first", "Canari-Enfant")]);
        desk.save_item(resident, &draft, "children", ItemPath::New, 0, child)
            .await
            .unwrap();
        desk.save_step(resident, &draft, "papers", 0, typed(&[]))
            .await
            .unwrap();
        desk.save_step(resident, &draft, "honour", 0, typed(&[("sworn", "on")]))
            .await
            .unwrap();
        draft
    }

    /// A request just sent; gives its identifier.
    pub(crate) async fn request(&self, resident: &Visitor) -> String {
        let draft = self.complete_draft(resident).await;
        self.desk
            .send(resident, &draft, Locale::French)
            .await
            .unwrap()
            .request
    }

    /// Someone who opens a request with its code, long after it was sent.
    pub(crate) async fn resident_with_code(&self, request: &str) -> Visitor {
        let sent = submissions::find(&self.database, request)
            .await
            .unwrap()
            .unwrap();
        let code = sent.holder(&self.vault()).unwrap().tracking_code;
        let visitor = self.resident();
        let proof = Proof::Email(Pii::new("canari.mail@example.org".to_owned()));
        let opened = self.desk.follow(&code, proof, &visitor, ORIGIN).await;
        assert_eq!(opened.as_deref(), Ok(request));
        visitor
    }

    pub(crate) async fn read(&self, resident: &Visitor, request: &str) -> Request {
        self.desk
            .view(*resident, String::new())
            .request(request)
            .await
            .unwrap()
    }

    /// Every file under the town's folder and, on SQLite, the database's own.
    pub(crate) fn stored_files(&self) -> Vec<PathBuf> {
        let mut folders = vec![self.folder.path().join("objects")];
        if let Some(file) = self.database.url().strip_prefix("sqlite:") {
            folders.push(PathBuf::from(file).parent().unwrap().to_owned());
        }
        let mut files = Vec::new();
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path)
                } else {
                    files.push(path)
                }
            }
        }
        files
    }

    pub(crate) fn objects(&self) -> usize {
        self.stored_files()
            .iter()
            .filter(|file| file.to_string_lossy().contains("objects"))
            .count()
    }
}
