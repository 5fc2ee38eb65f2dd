//! Following what agents do: by rounds of polling, over long histories, each thing once.

use domain::request::{AuthorKind, Status};
use serde_json::json;

use super::{
    fake::Mood,
    town::{Town, towns},
};
use crate::{
    api::events::{EventKind, EventPage},
    connectors::request_tracker::Round,
};

async fn told(town: &Town, id: &str) -> Vec<EventKind> {
    let page: EventPage = town.read("/v1/events?limit=100").await;
    let resource = format!("/v1/requests/{id}");
    let about = page.items.iter().filter(|it| it.data.resource == resource);
    about.map(|event| event.kind).collect()
}

#[tokio::test]
async fn a_round_tells_what_changed_once_and_comments_not_at_all() {
    for (town, fake) in towns().await {
        let id = town.sent().await.summary.id;
        let other = town.sent().await.summary.id;
        fake.writes(0, "claire", "Nous lisons.", json!([]));
        fake.notes(1, "À voir avec Paul.");
        town.tracker.round().await.unwrap();
        let created = EventKind::RequestCreated;
        let expected = [created, EventKind::MessageAdded, EventKind::RequestUpdated];
        assert_eq!(told(&town, &id).await, expected);
        town.tracker.round().await.unwrap();
        assert_eq!(told(&town, &id).await, expected);
        assert_eq!(told(&town, &other).await, [created]);
    }
}

#[tokio::test]
async fn two_who_follow_at_once_record_once() {
    for (town, fake) in towns().await {
        let id = town.sent().await.summary.id;
        for words in ["Un.", "Deux."] {
            fake.writes(0, "claire", words, json!([]));
        }
        let path = format!("/v1/requests/{id}");
        let (one, other, page) =
            tokio::join!(town.tracker.round(), town.tracker.round(), town.get(&path));
        assert_eq!((one.unwrap().failed, other.unwrap().failed), (0, 0));
        assert_eq!(page.status(), 200);
        let thread = town.thread(&id).await;
        let said: Vec<_> = thread.iter().map(|it| it.text.as_str()).collect();
        assert_eq!(said, ["Un.", "Deux."]);
    }
}

#[tokio::test]
async fn a_long_history_is_followed_to_its_end() {
    for (town, fake) in towns().await {
        let id = town.sent().await.summary.id;
        for rank in 0..95 {
            fake.notes(0, "note");
            fake.writes(0, "claire", &format!("Message {rank}"), json!([]));
        }
        town.request(&id).await;
        let thread = town.thread(&id).await;
        assert_eq!(thread.len(), 95);
        assert_eq!(thread.last().unwrap().text, "Message 94");
    }
}

#[tokio::test]
async fn a_ticket_that_agents_deleted_is_found_though_no_search_lists_it() {
    for (town, fake) in towns().await {
        let id = town.sent().await.summary.id;
        fake.sets(0, "claire", "deleted");
        let round = town.tracker.round().await.unwrap();
        assert_eq!(
            round,
            Round {
                followed: 1,
                failed: 0
            }
        );
        assert_eq!(
            told(&town, &id).await,
            [EventKind::RequestCreated, EventKind::RequestUpdated]
        );
        assert_eq!(town.request(&id).await.summary.status, Status::Withdrawn);
    }
}

#[tokio::test]
async fn what_a_round_missed_while_the_tracker_was_away_is_told_by_the_next() {
    for (town, fake) in towns().await {
        let id = town.sent().await.summary.id;
        town.tracker.round().await.unwrap();
        fake.writes(0, "claire", "Nous lisons.", json!([]));
        fake.feel(Mood::Down);
        assert!(town.tracker.round().await.is_err());
        fake.feel(Mood::Works);
        town.tracker.round().await.unwrap();
        assert!(told(&town, &id).await.contains(&EventKind::MessageAdded));
    }
}

#[tokio::test]
async fn more_tickets_than_a_page_holds_are_all_followed() {
    for (town, fake) in towns().await {
        for _ in 0..105 {
            town.sent().await;
        }
        for ticket in 0..105 {
            fake.writes(ticket, "claire", "Nous lisons.", json!([]));
        }
        let round = town.tracker.round().await.unwrap();
        assert!(round.followed >= 105 && round.failed == 0, "{round:?}");
    }
}

#[tokio::test]
async fn what_a_resident_answers_by_mail_is_theirs() {
    for (town, fake) in towns().await {
        let id = town.sent().await.summary.id;
        fake.books().tickets[0]
            .requestors
            .push("sacha@example.org".to_owned());
        fake.writes(0, "sacha@example.org", "Par courriel.", json!([]));
        let thread = town.thread(&id).await;
        assert_eq!(thread[0].author_kind, AuthorKind::Citizen);
        assert_eq!(town.request(&id).await.summary.status, Status::Submitted);
    }
}

#[tokio::test]
async fn merged_tickets_never_show_one_resident_what_is_said_to_another() {
    for (town, fake) in towns().await {
        let one = town.sent().await.summary.id;
        let other = town.sent().await.summary.id;
        fake.writes(0, "claire", "Pour le premier.", json!([]));
        fake.books().tickets[0].merged = Some(2);
        fake.writes(1, "claire", "Pour le second.", json!([]));
        town.tracker.round().await.unwrap();
        assert_eq!(town.thread(&one).await, []);
        let thread = town.thread(&other).await;
        let said: Vec<_> = thread.iter().map(|it| it.text.as_str()).collect();
        assert_eq!(said, ["Pour le second."]);
    }
}

#[tokio::test]
async fn a_status_without_meaning_is_told_as_such() {
    for (town, fake) in towns().await {
        let id = town.sent().await.summary.id;
        fake.sets(0, "claire", "at-the-lawyers");
        assert_eq!(town.request(&id).await.summary.status, Status::Other);
    }
}

#[tokio::test]
async fn housekeeping_forgets_ended_requests_with_their_tickets() {
    for (town, fake) in towns().await {
        let id = town.sent().await.summary.id;
        fake.writes(0, "claire", "C’est fait.", json!([]));
        fake.sets(0, "claire", "resolved");
        town.request(&id).await;
        town.later(jiff::SignedDuration::from_hours(24 * 100));
        assert_eq!(town.tracker.purge().await.unwrap().requests, 1);
        assert_eq!(town.get(&format!("/v1/requests/{id}")).await.status(), 404);
        let round = town.tracker.round().await.unwrap();
        assert_eq!(
            round,
            Round {
                followed: 0,
                failed: 0
            }
        );
    }
}
