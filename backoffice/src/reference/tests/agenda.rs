//! What residents and agents may count on about appointments. The clock of tests begins on Sunday 22 November 2026.

use domain::{
    appointment::Help,
    booking::AppointmentStatus,
    request::{AuthorKind, Status, TimelineEntry, TimelineKind},
};
use jiff::SignedDuration;

use super::{
    booking::{civil, for_one, with},
    office::offices,
};
use crate::{
    api::{page::Page, requests::Request},
    reference::{Act, DayOf, DaysToClose, Opening, StaffError, VisitAct},
};

const MONDAY: &str = "2026-11-23";
const TUESDAY: &str = "2026-11-24";

fn at(day: &str, hour: &str) -> String {
    format!("{day}T{hour}")
}

fn closing(of: &str, day: &str) -> DaysToClose {
    DaysToClose {
        of: of.to_owned(),
        first_day: day.parse().unwrap(),
        last_day: day.parse().unwrap(),
        words: "Le chauffage est en panne.".to_owned(),
    }
}

#[tokio::test]
async fn a_visit_takes_one_counter_for_its_length_and_its_pause() {
    for office in offices().await {
        let talk = for_one("talk");
        // On Tuesdays one counter is open, from nine to twelve.
        assert_eq!(office.hours(&talk, TUESDAY).await.len(), 11);
        office.booked(&talk, &at(TUESDAY, "10:00")).await;
        // Thirty minutes, then five for the service: 9:30 would reach into it, and 10:30 begins in the pause.
        let left = office.hours(&talk, TUESDAY).await;
        assert_eq!(left[..3], ["09:00", "09:15", "10:45"], "{left:?}");
        let papers = office.hours(&for_one("papers"), TUESDAY).await;
        assert_eq!(papers[..5], ["09:00", "09:10", "09:20", "09:30", "09:40"]);
        assert_eq!(papers[5], "10:40");
    }
}

#[tokio::test]
async fn two_counters_receive_two_at_a_moment_and_say_so_once() {
    for office in offices().await {
        let papers = for_one("papers");
        let slot = office.slot(&papers, &at(MONDAY, "11:00")).await;
        let first = office.hold(&papers, &slot).await;
        let second = office.hold(&papers, &slot).await;
        assert_ne!(first.id, second.id);
        let third = office.try_to_hold(&papers, &slot).await;
        assert_eq!(third.status(), 409);
        // The holds end by themselves: nobody has to tidy up first.
        office.later(SignedDuration::from_mins(11));
        office.hold(&papers, &slot).await;
    }
}

#[tokio::test]
async fn a_day_that_is_closed_again_leaves_the_others_closed() {
    for office in offices().await {
        let talk = for_one("talk");
        let both = DaysToClose {
            last_day: TUESDAY.parse().unwrap(),
            ..closing("hall", MONDAY)
        };
        let staff = office.reference.staff();
        staff.close_days(both, "Sam").await.unwrap();
        assert!(office.hours(&talk, TUESDAY).await.is_empty());
        let again = closing("hall", MONDAY);
        staff.close_days(again, "Sam").await.unwrap();
        assert!(office.hours(&talk, TUESDAY).await.is_empty());
    }
}

#[tokio::test]
async fn what_would_help_changes_what_is_on_offer() {
    for office in offices().await {
        let quiet = office
            .slots(&with("papers", Help::QuietHour), MONDAY, TUESDAY)
            .await;
        let quiet: Vec<_> = quiet.items.iter().map(civil).collect();
        // Desk 1 has them from nine to ten on Tuesdays; desk 2 has none and is left to others.
        assert_eq!(quiet, ["09:00", "09:10", "09:20", "09:30", "09:40"]);
        let longer = office.hours(&with("talk", Help::MoreTime), TUESDAY).await;
        assert_eq!(longer.last().unwrap(), "11:15");
        let signed = with("papers", Help::SignLanguage);
        let page = office.slots(&signed, MONDAY, "2026-11-30").await;
        assert_eq!(
            page.items[0].start.to_string(),
            "2026-11-27T09:00:00Z",
            "an interpreter takes five days to find"
        );
    }
}

#[tokio::test]
async fn a_session_for_several_has_seats() {
    for office in offices().await {
        let mut pair = for_one("class");
        pair.purposes[0].people = 2;
        let one = for_one("class");
        let day = "2026-11-25";
        assert_eq!(
            office.slots(&one, day, day).await.items[0].places_left,
            Some(3)
        );
        office.booked(&pair, &at(day, "14:00")).await;
        assert_eq!(
            office.slots(&one, day, day).await.items[0].places_left,
            Some(1)
        );
        assert!(office.hours(&pair, day).await.is_empty());
        office.booked(&one, &at(day, "14:00")).await;
        assert!(office.hours(&one, day).await.is_empty());
    }
}

