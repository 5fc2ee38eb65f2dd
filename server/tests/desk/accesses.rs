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
async fn closing_an_access_on_a_shared_computer_leaves_no_way_back() {
    for town in towns().await {
        let resident = town.resident();
        let draft = town.complete_draft(&resident).await;
        let french = domain::locale::Locale::French;
        let request = town
            .desk
            .send(&resident, &draft, french)
            .await
            .unwrap()
            .request;
        let view = town.desk.view(resident, String::new());
        assert_eq!(
            view.draft(&draft).await.unwrap().sent_as.as_ref(),
            Some(&request)
        );
        town.desk.close_access(&resident, &request).await.unwrap();
        assert_eq!(view.request(&request).await.unwrap_err(), Absence::Unknown);
        assert_eq!(view.draft(&draft).await.unwrap_err(), Absence::Unknown);
        assert!(
            town.desk.send(&resident, &draft, french).await.is_err(),
            "nor by sending again"
        );
    }
}
