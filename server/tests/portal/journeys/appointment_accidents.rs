//! What goes wrong on the way to an appointment: a time that is taken, a day that closes, a back office that is away, a
//! form pressed twice, a search without sense.

use app::{paths::Path, t_in};
use backoffice::reference::DaysToClose;
use domain::locale::Locale;
use http::{Method, StatusCode};
use jiff::SignedDuration;

use super::{
    appointments::{
        MINUTE, PASSPORT, booked, confirmed, free, pressing, request, times, to_review,
    },
    follow_up::number,
};
use crate::{
    routes::addresses::identifier,
    support::{Page, Town},
};

#[tokio::test]
async fn a_time_pressed_twice_is_held_once_and_a_time_that_is_taken_leads_to_others() {
    let town = Town::open().await;
    let locale = Locale::French;
    let (first, second) = (town.resident(locale), town.resident(locale));
    // On the day of the mayor there is one resource.
    let page = times(&first, "rencontre-maire", "").await;
    let other = times(&second, "rencontre-maire", "").await;
    let slot = free(&page)[0].clone();
    let once = first.submit(&pressing(&page, &slot)).await;
    let twice = first.submit(&pressing(&page, &slot)).await;
    assert_eq!(once.location(), twice.location());
    let taken = second.submit(&pressing(&other, &slot)).await;
    assert_eq!(taken.status, StatusCode::CONFLICT);
    assert!(
        taken
            .errors()
            .contains(&t_in!(locale, "problem-time-taken-title")),
        "{}",
        taken.errors()
    );
    assert!(!free(&taken).contains(&slot), "it is not offered again");
    let none = second.submit(&other.form("#times-form")).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
}

/// The answer with their first cookie is lost, as when the portal dies: they come back as someone else.
#[tokio::test]
async fn whoever_presses_again_without_having_got_their_cookie_chooses_another_time() {
    let town = Town::open().await;
    let page = times(&town.resident(Locale::French), PASSPORT, "").await;
    let slot = free(&page)[0].clone();
    let pressed = pressing(&page, &slot);
    let lost = town.resident(Locale::French).submit(&pressed).await;
    assert_eq!(lost.status, StatusCode::SEE_OTHER);
    let again = town.resident(Locale::French);
    let taken = again.submit(&pressed).await;
    assert_eq!(taken.status, StatusCode::CONFLICT, "{}", taken.main());
    let other = free(&taken).into_iter().find(|it| *it != slot).unwrap();
    let held = again.go_on(&pressing(&taken, &other)).await;
    assert!(held.has(".visit-banner"), "{}", held.main());
}

#[tokio::test]
async fn a_closed_day_lets_choose_another_time_under_the_same_number() {
    let town = Town::open().await;
    let locale = Locale::French;
    let resident = town.resident(locale);
    let receipt = booked(&town, &resident, PASSPORT).await;
    let page = request(&resident, &receipt).await;
    let number_before = number(&page);
    for place in ["mairie", "france-services"] {
        let closing = DaysToClose {
            of: place.to_owned(),
            first_day: jiff::civil::date(2026, 11, 23),
            last_day: jiff::civil::date(2026, 11, 29),
            words: "Dégât des eaux.".to_owned(),
        };
        town.office
            .staff()
            .close_days(closing, "Sam")
            .await
            .unwrap();
    }
    let page = request(&resident, &receipt).await;
    let cancelled = t_in!(locale, "appointment-cancelled-by-service");
    assert_eq!(page.one("h1"), cancelled);
    assert!(page.main().contains("Dégât des eaux."));
    let moving = resident.open(&Path::Move(identifier(&receipt))).await;
    let moved = resident.go_on(&pressing(&moving, &free(&moving)[0])).await;
    assert_eq!(moved.one("h1"), confirmed(locale));
    assert_eq!(number(&moved), number_before);
}

