//! The record that a connector keeps of requests handled in another system: the same tables, rules and readings as
//! those of this office, written as the other system tells. Nothing here asks whether an act is allowed: it happened.

mod happening;

use std::sync::Arc;

use bytes::Bytes;
use database::{Database, Param};
use domain::{answers::Answers, correction::Correction, message::Message, procedure::Procedure};
use jiff::Timestamp;
use serde::de::DeserializeOwned;

pub(crate) use self::happening::Happening;
use super::{
    Inner, OpenError, Reference, StaffError, attaching, catalogue_versions, corrections,
    delivering, once, reading,
    requests::{self, Numbering},
    resident_messages, taking, uploads, withdrawal,
};
use crate::api::{
    back_office::{Call, Reader, Tagged, Written},
    follow_up::{NewCorrection, NewMessage, Withdrawal},
    problem::{Answered, Problem},
    requests::{NewRequest, Request},
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
    pub(crate) async fn procedure(&self, new: &NewRequest) -> Answered<Arc<Procedure>> {
        catalogue_versions::definition(&self.0, &new.procedure_id, &new.form_version).await
    }

    /// The procedure as it was for a request.
    pub(crate) async fn procedure_of(&self, id: &str) -> Answered<Arc<Procedure>> {
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
            let files = happening.keep(&self.0).await?;
            kept.push((happening, files));
        }
        let ids: Vec<String> = kept.iter().flat_map(|(_, files)| files.ids()).collect();
        let (inner, request) = (Arc::clone(&self.0), id.to_owned());
        let followed = self
            .0
            .database
            .write::<_, Box<Problem>, _>(move |tx| {
                Box::pin(async move {
                    if tx.execute(progress.sql, &progress.params).await? == 0 {
                        return Ok(false);
                    }
                    for (happening, files) in kept {
                        let Some(taken) = taking::present(&inner, tx, &request).await? else {
                            return Ok(false);
                        };
                        happening.record(&inner, tx, taken, files).await?;
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
}

impl From<StaffError> for Box<Problem> {
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
