//! A back office on another machine that is not there yet: residents go on, and it gets everything later.

use std::{
    fs,
    net::SocketAddr,
    path::PathBuf,
    process::{Command, Stdio},
    time::Duration,
};

use app::t_in;
use domain::{answers::Answer, locale::Locale};
use tokio::time::sleep;

use super::{
    account,
    browser::Browser,
    program::{CATALOGUE, PATIENCE, Running, Town, free_address},
    resident::step,
};

const PROCEDURE: &str = "/fr/demarches/signaler-un-probleme";

#[tokio::test]
async fn a_resident_sends_while_the_back_office_is_away_and_it_receives_once_it_is_there() {
    let town = Town::new();
    // A first day with the embedded back office leaves a copy of the catalogue, and the office's own data.
    let mut first = town.start();
    first.open().await;
    first.stop().await;

    let elsewhere = free_address();
    fs::write(
        town.path("token"),
        "only the portal and its back office know this\n",
    )
    .unwrap();
    let mut portal = town.parvis("serve");
    portal
        .env("PARVIS_BACKOFFICE__URL", format!("http://{elsewhere}"))
        .env("PARVIS_BACKOFFICE__TOKEN_FILE", town.path("token"));
    let mut portal = town.run(portal, town.listen);
    portal.open().await;
    let mut browser = Browser::new(&town, "198.51.100.1");
    let notice = t_in!(Locale::French, "catalogue-old-title");
    for path in ["/fr", "/fr/demarches", PROCEDURE] {
        let page = browser.get(path).await.unwrap();
        assert!(
            page.status == 200 && page.body.contains(&notice),
            "{path}: {}",
            page.heading()
        );
    }
    let receipt = send_a_report(&mut browser).await;
    let waiting = t_in!(Locale::French, "receipt-waiting");
    let page = browser.get(&receipt).await.unwrap();
    assert!(
        page.body.contains(&waiting),
        "the receipt says that the service does not have it yet"
    );

    let mut office = back_office(&town, elsewhere);
    office.open().await;
    let delivered = async {
        while browser.get(&receipt).await.unwrap().body.contains(&waiting) {
            sleep(Duration::from_millis(200)).await;
        }
    };
    tokio::time::timeout(PATIENCE, delivered)
        .await
        .expect("delivered soon after it is there");
    portal.stop().await;
    office.stop().await;

    let office = account::office(&town).await;
    let requests = office.staff().list(&Default::default()).await.unwrap();
    assert_eq!(requests.len(), 1);
    let file = office
        .staff()
        .file(requests[0].0.number.as_deref().unwrap())
        .await
        .unwrap();
    assert_eq!(
        file.answers.get("place"),
        Some(&Answer::Text("12 rue du Lavoir".to_owned()))
    );
}

/// Fills in and sends a report without a photo; gives the address of the receipt.
pub(crate) async fn send_a_report(browser: &mut Browser) -> String {
    let begun = browser.post(PROCEDURE, &[]).await.unwrap();
    let draft = begun.location.split('/').nth(3).unwrap().to_owned();
    let pages: [(&str, &[(&str, &str)]); 4] = [
        ("danger", &[("danger", "no")]),
        (
            "lieu",
            &[("place", "12 rue du Lavoir"), ("place_details", "")],
        ),
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
        let answer = browser.post(&step(&draft, id), fields).await.unwrap();
        assert_eq!(answer.status, 303, "{id}: {}", answer.heading());
    }
    let photo = step(&draft, "photo");
    let answer = browser
        .post_file(&photo, &[("do", "continue")], None)
        .await
        .unwrap();
    assert_eq!(answer.status, 303, "photo: {}", answer.heading());
    let review = format!("/fr/brouillons/{draft}/verification");
    let sent = browser.post(&review, &[]).await.unwrap();
    assert_eq!(sent.status, 303, "{}", sent.heading());
    sent.location
}

/// `parvis-backoffice serve` on the data that the embedded one left.
pub(super) fn back_office(town: &Town, listen: SocketAddr) -> Running {
    let mut office = office_command(town, "serve");
    office
        .args(["--listen", &listen.to_string(), "--token-file"])
        .arg(town.path("token"));
    town.run(office, listen)
}

/// A command of the back office, with the data of the town.
pub(super) fn office_command(town: &Town, command: &str) -> Command {
    let mut office = Command::new(program());
    office
        .arg(command)
        .env_clear()
        .env("PARVIS_DATA", town.path("data"))
        .env("PARVIS_BACKOFFICE__CATALOGUE", CATALOGUE);
    office
}

/// The command of another crate lies beside ours once the workspace is built; a build of this crate alone
/// leaves it out.
pub(crate) fn program() -> PathBuf {
    let program = PathBuf::from(env!("CARGO_BIN_EXE_parvis")).with_file_name("parvis-backoffice");
    if !program.exists() {
        let built = Command::new(env!("CARGO"))
            .args([
                "build",
                "--package",
                "backoffice",
                "--bin",
                "parvis-backoffice",
            ])
            .stdin(Stdio::null())
            .status();
        assert!(
            built.unwrap().success(),
            "parvis-backoffice cannot be built"
        );
    }
    program
}
