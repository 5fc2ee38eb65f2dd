//! At the place with the link of a reminder alone: saying that one is there and seeing one's turn come, without a code. The
//! clock of tests begins on Sunday 22 November 2026, at ten in Paris; the appointment is on Monday 7 December.

use app::{l10n::plain, paths::Path, t_in};
use backoffice::ports::Clock;
use domain::{booking::Slot, locale::Locale};
use http::StatusCode;
use jiff::SignedDuration;

use super::{
    open_pages::news::{said, stream},
    reminders::{DAY, HOUR, agenda, booked, later, links, usual},
    through::{BY_MAIL, follow},
};
use crate::{
    routes::addresses::identifier,
    support::{Form, Page, Resident, Town},
};

const MINUTE: SignedDuration = SignedDuration::from_mins(1);
const DESKS: [&str; 2] = ["mairie-guichet-1", "mairie-guichet-2"];
/// The button that says so.
const BUTTON: &str = "button[value=here]";

/// Someone with an appointment and a phone that knows nothing of it, on the day before.
struct Reminded {
    town: Town,
    resident: Resident,
    receipt: Page,
    phone: Resident,
    link: String,
    slot: Slot,
}

impl Reminded {
    async fn of(locale: Locale) -> Self {
        let town = Town::open().await;
        let resident = town.resident(locale);
        let receipt = booked(&town, &resident, &usual()).await;
        later(&town, DAY * 14).await;
        later(&town, HOUR).await;
        let phone = town.resident(locale);
        let slot = agenda(&town).await[0].appointment.slot.clone();
        Self {
            link: links(&town).remove(0),
            town,
            resident,
            receipt,
            phone,
            slot,
        }
    }

    async fn opens(&self) -> Page {
        self.phone.get(&self.link).await
    }

    /// Until so long after the hour of the appointment; before it, when negative.
    fn wait_until(&self, after: SignedDuration) {
        let now = self.town.clock.now();
        self.town.wait(self.slot.start.duration_since(now) + after);
    }
}

/// The form that says that one is there, whether the page shows it or not.
fn here(page: &Page) -> Form {
    page.form("form[action*='/rappel/']").with("do", "here")
}

