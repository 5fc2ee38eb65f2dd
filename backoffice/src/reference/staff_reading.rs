//! What agents read: the list of requests, one request with everything in it, its files.

use database::Row;
use domain::{
    answers::Answers,
    correction::Correction,
    message::Message,
    request::{Status, TimelineEntry},
};

use super::{
    Demand, StaffError, demands, messages, reading, rows, staff::Staff, timeline, uploads,
    view::View,
};
use crate::{
    api::{requests::RequestSummary, uploads::Upload},
    ports::is_id,
};

/// Greatest number of requests in one list.
const LIST: i64 = 500;

/// Which requests to list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ListFilter {
    /// In this status.
    pub status: Option<Status>,
    /// Of this procedure.
    pub procedure: Option<String>,
}

/// A request with everything that its agents need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// What the contract shows too.
    pub summary: RequestSummary,
    /// Version, to give back with the next act.
    pub version: i64,
    /// The agent in charge.
    pub agent: Option<String>,
    /// The answers.
    pub answers: Answers,
    /// Corrections of the answers, the oldest first.
    pub corrections: Vec<Correction>,
    /// What was asked of the resident, the oldest first.
    pub demands: Vec<Demand>,
    /// What happened.
    pub timeline: Vec<TimelineEntry>,
    /// What the resident and the service wrote to each other.
    pub messages: Vec<Message>,
    /// The attached files.
    pub uploads: Vec<Upload>,
}

/// An attached file and its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// What is known of it.
    pub upload: Upload,
    /// Its bytes.
    pub content: Vec<u8>,
}

impl Staff {
    /// Requests, the oldest first, 500 at most, each with the agent in charge.
    ///
    /// # Errors
    /// The database cannot be used.
    pub async fn list(
        &self,
        filter: &ListFilter,
    ) -> Result<Vec<(RequestSummary, Option<String>)>, StaffError> {
        let sql = concat!(
            "SELECT ",
            rows::summary_columns!(),
            ", agent FROM backoffice_requests
              WHERE ($1 = '' OR status = $1) AND ($2 = '' OR procedure_id = $2)
              ORDER BY submitted_at, id LIMIT $3"
        );
        let status = filter.status.map_or("", Status::name);
        let procedure = filter.procedure.as_deref().unwrap_or_default();
        let found = self
            .0
            .database
            .fetch_all(sql, &[status.into(), procedure.into(), LIST.into()])
            .await?;
        let read = |row: &Row| Ok((rows::summary(row, &self.0)?, row.optional_text("agent")?));
        found.iter().map(read).collect()
    }

    /// One request by its number.
    ///
    /// # Errors
    /// No such request, or it cannot be read.
    pub async fn file(&self, number: &str) -> Result<File, StaffError> {
        let database = &self.0.database;
        let sql = "SELECT id, version, agent FROM backoffice_requests WHERE number = $1";
        let row = database.fetch_optional(sql, &[number.into()]).await?;
        let row = row.ok_or_else(|| StaffError::Unknown(format!("request {number}")))?;
        let id = &row.text("id")?;
        let mut view = View::Committed(database);
        let request = reading::whole(&self.0, &mut view, id).await?.value;
        let sql = concat!(
            "SELECT ",
            timeline::timeline_columns!(),
            " FROM backoffice_timeline WHERE request_id = $1 ORDER BY position"
        );
        let entries = database.fetch_all(sql, &[id.into()]).await?;
        let files = database
            .fetch_all(
                "SELECT id, filename, media_type, bytes, sha256 FROM backoffice_uploads
                  WHERE request_id = $1 AND delivered IS NULL ORDER BY created_at, id",
                &[id.into()],
            )
            .await?;
        Ok(File {
            version: row.int("version")?,
            agent: row.optional_text("agent")?,
            timeline: entries
                .iter()
                .map(|row| timeline::entry(row, id, &self.0.vault))
                .collect::<Result<_, _>>()?,
            uploads: files
                .iter()
                .map(|row| uploads::from_row(row, &self.0.vault))
                .collect::<Result<_, _>>()?,
            messages: messages::thread(&self.0, id).await?,
            demands: demands::all(&self.0, &mut view, id).await?,
            corrections: request.corrections,
            summary: request.summary,
            answers: request.answers,
        })
    }

    /// Notes that the service read what the resident wrote, up to the last message of a reading.
    ///
    /// # Errors
    /// The database cannot be used.
    pub async fn mark_read(&self, file: &File) -> Result<(), StaffError> {
        let Some(up_to) = file
            .messages
            .last()
            .and_then(|last| last.id.parse::<i64>().ok())
        else {
            return Ok(());
        };
        let (id, at) = (file.summary.id.clone(), self.0.clock.now().as_microsecond());
        self.0
            .database
            .write::<_, StaffError, _>(move |tx| {
                Box::pin(async move {
                    messages::read_by_staff(tx, &id, up_to, at).await?;
                    Ok(())
                })
            })
            .await
    }

    /// An attached file with its content.
    ///
    /// # Errors
    /// No such file, or it cannot be read.
    pub async fn attachment(&self, upload_id: &str) -> Result<Attachment, StaffError> {
        let unknown = || StaffError::Unknown(format!("file {upload_id}"));
        if !is_id(upload_id) {
            return Err(unknown());
        }
        let row = self
            .0
            .database
            .fetch_optional(
                "SELECT id, filename, media_type, bytes, sha256 FROM backoffice_uploads
                  WHERE id = $1 AND request_id IS NOT NULL",
                &[upload_id.into()],
            )
            .await?;
        let upload = uploads::from_row(&row.ok_or_else(unknown)?, &self.0.vault)?;
        let content = uploads::content(&self.0, &upload.id).await?;
        Ok(Attachment { upload, content })
    }
}
