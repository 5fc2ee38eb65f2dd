//! A real Request Tracker behind the portal, three programs side by side: the life of a request whose agents work
//! there. Left out where Request Tracker is not installed, unless `PARVIS_TEST_REQUIRE_RT` insists.

use std::{fs, process::Command, time::Duration};

use app::t_in;
use backoffice::connectors::request_tracker::testing::{TestTracker, request_tracker};
use domain::locale::Locale;
use http::Method;
use scraper::{Html, Selector};
use serde_json::Value;
use tokio::time::sleep;

use super::{
    away::{program, send_a_report},
    browser::{Answer, Browser},
    program::{CATALOGUE, PATIENCE, Running, Town, free_address, outcome},
};

const FRENCH: Locale = Locale::French;

#[tokio::test]
async fn a_resident_follows_in_the_portal_what_agents_do_in_request_tracker() {
    let Some(rt) = request_tracker().unwrap() else {
        return;
    };
    let town = Town::new();
    let (mut connector, mut portal) = programs(&town, &rt);
    connector.open().await;
    portal.open().await;
    let mut browser = Browser::new(&town, "198.51.100.7");
    let receipt = sent_once_there_is_a_catalogue(&mut browser).await;
    let waiting = t_in!(FRENCH, "receipt-waiting");
    until(&mut browser, &receipt, |page| !page.body.contains(&waiting)).await;
    let request = receipt.replace("/recepisse", "");

    let ticket = only_ticket(&rt).await;
    let page = browser.get(&receipt).await.unwrap();
    assert!(
        page.body.contains(&ticket),
        "the receipt tells the number of the ticket"
    );
    rt.claire_notes(&ticket, "Encore lui.").await.unwrap();
    rt.claire_writes(
        &ticket,
        "<p>Quel numéro de lampadaire&nbsp;?</p>",
        Some("stalled"),
    )
    .await
    .unwrap();
    let asked = t_in!(FRENCH, "demand-title");
    let page = until(&mut browser, &request, |page| page.body.contains(&asked)).await;
    assert!(page.body.contains("Quel numéro de lampadaire ?"));
    assert!(page.body.contains(&t_in!(FRENCH, "demand-answer")));
    assert!(!page.body.contains("Encore lui") && !page.body.contains("Claire"));

    write(
        &mut browser,
        &format!("{request}/messages"),
        "Le numéro 12.",
    )
    .await;
    let reviewed = t_in!(FRENCH, "status-in-review");
    until(&mut browser, &request, |page| page.heading() == reviewed).await;
    let path = format!("ticket/{ticket}");
    let seen = rt.as_claire(Method::GET, &path, Value::Null);
    assert_eq!(seen.await.unwrap()["Status"], "open");

    rt.claire_writes(
        &ticket,
        "<p>La lampe est <b>changée</b>.</p>",
        Some("resolved"),
    )
    .await
    .unwrap();
    let accepted = t_in!(FRENCH, "status-accepted");
    let page = until(&mut browser, &request, |page| page.heading() == accepted).await;
    assert!(page.body.contains("La lampe est changée."));

    // Request Tracker goes away: the page still opens, and says how old it is.
    drop(rt);
    let old = t_in!(FRENCH, "request-old-title");
    let page = until(&mut browser, &request, |page| page.body.contains(&old)).await;
    assert_eq!(page.heading(), accepted);
    portal.stop().await;
    connector.stop().await;
    let said = town.said();
    for private in ["lampe", "Lavoir", "numéro 12", "1-14-"] {
        assert!(!said.contains(private), "{private} in a log");
    }
}

