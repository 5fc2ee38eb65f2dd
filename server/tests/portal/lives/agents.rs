//! What agents do about a request.

use backoffice::{
    api::requests::Outcome,
    reference::{Act, Asking, Closing, Extending, NewDelivery, NewDocument, NewMark, Verdict},
};
use domain::{
    info_request::{DocumentState, MarkReason},
    locale::Locale,
};

use super::Life;
use crate::{journeys::follow_up::words, support::PDF};

/// What an agent may do, whether the request is in a state for it or not.
#[derive(Debug, Clone)]
pub(super) enum Deed {
    Takes,
    Writes(String),
    AsksForDocuments(Vec<&'static str>),
    MarksCopies,
    /// Judges the first document that waits for it.
    Judges {
        accepts: bool,
    },
    Extends {
        grants: bool,
    },
    Closes(Outcome),
}

impl Life<'_> {
    /// Does it, and tells whether it could be done. Agents work in the back office itself: it may be away for the
    /// portal meanwhile.
    pub(super) async fn agent(&self, deed: Deed) -> bool {
        let staff = self.town.office.staff();
        let file = staff.file(&self.sent.number).await.unwrap();
        let act = match deed {
            Deed::Takes => Act::Take,
            Deed::Writes(text) => words(&text),
            Deed::AsksForDocuments(titles) => Act::Ask(Asking {
                due_on: Some("2027-06-30".parse().unwrap()),
                language: Some(Locale::French),
                documents: titles.into_iter().map(document).collect(),
                ..Asking::default()
            }),
            Deed::MarksCopies => Act::Ask(Asking {
                marks: vec![NewMark {
                    key: "copies".to_owned(),
                    reason: MarkReason::Incorrect,
                    words: "Deux au plus.".to_owned(),
                }],
                ..Asking::default()
            }),
            Deed::Judges { accepts } => {
                let documents = file.demands.iter().map(|demand| &demand.info_request);
                let mut given = documents
                    .flat_map(|demand| &demand.documents)
                    .filter(|document| document.state == DocumentState::Given);
                let Some(document) = given.next() else {
                    return false;
                };
                let verdict = if accepts {
                    Verdict::Accepted
                } else {
                    let reason = "Illisible.".to_owned();
                    Verdict::Refused { reason }
                };
                Act::Judge {
                    document: document.id.clone(),
                    verdict,
                }
            }
            Deed::Extends { grants: true } => {
                Act::Extend(Extending::Until("2027-09-30".parse().unwrap()))
            }
            Deed::Extends { grants: false } => Act::Extend(Extending::Refused),
            Deed::Closes(outcome) => {
                let delivery = NewDelivery {
                    filename: "acte.pdf".to_owned(),
                    title: "Copie intégrale".to_owned(),
                    valid_until: None,
                    content: PDF.to_vec(),
                };
                let documents = match outcome {
                    Outcome::Accepted => vec![delivery],
                    _ => Vec::new(),
                };
                Act::Close(Closing {
                    documents,
                    ..Closing::new(outcome, "Voici pourquoi.")
                })
            }
        };
        let (number, version) = (&self.sent.number, file.version);
        staff.act(number, version, "Ali", act).await.is_ok()
    }
}

fn document(title: &str) -> NewDocument {
    NewDocument {
        title: title.to_owned(),
        why: "Pour vérifier votre adresse.".to_owned(),
        examples: Vec::new(),
    }
}
