//! Notices: an event is told once, at a decent hour, by a way that works, and tells nothing to others.

use domain::{
    locale::Locale,
    notice::{Manners, Way},
};
use jiff::SignedDuration;
use server::{
    notices::bounce::Bounced,
    operators::came_back,
    portal::Visitor,
    store::{
        notice_choices::Reach,
        notices::{self, Post, State},
    },
    worker::{Pace, Worker},
};
use tokio_util::sync::CancellationToken;

use crate::{
    phones::{Line, Phones},
    town::{Posts, Town, towns, towns_with},
};

const PHONE: &str = "+33639981234";

/// A Monday morning: the town opens on a Sunday.
const TO_MONDAY: SignedDuration = SignedDuration::from_hours(24);
const A_QUARTER: SignedDuration = SignedDuration::from_mins(15);

impl Town {
    /// A request that the service has; gives its holder too.
    pub(crate) async fn delivered(&self) -> (Visitor, String) {
        let resident = self.resident();
        let request = self.request(&resident).await;
        self.worker.deliver().await.unwrap();
        self.worker.read_events().await.unwrap();
        (resident, request)
    }

    /// The service does something, and the portal learns of it.
    async fn learns(&self, rank: usize, kind: &str, status: Option<&str>) {
        self.office.happens(rank, kind, status);
        self.worker.read_events().await.unwrap();
    }

    /// Notices written as files so far, as they travel; receipts are not among them.
    pub(crate) fn notices(&self) -> Vec<String> {
        let Ok(files) = std::fs::read_dir(self.folder.path().join("mail")) else {
            return Vec::new();
        };
        let files = files.map(|file| file.unwrap());
        files
            .filter(|file| file.file_name().to_string_lossy().starts_with("notice-"))
            .map(|file| std::fs::read_to_string(file.path()).unwrap())
            .collect()
    }

    pub(crate) async fn states(&self, request: &str) -> Vec<(Way, State)> {
        let stored = notices::of_request(&self.database, request).await.unwrap();
        stored.into_iter().map(|it| (it.way, it.state)).collect()
    }

    pub(crate) async fn chooses(
        &self,
        resident: &Visitor,
        request: &str,
        way: Option<Way>,
        email: bool,
    ) {
        let reach = Reach {
            way,
            email: email.then(|| "canari.mail@example.org".to_owned()),
            phone: Some(PHONE.to_owned()),
            locale: Locale::English,
            reminders: None,
        };
        let chosen = self.desk.choose_notices(resident, request, reach).await;
        chosen.unwrap();
    }

    pub(crate) fn post(&self) -> Post {
        Post {
            vault: self.vault(),
            zone: jiff::tz::TimeZone::get("Europe/Paris").unwrap(),
            ways: Way::ALL.into(),
            manners: Manners::default(),
        }
    }
}

pub(crate) async fn towns_with_phones(per_day: u32) -> (Phones, Vec<Town>) {
    let phones = Phones::open().await;
    let posts = || Posts {
        gateway: Some(phones.gateway(per_day)),
        ..Posts::default()
    };
    let towns = towns_with(posts).await;
    for town in &towns {
        town.wait(TO_MONDAY);
    }
    (phones, towns)
}

#[tokio::test]
async fn an_event_is_told_once_without_a_word_of_the_request() {
    for town in towns().await {
        let (_, request) = town.delivered().await;
        town.learns(0, "status", Some("rejected")).await;
        // Read again, by this portal or another one: the same event.
        town.worker.read_events().await.unwrap();
        town.worker.send_notices().await.unwrap();
        assert_eq!(town.notices().len(), 0, "what follows closely joins it");
        town.wait(A_QUARTER);
        town.worker.send_notices().await.unwrap();
        town.worker.send_notices().await.unwrap();
        let letters = town.notices();
        assert_eq!(letters.len(), 1);
        for secret in ["Canari-", "cantine", "2026-000000", &request] {
            assert!(!letters[0].contains(secret), "{secret}: {}", letters[0]);
        }
        assert_eq!(town.states(&request).await, [(Way::Email, State::Sent)]);
    }
}

