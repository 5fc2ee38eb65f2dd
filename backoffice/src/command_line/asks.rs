//! What agents type to ask residents for corrections and documents, and to judge what came.

use backoffice::reference::{Act, Asking, Extending, NewDocument, NewMark, Verdict};
use clap::Args;
use domain::{info_request::MarkReason, locale::Locale};
use jiff::civil::Date;

use super::acts::{Asked, language};

#[derive(Debug, Args)]
pub(super) struct Ask {
    /// Number of the request
    number: String,
    /// Words for the resident
    #[arg(long)]
    text: Option<String>,
    /// Last day to answer: 2026-12-24
    #[arg(long)]
    due: Option<Date>,
    /// An answer to correct: KEY:incorrect|incomplete|outdated:COMMENT
    #[arg(long = "wrong", value_parser = mark)]
    marks: Vec<NewMark>,
    /// A document to give: TITLE:WHY[:EXAMPLE;EXAMPLE…]
    #[arg(long = "document", value_parser = document)]
    documents: Vec<NewDocument>,
    /// Language of the words: fr, en, ar or fr-simple
    #[arg(long, value_parser = language)]
    language: Option<Locale>,
    /// Your name; the agent in charge when absent
    #[arg(long, env = "BACKOFFICE_AGENT")]
    agent: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Accept {
    /// Number of the request
    number: String,
    /// Identifier of the document, as `show` prints it
    document: String,
    /// Your name; the agent in charge when absent
    #[arg(long, env = "BACKOFFICE_AGENT")]
    agent: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Refuse {
    /// Number of the request
    number: String,
    /// Identifier of the document, as `show` prints it
    document: String,
    /// Why, for the resident
    #[arg(long)]
    reason: String,
    /// Your name; the agent in charge when absent
    #[arg(long, env = "BACKOFFICE_AGENT")]
    agent: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Extend {
    /// Number of the request
    number: String,
    /// The new last day: 2026-12-24
    #[arg(long, required_unless_present = "refuse", conflicts_with = "refuse")]
    due: Option<Date>,
    /// Leave the last day as it is
    #[arg(long)]
    refuse: bool,
    /// Your name; the agent in charge when absent
    #[arg(long, env = "BACKOFFICE_AGENT")]
    agent: Option<String>,
}

impl From<Ask> for Asked {
    fn from(ask: Ask) -> Self {
        let asking = Asking {
            words: ask.text,
            language: ask.language,
            due_on: ask.due,
            marks: ask.marks,
            documents: ask.documents,
        };
        Self {
            number: ask.number,
            agent: ask.agent,
            act: Act::Ask(asking),
        }
    }
}

impl From<Accept> for Asked {
    fn from(accept: Accept) -> Self {
        Self {
            number: accept.number,
            agent: accept.agent,
            act: Act::Judge {
                document: accept.document,
                verdict: Verdict::Accepted,
            },
        }
    }
}

impl From<Refuse> for Asked {
    fn from(refuse: Refuse) -> Self {
        Self {
            number: refuse.number,
            agent: refuse.agent,
            act: Act::Judge {
                document: refuse.document,
                verdict: Verdict::Refused {
                    reason: refuse.reason,
                },
            },
        }
    }
}

impl From<Extend> for Asked {
    fn from(extend: Extend) -> Self {
        Self {
            number: extend.number,
            agent: extend.agent,
            act: Act::Extend(extend.due.map_or(Extending::Refused, Extending::Until)),
        }
    }
}

/// Reads `KEY:REASON:COMMENT`.
fn mark(text: &str) -> Result<NewMark, String> {
    let expected = || "KEY:incorrect|incomplete|outdated:COMMENT is expected".to_owned();
    let (key, rest) = text.split_once(':').ok_or_else(expected)?;
    let (name, words) = rest.split_once(':').ok_or_else(expected)?;
    let reason = MarkReason::ALL
        .into_iter()
        .find(|reason| reason.name() == name)
        .ok_or_else(expected)?;
    Ok(NewMark {
        key: key.to_owned(),
        reason,
        words: words.trim().to_owned(),
    })
}

/// Reads `TITLE:WHY[:EXAMPLE;EXAMPLE…]`.
fn document(text: &str) -> Result<NewDocument, String> {
    let mut parts = text.splitn(3, ':').map(|part| part.trim().to_owned());
    let (Some(title), Some(why)) = (parts.next(), parts.next()) else {
        return Err("TITLE:WHY[:EXAMPLE;EXAMPLE…] is expected".to_owned());
    };
    let examples = parts.next().unwrap_or_default();
    let examples = examples
        .split(';')
        .map(str::trim)
        .filter(|it| !it.is_empty());
    Ok(NewDocument {
        title,
        why,
        examples: examples.map(str::to_owned).collect(),
    })
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::command_line::Arguments;

    #[test]
    fn an_agent_types_what_is_wrong_and_what_is_missing_in_one_line() {
        let mark = mark("address:outdated:Vous avez déménagé : où ?").unwrap();
        assert_eq!(
            (mark.key.as_str(), mark.words.as_str()),
            ("address", "Vous avez déménagé : où ?")
        );
        assert!(super::mark("address:wrong:Non").is_err());
        let document =
            document("Justificatif de domicile:Pour la cantine:facture d’eau; quittance").unwrap();
        assert_eq!(document.examples, ["facture d’eau", "quittance"]);
        assert!(super::document("Justificatif").is_err());
    }

    #[test]
    fn more_time_is_given_or_refused_not_both() {
        let typed = |words: &str| {
            Arguments::try_parse_from(
                format!("parvis-backoffice extend 2026-000001 {words}").split_whitespace(),
            )
        };
        assert!(typed("--due 2026-12-24").is_ok());
        assert!(typed("--refuse").is_ok());
        assert!(typed("--refuse --due 2026-12-24").is_err());
        assert!(typed("").is_err());
    }
}
