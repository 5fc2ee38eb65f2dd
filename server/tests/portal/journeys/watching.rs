//! What the service is told of its quality: a letter for each week, an alert when satisfaction is low, each once; where people
//! stumble, without knowing who.

use app::{paths::Path, t_in};
use database::testing::databases;
use domain::{locale::Locale, quality::FEWEST};
use jiff::SignedDuration;
use server::store::irritants::{self, Trouble};

use super::reminders::words;
use crate::{routes::addresses::SENT, support::Town};

const DAY: SignedDuration = SignedDuration::from_hours(24);

/// Letters to the service: subject and text, as they are read.
fn told(town: &Town) -> Vec<String> {
    let letters = town.letters();
    let to_service = letters
        .iter()
        .filter(|it| it.contains("To: qualite@ardane.example"));
    to_service.map(|letter| words(letter)).collect()
}

async fn look(town: &Town) {
    town.worker.purge().await.unwrap();
    town.worker.watch_quality().await.unwrap();
    town.worker.send_service_letters().await.unwrap();
}

async fn eleven_say(town: &Town, value: &str) {
    for _ in 0..FEWEST {
        let resident = town.resident(Locale::French);
        let path = Path::OpinionOfPlace("mairie".to_owned());
        let page = resident.open(&path).await;
        let form = page.form("#step-form").with("satisfaction", value);
        let more = resident.go_on(&form).await;
        let done = more.form("#step-form").with("do", "done");
        resident.go_on(&done).await;
    }
    town.worker.deliver_opinions().await.unwrap();
    town.wait(SignedDuration::from_mins(2));
}

#[tokio::test]
async fn the_week_is_told_once_with_where_people_stumble() {
    let (portals, offices) = (databases().await, databases().await);
    for (portal, office) in portals.iter().zip(&offices) {
        let town = Town::open_on(portal.handle(), office.handle()).await;
        let resident = town.resident(Locale::French);
        // A question answered wrong, twice; then the draft is left.
        let step = resident.begin(SENT).await;
        for _ in 0..2 {
            resident.submit(&step.form("#step-form")).await;
        }
        // Searched for in vain: three times is told, once is not, and a number never.
        for query in ["piscine 0639981234", "Piscine", "la piscine ?", "patinoire"] {
            resident.get(&format!("/fr/demarches?q={}", query.replace(' ', "+"))).await;
        }
        town.wait(DAY * 8);
        look(&town).await;
        town.wait(DAY * 7);
        for _ in 0..2 {
            look(&town).await;
        }
        let told = told(&town);
        assert_eq!(told.len(), 2, "one for each week: {told:?}");
        let all = told.join("\n");
        let nothing = t_in!(Locale::French, "watch-whole-none");
        assert!(all.contains(&nothing), "{all}");
        let heading = t_in!(Locale::French, "watch-abandoned");
        assert!(all.contains(&heading), "{all}");
        assert!(all.contains(&t_in!(Locale::French, "watch-wrong")), "{all}");
        assert!(all.contains("piscine"), "{all}");
        assert!(!all.contains("patinoire") && !all.contains("0639"), "{all}");
        // What operators list is the same.
        let since = jiff::civil::date(2026, 1, 5);
        let listed = irritants::since(&town.database, since).await.unwrap();
        let wrong = listed.iter().filter(|(it, _)| it.trouble == Trouble::Wrong);
        assert!(wrong.clone().count() > 0 && wrong.clone().all(|(_, times)| *times == 2));
        let words = listed.iter().filter(|(it, _)| it.trouble == Trouble::NothingFound);
        let words: Vec<_> = words.map(|(it, times)| (&*it.detail, *times)).collect();
        assert_eq!(words, [("piscine", 3)]);
    }
}

#[tokio::test]
async fn low_satisfaction_is_told_once_a_month_of_what_it_is_about() {
    let town = Town::open().await;
    eleven_say(&town, "bad").await;
    for _ in 0..3 {
        look(&town).await;
        town.wait(SignedDuration::from_hours(1));
    }
    let place = Path::Quality(Some(domain::survey::Subject::Place("mairie".to_owned())));
    let link = place.in_locale(Locale::French);
    let about_it = |letters: Vec<String>| {
        letters
            .into_iter()
            .filter(|it| it.contains(&link))
            .collect::<Vec<_>>()
    };
    let alerts = about_it(told(&town));
    assert_eq!(alerts.len(), 1, "{alerts:?}");
    let share = t_in!(Locale::French, "quality-percent", value = "0");
    assert!(alerts[0].contains(&share), "{alerts:?}");

    // Better the month after: nothing to tell.
    let town = Town::open().await;
    eleven_say(&town, "best").await;
    look(&town).await;
    assert_eq!(about_it(told(&town)), [""; 0]);
}
