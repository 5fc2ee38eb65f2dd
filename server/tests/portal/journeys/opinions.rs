//! Saying how it went, by plain forms: one question is enough, whoever wishes says more; it is said once, and counts once
//! whatever the back office does meanwhile.

use std::collections::BTreeSet;

use app::{l10n::plain, paths::Path, t_in};
use backoffice::{
    api::requests::Outcome,
    reference::{Act, Closing, ListFilter},
};
use database::testing::databases;
use domain::{
    locale::Locale,
    quality::{FEWEST, Figures, Measure},
    survey::{Moment, Subject},
};
use futures::future::join_all;
use http::{StatusCode, header};
use jiff::SignedDuration;

use super::{
    appointments::{PASSPORT, booked},
    through::{BY_MAIL, follow},
};
use crate::{
    routes::addresses::{SENT, identifier},
    support::{Death, Filler, Form, Page, Resident, Town},
};

pub(super) const HALL: &str = "mairie";

pub(super) fn first(page: &Page, value: &str) -> Form {
    page.form("#step-form").with("satisfaction", value)
}

pub(super) fn finished(page: &Page) -> Form {
    page.form("#step-form").with("do", "done")
}

async fn sent(town: &Town, resident: &Resident) -> Page {
    let receipt = resident
        .request_of(town.procedure(SENT), &Filler::choosing(&[]))
        .await;
    town.worker.deliver().await.unwrap();
    receipt
}

fn about(receipt: &Page, moment: Moment) -> Path {
    Path::Opinion {
        request: identifier(receipt),
        moment,
    }
}

/// What the office has of the answers of one measure, published or not.
pub(super) async fn counted(town: &Town, measure: Measure) -> i64 {
    let sql = "SELECT CAST(COALESCE(SUM(count), 0) AS BIGINT) AS count FROM (
        SELECT measure, count FROM backoffice_waiting_figures
        UNION ALL SELECT measure, count FROM backoffice_figures WHERE subject_kind <> '') counted
        WHERE measure = $1";
    let params = [measure.name().into()];
    let row = town.office_database().fetch_optional(sql, &params).await;
    row.unwrap().unwrap().int("count").unwrap()
}

