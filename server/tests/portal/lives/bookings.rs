//! Booking, moving and coming with someone while the back office dies at each of its calls: in the end one appointment stands, both sides know
//! the same one, and nothing is held for nobody.

use app::{paths::Path, t_in};
use backoffice::reference::DayOf;
use database::testing::on_postgres;
use domain::{booking::AppointmentStatus, locale::Locale};
use http::StatusCode;
use jiff::{SignedDuration, ToSpan};

use super::faults::deaths;
use crate::{
    routes::addresses::identifier,
    support::{Death, Filler, Form, Page, Resident, Town},
};

const KIND: &str = "piece-identite";

/// Someone who books, and tries again what did not work.
pub(super) struct Booker<'a> {
    pub(super) town: &'a Town,
    pub(super) resident: Resident,
}

impl<'a> Booker<'a> {
    pub(super) fn of(town: &'a Town) -> Self {
        let resident = town.resident(Locale::French);
        Self { town, resident }
    }

    /// The back office is started if it died; one that failed is left alone for a moment.
    pub(super) async fn recovers(&self) {
        if self.town.back_office_is_away() {
            self.town.back_office_is_started().await;
        }
        self.town.wait(SignedDuration::from_secs(11));
    }

    /// Opens a page again until it is there.
    pub(super) async fn opens(&self, path: &Path) -> Page {
        for _ in 0..5 {
            let page = self.resident.open(path).await;
            if page.status == StatusCode::OK {
                return page;
            }
            assert_eq!(
                page.status,
                StatusCode::SERVICE_UNAVAILABLE,
                "{}",
                page.errors()
            );
            self.recovers().await;
        }
        panic!("{path:?} never opens")
    }

    /// Sends the same form again until it is taken: the page after.
    pub(super) async fn insists(&self, form: &Form) -> Page {
        for _ in 0..5 {
            let answer = self.resident.submit(form).await;
            if answer.status == StatusCode::SEE_OTHER {
                return self.resident.follow(&answer).await;
            }
            assert_eq!(
                answer.status,
                StatusCode::SERVICE_UNAVAILABLE,
                "{}",
                answer.errors()
            );
            self.recovers().await;
        }
        panic!("{} is never taken", form.action)
    }

    /// Presses a time: the proposed one of that rank.
    async fn presses(&self, path: &Path, rank: usize) -> Page {
        for _ in 0..5 {
            let page = self.opens(path).await;
            let slots = page.attributes("button[name=horaire]", "value");
            // Times as they were known before: nothing can be pressed.
            let Some(slot) = slots.get(rank) else {
                self.recovers().await;
                continue;
            };
            let form = page.form("#times-form").with("horaire", slot);
            return self.insists(&form).await;
        }
        panic!("{path:?} never shows times to press")
    }

    /// Books the first time, moves to the second and comes with someone; what both sides know then.
    async fn lives(&self) -> Account {
        let times = Path::Times(KIND.to_owned());
        let first = self.presses(&times, 0).await;
        let request = self.books(first).await;
        let moved = self.presses(&Path::Move(request.clone()), 1).await;
        assert_eq!(moved.status, StatusCode::OK, "{}", moved.errors());
        let people = self.opens(&Path::People(request.clone())).await;
        let two = people.form("#step-form").with("personnes", "2");
        let comes = self.insists(&two).await;
        assert_eq!(comes.status, StatusCode::OK, "{}", comes.errors());
        let done = t_in!(Locale::French, "done-people-title");
        assert!(comes.main().contains(&done), "{}", comes.main());
        self.recovers().await;
        self.account(&request).await
    }

    /// Answers what a time that is held still asks, and sends it until the service has it: the request.
    pub(super) async fn books(&self, first: Page) -> String {
        let procedure = self.town.procedure("prendre-rendez-vous");
        let mut page = first;
        while !page.has("#send-form") {
            let form = Filler::choosing(&[]).answer(&page, procedure).unwrap();
            page = self.resident.go_on(&form).await;
        }
        let receipt = self.resident.go_on(&page.form("#send-form")).await;
        let request = identifier(&receipt);
        let confirmed = t_in!(Locale::French, "appointment-confirmed");
        for _ in 0..20 {
            self.recovers().await;
            self.town.worker.deliver().await.unwrap();
            let page = self.opens(&Path::Request(request.clone())).await;
            if page.one("h1") == confirmed {
                break;
            }
            self.town.wait(SignedDuration::from_mins(1));
        }
        request
    }

    pub(super) async fn account(&self, request: &str) -> Account {
        let calendar = self.opens(&Path::Calendar(request.to_owned())).await;
        // Whatever was held has ended, and is forgotten.
        self.town.wait(SignedDuration::from_mins(90));
        self.town.office.purge().await.unwrap();
        let staff = self.town.office.staff();
        let mut planned = Vec::new();
        for place in ["mairie", "france-services"] {
            let days = jiff::civil::date(2026, 11, 23).series(1.day()).take(60);
            for day in days {
                let place = place.to_owned();
                planned.extend(staff.agenda(&DayOf { place, day }).await.unwrap());
            }
        }
        let stands: Vec<_> = planned.iter().map(|it| &it.appointment).collect();
        let start = stands[0]
            .slot
            .start
            .strftime("DTSTART:%Y%m%dT%H%M%SZ")
            .to_string();
        Account {
            stand: stands.iter().map(|it| (it.status, it.sequence)).collect(),
            same_time: calendar.body.contains(&start),
            ticks: self
                .count("SELECT COUNT(*) AS n FROM backoffice_ticks")
                .await,
            rows: self
                .count("SELECT COUNT(*) AS n FROM backoffice_appointments")
                .await,
        }
    }

    async fn count(&self, sql: &'static str) -> i64 {
        let row = self.town.office_database().fetch_optional(sql, &[]).await;
        row.unwrap().unwrap().int("n").unwrap()
    }
}

/// What is known in the end.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Account {
    /// Appointments that stand, and how often each changed.
    pub(super) stand: Vec<(AppointmentStatus, u32)>,
    /// Whether the portal tells the time that the service has.
    pub(super) same_time: bool,
    pub(super) ticks: i64,
    pub(super) rows: i64,
}

fn expected() -> Account {
    Account {
        stand: vec![(AppointmentStatus::Confirmed, 2)],
        same_time: true,
        // Thirty-five minutes.
        ticks: 7,
        rows: 1,
    }
}

/// What may befall one who books, moves and comes with someone.
async fn all_deaths() -> impl Iterator<Item = Death> {
    let town = Town::open().await;
    town.back_office_dies(None);
    assert_eq!(Booker::of(&town).lives().await, expected());
    deaths(town.calls())
}

#[tokio::test]
async fn a_booking_and_its_changes_survive_a_back_office_that_dies_at_any_call() {
    for death in all_deaths().await {
        let town = Town::open().await;
        town.back_office_dies(Some(death));
        assert_eq!(Booker::of(&town).lives().await, expected(), "{death:?}");
    }
}

/// One that dies before it did anything is the same on every engine: these die after it.
#[tokio::test]
async fn a_booking_and_its_changes_survive_deaths_on_postgresql() {
    for death in all_deaths().await.filter(|death| death.done) {
        let (portal, office) = (on_postgres().await, on_postgres().await);
        let (Some(portal), Some(office)) = (portal, office) else {
            return;
        };
        let town = Town::open_on(portal.handle(), office.handle()).await;
        town.back_office_dies(Some(death));
        assert_eq!(Booker::of(&town).lives().await, expected(), "{death:?}");
    }
}
