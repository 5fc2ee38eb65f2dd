//! `kill -9`, fifty times, while people save and send: what was answered is kept, once.

use std::time::Duration;

use database::testing::on_postgres;
use tokio_util::sync::CancellationToken;

use super::{
    account::{self, Account},
    browser::Browser,
    killer::{Killer, seed},
    program::Town,
    resident::{Memory, Resident, step},
};

const ROUNDS: u32 = 50;
const RESIDENTS: u8 = 6;
/// Longest round, for a machine that does much else.
const LONGEST: Duration = Duration::from_millis(1200);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_that_residents_were_told_is_kept_is_lost_or_doubled_when_the_portal_is_killed() {
    residents_report_while_the_portal_is_killed(Town::new()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_lost_or_doubled_either_when_it_is_kept_in_postgresql() {
    let (portal, office) = (on_postgres().await, on_postgres().await);
    if let (Some(portal), Some(office)) = (portal, office) {
        let town = Town::on(portal.url(), office.url());
        residents_report_while_the_portal_is_killed(town).await;
    }
}

#[expect(
    clippy::print_stdout,
    reason = "whoever reads a failure needs to know what happened"
)]
async fn residents_report_while_the_portal_is_killed(town: Town) {
    let seed = seed();
    let (mut killer, signs) = Killer::of(&town, seed);
    let stop = CancellationToken::new();
    let residents: Vec<_> = (1..=RESIDENTS)
        .map(|name| {
            let browser = Browser::new(&town, &format!("198.51.100.{name}"));
            let resident = Resident::new(name, browser, seed, signs.clone());
            tokio::spawn(resident.report_until(stop.clone()))
        })
        .collect();

    killer.kills(ROUNDS, LONGEST).await;
    let portal = killer.leaves_it_alone().await;
    stop.cancel();
    let mut all = Memory::default();
    let mut cookies = Vec::new();
    for resident in residents {
        let (mut browser, memory) = resident.await.unwrap();
        for draft in &memory.left {
            let page = browser.get(&step(&draft.draft, "lieu")).await.unwrap();
            assert_eq!(
                page.typed("place"),
                draft.place,
                "the draft is as its author left it"
            );
        }
        for sent in &memory.sent {
            let page = browser.get(&sent.receipt).await.unwrap();
            assert!(
                page.status == 200 && page.body.contains(&sent.place),
                "{}",
                page.heading()
            );
        }
        cookies.extend(browser.cookie);
        all.sent.extend(memory.sent);
        all.doubtful.extend(memory.doubtful);
        all.left.extend(memory.left);
        all.saved += memory.saved;
        all.interrupted += memory.interrupted;
    }
    account::everything_is_delivered(&town).await;
    portal.stop().await;

    println!(
        "{} saves, {} sent, {} given up, {} left as drafts, {} interruptions",
        all.saved,
        all.sent.len(),
        all.doubtful.len(),
        all.left.len(),
        all.interrupted
    );
    let much = all.sent.len() >= 10 && all.left.len() >= 2 && all.interrupted >= 50;
    assert!(much, "too little happened to prove anything");
    let account = Account::read(&town).await;
    account.holds_each_report_once(&all);
    account.holds_every_photo(&all);
    account.journal_is_whole();
    town.tells_no_secret(&cookies);
}