#[tokio::test]
async fn a_resident_says_how_it_went_once_in_every_language() {
    for locale in Locale::ALL {
        let town = Town::open().await;
        let resident = town.resident(locale);
        let receipt = sent(&town, &resident).await;
        let path = about(&receipt, Moment::Procedure);
        let link = format!("main a[href='{}#titre']", path.in_locale(locale));
        assert!(receipt.has(&link), "{link}");
        let page = resident.open(&path).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.errors());
        assert_eq!(page.questions().len(), 1, "one question");
        assert!(page.main().contains(&t_in!(locale, "opinion-promise")));

        let more = resident.go_on(&first(&page, "good")).await;
        assert!(more.main().contains(&t_in!(locale, "opinion-kept-title")));
        // Pressed twice, or gone back: it is one opinion, and what was said is there.
        let back = resident.open(&path).await;
        assert_eq!(back.typed("satisfaction"), ["good"]);
        let more = resident.go_on(&first(&back, "best")).await;
        let mut form = more.form("#step-form");
        form.set("ease", "bad");
        form.tick("help", &["phone", "mediator"]);
        let again = resident.go_on(&form).await;
        assert!(again.has("#suite"), "the question that an answer brought");
        assert!(again.questions().contains("reached_by_phone"));
        let form = again.form("#step-form").with("reached_by_phone", "no");
        let last = resident.go_on(&form).await;
        assert!(last.questions().contains("comment"));

        // Personal data are pointed out before they leave.
        let mut form = last.form("#step-form");
        form.set("comment", "Écrivez à lea@example.org");
        let told = resident.submit(&form).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        let words = t_in!(locale, "problem-personal-data-title");
        assert!(told.errors().contains(&words), "{}", told.errors());
        assert_eq!(told.typed("comment"), ["Écrivez à lea@example.org"]);
        let kept = t_in!(locale, "opinion-kept-title");
        assert!(!told.main().contains(&kept), "it is not kept yet");
        let sure = told.form("#step-form").with("do", "sure");
        let thanks = resident.go_on(&sure).await;
        assert_eq!(thanks.path, Path::OpinionThanks.in_locale(locale));

        for path in [path.in_locale(locale), last.path.clone()] {
            let over = resident.get(&path).await;
            assert_eq!(over.status, StatusCode::GONE, "{path}");
            let words = t_in!(locale, "error-opinion-given-title");
            assert!(over.main().contains(&words));
        }
        let late = resident.submit(&first(&page, "worst")).await;
        assert_eq!(late.status, StatusCode::GONE);
        let receipt = resident.get(&receipt.path).await;
        assert!(!receipt.has(&link), "nobody is asked twice");

        town.worker.deliver_opinions().await.unwrap();
        assert_eq!(counted(&town, Measure::Satisfaction).await, 1);
        assert_eq!(counted(&town, Measure::ReachedByPhone).await, 1);
        let sql = "SELECT id FROM opinions WHERE content IS NOT NULL";
        let kept = town.database.fetch_all(sql, &[]).await.unwrap();
        assert!(kept.is_empty(), "what was said is not kept here");

        // The last button, pressed twice, thanks twice; other words come too late, and so does the same much later.
        let thanks = resident.go_on(&sure).await;
        assert_eq!(thanks.path, Path::OpinionThanks.in_locale(locale));
        let mut other = sure.clone();
        other.set("comment", "Tout bien pensé, c’était très bien");
        assert_eq!(resident.submit(&other).await.status, StatusCode::GONE);
        town.wait(SignedDuration::from_mins(51));
        town.worker.purge().await.unwrap();
        assert_eq!(resident.submit(&sure).await.status, StatusCode::GONE);
        let sql = "SELECT id FROM opinions WHERE closed_by IS NOT NULL";
        let kept = town.database.fetch_all(sql, &[]).await.unwrap();
        assert!(kept.is_empty(), "not even a mark of it");
        assert_eq!(counted(&town, Measure::Satisfaction).await, 1);
    }
}

#[tokio::test]
async fn an_opinion_waits_for_the_back_office_and_counts_once_through_any_accident() {
    let town = Town::open().await;
    let resident = town.resident(Locale::French);
    let receipt = sent(&town, &resident).await;
    for (at, done) in [false, true].into_iter().enumerate() {
        let page = resident.open(&Path::OpinionOfPlace(HALL.to_owned())).await;
        let more = resident.go_on(&first(&page, "good")).await;
        town.back_office_dies(Some(Death {
            call: 1,
            done,
            restarts: true,
        }));
        town.worker.deliver_opinions().await.unwrap();
        town.back_office_dies(None);
        assert_eq!(
            resident.go_on(&finished(&more)).await.status,
            StatusCode::OK
        );
        town.wait(SignedDuration::from_mins(2));
        town.worker.deliver_opinions().await.unwrap();
        assert_eq!(counted(&town, Measure::Satisfaction).await, at as i64 + 1);
    }
    // Away for hours: what was said waits here.
    town.back_office_goes_away();
    let path = about(&receipt, Moment::Procedure);
    let page = resident.open(&path).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.errors());
    let more = resident.go_on(&first(&page, "bad")).await;
    assert_eq!(
        resident.go_on(&finished(&more)).await.status,
        StatusCode::OK
    );
    town.worker.deliver_opinions().await.unwrap();
    town.wait(SignedDuration::from_hours(3));
    town.worker.purge().await.unwrap();
    town.back_office_is_back();
    town.worker.deliver_opinions().await.unwrap();
    assert_eq!(counted(&town, Measure::Satisfaction).await, 3);
}

