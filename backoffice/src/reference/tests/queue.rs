//! What residents and agents may count on at the place. On Tuesday 24 November 2026 one counter is open, from nine to
//! twelve on the clock of Paris.

use domain::{
    booking::AppointmentStatus,
    queue::{PlaceNow, Queued, Ticket, TicketStatus, WaitRange},
};
use http::{Response, StatusCode};
use jiff::{SignedDuration, Timestamp};

use super::{
    booking::for_one,
    office::{Office, offices},
};
use crate::{
    api::{
        events::EventPage,
        problem::{Problem, ProblemCode},
        queue::Arrival,
        requests::Request,
    },
    ports::Clock,
    reference::{Act, StaffError, VisitAct},
};

const TUESDAY: &str = "2026-11-24";

fn at(hour: &str) -> String {
    format!("{TUESDAY}T{hour}")
}

impl Office {
    /// Goes on to an hour of that Tuesday on the clock of Paris.
    pub(super) fn wait_until(&self, hour: &str) {
        let then: Timestamp = format!("{TUESDAY}T{hour}:00+01:00").parse().unwrap();
        self.later(then.duration_since(self.clock.now()));
    }

    pub(super) async fn try_to_arrive(
        &self,
        request: &Request,
        key: &str,
    ) -> Response<bytes::Bytes> {
        let path = format!("/v1/requests/{}/appointment/arrival", request.summary.id);
        self.post(&path, key, &Arrival {}).await
    }

    pub(super) async fn arrives(&self, request: &Request) -> Queued {
        let response = self.try_to_arrive(request, &self.key()).await;
        assert_eq!(response.status(), 200, "{:?}", response.body());
        serde_json::from_slice(response.body()).unwrap()
    }

    pub(super) async fn queued(&self, request: &Request) -> Queued {
        self.read(&format!("/v1/requests/{}/queue", request.summary.id))
            .await
    }

    async fn refuses_arrival(&self, request: &Request) -> Problem {
        let response = self.try_to_arrive(request, &self.key()).await;
        assert_eq!(response.status(), StatusCode::CONFLICT);
        serde_json::from_slice(response.body()).unwrap()
    }
}

fn ticket(text: &str) -> Ticket {
    text.parse().unwrap()
}

#[tokio::test]
async fn one_arrives_within_the_hour_before_the_appointment_and_once() {
    for office in offices().await {
        let (request, _) = office.booked(&for_one("talk"), &at("10:00")).await;
        let early = office.refuses_arrival(&request).await;
        assert_eq!(early.code, ProblemCode::TooEarlyToArrive);
        let from = early.more.possible_from.unwrap();
        assert_eq!(from.to_string(), "2026-11-24T08:00:00Z");
        office.wait_until("09:00");
        let key = office.key();
        let first = office.try_to_arrive(&request, &key).await;
        assert_eq!(first.status(), 200);
        let again = office.try_to_arrive(&request, &key).await;
        assert_eq!(first.body(), again.body());
        assert_eq!(again.headers()["idempotency-replayed"], "true");
        let queued: Queued = serde_json::from_slice(first.body()).unwrap();
        assert_eq!(queued.ticket, ticket("T01"));
        assert_eq!((queued.status, queued.ahead), (TicketStatus::Waiting, 0));
        // Nobody is before; an agent may keep to the hour.
        assert_eq!(queued.wait, Some(WaitRange { low: 0, high: 60 }));
        assert_eq!(office.arrives(&request).await, queued, "another press");
        assert_eq!(office.queued(&request).await, queued);
        let appointment = office.again(&request).await.appointment.unwrap();
        assert_eq!(appointment.status, AppointmentStatus::Arrived);
    }
}

#[tokio::test]
async fn an_appointment_that_is_over_cancelled_or_of_nobody_takes_no_arrival() {
    for office in offices().await {
        let (over, _) = office.booked(&for_one("talk"), &at("09:00")).await;
        let (cancelled, _) = office.booked(&for_one("talk"), &at("10:00")).await;
        let staff = office.reference.staff();
        let act = Act::Visit(VisitAct::Cancel {
            words: "L’agent est malade.".to_owned(),
        });
        let number = cancelled.summary.number.clone().unwrap();
        staff.act(&number, 1, "Sam", act).await.unwrap();
        office.wait_until("09:30");
        let problem = office.refuses_arrival(&over).await;
        assert_eq!(problem.code, ProblemCode::TooLateToChange);
        let problem = office.refuses_arrival(&cancelled).await;
        assert_eq!(problem.code, ProblemCode::InvalidState);
        let path = format!("/v1/requests/{}/queue", over.summary.id);
        let nothing = office.call(http::Method::GET, &path, &[], Vec::new()).await;
        assert_eq!(nothing.status(), 404);
        let mut unknown = over.clone();
        unknown.summary.id = office.key();
        let nobody = office.try_to_arrive(&unknown, &office.key()).await;
        assert_eq!(nobody.status(), 404);
    }
}

