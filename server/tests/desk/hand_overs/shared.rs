//! A draft that goes on in two browsers.

use app::ports::{Absence, Carried};
use domain::{hand_over::Scope, locale::Locale};
use server::portal::{Drafts, FollowError, HandOverError, SaveError, SendError};

use super::{GO_ON, HOUR, MINE};
use crate::{
    procedure::{YOU, typed},
    town::towns,
};

#[tokio::test]
async fn two_browsers_fill_in_one_draft_and_the_guest_may_send_but_not_erase_it() {
    for town in towns().await {
        let giver = town.resident();
        let draft = town.complete_draft(&giver).await;
        let carried = Carried::Draft(draft.clone());
        let (_, code) = town.give(&giver, &carried, GO_ON).await;
        let mediator = town.resident();
        assert!(town.draft_of(&mediator, &draft).await.is_err());
        assert_eq!(town.take_up(&code, &mediator).await, Ok(carried.clone()));
        let shown = town.draft_of(&mediator, &draft).await.unwrap();
        assert_eq!(shown.guest.unwrap().scope, Scope::Continue);
        assert!(town.draft_of(&giver, &draft).await.unwrap().guest.is_none());
        let list = town
            .desk
            .view(mediator, String::new())
            .drafts()
            .await
            .unwrap();
        assert!(list.len() == 1 && list[0].is_shared);

        let desk = &town.desk;
        let mut other = YOU;
        other[0].1 = "Canari-Autre";
        desk.save_step(&mediator, &draft, "you", 1, typed(&other))
            .await
            .unwrap();
        let crossed = desk.save_step(&giver, &draft, "you", 1, typed(&[("name", "Canari-Trois")]));
        assert!(matches!(
            crossed.await,
            Err(SaveError::Conflict { version: 2, .. })
        ));
        let erased = desk.erase_draft(&mediator, &draft).await;
        assert_eq!(erased, Err(SaveError::Unknown));
        let key = town.key(&mediator);
        let again = desk.hand_over(&mediator, &carried, GO_ON, &key);
        assert_eq!(again.await, Err(HandOverError::Unknown));
        let begun = desk
            .begin_draft(&mediator, "cantine", Locale::French)
            .await
            .unwrap();
        assert_ne!(begun, draft, "their own draft is another");

        let sent = desk.send(&mediator, &draft, Locale::French).await.unwrap();
        let twice = desk.send(&mediator, &draft, Locale::French).await.unwrap();
        assert_eq!(sent, twice);
        let read = town.read(&mediator, &sent.request).await;
        assert_eq!(read.tracking_code, None, "it is for who it is about");
        assert_eq!(read.guest.unwrap().scope, Scope::Act);
        let read = town.read(&giver, &sent.request).await;
        assert!(read.tracking_code.is_some() && read.guest.is_none());
        // The code follows what it carried: seen, and revoked, from the request.
        let request = Carried::Request(sent.request.clone());
        let codes = town.codes(&giver, &request).await;
        assert_eq!(codes.len(), 1);
        desk.take_back(&giver, &request, &codes[0].id)
            .await
            .unwrap();
        assert_eq!(
            town.absence(&mediator, &sent.request).await,
            Absence::Unknown
        );
        let last = desk.send(&mediator, &draft, Locale::French).await;
        assert_eq!(last, Err(SendError::Unknown));
    }
}

#[tokio::test]
async fn who_was_away_when_their_draft_was_sent_finds_its_receipt_for_days() {
    for town in towns().await {
        let giver = town.resident();
        let draft = town.complete_draft(&giver).await;
        let (_, code) = town
            .give(&giver, &Carried::Draft(draft.clone()), GO_ON)
            .await;
        let mediator = town.resident();
        town.take_up(&code, &mediator).await.unwrap();
        let desk = &town.desk;
        let sent = desk.send(&mediator, &draft, Locale::French).await.unwrap();
        town.wait(HOUR * 24 * 3);
        assert_eq!(town.absence(&giver, &sent.request).await, Absence::Unknown);
        let back = desk.send(&giver, &draft, Locale::French).await.unwrap();
        let read = town.read(&giver, &back.request).await;
        assert!(read.tracking_code.is_some());
        town.wait(HOUR * 24 * 5);
        desk.send(&giver, &draft, Locale::French).await.unwrap();
        assert_eq!(town.absence(&giver, &sent.request).await, Absence::Unknown);
    }
}

#[tokio::test]
async fn on_their_own_other_device_a_resident_sends_and_sees_everything() {
    for town in towns().await {
        let phone = town.resident();
        let draft = town.complete_draft(&phone).await;
        let (_, code) = town
            .give(&phone, &Carried::Draft(draft.clone()), MINE)
            .await;
        let computer = town.resident();
        town.take_up(&code, &computer).await.unwrap();
        let sent = town
            .desk
            .send(&computer, &draft, Locale::French)
            .await
            .unwrap();
        let read = town.read(&computer, &sent.request).await;
        assert!(read.tracking_code.is_some() && read.guest.is_none());
        town.desk.finish(&computer, Drafts::Kept).await.unwrap();
        assert_eq!(
            town.absence(&computer, &sent.request).await,
            Absence::Unknown
        );
        assert!(
            town.draft_of(&computer, &draft).await.is_err(),
            "no way back"
        );
        town.read(&phone, &sent.request).await;
    }
}

#[tokio::test]
async fn a_shared_draft_closes_when_its_guest_leaves_its_code_ends_or_it_is_erased() {
    for town in towns().await {
        let giver = town.resident();
        let draft = town.complete_draft(&giver).await;
        let carried = Carried::Draft(draft.clone());
        let (_, code) = town.give(&giver, &carried, MINE).await;
        let guest = town.resident();
        town.take_up(&code, &guest).await.unwrap();
        town.desk.leave_draft(&guest, &draft).await.unwrap();
        assert_eq!(
            town.draft_of(&guest, &draft).await.unwrap_err(),
            Absence::Unknown
        );
        town.take_up(&code, &guest).await.unwrap();
        town.wait(HOUR);
        assert_eq!(
            town.draft_of(&guest, &draft).await.unwrap_err(),
            Absence::Unknown
        );
        let saved = town.desk.save_step(&guest, &draft, "you", 1, typed(&[]));
        assert_eq!(saved.await.unwrap_err(), SaveError::Unknown);
        let (_, code) = town.give(&giver, &carried, GO_ON).await;
        town.desk.erase_draft(&giver, &draft).await.unwrap();
        assert_eq!(
            town.take_up(&code, &guest).await,
            Err(FollowError::NoSuchRequest)
        );
    }
}
