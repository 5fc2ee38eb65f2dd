//! What stands in the databases of the portal and of the back office, counted against what people remember.

use std::{collections::BTreeMap, path::Path, sync::Arc, time::Duration};

use backoffice::{
    catalogue::Catalogue,
    ports::{SystemClock, SystemRandomness},
    reference::{self, Keys, MAX_UPLOAD_BYTES, Reference},
};
use database::{Database, DatabaseError};
use domain::answers::Answer;
use object_store::local::LocalFileSystem;
use server::store::journal;
use tokio::time::sleep;

use super::{
    program::{CATALOGUE, PATIENCE, Town},
    resident::{Memory, Report},
};

/// A request as the service has it.
struct Received {
    place: String,
    photos: Vec<Vec<u8>>,
}

/// The state of a town whose portal is stopped.
pub(crate) struct Account {
    received: Vec<Received>,
    /// Requests that the portal recorded.
    recorded: i64,
    journal: Result<i64, journal::BrokenChain>,
}

/// Work that the dead process had taken on is free again after two minutes: they go by at once.
pub(crate) async fn two_minutes_go_by(town: &Town) {
    let database = Database::open(&town.portal_database).await.unwrap();
    let earlier = database.write::<_, DatabaseError, _>(|tx| {
        Box::pin(async move {
            let sql = "UPDATE outbox SET lease_until = lease_until - 120000 WHERE lease_until > 0";
            tx.execute(sql, &[]).await
        })
    });
    earlier.await.unwrap();
    database.close().await;
}

/// Waits until nothing is left in the outbox of a portal that runs.
pub(crate) async fn everything_is_delivered(town: &Town) {
    let database = Database::open(&town.portal_database).await.unwrap();
    let sql = "SELECT count(*) AS number FROM outbox WHERE state <> 'done'";
    let empty = async {
        while number(&database, sql).await > 0 {
            sleep(Duration::from_millis(50)).await;
        }
    };
    if tokio::time::timeout(PATIENCE, empty).await.is_err() {
        panic!(
            "the outbox does not empty itself: {:?}",
            left(&database).await
        );
    }
    database.close().await;
}

/// What still stands in the outbox, and why.
async fn left(database: &Database) -> Vec<(String, String, i64, Option<String>)> {
    let sql = "SELECT topic, state, attempts, last_error FROM outbox WHERE state <> 'done'";
    let rows = database.fetch_all(sql, &[]).await.unwrap();
    rows.iter()
        .map(|row| {
            (
                row.text("topic").unwrap(),
                row.text("state").unwrap(),
                row.int("attempts").unwrap(),
                row.optional_text("last_error").unwrap(),
            )
        })
        .collect()
}

impl Account {
    /// Reads both databases.
    pub(crate) async fn read(town: &Town) -> Self {
        let portal = Database::open(&town.portal_database).await.unwrap();
        let recorded = number(&portal, "SELECT count(*) AS number FROM submissions").await;
        let journal = journal::verify(&portal).await.unwrap();
        portal.close().await;
        Self {
            received: received(town).await,
            recorded,
            journal,
        }
    }

    /// Every report with a receipt arrived once; one given up arrived once or never; nothing else did.
    pub(crate) fn holds_each_report_once(&self, memory: &Memory) {
        let mut arrived: BTreeMap<&str, usize> = BTreeMap::new();
        for request in &self.received {
            *arrived.entry(&request.place).or_default() += 1;
        }
        for report in &memory.sent {
            let times = arrived.remove(report.place.as_str()).unwrap_or_default();
            assert_eq!(
                times, 1,
                "{} has a receipt and arrived {times} times",
                report.place
            );
        }
        for report in &memory.doubtful {
            let times = arrived.remove(report.place.as_str()).unwrap_or_default();
            assert!(times <= 1, "{} arrived {times} times", report.place);
        }
        assert!(arrived.is_empty(), "nobody sent this: {arrived:?}");
        assert_eq!(i64::try_from(self.received.len()).unwrap(), self.recorded);
    }

    /// Every photo that a resident was told is kept arrived with its request, byte for byte.
    pub(crate) fn holds_every_photo(&self, memory: &Memory) {
        for request in &self.received {
            let same = |report: &&Report| report.place == request.place;
            let report = memory
                .sent
                .iter()
                .chain(&memory.doubtful)
                .find(same)
                .unwrap();
            assert!(
                request.photos.len() <= report.photos,
                "a photo of {} twice",
                report.place
            );
            if let Some(photo) = &report.photo {
                assert!(
                    request.photos == [photo.clone()],
                    "the photo of {}",
                    report.place
                );
            }
        }
    }

    /// No line of the journal is missing or changed, and each request was recorded and delivered.
    pub(crate) fn journal_is_whole(&self) {
        assert_eq!(self.journal, Ok(self.recorded * 2));
    }
}

async fn received(town: &Town) -> Vec<Received> {
    let office = office(town).await;
    let database = Database::open(&town.office_database).await.unwrap();
    let rows = database
        .fetch_all("SELECT number FROM backoffice_requests", &[])
        .await
        .unwrap();
    let mut received = Vec::new();
    for row in rows {
        let file = office
            .staff()
            .file(&row.text("number").unwrap())
            .await
            .unwrap();
        let Some(Answer::Text(place)) = file.answers.get("place") else {
            panic!("a request without its place")
        };
        let mut photos = Vec::new();
        for upload in &file.uploads {
            photos.push(office.staff().attachment(&upload.id).await.unwrap().content);
        }
        received.push(Received {
            place: place.clone(),
            photos,
        });
    }
    received
}

/// The back office of a town, as its agents' commands open it.
pub(crate) async fn office(town: &Town) -> Reference {
    let data = |name: &str| town.path("data").join(name);
    let objects = LocalFileSystem::new_with_prefix(data("backoffice-files")).unwrap();
    let parts = reference::Parts {
        database: Database::open(&town.office_database).await.unwrap(),
        objects: Arc::new(objects),
        catalogue: Arc::new(Catalogue::load(Path::new(CATALOGUE)).unwrap()),
        keys: Keys::load(&data("backoffice.key")).unwrap(),
        clock: Arc::new(SystemClock),
        randomness: Arc::new(SystemRandomness),
        max_upload_bytes: MAX_UPLOAD_BYTES,
    };
    Reference::open(parts).await.unwrap()
}

/// The one number that a query gives.
pub(crate) async fn number(database: &Database, sql: &'static str) -> i64 {
    database
        .fetch_optional(sql, &[])
        .await
        .unwrap()
        .unwrap()
        .int("number")
        .unwrap()
}
