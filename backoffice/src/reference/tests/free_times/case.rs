//! One calendar and those who use it: what they do, and the comparison after each step.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    agenda::Hours,
    appointment::Mode,
    booking::{AppointmentStatus, AskedVisit, Hold, Slot},
};
use jiff::{SignedDuration, Timestamp, civil::Date, tz::TimeZone};

use super::{
    super::office::Office,
    chance::{Chance, later},
    twin::{Expected, Listed, Question, Twin},
};
use crate::{
    api::{
        appointments::{SlotPage, SlotQuery},
        back_office::BackOffice,
        problem::Answered,
        requests::Request,
    },
    ports::Clock,
    reference::{DaysToClose, Opening},
};

/// One calendar and those who use it.
pub(super) struct Case {
    pub(super) office: Office,
    pub(super) twin: Twin,
    pub(super) chance: Chance,
    pub(super) held: Vec<(AskedVisit, Hold)>,
    pub(super) booked: Vec<(AskedVisit, Request)>,
    /// Times that were free once.
    pub(super) seen: Vec<(AskedVisit, Slot)>,
    pub(super) did: BTreeMap<&'static str, usize>,
}

impl Case {
    pub(super) fn now(&self) -> Timestamp {
        self.office.clock.now()
    }

    pub(super) fn today(&self) -> Date {
        TimeZone::UTC.to_datetime(self.now()).date()
    }

    pub(super) fn did(&mut self, what: &'static str) {
        *self.did.entry(what).or_default() += 1;
    }

    pub(super) fn question(&mut self) -> Question {
        let yesterday = later(self.today(), -1);
        let from = self.chance.day(yesterday, 5);
        let places = self.twin.catalogue.places.len();
        Question {
            visit: self.chance.visit(&self.twin.catalogue.appointment_types),
            mode: self.chance.of(&[Mode::Onsite, Mode::Onsite, Mode::Phone]),
            place: self.chance.one_in(2).then(|| self.chance.below(places)),
            from,
            to: self.chance.day(from, 9),
            moving: None,
        }
    }

    pub(super) async fn ask(
        &self,
        question: &Question,
        limit: u16,
        first_only: bool,
    ) -> Answered<SlotPage> {
        let places = &self.twin.catalogue.places;
        let query = SlotQuery {
            visit: question.visit.clone(),
            mode: question.mode,
            location: question.place.map(|rank| places[rank].id.clone()),
            from: question.from,
            to: question.to,
            limit,
            first_only,
            moving: question.moving.clone(),
        };
        self.office.reference.slots(query).await
    }

    /// Asks the office and the twin; the times, if they agree.
    pub(super) async fn compare(&mut self, question: &Question) -> Vec<Slot> {
        let now = self.now();
        let answer = self.ask(question, u16::MAX, false).await;
        let Some(expected) = self.twin.list(question, now) else {
            assert!(answer.is_err(), "received by nobody: {question:?}");
            return Vec::new();
        };
        let all = answer.unwrap();
        let (times, told) = (Listed::of(&all), format!("{question:?} at {now}"));
        if times != expected.times {
            // A few lines tell more than two long lists.
            let extra = times.iter().find(|it| !expected.times.contains(it));
            let missing = expected.times.iter().find(|it| !times.contains(it));
            panic!("listed against the rules: {extra:?}; not listed: {missing:?}; {told}");
        }
        assert!(!all.more);
        if let Some(days) = &expected.open_days {
            assert_eq!(&BTreeSet::from_iter(all.open_days.clone()), days, "{told}");
        }
        if let Some(last) = expected.last_day.filter(|last| question.from <= *last) {
            assert_eq!(all.last_day, last, "{told}");
        }
        for slot in &all.items {
            let mut places = self.twin.catalogue.places.iter();
            let place = places.find(|it| it.id == slot.location_id).unwrap();
            let zone = place.zone.as_deref().unwrap_or("Europe/Paris");
            assert_eq!((slot.mode, &*slot.zone), (question.mode, zone));
        }
        self.compare_parts(question, &all, &expected).await;
        if times.iter().any(|it| it.left.is_some()) {
            self.did("seats");
        }
        if !times.is_empty() {
            self.did("listed");
        }
        all.items
    }