#[tokio::test]
async fn whoever_opens_the_link_on_the_day_says_so_and_sees_their_turn_come_in_every_language() {
    for locale in Locale::ALL {
        let reminded = Reminded::of(locale).await;
        let (town, phone) = (&reminded.town, &reminded.phone);
        let early = reminded.opens().await;
        assert_eq!(early.status, StatusCode::OK, "{}", early.errors());
        assert!(!early.has(BUTTON), "a day too early");
        let from = plain(&t_in!(locale, "turn-early", at = "§"));
        let from = from.split('§').next().unwrap().trim();
        assert!(early.main().contains(from), "{}", early.main());
        let pressed = phone.go_on(&here(&early)).await;
        assert!(!pressed.has(".turn"), "sent by hand, it is too early too");
        assert!(pressed.main().contains(from), "{}", pressed.main());

        reminded.wait_until(MINUTE * -30);
        let page = reminded.opens().await;
        assert_eq!(page.all(BUTTON), [plain(&t_in!(locale, "turn-arrive"))]);
        assert!(page.has("button[value=come]"));
        let form = here(&page);
        let waits = phone.go_on(&form).await;
        assert_eq!(waits.status, StatusCode::OK, "{}", waits.errors());
        let ticket = waits.one(".turn__ticket");
        let next = plain(&t_in!(locale, "turn-ahead", count = 0));
        let shown = waits.one(".turn__words");
        assert!(shown.contains(&next), "{shown}");
        assert!(!waits.has(BUTTON) && waits.has(".live-news__refresh"));
        for secret in [
            reminded.receipt.one(".tracking-code"),
            "piece-identite".to_owned(),
            identifier(&reminded.receipt),
        ] {
            assert!(!waits.body.contains(&secret), "{secret}");
        }

        // Pressed twice, from a page that stayed open: once.
        let again = phone.go_on(&form).await;
        assert_eq!(again.one(".turn__ticket"), ticket);
        let staff = town.office.staff();
        let line = staff.queue("mairie").await.unwrap();
        assert_eq!(line.len(), 1);
        assert_eq!(line[0].ticket.to_string(), ticket);
        // The page of the request says the same to whoever has the code.
        let code = reminded.receipt.one(".tracking-code");
        follow(&reminded.resident, &code, &BY_MAIL).await;
        let turn = Path::Turn(identifier(&reminded.receipt));
        let own = reminded.resident.open(&turn).await;
        assert_eq!(own.one(".turn__ticket"), ticket);

        // The hour has passed, and they still wait.
        reminded.wait_until(MINUTE * 90);
        let waits = reminded.opens().await;
        assert_eq!(waits.status, StatusCode::OK, "{}", waits.errors());
        let mut news = stream(town, phone, &waits).await;
        assert_eq!(news.status(), StatusCode::OK);
        assert_eq!(said(&mut news).await.unwrap(), "retry: 5000\n\n");
        let mut called = false;
        for desk in DESKS {
            called = called || staff.call("mairie", desk, None, "Claire").await.is_ok();
        }
        assert!(called, "a desk receives passports");
        town.worker.read_events().await.unwrap();
        let mut told = said(&mut news).await.unwrap();
        while told.starts_with(':') {
            told = said(&mut news).await.unwrap();
        }
        let page = reminded.opens().await;
        assert!(page.has(".turn--called"));
        assert_eq!(told, format!("data: {}\n\n", page.one(".turn__words")));

        staff.serve(None, line[0].ticket, "Claire").await.unwrap();
        let ticket = line[0].ticket;
        staff.close_visit(None, ticket, "Claire").await.unwrap();
        let done = reminded.opens().await;
        assert_eq!(
            done.one(".turn__words"),
            plain(&t_in!(locale, "turn-served"))
        );
        assert!(!done.has("[data-stream]"), "nothing more is to come");

        // The day is over: so is the link, and what listens to it.
        let address = waits.attributes("#live-news", "data-stream").remove(0);
        town.wait(DAY);
        assert_eq!(reminded.opens().await.status, StatusCode::NOT_FOUND);
        let over = phone.get(&address).await;
        assert_eq!(over.status, StatusCode::NOT_FOUND);
        let pressed = phone.submit(&form).await;
        assert_eq!(pressed.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn whoever_comes_when_it_is_over_is_sent_to_the_counter_in_every_language() {
    for locale in Locale::ALL {
        let reminded = Reminded::of(locale).await;
        reminded.wait_until(MINUTE * -30);
        let form = here(&reminded.opens().await);
        reminded.wait_until(MINUTE * 60);
        let late = reminded.opens().await;
        assert_eq!(late.status, StatusCode::OK, "{}", late.errors());
        assert!(!late.has(BUTTON) && !late.has("button[value=come]"));
        let told = plain(&t_in!(locale, "turn-over"));
        assert!(late.main().contains(&told), "{}", late.main());
        let pressed = reminded.phone.go_on(&form).await;
        assert!(!pressed.has(".turn"));
        assert!(pressed.main().contains(&told), "{}", pressed.main());
        let line = reminded.town.office.staff().queue("mairie").await.unwrap();
        assert!(line.is_empty());
    }
}

#[tokio::test]
async fn while_the_back_office_is_away_the_link_sends_to_the_counter() {
    let locale = Locale::French;
    let reminded = Reminded::of(locale).await;
    reminded.wait_until(MINUTE * -30);
    let form = here(&reminded.opens().await);
    reminded.town.back_office_goes_away();
    let refused = reminded.phone.submit(&form).await;
    assert_eq!(refused.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(refused.has("#error-summary"));
    let told = plain(&t_in!(locale, "turn-away-text"));
    assert!(refused.main().contains(&told), "{}", refused.main());
    reminded.town.back_office_is_back();
    reminded.town.wait(SignedDuration::from_secs(11));
    let waits = reminded.phone.go_on(&form).await;
    assert!(waits.has(".turn__ticket"));
    // Someone is there, and nobody says where they stand.
    reminded.town.back_office_goes_away();
    let unknown = reminded.opens().await;
    assert_eq!(unknown.status, StatusCode::OK);
    assert!(unknown.main().contains(&told) && !unknown.has(BUTTON));
    assert!(unknown.has(".live-news__refresh"));
}

#[tokio::test]
async fn a_cancelled_appointment_has_no_turn() {
    let locale = Locale::French;
    let reminded = Reminded::of(locale).await;
    let form = here(&reminded.opens().await);
    reminded
        .phone
        .go_on(&form.clone().with("do", "cancel"))
        .await;
    reminded.town.worker.deliver_follow_up().await.unwrap();
    reminded.wait_until(MINUTE * -30);
    for page in [reminded.opens().await, reminded.phone.go_on(&form).await] {
        let title = plain(&t_in!(locale, "reminder-cancelled-title"));
        assert!(page.main().contains(&title), "{}", page.main());
        assert!(!page.has(".turn") && !page.has(BUTTON));
    }
}
