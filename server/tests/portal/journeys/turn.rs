//! At the place of an appointment: saying that one is there, one's turn on a page left open, what is known of a place. The
//! clock of tests begins on Sunday 22 November 2026, at ten in Paris.

use app::{paths::Path, t_in};
use backoffice::reference::DayOf;
use domain::locale::Locale;
use http::StatusCode;
use jiff::{SignedDuration, Timestamp};

use super::{
    appointments::{PASSPORT, booked},
    open_pages::news::{said, stream},
    through::{BY_MAIL, follow},
};
use crate::{
    routes::addresses::identifier,
    support::{Page, Resident, Town},
};

const MINUTE: SignedDuration = SignedDuration::from_mins(1);

/// Someone with an appointment, and their receipt.
struct Visitor {
    resident: Resident,
    receipt: Page,
}

impl Visitor {
    async fn of(town: &Town, locale: Locale) -> Self {
        let resident = town.resident(locale);
        let receipt = booked(town, &resident, PASSPORT).await;
        town.worker.deliver().await.unwrap();
        Self { resident, receipt }
    }

    fn turn(&self) -> Path {
        Path::Turn(identifier(&self.receipt))
    }

    /// The access of the receipt is over by then: opened again with the code.
    async fn comes(&self) -> Page {
        follow(
            &self.resident,
            &self.receipt.one(".tracking-code"),
            &BY_MAIL,
        )
        .await;
        self.resident.open(&self.turn()).await
    }

    async fn arrives(&self) -> Page {
        let page = self.comes().await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.errors());
        let form = page.form("form[action$='/tour']");
        self.resident.go_on(&form).await
    }
}

/// When the first appointment of that Monday begins, and its desks wait.
async fn first(town: &Town) -> (Timestamp, String) {
    for place in ["mairie", "france-services"] {
        let day = DayOf {
            place: place.to_owned(),
            day: "2026-11-23".parse().unwrap(),
        };
        let planned = town.office.staff().agenda(&day).await.unwrap();
        if let Some(first) = planned.first() {
            return (first.appointment.slot.start, place.to_owned());
        }
    }
    panic!("nobody comes on Monday")
}

#[tokio::test]
async fn whoever_is_there_sees_their_turn_come_in_every_language() {
    for locale in Locale::ALL {
        let town = Town::open().await;
        let visitor = Visitor::of(&town, locale).await;
        let (start, place) = first(&town).await;
        let early = visitor.resident.open(&visitor.turn()).await;
        assert_eq!(early.status, StatusCode::OK, "{}", early.errors());
        assert!(!early.has("form[action$='/tour']"), "a day too early");

        town.wait(start.duration_since("2026-11-22T09:00:00Z".parse().unwrap()) - MINUTE * 30);
        let waits = visitor.arrives().await;
        let ticket = waits.one(".turn__ticket");
        let next = t_in!(locale, "turn-ahead", count = 0);
        let next = app::l10n::plain(&next);
        assert!(
            waits.one(".turn__words").contains(&next),
            "{}",
            waits.one(".turn__words")
        );
        let again = visitor.resident.open(&visitor.turn()).await;
        assert_eq!(again.one(".turn__ticket"), ticket, "once");
        assert!(!again.has("form[action$='/tour']"));
        let request = visitor
            .resident
            .open(&Path::Request(identifier(&visitor.receipt)))
            .await;
        assert!(request.has("main a[href*='/tour']"));

        let mut news = stream(&town, &visitor.resident, &again).await;
        assert_eq!(news.status(), StatusCode::OK);
        assert_eq!(said(&mut news).await.unwrap(), "retry: 5000\n\n");
        let staff = town.office.staff();
        let line = staff.queue(&place).await.unwrap();
        assert_eq!(line[0].ticket.to_string(), ticket);
        let called = desks(&place);
        let mut to = None;
        for desk in called {
            if staff.call(&place, desk, None, "Claire").await.is_ok() {
                to = Some(desk);
                break;
            }
        }
        assert!(to.is_some(), "a desk receives passports");
        town.worker.read_events().await.unwrap();
        let mut told = said(&mut news).await.unwrap();
        while told.starts_with(':') {
            told = said(&mut news).await.unwrap();
        }
        let shown = visitor.resident.open(&visitor.turn()).await;
        assert!(shown.has(".turn--called"));
        let words = shown.one(".turn__words");
        let start = t_in!(locale, "turn-called", desk = "§");
        let start = app::l10n::plain(&start);
        assert!(
            words.starts_with(start.split('§').next().unwrap().trim()),
            "{words}"
        );
        assert_eq!(told, format!("data: {words}\n\n"));

        staff.serve(None, line[0].ticket, "Claire").await.unwrap();
        staff
            .close_visit(None, line[0].ticket, "Claire")
            .await
            .unwrap();
        let done = visitor.resident.open(&visitor.turn()).await;
        assert_eq!(
            done.one(".turn__words"),
            app::l10n::plain(&t_in!(locale, "turn-served"))
        );
        assert!(!done.has("[data-stream]"), "nothing more is to come");
    }
}

fn desks(place: &str) -> &'static [&'static str] {
    if place == "mairie" {
        &["mairie-guichet-1", "mairie-guichet-2", "mairie-etat-civil"]
    } else {
        &["france-services-passeport", "france-services-conseiller-1"]
    }
}

#[tokio::test]
async fn while_the_back_office_is_away_the_page_sends_to_the_counter() {
    let town = Town::open().await;
    let visitor = Visitor::of(&town, Locale::French).await;
    let (start, _) = first(&town).await;
    town.wait(start.duration_since("2026-11-22T09:00:00Z".parse().unwrap()) - MINUTE * 30);
    let page = visitor.comes().await;
    let form = page.form("form[action$='/tour']");
    town.back_office_goes_away();
    let refused = visitor.resident.submit(&form).await;
    assert_eq!(refused.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(refused.has("#error-summary"));
    let shown = visitor.resident.open(&visitor.turn()).await;
    assert!(
        shown.main().contains("Passez à l’accueil"),
        "{}",
        shown.main()
    );
    town.back_office_is_back();
    town.wait(SignedDuration::from_secs(11));
    let waits = visitor.resident.go_on(&form).await;
    assert!(waits.has(".turn__ticket"));
}

#[tokio::test]
async fn a_place_says_when_it_receives_people_and_who_waits_there_now() {
    for locale in Locale::ALL {
        let town = Town::open().await;
        let resident = town.resident(locale);
        let place = Path::Place("mairie".to_owned());
        let help = resident.open(&Path::Help).await;
        assert!(help.has(&format!("main a[href='{}']", resident.at(&place))));
        let page = resident.open(&place).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.errors());
        let closed = t_in!(locale, "place-closed");
        assert!(page.main().contains(&closed), "on Sunday: {}", page.main());
        assert_eq!(page.all("#days + ul > li").len(), 7);
        // Monday, half past ten.
        town.wait(MINUTE * 60 * 24 + MINUTE * 30);
        let page = resident.open(&place).await;
        assert!(!page.main().contains(&closed));
        let nobody = app::l10n::plain(&t_in!(locale, "place-waiting", count = 0));
        assert!(page.main().contains(&nobody), "{}", page.main());
        town.back_office_goes_away();
        let page = resident.open(&place).await;
        assert!(page.has("#now"), "known since a moment ago");
        town.wait(MINUTE);
        let page = resident.open(&place).await;
        assert_eq!(page.status, StatusCode::OK, "what is always known stays");
        assert!(!page.has("#now"));
    }
}
