//! Calls that are written together, on PostgreSQL: each one gets what it would have got alone.

use std::sync::Arc;

use domain::booking::{AppointmentStatus, AskedVisit, Hold, Slot};
use jiff::SignedDuration;

use super::{
    agenda_crowd::sound,
    booking::for_one,
    office::{self, Office, offices},
};
use crate::{
    api::{
        appointments::NewHold,
        back_office::{Call, Novelty, Written},
        problem::ProblemCode,
        requests::{NewRequest, Request},
    },
    reference::{agenda, requests_together, together::Outcome},
};

/// Days on which so many desks are open.
const ONE_DESK: &str = "2026-11-24";
const TWO_DESKS: &str = "2026-11-30";

/// The offices on PostgreSQL.
async fn together() -> Vec<Office> {
    let mut offices = offices().await;
    offices.retain(|office| office.database().engine() == database::Engine::Postgres);
    offices
}

fn asks(slot: &Slot, visit: &AskedVisit) -> NewHold {
    NewHold {
        slot_id: slot.id.clone(),
        visit: visit.clone(),
    }
}

impl Office {
    fn new_call(&self) -> Call {
        Call {
            key: self.key(),
            fingerprint: "of this call".to_owned(),
        }
    }

    async fn hold_together(&self, asked: Vec<(Call, NewHold)>) -> Vec<Outcome<Written<Hold>>> {
        agenda::together::hold(Arc::clone(&self.reference.0), asked).await
    }

    async fn send_together(&self, sent: Vec<(Call, NewRequest)>) -> Vec<Outcome<Written<Request>>> {
        requests_together::create(Arc::clone(&self.reference.0), sent).await
    }

    /// The times of a day: each overlaps the next one, but not the one after it.
    async fn times_of(&self, day: &str) -> Vec<Slot> {
        self.slots(&for_one("papers"), day, day).await.items
    }
}

/// What became of a call: held or booked, refused, or to be done alone.
fn told<T>(outcome: &Outcome<Written<T>>) -> &'static str {
    match outcome {
        Outcome::Done(Ok(written)) => {
            assert_eq!(written.novelty, Novelty::New);
            "done"
        }
        Outcome::Done(Err(problem)) => {
            assert_eq!(problem.code, ProblemCode::SlotUnavailable);
            "refused"
        }
        Outcome::Apart => "apart",
    }
}

fn all<T>(outcomes: &[Outcome<Written<T>>]) -> Vec<&'static str> {
    outcomes.iter().map(told).collect()
}

fn done<T>(outcome: Outcome<Written<T>>) -> T {
    match outcome {
        Outcome::Done(Ok(written)) => written.value,
        Outcome::Done(Err(problem)) => panic!("refused: {problem:?}"),
        Outcome::Apart => panic!("left to be done alone"),
    }
}

#[tokio::test]
async fn of_two_who_want_the_same_time_in_one_write_the_first_one_has_it() {
    for office in together().await {
        let times = office.times_of(ONE_DESK).await;
        let papers = for_one("papers");
        let first = (office.new_call(), asks(&times[0], &papers));
        let same = (office.new_call(), asks(&times[0], &papers));
        let outcomes = office.hold_together(vec![first, same]).await;
        assert_eq!(all(&outcomes), ["done", "refused"]);
        sound(&office).await;
    }
}

#[tokio::test]
async fn parts_of_a_time_that_someone_did_not_get_are_free_for_the_next_one() {
    for office in together().await {
        let times = office.times_of(ONE_DESK).await;
        let papers = for_one("papers");
        let overlap = |one: &Slot, other: &Slot| one.start < other.end && other.start < one.end;
        let (a, c) = (&times[0], &times[2]);
        let between = times.iter().find(|it| overlap(a, it) && overlap(it, c));
        let b = between.expect("a time that overlaps two others");
        assert!(!overlap(a, c));
        let asked = [a, b, c].map(|slot| (office.new_call(), asks(slot, &papers)));
        let outcomes = office.hold_together(asked.to_vec()).await;
        assert_eq!(all(&outcomes), ["done", "refused", "done"]);
        sound(&office).await;
    }
}

