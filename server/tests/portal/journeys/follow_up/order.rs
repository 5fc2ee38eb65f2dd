//! What is done while the back office is away arrives later, in order.

use app::{paths::Path, t_in};
use domain::{locale::Locale, request::Status};
use jiff::SignedDuration;

use super::sent;
use crate::{
    routes::addresses::{SENT, identifier},
    support::{Filler, Town},
};

#[tokio::test]
async fn what_a_resident_does_while_the_back_office_is_away_arrives_later_in_order() {
    let town = Town::open().await;
    let sent = sent(&town, Locale::French).await;
    town.back_office_goes_away();
    for text in ["un", "deux"] {
        sent.resident.go_on(&sent.message(text).await).await;
        town.wait(SignedDuration::from_secs(1));
    }
    let gone = sent.resident.go_on(&sent.withdrawal().await).await;
    assert_eq!(
        gone.one("h1"),
        t_in!(Locale::French, "status-withdrawal-recorded")
    );
    town.worker.deliver_follow_up().await.unwrap();
    town.back_office_is_back();
    for _ in 0..8 {
        town.wait(SignedDuration::from_mins(10));
        town.worker.deliver_follow_up().await.unwrap();
    }
    let file = town.office.staff().file(&sent.number).await.unwrap();
    let texts: Vec<&str> = file.messages.iter().map(|message| &*message.text).collect();
    assert_eq!(texts, ["un", "deux"]);
    assert_eq!(file.summary.status, Status::Withdrawn);
    let thread = sent.opened_again(&town).await.thread().await;
    assert_eq!(thread.all(".thread__message").len(), 2);
    assert!(
        !thread
            .main()
            .contains(&t_in!(Locale::French, "thread-waiting"))
    );
}

#[tokio::test]
async fn what_is_done_before_the_request_itself_left_follows_it() {
    let town = Town::open().await;
    let resident = town.resident(Locale::French);
    town.back_office_goes_away();
    let receipt = resident
        .request_of(town.procedure(SENT), &Filler::choosing(&[]))
        .await;
    let path = Path::Messages(identifier(&receipt));
    let form = resident.open(&path).await.form("#step-form");
    resident
        .go_on(&form.with("text", "Encore une chose.").press("send"))
        .await;
    town.worker.deliver_follow_up().await.unwrap();
    town.back_office_is_back();
    town.wait(SignedDuration::from_mins(10));
    town.worker.deliver().await.unwrap();
    town.worker.deliver_follow_up().await.unwrap();
    let thread = resident.open(&path).await;
    assert!(
        thread
            .main()
            .contains(&t_in!(Locale::French, "thread-arrived"))
    );
}
