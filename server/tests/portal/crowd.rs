//! A crowd: two hundred residents press "send" five times each, all at once.

use std::{collections::BTreeSet, sync::Arc};

use app::paths::Path;
use database::testing::databases;
use domain::locale::Locale;
use futures::{StreamExt, future::join_all, stream};
use http::StatusCode;
use server::store::outbox::{self, Topic};

use crate::support::{Form, Resident, Town};

const RESIDENTS: usize = 200;
const PRESSES: usize = 5;

/// A report ready to be sent, posted page by page as a browser does.
async fn ready(resident: &Resident, number: usize) -> Form {
    let post = |action: String, multipart, inputs: &[(&str, &str)]| {
        let inputs = inputs
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect();
        Form {
            action,
            multipart,
            inputs,
            files: Vec::new(),
        }
    };
    let begin = resident.at(&Path::Procedure("signaler-un-probleme".to_owned()));
    let begun = resident.submit(&post(begin, false, &[])).await;
    let draft = begun.location().split('/').nth(3).unwrap().to_owned();
    let place = format!("{number} rue du Lavoir");
    let steps: [(&str, &[(&str, &str)]); 5] = [
        ("danger", &[("danger", "no")]),
        ("lieu", &[("place", &place)]),
        (
            "probleme",
            &[
                ("category", "road"),
                ("noticed_on.day", "1"),
                ("noticed_on.month", "11"),
                ("noticed_on.year", "2026"),
                ("description", "Un trou devant la porte."),
            ],
        ),
        ("photo", &[("do", "continue")]),
        ("reponse", &[("wants_answer", "no")]),
    ];
    for (step, inputs) in steps {
        let path = Path::Step {
            draft: draft.clone(),
            step: step.to_owned(),
        };
        let saved = resident
            .submit(&post(resident.at(&path), step == "photo", inputs))
            .await;
        assert_eq!(
            saved.status,
            StatusCode::SEE_OTHER,
            "{step}: {}",
            saved.errors()
        );
    }
    post(resident.at(&Path::Review(draft)), false, &[])
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_hundred_residents_who_press_five_times_make_two_hundred_requests() {
    let (portals, offices) = (databases().await, databases().await);
    for (portal, office) in portals.iter().zip(&offices) {
        press(&Town::open_on(portal.handle(), office.handle()).await).await;
    }
}

async fn press(town: &Town) {
    let prepared = stream::iter(0..RESIDENTS).map(|number| {
        let resident = Arc::new(town.resident(Locale::French));
        async move {
            let form = ready(&resident, number).await;
            (resident, form)
        }
    });
    let prepared: Vec<_> = prepared.buffer_unordered(16).collect().await;
    let sends = prepared.iter().flat_map(|(resident, form)| {
        (0..PRESSES).map(move |_| {
            let (resident, form) = (resident.clone(), form.clone());
            tokio::spawn(async move { resident.submit(&form).await.location().to_owned() })
        })
    });
    let receipts: Vec<String> = join_all(sends.collect::<Vec<_>>())
        .await
        .into_iter()
        .map(Result::unwrap)
        .collect();
    for five in receipts.chunks(PRESSES) {
        assert!(five.iter().all(|receipt| receipt == &five[0]), "{five:?}");
    }
    let distinct: BTreeSet<&String> = receipts.iter().collect();
    assert_eq!(distinct.len(), RESIDENTS);

    let sql = "SELECT count(*) AS number FROM submissions";
    let row = town
        .database
        .fetch_optional(sql, &[])
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        row.int("number").unwrap(),
        i64::try_from(RESIDENTS).unwrap()
    );
    let waiting = || async {
        outbox::waiting(&town.database, Topic::Delivery)
            .await
            .unwrap()
            .0
    };
    assert_eq!(waiting().await, i64::try_from(RESIDENTS).unwrap());
    for _ in 0..RESIDENTS {
        if waiting().await == 0 {
            break;
        }
        town.worker.deliver().await.unwrap();
    }
    assert_eq!(waiting().await, 0);
    let kept = town
        .office
        .staff()
        .list(&backoffice::reference::ListFilter::default())
        .await
        .unwrap();
    assert_eq!(kept.len(), RESIDENTS, "each arrived once");
    let codes = join_all(prepared.iter().zip(receipts.chunks(PRESSES)).map(
        |((resident, _), receipt)| async {
            let page = resident.get(&receipt[0]).await;
            assert_eq!(page.status, StatusCode::OK, "{}", page.errors());
            page.one(".tracking-code")
        },
    ));
    let codes: BTreeSet<String> = codes.await.into_iter().collect();
    assert_eq!(codes.len(), RESIDENTS, "each has a code of their own");
}