#[tokio::test]
async fn what_happens_closely_together_is_told_together() {
    for town in towns().await {
        let (_, request) = town.delivered().await;
        town.learns(0, "status", Some("info_requested")).await;
        town.wait(SignedDuration::from_mins(5));
        town.learns(0, "message", None).await;
        town.wait(SignedDuration::from_mins(6));
        town.worker.send_notices().await.unwrap();
        assert_eq!(town.states(&request).await.len(), 1);
        assert_eq!(town.notices().len(), 1);
        // The next one keeps its distance.
        town.learns(0, "message", None).await;
        town.wait(A_QUARTER);
        town.worker.send_notices().await.unwrap();
        assert_eq!(town.notices().len(), 1);
        town.wait(A_QUARTER);
        town.worker.send_notices().await.unwrap();
        assert_eq!(town.notices().len(), 2);
    }
}

#[tokio::test]
async fn nobody_is_woken_up() {
    for town in towns().await {
        let (_, request) = town.delivered().await;
        // 23:00 in Paris.
        town.wait(SignedDuration::from_hours(13));
        town.learns(0, "status", Some("accepted")).await;
        town.wait(SignedDuration::from_hours(7));
        town.worker.send_notices().await.unwrap();
        assert_eq!(town.states(&request).await, [(Way::Email, State::Waiting)]);
        // 7:00.
        town.wait(SignedDuration::from_hours(1));
        town.worker.send_notices().await.unwrap();
        assert_eq!(town.states(&request).await, [(Way::Email, State::Sent)]);
    }
}

#[tokio::test]
async fn two_portals_that_learn_at_the_same_moment_tell_once() {
    for town in towns().await {
        let (_, request) = town.delivered().await;
        let desks = [town.another_desk().await, town.another_desk().await];
        let workers =
            desks.map(|desk| Worker::new(desk, Pace::default(), CancellationToken::new()));
        town.office.happens(0, "message", None);
        let [one, two] = &workers;
        let (first, second) = tokio::join!(one.read_events(), two.read_events());
        first.unwrap();
        second.unwrap();
        town.wait(A_QUARTER);
        let (first, second) = tokio::join!(one.send_notices(), two.send_notices());
        first.unwrap();
        second.unwrap();
        assert_eq!(town.states(&request).await, [(Way::Email, State::Sent)]);
        assert_eq!(town.notices().len(), 1);
    }
}

#[tokio::test]
async fn an_email_that_comes_back_is_followed_by_a_text_message_then_by_a_call() {
    let (phones, towns) = towns_with_phones(500).await;
    for town in towns {
        let (resident, request) = town.delivered().await;
        town.chooses(&resident, &request, Some(Way::Email), true)
            .await;
        town.learns(0, "status", Some("info_requested")).await;
        town.wait(A_QUARTER);
        town.worker.send_notices().await.unwrap();
        let sent = notices::of_request(&town.database, &request).await.unwrap();
        // The server took it, then sent it back. Told twice, it is the same.
        for _ in 0..2 {
            let bounced = Bounced::Notice(sent[0].id.clone());
            came_back(&town.database, town.post(), bounced, &*town.clock)
                .await
                .unwrap();
        }
        phones.books().taken.clear();
        town.worker.send_notices().await.unwrap();
        let texts = phones.texts();
        assert_eq!(texts.len(), 1);
        assert!(texts[0].contains("waiting for your answer"), "{}", texts[0]);
        assert!(!town.read(&resident, &request).await.notices.out_of_reach);
        // The phone is off for good.
        phones.books().fate = "failed";
        town.wait(SignedDuration::from_mins(2));
        town.worker.check_notices().await.unwrap();
        assert_eq!(
            town.states(&request).await,
            [(Way::Sms, State::Failed), (Way::Email, State::Failed)]
        );
        let shown = town.read(&resident, &request).await.notices;
        assert!(shown.out_of_reach);
        phones.books().fate = "accepted";
        // What comes next is not sent into the void; a corrected address works again.
        town.learns(0, "message", None).await;
        town.wait(A_QUARTER);
        town.worker.send_notices().await.unwrap();
        assert_eq!(town.states(&request).await.len(), 2);
        town.chooses(&resident, &request, Some(Way::Email), true)
            .await;
        town.learns(0, "message", None).await;
        town.wait(SignedDuration::from_hours(1));
        town.worker.send_notices().await.unwrap();
        assert_eq!(town.notices().len(), 2);
    }
}

