//! From what happened to a ticket to what it means for its resident. Pure: what RT told is given, nothing is asked.

use domain::request::{AuthorKind, Status};

use super::{
    operations::Correspondence,
    settings::Statuses,
    tickets::{Followed, Speaker},
    wire::Transaction,
};
use crate::reference::foreign::Happening;

/// RT's own account: it acts when a rule of a queue does.
const SYSTEM: &str = "RT_System";

/// A transaction, with what was written in it where that matters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) transaction: Transaction,
    pub(super) said: Said,
}

/// Whether words come with a transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Said {
    /// None that concern a resident: internal comments are not even read.
    Nothing,
    /// What the resident wrote through this connector: recorded already.
    ByUs,
    /// Words that agents and resident may read.
    Publicly(Correspondence),
}

/// How to understand a ticket.
pub(super) struct Reading<'a> {
    pub(super) account: &'a str,
    pub(super) statuses: &'a Statuses,
    /// Accounts of the residents who ask.
    pub(super) requestors: &'a [String],
    /// Words of an earlier transaction that nothing used yet.
    pub(super) carried: Option<Correspondence>,
}

/// Follows a ticket on from `followed`, whose request has the status `present`.
pub(super) fn follow(
    reading: Reading<'_>,
    followed: &mut Followed,
    present: Status,
    steps: Vec<Step>,
) -> Vec<Happening> {
    let words = reading.carried.clone();
    let mut walk = Walk {
        reading,
        followed,
        present,
        words,
        happenings: Vec::new(),
    };
    for step in steps {
        walk.step(step);
    }
    walk.happenings
}

struct Walk<'a> {
    reading: Reading<'a>,
    followed: &'a mut Followed,
    present: Status,
    words: Option<Correspondence>,
    happenings: Vec<Happening>,
}

impl Walk<'_> {
    fn step(&mut self, Step { transaction, said }: Step) {
        self.followed.seen = self.followed.seen.max(transaction.id);
        match (transaction.kind.as_str(), said) {
            (_, Said::ByUs) => self.heard_resident(),
            (_, Said::Publicly(written)) => self.wrote(&transaction, written),
            ("Status", Said::Nothing) => self.moved(&transaction),
            (_, Said::Nothing) => {}
        }
    }

    fn heard_resident(&mut self) {
        self.followed.speaker = Speaker::Resident;
        self.forget_words();
    }

    fn wrote(&mut self, transaction: &Transaction, written: Correspondence) {
        let by_requestor = self.reading.requestors.contains(&transaction.creator.id);
        let author = if by_requestor {
            AuthorKind::Citizen
        } else {
            AuthorKind::Staff
        };
        if !written.text.is_empty() || !written.files.is_empty() {
            self.happenings.push(Happening::Message {
                author,
                text: written.text.clone(),
                files: written.files.clone(),
                at: transaction.created,
            });
        }
        if by_requestor {
            return self.heard_resident();
        }
        self.followed.speaker = Speaker::Agent;
        self.followed.words = transaction.id;
        self.words = Some(written);
        // RT may have opened the ticket by itself when the resident wrote: now an agent is at work.
        if !self.present.is_final() {
            self.settle(transaction, AuthorKind::Staff);
        }
    }

    fn moved(&mut self, transaction: &Transaction) {
        self.followed.status = transaction.new_value.clone().unwrap_or_default();
        let by_rule = transaction.creator.id == SYSTEM;
        let meaning = self.reading.statuses.meaning(&self.followed.status);
        // RT opens a ticket by itself when a resident writes. Nobody examines it yet, and a decision stands.
        if by_rule && self.followed.speaker == Speaker::Resident && meaning == Status::InReview {
            return;
        }
        let by_us = by_rule || transaction.creator.id == self.reading.account;
        let author = if by_us {
            AuthorKind::System
        } else {
            AuthorKind::Staff
        };
        self.settle(transaction, author);
    }

    /// The request becomes what the status of the ticket means.
    fn settle(&mut self, transaction: &Transaction, author: AuthorKind) {
        let status = self.reading.statuses.meaning(&self.followed.status);
        if status == self.present {
            return;
        }
        self.present = status;
        let used = if needs_words(status) {
            self.words.take()
        } else {
            None
        };
        if used.is_some() {
            self.forget_words();
        }
        let used = used.unwrap_or_default();
        self.happenings.push(Happening::Became {
            status,
            author,
            words: Some(used.text).filter(|text| !text.is_empty()),
            documents: used.files,
            at: transaction.created,
        });
    }

    fn forget_words(&mut self) {
        self.followed.words = 0;
        self.words = None;
    }
}

/// Whether the last words of an agent say what is asked, or why it is decided so.
const fn needs_words(status: Status) -> bool {
    matches!(
        status,
        Status::InfoRequested | Status::Accepted | Status::Rejected | Status::Closed
    )
}
