//! What everybody reads of what people wrote: masked, alone, in an order that tells nothing; and what the authority did about it.

use domain::{
    locale::Locale,
    quality::{Improvement, Measure, PublishedOpinion},
    survey::Subject,
};
use http::Method;
use jiff::SignedDuration;
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};

use super::{
    contract::options,
    office::{Office, offices},
    surveys::SHORT,
};
use crate::{
    api::{
        opinions::{NewPublication, OpinionFilter, OpinionState},
        page::Page,
    },
    conformance::{self, InProcess},
    reference::StaffError,
};

impl Office {
    async fn public(&self, query: &str) -> Page<PublishedOpinion> {
        self.read(&format!("/v1/published-opinions{query}")).await
    }
}

#[tokio::test]
async fn everybody_reads_the_latest_month_first_and_learns_no_order_within_it() {
    for office in offices().await {
        let mut answers = Vec::new();
        for month in 0..3 {
            for text in ["un", "deux", "trois", "quatre"] {
                answers.push(office.wrote(&format!("{text} {month}")).await);
            }
            office.later(SignedDuration::from_hours(24 * 15));
        }
        for id in answers.iter().rev() {
            office.published(id, &NewPublication::default()).await;
        }
        let mut walked = Vec::new();
        let mut query = "?limit=5".to_owned();
        loop {
            let page = office.public(&query).await;
            walked.extend(page.items);
            let Some(cursor) = page.next_cursor else {
                break;
            };
            query = format!("?limit=5&cursor={cursor}");
        }
        assert_eq!(walked.len(), 12);
        let sorted = walked.is_sorted_by_key(|it| (std::cmp::Reverse(it.month), it.id.clone()));
        assert!(sorted, "{walked:?}");
        let path = "/v1/published-opinions?limit=100";
        let response = office.call(Method::GET, path, &[], Vec::new()).await;
        let wire = String::from_utf8(response.body().to_vec()).unwrap();
        for id in &answers {
            assert!(!wire.contains(id), "an answer is named");
        }
        for day in ["2026-11-22", "2026-12-07", "2026-12-22"] {
            assert!(!wire.contains(day), "a day is told");
        }
        for word in [
            "satisfaction",
            "worst",
            "\"bad\"",
            "after-sending",
            "online",
        ] {
            assert!(!wire.contains(word), "{word}: another answer stands beside");
        }
        let own = office
            .public(&format!("?kind=procedure&id={SHORT}&limit=100"))
            .await;
        assert_eq!(own.items.len(), 12);
        assert!(own.items.iter().all(|it| it.language == Locale::French));
        let other = office.public("?kind=procedure&id=every-field").await;
        assert!(other.items.is_empty());

        let options = options(&office, SHORT, 3);
        let report = conformance::run(InProcess(office.router()), options).await;
        assert!(report.conforms(), "{report}");
    }
}

#[tokio::test]
async fn what_changed_appears_on_its_day_where_it_changed() {
    for office in offices().await {
        let read = async |query: &str| -> Vec<String> {
            let path = format!("/v1/improvements{query}");
            let page: Page<Improvement> = office.read(&path).await;
            page.items.into_iter().map(|it| it.id).collect()
        };
        assert_eq!(read("").await, ["ramp", "shorter-form"]);
        assert_eq!(read("?kind=place&id=hall").await, ["ramp"]);
        assert!(read("?kind=procedure&id=every-field").await.is_empty());
        let known = office
            .call(Method::GET, "/v1/improvements", &[], Vec::new())
            .await;
        let etag = known.headers()["etag"].to_str().unwrap().to_owned();
        let again = async || {
            let headers = [("if-none-match", etag.as_str())];
            let path = "/v1/improvements";
            office
                .call(Method::GET, path, &headers, Vec::new())
                .await
                .status()
        };
        assert_eq!(again().await, 304);
        office.later(SignedDuration::from_hours(24 * 9));
        assert_eq!(read("").await, ["evenings", "ramp", "shorter-form"]);
        assert_eq!(again().await, 200);
        let page: Page<Improvement> = office.read("/v1/improvements").await;
        assert_eq!(page.items[2].measure, Some(Measure::Ease));
        let short = Subject::Procedure(SHORT.to_owned());
        assert_eq!(page.items[2].subject, Some(short));
    }
}