#[tokio::test]
async fn while_the_back_office_is_away_nothing_is_booked_and_a_phone_is_offered() {
    let town = Town::open().await;
    let locale = Locale::French;
    let resident = town.resident(locale);
    let page = times(&resident, PASSPORT, "").await;
    let slot = free(&page)[0].clone();
    let receipt = booked(&town, &resident, PASSPORT).await;
    let moving = resident.open(&Path::Move(identifier(&receipt))).await;
    town.back_office_goes_away();
    // What was free a moment ago is still shown.
    town.wait(SignedDuration::from_secs(1));
    let address = resident.at(&Path::Times(PASSPORT.to_owned()));
    let known = resident.get(&address).await;
    assert_eq!(known.status, StatusCode::OK);
    assert_eq!(free(&known), [""; 0], "nothing to press");
    let at = "22 novembre 2026 à 10";
    assert!(known.main().contains(at), "{}", known.main());
    let hours = known.all("main section[aria-labelledby=horaires] li");
    let one = "8\u{a0}h\u{a0}30, Mairie".to_owned();
    assert!(hours.contains(&one), "{hours:?}");
    let callback = resident.at(&Path::Procedure("etre-rappele".to_owned()));
    let offers_help = |page: &Page| {
        let words = page.main();
        assert!(words.contains("02 61 91 00"), "a phone: {words}");
        assert!(page.attributes("main a", "href").contains(&callback));
    };
    offers_help(&known);
    // Of what nobody asked for, nothing is known.
    let unknown = resident.get(&format!("{address}?personnes=3")).await;
    assert_eq!(unknown.status, StatusCode::SERVICE_UNAVAILABLE);
    offers_help(&unknown);
    let refused = resident.submit(&pressing(&page, &slot)).await;
    assert_eq!(refused.status, StatusCode::SERVICE_UNAVAILABLE);
    let refused = resident.submit(&pressing(&moving, &free(&moving)[0])).await;
    assert_eq!(refused.status, StatusCode::SERVICE_UNAVAILABLE);
    let page = request(&resident, &receipt).await;
    assert_eq!(
        page.one("h1"),
        confirmed(locale),
        "the time is still theirs"
    );

    town.back_office_is_back();
    town.wait(MINUTE);
    assert_eq!(resident.get(&address).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_request_sent_while_the_back_office_goes_away_is_confirmed_when_it_is_back() {
    let town = Town::open().await;
    let locale = Locale::French;
    let resident = town.resident(locale);
    let page = times(&resident, PASSPORT, "").await;
    let first = resident.go_on(&pressing(&page, &free(&page)[0])).await;
    let review = to_review(&town, &resident, "prendre-rendez-vous", first).await;
    town.back_office_goes_away();
    let receipt = resident.go_on(&review.form("#send-form")).await;
    assert!(
        !receipt.main().contains(&confirmed(locale)),
        "not said before it is so"
    );
    town.back_office_is_back();
    town.wait(MINUTE * 8);
    town.worker.deliver().await.unwrap();
    let page = request(&resident, &receipt).await;
    assert_eq!(page.one("h1"), confirmed(locale));
}

#[tokio::test]
async fn whoever_presses_twice_while_the_worker_delivers_reads_the_same_confirmation_twice() {
    let town = Town::open().await;
    let locale = Locale::French;
    let resident = town.resident(locale);
    let first = resident.hold(PASSPORT, "onsite").await;
    let review = to_review(&town, &resident, "prendre-rendez-vous", first).await;
    let form = review.form("#send-form");
    let (one, two, at_work) = tokio::join!(
        resident.go_on(&form),
        resident.go_on(&form),
        town.worker.deliver()
    );
    at_work.unwrap();
    for receipt in [&one, &two] {
        assert_eq!(receipt.one("h1"), confirmed(locale));
    }
    assert_eq!(one.path, two.path);
}

#[tokio::test]
async fn a_search_that_makes_no_sense_says_what_would() {
    let town = Town::open().await;
    let resident = town.resident(Locale::French);
    let address = resident.at(&Path::Times(PASSPORT.to_owned()));
    let crowd = resident.get(&format!("{address}?personnes=7")).await;
    assert_eq!(crowd.status, StatusCode::UNPROCESSABLE_ENTITY);
    let nowhere = resident.get(&format!("{address}?lieu=nulle-part")).await;
    assert_eq!(nowhere.status, StatusCode::NOT_FOUND);
    let nothing = resident.at(&Path::Times("rien".to_owned()));
    assert_eq!(resident.get(&nothing).await.status, StatusCode::NOT_FOUND);
    // A form that takes a visit does not begin without a time.
    let procedure = resident.at(&Path::Procedure("prendre-rendez-vous".to_owned()));
    let post = resident.request(Method::POST, &procedure);
    let post = post.header("sec-fetch-site", "same-origin");
    let answer = resident
        .send(post.body(axum::body::Body::empty()).unwrap())
        .await;
    assert_eq!(answer.location(), resident.at(&Path::Visits));
    // Words beside the time are not taken for one.
    let page = times(&resident, PASSPORT, "moment=evening").await;
    assert!(page.main().len() > 100);
    let wrong = resident
        .submit(&pressing(&page, "hier~onsite~mairie"))
        .await;
    assert_eq!(wrong.status, StatusCode::CONFLICT);
}
