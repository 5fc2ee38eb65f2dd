//! A request as a page shows it, in one short text: enough to say what changed since, and nothing of its content.

use std::fmt;

use app::ports::News;
use domain::request::AuthorKind;
use sha2::{Digest, Sha256};

use crate::store::{
    acts::{ActState, StoredAct},
    submissions::Known,
};

/// State, messages of the service, acts on their way, acts refused, digest of the rest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::portal) struct Mark {
    state: String,
    messages: usize,
    waiting: usize,
    refused: usize,
    rest: String,
}

/// The state before the back office has the request.
const RECORDED: &str = "recorded";

impl Mark {
    /// The mark of what is known of a request.
    pub(in crate::portal) fn of(delivered: bool, known: &Known, acts: &[StoredAct]) -> Self {
        let state = if delivered {
            known.status.name()
        } else {
            RECORDED
        };
        let of_service = |author| matches!(author, AuthorKind::Staff | AuthorKind::System);
        let messages = known.messages.iter();
        let count = |state| acts.iter().filter(|act| act.state == state).count();
        Self {
            state: state.to_owned(),
            messages: messages
                .filter(|message| of_service(message.author_kind))
                .count(),
            waiting: count(ActState::Waiting),
            refused: count(ActState::Refused),
            rest: rest(known),
        }
    }

    /// Reads what [`fmt::Display`] wrote.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let mut next = || parts.next().filter(|part| !part.is_empty());
        let mark = Self {
            state: next()?.to_owned(),
            messages: next()?.parse().ok()?,
            waiting: next()?.parse().ok()?,
            refused: next()?.parse().ok()?,
            rest: next()?.to_owned(),
        };
        next().is_none().then_some(mark)
    }

    /// What is new in `now`; nothing when it is the same.
    pub(super) fn news(&self, now: &Self) -> Option<News> {
        (self != now).then(|| News {
            messages: now.messages.saturating_sub(self.messages),
            state: self.state != now.state,
            arrived: now.waiting < self.waiting && now.refused == self.refused,
        })
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            state,
            messages,
            waiting,
            refused,
            rest,
        } = self;
        write!(formatter, "{state}-{messages}-{waiting}-{refused}-{rest}")
    }
}

/// What else the page shows. Not what reading alone changes: a page that was just shown must not call itself old.
fn rest(known: &Known) -> String {
    let shown = known.request.as_ref().map(|request| {
        (
            &request.summary.expected_by,
            &request.summary.legal_deadline,
            &request.summary.clock_paused_since,
            &request.summary.decision,
            &request.info_request,
            request.answers_version,
        )
    });
    let text = serde_json::to_vec(&(known.timeline.len(), shown)).unwrap_or_default();
    let digest = Sha256::digest(text);
    digest[..8]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use app::ports::News;

    use super::Mark;

    fn mark(text: &str) -> Mark {
        Mark::parse(text).unwrap()
    }

    #[test]
    fn a_mark_is_read_as_it_was_written_and_anything_else_is_none() {
        let text = "in_review-2-1-0-0123456789abcdef";
        assert_eq!(mark(text).to_string(), text);
        for other in [
            "",
            "in_review",
            "in_review-2-1-0",
            "in_review-x-1-0-a",
            "a-1-1-1-a-b",
        ] {
            assert_eq!(Mark::parse(other), None, "{other}");
        }
    }

    #[test]
    fn a_reader_is_told_what_kind_of_thing_changed() {
        let shown = mark("submitted-1-1-0-a");
        assert_eq!(shown.news(&shown), None);
        let news = |now: &str| shown.news(&mark(now)).unwrap();
        let nothing = News {
            messages: 0,
            state: false,
            arrived: false,
        };
        assert_eq!(news("submitted-3-1-0-b").messages, 2);
        assert!(news("in_review-1-1-0-b").state);
        assert!(news("submitted-1-0-0-b").arrived);
        assert_eq!(news("submitted-1-0-1-b"), nothing, "refused, not arrived");
        assert_eq!(news("submitted-0-1-0-a"), nothing, "forgotten, not new");
    }
}
