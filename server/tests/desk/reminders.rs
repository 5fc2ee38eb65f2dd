//! Reminders of appointments on both engines: each once, at its time, by a way that works, of what still stands.

use std::collections::BTreeMap;

use domain::{
    appointment::Mode,
    booking::{Appointment, AppointmentStatus, AskedPurpose, AskedVisit, Slot},
    notice::Way,
};
use jiff::{SignedDuration, Timestamp};
use server::{
    store::notices::State,
    worker::{Pace, Worker},
};
use tokio_util::sync::CancellationToken;

use crate::{
    notices::towns_with_phones,
    office::Mood,
    town::{Town, towns},
};

const HOUR: SignedDuration = SignedDuration::from_hours(1);
const DAY: SignedDuration = SignedDuration::from_hours(24);

/// An appointment on Friday 4 December 2026 at ten in Paris; the town opens on 22 November.
fn friday() -> Appointment {
    Appointment {
        id: "a1".to_owned(),
        status: AppointmentStatus::Confirmed,
        visit: AskedVisit {
            purposes: vec![AskedPurpose {
                kind: "unknown".to_owned(),
                people: 1,
                documents: 0,
            }],
            help: Vec::new(),
        },
        slot: at("2026-12-04T09:00:00Z"),
        sequence: 0,
        changeable_until: "2026-12-04T05:00:00Z".parse().unwrap(),
        late_minutes: None,
        confirmed_at: None,
    }
}

fn at(start: &str) -> Slot {
    let start: Timestamp = start.parse().unwrap();
    Slot {
        id: "s1".to_owned(),
        start,
        end: start + HOUR / 2,
        zone: "Europe/Paris".to_owned(),
        location_id: "mairie".to_owned(),
        mode: Mode::Onsite,
        places_left: None,
    }
}

impl Town {
    /// The service says what became of the appointment, and the portal learns of it.
    async fn has(&self, appointment: Appointment) {
        self.office.books_visit(appointment);
        self.worker.read_events().await.unwrap();
    }

    async fn reminds(&self) {
        self.worker.raise_reminders().await.unwrap();
        self.worker.send_notices().await.unwrap();
    }
}

#[tokio::test]
async fn two_portals_remind_once_two_days_before() {
    for town in towns().await {
        let (_, request) = town.delivered().await;
        town.has(friday()).await;
        town.wait(HOUR * 24);
        // What the office told of the appointment left as ordinary news.
        town.reminds().await;
        let before = town.notices().len();
        town.wait(DAY * 8 + HOUR * 23);
        town.reminds().await;
        assert_eq!(town.notices().len(), before, "an hour too early");
        town.wait(HOUR);
        let desks = [town.another_desk().await, town.another_desk().await];
        let workers =
            desks.map(|desk| Worker::new(desk, Pace::default(), CancellationToken::new()));
        let [one, two] = &workers;
        let (first, second) = tokio::join!(one.raise_reminders(), two.raise_reminders());
        first.unwrap();
        second.unwrap();
        let (first, second) = tokio::join!(one.send_notices(), two.send_notices());
        first.unwrap();
        second.unwrap();
        town.reminds().await;
        let letters = town.notices();
        let reminders = letters.iter().filter(|it| it.contains("/rappel/"));
        assert_eq!(reminders.count(), 1, "{letters:?}");
        assert_eq!(letters.len(), before + 1);
        assert_eq!(town.states(&request).await[0], (Way::Email, State::Sent));
    }
}

#[tokio::test]
async fn whoever_books_is_reminded_even_if_the_answer_that_confirmed_it_was_lost() {
    for town in towns().await {
        town.office.feel(Mood::BreaksAfter);
        town.office.books_visit(friday());
        let resident = town.resident();
        town.request(&resident).await;
        town.worker.deliver().await.unwrap();
        // Told before the portal knows whose appointment it is.
        town.worker.read_events().await.unwrap();
        town.office.feel(Mood::Works);
        town.wait(HOUR);
        town.worker.deliver().await.unwrap();
        town.wait(DAY * 10);
        town.reminds().await;
        let letters = town.notices();
        let told = letters.iter().filter(|it| it.contains("/rappel/"));
        assert_eq!(told.count(), 1, "{letters:?}");
    }
}

#[tokio::test]
async fn news_that_come_when_a_reminder_is_due_do_not_take_its_place() {
    for town in towns().await {
        town.delivered().await;
        town.has(friday()).await;
        town.wait(DAY * 10);
        let late = Appointment {
            late_minutes: Some(5),
            ..friday()
        };
        town.has(late).await;
        town.reminds().await;
        let letters = town.notices();
        let reminders = letters.iter().filter(|it| it.contains("/rappel/"));
        assert_eq!(reminders.count(), 1, "{letters:?}");
    }
}

