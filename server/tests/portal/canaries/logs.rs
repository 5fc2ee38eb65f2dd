//! Nothing that a resident typed, received or attached is in a log line, whatever goes wrong.

use std::{
    io,
    sync::{Arc, Mutex},
};

use app::paths::Path;
use axum::body::Body;
use domain::{
    field::{Field, FieldKind},
    locale::Locale,
};
use http::{Method, StatusCode, header};
use jiff::SignedDuration;
use tracing_subscriber::{EnvFilter, fmt::MakeWriter};

use crate::support::{BOUNDARY, Filler, Resident, Town, png};

#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl io::Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Lines {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

/// Every text of every form, in words that occur nowhere else.
fn canary(field: &Field, part: &str) -> Option<String> {
    match (&field.kind, part) {
        (FieldKind::Email, _) => Some("canari.mail@example.org".to_owned()),
        (FieldKind::Phone, _) => Some("06 39 98 76 54".to_owned()),
        (FieldKind::ShortText { .. } | FieldKind::LongText { .. } | FieldKind::Person, _) => {
            Some("Canari des Tilleuls".to_owned())
        }
        (FieldKind::Address, "line1" | "line2" | "city") => Some("Canari des Tilleuls".to_owned()),
        _ => None,
    }
}

const TYPED: [&str; 9] = [
    "Canari",
    "canari",
    "639987654",
    "06 39 98 76 54",
    "06+39+98+76+54",
    "1957-03-27",
    "44120",
    "__Host-parvis",
    "MARQUE-DU-CONTENU",
];

/// Everything that goes wrong on the way of one resident.
async fn mishaps(resident: &Resident) {
    let first = resident.begin("signaler-un-probleme").await;
    let form = first
        .form("#step-form")
        .with("danger", "Canari")
        .with("Canari", "Canari")
        .press("Canari");
    resident.submit(&form).await;
    let draft = first.path.split('/').nth(3).unwrap().to_owned();
    let photo = resident
        .open(&Path::Step {
            draft: draft.clone(),
            step: "photo".to_owned(),
        })
        .await;
    let content = [png(100), b"MARQUE-DU-CONTENU".to_vec()].concat();
    for name in ["Canari-Fichier.png", "Canari-Fichier.pdf"] {
        resident
            .submit(
                &photo
                    .form("#step-form")
                    .choose("photos", name, &content)
                    .press("add:photos"),
            )
            .await;
    }
    let cut = photo
        .form("#step-form")
        .choose("photos", "Canari-Coupe.png", &content);
    let whole = cut.press("add:photos").in_parts();
    let request = resident.post(&photo.path).header(
        header::CONTENT_TYPE,
        format!("multipart/form-data; boundary={BOUNDARY}"),
    );
    let half = Body::from(whole[..whole.len() - content.len() / 2].to_vec());
    resident.send(request.body(half).unwrap()).await;
    let lieu = resident
        .open(&Path::Step {
            draft,
            step: "lieu".to_owned(),
        })
        .await;
    for words in ["Canari un", "Canari deux"] {
        resident
            .submit(&lieu.form("#step-form").with("place", words))
            .await;
    }
    for (method, path) in [
        (Method::GET, "/fr/Canari/canari.mail@example.org"),
        (Method::GET, "/fr/demarches?q=Canari"),
        (Method::PUT, "/fr/suivi?code=Canari"),
        (Method::POST, "/Canari"),
    ] {
        resident
            .send(
                resident
                    .request(method, path)
                    .body(Body::from("Canari=Canari"))
                    .unwrap(),
            )
            .await;
    }
    let cross = resident
        .post("/fr/suivi")
        .header(header::ORIGIN, "https://canari.example");
    resident
        .send(
            cross
                .header("sec-fetch-site", "cross-site")
                .body(Body::from("code=Canari"))
                .unwrap(),
        )
        .await;
    let times = Path::Times("piece-identite".to_owned());
    let times = resident.open(&times).await;
    for address in ["12 rue Canari", "639987654 rue du Lavoir", "lavoir", ""] {
        let form = times.form("#near-form").with("adresse", address);
        resident.submit(&form.press("near")).await;
    }
    let unreadable = resident
        .post("/fr/suivi")
        .header(header::CONTENT_TYPE, "application/json; canari");
    resident
        .send(unreadable.body(Body::from("Canari")).unwrap())
        .await;
}

