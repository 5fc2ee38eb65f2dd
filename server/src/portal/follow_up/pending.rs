//! What a resident did about a request and its service does not show yet.

use app::ports::{ActFate, PendingAct, PendingKind};
use domain::{message::Message, request::AuthorKind};
use jiff::{SignedDuration, Timestamp};

use crate::store::{
    StoreError, Vault,
    acts::{ActState, Deed, StoredAct},
    submissions::Known,
};

/// Messages of the resident that the service shows and that no act is known to have brought.
fn unclaimed<'a>(acts: &[StoredAct], known: &'a Known) -> Vec<&'a Message> {
    let brought: Vec<&str> = acts
        .iter()
        .filter_map(|act| act.foreign_id.as_deref())
        .collect();
    let messages = known.messages.iter();
    messages
        .filter(|message| message.author_kind == AuthorKind::Citizen)
        .filter(|message| !brought.contains(&&*message.id))
        .collect()
}

/// What the resident did and the service does not show yet, in order. `read_at` says when what is known was read:
/// an act that arrived since is not in it.
pub(in crate::portal) fn pending(
    vault: &Vault,
    acts: &[StoredAct],
    known: &Known,
    read_at: Timestamp,
) -> Result<Vec<PendingAct>, StoreError> {
    let mut pending = Vec::new();
    let mut unclaimed = unclaimed(acts, known);
    for act in acts {
        let arrived = act.state == ActState::Delivered;
        let is_in_known = arrived && act.ended_at.is_some_and(|at| at <= read_at);
        let kind = match act.open(vault)? {
            Deed::Message { kind, text, files } => {
                let is_shown = match act.foreign_id.as_deref() {
                    Some(id) => known.messages.iter().any(|message| message.id == id),
                    None if act.state == ActState::Refused => false,
                    // It may have arrived in an attempt whose answer was lost: then the thread shows it, under a name
                    // not known here.
                    None => shows(&mut unclaimed, act, &text) || is_in_known,
                };
                if is_shown {
                    continue;
                }
                PendingKind::Message {
                    kind,
                    text,
                    files: files.into_iter().map(|file| file.filename).collect(),
                }
            }
            // The request as it is now shows what became of the others.
            _ if is_in_known => continue,
            Deed::Withdrawal { .. } if !known.status.is_open() => continue,
            Deed::Withdrawal { .. } => PendingKind::Withdrawal,
            Deed::Correction { .. } => PendingKind::Correction,
            Deed::Document { document, files } => PendingKind::Document {
                document,
                files: files.into_iter().map(|file| file.filename).collect(),
            },
            Deed::Extension { .. } => PendingKind::Extension,
        };
        pending.push(PendingAct {
            kind,
            at: act.done_at,
            fate: match act.state {
                ActState::Waiting => ActFate::Waiting,
                ActState::Delivered => ActFate::Arrived,
                ActState::Refused => ActFate::Refused,
            },
        });
    }
    Ok(pending)
}

/// Whether one of these messages is what an act wrote; each stands for one act.
fn shows(unclaimed: &mut Vec<&Message>, act: &StoredAct, text: &str) -> bool {
    let twin = unclaimed.iter().position(|message| {
        let apart = message.at.duration_since(act.done_at).abs();
        message.text == text && apart < SignedDuration::from_secs(2)
    });
    twin.map(|rank| unclaimed.remove(rank)).is_some()
}
