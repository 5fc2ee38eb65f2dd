//! What those who wait for a time may count on. The clock of tests begins on Sunday 22 November 2026, at ten in Paris.

use domain::{agenda::PartOfDay, booking::AppointmentStatus, waiting::WaitingStatus};
use http::Method;
use jiff::SignedDuration;

use super::{
    booking::{civil, for_one},
    office::offices,
    waiters::{in_the, offer, wish},
};
use crate::reference::{DaysToClose, Opening};

const TUESDAY: &str = "2026-11-24";
const WEDNESDAY: &str = "2026-11-25";
const SATURDAY: &str = "2026-11-28";

fn saturday(from: &str, to: &str) -> Opening {
    Opening {
        resource: "desk-2".to_owned(),
        first_day: SATURDAY.parse().unwrap(),
        last_day: SATURDAY.parse().unwrap(),
        weekdays: Vec::new(),
        from: from.parse().unwrap(),
        to: to.parse().unwrap(),
    }
}

#[tokio::test]
async fn a_freed_time_is_offered_to_the_first_whom_it_suits_and_nobody_else_sees_it() {
    for office in offices().await {
        let booked = office.full(TUESDAY).await;
        let afternoon = in_the(PartOfDay::Afternoon, wish(TUESDAY, TUESDAY));
        let never = office.waits(&afternoon).await;
        let morning = in_the(PartOfDay::Morning, wish(TUESDAY, TUESDAY));
        let first = office.waits(&morning).await;
        let second = office.waits(&morning).await;
        assert_eq!((never.ahead, first.ahead, second.ahead), (0, 0, 1));
        assert_eq!(first.status, WaitingStatus::Waiting);
        assert_eq!(first.expires_at.to_string(), "2026-11-24T23:00:00Z");

        let freed = office.withdrawn(&booked[3]).await;
        let offered = office.entry(&first).await;
        assert_eq!(offer(&offered).slot, freed);
        assert_eq!(offer(&offered).until.to_string(), "2026-11-22T13:00:00Z");
        assert_eq!(office.status_of(&second).await, WaitingStatus::Waiting);
        assert_eq!(office.status_of(&never).await, WaitingStatus::Waiting);
        let papers = for_one("papers");
        assert!(office.hours(&papers, TUESDAY).await.is_empty());
        assert_eq!(office.try_to_hold(&papers, &freed).await.status(), 409);

        let request = office.takes(&first).await;
        let appointment = request.appointment.unwrap();
        assert_eq!(appointment.status, AppointmentStatus::Confirmed);
        assert_eq!(appointment.slot, freed);
        assert_eq!(office.status_of(&first).await, WaitingStatus::Booked);
        assert_eq!(office.entry(&second).await.ahead, 0);
        // Leaving after the end changes nothing.
        office.leaves(&first).await;
        assert_eq!(office.status_of(&first).await, WaitingStatus::Booked);
    }
}

#[tokio::test]
async fn a_declined_time_goes_on_at_once_and_never_comes_back() {
    for office in offices().await {
        let booked = office.full(TUESDAY).await;
        let first = office.waits(&wish(TUESDAY, TUESDAY)).await;
        let second = office.waits(&wish(TUESDAY, TUESDAY)).await;
        let freed = office.withdrawn(&booked[0]).await;
        let declined = office.declines(&first).await;
        assert_eq!(declined.status, WaitingStatus::Waiting);
        let offered = office.entry(&second).await;
        assert_eq!(offer(&offered).slot, freed);
        // Given back as any hold is given back: declined too, and then it is everybody's.
        let path = format!("/v1/holds/{}", offer(&offered).hold_id);
        office.call(Method::DELETE, &path, &[], Vec::new()).await;
        office.reference.offer_times().await.unwrap();
        assert_eq!(office.status_of(&first).await, WaitingStatus::Waiting);
        assert_eq!(office.status_of(&second).await, WaitingStatus::Waiting);
        let papers = for_one("papers");
        assert_eq!(office.hours(&papers, TUESDAY).await, [civil(&freed)]);
        // The next time is for the first one again.
        let freed = office.withdrawn(&booked[5]).await;
        assert_eq!(offer(&office.entry(&first).await).slot, freed);
        // Whoever leaves gives the time to the next one.
        office.leaves(&first).await;
        assert_eq!(office.status_of(&first).await, WaitingStatus::Left);
        assert_eq!(offer(&office.entry(&second).await).slot, freed);
    }
}

#[tokio::test]
async fn an_offer_without_an_answer_goes_on_and_two_end_an_entry() {
    for office in offices().await {
        let booked = office.full(TUESDAY).await;
        let silent = office.waits(&wish(TUESDAY, TUESDAY)).await;
        let second = office.waits(&wish(TUESDAY, TUESDAY)).await;
        let freed = office.withdrawn(&booked[0]).await;
        office.later(SignedDuration::from_mins(239));
        office.reference.offer_times().await.unwrap();
        assert_eq!(office.status_of(&silent).await, WaitingStatus::Offered);
        office.later(SignedDuration::from_mins(2));
        // Over, and kept until the next one has it.
        assert_eq!(office.status_of(&silent).await, WaitingStatus::Waiting);
        assert!(office.hours(&for_one("papers"), TUESDAY).await.is_empty());
        assert_eq!(office.reference.offer_times().await.unwrap(), 1);
        assert_eq!(office.reference.offer_times().await.unwrap(), 0);
        assert_eq!(offer(&office.entry(&second).await).slot, freed);
        assert_eq!(office.entry(&silent).await.lapsed, 1);
        // Another offer; a word would be enough to stay.
        office.withdrawn(&booked[1]).await;
        office.later(SignedDuration::from_hours(20));
        office.reference.offer_times().await.unwrap();
        assert_eq!(office.status_of(&silent).await, WaitingStatus::Expired);
        assert_eq!(office.entry(&second).await.lapsed, 1);
        let answering = office.declines(&second).await;
        assert_eq!(answering.lapsed, 0);
    }
}

