//! Taking a request for one write: whoever writes to it next waits, and sees the new version.

use database::{DatabaseError, Write};
use domain::request::Status;

use super::{Inner, events, rows};
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
    pub(super) retention_days: i64,
    /// When it was taken: the time of everything in this write.
    pub(super) at: i64,
}

/// Takes a request; `not_found` when it is not here.
pub(super) async fn take(office: &Inner, tx: &mut Write<'_>, id: &str) -> Answered<Taken> {
    let at = office.clock.now().as_microsecond();
    let row = if is_id(id) {
        tx.fetch_optional(
            "UPDATE backoffice_requests SET version = version + 1, updated_at = $2 WHERE id = $1
             RETURNING status, version, retention_days",
            &[id.into(), at.into()],
        )
        .await?
    } else {
        None
    };
    let row = row.ok_or_else(Problem::not_found)?;
    Ok(Taken {
        id: id.to_owned(),
        status: Status::from_name(&row.text("status")?),
        version: row.int("version")?,
        retention_days: row.int("retention_days")?,
        at,
    })
}

impl Taken {
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