#[tokio::test]
async fn people_are_called_by_their_hour_and_whoever_is_late_goes_behind() {
    for office in offices().await {
        let staff = office.reference.staff();
        let (late, _) = office.booked(&for_one("papers"), &at("09:20")).await;
        let (early, _) = office.booked(&for_one("talk"), &at("10:00")).await;
        let (later, _) = office.booked(&for_one("papers"), &at("10:40")).await;
        office.wait_until("09:50");
        office.arrives(&later).await;
        office.arrives(&early).await;
        let without = staff.enter("hall", "papers").await.unwrap();
        assert_eq!(without, ticket("P02"));
        office.wait_until("10:01");
        // It ended at 9:40.
        let problem = office.refuses_arrival(&late).await;
        assert_eq!(problem.code, ProblemCode::TooLateToChange);
        let line = staff.queue("hall").await.unwrap();
        let order: Vec<String> = line.iter().map(|it| it.ticket.to_string()).collect();
        assert_eq!(order, ["T01", "P02", "P01"]);
        assert_eq!(office.queued(&later).await.ahead, 2);

        // Desk 2 receives for papers only; the appointment of ten waits for desk 1.
        let called = staff.call("hall", "desk-2", None, "Sam").await.unwrap();
        assert_eq!(called, ticket("P02"));
        let called = staff.call("hall", "desk-1", None, "Lou").await.unwrap();
        assert_eq!(called, ticket("T01"));
        let seen = office.queued(&early).await;
        assert_eq!((seen.status, seen.wait), (TicketStatus::Called, None));
        let words = seen.called_to.unwrap();
        let words = words
            .in_locale(domain::locale::Locale::French)
            .words
            .to_owned();
        assert_eq!(words, "Guichet 1");
        assert_eq!(seen.called_at.unwrap(), office.clock.now());
        let taken = staff.call("hall", "desk-1", None, "Lou").await;
        assert!(matches!(taken, Err(StaffError::DeskTaken(it)) if it == ticket("T01")));

        let before = office.queued(&later).await;
        assert_eq!(before.ahead, 0);
        staff.serve(None, ticket("T01"), "Lou").await.unwrap();
        assert_eq!(
            office.queued(&early).await.status,
            TicketStatus::BeingServed
        );
        office.later(SignedDuration::from_mins(12));
        staff.close_visit(None, ticket("T01"), "Lou").await.unwrap();
        assert_eq!(office.queued(&early).await.status, TicketStatus::Served);
        let ended = office.again(&early).await;
        assert_eq!(
            ended.appointment.unwrap().status,
            AppointmentStatus::Attended
        );
        assert!(ended.summary.is_final);
        assert_eq!(
            staff.call("hall", "desk-1", None, "Lou").await.unwrap(),
            ticket("P01")
        );
        let nobody = staff.close_visit(None, ticket("T01"), "Lou").await;
        assert!(matches!(
            nobody,
            Err(StaffError::TicketIs {
                status: "served",
                ..
            })
        ));
        staff
            .close_visit(Some("hall"), ticket("P02"), "Sam")
            .await
            .unwrap();
        let nobody = staff.call("hall", "desk-2", None, "Sam").await;
        assert!(matches!(nobody, Err(StaffError::NobodyWaits)));
    }
}

#[tokio::test]
async fn whoever_did_not_answer_may_be_called_again_the_same_day() {
    for office in offices().await {
        let staff = office.reference.staff();
        let (request, _) = office.booked(&for_one("talk"), &at("10:00")).await;
        office.wait_until("09:55");
        let mine = office.arrives(&request).await.ticket;
        let early = staff.absent(None, mine, "Lou").await;
        assert!(
            matches!(early, Err(StaffError::TicketIs { .. })),
            "not called yet"
        );
        staff.call("hall", "desk-1", None, "Lou").await.unwrap();
        staff.absent(None, mine, "Lou").await.unwrap();
        let seen = office.again(&request).await;
        assert_eq!(seen.appointment.unwrap().status, AppointmentStatus::Missed);
        assert!(!seen.summary.is_final, "they may still come");
        assert_eq!(office.queued(&request).await.status, TicketStatus::Absent);
        assert_eq!(office.arrives(&request).await.status, TicketStatus::Absent);
        staff
            .call("hall", "desk-1", Some(mine), "Lou")
            .await
            .unwrap();
        assert_eq!(office.queued(&request).await.status, TicketStatus::Called);
        staff.absent(None, mine, "Lou").await.unwrap();
        office.later(SignedDuration::from_hours(23));
        office.reference.purge().await.unwrap();
        assert!(!office.again(&request).await.summary.is_final);
        office.later(SignedDuration::from_hours(2));
        office.reference.purge().await.unwrap();
        let seen = office.again(&request).await;
        assert!(seen.summary.is_final);
        assert_eq!(seen.appointment.unwrap().status, AppointmentStatus::Missed);
        let over = staff.call("hall", "desk-1", Some(mine), "Lou").await;
        assert!(
            matches!(over, Err(StaffError::Unknown(_))),
            "a ticket of yesterday"
        );
    }
}

