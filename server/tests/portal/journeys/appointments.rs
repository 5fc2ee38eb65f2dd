//! Booking a time, keeping it, changing it, by plain forms. The clock of tests begins on Sunday 22 November 2026, at ten
//! in Paris.

use app::{
    components::HOLD,
    paths::{HEADING, Path},
    t_in,
};
use backoffice::reference::DayOf;
use domain::locale::Locale;
use http::StatusCode;
use jiff::SignedDuration;

use super::{
    follow_up::number,
    through::{BY_MAIL, follow},
};
use crate::{
    routes::addresses::identifier,
    support::{Filler, Form, Page, Resident, Town},
};

pub(super) const MINUTE: SignedDuration = SignedDuration::from_mins(1);
pub(crate) const PASSPORT: &str = "piece-identite";

/// The times of a visit.
pub(super) async fn times(resident: &Resident, kind: &str, query: &str) -> Page {
    let address = resident.at(&Path::Times(kind.to_owned()));
    let page = resident.get(&format!("{address}?{query}")).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.errors());
    page
}

/// Identifiers of the times of a page, the proposed ones first.
pub(super) fn free(page: &Page) -> Vec<String> {
    page.attributes("button[name=horaire]", "value")
}

/// The form of the times of a page, with one of them pressed.
pub(super) fn pressing(page: &Page, slot: &str) -> Form {
    page.form("#times-form").with("horaire", slot)
}

/// Fills in the rest of a draft whose time is held, up to its review.
pub(super) async fn to_review(
    town: &Town,
    resident: &Resident,
    procedure: &str,
    first: Page,
) -> Page {
    answered(town, resident, procedure, first, &Filler::choosing(&[])).await
}

/// The same with answers of one's own.
pub(super) async fn answered(
    town: &Town,
    resident: &Resident,
    procedure: &str,
    first: Page,
    filler: &Filler,
) -> Page {
    let procedure = town.procedure(procedure);
    let mut page = first;
    for _ in 0..9 {
        assert_eq!(page.status, StatusCode::OK, "{}", page.errors());
        if page.has("#send-form") {
            return page;
        }
        let form = filler.answer(&page, procedure).unwrap();
        page = resident.go_on(&form).await;
    }
    panic!("{} never ends", page.path);
}

/// Books it: the receipt.
pub(crate) async fn booked(town: &Town, resident: &Resident, kind: &str) -> Page {
    let first = resident.hold(kind, "onsite").await;
    let review = to_review(town, resident, "prendre-rendez-vous", first).await;
    resident.go_on(&review.form("#send-form")).await
}

/// The request of a receipt.
pub(super) async fn request(resident: &Resident, receipt: &Page) -> Page {
    let page = resident.open(&Path::Request(identifier(receipt))).await;
    assert_eq!(page.status, StatusCode::OK);
    page
}

pub(super) fn confirmed(locale: Locale) -> String {
    t_in!(locale, "appointment-confirmed")
}

/// What the card of the appointment says of it.
fn card(page: &Page) -> String {
    page.all(".appointment .facts__value").join(" ")
}

/// The day of the appointment, in small letters.
fn page_day(page: &Page) -> String {
    page.all(".appointment .facts__value")[1].to_lowercase()
}

