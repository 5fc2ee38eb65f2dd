//! Opening a request with its code: for who knows, not for who tries.

use std::net::IpAddr;

use app::ports::Absence;
use jiff::{SignedDuration, civil::date};
use server::{
    pii::Pii,
    portal::{FollowError, Proof},
};

use crate::town::{ORIGIN, Town, towns};

fn mail(address: &str) -> Proof {
    Proof::Email(Pii::new(address.to_owned()))
}

fn born(day: i8) -> Proof {
    Proof::BirthDate(Pii::new(date(1957, 3, day)))
}

async fn code(town: &Town) -> (String, String) {
    let sender = town.resident();
    let request = town.request(&sender).await;
    let code = town.read(&sender, &request).await.tracking_code.unwrap();
    (code, request)
}

#[tokio::test]
async fn who_has_the_code_and_one_proof_opens_the_request_for_half_an_hour() {
    for town in towns().await {
        let (code, request) = code(&town).await;
        let typed = code.to_lowercase().replace('-', " ");
        for proof in [mail(" canari.mail@EXAMPLE.org "), born(27)] {
            let other = town.resident();
            let opened = town.desk.follow(&typed, proof, &other, ORIGIN).await;
            assert_eq!(opened.as_ref(), Ok(&request));
            assert_eq!(
                town.read(&other, &request).await.tracking_code.as_ref(),
                Some(&code)
            );
            town.wait(SignedDuration::from_mins(30));
            let view = town.desk.view(other, String::new());
            assert_eq!(view.request(&request).await.unwrap_err(), Absence::Unknown);
        }
    }
}

#[tokio::test]
async fn a_wrong_code_and_a_wrong_proof_are_told_in_the_same_way() {
    for town in towns().await {
        let (code, _) = code(&town).await;
        let visitor = town.resident();
        let wrong = FollowError::NoSuchRequest;
        for (code, proof) in [
            (code.as_str(), mail("autre@example.org")),
            (&code, born(28)),
            (&code, mail("")),
            ("2222-2222-2222", born(27)),
            ("not a code", born(27)),
            ("", mail("")),
        ] {
            assert_eq!(
                town.desk.follow(code, proof, &visitor, ORIGIN).await,
                Err(wrong)
            );
        }
    }
}

#[tokio::test]
async fn five_wrong_attempts_on_a_code_close_it_for_a_quarter_of_an_hour_from_anywhere() {
    for town in towns().await {
        let (code, request) = code(&town).await;
        let visitor = town.resident();
        let attempts = (0..20_u8).map(|origin| {
            let origin = IpAddr::from([198, 51, 100, origin]);
            town.desk.follow(&code, born(1), &visitor, origin)
        });
        let results = futures::future::join_all(attempts).await;
        let wrong = results
            .iter()
            .filter(|result| **result == Err(FollowError::NoSuchRequest));
        assert_eq!(wrong.count(), 5, "also when they come at once");
        let late = town.desk.follow(&code, born(27), &visitor, ORIGIN).await;
        assert!(
            matches!(
                late,
                Err(FollowError::TooMany {
                    retry_after: 1..=901
                })
            ),
            "{late:?}"
        );
        town.wait(SignedDuration::from_mins(15));
        assert_eq!(
            town.desk.follow(&code, born(27), &visitor, ORIGIN).await,
            Ok(request)
        );
    }
}

#[tokio::test]
async fn thirty_wrong_attempts_from_one_home_are_enough_and_a_right_one_between_changes_nothing() {
    for town in towns().await {
        let (code, request) = code(&town).await;
        let visitor = town.resident();
        for attempt in 0..30_u16 {
            let home = IpAddr::from([0x2001, 0xdb8, 1, 2, attempt, 5, 6, 7]);
            let unknown = format!("code {attempt}");
            let wrong = town.desk.follow(&unknown, born(27), &visitor, home).await;
            assert_eq!(wrong, Err(FollowError::NoSuchRequest));
            if attempt == 20 {
                assert_eq!(
                    town.desk.follow(&code, born(27), &visitor, home).await,
                    Ok(request.clone())
                );
            }
        }
        let home = IpAddr::from([0x2001, 0xdb8, 1, 2, 9, 9, 9, 9]);
        let late = town.desk.follow(&code, born(27), &visitor, home).await;
        assert!(matches!(late, Err(FollowError::TooMany { .. })));
        let neighbour = IpAddr::from([0x2001, 0xdb8, 1, 3, 9, 9, 9, 9]);
        assert_eq!(
            town.desk.follow(&code, born(27), &visitor, neighbour).await,
            Ok(request)
        );
    }
}

