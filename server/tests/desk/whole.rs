//! The portal with the reference back office, as it runs by default: from the first page to the decision.

use std::{path::Path, sync::Arc};

use app::paths::ItemPath;
use backoffice::{
    api::{authentication::ClientToken, requests::Outcome},
    catalogue::Catalogue,
    ports::testing::{CountedRandomness, HandClock},
    reference::{Act, Closing, Keys, MAX_UPLOAD_BYTES, Parts, Reference},
};
use database::testing::databases;
use domain::{answers::Answer, locale::Locale, request::Status};
use futures::stream;
use object_store::memory::InMemory;
use server::worker::{Pace, Worker};
use tempfile::TempDir;
use tokio_util::sync::CancellationToken;

use crate::{
    procedure::{YOU, cantine, typed},
    town::desk,
};

fn catalogue() -> Catalogue {
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/../backoffice/catalogue");
    let mut catalogue = Catalogue::load(Path::new(sample)).unwrap();
    catalogue.procedures.push(cantine().into());
    catalogue
}

#[tokio::test]
async fn a_request_goes_to_the_service_and_its_decision_comes_back() {
    for database in databases().await {
        let clock = Arc::new(HandClock::at("2026-11-22T09:00:00Z".parse().unwrap()));
        let randomness = Arc::new(CountedRandomness::default());
        let parts = Parts {
            database: database.handle(),
            objects: Arc::new(InMemory::new()),
            catalogue: Arc::new(catalogue()),
            keys: Keys::new([7; 32]),
            clock: clock.clone(),
            randomness: randomness.clone(),
            max_upload_bytes: MAX_UPLOAD_BYTES,
        };
        let office = Reference::open(parts).await.unwrap();
        let router = office.router(ClientToken::new("token"));
        let folder = TempDir::new().unwrap();
        let desk = desk(&database, &folder, router, &clock, &randomness).await;
        let worker = Worker::new(desk.clone(), Pace::default(), CancellationToken::new());
        worker.refresh_catalogue().await.unwrap();
        worker.refresh_catalogue().await.unwrap();

        let resident = desk.new_visitor().visitor;
        let view = desk.view(resident, String::new());
        assert_eq!(view.catalogue().unwrap().procedures.len(), 10);
        assert!(!view.catalogue().unwrap().places.is_empty());
        let draft = desk
            .begin_draft(&resident, "cantine", Locale::French)
            .await
            .unwrap();
        desk.save_step(&resident, &draft, "you", 0, typed(&YOU))
            .await
            .unwrap();
        let child = typed(&[("first", "Zoé")]);
        desk.save_item(&resident, &draft, "children", ItemPath::New, 0, child)
            .await
            .unwrap();
        let content = [b"%PDF-1.7\n".as_slice(), &[7; 150_000]].concat();
        let bytes = stream::iter([Ok(content.clone().into())]);
        desk.attach(&resident, &draft, "papers", "proof", "Été 1.pdf", bytes)
            .await
            .unwrap();
        desk.save_step(&resident, &draft, "papers", 0, typed(&[]))
            .await
            .unwrap();
        desk.save_step(&resident, &draft, "honour", 0, typed(&[("sworn", "on")]))
            .await
            .unwrap();
        let request = desk
            .send(&resident, &draft, Locale::French)
            .await
            .unwrap()
            .request;

        worker.deliver().await.unwrap();
        let read = view.request(&request).await.unwrap();
        assert_eq!((read.status, read.known_at), (Status::Submitted, None));
        let number = read.number.unwrap();
        assert!(number.starts_with("2026-"));

        let staff = office.staff();
        let file = staff.file(&number).await.unwrap();
        assert!(matches!(file.answers.get("name"), Some(Answer::Text(name)) if name == YOU[0].1));
        assert_eq!(file.uploads[0].filename, "Été 1.pdf");
        assert_eq!(
            staff.attachment(&file.uploads[0].id).await.unwrap().content,
            content
        );
        staff
            .act(&number, file.version, "Ali", Act::Take)
            .await
            .unwrap();
        let version = staff.file(&number).await.unwrap().version;
        let close = Act::Close(Closing::new(Outcome::Accepted, "Bienvenue."));
        staff.act(&number, version, "Ali", close).await.unwrap();

        worker.read_events().await.unwrap();
        let read = view.request(&request).await.unwrap();
        assert_eq!(read.status, Status::Accepted);
        let said = |text: &Option<String>| text.as_deref() == Some("Bienvenue.");
        assert!(read.timeline.iter().any(|entry| said(&entry.text)));
        assert!(read.timeline.is_sorted_by_key(|entry| entry.at));
    }
}
