//! What a code gives, and what it never gives.

use app::ports::{Absence, Carried};
use domain::{hand_over::Scope, locale::Locale, message::MessageKind};
use jiff::SignedDuration;
use server::{
    portal::{FollowError, FollowUpError, HandOverError, SaveError},
    store::journal,
};

use super::{ACT, HOUR, LOOK};
use crate::{procedure::typed, town::towns};

#[tokio::test]
async fn who_has_a_code_sees_the_request_without_its_tracking_code_until_the_code_ends() {
    for town in towns().await {
        let sender = town.resident();
        let request = town.request(&sender).await;
        let carried = Carried::Request(request.clone());
        let (_, code) = town.give(&sender, &carried, LOOK).await;
        let helper = town.resident();
        let typed = code.to_uppercase().replace('-', " ");
        assert_eq!(town.take_up(&typed, &helper).await, Ok(carried.clone()));
        let read = town.read(&helper, &request).await;
        let guest = read.guest.unwrap();
        assert_eq!((guest.scope, guest.until), (Scope::Read, town.now() + HOUR));
        assert_eq!(read.tracking_code, None);
        // Whoever reads keeps the access, and no longer than the code.
        for _ in 0..5 {
            town.wait(SignedDuration::from_mins(11));
            town.read(&helper, &request).await;
        }
        town.wait(SignedDuration::from_mins(5));
        assert_eq!(town.absence(&helper, &request).await, Absence::Unknown);
        let late = town.take_up(&code, &helper).await;
        assert_eq!(late, Err(FollowError::NoSuchRequest));
    }
}

#[tokio::test]
async fn an_access_opened_with_a_code_that_nobody_reads_ends_like_any_other() {
    for town in towns().await {
        let sender = town.resident();
        let request = town.request(&sender).await;
        let (_, code) = town
            .give(&sender, &Carried::Request(request.clone()), ACT)
            .await;
        let helper = town.resident();
        town.take_up(&code, &helper).await.unwrap();
        town.wait(SignedDuration::from_mins(30));
        assert_eq!(town.absence(&helper, &request).await, Absence::Unknown);
        town.take_up(&code, &helper).await.unwrap();
        town.read(&helper, &request).await;
    }
}

#[tokio::test]
async fn whoever_may_only_look_changes_nothing_and_whoever_may_act_does_not_withdraw() {
    for town in towns().await {
        let sender = town.resident();
        let request = town.request(&sender).await;
        town.worker.deliver().await.unwrap();
        let carried = Carried::Request(request.clone());
        let (looks, acts) = (town.resident(), town.resident());
        let (_, code) = town.give(&sender, &carried, LOOK).await;
        town.take_up(&code, &looks).await.unwrap();
        let (_, code) = town.give(&sender, &carried, ACT).await;
        town.take_up(&code, &acts).await.unwrap();
        let desk = &town.desk;
        for (visitor, may_act) in [(&looks, false), (&acts, true)] {
            let key = town.key(visitor);
            let begun = desk
                .begin_message(visitor, &request, &key, Locale::French)
                .await;
            assert_eq!(
                begun,
                if may_act {
                    Ok(())
                } else {
                    Err(SaveError::Unknown)
                }
            );
            let unknown = |outcome: Result<(), FollowUpError>| {
                assert_eq!(
                    outcome == Err(FollowUpError::Unknown),
                    !may_act,
                    "{outcome:?}"
                );
            };
            unknown(desk.remind(visitor, &request).await);
            unknown(desk.ask_for_time(visitor, &request).await);
            let correction = desk
                .begin_correction(visitor, &request, Locale::French)
                .await;
            unknown(correction.map(|_| ()));
            // Never with a code.
            let withdrawn = desk.withdraw(visitor, &request, None).await;
            assert_eq!(withdrawn, Err(FollowUpError::Unknown));
            let key = town.key(visitor);
            let copied = desk
                .copy_request(visitor, &request, &key, Locale::French)
                .await;
            assert_eq!(copied, Err(SaveError::Unknown));
            let again = desk.hand_over(visitor, &carried, LOOK, &key).await;
            assert_eq!(again, Err(HandOverError::Unknown));
            let view = desk.view(*visitor, String::new());
            let codes = view.hand_overs(&carried).await.map(|codes| codes.len());
            assert_eq!(codes, Err(Absence::Unknown), "nor sees the uses of others");
            let ids = town.codes(&sender, &carried).await;
            let revoked = desk.take_back(visitor, &carried, &ids[0].id).await;
            assert_eq!(revoked, Err(HandOverError::Unknown));
        }
    }
}

#[tokio::test]
async fn a_code_revoked_while_a_message_is_written_stops_it_at_once() {
    for town in towns().await {
        let sender = town.resident();
        let request = town.request(&sender).await;
        let carried = Carried::Request(request.clone());
        let (id, code) = town.give(&sender, &carried, ACT).await;
        let helper = town.resident();
        town.take_up(&code, &helper).await.unwrap();
        let desk = &town.desk;
        let key = town.key(&helper);
        desk.begin_message(&helper, &request, &key, Locale::French)
            .await
            .unwrap();
        let words = || typed(&[("text", "Bonjour")]);
        desk.save_step(&helper, &key, "message", 0, words())
            .await
            .unwrap();
        desk.take_back(&sender, &carried, &id).await.unwrap();
        desk.take_back(&sender, &carried, &id).await.unwrap();
        let saved = desk.save_step(&helper, &key, "message", 1, typed(&[("text", "Encore")]));
        assert!(saved.await.is_err());
        let sent = desk.send_message(&helper, &key, MessageKind::Message).await;
        assert!(sent.is_err(), "{sent:?}");
        assert_eq!(town.absence(&helper, &request).await, Absence::Unknown);
        assert_eq!(
            town.take_up(&code, &helper).await,
            Err(FollowError::NoSuchRequest)
        );
        assert_eq!(town.read(&sender, &request).await.pending, []);
        let codes = town.codes(&sender, &carried).await;
        assert!(codes[0].revoked && codes[0].code.is_none());
        assert_eq!(codes[0].uses.len(), 1, "its use is still told");
        // Given, taken up and revoked are each one line, besides the sending.
        assert_eq!(journal::verify(&town.database).await.unwrap(), Ok(4));
    }
}