#[tokio::test]
async fn a_text_message_that_arrived_is_known_to_have() {
    let (phones, towns) = towns_with_phones(500).await;
    for town in towns {
        let (resident, request) = town.delivered().await;
        town.chooses(&resident, &request, Some(Way::Sms), false)
            .await;
        town.learns(0, "message", None).await;
        town.wait(A_QUARTER);
        phones.books().fate = "accepted";
        town.worker.send_notices().await.unwrap();
        town.wait(SignedDuration::from_mins(2));
        town.worker.check_notices().await.unwrap();
        assert_eq!(town.states(&request).await, [(Way::Sms, State::Sent)]);
        phones.books().fate = "delivered";
        town.worker.check_notices().await.unwrap();
        assert_eq!(
            town.states(&request).await,
            [(Way::Sms, State::Sent)],
            "not asked every minute"
        );
        town.wait(A_QUARTER);
        town.worker.check_notices().await.unwrap();
        assert_eq!(town.states(&request).await, [(Way::Sms, State::Delivered)]);
    }
}

#[tokio::test]
async fn a_portal_that_dies_while_the_gateway_answers_sends_one_text_message() {
    let (phones, towns) = towns_with_phones(500).await;
    for town in towns {
        let (resident, request) = town.delivered().await;
        town.chooses(&resident, &request, Some(Way::Sms), false)
            .await;
        town.learns(0, "message", None).await;
        town.wait(A_QUARTER);
        {
            let mut books = phones.books();
            books.line = Line::Hangs;
            books.taken.clear();
            books.puts = 0;
        }
        // The message arrived; the answer never does.
        tokio::select! {
            _ = town.worker.send_notices() => panic!("it answered"),
            () = phones.bell.notified() => {}
        }
        phones.books().line = Line::Works;
        town.worker.send_notices().await.unwrap();
        assert_eq!(phones.books().puts, 1, "its lease has not run out");
        town.wait(SignedDuration::from_mins(3));
        town.worker.send_notices().await.unwrap();
        assert_eq!(phones.books().puts, 2);
        assert_eq!(phones.texts().len(), 1);
        assert_eq!(town.states(&request).await, [(Way::Sms, State::Sent)]);
    }
}

#[tokio::test]
async fn a_number_gets_five_text_messages_a_day_whatever_happens() {
    let (phones, towns) = towns_with_phones(500).await;
    for town in towns {
        phones.books().taken.clear();
        let mut requests = Vec::new();
        for rank in 0..7 {
            let (resident, request) = town.delivered().await;
            // The seventh has an e-mail address to fall back on.
            town.chooses(&resident, &request, Some(Way::Sms), rank == 6)
                .await;
            town.learns(rank, "message", None).await;
            requests.push(request);
            if rank == 5 {
                town.wait(A_QUARTER);
                town.worker.send_notices().await.unwrap();
                assert_eq!(phones.texts().len(), 5);
                let mut waiting = 0;
                for request in &requests {
                    waiting +=
                        usize::from(town.states(request).await == [(Way::Sms, State::Waiting)]);
                }
                assert_eq!(waiting, 1);
            }
        }
        town.wait(A_QUARTER);
        town.worker.send_notices().await.unwrap();
        town.worker.send_notices().await.unwrap();
        assert_eq!(phones.texts().len(), 5);
        assert_eq!(
            town.states(&requests[6]).await,
            [(Way::Email, State::Sent), (Way::Sms, State::Failed)]
        );
        // The next day.
        town.wait(SignedDuration::from_hours(25));
        town.worker.send_notices().await.unwrap();
        assert_eq!(phones.texts().len(), 6);
    }
}

