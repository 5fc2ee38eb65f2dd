//! Drafts: kept, shared by nobody, safe from a second tab.

use app::{
    paths::ItemPath,
    ports::{Absence, Ending},
};
use jiff::SignedDuration;
use server::portal::{BeginError, Next, SaveError, Visitor};

use crate::{
    procedure::{YOU, typed},
    town::towns,
};

const DAY: SignedDuration = SignedDuration::from_hours(24);

#[tokio::test]
async fn a_resident_finds_their_draft_again_after_the_portal_restarts() {
    for town in towns().await {
        let resident = town.resident();
        let draft = town.draft(&resident).await;
        let wrong = typed(&[
            ("name", "Rosalie"),
            ("birth.day", "31"),
            ("birth.month", "2"),
            ("birth.year", "1957"),
        ]);
        let saved = town
            .desk
            .save_step(&resident, &draft, "you", 0, wrong.clone())
            .await
            .unwrap();
        assert!(!saved.faults.is_empty(), "told what is wrong");
        let view = town.another_desk().await.view(resident, String::new());
        let found = view.draft(&draft).await.unwrap();
        assert_eq!(found.content.steps["you"].typed, wrong, "and kept as typed");
        assert_eq!(view.drafts().await.unwrap().len(), 1);
        assert!(
            view.catalogue().unwrap().stale_since.is_some(),
            "the copy says that it is one"
        );
    }
}

#[tokio::test]
async fn pressing_begin_twice_begins_one_draft() {
    for town in towns().await {
        let resident = town.resident();
        let first = town.draft(&resident).await;
        assert_eq!(town.draft(&resident).await, first);
        town.desk
            .save_step(&resident, &first, "you", 0, typed(&YOU))
            .await
            .unwrap();
        assert_ne!(
            town.draft(&resident).await,
            first,
            "a second request is another draft"
        );
        let nobody = Visitor::default();
        let begin = town
            .desk
            .begin_draft(&nobody, "cantine", domain::locale::Locale::French);
        assert_eq!(begin.await, Err(BeginError::NoVisitor));
        let begin = town
            .desk
            .begin_draft(&resident, "inconnue", domain::locale::Locale::French);
        assert_eq!(begin.await, Err(BeginError::Unknown));
    }
}

#[tokio::test]
async fn two_tabs_that_save_the_same_page_are_told_and_nothing_is_lost() {
    for town in towns().await {
        let resident = town.resident();
        let draft = town.draft(&resident).await;
        let (one, other) = (typed(&[("name", "Un")]), typed(&[("name", "Deux")]));
        let save = |seen, typed| town.desk.save_step(&resident, &draft, "you", seen, typed);
        save(0, one.clone()).await.unwrap();
        save(0, one.clone())
            .await
            .expect("the same page sent twice is saved once");
        let conflict = save(0, other.clone()).await.unwrap_err();
        assert_eq!(
            conflict,
            SaveError::Conflict {
                saved: one,
                version: 1
            }
        );
        let saved = save(1, other).await.expect("knowingly");
        assert_eq!(saved.draft.content.steps["you"].version, 2);
    }
}

#[tokio::test]
async fn many_tabs_at_once_save_one_of_them_and_tell_the_others() {
    for town in towns().await {
        let resident = town.resident();
        let draft = town.draft(&resident).await;
        let saves = (0..8).map(|tab| {
            let typed = typed(&[("name", &format!("Onglet {tab}"))]);
            let (desk, draft) = (town.desk.clone(), draft.clone());
            async move { desk.save_step(&resident, &draft, "you", 0, typed).await }
        });
        let results = futures::future::join_all(saves).await;
        assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 1);
        let told =
            |result: &&Result<_, SaveError>| matches!(result, Err(SaveError::Conflict { .. }));
        assert_eq!(results.iter().filter(told).count(), 7);
    }
}

#[tokio::test]
async fn a_stranger_cannot_tell_a_draft_from_nothing() {
    for town in towns().await {
        let (resident, stranger) = (town.resident(), town.resident());
        let draft = town.complete_draft(&resident).await;
        for visitor in [stranger, Visitor::default()] {
            let view = town.desk.view(visitor, String::new());
            for id in [draft.as_str(), "AAAAAAAAAAAAAAAAAAAAAA"] {
                assert_eq!(view.draft(id).await.unwrap_err(), Absence::Unknown);
                let saved = town
                    .desk
                    .save_step(&visitor, id, "you", 0, typed(&YOU))
                    .await;
                assert_eq!(saved.unwrap_err(), SaveError::Unknown);
                assert_eq!(
                    town.desk.erase_draft(&visitor, id).await,
                    Err(SaveError::Unknown)
                );
                assert!(
                    town.desk
                        .send(&visitor, id, domain::locale::Locale::French)
                        .await
                        .is_err()
                );
            }
            assert!(view.drafts().await.unwrap().is_empty());
        }
    }
}

