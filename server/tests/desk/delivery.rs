//! Delivery: whatever the back office does, a request arrives once, and its sender is told the truth.

use domain::{answers::Answer, request::Status};
use futures::stream;
use jiff::SignedDuration;
use server::{
    operators,
    store::outbox::{self, Topic},
    worker::{Pace, Worker},
};
use tokio_util::sync::CancellationToken;

use crate::{
    office::Mood,
    town::{Town, towns},
};

const MINUTE: SignedDuration = SignedDuration::from_mins(1);
const HOURS: SignedDuration = SignedDuration::from_hours(2);

async fn waiting(town: &Town) -> i64 {
    outbox::waiting(&town.database, Topic::Delivery)
        .await
        .unwrap()
        .0
}

#[tokio::test]
async fn a_request_recorded_while_the_back_office_is_down_is_delivered_when_it_is_back() {
    for town in towns().await {
        town.office.feel(Mood::Down);
        let resident = town.resident();
        let request = town.request(&resident).await;
        for _ in 0..30 {
            town.worker.deliver().await.unwrap();
            town.wait(HOURS);
        }
        assert_eq!((waiting(&town).await, town.office.counts()), (1, (0, 0)));
        town.office.feel(Mood::Works);
        town.worker.deliver().await.unwrap();
        assert_eq!(waiting(&town).await, 0);
        let resident = town.resident_with_code(&request).await;
        let read = town.read(&resident, &request).await;
        assert_eq!(read.number.as_deref(), Some("2026-000000"));
        assert!(read.delivered_at.is_some() && read.recorded_at < read.delivered_at.unwrap());
        let books = town.office.books();
        assert_eq!(books.requests[0].body.submitted_at, read.recorded_at);
        assert_eq!(
            Some(&books.requests[0].body.tracking_code),
            read.tracking_code.as_ref()
        );
    }
}

#[tokio::test]
async fn after_a_doubtful_answer_the_portal_asks_before_it_sends_again() {
    for town in towns().await {
        for (mood, posts) in [
            (Mood::BreaksAfter, 1),
            (Mood::BabblesAfter, 1),
            (Mood::FailsAfter, 1),
            (Mood::HtmlBadGateway, 2),
        ] {
            town.office.feel(mood);
            let before = town.office.counts();
            let resident = town.resident();
            let request = town.request(&resident).await;
            town.worker.deliver().await.unwrap();
            assert!(
                town.read(&resident, &request).await.delivered_at.is_none(),
                "{mood:?}"
            );
            town.office.feel(Mood::Works);
            let asked = town.office.books().asked;
            town.wait(MINUTE);
            town.worker.deliver().await.unwrap();
            assert!(
                town.read(&resident, &request).await.delivered_at.is_some(),
                "{mood:?}"
            );
            let books = town.office.books();
            assert_eq!(books.asked, asked + 1, "{mood:?}");
            assert_eq!(
                (books.posts, books.requests.len()),
                (before.0 + posts, before.1 + 1),
                "{mood:?}"
            );
        }
    }
}

#[tokio::test]
async fn a_portal_that_died_while_sending_asks_before_it_sends_again() {
    for town in towns().await {
        let resident = town.resident();
        town.request(&resident).await;
        // A worker takes the request, sends it, and dies before it can write down that it did.
        let (now, until) = (town.now(), town.now() + MINUTE * 2);
        let lease = town.database.write(move |tx| {
            Box::pin(async move { outbox::lease(tx, Topic::Delivery, now, until).await })
        });
        assert!(lease.await.unwrap().is_some());
        town.worker.deliver().await.unwrap();
        assert_eq!(
            town.office.books().posts,
            0,
            "it belongs to the dead worker for now"
        );
        town.wait(MINUTE * 3);
        town.worker.deliver().await.unwrap();
        let books = town.office.books();
        assert_eq!((books.asked, books.posts, books.requests.len()), (1, 1, 1));
    }
}

#[tokio::test]
async fn a_request_that_the_back_office_refuses_waits_for_a_person_and_goes_on_once_mended() {
    for town in towns().await {
        town.office.feel(Mood::Refuses);
        let resident = town.resident();
        let request = town.request(&resident).await;
        for _ in 0..3 {
            town.worker.deliver().await.unwrap();
            town.wait(HOURS);
        }
        assert_eq!(
            town.office.books().posts,
            1,
            "the same answer would come again"
        );
        let resident = town.resident_with_code(&request).await;
        assert_eq!(
            town.read(&resident, &request).await.status,
            Status::Submitted
        );
        town.office.feel(Mood::Works);
        assert!(
            operators::resume(&town.database, &request, &*town.clock)
                .await
                .unwrap()
        );
        town.worker.deliver().await.unwrap();
        assert!(town.read(&resident, &request).await.delivered_at.is_some());
    }
}