#[tokio::test]
async fn a_resident_books_moves_and_cancels_in_every_language() {
    for locale in Locale::ALL {
        let town = Town::open().await;
        let resident = town.resident(locale);
        let home = resident.open(&Path::Home).await;
        let visits = resident.at(&Path::Visits) + HEADING;
        assert!(home.attributes("main a", "href").contains(&visits));
        let kinds = resident.open(&Path::Visits).await;
        let need = resident.at(&Path::Visit(PASSPORT.to_owned())) + HEADING;
        assert!(kinds.attributes("main a", "href").contains(&need));
        let need = resident.open(&Path::Visit(PASSPORT.to_owned())).await;
        let form = need.form("main form[method=get]");
        let action = resident.at(&Path::Times(PASSPORT.to_owned())) + HEADING;
        assert_eq!(form.action, action);

        let receipt = booked(&town, &resident, PASSPORT).await;
        assert!(receipt.path.ends_with("/recepisse"), "{}", receipt.path);
        let page = request(&resident, &receipt).await;
        assert_eq!(page.one("h1"), confirmed(locale), "confirmed at once");
        let again = resident.at(&Path::Copy(identifier(&receipt)));
        assert!(!page.has(&format!("form[action^='{again}']")));
        let before = card(&page);

        let asked = identifier(&receipt);
        let moving = resident.open(&Path::Move(asked.clone())).await;
        let other = free(&moving).pop().unwrap();
        let moved = resident.go_on(&pressing(&moving, &other)).await;
        assert_eq!(moved.one("h1"), confirmed(locale));
        assert_ne!(card(&moved), before);

        let cancel = resident.open(&Path::Withdraw(asked.clone())).await;
        assert_eq!(cancel.one("h1"), t_in!(locale, "withdraw-visit-heading"));
        resident.go_on(&cancel.form("#step-form")).await;
        town.worker.deliver_follow_up().await.unwrap();
        let page = request(&resident, &receipt).await;
        let cancelled = t_in!(locale, "appointment-cancelled-by-user");
        assert!(page.main().contains(&cancelled), "{}", page.main());
        let free_again = times(&resident, PASSPORT, "").await;
        assert_eq!(free_again.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn a_family_with_two_purposes_and_needs_takes_one_long_visit() {
    let town = Town::open().await;
    let resident = town.resident(Locale::French);
    let query = "personnes=4&documents=5&aide=more_time&aide=step_free";
    let page = times(&resident, PASSPORT, query).await;
    let first = resident.go_on(&pressing(&page, &free(&page)[0])).await;
    let review = to_review(&town, &resident, "prendre-rendez-vous", first).await;
    let receipt = resident.go_on(&review.form("#send-form")).await;
    let number = number(&request(&resident, &receipt).await);
    let mut planned = Vec::new();
    for place in ["mairie", "france-services"] {
        for day in 23..=30 {
            let day = jiff::civil::date(2026, 11, day);
            let place = place.to_owned();
            planned.extend(
                town.office
                    .staff()
                    .agenda(&DayOf { place, day })
                    .await
                    .unwrap(),
            );
        }
    }
    assert_eq!(planned.len(), 1);
    assert_eq!(planned[0].number, number);
    let appointment = &planned[0].appointment;
    // Five minutes and fifteen for each of five documents, and half as long again.
    let length = appointment.slot.end.duration_since(appointment.slot.start);
    assert_eq!(length.as_mins(), 120);
    assert_eq!(appointment.visit.help.len(), 2);
    assert_eq!(appointment.visit.purposes[0].people, 4);
}

#[tokio::test]
async fn whoever_is_called_gives_a_number_and_whoever_is_visited_an_address() {
    let town = Town::open().await;
    for (mode, procedure) in [
        ("phone", "rendez-vous-telephone"),
        ("home", "rendez-vous-domicile"),
    ] {
        let resident = town.resident(Locale::French);
        let page = times(&resident, "travailleur-social", &format!("mode={mode}")).await;
        let first = resident.go_on(&pressing(&page, &free(&page)[0])).await;
        let review = to_review(&town, &resident, procedure, first).await;
        let receipt = resident.go_on(&review.form("#send-form")).await;
        let page = request(&resident, &receipt).await;
        assert_eq!(page.one("h1"), confirmed(Locale::French));
    }
}

#[tokio::test]
async fn a_time_is_kept_longer_once_and_when_it_ends_nothing_typed_is_lost() {
    let town = Town::open().await;
    let locale = Locale::French;
    let resident = town.resident(locale);
    let page = times(&resident, PASSPORT, "").await;
    let slot = free(&page)[0].clone();
    let first = resident.go_on(&pressing(&page, &slot)).await;
    let draft = identifier(&first);
    let review = to_review(&town, &resident, "prendre-rendez-vous", first).await;
    let longer = resident.at(&Path::HoldLonger(draft.clone()));
    assert!(review.has(&format!("form[action='{longer}']")));
    town.wait(MINUTE * 9);
    let review = resident
        .go_on(&review.form(&format!("form[action='{longer}']")))
        .await;
    assert!(!review.has(&format!("form[action='{longer}']")), "once");
    town.wait(MINUTE * 9);
    assert!(resident.get(&review.path).await.has("#send-form"));
    town.wait(MINUTE * 3);
    // The page was open: what it sends comes too late, and nothing is sent.
    let late = resident.submit(&review.form("#send-form")).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    let over = resident.get(&review.path).await;
    assert!(!over.has("#send-form") && over.main().contains(&t_in!(locale, "hold-over-title")));
    assert!(over.main().contains("Léa Martin"), "{}", over.main());
    let again = resident.open(&Path::DraftTimes(draft)).await;
    let review = resident.go_on(&pressing(&again, &free(&again)[0])).await;
    let receipt = resident.go_on(&review.form("#send-form")).await;
    let page = request(&resident, &receipt).await;
    assert_eq!(page.one("h1"), confirmed(locale));
}

#[tokio::test]
async fn a_time_kept_longer_from_a_step_keeps_what_was_typed_there() {
    let town = Town::open().await;
    let resident = town.resident(Locale::French);
    let step = resident.hold(PASSPORT, "onsite").await;
    let button = format!("button[form=step-form][name=do][value={HOLD}]");
    assert!(step.has(&button) && step.has("#step-form"));
    let typed = step.form("#step-form").with("name", "Zoé").with("do", HOLD);
    town.wait(MINUTE * 9);
    let again = resident.go_on(&typed).await;
    assert_eq!(again.path, step.path);
    assert!(!again.has("#error-summary"), "nothing is wrong yet");
    assert_eq!(again.attributes("[name=name]", "value"), ["Zoé"]);
    assert!(!again.has(&button), "once");
    town.wait(MINUTE * 9);
    let kept = resident.get(&step.path).await;
    assert!(kept.has(".visit-banner"), "{}", kept.main());
}

#[tokio::test]
async fn the_first_time_of_each_place_is_in_the_part_of_the_day_that_was_asked_for() {
    let town = Town::open().await;
    let resident = town.resident(Locale::French);
    // One of the two places receives in the morning only.
    for (part, day, count) in [("morning", 0..12, 5), ("afternoon", 12..17, 3)] {
        let page = times(&resident, PASSPORT, &format!("moment={part}")).await;
        let hours = page.all("#times-form button[name=horaire]");
        assert_eq!(hours.len(), count, "proposed times, then places: {hours:?}");
        for hour in &hours {
            let (_, at) = hour.split_once(" à ").unwrap();
            let at: u32 = at.split_whitespace().next().unwrap().parse().unwrap();
            assert!(day.contains(&at), "{hour}");
        }
        let places = page.attributes("select[name=lieu] option", "value");
        assert_eq!(places.len(), 3, "a place stays to be chosen: {places:?}");
    }
}

#[tokio::test]
async fn the_home_page_tells_the_day_of_an_appointment_until_it_is_cancelled() {
    let town = Town::open().await;
    let resident = town.resident(Locale::French);
    let receipt = booked(&town, &resident, PASSPORT).await;
    let page = request(&resident, &receipt).await;
    let day = page_day(&page);
    let held = |home: &Page| home.all(".held-requests li").join(" ");
    let home = resident.open(&Path::Home).await;
    assert!(held(&home).to_lowercase().contains(&day), "{}", held(&home));
    let cancel = resident.open(&Path::Withdraw(identifier(&receipt))).await;
    let named = cancel.all("main strong").join(" ");
    let places = ["Mairie", "France services"];
    let known = |place: &&str| card(&page).contains(*place) && named.contains(*place);
    assert!(places.iter().any(known), "its place is told: {named}");
    resident.go_on(&cancel.form("#step-form")).await;
    let home = resident.open(&Path::Home).await;
    assert!(
        !held(&home).to_lowercase().contains(&day),
        "{}",
        held(&home)
    );
}

#[tokio::test]
async fn a_calendar_knows_the_appointment_again_when_it_moves() {
    let town = Town::open().await;
    let resident = town.resident(Locale::French);
    let receipt = booked(&town, &resident, PASSPORT).await;
    let asked = identifier(&receipt);
    let path = Path::Calendar(asked.clone());
    let line = |file: &Page, name: &str| {
        let lines = file.body.replace("\r\n ", "");
        let mut lines = lines.split("\r\n").filter(|line| line.starts_with(name));
        lines
            .next()
            .unwrap_or_else(|| panic!("no {name}: {}", file.body))
            .to_owned()
    };
    let before = resident.open(&path).await;
    assert_eq!(
        before.header("content-type"),
        "text/calendar; charset=utf-8"
    );
    assert_eq!(line(&before, "SEQUENCE"), "SEQUENCE:0");
    assert!(line(&before, "LOCATION").contains("99120 Ardane-les-Tilleuls"));
    assert!(!before.body.contains("Léa"), "nothing on who comes");
    let moving = resident.open(&Path::Move(asked)).await;
    resident
        .go_on(&pressing(&moving, &free(&moving).pop().unwrap()))
        .await;
    let after = resident.open(&path).await;
    assert_eq!(line(&after, "UID"), line(&before, "UID"));
    assert_eq!(line(&after, "SEQUENCE"), "SEQUENCE:1");
    assert_ne!(line(&after, "DTSTART"), line(&before, "DTSTART"));
    assert_eq!(line(&after, "STATUS"), "STATUS:CONFIRMED");
    let leaving = resident.open(&Path::Withdraw(identifier(&receipt))).await;
    let reason = "Mon enfant est malade.";
    resident
        .go_on(&leaving.form("#step-form").with("reason", reason))
        .await;
    town.worker.deliver_follow_up().await.unwrap();
    request(&resident, &receipt).await;
    let gone = resident.open(&path).await;
    assert_eq!(line(&gone, "UID"), line(&before, "UID"));
    assert_eq!(line(&gone, "STATUS"), "STATUS:CANCELLED");
    assert_eq!(line(&gone, "SEQUENCE"), "SEQUENCE:2");
    let number = number(&request(&resident, &receipt).await);
    let seen = town.office.staff().file(&number).await.unwrap();
    let told = seen
        .timeline
        .iter()
        .filter_map(|entry| entry.text.as_deref());
    assert!(
        told.clone().any(|text| text == reason),
        "{:?}",
        told.collect::<Vec<_>>()
    );
    // Someone who only sent something else has no calendar.
    let other = super::follow_up::sent(&town, Locale::French).await;
    let none = other
        .resident
        .open(&Path::Calendar(other.request.clone()))
        .await;
    assert_eq!(none.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn whoever_will_be_late_says_so_in_one_press_on_the_day() {
    for locale in Locale::ALL {
        let town = Town::open().await;
        let resident = town.resident(locale);
        let receipt = booked(&town, &resident, PASSPORT).await;
        let late = resident.at(&Path::Late(identifier(&receipt)));
        let form = format!("form[action='{late}']");
        let page = request(&resident, &receipt).await;
        assert!(!page.has(&form), "tomorrow is another day");
        // Monday, seven in the morning in Paris: the access is over, and opened again with the code.
        town.wait(SignedDuration::from_hours(21));
        follow(&resident, &receipt.one(".tracking-code"), &BY_MAIL).await;
        let page = request(&resident, &receipt).await;
        let told = resident
            .go_on(&page.form(&form).with("minutes", "20"))
            .await;
        assert!(told.main().contains(&t_in!(locale, "done-late-title")));
        assert!(
            told.main()
                .contains(&t_in!(locale, "appointment-late", count = 20))
        );
        let nonsense = page.form(&form).with("minutes", "4000");
        let refused = resident.go_on(&nonsense).await;
        assert!(!refused.main().contains(&t_in!(locale, "done-late-title")));
        assert!(
            refused
                .main()
                .contains(&t_in!(locale, "appointment-late", count = 20))
        );
    }
}

#[tokio::test]
async fn a_week_with_many_times_is_shown_a_day_at_a_time() {
    let town = Town::open().await;
    let resident = town.resident(Locale::French);
    let week = times(&resident, PASSPORT, "semaine=2026-12-07").await;
    assert_eq!(week.all("#semaine").len(), 1);
    let days = week.attributes("nav a[href*='semaine=2026-12-']", "href");
    assert!(days.len() >= 5, "{days:?}");
    let shown = free(&week).len();
    assert!(shown < 100, "{shown} times on one page");
    let other = resident.get(days[1].split('#').next().unwrap()).await;
    assert_ne!(other.all("h3"), week.all("h3"));
    // A week with few times is shown whole.
    let few = times(&resident, "rencontre-maire", "").await;
    let days = t_in!(Locale::French, "times-other-days");
    let days = format!("nav[aria-label='{days}']");
    assert!(week.has(&days) && !few.has(&days));
}

#[tokio::test]
async fn a_procedure_done_online_leads_to_someone_who_helps_and_back() {
    for locale in Locale::ALL {
        let town = Town::open().await;
        let resident = town.resident(locale);
        let online = Path::Procedure("acte-de-naissance".to_owned());
        let help = Path::Visit("aide-numerique".to_owned());
        let page = resident.open(&online).await;
        let link = format!("main a[href='{}']", resident.at(&help) + HEADING);
        assert!(page.has(&link), "{}", page.main());
        assert!(
            page.has("main form[method=post]"),
            "it is offered, not required"
        );
        let visit = resident.open(&help).await;
        assert!(visit.has(&format!("main a[href='{}']", resident.at(&online))));
        let other = resident.open(&Path::Visit(PASSPORT.to_owned())).await;
        assert!(!other.has("#online"), "it helps with nothing done online");
    }
}
