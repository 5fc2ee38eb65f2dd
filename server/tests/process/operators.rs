//! What an operator does about a request that stopped on its way, beside a portal that runs.

use database::{Database, DatabaseError};

use super::{
    account,
    away::send_a_report,
    browser::Browser,
    program::{Town, outcome},
};

#[tokio::test]
async fn an_operator_sees_what_stopped_and_has_it_tried_again() {
    let town = Town::new();
    let mut portal = town.start();
    portal.open().await;
    let mut browser = Browser::new(&town, "198.51.100.1");
    let receipt = send_a_report(&mut browser).await;
    let request = receipt.split('/').nth(3).unwrap().to_owned();
    account::everything_is_delivered(&town).await;
    assert_eq!(
        said(&town, &["deliveries"]),
        (true, "Nothing stopped.\n".to_owned())
    );

    refused_by_the_back_office(&town).await;
    let (fine, list) = said(&town, &["deliveries"]);
    assert!(fine && list.starts_with(&request), "{list}");
    assert!(
        list.contains("request.deliver") && list.contains("forbidden_by_test"),
        "{list}"
    );
    let (fine, again) = said(&town, &["deliveries", "--resume", &request]);
    assert!(fine && again.contains("tried again"), "{again}");
    account::everything_is_delivered(&town).await;
    assert!(
        !said(&town, &["deliveries", "--resume", &request]).0,
        "nothing of it stopped"
    );
    let (fine, none) = said(&town, &["deliveries", "--resume-all"]);
    assert!(fine && none.is_empty(), "{none}");

    let (whole, journal) = said(&town, &["journal"]);
    assert!(whole && journal.contains("2 lines"), "{journal}");
    portal.stop().await;
    a_line_is_changed(&town).await;
    assert!(!said(&town, &["journal"]).0, "a changed line is noticed");
}

/// A command of the portal: whether it ended well, and what it said.
fn said(town: &Town, words: &[&str]) -> (bool, String) {
    let mut command = town.parvis(words[0]);
    let (output, _) = outcome(command.args(&words[1..]));
    let said = String::from_utf8(output.stdout).unwrap();
    (output.status.success(), said)
}

async fn refused_by_the_back_office(town: &Town) {
    let sql = "UPDATE outbox SET state = 'needs_human', last_error = 'forbidden_by_test' \
               WHERE topic = 'request.deliver'";
    change(town, sql).await;
}

async fn a_line_is_changed(town: &Town) {
    change(town, "UPDATE journal SET at = at + 1 WHERE rank = 1").await;
}

async fn change(town: &Town, sql: &'static str) {
    let database = Database::open(&town.portal_database).await.unwrap();
    let changed = database.write::<_, DatabaseError, _>(move |tx| {
        Box::pin(async move { tx.execute(sql, &[]).await })
    });
    assert_eq!(changed.await.unwrap(), 1);
    database.close().await;
}