#[tokio::test]
async fn those_who_want_the_same_time_are_spread_over_the_desks_that_are_open() {
    for office in together().await {
        let times = office.times_of(TWO_DESKS).await;
        let papers = for_one("papers");
        let before = office.hold(&papers, &times[6]).await;
        assert_eq!(before.slot.id, times[6].id);
        let asked = [0, 0, 0, 6, 6].map(|at| (office.new_call(), asks(&times[at], &papers)));
        let outcomes = office.hold_together(asked.to_vec()).await;
        assert_eq!(
            all(&outcomes),
            ["done", "done", "refused", "done", "refused"]
        );
        sound(&office).await;
    }
}

#[tokio::test]
async fn a_call_that_comes_twice_in_one_write_is_done_once_and_known_afterwards() {
    for office in together().await {
        let times = office.times_of(ONE_DESK).await;
        let papers = for_one("papers");
        let call = (office.new_call(), asks(&times[0], &papers));
        let outcomes = office.hold_together(vec![call.clone(), call.clone()]).await;
        assert_eq!(all(&outcomes), ["done", "apart"]);
        let outcomes = office.hold_together(vec![call]).await;
        assert_eq!(all(&outcomes), ["apart"], "known: answered as before");
        sound(&office).await;
    }
}

#[tokio::test]
async fn requests_of_one_write_have_their_numbers_and_events_in_order() {
    for office in together().await {
        let times = office.times_of(ONE_DESK).await;
        let papers = for_one("papers");
        let mut holds = Vec::new();
        for slot in times.iter().step_by(3).take(3) {
            holds.push(office.hold(&papers, slot).await);
        }
        let mut sent: Vec<_> = holds
            .iter()
            .map(|hold| (office.new_call(), office.with_visit(&papers, hold)))
            .collect();
        // Someone sends a request without a visit in between.
        sent.insert(1, (office.new_call(), office.report(None)));
        let before: serde_json::Value = office.read("/v1/events?limit=100").await;
        let outcomes = office.send_together(sent.clone()).await;
        let requests: Vec<Request> = outcomes.into_iter().map(done).collect();
        let numbers: Vec<_> = requests
            .iter()
            .map(|it| it.summary.number.clone())
            .collect();
        let wanted: Vec<_> = (1..=4)
            .map(|rank| Some(format!("2026-{rank:06}")))
            .collect();
        assert_eq!(numbers, wanted);
        let cursor = before["next_cursor"].as_str().unwrap();
        let told: serde_json::Value = office.read(&format!("/v1/events?cursor={cursor}")).await;
        let told: Vec<_> = told["items"].as_array().unwrap().iter().collect();
        let of: Vec<_> = told
            .iter()
            .map(|it| it["data"]["resource"].as_str())
            .collect();
        let resource = |it: &Request| format!("/v1/requests/{}", it.summary.id);
        let wanted: Vec<_> = requests.iter().map(resource).collect();
        assert_eq!(
            of,
            wanted
                .iter()
                .map(|it| Some(it.as_str()))
                .collect::<Vec<_>>()
        );
        for request in &requests {
            let path = format!("/v1/requests/{}", request.summary.id);
            assert_eq!(
                &office.read::<Request>(&path).await,
                request,
                "as it was answered"
            );
            let path = format!("{path}/timeline");
            let line: serde_json::Value = office.read(&path).await;
            assert_eq!(line["items"].as_array().unwrap().len(), 1);
        }
        let with_time = requests.iter().filter_map(|it| it.appointment.as_ref());
        let confirmed = with_time.filter(|it| it.status == AppointmentStatus::Confirmed);
        assert_eq!(confirmed.count(), 3);
        // Sent once more beside someone new: whoever is new is not held up.
        sent.push((office.new_call(), office.report(None)));
        let outcomes = office.send_together(sent).await;
        assert_eq!(all(&outcomes), ["apart", "apart", "apart", "apart", "done"]);
        sound(&office).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_crowd_that_two_portals_send_at_once_in_opposite_orders_is_recorded_once() {
    for office in together().await {
        let (clock, objects) = (&office.clock, &office.objects);
        let (database, random) = (office.database(), &office.randomness);
        let other = office::open(database, office::catalogue(), clock, random, objects).await;
        for _ in 0..8 {
            let sent: Vec<_> = (0..24)
                .map(|_| (office.new_call(), office.report(None)))
                .collect();
            let reversed = sent.iter().rev().cloned().collect();
            let (here, there) =
                tokio::join!(office.send_together(sent), other.send_together(reversed));
            for (here, there) in here.iter().zip(there.iter().rev()) {
                let both = [told(here), told(there)];
                assert_eq!(
                    both.iter().filter(|it| **it == "done").count(),
                    1,
                    "{both:?}"
                );
            }
        }
    }
}

#[tokio::test]
async fn what_is_not_plain_is_left_to_be_done_alone_and_holds_nobody_up() {
    for office in together().await {
        let times = office.times_of(ONE_DESK).await;
        let papers = for_one("papers");
        let ended = office.hold(&papers, &times[0]).await;
        office.later(SignedDuration::from_mins(11));
        let hold = office.hold(&papers, times.last().unwrap()).await;
        let mut of_another_time = office.with_visit(&papers, &hold);
        of_another_time.visit.as_mut().unwrap().slot_id = times[3].id.clone();
        let mut of_an_old_form = office.report(None);
        of_an_old_form.form_version = "of another day".to_owned();
        let sent = vec![
            (office.new_call(), office.with_visit(&papers, &ended)),
            (office.new_call(), of_another_time),
            (office.new_call(), of_an_old_form),
            (office.new_call(), office.with_visit(&papers, &hold)),
        ];
        // The hold of the second one is that of the fourth one: whoever came first is looked at.
        let outcomes = office.send_together(sent.clone()).await;
        assert_eq!(all(&outcomes), ["apart"; 4]);
        let outcomes = office.send_together(sent[3..].to_vec()).await;
        assert_eq!(all(&outcomes), ["done"]);
        let unknown = NewHold {
            slot_id: "no time at all".to_owned(),
            visit: papers.clone(),
        };
        let closed = NewHold {
            slot_id: times[1].id.replace('~', "1~"),
            visit: papers.clone(),
        };
        let asked = vec![
            (office.new_call(), unknown),
            (office.new_call(), closed),
            (office.new_call(), asks(&times[0], &papers)),
        ];
        let outcomes = office.hold_together(asked).await;
        assert_eq!(
            all(&outcomes),
            ["apart", "apart", "apart"],
            "the hold of the first time ended: whoever takes it over does so alone"
        );
        sound(&office).await;
    }
}

/// Ranks below a limit, told by a number: the same ones each time.
struct Ranks(u64);

impl Ranks {
    fn next(&mut self, below: usize) -> usize {
        let step = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = step.wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % below
    }
}

#[tokio::test]
async fn a_crowd_written_together_gets_what_it_would_have_got_one_by_one() {
    let offices = offices().await;
    let [alone, together] = offices.as_slice() else {
        return;
    };
    let papers = for_one("papers");
    let days = [
        alone.times_of(ONE_DESK).await,
        alone.times_of(TWO_DESKS).await,
    ];
    let mut ranks = Ranks(20_261_128);
    for round in 0..60 {
        let times = &days[round % days.len()];
        let count = 2 + ranks.next(12);
        // Few times for many: most of them meet.
        let wanted: Vec<&Slot> = (0..count).map(|_| &times[ranks.next(9)]).collect();
        let mut one_by_one = Vec::new();
        for slot in &wanted {
            one_by_one.push(office_holds(alone, &papers, slot).await);
        }
        let asked = wanted
            .iter()
            .map(|slot| (together.new_call(), asks(slot, &papers)));
        let mut at_once = Vec::new();
        for (outcome, slot) in together
            .hold_together(asked.collect())
            .await
            .into_iter()
            .zip(&wanted)
        {
            at_once.push(match outcome {
                Outcome::Done(Ok(written)) => Some(written.value),
                Outcome::Done(Err(_)) => None,
                Outcome::Apart => office_holds(together, &papers, slot).await,
            });
        }
        let got =
            |holds: &[Option<Hold>]| -> Vec<bool> { holds.iter().map(Option::is_some).collect() };
        assert_eq!(got(&at_once), got(&one_by_one), "{wanted:?}");
        sound(together).await;
        for (office, holds) in [(alone, one_by_one), (together, at_once)] {
            for hold in holds.into_iter().flatten() {
                let path = format!("/v1/holds/{}", hold.id);
                let response = office
                    .call(http::Method::DELETE, &path, &[], Vec::new())
                    .await;
                assert_eq!(response.status(), 204);
            }
        }
    }
}

async fn office_holds(office: &Office, visit: &AskedVisit, slot: &Slot) -> Option<Hold> {
    let response = office.try_to_hold(visit, slot).await;
    match response.status().as_u16() {
        201 => serde_json::from_slice(response.body()).ok(),
        409 => None,
        status => panic!("{status}: {:?}", response.body()),
    }
}
