//! What happened in another system, and how each of these is written into the record.

use database::{DatabaseError, Write};
use domain::{
    answers::AttachedFile,
    message::MessageKind,
    request::{AuthorKind, Status, TimelineKind},
};
use jiff::Timestamp;
use object_store::ObjectStoreExt;
use sha2::{Digest, Sha256};

use super::{
    super::{
        Closing, Inner, NewDelivery, OpenError,
        acts::Asking,
        answering, asking, attaching, deadlines, deciding,
        delivering::{self, Prepared},
        events::instant,
        messages::Said,
        staff::Acting,
        taking::Taken,
        timeline::NewEntry,
        uploads,
    },
    Content,
};
use crate::{
    api::{events::EventKind, idempotency::hex, problem::Answered, requests::Outcome},
    ports::new_id,
};

/// What happened in the other system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Happening {
    /// Somebody wrote for both sides to read.
    Message {
        author: AuthorKind,
        text: String,
        files: Vec<Content>,
        at: Timestamp,
    },
    /// The request became something else.
    Became {
        status: Status,
        author: AuthorKind,
        /// The words that go with it: what is asked, why it is decided so.
        words: Option<String>,
        /// Files that go with these words; delivered with a decision.
        documents: Vec<Content>,
        at: Timestamp,
    },
}

impl Happening {
    /// Seals the contents first: a row never names a file that is not there. After a crash the purge finds them.
    pub(super) async fn keep(&self, office: &Inner) -> Answered<Files> {
        match self {
            Self::Message { files, .. } => {
                let mut kept = Vec::with_capacity(files.len());
                for content in files {
                    kept.push(sealed(office, content).await?);
                }
                Ok(Files::Attached(kept))
            }
            Self::Became {
                status, documents, ..
            } if Outcome::of(*status).is_some() => {
                let mut fitting = documents.clone();
                // Only what a browser shows safely is delivered; the rest is named in the message.
                fitting.retain(|it| {
                    uploads::media_type(&it.bytes).is_ok()
                        && !it.filename.trim().is_empty()
                        && it.bytes.len() as u64 <= office.max_upload_bytes
                });
                let delivery = |it: Content| NewDelivery {
                    title: it.filename.clone(),
                    filename: it.filename,
                    valid_until: None,
                    content: it.bytes.into(),
                };
                let deliveries = fitting.into_iter().map(delivery).collect();
                Ok(Files::Delivered(
                    delivering::prepare(office, deliveries).await?,
                ))
            }
            Self::Became { .. } => Ok(Files::Delivered(Vec::new())),
        }
    }

    /// Writes it down; the request was taken for it.
    pub(super) async fn record(
        self,
        office: &Inner,
        tx: &mut Write<'_>,
        mut taken: Taken,
        files: Files,
    ) -> Answered<()> {
        match (self, files) {
            (
                Self::Message {
                    author, text, at, ..
                },
                Files::Attached(files),
            ) => {
                taken.at = at.as_microsecond().min(taken.at);
                message(office, tx, &taken, (author, &text), files).await
            }
            (
                Self::Became {
                    status,
                    author,
                    words,
                    at,
                    ..
                },
                Files::Delivered(documents),
            ) => {
                taken.at = at.as_microsecond().min(taken.at);
                let acting = Acting {
                    office,
                    taken,
                    agent: "",
                };
                became(&acting, tx, (status, author), words, documents).await
            }
            _ => Ok(()),
        }
    }
}

/// Files whose contents are in the store already.
pub(super) enum Files {
    Attached(Vec<AttachedFile>),
    Delivered(Vec<Prepared>),
}

impl Files {
    pub(super) fn ids(&self) -> Vec<String> {
        match self {
            Self::Attached(files) => files.iter().map(|file| file.id.clone()).collect(),
            Self::Delivered(files) => files.iter().map(Prepared::id).collect(),
        }
    }
}