#[tokio::test]
async fn every_way_in_which_a_time_becomes_free_is_one_to_get_it() {
    for office in offices().await {
        let papers = for_one("papers");
        let mut booked = office.full(TUESDAY).await;
        office.full(WEDNESDAY).await;
        // A hold that ends by itself.
        let moving = booked.pop().unwrap();
        let last = office.withdrawn(&moving).await;
        office.hold(&papers, &last).await;
        let first = office.waits(&wish(TUESDAY, TUESDAY)).await;
        assert_eq!(first.status, WaitingStatus::Waiting);
        office.later(SignedDuration::from_mins(11));
        office.reference.offer_times().await.unwrap();
        assert_eq!(offer(&office.entry(&first).await).slot, last);
        // A hold that is given back.
        office.leaves(&first).await;
        let hold = office.hold(&papers, &last).await;
        let second = office.waits(&wish(TUESDAY, TUESDAY)).await;
        let path = format!("/v1/holds/{}", hold.id);
        office.call(Method::DELETE, &path, &[], Vec::new()).await;
        assert_eq!(offer(&office.entry(&second).await).slot, last);
        office.takes(&second).await;
        // An appointment that moves.
        let third = office.waits(&wish(TUESDAY, TUESDAY)).await;
        let elsewhere = office.slot(&papers, "2026-11-26T09:00").await;
        let moved = office.try_to_move(&booked[0], &elsewhere.id).await;
        assert_eq!(moved.status(), 200);
        let old = booked[0].appointment.clone().unwrap().slot;
        assert_eq!(offer(&office.entry(&third).await).slot, old);
        // Hours besides, in the order of entry; who entered too late sees what is left.
        let staff = office.reference.staff();
        let wish = wish(SATURDAY, SATURDAY);
        let early = [
            office.waits(&wish).await,
            office.waits(&wish).await,
            office.waits(&wish).await,
        ];
        let hours = saturday("14:00:00", "14:40:00");
        staff.open_hours(hours, "Sam").await.unwrap();
        let got = [
            office.entry(&early[0]).await,
            office.entry(&early[1]).await,
            office.entry(&early[2]).await,
        ];
        assert_eq!(civil(&offer(&got[0]).slot), "14:00");
        assert_eq!(civil(&offer(&got[1]).slot), "14:20");
        assert_eq!(got[2].status, WaitingStatus::Waiting);
        // A time that is free already.
        let friday = "2026-11-27";
        let free = office.waits(&super::waiters::wish(friday, friday)).await;
        assert_eq!(civil(&offer(&free).slot), "09:00");
    }
}

#[tokio::test]
async fn a_time_that_is_too_near_is_for_whoever_comes() {
    for office in offices().await {
        let booked = office.full(TUESDAY).await;
        let waiting = office.waits(&wish(TUESDAY, TUESDAY)).await;
        // Tuesday at seven: two hours of notice, and less than half an hour left before nine.
        office.later(SignedDuration::from_hours(45) - SignedDuration::from_mins(20));
        office.withdrawn(&booked[0]).await;
        assert_eq!(office.status_of(&waiting).await, WaitingStatus::Waiting);
        assert_eq!(office.hours(&for_one("papers"), TUESDAY).await, ["09:00"]);
        office.withdrawn(&booked[6]).await;
        let offered = office.entry(&waiting).await;
        assert_eq!(civil(&offer(&offered).slot), "11:00");
        assert_eq!(
            offer(&offered).until.to_string(),
            "2026-11-24T06:26:40Z",
            "a third of what is left"
        );
    }
}

#[tokio::test]
async fn a_day_that_agents_close_takes_an_offer_back_and_holds_nothing_against_anybody() {
    for office in offices().await {
        let booked = office.full(TUESDAY).await;
        let waiting = office.waits(&wish(TUESDAY, WEDNESDAY)).await;
        // Wednesday is free: that is offered first, and declined until nothing is left but Tuesday.
        office.leaves(&waiting).await;
        let waiting = office.waits(&wish(TUESDAY, TUESDAY)).await;
        office.withdrawn(&booked[2]).await;
        assert_eq!(office.status_of(&waiting).await, WaitingStatus::Offered);
        let closing = DaysToClose {
            of: "hall".to_owned(),
            first_day: TUESDAY.parse().unwrap(),
            last_day: TUESDAY.parse().unwrap(),
            words: "Fermé.".to_owned(),
        };
        let staff = office.reference.staff();
        staff.close_days(closing, "Sam").await.unwrap();
        let after = office.entry(&waiting).await;
        assert_eq!((after.status, after.lapsed), (WaitingStatus::Waiting, 0));
        assert!(after.offer.is_none());
        let held = "SELECT COUNT(*) AS n FROM backoffice_appointments WHERE status = 'held'";
        assert_eq!(office.count(held).await, 0);
        office.later(SignedDuration::from_hours(24 * 3));
        office.reference.offer_times().await.unwrap();
        assert_eq!(office.status_of(&waiting).await, WaitingStatus::Expired);
    }
}
