//! Handing over: a code carries a request or a draft elsewhere, so far, for so long, and no further.

use std::net::IpAddr;

use app::ports::{Absence, Carried, HandOver};
use domain::{
    hand_over::{Device, HandOverCode, Life, Purpose, Scope},
    locale::Locale,
    message::MessageKind,
};
use jiff::SignedDuration;
use server::{
    portal::{FollowError, FollowUpError, Gift, HandOverError, SaveError, SendError, Visitor},
    store::journal,
};

use crate::{
    procedure::{YOU, typed},
    town::{ORIGIN, Town, towns},
};

const HOUR: SignedDuration = SignedDuration::from_hours(1);

const fn gift(purpose: Purpose, scope: Scope, life: Life) -> Gift {
    Gift {
        purpose,
        scope,
        life,
    }
}

const LOOK: Gift = gift(Purpose::Helper, Scope::Read, Life::Hour);
const ACT: Gift = gift(Purpose::Counter, Scope::Act, Life::Week);
const GO_ON: Gift = gift(Purpose::Counter, Scope::Continue, Life::Day);
const MINE: Gift = gift(Purpose::Device, Scope::Continue, Life::Hour);

impl Town {
    fn key(&self, resident: &Visitor) -> String {
        self.desk.view(*resident, String::new()).form_key()
    }

    async fn codes(&self, resident: &Visitor, carried: &Carried) -> Vec<HandOver> {
        let view = self.desk.view(*resident, String::new());
        view.hand_overs(carried).await.unwrap()
    }

    /// Gives a code; its identifier and itself.
    async fn give(&self, resident: &Visitor, carried: &Carried, gift: Gift) -> (String, String) {
        let key = self.key(resident);
        let given = self.desk.hand_over(resident, carried, gift, &key).await;
        let id = given.unwrap();
        let codes = self.codes(resident, carried).await;
        let code = codes.iter().find(|code| code.id == id).unwrap();
        (id, code.code.unwrap().to_string())
    }

    async fn take_up(&self, code: &str, visitor: &Visitor) -> Result<Carried, FollowError> {
        let desk = &self.desk;
        desk.take_up(code, visitor, ORIGIN, Device::Phone).await
    }

    async fn absence(&self, visitor: &Visitor, request: &str) -> Absence {
        let view = self.desk.view(*visitor, String::new());
        view.request(request).await.unwrap_err()
    }

    async fn draft_of(&self, visitor: &Visitor, draft: &str) -> Result<app::ports::Draft, Absence> {
        self.desk.view(*visitor, String::new()).draft(draft).await
    }
}

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
        town.desk
            .close_access(&computer, &sent.request)
            .await
            .unwrap();
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

#[tokio::test]
async fn neither_the_disk_nor_the_logs_hold_a_code_that_can_be_read() {
    for town in towns().await {
        let sender = town.resident();
        let request = town.request(&sender).await;
        let (_, code) = town.give(&sender, &Carried::Request(request), ACT).await;
        town.take_up(&code, &town.resident()).await.unwrap();
        let compact = code.replace('-', "");
        let holds = |bytes: &[u8]| {
            let text = String::from_utf8_lossy(bytes);
            text.contains(&code) || text.contains(&compact)
        };
        assert!(!holds(&crate::logs::logged()), "in the logs");
        town.database.close().await;
        for file in town.stored_files() {
            assert!(!holds(&std::fs::read(&file).unwrap()), "{}", file.display());
        }
    }
}

#[tokio::test]
async fn codes_are_erased_at_their_end_and_their_uses_a_week_later() {
    for town in towns().await {
        let sender = town.resident();
        let request = town.request(&sender).await;
        let carried = Carried::Request(request.clone());
        let (_, code) = town.give(&sender, &carried, LOOK).await;
        town.take_up(&code, &town.resident()).await.unwrap();
        town.wait(HOUR);
        town.worker.purge().await.unwrap();
        let sender = town.resident_with_code(&request).await;
        let codes = town.codes(&sender, &carried).await;
        assert_eq!((codes.len(), codes[0].uses.len()), (1, 1));
        let sealed = "SELECT 1 AS one FROM hand_overs WHERE code IS NOT NULL";
        let sealed = town.database.fetch_all(sealed, &[]).await.unwrap();
        assert!(sealed.is_empty());
        town.wait(HOUR * 24 * 7);
        town.worker.purge().await.unwrap();
        for rows in [
            "SELECT 1 AS one FROM hand_overs",
            "SELECT 1 AS one FROM hand_over_uses",
            "SELECT 1 AS one FROM draft_grants",
        ] {
            let left = town.database.fetch_all(rows, &[]).await.unwrap();
            assert!(left.is_empty(), "{rows}");
        }
    }
}