#[tokio::test]
async fn nobody_says_how_the_request_of_someone_else_went_nor_one_that_is_long_over() {
    let town = Town::open().await;
    let holder = town.resident(Locale::French);
    let receipt = sent(&town, &holder).await;
    let path = about(&receipt, Moment::Procedure);
    let page = holder.open(&path).await;
    let other = town.resident(Locale::French);
    assert_eq!(other.open(&path).await.status, StatusCode::NOT_FOUND);
    let form = first(&page, "worst");
    assert_eq!(other.submit(&form).await.status, StatusCode::NOT_FOUND);
    // Nothing was decided, nothing was booked.
    for moment in [Moment::Answer, Moment::Visit, Moment::Page] {
        let path = about(&receipt, moment);
        assert_eq!(holder.open(&path).await.status, StatusCode::NOT_FOUND);
    }
    let nowhere = "/fr/votre-avis/AAAAAAAAAAAAAAAA/details";
    assert_eq!(other.get(nowhere).await.status, StatusCode::NOT_FOUND);
    assert_eq!(counted(&town, Measure::Satisfaction).await, 0);
}

#[tokio::test]
async fn what_many_said_of_a_place_is_public_and_the_files_say_the_same() {
    let town = Town::open().await;
    let quality = Path::Quality(Some(Subject::Place(HALL.to_owned())));
    let reader = town.resident(Locale::French);
    for said in 0..FEWEST {
        let page = reader.open(&quality).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.errors());
        let nothing = t_in!(Locale::French, "quality-not-enough");
        assert!(page.main().contains(&nothing), "{said}");
        let resident = town.resident(Locale::French);
        let page = resident.open(&Path::OpinionOfPlace(HALL.to_owned())).await;
        let value = if said < 9 { "best" } else { "worst" };
        let more = resident.go_on(&first(&page, value)).await;
        assert_eq!(
            resident.go_on(&finished(&more)).await.status,
            StatusCode::OK
        );
        town.worker.deliver_opinions().await.unwrap();
        town.wait(SignedDuration::from_mins(2));
    }
    for locale in Locale::ALL {
        let reader = town.resident(locale);
        let page = reader.open(&quality).await;
        // 9 of 11: the interval of Wilson at 95 %.
        let share = plain(&t_in!(locale, "quality-percent", value = "82"));
        let low = plain(&t_in!(locale, "quality-percent", value = "52"));
        let main = page.main();
        assert!(main.contains(&share) && main.contains(&low), "{main}");
        let whole = reader.open(&Path::Quality(None)).await;
        assert!(whole.main().contains(&share), "{}", whole.main());
    }
    let data = Path::QualityData(Some(Subject::Place(HALL.to_owned())));
    let file = reader.open(&data).await;
    let figures: Figures = serde_json::from_slice(&file.bytes).unwrap();
    assert_eq!(figures.tally(Measure::Satisfaction).answers(), FEWEST);
    let table = reader
        .open(&Path::QualityTable(Some(Subject::Place(HALL.to_owned()))))
        .await;
    assert_eq!(
        table.header(header::CONTENT_TYPE),
        "text/csv; charset=utf-8"
    );
    let lines: Vec<&str> = table.body.lines().collect();
    assert_eq!(lines[0], "kind,id,measure,month,value,count");
    assert!(
        lines.contains(&"place,mairie,satisfaction,,5,9"),
        "{lines:?}"
    );
    // Known, then not answered: what was read last is shown.
    town.back_office_goes_away();
    town.wait(SignedDuration::from_mins(5));
    let page = reader.open(&quality).await;
    assert_eq!(page.status, StatusCode::OK);
    let nowhere = Path::Quality(Some(Subject::Place("nowhere".to_owned())));
    town.back_office_is_back();
    assert_eq!(reader.open(&nowhere).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn pressed_many_times_at_once_on_both_engines_each_opinion_counts_once() {
    let (portals, offices) = (databases().await, databases().await);
    for (portal, office) in portals.iter().zip(&offices) {
        let town = Town::open_on(portal.handle(), office.handle()).await;
        let resident = town.resident(Locale::French);
        let receipt = sent(&town, &resident).await;
        let of_request = resident.open(&about(&receipt, Moment::Procedure)).await;
        let of_place = resident.open(&Path::OpinionOfPlace(HALL.to_owned())).await;
        for page in [&of_request, &of_place] {
            let values = ["best", "good", "middle", "bad", "worst", "best"];
            let presses = values.map(|value| first(page, value));
            let answers = join_all(presses.iter().map(|form| resident.submit(form))).await;
            let words: BTreeSet<&str> = answers.iter().map(Page::location).collect();
            assert_eq!(words.len(), 1, "one opinion: {words:?}");
            assert!(answers.iter().all(|it| it.status == StatusCode::SEE_OTHER));
        }
        let both = tokio::join!(
            town.worker.deliver_opinions(),
            town.worker.deliver_opinions()
        );
        assert!(both.0.is_ok() && both.1.is_ok());
        town.wait(SignedDuration::from_hours(2));
        town.office.purge().await.unwrap();
        assert_eq!(counted(&town, Measure::Satisfaction).await, 2);
    }
}

#[tokio::test]
async fn whoever_was_answered_or_received_is_asked_about_that() {
    let town = Town::open().await;
    let resident = town.resident(Locale::French);
    let receipt = sent(&town, &resident).await;
    let staff = town.office.staff();
    let (request, _) = staff.list(&ListFilter::default()).await.unwrap().remove(0);
    let number = request.number.unwrap();
    staff.act(&number, 1, "Sam", Act::Take).await.unwrap();
    let close = Act::Close(Closing::new(Outcome::Accepted, "Voici votre acte."));
    staff.act(&number, 2, "Sam", close).await.unwrap();
    says(&town, &resident, &receipt, Moment::Answer).await;
    assert_eq!(counted(&town, Measure::AnswerSatisfaction).await, 1);
    assert_eq!(counted(&town, Measure::Satisfaction).await, 0);

    let visitor = town.resident(Locale::French);
    let receipt = booked(&town, &visitor, PASSPORT).await;
    town.worker.deliver().await.unwrap();
    let early = visitor.open(&about(&receipt, Moment::Visit)).await;
    assert_eq!(early.status, StatusCode::NOT_FOUND, "it is not over");
    town.wait(SignedDuration::from_hours(24 * 14));
    follow(&visitor, &receipt.one(".tracking-code"), &BY_MAIL).await;
    says(&town, &visitor, &receipt, Moment::Visit).await;
    assert_eq!(counted(&town, Measure::Satisfaction).await, 1);
}

/// From the page of the request to thanks.
async fn says(town: &Town, resident: &Resident, receipt: &Page, moment: Moment) {
    let request = resident.open(&Path::Request(identifier(receipt))).await;
    let path = about(receipt, moment);
    let link = format!("main a[href='{}#titre']", resident.at(&path));
    assert!(request.has(&link), "{}", request.main());
    let page = resident.open(&path).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.errors());
    let more = resident.go_on(&first(&page, "good")).await;
    let thanks = resident.go_on(&finished(&more)).await;
    assert_eq!(thanks.path, resident.at(&Path::OpinionThanks));
    town.worker.deliver_opinions().await.unwrap();
}

#[tokio::test]
async fn one_press_twice_is_one_opinion_and_is_thanked_twice() {
    let (portals, offices) = (databases().await, databases().await);
    for (portal, office) in portals.iter().zip(&offices) {
        let town = Town::open_on(portal.handle(), office.handle()).await;
        let reader = town.resident(Locale::French);
        let page = reader.open(&Path::OpinionOfPage("aide".to_owned())).await;
        let clear = page.form("#step-form").with("clear", "yes");
        for _pressed in 0..3 {
            let thanks = reader.go_on(&clear).await;
            assert_eq!(thanks.path, Path::OpinionThanks.in_locale(Locale::French));
            town.worker.deliver_opinions().await.unwrap();
        }
        assert_eq!(counted(&town, Measure::PageClear).await, 1);
        let other = page.form("#step-form").with("clear", "no");
        let refused = reader.submit(&other).await;
        assert_eq!(refused.status, StatusCode::GONE);
    }
}
