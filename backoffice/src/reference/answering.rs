//! The end of a demand: once nothing of it is left to do the request goes back in review, and the legal time
//! runs again once no document is missing.

use database::{DatabaseError, Write};
use domain::request::{AuthorKind, Status, TimelineKind};

use super::{Inner, demands, events::instant, taking::Taken, timeline::NewEntry, view::View};
use crate::api::{events::EventKind, problem::Answered};

/// Closes the open demand when it is answered, and tells of the write.
pub(super) async fn settle(office: &Inner, tx: &mut Write<'_>, taken: &Taken) -> Answered<()> {
    let open = demands::open(office, &mut View::Within(tx), &taken.id).await?;
    let mut status = taken.status;
    if let Some(open) = open {
        if open.documents.iter().all(|document| !document.is_due()) {
            taken
                .clock
                .resumed(instant(taken.at))
                .keep(tx, &taken.id)
                .await?;
        }
        if open.is_answered() {
            close(tx, taken).await?;
            status = Status::InReview;
            let sql = "UPDATE backoffice_requests SET status = $2 WHERE id = $1";
            tx.execute(sql, &[(&taken.id).into(), status.name().into()])
                .await?;
            let entry = NewEntry {
                status: Some(status),
                ..NewEntry::of(
                    &taken.id,
                    taken.at,
                    TimelineKind::Status,
                    AuthorKind::System,
                )
            };
            entry.add(tx, office).await?;
        }
    }
    taken
        .tell(office, tx, EventKind::RequestUpdated, status)
        .await?;
    Ok(())
}

/// Expects nothing more of the resident: the service goes on without, or the request ended.
pub(super) async fn give_up(tx: &mut Write<'_>, taken: &Taken) -> Result<(), DatabaseError> {
    close(tx, taken).await?;
    taken
        .clock
        .resumed(instant(taken.at))
        .keep(tx, &taken.id)
        .await
}

async fn close(tx: &mut Write<'_>, taken: &Taken) -> Result<(), DatabaseError> {
    tx.execute(
        "UPDATE backoffice_info_requests SET closed_at = $2
          WHERE request_id = $1 AND closed_at IS NULL",
        &[(&taken.id).into(), taken.at.into()],
    )
    .await?;
    Ok(())
}