#[tokio::test]
async fn the_end_of_a_draft_is_told_to_its_holder_only() {
    for town in towns().await {
        let (resident, stranger) = (town.resident(), town.resident());
        let (expired, erased) = (
            town.complete_draft(&resident).await,
            town.draft(&resident).await,
        );
        town.desk.erase_draft(&resident, &erased).await.unwrap();
        town.desk
            .erase_draft(&resident, &erased)
            .await
            .expect("erasing twice is erasing");
        town.wait(DAY * 7);
        let ended = |visitor, id: String| {
            let view = town.desk.view(visitor, String::new());
            async move { view.draft(&id).await.unwrap_err() }
        };
        for _ in 0..2 {
            assert_eq!(
                ended(resident, expired.clone()).await,
                Absence::Ended(Ending::Expired)
            );
            assert_eq!(
                ended(resident, erased.clone()).await,
                Absence::Ended(Ending::Erased)
            );
            assert_eq!(ended(stranger, expired.clone()).await, Absence::Unknown);
            let saved = town
                .desk
                .save_step(&resident, &expired, "you", 1, typed(&YOU))
                .await;
            assert_eq!(saved.unwrap_err(), SaveError::Ended(Ending::Expired));
            town.worker.purge().await.unwrap();
        }
        town.wait(DAY * 31);
        town.worker.purge().await.unwrap();
        assert_eq!(
            ended(resident, expired).await,
            Absence::Unknown,
            "forgotten for good"
        );
    }
}

#[tokio::test]
async fn the_number_of_a_removed_item_never_goes_to_another() {
    for town in towns().await {
        let resident = town.resident();
        let draft = town.draft(&resident).await;
        let add = |name: &'static str| {
            town.desk.save_item(
                &resident,
                &draft,
                "children",
                ItemPath::New,
                0,
                typed(&[("first", name)]),
            )
        };
        assert_eq!(add("Zoé").await.unwrap().item, Some(1));
        assert_eq!(
            add("Zoé").await.unwrap().item,
            Some(1),
            "the button was pressed twice"
        );
        town.desk
            .remove_item(&resident, &draft, "children", 1)
            .await
            .unwrap();
        town.desk
            .remove_item(&resident, &draft, "children", 1)
            .await
            .unwrap();
        let saved = add("Tom").await.unwrap();
        assert_eq!(
            (saved.item, saved.next),
            (Some(2), Next::Step("children".to_owned()))
        );
        let old = ItemPath::Existing(1);
        let late = town.desk.save_item(
            &resident,
            &draft,
            "children",
            old,
            1,
            typed(&[("first", "X")]),
        );
        assert_eq!(late.await.unwrap_err(), SaveError::Unknown);
        add("Ali").await.unwrap();
        assert_eq!(add("Eve").await.unwrap_err(), SaveError::Full);
    }
}

#[tokio::test]
async fn a_question_that_an_answer_brings_is_shown_before_it_is_asked_for() {
    for town in towns().await {
        let resident = town.resident();
        let draft = town.draft(&resident).await;
        let mut page = YOU.to_vec();
        page[5] = ("allergy", "yes");
        let saved = town
            .desk
            .save_step(&resident, &draft, "you", 0, typed(&page))
            .await
            .unwrap();
        assert_eq!(
            (saved.newly_applicable, saved.faults),
            (vec!["which".to_owned()], vec![])
        );
        page.push(("which", ""));
        let saved = town
            .desk
            .save_step(&resident, &draft, "you", 1, typed(&page))
            .await
            .unwrap();
        assert_eq!(saved.newly_applicable, Vec::<String>::new());
        assert_eq!(saved.faults.len(), 1, "now it was on the page");
    }
}

#[tokio::test]
async fn a_page_keeps_its_own_questions_and_no_more_than_a_form_holds() {
    for town in towns().await {
        let resident = town.resident();
        let draft = town.draft(&resident).await;
        let page = typed(&[
            ("name", "Rosalie"),
            ("version", "3"),
            ("sworn", "on"),
            ("name2", "x"),
        ]);
        let saved = town
            .desk
            .save_step(&resident, &draft, "you", 0, page)
            .await
            .unwrap();
        assert_eq!(
            saved.draft.content.steps["you"].typed,
            typed(&[("name", "Rosalie")])
        );
        let heavy = typed(&[("name", &"é".repeat(200_000))]);
        let saved = town
            .desk
            .save_step(&resident, &draft, "you", 1, heavy)
            .await;
        assert_eq!(saved.unwrap_err(), SaveError::TooLarge);
    }
}
