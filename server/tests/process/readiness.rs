//! What operators count on while the portal runs: it says how it is, and stops without losing anything.

use std::{fs, time::Duration};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::{sleep, timeout},
};

use super::{
    away::{back_office, office_command},
    browser::{Browser, client, encoded},
    program::{PATIENCE, Town, free_address, outcome},
    resident::step,
};

/// Status and body of an address of the operations server.
async fn health(town: &Town, path: &str) -> (u16, String) {
    let address = format!("http://{}{path}", town.operations);
    let answer = client().get(address).send().await.unwrap();
    (answer.status().as_u16(), answer.text().await.unwrap())
}

#[tokio::test]
async fn an_operator_asks_how_the_portal_is_apart_from_residents() {
    let town = Town::new();
    let mut portal = town.start();
    portal.open().await;
    let mut browser = Browser::new(&town, "198.51.100.1");
    browser
        .post("/fr/demarches/signaler-un-probleme", &[])
        .await
        .unwrap();
    assert_eq!(health(&town, "/sante/vivant").await, (204, String::new()));
    assert_eq!(health(&town, "/sante/pret").await, (204, String::new()));
    for line in ["drafts_begun 1\n", "outbox_waiting 0\n"] {
        // The worker counts at its own pace.
        let counted = async {
            while !health(&town, "/metrics").await.1.contains(line) {
                sleep(Duration::from_millis(50)).await;
            }
        };
        timeout(PATIENCE, counted).await.expect(line);
    }
    for path in ["/sante/vivant", "/sante/pret", "/metrics"] {
        assert_eq!(
            browser.get(path).await.unwrap().status,
            404,
            "{path} is not for the public"
        );
    }
    portal.stop().await;
}

#[tokio::test]
async fn a_portal_that_has_no_catalogue_yet_is_ready_soon_after_its_back_office() {
    let town = Town::new();
    let elsewhere = free_address();
    fs::write(
        town.path("token"),
        "only the portal and its back office know this",
    )
    .unwrap();
    let mut portal = town.parvis("serve");
    portal
        .env("PARVIS_BACKOFFICE__URL", format!("http://{elsewhere}"))
        .env("PARVIS_BACKOFFICE__TOKEN_FILE", town.path("token"));
    let mut portal = town.run(portal, town.listen);
    portal.open().await;
    assert_eq!(health(&town, "/sante/vivant").await.0, 204);
    assert_eq!(health(&town, "/sante/pret").await.0, 503);

    let (key, errors) = outcome(&mut office_command(&town, "new-key"));
    assert!(key.status.success(), "{errors}");
    let mut office = back_office(&town, elsewhere);
    office.open().await;
    let ready = async {
        while health(&town, "/sante/pret").await.0 != 204 {
            sleep(Duration::from_millis(50)).await;
        }
    };
    // Well before the next look at a catalogue that is known.
    let soon = PATIENCE / 2;
    timeout(soon, ready).await.expect("ready soon");
    portal.stop().await;
    office.stop().await;
}

#[tokio::test]
async fn a_resident_whose_answers_are_on_their_way_when_the_portal_stops_keeps_them() {
    let town = Town::new();
    let mut portal = town.start();
    portal.open().await;
    let mut browser = Browser::new(&town, "198.51.100.1");
    let begun = browser
        .post("/fr/demarches/signaler-un-probleme", &[])
        .await
        .unwrap();
    let draft = begun.location.split('/').nth(3).unwrap();
    let path = step(draft, "lieu");
    let body = encoded(&[("place", "Square des Hirondelles"), ("do", "continue")]);
    let (first, rest) = body.split_at(10);
    let head = format!(
        "POST {path} HTTP/1.1\r\nHost: {}\r\nCookie: {}\r\nSec-Fetch-Site: same-origin\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\
         Expect: 100-continue\r\n\r\n",
        town.listen,
        browser.cookie.as_deref().unwrap(),
        body.len()
    );
    let mut connection = TcpStream::connect(town.listen).await.unwrap();
    connection.write_all(head.as_bytes()).await.unwrap();
    let mut answer = vec![0; 1024];
    let read = timeout(PATIENCE, connection.read(&mut answer))
        .await
        .unwrap()
        .unwrap();
    assert!(
        answer[..read].starts_with(b"HTTP/1.1 100"),
        "the portal has begun to read"
    );
    connection.write_all(first.as_bytes()).await.unwrap();

    portal.ask_to_stop();
    let closed = async {
        while TcpStream::connect(town.listen).await.is_ok() {
            sleep(Duration::from_millis(10)).await;
        }
    };
    timeout(PATIENCE, closed)
        .await
        .expect("nobody new is let in");
    connection.write_all(rest.as_bytes()).await.unwrap();
    let mut answer = String::new();
    timeout(PATIENCE, connection.read_to_string(&mut answer))
        .await
        .unwrap()
        .unwrap();
    assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
    assert!(portal.end().await.success());

    let mut portal = town.start();
    portal.open().await;
    let page = browser.get(&path).await.unwrap();
    assert_eq!(page.typed("place"), "Square des Hirondelles");
    portal.stop().await;
}

#[tokio::test]
async fn a_page_that_listens_for_news_does_not_keep_the_portal_from_stopping() {
    let town = Town::new();
    let mut portal = town.start();
    portal.open().await;
    let mut browser = Browser::new(&town, "198.51.100.2");
    let begun = browser
        .post("/fr/demarches/signaler-un-probleme", &[])
        .await
        .unwrap();
    let draft = begun.location.split('/').nth(3).unwrap();
    let pages: [(&str, &[(&str, &str)]); 4] = [
        ("danger", &[("danger", "no")]),
        ("lieu", &[("place", "Square des Hirondelles")]),
        (
            "probleme",
            &[
                ("category", "lighting"),
                ("noticed_on.day", "20"),
                ("noticed_on.month", "11"),
                ("noticed_on.year", "2025"),
                ("description", "La lampe clignote depuis lundi."),
            ],
        ),
        ("reponse", &[("wants_answer", "no")]),
    ];
    for (id, fields) in pages {
        let fields = [fields, &[("do", "continue")]].concat();
        let saved = browser.post(&step(draft, id), &fields).await.unwrap();
        assert_eq!(saved.status, 303, "{id}: {}", saved.heading());
    }
    let photo = step(draft, "photo");
    let saved = browser.post_file(&photo, &[("do", "continue")], None);
    assert_eq!(saved.await.unwrap().status, 303);
    let review = format!("/fr/brouillons/{draft}/verification");
    let sent = browser.post(&review, &[]).await.unwrap();
    let request = sent.location.split('/').nth(3).unwrap();
    let mut news = client()
        .get(format!(
            "{}/fr/demandes/{request}/evenements",
            town.origin()
        ))
        .header("Cookie", browser.cookie.as_deref().unwrap())
        .send()
        .await
        .unwrap();
    assert_eq!(news.headers()["content-type"], "text/event-stream");
    let first = news.chunk().await.unwrap().unwrap();
    assert_eq!(&*first, b"retry: 5000\n\n");

    portal.ask_to_stop();
    let ended = async { while news.chunk().await.is_ok_and(|chunk| chunk.is_some()) {} };
    // Well before the portal would give up waiting.
    timeout(Duration::from_secs(20), ended)
        .await
        .expect("the stream ends with the portal");
    assert!(portal.end().await.success());
    assert!(!town.said().contains("still open at the end"));
}