#[tokio::test]
async fn what_was_cancelled_after_it_was_raised_is_not_sent() {
    for town in towns().await {
        let (_, request) = town.delivered().await;
        town.has(friday()).await;
        town.wait(DAY);
        town.reminds().await;
        let before = town.states(&request).await;
        town.wait(DAY * 9);
        town.worker.raise_reminders().await.unwrap();
        assert_eq!(town.states(&request).await.len(), before.len() + 1);
        let cancelled = Appointment {
            status: AppointmentStatus::CancelledByService,
            ..friday()
        };
        town.has(cancelled).await;
        town.worker.send_notices().await.unwrap();
        let letters = town.notices();
        assert!(
            !letters.iter().any(|it| it.contains("/rappel/")),
            "{letters:?}"
        );
    }
}

#[tokio::test]
async fn a_text_message_says_the_time_and_another_way_takes_over() {
    let (phones, towns) = towns_with_phones(500).await;
    for town in towns {
        phones.books().taken.clear();
        let (resident, request) = town.delivered().await;
        town.chooses(&resident, &request, Some(Way::Sms), true)
            .await;
        town.has(friday()).await;
        town.wait(HOUR);
        town.reminds().await;
        town.wait(DAY * 9);
        phones.books().taken.clear();
        let before = town.notices().len();
        town.reminds().await;
        let texts = phones.texts();
        assert_eq!(texts.len(), 1, "{texts:?}");
        assert!(
            texts[0].contains("04/12") && texts[0].contains("/en/rappel/"),
            "{}",
            texts[0]
        );
        // The number is wrong: the same reminder goes by e-mail.
        phones.books().fate = "failed";
        town.wait(HOUR / 30);
        town.worker.check_notices().await.unwrap();
        town.worker.send_notices().await.unwrap();
        let letters = town.notices();
        assert_eq!(letters.len(), before + 1);
        let words: BTreeMap<_, _> = letters
            .iter()
            .map(|it| (it.contains("/rappel/"), it))
            .collect();
        assert!(
            words[&true].contains("Friday 4 December 2026"),
            "{letters:?}"
        );
        phones.books().fate = "accepted";
    }
}

#[tokio::test]
async fn what_moved_is_reminded_of_at_its_new_time_alone_and_all_of_it_is_forgotten() {
    for town in towns().await {
        let (_, _) = town.delivered().await;
        town.has(friday()).await;
        let moved = Appointment {
            slot: at("2026-12-11T09:00:00Z"),
            sequence: 1,
            ..friday()
        };
        town.has(moved).await;
        town.wait(DAY * 11);
        town.reminds().await;
        let told = |town: &Town| {
            let letters = town.notices();
            letters.iter().filter(|it| it.contains("/rappel/")).count()
        };
        assert_eq!(told(&town), 0, "the former time");
        town.wait(DAY * 7);
        town.reminds().await;
        assert_eq!(told(&town), 1);
        town.wait(DAY * 4);
        town.worker.purge().await.unwrap();
        for sql in [
            "SELECT COUNT(*) AS n FROM reminders",
            "SELECT COUNT(*) AS n FROM visit_links",
        ] {
            let row = town.database.fetch_optional(sql, &[]).await.unwrap();
            assert_eq!(row.unwrap().int("n").unwrap(), 0, "{sql}");
        }
    }
}

#[tokio::test]
async fn a_row_that_cannot_be_read_keeps_nobody_else_from_being_reminded() {
    for town in towns().await {
        let (_, damaged) = town.delivered().await;
        let (_, sound) = town.delivered().await;
        town.has(friday()).await;
        town.office.happens(1, "appointment", None);
        town.worker.read_events().await.unwrap();
        town.wait(DAY);
        town.reminds().await;
        let before = town.states(&sound).await.len();
        let (id, nonsense) = (damaged.clone(), vec![0_u8; 40]);
        let write = town.database.write(move |tx| {
            let (id, nonsense) = (id.clone(), nonsense.clone());
            Box::pin(async move {
                let sql = "UPDATE submissions SET known = $2 WHERE id = $1";
                tx.execute(sql, &[id.into(), nonsense.into()]).await
            })
        });
        assert_eq!(write.await.unwrap(), 1);
        town.wait(DAY * 9);
        town.worker.raise_reminders().await.unwrap();
        assert_eq!(town.states(&sound).await.len(), before + 1);
        let left = "SELECT COUNT(*) AS n FROM reminders WHERE state = 'planned'";
        let row = town.database.fetch_optional(left, &[]).await.unwrap();
        assert_eq!(row.unwrap().int("n").unwrap(), 0);
    }
}
