//! How often a code is used, and what those who guess are told.

use std::net::IpAddr;

use app::ports::Carried;
use domain::hand_over::{Device, HandOverCode};
use jiff::SignedDuration;
use server::portal::{FollowError, HandOverError, Visitor};

use super::{ACT, GO_ON, HOUR, LOOK};
use crate::town::{ORIGIN, towns};

#[tokio::test]
async fn of_many_who_type_a_code_at_once_only_as_many_get_in_as_it_has_uses() {
    for town in towns().await {
        let sender = town.resident();
        let request = town.request(&sender).await;
        let carried = Carried::Request(request.clone());
        let (_, code) = town.give(&sender, &carried, ACT).await;
        let many: Vec<Visitor> = (0..8).map(|_| town.resident()).collect();
        let tries = many.iter().map(|visitor| town.take_up(&code, visitor));
        let outcomes = futures::future::join_all(tries).await;
        let inside = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
        assert_eq!(inside, 5, "{outcomes:?}");
        let codes = town.codes(&sender, &carried).await;
        assert_eq!(codes[0].uses.len(), 5);
        assert!(codes[0].code.is_some(), "those inside go on");
    }
}

#[tokio::test]
async fn a_button_pressed_twice_and_a_portal_that_starts_again_count_one_use() {
    for town in towns().await {
        let sender = town.resident();
        let request = town.request(&sender).await;
        let carried = Carried::Request(request.clone());
        let (_, code) = town.give(&sender, &carried, ACT).await;
        let helper = town.resident();
        let both =
            futures::future::join(town.take_up(&code, &helper), town.take_up(&code, &helper));
        let (one, other) = both.await;
        assert_eq!((one.is_ok(), other.is_ok()), (true, true));
        let restarted = town.another_desk().await;
        let again = restarted
            .take_up(&code, &helper, ORIGIN, Device::Computer)
            .await;
        assert_eq!(again, Ok(carried.clone()));
        let codes = town.codes(&sender, &carried).await;
        assert_eq!(codes[0].uses, [(town.now(), Device::Phone)]);
        // Whoever gave it is where it leads already.
        assert_eq!(town.take_up(&code, &sender).await, Ok(carried.clone()));
        assert_eq!(town.codes(&sender, &carried).await[0].uses.len(), 1);
        assert!(town.read(&sender, &request).await.guest.is_none());
    }
}

#[tokio::test]
async fn a_form_sent_twice_gives_one_code_and_six_are_too_many() {
    for town in towns().await {
        let sender = town.resident();
        let request = town.request(&sender).await;
        let carried = Carried::Request(request);
        let desk = &town.desk;
        let key = town.key(&sender);
        for _ in 0..2 {
            let given = desk.hand_over(&sender, &carried, LOOK, &key).await;
            assert_eq!(given.as_ref(), Ok(&key));
        }
        assert_eq!(town.codes(&sender, &carried).await.len(), 1);
        for _ in 0..4 {
            town.give(&sender, &carried, LOOK).await;
        }
        let more = desk
            .hand_over(&sender, &carried, LOOK, &town.key(&sender))
            .await;
        assert_eq!(more, Err(HandOverError::Enough));
        desk.take_back(&sender, &carried, &key).await.unwrap();
        town.give(&sender, &carried, LOOK).await;
        let key = town.key(&sender);
        let odd = desk.hand_over(&sender, &carried, GO_ON, &key);
        assert_eq!(odd.await, Err(HandOverError::Unknown), "that is of drafts");
        let forged = desk.hand_over(&sender, &carried, LOOK, "my own key").await;
        assert_eq!(forged, Err(HandOverError::Unknown));
    }
}

#[tokio::test]
async fn wrong_over_revoked_and_used_up_codes_are_told_in_the_same_way_and_counted() {
    for town in towns().await {
        let sender = town.resident();
        let request = town.request(&sender).await;
        let carried = Carried::Request(request);
        let (_, over) = town.give(&sender, &carried, LOOK).await;
        town.wait(HOUR);
        let sender = town.resident_with_code(match &carried {
            Carried::Request(request) | Carried::Draft(request) => request,
        });
        let sender = sender.await;
        let (id, revoked) = town.give(&sender, &carried, ACT).await;
        town.desk.take_back(&sender, &carried, &id).await.unwrap();
        let (_, used) = town.give(&sender, &carried, ACT).await;
        for _ in 0..5 {
            town.take_up(&used, &town.resident()).await.unwrap();
        }
        let unknown = HandOverCode::from_entropy(&[9; 16]).to_string();
        let wrong = [&over, &revoked, &used, &unknown, "no code at all"];
        for round in 0..4 {
            for code in wrong {
                let visitor = town.resident();
                let outcome = town.take_up(code, &visitor).await;
                assert_eq!(outcome, Err(FollowError::NoSuchRequest), "{round} {code}");
            }
        }
        // Twenty from one origin; another origin goes on until the portal as a whole has had enough.
        let late = town.take_up(&unknown, &town.resident()).await;
        assert!(matches!(late, Err(FollowError::TooMany { .. })), "{late:?}");
        let mut refused = 0;
        for home in 0..290_u16 {
            let [high, low] = home.to_be_bytes();
            let origin = IpAddr::from([198, 51, high, low]);
            let visitor = town.resident();
            let desk = &town.desk;
            let outcome = desk.take_up(&unknown, &visitor, origin, Device::Unknown);
            refused += usize::from(matches!(outcome.await, Err(FollowError::TooMany { .. })));
        }
        assert_eq!(refused, 10, "300 in all");
        town.wait(SignedDuration::from_mins(15));
        let (_, right) = town.give(&sender, &carried, ACT).await;
        assert!(town.take_up(&right, &town.resident()).await.is_ok());
    }
}