/// The connector and the portal of a town, started.
fn programs(town: &Town, rt: &TestTracker) -> (Running, Running) {
    let token = "only the portal and its back office know this\n";
    fs::write(town.path("token"), token).unwrap();
    let settings = format!(
        "url = \"{}\"\naccount = \"parvis\"\ntoken_file = \"{}\"\nqueue = \"Démarches\"\nevery_seconds = 5\n",
        rt.url(),
        rt.token_file().display()
    );
    fs::write(town.path("rt.toml"), settings).unwrap();
    let elsewhere = free_address();
    let office = |command: &str| {
        let mut office = Command::new(program());
        office
            .arg(command)
            .env_clear()
            .env("RUST_LOG", "info")
            .env("PARVIS_DATA", town.path("connector"))
            .env("PARVIS_BACKOFFICE__CATALOGUE", CATALOGUE);
        office
    };
    let (key, errors) = outcome(&mut office("new-key"));
    assert!(key.status.success(), "{errors}");
    let mut check = office("check-request-tracker");
    check.arg("--settings").arg(town.path("rt.toml"));
    let (checked, errors) = outcome(&mut check);
    assert!(checked.status.success(), "{errors}");
    let mut connector = office("serve-request-tracker");
    connector
        .args(["--listen", &elsewhere.to_string(), "--token-file"])
        .arg(town.path("token"))
        .arg("--settings")
        .arg(town.path("rt.toml"));
    let mut portal = town.parvis("serve");
    portal
        .env("PARVIS_BACKOFFICE__URL", format!("http://{elsewhere}"))
        .env("PARVIS_BACKOFFICE__TOKEN_FILE", town.path("token"));
    (
        town.run(connector, elsewhere),
        town.run(portal, town.listen),
    )
}

/// The portal may have started before the connector had the catalogue to give.
async fn sent_once_there_is_a_catalogue(browser: &mut Browser) -> String {
    let there = |page: &Answer| page.status == 200;
    until(browser, "/fr/demarches/signaler-un-probleme", there).await;
    send_a_report(browser).await
}

async fn only_ticket(rt: &TestTracker) -> String {
    let found = rt.as_claire(Method::GET, "tickets?query=id%20%3E%200", Value::Null);
    let found = found.await.unwrap();
    let tickets = found["items"].as_array().unwrap();
    assert_eq!(tickets.len(), 1);
    tickets[0]["id"].as_str().unwrap().to_owned()
}

/// Opens a page again until it is as awaited.
async fn until(browser: &mut Browser, path: &str, awaited: impl Fn(&Answer) -> bool) -> Answer {
    let mut last = String::new();
    let opening = async {
        loop {
            let page = browser.get(path).await.unwrap();
            if awaited(&page) {
                return page;
            }
            last = page.heading();
            sleep(Duration::from_millis(200)).await;
        }
    };
    let opened = tokio::time::timeout(PATIENCE, opening).await;
    opened.unwrap_or_else(|_| panic!("{path} stays as it is: {last}"))
}

/// Sends a message by the form of the thread.
async fn write(browser: &mut Browser, path: &str, text: &str) {
    let page = browser.get(path).await.unwrap();
    let (action, mut fields) = form(&page);
    fields.extend([
        ("text".to_owned(), text.to_owned()),
        ("do".to_owned(), "send".to_owned()),
    ]);
    let fields: Vec<_> = fields
        .iter()
        .map(|(name, value)| (&**name, &**value))
        .collect();
    let sent = browser.post_file(&action, &fields, None).await.unwrap();
    assert_eq!(sent.status, 303, "{}", sent.heading());
}

/// Where the form of a page is sent, and what is hidden in it.
fn form(page: &Answer) -> (String, Vec<(String, String)>) {
    let page = Html::parse_document(&page.body);
    let form = page.select(&Selector::parse("#step-form").unwrap()).next();
    let form = form.unwrap();
    let hidden = Selector::parse("input[type=hidden]").unwrap();
    let text =
        |input: scraper::ElementRef<'_>, name| input.attr(name).unwrap_or_default().to_owned();
    let fields = form
        .select(&hidden)
        .map(|it| (text(it, "name"), text(it, "value")));
    (text(form, "action"), fields.collect())
}