#[tokio::test]
async fn each_change_is_told_and_a_withdrawal_leaves_the_line() {
    for office in offices().await {
        let staff = office.reference.staff();
        let (first, _) = office.booked(&for_one("talk"), &at("10:00")).await;
        let (second, _) = office.booked(&for_one("papers"), &at("10:40")).await;
        office.wait_until("09:45");
        office.arrives(&first).await;
        office.arrives(&second).await;
        let events = async || office.read::<EventPage>("/v1/events?limit=100").await.items;
        let before = events().await.len();
        office.withdrawn(&first).await;
        assert_eq!(office.queued(&first).await.status, TicketStatus::Left);
        assert_eq!(office.queued(&second).await.ahead, 0);
        let called = staff.call("hall", "desk-1", None, "Lou").await.unwrap();
        staff.serve(None, called, "Lou").await.unwrap();
        staff.close_visit(None, called, "Lou").await.unwrap();
        let told = events().await;
        let subject = format!("/v1/requests/{}", second.summary.id);
        let about = told[before..]
            .iter()
            .filter(|it| it.data.resource == subject);
        assert_eq!(about.count(), 3, "called, received, ended");
    }
}

#[tokio::test]
async fn what_past_visits_took_is_what_is_said_of_the_next_ones() {
    for office in offices().await {
        let staff = office.reference.staff();
        office.wait_until("09:00");
        let range = async || {
            let now: PlaceNow = office.read("/v1/locations/hall/waiting").await;
            let mut types = now.by_type.into_iter();
            types.find(|it| it.kind == "talk").unwrap().wait
        };
        staff.enter("hall", "talk").await.unwrap();
        // Planned for half an hour, and nothing is known of others.
        assert_eq!(range().await, Some(WaitRange { low: 15, high: 45 }));
        for _ in 0..9 {
            let called = staff.call("hall", "desk-1", None, "Lou").await.unwrap();
            office.later(SignedDuration::from_mins(10));
            staff.close_visit(None, called, "Lou").await.unwrap();
            staff.enter("hall", "talk").await.unwrap();
        }
        assert_eq!(range().await, Some(WaitRange { low: 10, high: 15 }));
        // Four weeks later nothing is left of it.
        office.later(SignedDuration::from_hours(24 * 29));
        office.reference.purge().await.unwrap();
        let rows = "SELECT COUNT(*) AS n FROM backoffice_tickets";
        assert_eq!(office.count(rows).await, 0);
    }
}

#[tokio::test]
async fn a_place_says_whether_it_is_open_and_when() {
    for office in offices().await {
        let now = async || office.read::<PlaceNow>("/v1/locations/hall/waiting").await;
        let sunday = now().await;
        assert!(!sunday.open && sunday.wait.is_none() && sunday.by_type.is_empty());
        assert_eq!(sunday.days.len(), 7);
        assert!(sunday.days[0].hours.is_empty(), "Sunday");
        let hours = |place: &PlaceNow, day: usize| -> Vec<String> {
            let hours = place.days[day].hours.iter();
            hours.map(|it| format!("{} {}", it.from, it.to)).collect()
        };
        assert_eq!(hours(&sunday, 1), ["09:00:00 12:00:00"]);
        assert_eq!(
            hours(&sunday, 3),
            ["09:00:00 12:00:00", "14:00:00 15:00:00"]
        );
        office.wait_until("08:40");
        let before = now().await;
        assert!(!before.open);
        assert_eq!(before.wait, Some(WaitRange { low: 20, high: 25 }));
        office.wait_until("11:00");
        let open = now().await;
        assert!(open.open);
        assert_eq!(open.open_until.unwrap().to_string(), "2026-11-24T11:00:00Z");
        assert_eq!(
            (open.waiting, open.wait),
            (0, Some(WaitRange { low: 0, high: 5 }))
        );
        let staff = office.reference.staff();
        let closing = crate::reference::DaysToClose {
            of: "hall".to_owned(),
            first_day: TUESDAY.parse().unwrap(),
            last_day: TUESDAY.parse().unwrap(),
            words: "Le chauffage est en panne.".to_owned(),
        };
        staff.close_days(closing, "Sam").await.unwrap();
        let closed = now().await;
        assert!(!closed.open && closed.wait.is_none() && closed.days[0].hours.is_empty());
        let nowhere = office
            .call(
                http::Method::GET,
                "/v1/locations/nowhere/waiting",
                &[],
                Vec::new(),
            )
            .await;
        assert_eq!(nowhere.status(), 404);
    }
}
