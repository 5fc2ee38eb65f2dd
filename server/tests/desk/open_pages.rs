//! Pages left open: they learn what changed, through whichever portal; what comes too late is kept; "I am done" ends
//! everything.

use app::ports::{Absence, News};
use domain::{locale::Locale, submitted::Submitted};
use jiff::SignedDuration;
use server::{
    portal::{About, Drafts, SaveError, Stream, Told, Visitor},
    worker::{Pace, Worker},
};
use tokio_util::sync::CancellationToken;

use crate::{
    procedure::typed,
    town::{Town, towns},
};

const NOTHING: News = News {
    messages: 0,
    state: false,
    arrived: false,
};

/// A resident with a page of their request open on this portal, and the request.
async fn reading(town: &Town) -> (Visitor, String, Stream) {
    let resident = town.resident();
    let request = town.request(&resident).await;
    town.worker.deliver().await.unwrap();
    let shown = town.read(&resident, &request).await.mark;
    let news = town.desk.news(&resident, &request, &shown).await.unwrap();
    (resident, request, news)
}

#[tokio::test]
async fn a_page_left_open_is_told_once_of_what_changed_through_another_portal() {
    for town in towns().await {
        let (resident, request, _) = reading(&town).await;
        let other = town.another_desk().await;
        let shown = town.read(&resident, &request).await.mark;
        let mut news = other.news(&resident, &request, &shown).await.unwrap();
        let mut waiting = Box::pin(news.next());
        assert!(futures::poll!(&mut waiting).is_pending(), "as it was shown");
        town.office.decide("accepted");
        town.worker.read_events().await.unwrap();
        other.look_for_changes().await.unwrap();
        let changed = News {
            state: true,
            ..NOTHING
        };
        assert_eq!(waiting.await, Some(Told::News(changed)));
        other.look_for_changes().await.unwrap();
        let mut waiting = Box::pin(news.next());
        assert!(futures::poll!(&mut waiting).is_pending(), "told once");
        drop(waiting);

        let shown = town.read(&resident, &request).await.mark;
        let mut news = other.news(&resident, &request, &shown).await.unwrap();
        assert!(
            futures::poll!(Box::pin(news.next())).is_pending(),
            "shown since"
        );
    }
}

#[tokio::test]
async fn what_changed_between_the_page_and_its_stream_is_told_at_once() {
    for town in towns().await {
        let (resident, request, _) = reading(&town).await;
        let shown = town.read(&resident, &request).await.mark;
        town.office.decide("in_review");
        town.worker.read_events().await.unwrap();
        let mut news = town.desk.news(&resident, &request, &shown).await.unwrap();
        let Some(Told::News(told)) = news.next().await else {
            panic!("nothing is told");
        };
        assert!(told.state);
        // A page that does not say what it shows is told nothing of the past.
        let mut news = town.desk.news(&resident, &request, "?").await.unwrap();
        assert!(futures::poll!(Box::pin(news.next())).is_pending());
    }
}

#[tokio::test]
async fn a_page_says_that_what_was_sent_has_arrived() {
    for town in towns().await {
        let resident = town.resident();
        let request = town.request(&resident).await;
        let shown = town.read(&resident, &request).await.mark;
        let mut news = town.desk.news(&resident, &request, &shown).await.unwrap();
        let mut waiting = Box::pin(news.next());
        assert!(futures::poll!(&mut waiting).is_pending());
        town.worker.deliver().await.unwrap();
        assert!(matches!(waiting.await, Some(Told::News(told)) if told.state));
    }
}

#[tokio::test]
async fn news_are_for_whoever_holds_the_access_and_end_with_it() {
    for town in towns().await {
        let (resident, request, mut news) = reading(&town).await;
        let stranger = town.resident();
        for (visitor, request) in [(&stranger, &*request), (&resident, "unknown")] {
            let refused = town.desk.news(visitor, request, "").await;
            assert_eq!(refused.err(), Some(Absence::Unknown));
        }
        assert!(futures::poll!(Box::pin(news.next())).is_pending());
        // The same browser, in another tab.
        town.desk.finish(&resident, Drafts::Erased).await.unwrap();
        assert_eq!(news.next().await, None, "nothing is told any more");

        let again = town.resident_with_code(&request).await;
        let shown = town.read(&again, &request).await.mark;
        let mut news = town.desk.news(&again, &request, &shown).await.unwrap();
        assert!(futures::poll!(Box::pin(news.next())).is_pending());
        town.wait(SignedDuration::from_mins(30));
        town.office.decide("accepted");
        town.worker.read_events().await.unwrap();
        assert_eq!(news.next().await, None, "the access is over");
    }
}

#[tokio::test]
async fn streams_end_when_the_portal_stops() {
    for town in towns().await {
        let (_, _, mut news) = reading(&town).await;
        let mut waiting = Box::pin(news.next());
        assert!(futures::poll!(&mut waiting).is_pending());
        let stop = CancellationToken::new();
        let worker = Worker::new(town.desk.clone(), Pace::default(), stop.clone());
        stop.cancel();
        worker.run().await;
        assert_eq!(waiting.await, None);
    }
}