    /// The first ones only, of all and of each place.
    pub(super) async fn compare_parts(
        &mut self,
        question: &Question,
        all: &SlotPage,
        expected: &Expected,
    ) {
        let limit = 1 + self.chance.below(12);
        let some = self.ask(question, u16::try_from(limit).unwrap(), false);
        let some = some.await.unwrap();
        let count = limit.min(expected.times.len());
        assert_eq!(Listed::of(&some), expected.times[..count], "{question:?}");
        assert_eq!(some.more, count < expected.times.len());
        let firsts = self.ask(question, u16::MAX, true).await.unwrap();
        let expected = Listed::first_of_places(&expected.times);
        assert_eq!(Listed::of(&firsts), expected, "the first: {question:?}");
        let mut days = firsts.open_days.iter();
        assert!(days.all(|day| all.open_days.contains(day)));
        if expected.len() > 1 {
            self.did("first of two places");
        }
    }

    /// Who received a time, as the office stores it: residents are not told.
    pub(super) async fn receiver(&self, sql: &'static str, id: &str) -> usize {
        let database = self.office.database();
        let row = database.fetch_optional(sql, &[id.into()]).await.unwrap();
        let resource = row.unwrap().text("resource_id").unwrap();
        let mut resources = self.twin.catalogue.resources.iter();
        resources.position(|it| it.id == resource).unwrap()
    }

    pub(super) async fn receiver_of_request(&self, id: &str) -> usize {
        let sql = "SELECT resource_id FROM backoffice_appointments WHERE request_id = $1";
        self.receiver(sql, id).await
    }

    /// Holds a time that is listed, or one that was free once: it is had exactly if it is free.
    pub(super) async fn hold(&mut self) {
        let question = self.question();
        let times = self.compare(&question).await;
        for slot in times {
            if self.chance.one_in(8) {
                self.seen.push((question.visit.clone(), slot));
            }
        }
        if self.seen.is_empty() {
            return;
        }
        // One of the last ones is mostly still free.
        let rank = if self.chance.one_in(2) {
            self.seen.len() - 1
        } else {
            self.chance.below(self.seen.len())
        };
        let (visit, slot) = self.seen[rank].clone();
        let free = self.twin.free(&visit, &slot, (self.now(), None));
        let response = self.office.try_to_hold(&visit, &slot).await;
        let told = format!("{slot:?} for {visit:?}: {:?}", response.body());
        let Some(first) = free.first() else {
            assert_eq!(response.status(), 409, "held, and not free: {told}");
            return self.did("refused");
        };
        assert_eq!(response.status(), 201, "free, and not held: {told}");
        let hold: Hold = serde_json::from_slice(response.body()).unwrap();
        let sql = "SELECT resource_id FROM backoffice_appointments WHERE id = $1";
        let resource = self.receiver(sql, &hold.id).await;
        assert_eq!(resource, *first, "the first that is free is taken: {told}");
        let until = Some(hold.expires_at);
        self.twin.take(&hold.id, resource, (&visit, &slot), until);
        self.held.push((visit, hold));
        self.did("held");
    }

    /// Sends a request with a hold, in time or late.
    pub(super) async fn book(&mut self) {
        if self.held.is_empty() {
            return;
        }
        let rank = self.chance.below(self.held.len());
        let (visit, hold) = self.held.swap_remove(rank);
        let kept = self.twin.is_held(&hold.id, self.now());
        let new = self.office.with_visit(&visit, &hold);
        let request = self.office.sent(&new).await;
        self.twin.forget(&hold.id);
        let status = request.appointment.as_ref().unwrap().status;
        if status == AppointmentStatus::Confirmed {
            let id = &request.summary.id;
            let resource = self.receiver_of_request(id).await;
            self.twin.take(id, resource, (&visit, &hold.slot), None);
            self.did("booked");
        } else {
            assert_eq!(status, AppointmentStatus::TimeLost);
            assert!(!kept, "what is held is not lost");
            self.did("lost");
        }
        self.booked.push((visit, request));
    }

    pub(super) async fn cancel(&mut self) {
        if self.booked.is_empty() {
            return;
        }
        let rank = self.chance.below(self.booked.len());
        let (_, request) = self.booked.swap_remove(rank);
        self.office.withdrawn(&request).await;
        self.twin.forget(&request.summary.id);
        self.did("cancelled");
    }

    /// Moves an appointment, onto a part of its own time too.
    pub(super) async fn reschedule(&mut self) {
        if self.booked.is_empty() {
            return;
        }
        let (visit, request) = self.chance.of(&self.booked);
        let id = &request.summary.id;
        let question = Question {
            visit: visit.clone(),
            mode: request.appointment.as_ref().unwrap().slot.mode,
            moving: Some(id.clone()),
            ..self.question()
        };
        let times = self.compare(&question).await;
        if times.is_empty() {
            return;
        }
        let slot = self.chance.of(&times);
        let present = self.office.again(&request).await.appointment.unwrap();
        let confirmed = present.status == AppointmentStatus::Confirmed;
        let too_late = confirmed && present.changeable_until < self.now();
        let at = (self.now(), Some(id.as_str()));
        let free = self.twin.free(&visit, &slot, at);
        let response = self.office.try_to_move(&request, &slot.id).await;
        let told = format!("{slot:?} for {visit:?}: {:?}", response.body());
        if too_late {
            assert_eq!(response.status(), 409, "moved too late: {told}");
            return;
        }
        assert_eq!(response.status(), 200, "free, and not moved to: {told}");
        let resource = self.receiver_of_request(id).await;
        assert_eq!(Some(&resource), free.first(), "the first: {told}");
        self.twin.forget(id);
        self.twin.take(id, resource, (&visit, &slot), None);
        self.did("moved");
    }