#[tokio::test]
async fn the_logs_of_a_whole_journey_tell_nothing_of_a_resident() {
    let lines = Lines::default();
    let subscriber = tracing_subscriber::fmt()
        .json()
        .with_env_filter(server::run::log_filter(EnvFilter::new("trace")))
        .with_writer(lines.clone())
        .finish();
    let _guard = tracing::subscriber::set_default(subscriber);
    let town = Town::open().await;
    let resident = town.resident(Locale::French);
    let mut codes = Vec::new();
    for procedure in &town.catalogue.procedures {
        let filler = Filler::choosing(&[("category", "other")])
            .naming("Canari-Fichier")
            .typing(canary);
        let receipt = resident.request_of(procedure, &filler).await;
        codes.push(receipt.one(".tracking-code"));
        let other = town.resident(Locale::French);
        let form = other
            .open(&Path::Follow)
            .await
            .form("#step-form")
            .with("code", &codes[0]);
        other
            .submit(
                &form
                    .clone()
                    .with("proof", "email")
                    .with("email", "canari.autre@example.org"),
            )
            .await;
        other
            .submit(
                &form
                    .with("proof", "email")
                    .with("email", "canari.mail@example.org"),
            )
            .await;
    }
    mishaps(&resident).await;
    a_file_that_nobody_keeps(&town, &resident).await;
    town.back_office_goes_away();
    town.worker.deliver().await.unwrap();
    town.mail_is_refused();
    town.worker.send_receipts().await.unwrap();
    town.mail_is_taken();
    town.wait(SignedDuration::from_hours(1));
    town.worker.send_receipts().await.unwrap();
    assert!(!town.letters().is_empty(), "the letters left in the end");
    town.back_office_is_back();
    town.wait(SignedDuration::from_hours(1));
    town.worker.deliver().await.unwrap();
    town.worker.read_events().await.unwrap();
    town.wait(SignedDuration::from_hours(24 * 8));
    town.worker.purge().await.unwrap();
    town.database.close().await;
    mishaps_without_storage(&town, &resident).await;

    let lines = lines.0.lock().unwrap();
    let logs = String::from_utf8_lossy(&lines);
    assert!(logs.contains("the database refused"), "the test listens");
    let compact: Vec<String> = codes.iter().map(|code| code.replace('-', "")).collect();
    for secret in TYPED
        .iter()
        .copied()
        .chain(codes.iter().map(String::as_str))
        .chain(compact.iter().map(String::as_str))
    {
        let line = logs.lines().find(|line| line.contains(secret));
        assert!(
            line.is_none(),
            "{secret} in a log line: {}",
            line.unwrap_or_default()
        );
    }
}

/// The same person while the store of files takes and gives nothing.
async fn a_file_that_nobody_keeps(town: &Town, resident: &Resident) {
    let first = resident.begin("signaler-un-probleme").await;
    let draft = first.path.split('/').nth(3).unwrap().to_owned();
    let step = "photo".to_owned();
    let page = resident.open(&Path::Step { draft, step }).await;
    let content = [png(100), b"MARQUE-DU-CONTENU".to_vec()].concat();
    let form = page
        .form("#step-form")
        .choose("photos", "Canari-Fichier.png", &content)
        .press("add:photos");
    town.files_are_refused();
    let refused = resident.submit(&form).await;
    assert_eq!(refused.status, StatusCode::SERVICE_UNAVAILABLE);
    town.files_are_taken();
    let kept = resident.go_on(&form).await;
    let file = &kept.attributes(".file__item a", "href")[0];
    town.files_are_refused();
    let gone = resident.get(file).await;
    assert_eq!(gone.status, StatusCode::SERVICE_UNAVAILABLE);
    town.files_are_taken();
}

/// The same person once the storage is gone.
async fn mishaps_without_storage(town: &Town, resident: &Resident) {
    resident
        .open(&Path::Review("Canari-Brouillon-xxxxx".to_owned()))
        .await;
    let follow = town
        .resident(Locale::French)
        .open(&Path::Follow)
        .await
        .form("#step-form");
    let follow = follow
        .with("code", "Canari")
        .with("proof", "email")
        .with("email", "canari.mail@example.org");
    resident.submit(&follow).await;
    let page = resident
        .open(&Path::Procedure("signaler-un-probleme".to_owned()))
        .await;
    resident.submit(&page.form("main form[method=post]")).await;
}
