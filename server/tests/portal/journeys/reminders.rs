//! Being reminded of an appointment: at the moments that one chose, with a link that confirms or cancels in one press
//! and opens nothing else. The clock of tests begins on Sunday 22 November 2026, at ten in Paris.

use app::{paths::Path, t_in};
use backoffice::reference::{DayOf, Planned};
use base64::{Engine, engine::general_purpose::STANDARD};
use domain::{booking::AppointmentStatus, locale::Locale};
use http::StatusCode;
use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, date},
};

use super::{
    appointments::{PASSPORT, answered, free, pressing, request, times, to_review},
    through::{BY_MAIL, follow},
};
use crate::{
    routes::addresses::identifier,
    support::{Filler, Form, Page, Resident, Town},
};

pub(super) const HOUR: SignedDuration = SignedDuration::from_hours(1);
pub(super) const DAY: SignedDuration = SignedDuration::from_hours(24);

pub(super) fn usual() -> Filler {
    Filler::choosing(&[])
}

/// The first time of a page on a day: its identifier begins with its instant.
fn on(page: &Page, day: Date) -> String {
    let is_then = |slot: &String| {
        let seconds = slot.split('~').next().unwrap().parse().unwrap();
        let start = Timestamp::from_second(seconds).unwrap();
        start.in_tz("Europe/Paris").unwrap().date() == day
    };
    free(page).into_iter().find(is_then).unwrap()
}

/// Books the first time of the week of Monday 7 December: the receipt.
pub(super) async fn booked(town: &Town, resident: &Resident, filler: &Filler) -> Page {
    let page = times(resident, PASSPORT, "semaine=2026-12-07&lieu=mairie").await;
    let slot = on(&page, date(2026, 12, 7));
    let first = resident.go_on(&pressing(&page, &slot)).await;
    let procedure = "prendre-rendez-vous";
    let review = answered(town, resident, procedure, first, filler).await;
    let receipt = resident.go_on(&review.form("#send-form")).await;
    town.worker.deliver().await.unwrap();
    town.worker.read_events().await.unwrap();
    receipt
}

/// Chooses when to be reminded.
async fn choose(resident: &Resident, receipt: &Page, leads: &[&str]) -> Page {
    let path = Path::Notices(identifier(receipt));
    let mut form: Form = resident.open(&path).await.form("#step-form");
    form.tick("reminders", leads);
    resident.go_on(&form).await
}

/// Waits, and everything that is due leaves.
pub(super) async fn later(town: &Town, time: SignedDuration) {
    town.wait(time);
    town.worker.read_events().await.unwrap();
    town.worker.raise_reminders().await.unwrap();
    town.worker.send_notices().await.unwrap();
}

/// The text of a letter; it travels in base64, as quoted-printable or as it is.
pub(super) fn words(letter: &str) -> String {
    let (head, body) = letter.split_once("\r\n\r\n").unwrap();
    let bytes = if head.contains("Transfer-Encoding: base64") {
        STANDARD.decode(body.replace("\r\n", "")).unwrap()
    } else if head.contains("quoted-printable") {
        let body = body.replace("=\r\n", "");
        let mut parts = body.split('=');
        let mut bytes = parts.next().unwrap().as_bytes().to_vec();
        for part in parts {
            bytes.push(u8::from_str_radix(&part[..2], 16).unwrap());
            bytes.extend(part[2..].bytes());
        }
        bytes
    } else {
        body.as_bytes().to_vec()
    };
    String::from_utf8(bytes).unwrap().replace("\r\n", "\n")
}

/// Links of the reminders that left so far.
pub(super) fn links(town: &Town) -> Vec<String> {
    let letters: Vec<String> = town.letters().iter().map(|letter| words(letter)).collect();
    let lines = letters.iter().flat_map(|letter| letter.lines());
    let found = lines.filter_map(|line| {
        let at = line.find("/rappel/")?;
        let path = line[..at].rfind('/')?;
        Some(line[path..].trim().to_owned())
    });
    found.collect()
}

/// What agents see on Monday 7 December.
pub(super) async fn agenda(town: &Town) -> Vec<Planned> {
    let day = DayOf {
        place: "mairie".to_owned(),
        day: date(2026, 12, 7),
    };
    town.office.staff().agenda(&day).await.unwrap()
}

