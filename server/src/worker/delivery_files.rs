//! Files of a request on their way to the back office: each is uploaded before the request that names it.

use backoffice::api::uploads::UploadStatus;
use domain::answers::{Answer, Answers, AttachedFile};
use futures::future::BoxFuture;

use super::{Worker, delivery::Failure, derived_key};
use crate::{
    contract::{ContractError, Outgoing, Patience},
    store::{outbox::Parcel, submissions::StoredSubmission, uploads},
};

/// Hours in which a file keeps its upload key. A back office forgets files that no request names after 24
/// hours, so an older upload may not be counted on.
const UPLOAD_HOURS: i64 = 12;

impl Worker {
    /// The answers with the files uploaded, each under the identifier that the back office gave it.
    pub(super) fn with_uploads<'a>(
        &'a self,
        parcel: &'a Parcel,
        submission: &'a StoredSubmission,
        answers: Answers,
    ) -> BoxFuture<'a, Result<Answers, Failure>> {
        Box::pin(async move {
            let mut uploaded = Answers::default();
            for (key, answer) in answers.0 {
                let answer = match answer {
                    Answer::Files(files) => {
                        let mut sent = Vec::with_capacity(files.len());
                        for file in files {
                            sent.push(self.upload(parcel, submission, file).await?);
                        }
                        Answer::Files(sent)
                    }
                    Answer::Items(items) => {
                        let mut sent = Vec::with_capacity(items.len());
                        for item in items {
                            sent.push(self.with_uploads(parcel, submission, item).await?);
                        }
                        Answer::Items(sent)
                    }
                    other => other,
                };
                uploaded.0.insert(key, answer);
            }
            Ok(uploaded)
        })
    }

    /// Uploads one file; gives it with the identifier of the back office.
    pub(super) async fn upload(
        &self,
        parcel: &Parcel,
        submission: &StoredSubmission,
        file: AttachedFile,
    ) -> Result<AttachedFile, Failure> {
        self.renew(parcel).await?;
        let desk = &*self.desk.0;
        let Some(stored) = uploads::find(&desk.database, &file.id).await? else {
            // A correction leaves most files as they are: the back office has them, under its own identifiers.
            return if self.is_there(submission, &file.id).await? {
                Ok(file)
            } else {
                Err(ContractError::File.into())
            };
        };
        let bytes = desk
            .files
            .open(&stored)
            .await
            .map_err(|_| ContractError::File)?;
        let window = (self.desk.now().as_second() / (UPLOAD_HOURS * 3600)).to_string();
        let key = derived_key(&["upload", &submission.id, &file.id, &window]);
        let outgoing = Outgoing {
            file: &file,
            bytes,
            idempotency_key: &key,
        };
        let upload = desk.backoffice.upload(outgoing).await?;
        if upload.status == UploadStatus::Rejected {
            return Err(ContractError::FileRejected.into());
        }
        Ok(AttachedFile {
            id: upload.id,
            ..file
        })
    }

    /// Whether the answers that the back office has hold a file of this identifier.
    async fn is_there(&self, submission: &StoredSubmission, file: &str) -> Result<bool, Failure> {
        let Some(id) = &submission.backoffice_id else {
            return Ok(false);
        };
        let client = &self.desk.0.backoffice;
        let (request, _) = client.request(id, Patience::Worker).await?;
        Ok(request.answers.files().any(|known| known.id == file))
    }
}