fn letter(text: &str) -> Submitted {
    typed(&[("text", text)])
}

#[tokio::test]
async fn what_comes_after_the_end_of_an_access_is_kept_ten_minutes_for_whoever_opens_it_again() {
    for town in towns().await {
        let (resident, request, _) = reading(&town).await;
        let code = town.read(&resident, &request).await.tracking_code;
        let (desk, about) = (&town.desk, About::Request(&request));
        let address = "/fr/demandes/x/messages?cle=y";
        let keep = |visitor| desk.keep_late(visitor, about, address, letter("Canari"));
        assert_eq!(keep(&resident).await, Ok(false), "it is open: no need");
        town.wait(SignedDuration::from_mins(31));
        town.worker.purge().await.unwrap();
        let (stranger, nobody) = (town.resident(), Visitor::default());
        assert_eq!(keep(&stranger).await, Ok(false), "never theirs");
        assert_eq!(keep(&nobody).await, Ok(false), "nobody's");
        assert_eq!(keep(&resident).await, Ok(true));
        let words = desk.late_words(&resident, address).await;
        assert_eq!(words, None, "nothing is shown before it is open again");

        let proof = server::portal::Proof::Email(server::pii::Pii::new(
            "canari.mail@example.org".to_owned(),
        ));
        let opened = desk.follow(
            code.as_deref().unwrap(),
            proof,
            &resident,
            crate::town::ORIGIN,
        );
        assert_eq!(opened.await, Ok(request.clone()));
        let back = desk.late_address(&resident, &request).await;
        assert_eq!(back.as_deref(), Some(address));
        let words = desk.late_words(&resident, address).await;
        assert_eq!(words, Some(letter("Canari")));
        let other = town.resident_with_code(&request).await;
        let words = desk.late_words(&other, address).await;
        assert_eq!(words, None, "for the browser it was typed in");
        town.wait(SignedDuration::from_mins(10));
        assert_eq!(desk.late_words(&resident, address).await, None);
    }
}

#[tokio::test]
async fn an_access_that_was_closed_or_ended_long_ago_keeps_nothing() {
    for town in towns().await {
        let (resident, request, _) = reading(&town).await;
        let about = About::Request(&request);
        let keep = |visitor| town.desk.keep_late(visitor, about, "/fr", letter("Canari"));
        town.desk.finish(&resident, Drafts::Kept).await.unwrap();
        assert_eq!(keep(&resident).await, Ok(false), "closed on purpose");
        let again = town.resident_with_code(&request).await;
        town.wait(SignedDuration::from_hours(25));
        assert_eq!(keep(&again).await, Ok(false), "yesterday's");
    }
}

#[tokio::test]
async fn whoever_is_done_leaves_nothing_on_a_shared_computer() {
    for town in towns().await {
        let resident = town.resident();
        let sent = town.complete_draft(&resident).await;
        let french = Locale::French;
        let request = town.desk.send(&resident, &sent, french).await.unwrap();
        let request = request.request;
        town.worker.deliver().await.unwrap();
        let desk = &town.desk;
        let view = desk.view(resident, String::new());
        let (copy, message) = (view.form_key(), view.form_key());
        let begun = desk
            .begin_draft(&resident, "cantine", french)
            .await
            .unwrap();
        desk.copy_request(&resident, &request, &copy, french)
            .await
            .unwrap();
        desk.begin_message(&resident, &request, &message, french)
            .await
            .unwrap();
        desk.finish(&resident, Drafts::Erased).await.unwrap();
        assert_eq!(view.request(&request).await.unwrap_err(), Absence::Unknown);
        for gone in [&sent, &begun, &copy, &message] {
            let seen = view.draft(gone).await.unwrap_err();
            assert_eq!(seen, Absence::Unknown, "as if it had never been");
        }
        assert!(view.drafts().await.unwrap().is_empty());
        assert!(
            desk.send(&resident, &sent, french).await.is_err(),
            "no way back"
        );
        assert_eq!(desk.finish(&resident, Drafts::Erased).await, Ok(()));
    }
}

#[tokio::test]
async fn whoever_is_done_on_their_own_computer_keeps_their_drafts_and_nothing_of_their_requests() {
    for town in towns().await {
        let (resident, request, _) = reading(&town).await;
        let desk = &town.desk;
        let draft = town.draft(&resident).await;
        let key = town.desk.view(resident, String::new()).form_key();
        desk.begin_message(&resident, &request, &key, Locale::French)
            .await
            .unwrap();
        desk.finish(&resident, Drafts::Kept).await.unwrap();
        let view = desk.view(resident, String::new());
        assert!(view.draft(&draft).await.is_ok());
        let late = desk.save_step(&resident, &key, "message", 0, letter("Canari"));
        assert!(matches!(late.await, Err(SaveError::Unknown)));
        assert_eq!(view.request(&request).await.unwrap_err(), Absence::Unknown);
    }
}