#[tokio::test]
async fn whoever_sends_late_gets_the_time_if_it_is_still_there_and_is_told_if_not() {
    for office in offices().await {
        let talk = for_one("talk");
        let slot = office.slot(&talk, &at(TUESDAY, "09:00")).await;
        let hold = office.hold(&talk, &slot).await;
        office.later(SignedDuration::from_hours(2));
        office.reference.purge().await.unwrap();
        let late = office.sent(&office.with_visit(&talk, &hold)).await;
        let got = late.appointment.unwrap();
        assert_eq!(got.status, AppointmentStatus::Confirmed);
        assert_eq!(got.slot, slot);

        // Someone else whose hold ended finds the time taken: the request is there, without a time.
        let slot = office.slot(&talk, &at(TUESDAY, "11:00")).await;
        let hold = office.hold(&talk, &slot).await;
        office.later(SignedDuration::from_mins(11));
        office.booked(&talk, &at(TUESDAY, "11:00")).await;
        let lost = office.sent(&office.with_visit(&talk, &hold)).await;
        let appointment = lost.appointment.clone().unwrap();
        assert_eq!(appointment.status, AppointmentStatus::TimeLost);
        assert_eq!(lost.summary.status, Status::Submitted);
        let other = office.slot(&talk, &at("2026-11-26", "09:00")).await;
        assert_eq!(office.try_to_move(&lost, &other.id).await.status(), 200);
        let appointment = office.again(&lost).await.appointment.unwrap();
        assert_eq!(appointment.status, AppointmentStatus::Confirmed);
        assert_eq!(appointment.slot, other);
    }
}

#[tokio::test]
async fn an_appointment_can_move_onto_a_part_of_its_own_time_and_not_at_the_last_moment() {
    for office in offices().await {
        let papers = for_one("papers");
        let (request, before) = office.booked(&papers, &at(TUESDAY, "11:00")).await;
        let slot = before.slot.id.replace(
            &before.slot.start.as_second().to_string(),
            &(before.slot.start.as_second() + 600).to_string(),
        );
        let moved = office.try_to_move(&request, &slot).await;
        assert_eq!(moved.status(), 200, "{:?}", moved.body());
        let after = office.again(&request).await.appointment.unwrap();
        assert_eq!(civil(&after.slot), "11:10");
        assert_eq!((after.sequence, &after.id), (1, &before.id));
        // Four hours before, it is too late to move here; one can still cancel.
        office.later(SignedDuration::from_hours(24 + 22));
        let other = office.slot(&papers, &at("2026-11-26", "09:00")).await;
        let refused = office.try_to_move(&request, &other.id).await;
        assert_eq!(refused.status(), 409);
        assert!(String::from_utf8_lossy(refused.body()).contains("too_late_to_change"));
    }
}

#[tokio::test]
async fn closing_a_day_tells_those_who_had_a_time_and_nobody_gets_one() {
    for office in offices().await {
        let papers = for_one("papers");
        let (request, _) = office.booked(&papers, &at(MONDAY, "11:00")).await;
        let (other, _) = office.booked(&papers, &at(TUESDAY, "11:00")).await;
        let held = office.slot(&papers, &at(MONDAY, "11:20")).await;
        let held = office.hold(&papers, &held).await;
        let staff = office.reference.staff();
        let closed = staff
            .close_days(closing("hall", MONDAY), "Sam")
            .await
            .unwrap();
        assert_eq!((closed.resources, closed.cancelled), (3, 1));
        assert!(office.hours(&papers, MONDAY).await.is_empty());
        let page: Page<TimelineEntry> = office
            .read(&format!("/v1/requests/{}/timeline", request.summary.id))
            .await;
        let told = page.items.last().unwrap();
        assert_eq!(told.kind, TimelineKind::Appointment);
        assert_eq!(told.author_kind, AuthorKind::Staff);
        assert_eq!(told.text.as_deref(), Some("Le chauffage est en panne."));
        let told = office.again(&request).await;
        assert!(told.summary.status.is_open(), "another time can be chosen");
        let status = told.appointment.unwrap().status;
        assert_eq!(status, AppointmentStatus::CancelledByService);
        let untouched = office.again(&other).await.appointment.unwrap();
        assert_eq!(untouched.status, AppointmentStatus::Confirmed);
        let lost = office.sent(&office.with_visit(&papers, &held)).await;
        let status = lost.appointment.unwrap().status;
        assert_eq!(status, AppointmentStatus::TimeLost);
        // Closed again is closed.
        let again = staff
            .close_days(closing("desk-1", MONDAY), "Sam")
            .await
            .unwrap();
        assert_eq!((again.resources, again.cancelled), (1, 0));
        let wrong = staff.close_days(closing("nowhere", MONDAY), "Sam").await;
        assert!(matches!(wrong, Err(StaffError::Unknown(_))));
    }
}