#[tokio::test]
async fn a_reminder_is_confirmed_then_cancelled_in_one_press_each() {
    for locale in Locale::ALL {
        let town = Town::open().await;
        let resident = town.resident(locale);
        let receipt = booked(&town, &resident, &usual()).await;
        later(&town, DAY * 12).await;
        assert!(links(&town).is_empty(), "two days before, and not sooner");
        later(&town, DAY * 2).await;
        later(&town, HOUR).await;
        let sent = links(&town);
        assert_eq!(sent.len(), 1, "once: {:?}", town.letters());

        // Someone else's phone, without any cookie.
        let phone = town.resident(locale);
        let page = phone.get(&sent[0]).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.errors());
        assert_eq!(page.one("h1"), t_in!(locale, "reminder-heading"));
        for secret in [receipt.one(".tracking-code"), "piece-identite".to_owned()] {
            assert!(!page.body.contains(&secret), "{secret}");
        }
        let form = page.form("form[action*='/rappel/']");
        let thanked = phone.go_on(&form.clone().with("do", "come")).await;
        assert!(
            thanked
                .main()
                .contains(&t_in!(locale, "reminder-noted-title"))
        );
        assert!(!thanked.has("button[value=come]"), "said once");
        let planned = agenda(&town).await;
        assert!(planned[0].appointment.confirmed_at.is_some());
        follow(&resident, &receipt.one(".tracking-code"), &BY_MAIL).await;
        let shown = request(&resident, &receipt).await;
        assert_eq!(shown.status, StatusCode::OK);
        assert!(shown.main().contains(&t_in!(locale, "appointment-comes")));

        let form = thanked.form("form[action*='/rappel/']");
        let cancelled = phone.go_on(&form.clone().with("do", "cancel")).await;
        let title = t_in!(locale, "reminder-cancelled-title");
        assert!(cancelled.main().contains(&title));
        town.worker.deliver_follow_up().await.unwrap();
        let standing = |it: &Planned| it.appointment.status == AppointmentStatus::Confirmed;
        assert!(
            !agenda(&town).await.iter().any(standing),
            "the time is free"
        );
        // Pressed again, from a page that stayed open.
        let again = phone.go_on(&form.with("do", "cancel")).await;
        assert!(again.main().contains(&title), "{}", again.main());
        assert!(again.has(&format!("a[href='{}']", phone.at(&Path::Visits))));
    }
}

#[tokio::test]
async fn a_resident_chooses_when_to_be_reminded_or_not_at_all() {
    let locale = Locale::French;
    let town = Town::open().await;
    let resident = town.resident(locale);
    let receipt = booked(&town, &resident, &usual()).await;
    let path = Path::Notices(identifier(&receipt));
    let page = resident.open(&path).await;
    assert_eq!(
        page.attributes("input[name=reminders][checked]", "value"),
        ["two_days"]
    );
    choose(&resident, &receipt, &["week", "day"]).await;
    let page = resident.open(&path).await;
    let chosen = page.attributes("input[name=reminders][checked]", "value");
    assert_eq!(chosen, ["week", "day"]);
    for (days, sent) in [(8, 1), (4, 1), (2, 2), (1, 2)] {
        later(&town, DAY * days).await;
        assert_eq!(links(&town).len(), sent, "after {days} days more");
    }

    let town = Town::open().await;
    let resident = town.resident(locale);
    let receipt = booked(&town, &resident, &usual()).await;
    choose(&resident, &receipt, &[]).await;
    later(&town, DAY * 16).await;
    assert!(links(&town).is_empty());
}

#[tokio::test]
async fn what_moved_is_told_at_its_new_time_and_what_is_cancelled_is_not_told() {
    let locale = Locale::French;
    let town = Town::open().await;
    let resident = town.resident(locale);
    let receipt = booked(&town, &resident, &usual()).await;
    let moving = Path::Move(identifier(&receipt));
    let address = format!("{}?semaine=2026-12-14", resident.at(&moving));
    let page = resident.get(&address).await;
    let next = on(&page, date(2026, 12, 14));
    resident.go_on(&pressing(&page, &next)).await;
    later(&town, DAY * 14).await;
    assert!(links(&town).is_empty(), "its former time is forgotten");
    later(&town, DAY * 7).await;
    assert_eq!(links(&town).len(), 1);
    assert!(
        town.letters().concat().contains("14 d=C3=A9cembre"),
        "{:?}",
        town.letters()
    );

    let town = Town::open().await;
    let resident = town.resident(locale);
    let receipt = booked(&town, &resident, &usual()).await;
    let page = resident.open(&Path::Withdraw(identifier(&receipt))).await;
    resident.go_on(&page.form("#step-form")).await;
    later(&town, DAY * 16).await;
    assert!(links(&town).is_empty());
}

