//! The record that a connector keeps of requests handled in another system: the same tables, rules and readings as
//! those of this office, written as the other system tells. Nothing here asks whether an act is allowed: it happened.

use std::sync::Arc;

use bytes::Bytes;
use database::{Database, DatabaseError, Param, Write};
use domain::{
    answers::{Answers, AttachedFile},
    correction::Correction,
    message::{Message, MessageKind},
    procedure::Procedure,
    request::{AuthorKind, Status, TimelineKind},
};
use jiff::Timestamp;
use object_store::ObjectStoreExt;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use super::{
    Closing, Inner, NewDelivery, OpenError, Reference, StaffError,
    acts::Asking,
    answering, asking, attaching, catalogue_versions, corrections, deadlines, deciding,
    delivering::{self, Prepared},
    events::instant,
    messages::Said,
    once, reading,
    requests::{self, Numbering},
    resident_messages,
    staff::Acting,
    taking::{self, Taken},
    timeline::NewEntry,
    uploads, withdrawal,
};
use crate::{
    api::{
        back_office::{Call, Reader, Tagged, Written},
        events::EventKind,
        follow_up::{NewCorrection, NewMessage, Withdrawal},
        idempotency::hex,
        problem::Answered,
        requests::{NewRequest, Outcome, Request},
    },
    ports::new_id,
};

/// A file with its content.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Content {
    pub(crate) filename: String,
    pub(crate) media_type: String,
    pub(crate) bytes: Bytes,
}

impl std::fmt::Debug for Content {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Content(***)")
    }
}

/// A statement of the connector, in the same write as what goes with it.
pub(crate) struct Also {
    pub(crate) sql: &'static str,
    pub(crate) params: Vec<Param<'static>>,
}

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

/// The record. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Record(Arc<Inner>);

impl Reference {
    /// The record of what another system handles.
    pub(crate) fn record(&self) -> Record {
        Record(Arc::clone(&self.0))
    }
}

impl Record {
    pub(crate) fn database(&self) -> &Database {
        &self.0.database
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.0.clock.now()
    }

    /// The answer to a call that had its effect before.
    pub(crate) async fn answered<T: DeserializeOwned>(
        &self,
        call: &Call,
    ) -> Answered<Option<Written<T>>> {
        once::answered(&self.0, call).await
    }

    /// Lets a reader in to a request that is here.
    pub(crate) async fn admit(&self, id: &str, reader: &Reader) -> Answered<()> {
        reading::known(&self.0, id, reader).await
    }

    /// A request as it is recorded.
    pub(crate) async fn present(&self, id: &str) -> Answered<Tagged<Request>> {
        reading::request(&self.0, id, Reader::Client).await
    }

    /// The procedure that a new request was filled in for.
    pub(crate) async fn procedure(&self, new: &NewRequest) -> Answered<Procedure> {
        catalogue_versions::definition(&self.0, &new.procedure_id, &new.form_version).await
    }

    /// The procedure as it was for a request.
    pub(crate) async fn procedure_of(&self, id: &str) -> Answered<Procedure> {
        catalogue_versions::of_request(&self.0, id).await
    }

    /// Refuses answers whose files are not here, free or of this request; gives those that are free.
    pub(crate) async fn free_files_of(
        &self,
        id: &str,
        answers: &Answers,
    ) -> Answered<Vec<Content>> {
        let free = attaching::free_of_answers(&self.0.database, id, answers).await?;
        self.contents(&free).await
    }

    /// Refuses uploads that are not free; gives them.
    pub(crate) async fn free_files(&self, uploads: &[String]) -> Answered<Vec<Content>> {
        attaching::free(&self.0.database, uploads).await?;
        self.contents(uploads).await
    }

    async fn contents(&self, uploads: &[String]) -> Answered<Vec<Content>> {
        let mut contents = Vec::with_capacity(uploads.len());
        for id in uploads {
            let upload = uploads::read(&self.0, id).await?.value;
            contents.push(Content {
                filename: upload.filename,
                media_type: upload.media_type,
                bytes: uploads::content(&self.0, id).await?.into(),
            });
        }
        Ok(contents)
    }

