//! Taking a request for one write: whoever writes to it next waits, and sees the new version.

use database::{DatabaseError, Row, Write};
use domain::request::Status;

use super::{
    Inner,
    clock::{self, Clock},
    events, rows,
};
use crate::{
    api::{
        events::EventKind,
        problem::{Answered, Problem},
    },
    ports::{is_id, new_id},
};

/// A request taken for a write, as it was before.
pub(super) struct Taken {
    pub(super) id: String,
    pub(super) status: Status,
    /// The version that this write makes.
    pub(super) version: i64,
    pub(super) answers_version: i64,
    pub(super) retention_days: i64,
    /// Its legal time, before.
    pub(super) clock: Clock,
    /// When it was taken: the time of everything in this write.
    pub(super) at: i64,
}

/// What [`Taken`] needs of the row. A macro, because statements are constant texts.
macro_rules! taken_columns {
    () => {
        concat!(
            "status, version, answers_version, retention_days, ",
            clock::clock_columns!()
        )
    };
}

/// Takes a request on behalf of its resident; `not_found` when it is not here.
pub(super) async fn take(office: &Inner, tx: &mut Write<'_>, id: &str) -> Answered<Taken> {
    let taken = if is_id(id) {
        present(office, tx, id).await?
    } else {
        None
    };
    taken.ok_or_else(Problem::not_found)
}

/// Takes a request on behalf of the office itself; `None` when it is gone.
pub(super) async fn present(
    office: &Inner,
    tx: &mut Write<'_>,
    id: &str,
) -> Result<Option<Taken>, DatabaseError> {
    let at = office.clock.now().as_microsecond();
    let sql = concat!(
        "UPDATE backoffice_requests SET version = version + 1, updated_at = $2 WHERE id = $1 RETURNING ",
        taken_columns!()
    );
    let row = tx.fetch_optional(sql, &[id.into(), at.into()]).await?;
    row.map(|row| Taken::of(&row, id, at)).transpose()
}

/// Takes a request for an agent who read it at this version; `None` when it changed since.
pub(super) async fn take_at(
    office: &Inner,
    tx: &mut Write<'_>,
    (id, version): (&str, i64),
    agent: &str,
) -> Result<Option<Taken>, DatabaseError> {
    let at = office.clock.now().as_microsecond();
    let sql = concat!(
        "UPDATE backoffice_requests SET version = version + 1, updated_at = $2, agent = $4
          WHERE id = $1 AND version = $3 RETURNING ",
        taken_columns!()
    );
    let params = [id.into(), at.into(), version.into(), agent.into()];
    let row = tx.fetch_optional(sql, &params).await?;
    row.map(|row| Taken::of(&row, id, at)).transpose()
}

impl Taken {
    fn of(row: &Row, id: &str, at: i64) -> Result<Self, DatabaseError> {
        Ok(Self {
            id: id.to_owned(),
            status: Status::from_name(&row.text("status")?),
            version: row.int("version")?,
            answers_version: row.int("answers_version")?,
            retention_days: row.int("retention_days")?,
            clock: Clock::of(row)?,
            at,
        })
    }

    /// Refuses what only a request without an end allows.
    pub(super) fn open(&self) -> Answered<()> {
        if self.status.is_open() {
            Ok(())
        } else {
            Err(Problem::invalid_state(self.status, Status::open()))
        }
    }

    /// ETag of the request after this write.
    pub(super) fn etag(&self) -> String {
        rows::version_tag(self.version)
    }

    /// ETag of the request before this write.
    pub(super) fn etag_before(&self) -> String {
        rows::version_tag(self.version - 1)
    }

    /// Address of the request.
    pub(super) fn resource(&self) -> String {
        format!("/v1/requests/{}", self.id)
    }

    /// Tells of this write.
    pub(super) async fn tell(
        &self,
        office: &Inner,
        tx: &mut Write<'_>,
        kind: EventKind,
        status: Status,
    ) -> Result<(), DatabaseError> {
        let event = events::New {
            id: new_id(&*office.randomness),
            kind,
            resource: self.resource(),
            etag: Some(self.etag()),
            status: Some(status),
            at: self.at,
        };
        event.tell(tx).await
    }
}
