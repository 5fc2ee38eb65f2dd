//! Asked how it went by the message that tells of the answer, then once more for whoever wants it: the link serves once.

use app::{paths::Path, t_in};
use backoffice::{
    api::requests::Outcome,
    reference::{Act, Closing},
};
use database::testing::databases;
use domain::{locale::Locale, quality::Measure, survey::Moment};
use http::StatusCode;
use jiff::SignedDuration;

use super::{Sent, sent};
use crate::{
    journeys::{opinions::counted, reminders::words},
    support::{Page, Town},
};

const WEEK: SignedDuration = SignedDuration::from_hours(24 * 7);

/// Paths of the links that letters bear, as many as letters.
fn links(town: &Town) -> Vec<String> {
    let letters = town.letters();
    let texts = letters.iter().map(|letter| words(letter));
    let lines = texts.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>());
    lines
        .filter_map(|line| {
            let at = line.find("/votre-avis/")?;
            let from = line[..at].rfind('/')?;
            Some(line[from..].trim().to_owned())
        })
        .collect()
}

/// The request is answered, and its holder told.
async fn answered(town: &Town, locale: Locale) -> (Sent, String) {
    let sent = sent(town, locale).await;
    let close = Act::Close(Closing::new(Outcome::Accepted, "Voici votre acte."));
    sent.staff_does(town, close).await;
    town.worker.read_events().await.unwrap();
    passes(town, SignedDuration::from_mins(30)).await;
    let [link] = links(town).try_into().unwrap();
    (sent, link)
}

async fn passes(town: &Town, time: SignedDuration) {
    town.wait(time);
    town.worker.raise_invitations().await.unwrap();
    town.worker.send_notices().await.unwrap();
}

fn says(page: &Page) -> crate::support::Form {
    page.form("#step-form").with("satisfaction", "good")
}

fn later(page: &Page) -> crate::support::Form {
    page.form("form[aria-labelledby=plus-tard]")
        .with("do", "later")
}

#[tokio::test]
async fn the_link_of_the_message_serves_once_without_code_or_cookie() {
    for locale in Locale::ALL {
        let town = Town::open().await;
        let (sent, link) = answered(&town, locale).await;
        let stranger = town.resident(locale);
        let page = stranger.get(&link).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.errors());
        assert_eq!(page.questions().len(), 1, "one question");
        let more = stranger.go_on(&says(&page)).await;
        let back = stranger.get(&link).await;
        assert_eq!(back.typed("satisfaction"), ["good"]);
        let done = more.form("#step-form").with("do", "done");
        for _pressed in 0..2 {
            let thanks = stranger.go_on(&done).await;
            assert_eq!(thanks.path, Path::OpinionThanks.in_locale(locale));
        }
        for used in [
            stranger.get(&link).await,
            stranger.submit(&says(&page)).await,
        ] {
            assert_eq!(used.status, StatusCode::GONE);
            let kindly = t_in!(locale, "error-opinion-given-title");
            assert!(used.main().contains(&kindly), "{}", used.main());
        }
        // The page of the request knows: once for each moment, whatever the way.
        let request = sent.page().await;
        let path = Path::Opinion {
            request: sent.request.clone(),
            moment: Moment::Answer,
        };
        assert!(!request.has(&format!("main a[href^='{}']", path.in_locale(locale))));
        town.worker.deliver_opinions().await.unwrap();
        assert_eq!(counted(&town, Measure::AnswerSatisfaction).await, 1);
        passes(&town, WEEK).await;
        assert_eq!(links(&town).len(), 1, "nobody agreed to a reminder");
    }
}

#[tokio::test]
async fn whoever_agrees_is_reminded_once_unless_they_answered() {
    for locale in Locale::ALL {
        let town = Town::open().await;
        let (_, link) = answered(&town, locale).await;
        let reader = town.resident(locale);
        let page = reader.get(&link).await;
        let form = later(&page);
        let noted = reader.go_on(&form).await;
        let words = t_in!(locale, "opinion-later-title");
        assert!(noted.main().contains(&words), "{}", noted.main());
        assert!(!noted.has("form[aria-labelledby=plus-tard]"));
        // Pressed twice, it is one.
        reader.go_on(&form).await;
        passes(&town, SignedDuration::from_hours(24)).await;
        assert_eq!(links(&town).len(), 1, "too early");
        passes(&town, WEEK).await;
        let both = links(&town);
        assert_eq!(both.len(), 2, "reminded");
        passes(&town, WEEK).await;
        assert_eq!(links(&town).len(), 2, "once");
        let again = both.iter().find(|it| **it != link).unwrap();
        let page = reader.get(again).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.errors());
        assert!(
            !page.has("form[aria-labelledby=plus-tard]"),
            "no second one"
        );
        let more = reader.go_on(&says(&page)).await;
        reader
            .go_on(&more.form("#step-form").with("do", "done"))
            .await;
        assert_eq!(reader.get(&link).await.status, StatusCode::GONE);
    }
}

#[tokio::test]
async fn whoever_answered_meanwhile_is_not_reminded_and_others_are_on_both_engines() {
    let (portals, offices) = (databases().await, databases().await);
    for (portal, office) in portals.iter().zip(&offices) {
        let town = Town::open_on(portal.handle(), office.handle()).await;
        let (_, link) = answered(&town, Locale::French).await;
        let reader = town.resident(Locale::French);
        let page = reader.get(&link).await;
        reader.go_on(&later(&page)).await;
        reader.go_on(&says(&page)).await;
        passes(&town, WEEK).await;
        assert_eq!(links(&town).len(), 1, "they answered meanwhile");
        let first = links(&town);
        let sent = sent(&town, Locale::French).await;
        let close = Act::Close(Closing::new(Outcome::Rejected, "Acte introuvable."));
        sent.staff_does(&town, close).await;
        town.worker.read_events().await.unwrap();
        passes(&town, SignedDuration::from_mins(30)).await;
        let both = links(&town);
        let other = both.iter().find(|it| !first.contains(it)).unwrap();
        let page = reader.get(other).await;
        reader.go_on(&later(&page)).await;
        passes(&town, WEEK).await;
        assert_eq!(links(&town).len(), 3, "reminded");
        town.wait(SignedDuration::from_hours(24 * 92));
        town.worker.purge().await.unwrap();
        assert_eq!(reader.get(other).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_link_that_is_too_old_says_so_and_another_leads_nowhere() {
    let town = Town::open().await;
    let (_, link) = answered(&town, Locale::French).await;
    let reader = town.resident(Locale::French);
    let page = reader.get(&link).await;
    town.wait(SignedDuration::from_hours(24 * 61));
    town.worker.purge().await.unwrap();
    for late in [
        reader.get(&link).await,
        reader.submit(&says(&page)).await,
        reader.submit(&later(&page)).await,
    ] {
        assert_eq!(late.status, StatusCode::GONE);
        let kindly = t_in!(Locale::French, "error-opinion-late-title");
        assert!(late.main().contains(&kindly), "{}", late.main());
    }
    let nowhere = reader.get("/fr/votre-avis/AAAAAAAAAAAAAAAA").await;
    assert_eq!(nowhere.status, StatusCode::NOT_FOUND);
    town.wait(SignedDuration::from_hours(24 * 31));
    town.worker.purge().await.unwrap();
    assert_eq!(reader.get(&link).await.status, StatusCode::NOT_FOUND);
}