#[tokio::test]
async fn a_portal_pays_for_so_many_text_messages_a_day() {
    let (phones, towns) = towns_with_phones(1).await;
    for town in towns {
        phones.books().taken.clear();
        for rank in 0..2 {
            let (resident, request) = town.delivered().await;
            town.chooses(&resident, &request, Some(Way::Sms), false)
                .await;
            town.learns(rank, "message", None).await;
        }
        town.wait(A_QUARTER);
        town.worker.send_notices().await.unwrap();
        assert_eq!(phones.texts().len(), 1);
    }
}

#[tokio::test]
async fn a_refused_number_falls_back_and_a_busy_gateway_is_tried_again() {
    let (phones, towns) = towns_with_phones(500).await;
    for town in towns {
        phones.books().taken.clear();
        phones.books().line = Line::Busy;
        let (resident, request) = town.delivered().await;
        town.chooses(&resident, &request, Some(Way::Sms), true)
            .await;
        town.learns(0, "message", None).await;
        town.wait(A_QUARTER);
        town.worker.send_notices().await.unwrap();
        assert_eq!(town.states(&request).await, [(Way::Sms, State::Sending)]);
        phones.books().line = Line::RefusesNumber;
        town.wait(SignedDuration::from_mins(1));
        town.worker.send_notices().await.unwrap();
        town.worker.send_notices().await.unwrap();
        assert_eq!(
            town.states(&request).await,
            [(Way::Email, State::Sent), (Way::Sms, State::Failed)]
        );
        phones.books().line = Line::Works;
    }
}

#[tokio::test]
async fn who_wants_to_be_told_nothing_is_told_nothing() {
    for town in towns().await {
        let (resident, request) = town.delivered().await;
        town.chooses(&resident, &request, None, true).await;
        town.learns(0, "status", Some("accepted")).await;
        town.wait(A_QUARTER);
        town.worker.send_notices().await.unwrap();
        assert_eq!(town.states(&request).await, []);
        // Chosen again later: what was not told stays untold.
        town.chooses(&resident, &request, Some(Way::Email), true)
            .await;
        town.worker.read_events().await.unwrap();
        town.wait(A_QUARTER);
        town.worker.send_notices().await.unwrap();
        assert_eq!(town.notices().len(), 0);
    }
}

#[tokio::test]
async fn what_waits_does_not_leave_once_nobody_wants_it() {
    for town in towns().await {
        let (resident, request) = town.delivered().await;
        town.learns(0, "message", None).await;
        assert_eq!(town.states(&request).await, [(Way::Email, State::Waiting)]);
        town.chooses(&resident, &request, None, true).await;
        assert_eq!(town.states(&request).await, [], "it is not shown as lost");
        town.wait(A_QUARTER);
        town.worker.send_notices().await.unwrap();
        assert_eq!(town.notices().len(), 0);
    }
}

#[test]
fn a_portal_without_text_messages_promises_none() {
    let phone = || Some(PHONE.to_owned());
    let usual = |email, ways: &[Way]| Reach::usual(email, phone(), Locale::French, ways).way;
    assert_eq!(usual(None, &[Way::Email]), None);
    assert_eq!(usual(None, &Way::ALL), Some(Way::Sms));
    let email = Some("canari.mail@example.org".to_owned());
    assert_eq!(usual(email, &Way::ALL), Some(Way::Email));
    let landline = Some("+33261910010".to_owned());
    assert_eq!(
        Reach::usual(None, landline, Locale::French, &Way::ALL).way,
        None
    );
}

#[tokio::test]
async fn the_choice_is_that_of_the_holder_alone() {
    for town in towns().await {
        let (_, request) = town.delivered().await;
        let stranger = town.resident();
        let reach = Reach {
            way: Some(Way::Email),
            email: Some("other@example.org".to_owned()),
            phone: None,
            locale: Locale::French,
            reminders: None,
        };
        let chosen = town.desk.choose_notices(&stranger, &request, reach).await;
        assert!(chosen.is_err());
        town.learns(0, "message", None).await;
        town.wait(A_QUARTER);
        town.worker.send_notices().await.unwrap();
        assert!(
            town.notices()[0]
                .to_lowercase()
                .contains("canari.mail@example.org")
        );
    }
}