#[tokio::test]
async fn a_receipt_that_cannot_leave_is_tried_again_for_five_days_then_an_operator_decides() {
    for town in towns().await {
        let in_the_way = town.folder.path().join("mail");
        std::fs::write(&in_the_way, "no folder can be made here").unwrap();
        let resident = town.resident();
        let request = town.request(&resident).await;
        for _ in 0..8 {
            town.worker.send_receipts().await.unwrap();
            town.wait(HOURS * 5);
            assert!(outbox::stopped(&town.database).await.unwrap().is_empty());
        }
        town.wait(SignedDuration::from_hours(5 * 24));
        town.worker.send_receipts().await.unwrap();
        let stopped = outbox::stopped(&town.database).await.unwrap();
        let [receipt] = stopped.as_slice() else {
            panic!("{stopped:?}")
        };
        assert_eq!(receipt.reason, "mail_too_late");
        std::fs::remove_file(&in_the_way).unwrap();
        operators::resume(&town.database, &request, &*town.clock)
            .await
            .unwrap();
        town.worker.send_receipts().await.unwrap();
        assert!(outbox::stopped(&town.database).await.unwrap().is_empty());
        assert_eq!(std::fs::read_dir(&in_the_way).unwrap().count(), 1);
    }
}

#[tokio::test]
async fn two_portals_on_the_same_tables_deliver_each_request_once_and_in_order() {
    for town in towns().await {
        let resident = town.resident();
        for _ in 0..6 {
            town.request(&resident).await;
            town.wait(SignedDuration::from_secs(1));
        }
        let other = town.another_desk().await;
        let other = Worker::new(other, Pace::default(), CancellationToken::new());
        let (one, two) = tokio::join!(town.worker.deliver(), other.deliver());
        one.unwrap();
        two.unwrap();
        let books = town.office.books();
        assert_eq!((books.posts, books.requests.len()), (6, 6));
        let keys: std::collections::BTreeSet<_> =
            books.requests.iter().map(|known| &known.key).collect();
        assert_eq!(keys.len(), 6);
    }
}

#[tokio::test]
async fn files_travel_first_and_arrive_as_they_were() {
    for town in towns().await {
        let resident = town.resident();
        let draft = town.complete_draft(&resident).await;
        let content = [b"%PDF-1.7\n".as_slice(), &[7; 150_000]].concat();
        let bytes = stream::iter([Ok(content.clone().into())]);
        town.desk
            .attach(&resident, &draft, "papers", "proof", "Été.pdf", bytes)
            .await
            .unwrap();
        town.desk
            .send(&resident, &draft, domain::locale::Locale::French)
            .await
            .unwrap();
        town.office.feel(Mood::HtmlBadGateway);
        town.worker.deliver().await.unwrap();
        town.office.feel(Mood::Works);
        town.wait(MINUTE);
        town.worker.deliver().await.unwrap();
        {
            let books = town.office.books();
            assert_eq!(books.uploads.len(), 1, "the same key at the second attempt");
            assert_eq!(books.uploads[0].1, content);
            let Some(Answer::Files(files)) = books.requests[0].body.answers.get("proof") else {
                panic!("no file in the request")
            };
            assert_eq!(
                (files[0].id.as_str(), files[0].filename.as_str()),
                ("up-0", "Été.pdf")
            );
        }
    }
}

#[tokio::test]
async fn a_decision_is_remembered_for_the_day_the_back_office_does_not_answer() {
    for town in towns().await {
        let resident = town.resident();
        let request = town.request(&resident).await;
        town.worker.deliver().await.unwrap();
        town.office.decide("accepted");
        town.worker.read_events().await.unwrap();
        town.office.feel(Mood::Down);
        town.wait(MINUTE);
        let read = town.read(&resident, &request).await;
        assert_eq!(read.status, Status::Accepted);
        assert_eq!(read.timeline[0].text.as_deref(), Some("Canari-Service"));
        assert_eq!(read.known_at.unwrap().to_string(), "2026-11-22T09:00:00Z");
    }
}

#[tokio::test]
async fn the_last_good_catalogue_is_shown_and_says_how_old_it_is() {
    for town in towns().await {
        town.wait(MINUTE);
        town.worker.refresh_catalogue().await.unwrap();
        assert_eq!(town.office.books().unchanged, 1, "nothing was sent again");
        town.office.feel(Mood::Down);
        town.wait(MINUTE);
        town.worker.refresh_catalogue().await.unwrap();
        let view = town.desk.view(town.resident(), String::new());
        let since = view.catalogue().unwrap().stale_since.unwrap();
        assert_eq!(since.to_string(), "2026-11-22T09:01:00Z");
        assert!(town.desk.ready().await);
        town.office.feel(Mood::Works);
        town.worker.refresh_catalogue().await.unwrap();
        assert_eq!(view.catalogue().unwrap().stale_since, None);
    }
}