#[tokio::test]
async fn a_link_ends_with_its_appointment_and_a_wrong_one_leads_nowhere() {
    let locale = Locale::French;
    let town = Town::open().await;
    let resident = town.resident(locale);
    booked(&town, &resident, &usual()).await;
    later(&town, DAY * 14).await;
    let link = links(&town).remove(0);
    let phone = town.resident(locale);
    let wrong = phone.get("/fr/rappel/AAAAAAAAAAAAAAAA").await;
    assert_eq!(wrong.status, StatusCode::NOT_FOUND);
    assert_eq!(wrong.one("h1"), t_in!(locale, "error-link-title"));
    let form = phone.get(&link).await.form("form[action*='/rappel/']");
    // Too late to cancel here: four hours before is the limit.
    town.wait(HOUR * 20);
    let late = phone.go_on(&form.clone().with("do", "cancel")).await;
    assert!(late.main().contains(&t_in!(locale, "reminder-too-late")));
    assert_eq!(agenda(&town).await.len(), 1, "it stands");
    town.wait(DAY);
    let over = phone.get(&link).await;
    assert_eq!(over.status, StatusCode::NOT_FOUND);
    assert_eq!(over.without_incident(), wrong.without_incident());
    let pressed = phone.submit(&form.with("do", "come")).await;
    assert_eq!(pressed.status, StatusCode::NOT_FOUND);
    town.worker.purge().await.unwrap();
}

#[tokio::test]
async fn while_the_back_office_is_away_a_confirmation_is_not_said_to_be_had_and_a_cancellation_is_kept()
 {
    let locale = Locale::French;
    let town = Town::open().await;
    let resident = town.resident(locale);
    booked(&town, &resident, &usual()).await;
    later(&town, DAY * 14).await;
    let phone = town.resident(locale);
    let page = phone.get(&links(&town)[0]).await;
    let form = page.form("form[action*='/rappel/']");
    town.back_office_goes_away();
    let refused = phone.submit(&form.clone().with("do", "come")).await;
    assert_eq!(refused.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(refused.has("button[value=come]"), "the page again");
    let kept = phone.go_on(&form.with("do", "cancel")).await;
    assert!(
        kept.main()
            .contains(&t_in!(locale, "reminder-cancelled-title"))
    );
    town.back_office_is_back();
    town.wait(HOUR);
    town.worker.deliver_follow_up().await.unwrap();
    let planned = agenda(&town).await;
    assert!(
        planned
            .iter()
            .all(|it| it.appointment.status != AppointmentStatus::Confirmed)
    );
}

#[tokio::test]
async fn who_gave_a_phone_alone_is_told_the_time_by_text_message() {
    let locale = Locale::French;
    let town = Town::open().await;
    let resident = town.resident(locale);
    let by_phone = Filler::choosing(&[("contact", "phone")])
        .typing(|field, _| (field.key == "phone").then(|| "06 39 98 12 34".to_owned()));
    let receipt = booked(&town, &resident, &by_phone).await;
    let page = resident.open(&Path::Notices(identifier(&receipt))).await;
    let start = t_in!(locale, "notices-sms-waiting", at = "");
    let start = start.split("vers").next().unwrap();
    assert!(page.main().contains(start), "{}", page.main());
    // By e-mail, the receipt said so already.
    let resident = town.resident(locale);
    let first = resident.hold(PASSPORT, "onsite").await;
    let review = to_review(&town, &resident, "prendre-rendez-vous", first).await;
    let receipt = resident.go_on(&review.form("#send-form")).await;
    town.worker.read_events().await.unwrap();
    let page = resident.open(&Path::Notices(identifier(&receipt))).await;
    assert!(!page.main().contains(start));
}
