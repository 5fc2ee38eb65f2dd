//! `kill -9`, fifty times, while people save and send: what was answered is kept, once.

use std::{env, sync::Arc, time::Duration};

use database::testing::on_postgres;
use tokio::{
    sync::watch,
    time::{sleep, timeout},
};
use tokio_util::sync::CancellationToken;

use super::{
    account::{self, Account},
    browser::Browser,
    dice::Dice,
    program::Town,
    resident::{CANARY, Memory, Resident, Signs, step},
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
    reason = "whoever reads a failure needs the seed and what happened"
)]
async fn residents_report_while_the_portal_is_killed(town: Town) {
    let seed = env::var("PARVIS_TEST_SEED")
        .ok()
        .and_then(|seed| seed.parse().ok());
    let seed = seed.unwrap_or(20_261_122);
    println!("PARVIS_TEST_SEED={seed} throws the same dice again");
    let mut dice = Dice::new(seed);
    let (tell, open) = watch::channel(false);
    let answers = Arc::new(watch::Sender::new(0));
    let mut answered = answers.subscribe();
    let signs = Signs { open, answers };
    let stop = CancellationToken::new();
    let residents: Vec<_> = (1..=RESIDENTS)
        .map(|name| {
            let browser = Browser::new(&town, &format!("198.51.100.{name}"));
            let resident = Resident::new(name, browser, seed, signs.clone());
            tokio::spawn(resident.report_until(stop.clone()))
        })
        .collect();

    for _ in 0..ROUNDS {
        let mut portal = town.start();
        if dice.one_in(5) {
            // Killed while it starts, the very first time perhaps.
            sleep(Duration::from_millis(dice.below(400))).await;
            portal.kill();
            continue;
        }
        portal.open().await;
        tell.send_replace(true);
        // Counted in answers, so that as much happens on a slow machine; then at any moment.
        let enough = *answered.borrow() + 8 + usize::try_from(dice.below(30)).unwrap();
        let _ = timeout(LONGEST, answered.wait_for(|answers| *answers >= enough)).await;
        sleep(Duration::from_millis(dice.below(40))).await;
        tell.send_replace(false);
        portal.kill();
        account::two_minutes_go_by(&town).await;
    }

    // A process killed while it started may have taken work on too.
    account::two_minutes_go_by(&town).await;
    let mut portal = town.start();
    portal.open().await;
    tell.send_replace(true);
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

    let said = town.said().to_lowercase();
    assert!(!said.contains(CANARY), "what someone typed is in a log");
    let secrets = cookies.iter().filter_map(|cookie| cookie.split('=').nth(1));
    for secret in secrets {
        assert!(
            !said.contains(&secret.to_lowercase()),
            "a cookie is in a log"
        );
    }
    assert!(!said.contains("panic"), "{said}");
}