async fn sealed(office: &Inner, content: &Content) -> Result<AttachedFile, OpenError> {
    let id = new_id(&*office.randomness);
    let place = uploads::content_place(&id);
    let sealed = office
        .vault
        .seal(&place, &content.bytes, &*office.randomness)?;
    office
        .objects
        .put(&uploads::object(&id), sealed.into())
        .await?;
    let found = uploads::media_type(&content.bytes).map(str::to_owned);
    Ok(AttachedFile {
        id,
        filename: content.filename.clone(),
        media_type: found.unwrap_or_else(|_| content.media_type.clone()),
        bytes: content.bytes.len() as u64,
        sha256: hex(&Sha256::digest(&content.bytes)),
    })
}

async fn message(
    office: &Inner,
    tx: &mut Write<'_>,
    taken: &Taken,
    (author, words): (AuthorKind, &str),
    files: Vec<AttachedFile>,
) -> Answered<()> {
    let said = Said {
        at: taken.at,
        kind: MessageKind::Message,
        author,
        words,
        language: None,
        agent: None,
    };
    let position = said.add(office, tx, &taken.id).await?;
    for file in &files {
        let sha256 = attaching::bytes_of(&file.sha256);
        tx.execute(
            "INSERT INTO backoffice_uploads
               (id, request_id, filename, media_type, bytes, sha256, created_at, message)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            &[
                (&file.id).into(),
                (&taken.id).into(),
                uploads::sealed_filename(office, &file.id, &file.filename)?.into(),
                (&file.media_type).into(),
                i64::try_from(file.bytes).unwrap_or(i64::MAX).into(),
                sha256.into(),
                taken.at.into(),
                position.into(),
            ],
        )
        .await?;
    }
    let entry = NewEntry::of(&taken.id, taken.at, TimelineKind::Message, author);
    entry.add(tx, office).await?;
    let event = EventKind::MessageAdded;
    Ok(taken.tell(office, tx, event, taken.status).await?)
}

async fn became(
    acting: &Acting<'_>,
    tx: &mut Write<'_>,
    (status, author): (Status, AuthorKind),
    words: Option<String>,
    documents: Vec<Prepared>,
) -> Answered<()> {
    let (office, taken) = (acting.office, &acting.taken);
    if taken.status == status {
        return Ok(());
    }
    answering::give_up(tx, taken).await?;
    set(tx, taken, status).await?;
    let delivers = !documents.is_empty();
    if status == Status::InfoRequested {
        let asking = Asking {
            words,
            ..Asking::default()
        };
        asking::new(acting, tx, &asking).await?;
    } else if let Some(outcome) = Outcome::of(status) {
        let closing = Closing::new(outcome, &words.unwrap_or_default());
        deciding::decided(acting, tx, &closing, documents).await?;
    }
    let entry = NewEntry {
        status: Some(status),
        ..NewEntry::of(&taken.id, taken.at, TimelineKind::Status, author)
    };
    entry.add(tx, office).await?;
    if delivers {
        let entry = NewEntry::of(&taken.id, taken.at, TimelineKind::Document, author);
        entry.add(tx, office).await?;
        taken
            .tell(office, tx, EventKind::DocumentAdded, status)
            .await?;
    }
    Ok(taken
        .tell(office, tx, EventKind::RequestUpdated, status)
        .await?)
}

/// An end has its retention; whatever opens again has no decision any more.
async fn set(tx: &mut Write<'_>, taken: &Taken, status: Status) -> Result<(), DatabaseError> {
    let gone = deadlines::delete_after(instant(taken.at), taken.retention_days).as_microsecond();
    tx.execute(
        "UPDATE backoffice_requests SET status = $2, delete_after = $3, decision = NULL,
           decision_text = NULL, decision_more = NULL, decided_at = NULL WHERE id = $1",
        &[
            (&taken.id).into(),
            status.name().into(),
            status.is_final().then_some(gone).into(),
        ],
    )
    .await?;
    Ok(())
}
