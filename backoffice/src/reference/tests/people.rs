//! What residents may count on when more or fewer people come than were announced. The clock of tests begins on Sunday 22
//! November 2026; on Tuesdays one counter is open, from nine to twelve.

use std::sync::Arc;

use domain::{
    appointment::Help,
    booking::{Appointment, AskedVisit},
    waiting::WaitingStatus,
};
use futures::future::join_all;
use jiff::SignedDuration;

use super::{
    agenda_crowd::sound,
    booking::{civil, for_one, with},
    office::{Office, offices},
    waiters::{offer, wish},
};
use crate::api::{
    appointments::{Confirmation, Lateness},
    problem::{Problem, ProblemCode},
    requests::Request,
};

const MONDAY: &str = "2026-11-23";
const TUESDAY: &str = "2026-11-24";

/// The same visit for so many people, with a document each where documents count.
fn for_many(people: u8, visit: &AskedVisit) -> AskedVisit {
    let mut visit = visit.clone();
    for purpose in &mut visit.purposes {
        purpose.people = people;
        purpose.documents = if purpose.kind == "papers" { people } else { 0 };
    }
    visit
}

fn papers_for(people: u8) -> AskedVisit {
    for_many(people, &for_one("papers"))
}

fn code(response: &http::Response<bytes::Bytes>) -> ProblemCode {
    let problem: Problem = serde_json::from_slice(response.body()).unwrap();
    problem.code
}

/// From when to when people are received.
fn hours(appointment: &Appointment) -> (String, i64) {
    let length = appointment
        .slot
        .end
        .duration_since(appointment.slot.start)
        .as_mins();
    (civil(&appointment.slot), length)
}

impl Office {
    async fn come(
        &self,
        request: &Request,
        visit: &AskedVisit,
    ) -> Result<Appointment, ProblemCode> {
        let before = self.again(request).await.appointment.unwrap();
        let changed = self.try_to_change(request, &before.slot.id, Some(visit));
        let changed = changed.await;
        let after = self.again(request).await.appointment.unwrap();
        if changed.status() == 200 {
            let told: Appointment = serde_json::from_slice(changed.body()).unwrap();
            assert_eq!(told, after);
            assert_eq!((&after.id, &after.visit), (&before.id, visit));
            assert_eq!(after.sequence, before.sequence + 1);
            return Ok(after);
        }
        assert_eq!(after, before, "what is refused changes nothing");
        Err(code(&changed))
    }
}

#[tokio::test]
async fn whoever_comes_with_one_more_keeps_their_hour_when_there_is_time_after_it() {
    for office in offices().await {
        let (request, before) = office
            .booked(&papers_for(1), &format!("{TUESDAY}T10:00"))
            .await;
        assert_eq!(hours(&before), ("10:00".to_owned(), 20));
        let more = office.come(&request, &papers_for(2)).await.unwrap();
        assert_eq!(hours(&more), ("10:00".to_owned(), 35));
        let free = office.hours(&papers_for(1), TUESDAY).await;
        assert!(!free.contains(&"10:30".to_owned()) && free.contains(&"10:40".to_owned()));
        // Alone after all: what the other one would have taken is free again.
        let alone = office.come(&request, &papers_for(1)).await.unwrap();
        assert_eq!(hours(&alone), ("10:00".to_owned(), 20));
        let free = office.hours(&papers_for(1), TUESDAY).await;
        assert!(free.contains(&"10:20".to_owned()));
        // A talk is as long for three as for one.
        let (talk, before) = office
            .booked(&for_one("talk"), &format!("{TUESDAY}T11:00"))
            .await;
        let many = for_many(3, &for_one("talk"));
        let after = office.come(&talk, &many).await.unwrap();
        assert_eq!(after.slot, before.slot);
        sound(&office).await;
    }
}

