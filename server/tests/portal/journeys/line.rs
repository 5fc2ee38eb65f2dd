//! The waiting line of a rush: who comes when the portal is full waits in turn, on a page that says so, and comes in.

use app::{l10n::plain, paths::Path, t_in};
use domain::locale::Locale;
use http::{StatusCode, header};
use jiff::SignedDuration;

use super::appointments::PASSPORT;
use crate::support::{Page, Resident, Town};

const SECOND: SignedDuration = SignedDuration::from_secs(1);
/// People come one after the other.
const MOMENT: SignedDuration = SignedDuration::from_millis(1);

fn times(resident: &Resident) -> String {
    resident.at(&Path::Times(PASSPORT.to_owned()))
}

fn refreshes(page: &Page) -> Option<&str> {
    page.headers.get(header::REFRESH)?.to_str().ok()
}

/// How the page goes on.
fn ways(page: &Page) -> Vec<String> {
    page.attributes("main ul a[href*='/horaires']", "href")
}

/// A town whose next visitor of the times waits, behind nobody.
pub(crate) async fn full(locale: Locale) -> (Town, Resident) {
    let town = Town::open_for(1).await;
    let first = town.resident(locale);
    let page = first.get(&times(&first)).await;
    assert!(page.has("button[name=horaire]"), "{}", page.main());
    town.wait(MOMENT);
    let resident = town.resident(locale);
    (town, resident)
}

#[tokio::test]
async fn people_come_in_one_after_the_other_in_every_language() {
    for locale in Locale::ALL {
        let (town, second) = full(locale).await;
        let third = town.resident(locale);
        let [next, behind] = [0, 1].map(|count| plain(&t_in!(locale, "line-ahead", count = count)));
        for (resident, place) in [(&second, &next), (&third, &behind)] {
            town.wait(MOMENT);
            let page = resident.get(&times(resident)).await;
            assert_eq!(page.status, StatusCode::OK);
            assert!(!page.has("button[name=horaire]"));
            assert_eq!(page.one("main .lead strong"), *place);
            assert_eq!(page.headers[header::CACHE_CONTROL], "private, no-store");
            let address = times(resident);
            let refresh = refreshes(&page).unwrap();
            assert!(refresh.ends_with(&format!("; url={address}")), "{refresh}");
            assert!(page.has("main #aide"), "whom to ask");
        }
        // Whoever asks again, or comes later, passes nobody.
        town.wait(MOMENT);
        let fourth = town.resident(locale);
        assert!(
            !fourth
                .get(&times(&fourth))
                .await
                .has("button[name=horaire]")
        );
        let again = third.get(&times(&third)).await;
        assert_eq!(again.one("main .lead strong"), behind);

        town.wait(SECOND);
        assert!(!third.get(&times(&third)).await.has("button[name=horaire]"));
        let page = second.get(&times(&second)).await;
        assert!(page.has("button[name=horaire]"), "{}", page.main());
        assert_eq!(refreshes(&page), None);
    }
}

#[tokio::test]
async fn whoever_is_in_finishes_undisturbed() {
    let (town, second) = full(Locale::French).await;
    assert!(refreshes(&second.get(&times(&second)).await).is_some());
    town.wait(SECOND);
    let others: Vec<Resident> = (0..3).map(|_| town.resident(Locale::French)).collect();
    for other in &others {
        other.get(&times(other)).await;
    }
    // Other weeks, a choice, its form: the crowd outside changes nothing.
    for _ in 0..5 {
        let page = second
            .get(&format!("{}?moment=morning", times(&second)))
            .await;
        assert!(page.has("button[name=horaire]"), "{}", page.main());
    }
    let form = second.hold(PASSPORT, "onsite").await;
    assert_eq!(form.status, StatusCode::OK);
    assert!(form.has("#step-form"), "{}", form.main());
}

#[tokio::test]
async fn a_choice_without_having_been_let_in_waits_too() {
    let (town, second) = full(Locale::French).await;
    let guest = town.resident(Locale::French);
    town.wait(SECOND);
    let page = guest.get(&times(&guest)).await;
    let time = &page.attributes("button[name=horaire]", "value")[0];
    let form = page.form("#times-form").with("horaire", time);
    let waits = second.submit(&form).await;
    assert_eq!(waits.status, StatusCode::OK);
    assert!(waits.has("main .lead strong") && refreshes(&waits).is_some());
    // The page that it asks for next is that of the times.
    town.wait(SECOND);
    let page = second.get(&times(&second)).await;
    let free = page.attributes("button[name=horaire]", "value");
    assert!(free.contains(time), "nothing was taken meanwhile");
}

#[tokio::test]
async fn whoever_reads_calmly_keeps_the_page_and_their_place() {
    let (town, second) = full(Locale::French).await;
    let page = second.get(&format!("{}?personnes=2", times(&second))).await;
    let links = ways(&page);
    let calm = format!("{}?personnes=2&calme=1", times(&second));
    assert_eq!(
        links,
        [format!("{}?personnes=2", times(&second)), calm.clone()]
    );
    let page = second.get(&calm).await;
    assert_eq!(refreshes(&page), None);
    let links = ways(&page);
    assert_eq!(
        links,
        [calm.clone(), format!("{}?personnes=2", times(&second))]
    );
    // They were silent for an hour, and others came in: it is their turn as soon as they ask.
    town.wait(SignedDuration::from_hours(1));
    for _ in 0..3 {
        let other = town.resident(Locale::French);
        other.get(&times(&other)).await;
    }
    assert!(second.get(&calm).await.has("button[name=horaire]"));
}

#[tokio::test]
async fn other_pages_have_no_line() {
    let (town, _) = full(Locale::French).await;
    let resident = town.resident(Locale::French);
    for path in [Path::Home, Path::Visits, Path::Visit(PASSPORT.to_owned())] {
        let page = resident.open(&path).await;
        assert_eq!(refreshes(&page), None);
        assert!(page.headers.get(header::SET_COOKIE).is_none(), "no ticket");
    }
    let unknown = Path::Times("autre-chose".to_owned());
    assert_eq!(resident.open(&unknown).await.status, StatusCode::NOT_FOUND);
}
