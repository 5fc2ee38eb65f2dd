//! Nothing that a resident typed lies readable on the disk or in the logs.

use futures::stream;
use server::{pii::Pii, portal::Proof};

use crate::{
    logs::logged,
    office::Mood,
    town::{ORIGIN, Town, towns},
};

const CANARIES: [&str; 6] = [
    "Canari",
    "canari",
    "CANARI",
    "1957-03-27",
    "Canari-Fichier",
    "192.0.2.7",
];

/// A whole life of a request, with everything that goes wrong on the way.
async fn live(town: &Town) {
    let resident = town.resident();
    let draft = town.complete_draft(&resident).await;
    let content = b"%PDF-1.7\nCanari-Contenu".as_slice();
    let bytes = stream::iter([Ok(content.into())]);
    town.desk
        .attach(
            &resident,
            &draft,
            "papers",
            "proof",
            "Canari-Fichier.pdf",
            bytes,
        )
        .await
        .unwrap();
    let french = domain::locale::Locale::French;
    let request = town
        .desk
        .send(&resident, &draft, french)
        .await
        .unwrap()
        .request;
    let code = town.read(&resident, &request).await.tracking_code.unwrap();
    for mood in [
        Mood::HtmlBadGateway,
        Mood::Down,
        Mood::FailsAfter,
        Mood::Works,
    ] {
        town.office.feel(mood);
        town.worker.deliver().await.unwrap();
        town.worker.refresh_catalogue().await.unwrap();
        town.worker.send_receipts().await.unwrap();
        town.wait(jiff::SignedDuration::from_mins(10));
    }
    town.office.decide("accepted");
    town.worker.read_events().await.unwrap();
    let resident = town.resident_with_code(&request).await;
    town.read(&resident, &request).await;
    let proofs = [
        Proof::Email(Pii::new("canari.autre@example.org".to_owned())),
        Proof::BirthDate(Pii::new(jiff::civil::date(1957, 3, 27))),
    ];
    for proof in proofs {
        let _ = town.desk.follow(&code, proof, &resident, ORIGIN).await;
    }
}

fn holds(bytes: &[u8], canary: &str) -> bool {
    bytes
        .windows(canary.len())
        .any(|window| window == canary.as_bytes())
}

#[tokio::test]
async fn the_disk_holds_nothing_readable_of_a_resident() {
    for town in towns().await {
        live(&town).await;
        town.database.close().await;
        let files = town.stored_files();
        assert!(!files.is_empty());
        for file in files {
            let bytes = std::fs::read(&file).unwrap();
            for canary in CANARIES {
                assert!(!holds(&bytes, canary), "{canary} in {}", file.display());
            }
        }
    }
}

#[tokio::test]
async fn the_tables_hold_nothing_readable_of_a_resident() {
    const TABLES: [&str; 7] = [
        "SELECT id, owner AS one, content AS two, data_key AS three FROM drafts",
        "SELECT id, payload AS one, holder AS two, known AS three FROM submissions",
        "SELECT id, code_index AS one, email_proof AS two, birth_date_proof AS three FROM submissions",
        "SELECT id, data_key AS one, NULL AS two, NULL AS three FROM uploads",
        "SELECT subject AS id, hash AS one, NULL AS two, NULL AS three FROM journal",
        "SELECT last_error AS id, NULL AS one, NULL AS two, NULL AS three FROM outbox",
        "SELECT 'x' AS id, blind_key AS one, NULL AS two, NULL AS three FROM attempts",
    ];
    for town in towns().await {
        live(&town).await;
        for sql in TABLES {
            for row in town.database.fetch_all(sql, &[]).await.unwrap() {
                let id = row
                    .optional_text("id")
                    .unwrap()
                    .unwrap_or_default()
                    .into_bytes();
                let cells = ["one", "two", "three"]
                    .map(|name| row.optional_bytes(name).unwrap_or_default());
                for cell in cells.into_iter().flatten().chain([id]) {
                    assert!(CANARIES.iter().all(|canary| !holds(&cell, canary)), "{sql}");
                }
            }
        }
    }
}

#[tokio::test]
async fn the_logs_tell_nothing_of_a_resident() {
    for town in towns().await {
        live(&town).await;
    }
    // The logs of every test of this program so far, this one's included.
    let lines = logged();
    assert!(holds(&lines, "delivery put off"), "the test listens");
    for canary in CANARIES {
        assert!(!holds(&lines, canary), "{canary} in the logs");
    }
}

#[tokio::test]
async fn a_portal_with_another_key_does_not_open_the_tables() {
    for town in towns().await {
        let digest = "UPDATE copies SET body = $1 WHERE kind = 'key-check'";
        let other = vec![1_u8; 32];
        let write = town
            .database
            .write(move |tx| Box::pin(async move { tx.execute(digest, &[other.into()]).await }));
        assert_eq!(write.await, Ok(1));
        let refused = town
            .try_another_desk()
            .await
            .err()
            .map(|error| error.to_string());
        let words = "the key file is not the one that this database was filled with";
        assert_eq!(refused.as_deref(), Some(words));
    }
}
