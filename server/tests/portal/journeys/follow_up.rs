//! After sending: writing to the service, reading its answers, reminding it, withdrawing.

use app::paths::Path;
use backoffice::reference::Act;
use domain::{locale::Locale, request::Status};
use http::StatusCode;

use super::through::{BY_BIRTH, follow};
use crate::{
    routes::addresses::{SENT, identifier},
    support::{Filler, Form, Page, Resident, Town},
};

mod again;
mod corrections;
mod decisions;
mod documents;
mod invitations;
mod messages;
mod notices;
mod order;
mod records;
mod reminders;
mod withdrawal;

/// Someone whose request the service has.
pub(crate) struct Sent {
    pub(crate) resident: Resident,
    pub(crate) request: String,
    pub(crate) number: String,
    pub(crate) code: String,
}

pub(crate) async fn sent(town: &Town, locale: Locale) -> Sent {
    let resident = town.resident(locale);
    let receipt = resident
        .request_of(town.procedure(SENT), &Filler::choosing(&[]))
        .await;
    town.worker.deliver().await.unwrap();
    let request = identifier(&receipt);
    let page = resident.open(&Path::Request(request.clone())).await;
    Sent {
        resident,
        request,
        number: number(&page),
        code: receipt.one(".tracking-code"),
    }
}

/// The number that the service gave to the request of a page.
pub(crate) fn number(page: &Page) -> String {
    let facts = page.all(".facts__value").into_iter();
    let mut numbers = facts.filter(|value| value.starts_with("2026-"));
    numbers.next().unwrap()
}

impl Sent {
    pub(crate) async fn page(&self) -> Page {
        self.resident
            .open(&Path::Request(self.request.clone()))
            .await
    }

    pub(crate) async fn thread(&self) -> Page {
        self.resident
            .open(&Path::Messages(self.request.clone()))
            .await
    }

    /// The same request, opened with its code by whoever holds it.
    async fn opened_again(self, town: &Town) -> Self {
        let resident = town.resident(self.resident.locale);
        let opened = follow(&resident, &self.code, &BY_BIRTH).await;
        assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.errors());
        Self { resident, ..self }
    }

    /// The form of a message, filled in.
    pub(crate) async fn message(&self, text: &str) -> Form {
        let form = self.thread().await.form("#step-form");
        form.with("text", text).press("send")
    }

    pub(crate) async fn withdrawal(&self) -> Form {
        let path = Path::Withdraw(self.request.clone());
        self.resident.open(&path).await.form("#step-form")
    }

    pub(crate) async fn staff_does(&self, town: &Town, act: Act) -> Status {
        let staff = town.office.staff();
        let version = staff.file(&self.number).await.unwrap().version;
        staff.act(&self.number, version, "Ali", act).await.unwrap()
    }
}

pub(crate) fn words(text: &str) -> Act {
    Act::Write {
        words: text.to_owned(),
        language: Some(Locale::French),
    }
}
