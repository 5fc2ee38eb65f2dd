//! `kill -9`, thirty times, while people book appointments and move them: each stands once, at the time last told.

use std::time::Duration;

use database::testing::on_postgres;
use tokio_util::sync::CancellationToken;

use super::{
    account,
    agendas::Agendas,
    booker::Booker,
    browser::Browser,
    diary::Diary,
    killer::{Killer, seed},
    program::Town,
};

const ROUNDS: u32 = 30;
const RESIDENTS: u8 = 6;
/// Longest round, for a machine that does much else.
const LONGEST: Duration = Duration::from_millis(800);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_appointment_stands_once_where_its_resident_was_told_when_the_portal_is_killed() {
    residents_book_while_the_portal_is_killed(Town::new()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_appointment_stands_once_where_its_resident_was_told_on_postgresql_too() {
    let (portal, office) = (on_postgres().await, on_postgres().await);
    if let (Some(portal), Some(office)) = (portal, office) {
        let town = Town::on(portal.url(), office.url());
        residents_book_while_the_portal_is_killed(town).await;
    }
}

#[expect(
    clippy::print_stdout,
    reason = "whoever reads a failure needs to know what happened"
)]
async fn residents_book_while_the_portal_is_killed(town: Town) {
    let seed = seed();
    let (mut killer, signs) = Killer::of(&town, seed);
    let stop = CancellationToken::new();
    let residents: Vec<_> = (1..=RESIDENTS)
        .map(|name| {
            let browser = Browser::new(&town, &format!("198.51.100.{name}"));
            let booker = Booker::new(name, browser, seed, signs.clone());
            tokio::spawn(booker.book_until(stop.clone()))
        })
        .collect();
    killer.kills(ROUNDS, LONGEST).await;
    let portal = killer.leaves_it_alone().await;
    stop.cancel();
    let mut all = Diary::default();
    for resident in residents {
        all.join(resident.await.unwrap());
    }
    account::everything_is_delivered(&town).await;
    portal.stop().await;

    println!(
        "{} booked, {} moves and {} in doubt, {} sent and given up, {} times taken, {} interruptions",
        all.booked.len(),
        all.moved,
        all.moves_in_doubt,
        all.doubtful.len(),
        all.taken,
        all.interrupted
    );
    let much = all.booked.len() >= 10 && all.moved >= 5 && all.interrupted >= 20;
    assert!(much, "too little happened to prove anything");
    let agendas = Agendas::read(&town).await;
    agendas.hold_each_visit_once(&all);
    agendas.no_two_meet();
    agendas.no_tick_is_lost();
    agendas.journal_is_whole();
    let cookies: Vec<_> = all.sent().filter_map(|it| it.cookie.clone()).collect();
    town.tells_no_secret(&cookies);
}
