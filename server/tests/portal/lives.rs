//! Whole lives of requests: what residents and agents do, in any order, while the back office dies at any moment.

use app::paths::Path;
use domain::locale::Locale;
use http::StatusCode;
use jiff::SignedDuration;

use crate::{
    journeys::{
        follow_up::{Sent, number},
        through::{BY_BIRTH, follow},
    },
    routes::addresses::{SENT, identifier},
    support::{Filler, Form, Memory, Page, Town},
};

mod account;
mod agents;
mod bookings;
mod faults;
mod residents;
mod sequences;
mod waits;

/// A request and those whom it concerns.
struct Life<'a> {
    town: &'a Town,
    sent: Sent,
}

/// A request that the service just received, and its town: many lives begin there.
struct Origin {
    memory: Memory,
    sent: Sent,
}

impl Origin {
    async fn new() -> Self {
        let town = Town::open().await;
        let sent = Life::begin(&town).await.sent;
        let memory = Memory::of(town).await;
        Self { memory, sent }
    }

    fn life<'a>(&self, town: &'a Town) -> Life<'a> {
        let sent = Sent {
            resident: self.sent.resident.moved_to(town),
            request: self.sent.request.clone(),
            number: self.sent.number.clone(),
            code: self.sent.code.clone(),
        };
        Life { town, sent }
    }
}

impl<'a> Life<'a> {
    /// A resident sends a request, and the service has it in the end.
    async fn begin(town: &'a Town) -> Self {
        let resident = town.resident(Locale::French);
        let receipt = resident
            .request_of(town.procedure(SENT), &Filler::choosing(&[]))
            .await;
        assert_eq!(receipt.status, StatusCode::OK, "{}", receipt.errors());
        let sent = Sent {
            request: identifier(&receipt),
            number: String::new(),
            code: receipt.one(".tracking-code"),
            resident,
        };
        let mut life = Self { town, sent };
        life.settles().await;
        life.sent.number = number(&life.request().await);
        life
    }

    /// What the portal does by itself, once.
    async fn goes_on(&self) {
        let worker = &self.town.worker;
        worker.deliver().await.unwrap();
        worker.deliver_follow_up().await.unwrap();
        worker.read_events().await.unwrap();
    }

    /// Everything that is on its way arrives: the back office is started if it died, and time goes by.
    async fn settles(&self) {
        for _ in 0..30 {
            if self.town.back_office_is_away() {
                self.town.back_office_is_started().await;
            }
            self.goes_on().await;
            if !self.town.back_office_is_away() && self.on_its_way().await == 0 {
                // A back office that failed is left alone for a moment.
                self.town.wait(SignedDuration::from_secs(11));
                self.goes_on().await;
                return;
            }
            self.town.wait(SignedDuration::from_mins(1));
        }
        panic!("something never arrives")
    }

    /// What the back office was not told yet.
    async fn on_its_way(&self) -> i64 {
        let sql = "SELECT COUNT(*) AS waiting FROM outbox
                    WHERE ended_at IS NULL AND topic IN ('request.deliver', 'request.follow_up')";
        let row = self.town.database.fetch_optional(sql, &[]).await.unwrap();
        row.unwrap().int("waiting").unwrap()
    }

    /// A page about the request, opened again with its code once the access is over. It is always there.
    async fn page(&self, path: &Path) -> Page {
        let resident = &self.sent.resident;
        let page = resident.open(path).await;
        if page.status == StatusCode::OK {
            return page;
        }
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{}", page.errors());
        let opened = follow(resident, &self.sent.code, &BY_BIRTH).await;
        assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.errors());
        let page = resident.open(path).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.errors());
        page
    }

    async fn request(&self) -> Page {
        self.page(&Path::Request(self.sent.request.clone())).await
    }

    async fn thread(&self) -> Page {
        self.page(&Path::Messages(self.sent.request.clone())).await
    }

    /// Sends a form: it is taken, whatever the back office does, and the page after is there.
    async fn sends(&self, form: &Form) -> Page {
        let page = self.sent.resident.go_on(form).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.errors());
        self.goes_on().await;
        page
    }
}