#[tokio::test]
async fn without_enough_time_nothing_changes_and_another_time_can_be_had_for_all() {
    for office in offices().await {
        let one = papers_for(1);
        let (request, _) = office.booked(&one, &format!("{TUESDAY}T10:00")).await;
        office.booked(&one, &format!("{TUESDAY}T10:20")).await;
        let refused = office.come(&request, &papers_for(2)).await;
        assert_eq!(refused.unwrap_err(), ProblemCode::SlotUnavailable);
        // Nobody is received after the closing either.
        let (last, _) = office.booked(&one, &format!("{TUESDAY}T11:40")).await;
        let refused = office.come(&last, &papers_for(2)).await;
        assert_eq!(refused.unwrap_err(), ProblemCode::SlotUnavailable);
        let other = office
            .slot(&papers_for(2), &format!("{TUESDAY}T09:00"))
            .await;
        let two = papers_for(2);
        let moved = office.try_to_change(&request, &other.id, Some(&two));
        assert_eq!(moved.await.status(), 200);
        let after = office.again(&request).await.appointment.unwrap();
        assert_eq!(hours(&after), ("09:00".to_owned(), 35));
        assert_eq!(after.visit, papers_for(2));
        // Moved later without a word about people, it is still for two.
        let other = office
            .slot(&papers_for(2), &format!("{TUESDAY}T10:40"))
            .await;
        assert_eq!(office.try_to_move(&request, &other.id).await.status(), 200);
        let after = office.again(&request).await.appointment.unwrap();
        assert_eq!(hours(&after), ("10:40".to_owned(), 35));
        sound(&office).await;
    }
}

#[tokio::test]
async fn at_another_counter_at_the_same_hour_is_the_same_hour() {
    for office in offices().await {
        let one = papers_for(1);
        // On Mondays two counters are open; talks are at the first one only.
        let (request, _) = office.booked(&one, &format!("{MONDAY}T11:00")).await;
        office
            .booked(&for_one("talk"), &format!("{MONDAY}T11:30"))
            .await;
        let after = office.come(&request, &papers_for(2)).await;
        assert_eq!(
            hours(&after.unwrap()),
            ("11:00".to_owned(), 35),
            "the other counter has the time"
        );
        sound(&office).await;
    }
}

#[tokio::test]
async fn what_nobody_receives_is_refused_and_so_is_the_last_moment() {
    for office in offices().await {
        let (request, _) = office
            .booked(&papers_for(1), &format!("{TUESDAY}T10:00"))
            .await;
        for wrong in [
            papers_for(5),
            papers_for(0),
            for_one("talk"),
            AskedVisit::default(),
        ] {
            let refused = office.come(&request, &wrong).await;
            assert_eq!(refused.unwrap_err(), ProblemCode::ValidationFailed);
        }
        // An interpreter takes five days to find; it stays so when the hour does.
        let signed = AskedVisit {
            help: vec![Help::SignLanguage],
            ..papers_for(1)
        };
        let refused = office.come(&request, &signed).await;
        assert_eq!(refused.unwrap_err(), ProblemCode::SlotUnavailable);
        office.later(SignedDuration::from_hours(24 + 22));
        let refused = office.come(&request, &papers_for(2)).await;
        assert_eq!(refused.unwrap_err(), ProblemCode::TooLateToChange);
    }
}

#[tokio::test]
async fn whoever_is_expected_already_is_not_asked_for_the_notice_of_a_booking_again() {
    for office in offices().await {
        let signed = with("papers", Help::SignLanguage);
        let (request, _) = office.booked(&signed, "2026-11-30T09:00").await;
        office.later(SignedDuration::from_hours(24 * 6));
        let two = for_many(2, &signed);
        let after = office.come(&request, &two).await.unwrap();
        assert_eq!(hours(&after), ("09:00".to_owned(), 35));
    }
}

#[tokio::test]
async fn what_was_said_of_an_hour_stays_said_while_the_hour_does() {
    for office in offices().await {
        let (request, _) = office
            .booked(&papers_for(1), &format!("{TUESDAY}T10:00"))
            .await;
        let path = format!("/v1/requests/{}/appointment", request.summary.id);
        let late = Lateness { minutes: 10 };
        office
            .post(&format!("{path}/lateness"), &office.key(), &late)
            .await;
        let comes = Confirmation {};
        office
            .post(&format!("{path}/confirmation"), &office.key(), &comes)
            .await;
        let after = office.come(&request, &papers_for(2)).await.unwrap();
        assert!(after.late_minutes == Some(10) && after.confirmed_at.is_some());
        let other = office
            .slot(&papers_for(2), &format!("{TUESDAY}T11:00"))
            .await;
        assert_eq!(office.try_to_move(&request, &other.id).await.status(), 200);
        let moved = office.again(&request).await.appointment.unwrap();
        assert!(moved.late_minutes.is_none() && moved.confirmed_at.is_none());
    }
}