/// What leads to someone, and how it may be written.
fn personal() -> impl Strategy<Value = String> {
    let separator = || prop::sample::select(vec![" ", ".", "-", "\u{a0}", ""]);
    let phone = (
        prop::sample::select(vec!["01", "06", "07", "09"]),
        "[0-9]{8}",
        separator(),
    );
    let phone = phone.prop_map(|(first, rest, separator)| {
        let pairs = rest.as_bytes().chunks(2);
        let pairs = pairs.map(|pair| String::from_utf8_lossy(pair).into_owned());
        let parts: Vec<String> = [first.to_owned()].into_iter().chain(pairs).collect();
        parts.join(separator)
    });
    let social = (
        1_u64..3,
        0_u64..100,
        1_u64..13,
        1_u64..96,
        1_u64..1000,
        1_u64..1000,
    );
    let social = social.prop_map(|(sex, year, month, department, commune, rank)| {
        let number = format!("{sex}{year:02}{month:02}{department:02}{commune:03}{rank:03}");
        let key = 97 - number.parse::<u64>().unwrap() % 97;
        format!("{number}{key:02}")
    });
    let account =
        ("[0-9]{11}[0-9A-Z]{11}[0-9]{2}", any::<bool>()).prop_map(|(account, grouped)| {
            let account = &account[..23];
            // ISO 7064: letters are two digits, F is 15 and R is 27.
            let rest = format!("{account}152700")
                .chars()
                .fold(0_u64, |rest, sign| {
                    let value = u64::from(sign.to_digit(36).unwrap());
                    let shift = if value > 9 { 100 } else { 10 };
                    (rest * shift + value) % 97
                });
            let whole = format!("FR{:02}{account}", 98 - rest);
            if !grouped {
                return whole;
            }
            let groups: Vec<String> = whole
                .as_bytes()
                .chunks(4)
                .map(|it| String::from_utf8_lossy(it).into())
                .collect();
            groups.join(" ")
        });
    prop_oneof![
        "[a-z]{1,9}([.][a-z]{1,6})?@[a-z]{2,8}[.](fr|example|org)",
        phone,
        social,
        account
    ]
}

#[tokio::test]
async fn whatever_leads_to_someone_in_a_text_is_not_in_what_is_published() {
    let around = || "[a-zéà’ ]{0,30}";
    let text = (around(), personal(), around());
    for office in offices().await {
        let mut runner = TestRunner::deterministic();
        for round in 0..60 {
            let (before, secret, after) = text.new_tree(&mut runner).unwrap().current();
            let whole = format!("{before}, {secret}, {after}");
            // As it was written, or in the agent's words.
            let in_words = round % 3 == 0;
            let id = office
                .wrote(if in_words { "À reprendre" } else { &whole })
                .await;
            let new = NewPublication {
                text: in_words.then_some(whole),
                ..NewPublication::default()
            };
            let publication = office.published(&id, &new).await;
            let page = office.public("?limit=100").await;
            let public = page
                .items
                .into_iter()
                .find(|it| it.id == publication)
                .unwrap();
            let bare = |text: &str| -> String {
                text.chars().filter(|sign| sign.is_alphanumeric()).collect()
            };
            assert!(!public.text.contains(&secret), "{secret}");
            assert!(!bare(&public.text).contains(&bare(&secret)), "{secret}");
            assert!(public.text.contains("[…]"), "{secret}: {}", public.text);
        }
    }
}

#[tokio::test]
async fn an_answer_that_outlives_its_publication_does_not_name_it_any_more() {
    for office in offices().await {
        let staff = office.reference.staff();
        let id = office.wrote("Merci").await;
        office.published(&id, &NewPublication::default()).await;
        let database = office.database();
        let keep = database.write::<_, database::DatabaseError, _>(|tx| {
            Box::pin(async move {
                let sql = "UPDATE backoffice_survey_responses SET delete_after = $1";
                tx.execute(sql, &[i64::MAX.into()]).await
            })
        });
        keep.await.unwrap();
        office.later(SignedDuration::from_hours(24 * 400));
        office.reference.purge().await.unwrap();
        let kept = staff.opinions(&OpinionFilter::default()).await.unwrap();
        assert_eq!(kept[0].state, OpinionState::Published);
        assert_eq!(kept[0].publication_id, None);
        // What was public is not public again.
        let again = staff
            .preview_publication(&id, &NewPublication::default())
            .await;
        assert!(matches!(again, Err(StaffError::OpinionIs(_))));
        assert!(office.public("").await.items.is_empty());
    }
}

#[tokio::test]
async fn nothing_older_than_what_is_public_becomes_public() {
    for office in offices().await {
        let staff = office.reference.staff();
        let id = office.wrote("Il y a longtemps").await;
        office.later(SignedDuration::from_hours(24 * 400));
        let old = staff
            .preview_publication(&id, &NewPublication::default())
            .await;
        assert!(matches!(old, Err(StaffError::TooOld)));
    }
}