#[tokio::test]
async fn agents_open_hours_besides_and_see_their_day() {
    for office in offices().await {
        let staff = office.reference.staff();
        let opening = Opening {
            resource: "desk-2".to_owned(),
            first_day: MONDAY.parse().unwrap(),
            last_day: "2026-11-29".parse().unwrap(),
            weekdays: vec![6, 7],
            from: "14:00:00".parse().unwrap(),
            to: "14:40:00".parse().unwrap(),
        };
        assert_eq!(staff.open_hours(opening.clone(), "Sam").await.unwrap(), 2);
        let saturday = "2026-11-28";
        let papers = for_one("papers");
        assert_eq!(
            office.hours(&papers, saturday).await,
            ["14:00", "14:10", "14:20"]
        );
        let (request, appointment) = office.booked(&papers, &at(saturday, "14:20")).await;
        let day = DayOf {
            place: "hall".to_owned(),
            day: saturday.parse().unwrap(),
        };
        let planned = staff.agenda(&day).await.unwrap();
        assert_eq!(planned.len(), 1);
        assert_eq!(Some(&planned[0].number), request.summary.number.as_ref());
        assert_eq!(planned[0].resource, "desk-2");
        assert_eq!(planned[0].appointment, appointment);
        let never = Opening {
            to: "13:00:00".parse().unwrap(),
            ..opening
        };
        let refused = staff.open_hours(never, "Sam").await;
        assert!(matches!(refused, Err(StaffError::NoHours)));
    }
}

#[tokio::test]
async fn what_became_of_an_appointment_ends_its_request_or_lets_choose_again() {
    for office in offices().await {
        let talk = for_one("talk");
        let staff = office.reference.staff();
        let acts = [
            (VisitAct::Attended, AppointmentStatus::Attended, true),
            (VisitAct::Missed, AppointmentStatus::Missed, true),
            (
                VisitAct::Cancel {
                    words: "L’agent est malade.".to_owned(),
                },
                AppointmentStatus::CancelledByService,
                false,
            ),
        ];
        for (hour, (act, becomes, ends)) in ["09:00", "10:00", "11:00"].into_iter().zip(acts) {
            let (request, _) = office.booked(&talk, &at(TUESDAY, hour)).await;
            let number = request.summary.number.clone().unwrap();
            staff.act(&number, 1, "Sam", Act::Visit(act)).await.unwrap();
            let after = office.again(&request).await;
            assert_eq!(after.appointment.unwrap().status, becomes);
            assert_eq!(after.summary.is_final, ends);
            assert!(
                office
                    .hours(&talk, TUESDAY)
                    .await
                    .contains(&hour.to_owned())
            );
        }
        let report = office.sent(&office.report(None)).await;
        let number = report.summary.number.unwrap();
        let refused = staff
            .act(&number, 1, "Sam", Act::Visit(VisitAct::Attended))
            .await;
        assert!(matches!(refused, Err(StaffError::NoAppointment)));
    }
}

#[tokio::test]
async fn what_is_over_is_ended_and_forgotten_in_time() {
    for office in offices().await {
        let talk = for_one("talk");
        let (request, _) = office.booked(&talk, &at(TUESDAY, "09:00")).await;
        let slot = office.slot(&talk, &at(TUESDAY, "10:00")).await;
        office.hold(&talk, &slot).await;
        office.later(SignedDuration::from_hours(24 * 8));
        office.reference.purge().await.unwrap();
        assert!(
            !office.again(&request).await.summary.is_final,
            "a week is left to say"
        );
        office.later(SignedDuration::from_hours(24 * 2));
        office.reference.purge().await.unwrap();
        let ended: Request = office.again(&request).await;
        assert_eq!(ended.summary.status, Status::Closed);
        office.later(SignedDuration::from_hours(24 * 3));
        office.reference.purge().await.unwrap();
        for table in [
            "SELECT COUNT(*) AS n FROM backoffice_ticks",
            "SELECT COUNT(*) AS n FROM backoffice_appointments",
            "SELECT COUNT(*) AS n FROM backoffice_calls WHERE resource LIKE '/v1/requests/%'",
        ] {
            let row = office.database().fetch_optional(table, &[]).await.unwrap();
            assert_eq!(row.unwrap().int("n").unwrap(), 0, "{table}");
        }
    }
}