#[tokio::test]
async fn one_more_in_a_session_takes_a_seat_or_is_refused() {
    for office in offices().await {
        let (one, pair) = (for_one("class"), for_many(2, &for_one("class")));
        let at = "2026-11-25T14:00";
        // Three seats.
        let (first, _) = office.booked(&one, at).await;
        let (second, _) = office.booked(&one, at).await;
        office.come(&first, &pair).await.unwrap();
        assert!(office.hours(&one, "2026-11-25").await.is_empty());
        let refused = office.come(&second, &pair).await;
        assert_eq!(refused.unwrap_err(), ProblemCode::SlotUnavailable);
        office.come(&first, &one).await.unwrap();
        office.come(&second, &pair).await.unwrap();
        assert!(office.hours(&one, "2026-11-25").await.is_empty());
    }
}

#[tokio::test]
async fn what_one_less_leaves_free_is_offered_to_who_waits() {
    for office in offices().await {
        let (request, _) = office
            .booked(&papers_for(2), &format!("{TUESDAY}T09:00"))
            .await;
        office.full(TUESDAY).await;
        let waits = office.waits(&wish(TUESDAY, TUESDAY)).await;
        assert_eq!(waits.status, WaitingStatus::Waiting);
        office.come(&request, &papers_for(1)).await.unwrap();
        let offered = office.entry(&waits).await;
        assert_eq!(civil(&offer(&offered).slot), "09:20");
        // It is kept for them: who left it cannot have it back.
        let refused = office.come(&request, &papers_for(2)).await;
        assert_eq!(refused.unwrap_err(), ProblemCode::SlotUnavailable);
        sound(&office).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_who_want_the_minutes_after_at_once_do_not_both_have_them() {
    for office in offices().await {
        let one = papers_for(1);
        let day = ["2026-11-24", "2026-11-26", "2026-11-27", "2026-12-01"];
        let mut races = Vec::new();
        for day in day {
            let (request, before) = office.booked(&one, &format!("{day}T10:00")).await;
            let after = office.slot(&one, &format!("{day}T10:20")).await;
            races.push((request, before, after));
        }
        let office = Arc::new(office);
        let mut people = Vec::new();
        for (request, before, after) in &races {
            let (who, request, id) = (Arc::clone(&office), request.clone(), before.slot.id.clone());
            people.push(tokio::spawn(async move {
                let two = papers_for(2);
                let changed = who.try_to_change(&request, &id, Some(&two)).await;
                changed.status() == 200
            }));
            let (who, after) = (Arc::clone(&office), after.clone());
            people.push(tokio::spawn(async move {
                who.try_to_hold(&papers_for(1), &after).await.status() == 201
            }));
        }
        let had: Vec<bool> = join_all(people)
            .await
            .into_iter()
            .map(|one| one.unwrap())
            .collect();
        for (pair, (request, before, _)) in had.chunks(2).zip(&races) {
            assert!(!(pair[0] && pair[1]), "both have the same minutes");
            let now = office.again(request).await.appointment.unwrap();
            let length = if pair[0] { 35 } else { 20 };
            assert_eq!(hours(&now), ("10:00".to_owned(), length));
            assert_eq!(now.slot.id, before.slot.id, "nobody lost theirs");
        }
        sound(&office).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_devices_that_change_the_same_appointment_at_once_leave_one_answer() {
    for office in offices().await {
        let (request, before) = office
            .booked(&papers_for(1), &format!("{TUESDAY}T10:00"))
            .await;
        let office = Arc::new(office);
        let asked = (0..8_u8).map(|device| {
            let (office, request) = (Arc::clone(&office), request.clone());
            let slot = before.slot.id.clone();
            tokio::spawn(async move {
                let visit = papers_for(1 + device % 4);
                let changed = office.try_to_change(&request, &slot, Some(&visit)).await;
                match changed.status().as_u16() {
                    200 => Some(visit),
                    409 => None,
                    other => panic!("{other}: {:?}", changed.body()),
                }
            })
        });
        let had = join_all(asked).await.into_iter();
        let had: Vec<_> = had.filter_map(|one| one.unwrap()).collect();
        let after = office.again(&request).await.appointment.unwrap();
        assert!(had.contains(&after.visit));
        assert_eq!(usize::try_from(after.sequence).unwrap(), had.len());
        assert_eq!(
            hours(&after).1,
            5 + 15 * i64::from(after.visit.purposes[0].people)
        );
        sound(&office).await;
    }
}
