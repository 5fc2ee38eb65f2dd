//! Finding a time that suits: places that have what someone needs, quiet hours, a week further ahead, no dead end; then all
//! that is needed on the day, in the letter and on paper.

use app::{paths::Path, t_in};
use backoffice::reference::DaysToClose;
use domain::locale::Locale;
use http::StatusCode;

use super::{
    appointments::{PASSPORT, booked, free, pressing, times},
    reminders::words,
};
use crate::{
    routes::addresses::identifier,
    support::{Page, Town},
};

fn places(page: &Page) -> Vec<String> {
    let of = |slot: String| slot.rsplit('~').next().unwrap().to_owned();
    let mut places: Vec<_> = free(page).into_iter().map(of).collect();
    places.sort();
    places.dedup();
    places
}

#[tokio::test]
async fn whoever_needs_a_hearing_loop_is_received_where_there_is_one() {
    for locale in Locale::ALL {
        let town = Town::open().await;
        let resident = town.resident(locale);
        let all = times(&resident, PASSPORT, "").await;
        assert_eq!(places(&all), ["france-services", "mairie"]);
        let only = t_in!(locale, "times-only-places");
        assert!(!all.main().contains(&only));
        let some = times(&resident, PASSPORT, "aide=hearing_loop").await;
        assert_eq!(places(&some), ["mairie"]);
        assert!(some.main().contains(&only), "{}", some.main());
        // Who makes up a button gets no time there either.
        let slots = free(&all);
        let elsewhere = slots.iter().find(|it| it.ends_with("~france-services"));
        let refused = resident.submit(&pressing(&some, elsewhere.unwrap())).await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
        let step_free = times(&resident, PASSPORT, "aide=step_free").await;
        assert_eq!(places(&step_free), ["france-services", "mairie"]);
    }
}

#[tokio::test]
async fn whoever_needs_quiet_gets_quiet_hours_where_there_are_some() {
    let town = Town::open().await;
    let resident = town.resident(Locale::French);
    let quiet = times(&resident, PASSPORT, "aide=quiet_hour").await;
    assert_eq!(places(&quiet), ["mairie"], "the other place has none");
    let hours = quiet.all(".time-week .time-list__button");
    assert!(!hours.is_empty());
    // Tuesdays and Thursdays from half past eight to half past nine.
    assert!(
        hours
            .iter()
            .all(|it| it.contains("Mardi") || it.contains("Jeudi")),
        "{hours:?}"
    );
    let nobody = times(&resident, "rencontre-maire", "aide=quiet_hour").await;
    assert!(!free(&nobody).is_empty(), "the service is told");
}

#[tokio::test]
async fn a_week_further_ahead_is_one_choice_away() {
    for locale in Locale::ALL {
        let town = Town::open().await;
        let resident = town.resident(locale);
        let page = times(&resident, PASSPORT, "aide=more_time").await;
        let weeks = page.attributes("select[name=semaine] option", "value");
        assert_eq!(weeks[..3], ["", "2026-11-16", "2026-11-23"]);
        let asked = "2026-12-14";
        assert!(weeks.contains(&asked.to_owned()), "{weeks:?}");
        let carried = page.attributes("main form[method=get] input[name=aide]", "value");
        assert_eq!(carried, ["more_time"]);
        let query = format!("aide=more_time&lieu=&moment=&semaine={asked}");
        let ahead = times(&resident, PASSPORT, &query).await;
        let first: i64 = free(&ahead)[0].split('~').next().unwrap().parse().unwrap();
        let first = jiff::Timestamp::from_second(first).unwrap().to_string();
        assert!(first.starts_with("2026-12-14"), "{first}");
        let chosen = ahead.attributes("select[name=semaine] option[selected]", "value");
        assert_eq!(chosen, [asked]);
    }
}

#[tokio::test]
async fn when_nothing_is_free_there_are_other_ways_in_every_language() {
    for locale in Locale::ALL {
        let town = Town::open().await;
        for of in ["mairie", "france-services"] {
            let closing = DaysToClose {
                of: of.to_owned(),
                first_day: "2026-11-22".parse().unwrap(),
                last_day: "2027-04-30".parse().unwrap(),
                words: "Travaux.".to_owned(),
            };
            town.office
                .staff()
                .close_days(closing, "Sam")
                .await
                .unwrap();
        }
        let resident = town.resident(locale);
        let none = times(&resident, PASSPORT, "lieu=mairie").await;
        assert_eq!(none.one("#horaires"), t_in!(locale, "times-none-title"));
        assert!(free(&none).is_empty());
        assert!(none.main().contains("02 61 91 00"), "{}", none.main());
        let links = none.attributes("main section[aria-labelledby=horaires] a", "href");
        let here = resident.at(&Path::Times(PASSPORT.to_owned()));
        let waiting = resident.at(&Path::Wait(PASSPORT.to_owned()));
        let callback = resident.at(&Path::Procedure("etre-rappele".to_owned()));
        for wanted in [&here, &waiting, &callback] {
            let offered = links
                .iter()
                .any(|href| href.split('?').next() == Some(wanted));
            assert!(offered, "{wanted}: {links:?}");
        }
        let by_phone = times(&resident, "aide-numerique", "mode=onsite").await;
        let links = by_phone.attributes("main section[aria-labelledby=horaires] a", "href");
        assert!(
            links.iter().any(|href| href.contains("mode=phone")),
            "{links:?}"
        );
    }
}

#[tokio::test]
async fn letter_and_paper_say_where_it_is_and_what_to_bring() {
    let town = Town::open().await;
    for locale in Locale::ALL {
        let resident = town.resident(locale);
        let receipt = booked(&town, &resident, PASSPORT).await;
        let id = identifier(&receipt);
        let record = resident.at(&Path::Record(id.clone()));
        assert!(receipt.attributes("main a", "href").contains(&record));
        let record = resident.get(&record).await.main();
        assert!(record.contains("99120 Ardane-les-Tilleuls"), "{record}");
        for heading in [
            t_in!(locale, "visit-bring"),
            t_in!(locale, "appointment-directions"),
            t_in!(locale, "help-access"),
        ] {
            assert!(record.contains(&heading), "{heading}: {record}");
        }
    }
    town.worker.send_receipts().await.unwrap();
    let letters: Vec<_> = town.letters().iter().map(|letter| words(letter)).collect();
    assert_eq!(letters.len(), Locale::ALL.len());
    for locale in Locale::ALL {
        let bring = t_in!(locale, "visit-bring");
        let fits = |it: &&String| {
            it.contains(&format!("\n{bring}\n- "))
                && it.contains("99120 Ardane-les-Tilleuls")
                && it.contains(&t_in!(locale, "mail-receipt-visit-more"))
        };
        assert!(letters.iter().any(|it| fits(&it)), "{letters:#?}");
    }
}