    pub(super) async fn give_back_or_prolong(&mut self) {
        if self.held.is_empty() {
            return;
        }
        let rank = self.chance.below(self.held.len());
        if self.chance.one_in(2) {
            let (_, hold) = self.held.swap_remove(rank);
            let released = self.office.reference.release_hold(&hold.id).await;
            released.unwrap();
            self.twin.forget(&hold.id);
            return self.did("released");
        }
        let (id, now) = (self.held[rank].1.id.clone(), self.now());
        let longer = self.office.reference.extend_hold(&id).await;
        assert_eq!(longer.is_ok(), self.twin.is_held(&id, now), "{longer:?}");
        let Ok(longer) = longer else { return };
        let mut taken = self.twin.taken.iter_mut();
        taken.find(|it| it.by == id).unwrap().until = Some(longer.expires_at);
        self.did("prolonged");
    }

    pub(super) async fn open_hours(&mut self) {
        let first_day = self.chance.day(self.today(), 5);
        let last_day = self.chance.day(first_day, 3);
        let (rank, (from, to)) = (
            self.chance.below(self.twin.catalogue.resources.len()),
            self.chance.hours(),
        );
        let weekdays = if self.chance.one_in(2) {
            Vec::new()
        } else {
            self.chance.some_of(&[1, 2, 3, 4, 5, 6, 7])
        };
        let mut day = first_day;
        while day <= last_day {
            let weekday = u8::try_from(day.weekday().to_monday_one_offset()).unwrap();
            if weekdays.is_empty() || weekdays.contains(&weekday) {
                self.twin.opened.push((rank, Hours { day, from, to }));
            }
            day = later(day, 1);
        }
        self.twin.known.clear();
        let opening = Opening {
            resource: self.twin.resource(rank).id.clone(),
            first_day,
            last_day,
            weekdays,
            from,
            to,
        };
        let staff = self.office.reference.staff();
        staff.open_hours(opening, "Sam").await.unwrap();
        self.did("opened");
    }

    /// Closes days of a desk, or of a place with all who are there.
    pub(super) async fn close_days(&mut self) {
        let first_day = self.chance.day(self.today(), 5);
        let last_day = self.chance.day(first_day, 2);
        let rank = self.chance.below(self.twin.catalogue.resources.len());
        let (desk, place) = (self.twin.resource(rank).clone(), self.twin.place_of(rank));
        let mut closed: Vec<usize> = vec![rank];
        let mut of = desk.id;
        if self.chance.one_in(3) {
            closed = (0..self.twin.catalogue.resources.len()).collect();
            closed.retain(|rank| self.twin.place_of(*rank) == place);
            of = desk.place_id;
        }
        let mut cancelled = 0;
        for rank in &closed {
            cancelled += self.twin.close(*rank, (first_day, last_day));
        }
        let closing = DaysToClose {
            of,
            first_day,
            last_day,
            words: "Le chauffage est en panne.".to_owned(),
        };
        let staff = self.office.reference.staff();
        let done = staff.close_days(closing, "Sam").await.unwrap();
        assert_eq!((done.resources, done.cancelled), (closed.len(), cancelled));
        self.did("closed");
    }

    pub(super) fn let_time_pass(&mut self) {
        // Minutes, in which holds end, or hours.
        let most = self.chance.of(&[11 * 60, 11 * 60, 20 * 3600]);
        let seconds = i64::try_from(self.chance.below(most)).unwrap();
        self.office.later(SignedDuration::from_secs(seconds));
    }

    pub(super) async fn step(&mut self) {
        match self.chance.below(14) {
            0..=2 => self.hold().await,
            3..=5 => {
                self.hold().await;
                self.book().await;
            }
            6 => self.book().await,
            7 => self.cancel().await,
            8 => self.reschedule().await,
            9 => self.give_back_or_prolong().await,
            10 => self.open_hours().await,
            11 => self.close_days().await,
            _ => self.let_time_pass(),
        }
        let question = self.question();
        self.compare(&question).await;
    }
}