#[tokio::test]
async fn attempts_are_counted_for_all_portals_together_however_they_come() {
    for town in towns().await {
        let (code, request) = code(&town).await;
        let portals = [
            town.desk.clone(),
            town.another_desk().await,
            town.another_desk().await,
        ];
        let visitor = town.resident();
        let wrong = |results: &[Result<String, FollowError>]| {
            let wrong = Err(FollowError::NoSuchRequest);
            results.iter().filter(|result| **result == wrong).count()
        };
        // One code from many homes, and one home with many codes, each on all portals at once.
        let on_the_code = (0..12_u8).map(|rank| {
            let origin = IpAddr::from([198, 51, 100, rank]);
            portals[usize::from(rank % 3)].follow(&code, born(1), &visitor, origin)
        });
        let results = futures::future::join_all(on_the_code).await;
        assert_eq!(wrong(&results), 5);
        let texts: Vec<String> = (0..40).map(|rank| format!("code {rank}")).collect();
        let home = IpAddr::from([203, 0, 113, 9]);
        let from_home = texts
            .iter()
            .enumerate()
            .map(|(rank, text)| portals[rank % 3].follow(text, born(27), &visitor, home));
        let results = futures::future::join_all(from_home).await;
        assert_eq!(wrong(&results), 30);
        for portal in &portals {
            let right = portal.follow(&code, born(27), &visitor, home).await;
            assert!(
                matches!(right, Err(FollowError::TooMany { .. })),
                "{right:?}"
            );
        }
        town.wait(SignedDuration::from_mins(15));
        let right = portals[2].follow(&code, born(27), &visitor, home).await;
        assert_eq!(right, Ok(request));
    }
}

#[tokio::test]
async fn what_is_counted_says_neither_who_tried_nor_which_code_and_is_forgotten() {
    for town in towns().await {
        let (code, _) = code(&town).await;
        let visitor = town.resident();
        let wrong = town.desk.follow(&code, born(1), &visitor, ORIGIN).await;
        assert_eq!(wrong, Err(FollowError::NoSuchRequest));
        let counted = "SELECT blind_key FROM attempts";
        let rows = town.database.fetch_all(counted, &[]).await.unwrap();
        assert_eq!(rows.len(), 2, "one for the code, one for the origin");
        for row in rows {
            let key = row.bytes("blind_key").unwrap();
            let text = String::from_utf8_lossy(&key);
            assert_eq!(key.len(), 32, "a keyed digest");
            assert!(!text.contains(&ORIGIN.to_string()) && !text.contains(&code));
        }
        town.wait(SignedDuration::from_mins(15));
        town.worker.purge().await.unwrap();
        let rows = town.database.fetch_all(counted, &[]).await.unwrap();
        assert!(rows.is_empty());
    }
}

#[tokio::test]
async fn unknown_foreign_ended_and_deleted_requests_are_the_same_absence() {
    for town in towns().await {
        let resident = town.resident();
        let deleted = town.request(&resident).await;
        let code = town.read(&resident, &deleted).await.tracking_code;
        town.worker.deliver().await.unwrap();
        town.office.forget();
        town.worker.read_events().await.unwrap();
        let ended = town.request(&resident).await;
        town.wait(SignedDuration::from_mins(30));
        let foreign = town.request(&town.resident()).await;
        let view = town.desk.view(resident, String::new());
        for request in [&*deleted, &*ended, &*foreign, "unknown"] {
            assert_eq!(view.request(request).await.unwrap_err(), Absence::Unknown);
            let news = town.desk.news(&resident, request, "").await;
            assert_eq!(news.err(), Some(Absence::Unknown));
            let left = town.desk.access_left(&resident, request).await;
            assert_eq!(left, Err(Absence::Unknown));
            let extended = town.desk.extend_access(&resident, request).await;
            assert_eq!(extended, Err(Absence::Unknown));
        }
        // Its code opens nothing any more, and says no more than a code that never was.
        let wrong = Err(FollowError::NoSuchRequest);
        let opened = town
            .desk
            .follow(code.as_deref().unwrap(), born(27), &resident, ORIGIN)
            .await;
        assert_eq!(opened, wrong);
    }
}