    /// Records a request under the number of the other system.
    pub(crate) async fn create(
        &self,
        call: Call,
        new: NewRequest,
        number: String,
    ) -> Answered<Written<Request>> {
        requests::create(&self.0, call, new, Numbering::Theirs(number)).await
    }

    /// Records what a resident wrote.
    pub(crate) async fn message(
        &self,
        id: &str,
        call: Call,
        new: NewMessage,
    ) -> Answered<Written<Message>> {
        resident_messages::receive(&self.0, id, Reader::Client, call, new).await
    }

    /// Records corrected answers.
    pub(crate) async fn correct(
        &self,
        id: &str,
        call: Call,
        new: NewCorrection,
    ) -> Answered<Written<Correction>> {
        corrections::correct(&self.0, id, call, new).await
    }

    /// Records that a resident ended their request. The version that they saw was compared before.
    pub(crate) async fn withdraw(
        &self,
        id: &str,
        call: Call,
        withdrawal: Withdrawal,
    ) -> Answered<Written<Request>> {
        withdrawal::withdraw(&self.0, id, call, None, withdrawal).await
    }

    /// Records what happened, once: `progress` changes one row, or somebody else recorded it already.
    pub(crate) async fn follow(
        &self,
        id: &str,
        happenings: Vec<Happening>,
        progress: Also,
    ) -> Answered<()> {
        let mut kept = Vec::with_capacity(happenings.len());
        for happening in happenings {
            let files = self.keep(&happening).await?;
            kept.push((happening, files));
        }
        let ids: Vec<String> = kept.iter().flat_map(|(_, files)| files.ids()).collect();
        let (inner, request) = (Arc::clone(&self.0), id.to_owned());
        let followed = self
            .0
            .database
            .write::<_, Box<crate::api::problem::Problem>, _>(move |tx| {
                Box::pin(async move {
                    if tx.execute(progress.sql, &progress.params).await? == 0 {
                        return Ok(false);
                    }
                    for (happening, files) in kept {
                        let Some(taken) = taking::present(&inner, tx, &request).await? else {
                            return Ok(false);
                        };
                        record(&inner, tx, taken, happening, files).await?;
                    }
                    Ok(true)
                })
            })
            .await;
        if !matches!(followed, Ok(true)) {
            delivering::discard(&self.0, &ids).await;
        }
        followed.map(drop)
    }

    /// Seals the contents first: a row never names a file that is not there. After a crash the purge finds them.
    async fn keep(&self, happening: &Happening) -> Answered<Files> {
        let office = &*self.0;
        match happening {
            Happening::Message { files, .. } => {
                let mut kept = Vec::with_capacity(files.len());
                for content in files {
                    kept.push(sealed(office, content).await?);
                }
                Ok(Files::Attached(kept))
            }
            Happening::Became {
                status, documents, ..
            } if Outcome::of(*status).is_some() => {
                let mut fitting = documents.clone();
                // Only what a browser shows safely is delivered; the rest is named in the message.
                fitting.retain(|it| {
                    uploads::media_type(&it.bytes).is_ok()
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
            Happening::Became { .. } => Ok(Files::Delivered(Vec::new())),
        }
    }
}

/// Files whose contents are in the store already.
enum Files {
    Attached(Vec<AttachedFile>),
    Delivered(Vec<Prepared>),
}

impl Files {
    fn ids(&self) -> Vec<String> {
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

async fn record(
    office: &Inner,
    tx: &mut Write<'_>,
    mut taken: Taken,
    happening: Happening,
    files: Files,
) -> Answered<()> {
    match (happening, files) {
        (
            Happening::Message {
                author, text, at, ..
            },
            Files::Attached(files),
        ) => {
            taken.at = at.as_microsecond().min(taken.at);
            message(office, tx, &taken, (author, &text), files).await
        }
        (
            Happening::Became {
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

impl From<StaffError> for Box<crate::api::problem::Problem> {
    fn from(error: StaffError) -> Self {
        match error {
            StaffError::Database(error) => error.into(),
            StaffError::Unreadable(error) => error.into(),
            StaffError::Content(error) => error.into(),
            StaffError::Stored(problem) => problem,
            error => OpenError::Objects(object_store::Error::Generic {
                store: "record",
                source: Box::new(error),
            })
            .into(),
        }
    }
}
