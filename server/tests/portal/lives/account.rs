//! What both sides know of a request once everything arrived.

use backoffice::reference::{File, ListFilter};
use domain::{message::MessageKind, request::AuthorKind};

use super::Life;

/// What both sides know, without moments and identifiers.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Account {
    /// How many requests the service has.
    requests: usize,
    status: &'static str,
    messages: Vec<(AuthorKind, MessageKind, String, usize)>,
    /// Answers that changed, correction by correction.
    corrections: Vec<Vec<String>>,
    /// Documents asked for, and what became of them.
    documents: Vec<(String, String, usize)>,
    timeline: Vec<String>,
    /// The page of the request: its state and its history.
    heading: String,
    history: Vec<String>,
    thread: Vec<String>,
}

impl Life<'_> {
    /// Everything arrives, then both sides look.
    pub(super) async fn account(&self) -> Account {
        self.settles().await;
        let file = self.file().await;
        let (page, thread) = (self.request().await, self.thread().await);
        let requests = self.town.office.staff().list(&ListFilter::default()).await;
        Account {
            requests: requests.unwrap().len(),
            status: file.summary.status.name(),
            messages: file
                .messages
                .iter()
                .map(|it| (it.author_kind, it.kind, it.text.clone(), it.files.len()))
                .collect(),
            corrections: file
                .corrections
                .iter()
                .map(|correction| {
                    let changes = correction.changes.iter();
                    changes
                        .map(|it| format!("{}: {:?} → {:?}", it.key, it.before, it.after))
                        .collect()
                })
                .collect(),
            documents: file
                .demands
                .iter()
                .flat_map(|demand| &demand.info_request.documents)
                .map(|it| (it.title.clone(), format!("{:?}", it.state), it.files.len()))
                .collect(),
            timeline: file
                .timeline
                .iter()
                .map(|it| format!("{:?} {:?} {:?}", it.kind, it.status, it.author_kind))
                .collect(),
            heading: page.one("h1"),
            history: page.all(".timeline__title"),
            thread: thread.all(".thread__text"),
        }
    }

    /// What the service has.
    pub(super) async fn file(&self) -> File {
        let staff = self.town.office.staff();
        staff.file(&self.sent.number).await.unwrap()
    }
}
