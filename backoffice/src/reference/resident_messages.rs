//! What residents do in the thread of their request: write, and read what the service wrote.

use std::sync::Arc;

use database::Write;
use domain::{
    message::Message,
    request::{AuthorKind, TimelineKind},
};
use jiff::Timestamp;

use super::{
    Inner, attaching,
    events::instant,
    messages::Said,
    once, reading,
    taking::{self, Taken},
    timeline::NewEntry,
};
use crate::api::{
    back_office::{Call, Novelty, Reader, Written},
    events::EventKind,
    follow_up::{NewMessage, ReadMark},
    problem::{Answered, FieldProblem, Problem},
};

/// A resident's clock may run ahead of this office's: nothing happened in the future.
pub(super) fn by_now(claimed: Timestamp, now: i64) -> i64 {
    claimed.as_microsecond().min(now)
}

pub(super) async fn receive(
    office: &Arc<Inner>,
    id: &str,
    reader: Reader,
    call: Call,
    new: NewMessage,
) -> Answered<Written<Message>> {
    reading::admit(office, id, &reader).await?;
    let (inner, id) = (Arc::clone(office), id.to_owned());
    office
        .database
        .write(move |tx| {
            Box::pin(async move {
                if let once::Met::Again(written) = once::meet(&inner, tx, &call).await? {
                    return Ok(written);
                }
                let taken = taking::take(&inner, tx, &id).await?;
                let written = Written {
                    value: record(&inner, tx, &taken, new).await?,
                    etag: taken.etag(),
                    novelty: Novelty::New,
                };
                let resource = format!("{}/messages", taken.resource());
                once::keep(&inner, tx, &call, &resource, &written).await?;
                Ok(written)
            })
        })
        .await
}

/// In any status: whoever contests a decision or thanks for it may write too.
async fn record(
    office: &Inner,
    tx: &mut Write<'_>,
    taken: &Taken,
    new: NewMessage,
) -> Answered<Message> {
    let said = Said {
        at: by_now(new.written_at, taken.at),
        kind: new.kind,
        author: AuthorKind::Citizen,
        words: &new.text,
        language: None,
        agent: None,
    };
    let position = said.add(office, tx, &taken.id).await?;
    let place = (taken.id.as_str(), position);
    let files = attaching::to_message(tx, &office.vault, place, &new.uploads).await?;
    let kind = TimelineKind::Message;
    let entry = NewEntry::of(&taken.id, taken.at, kind, AuthorKind::Citizen);
    entry.add(tx, office).await?;
    let event = EventKind::MessageAdded;
    taken.tell(office, tx, event, taken.status).await?;
    Ok(Message {
        id: position.to_string(),
        at: instant(said.at),
        kind: new.kind,
        author_kind: AuthorKind::Citizen,
        text: new.text,
        language: None,
        files,
        read_at: None,
    })
}

/// Marks what the service wrote, up to one message, as read by the resident.
pub(super) async fn mark_read(
    office: &Arc<Inner>,
    id: &str,
    call: Call,
    mark: ReadMark,
) -> Answered<()> {
    reading::known(office, id, &Reader::Client).await?;
    let (inner, id) = (Arc::clone(office), id.to_owned());
    office
        .database
        .write(move |tx| {
            Box::pin(async move {
                if let once::Met::Again(Written { value: (), .. }) =
                    once::meet(&inner, tx, &call).await?
                {
                    return Ok(());
                }
                let read_at = by_now(mark.read_at, inner.clock.now().as_microsecond());
                let up_to = place(tx, &id, &mark.up_to).await?;
                tx.execute(
                    "UPDATE backoffice_messages SET read_at = $3
                      WHERE request_id = $1 AND position <= $2 AND read_at IS NULL
                        AND author_kind IN ('staff', 'system')",
                    &[(&id).into(), up_to.into(), read_at.into()],
                )
                .await?;
                let written = Written {
                    value: (),
                    etag: String::new(),
                    novelty: Novelty::New,
                };
                once::keep(&inner, tx, &call, &format!("/v1/requests/{id}"), &written).await
            })
        })
        .await
}

async fn place(tx: &mut Write<'_>, request_id: &str, message: &str) -> Answered<i64> {
    let position: i64 = message.parse().unwrap_or_default();
    let sql = "SELECT position FROM backoffice_messages WHERE request_id = $1 AND position = $2";
    tx.fetch_optional(sql, &[request_id.into(), position.into()])
        .await?
        .map(|_| position)
        .ok_or_else(|| {
            let detail = "no such message in this request";
            Problem::validation(vec![FieldProblem::new("#/up_to", "unknown", detail)])
        })
}
