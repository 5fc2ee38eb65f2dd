//! What agents type to act on a request: take, move, write, close.

use backoffice::{
    api::requests::Outcome,
    reference::{Act, Closing},
};
use clap::{Args, ValueEnum};
use domain::{locale::Locale, request::Status};

use super::{
    arguments::status,
    deliveries::{Delivery, delivery},
};

#[derive(Debug, Args)]
pub(super) struct Take {
    /// Number of the request
    number: String,
    /// Your name, for your colleagues; residents do not see it
    #[arg(long, env = "BACKOFFICE_AGENT")]
    agent: String,
}

#[derive(Debug, Args)]
pub(super) struct Move {
    /// Number of the request
    number: String,
    /// in_review, info_requested or awaiting_payment
    #[arg(value_parser = status)]
    status: Status,
    /// Words for the resident
    #[arg(long)]
    text: Option<String>,
    /// Your name; the agent in charge when absent
    #[arg(long, env = "BACKOFFICE_AGENT")]
    agent: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Write {
    /// Number of the request
    number: String,
    /// Words for the resident
    #[arg(long)]
    text: String,
    /// Their language: fr, en, ar or fr-simple
    #[arg(long, value_parser = language)]
    language: Option<Locale>,
    /// Your name; the agent in charge when absent
    #[arg(long, env = "BACKOFFICE_AGENT")]
    agent: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Close {
    /// Number of the request
    number: String,
    /// What is decided
    #[arg(long, value_enum)]
    outcome: Decided,
    /// Why, for the resident
    #[arg(long)]
    reason: String,
    /// A text that the decision rests on: "Code civil, article 101-1"
    #[arg(long = "basis")]
    legal_basis: Vec<String>,
    /// A document to deliver: PATH:TITLE[:LAST DAY OF VALIDITY]
    #[arg(long = "file", value_parser = delivery)]
    deliveries: Vec<Delivery>,
    /// Language of the reason: fr, en, ar or fr-simple
    #[arg(long, value_parser = language)]
    language: Option<Locale>,
    /// Your name; the agent in charge when absent
    #[arg(long, env = "BACKOFFICE_AGENT")]
    agent: Option<String>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Decided {
    /// The request is granted
    Accepted,
    /// The request is refused
    Rejected,
    /// The request ends without decision
    Closed,
}

/// What an agent asked for, whatever the command.
pub(super) struct Asked {
    pub(super) number: String,
    pub(super) agent: Option<String>,
    pub(super) act: Act,
}

impl From<Take> for Asked {
    fn from(take: Take) -> Self {
        Self {
            number: take.number,
            agent: Some(take.agent),
            act: Act::Take,
        }
    }
}

impl From<Move> for Asked {
    fn from(asked: Move) -> Self {
        let act = Act::Move {
            status: asked.status,
            words: asked.text,
        };
        Self {
            number: asked.number,
            agent: asked.agent,
            act,
        }
    }
}

impl From<Write> for Asked {
    fn from(asked: Write) -> Self {
        Self {
            number: asked.number,
            agent: asked.agent,
            act: Act::Write {
                words: asked.text,
                language: asked.language,
            },
        }
    }
}

impl Close {
    /// The act, with the contents of its files.
    ///
    /// # Errors
    /// A file cannot be read.
    pub(super) fn asked(self) -> anyhow::Result<Asked> {
        let outcome = match self.outcome {
            Decided::Accepted => Outcome::Accepted,
            Decided::Rejected => Outcome::Rejected,
            Decided::Closed => Outcome::Closed,
        };
        let documents = self.deliveries.into_iter().map(Delivery::read);
        let closing = Closing {
            language: self.language,
            legal_basis: self.legal_basis,
            documents: documents.collect::<anyhow::Result<_>>()?,
            ..Closing::new(outcome, &self.reason)
        };
        Ok(Asked {
            number: self.number,
            agent: self.agent,
            act: Act::Close(closing),
        })
    }
}

/// Reads the tag of a language.
pub(super) fn language(tag: &str) -> Result<Locale, String> {
    Locale::from_tag(tag).ok_or_else(|| {
        let known: Vec<_> = Locale::ALL.iter().map(|locale| locale.tag()).collect();
        format!("one of {}", known.join(", "))
    })
}
