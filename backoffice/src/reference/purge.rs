//! Deleting what has been kept long enough: ended requests with their files and events, forgotten files,
//! records of calls, old attempts and accesses.

use std::{collections::BTreeSet, sync::Arc};

use database::{DatabaseError, Write};
use futures::TryStreamExt;
use jiff::SignedDuration;
use object_store::{ObjectStoreExt, path::Path};

use super::{Inner, OpenError, agenda, events, surveys, tracking, uploads};
use crate::{api::events::EventKind, ports::new_id};

/// Records of calls: the contract asks for 24 hours at least.
const CALLS: SignedDuration = SignedDuration::from_hours(48);
/// Files that no request names.
const FORGOTTEN_FILES: SignedDuration = SignedDuration::from_hours(24);
/// Holds that ended: whoever sends their request late may still find their time free.
const ENDED_HOLDS: SignedDuration = SignedDuration::from_hours(1);
/// Entries of the waiting list that ended: a portal that was down for some days still reads how.
const ENDED_ENTRIES: SignedDuration = SignedDuration::from_hours(24 * 7);
/// Events: the contract asks for 30 days at least.
const EVENTS: SignedDuration = SignedDuration::from_hours(24 * 90);
/// Requests deleted in one write, so that nobody waits long behind the purge.
const BATCH: i64 = 50;

/// Addresses under which the answers of calls about a request are kept, after that of the request.
const FOLLOW_UPS: [&str; 10] = [
    "",
    "/messages",
    "/withdrawal",
    "/corrections",
    "/documents",
    "/extension",
    "/appointment",
    "/appointment/lateness",
    "/appointment/confirmation",
    "/appointment/arrival",
];

/// What was deleted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Purged {
    /// Requests whose retention ended.
    pub requests: u64,
    /// Files, of these requests or named by none.
    pub files: u64,
    /// Records of calls.
    pub calls: u64,
}

pub(super) async fn purge(office: &Arc<Inner>) -> Result<Purged, OpenError> {
    let mut purged = Purged::default();
    while let Some(batch) = ended(office).await? {
        for id in batch {
            forget_request(office, id).await?;
            purged.requests += 1;
        }
    }
    purged.calls = forget_the_rest(office).await?;
    purged.files = sweep(office).await?;
    Ok(purged)
}

async fn ended(office: &Inner) -> Result<Option<Vec<String>>, OpenError> {
    let rows = office
        .database
        .fetch_all(
            "SELECT id FROM backoffice_requests WHERE delete_after IS NOT NULL AND delete_after <= $1
              ORDER BY delete_after LIMIT $2",
            &[office.clock.now().as_microsecond().into(), BATCH.into()],
        )
        .await?;
    let ids: Vec<String> = rows
        .iter()
        .map(|row| row.text("id"))
        .collect::<Result<_, _>>()?;
    Ok((!ids.is_empty()).then_some(ids))
}

/// Rows first; the content of the files follows in [`sweep`], even after a crash in between.
async fn forget_request(office: &Inner, id: String) -> Result<(), OpenError> {
    let (at, event) = (
        office.clock.now().as_microsecond(),
        new_id(&*office.randomness),
    );
    office
        .database
        .write::<_, OpenError, _>(move |tx| {
            Box::pin(async move {
                let resource = format!("/v1/requests/{id}");
                agenda::free_of_request(tx, &id).await?;
                for sql in [
                    "DELETE FROM backoffice_uploads WHERE request_id = $1",
                    "DELETE FROM backoffice_accesses WHERE request_id = $1",
                    "DELETE FROM backoffice_messages WHERE request_id = $1",
                    "DELETE FROM backoffice_marks WHERE request_id = $1",
                    "DELETE FROM backoffice_asked_documents WHERE request_id = $1",
                    "DELETE FROM backoffice_info_requests WHERE request_id = $1",
                    "DELETE FROM backoffice_corrections WHERE request_id = $1",
                    "DELETE FROM backoffice_appointments WHERE request_id = $1",
                    "DELETE FROM backoffice_timeline WHERE request_id = $1",
                    "DELETE FROM backoffice_requests WHERE id = $1",
                ] {
                    tx.execute(sql, &[(&id).into()]).await?;
                }
                agenda::forget_request(tx, &id).await?;
                let sql = "DELETE FROM backoffice_events WHERE resource = $1";
                tx.execute(sql, &[(&resource).into()]).await?;
                for follow_up in FOLLOW_UPS {
                    let sql = "DELETE FROM backoffice_calls WHERE resource = $1";
                    let answered = format!("{resource}{follow_up}");
                    tx.execute(sql, &[answered.into()]).await?;
                }
                let event = events::New {
                    id: event,
                    kind: EventKind::RequestDeleted,
                    resource,
                    etag: None,
                    status: None,
                    at,
                };
                Ok(event.tell(tx).await?)
            })
        })
        .await
}

async fn forget_the_rest(office: &Arc<Inner>) -> Result<u64, OpenError> {
    let now = office.clock.now();
    let before = move |age: SignedDuration| {
        let limit = now.saturating_sub(age);
        limit.map_or(i64::MIN, |instant| instant.as_microsecond())
    };
    // What a resident did about a request is remembered as long as the request: a portal that was down for
    // a week and sends a message again makes no second one.
    let calls = "DELETE FROM backoffice_calls
                  WHERE at < $1 AND resource NOT LIKE '/v1/requests/%/%'";
    let rest = [
        (
            "DELETE FROM backoffice_events WHERE at < $1",
            before(EVENTS),
        ),
        (
            "DELETE FROM backoffice_attempts WHERE since < $1",
            before(tracking::WINDOW),
        ),
        (
            "DELETE FROM backoffice_accesses WHERE expires_at < $1",
            now.as_microsecond(),
        ),
        (
            "DELETE FROM backoffice_survey_responses WHERE settled = 1 AND delete_after < $1",
            now.as_microsecond(),
        ),
        (
            "UPDATE backoffice_opinion_states SET publication_id = NULL WHERE publication_id IN (
               SELECT id FROM backoffice_published_opinions WHERE month < $1)",
            surveys::oldest_month(now),
        ),
        (
            "DELETE FROM backoffice_published_opinions WHERE month < $1",
            surveys::oldest_month(now),
        ),
        (
            "DELETE FROM backoffice_opinion_acts WHERE at < $1",
            before(surveys::JOURNAL),
        ),
        // The record first: a call that is sent again then sends the file again.
        (
            "DELETE FROM backoffice_calls WHERE resource IN (
               SELECT '/v1/uploads/' || id FROM backoffice_uploads
                WHERE request_id IS NULL AND created_at < $1)",
            before(FORGOTTEN_FILES),
        ),
        (
            "DELETE FROM backoffice_uploads WHERE request_id IS NULL AND created_at < $1",
            before(FORGOTTEN_FILES),
        ),
    ];
    let inner = Arc::clone(office);
    Ok(office
        .database
        .write::<_, DatabaseError, _>(move |tx| {
            Box::pin(async move {
                events::in_turn(tx).await?;
                let forgotten = older(tx, calls, before(CALLS)).await?;
                agenda::forget_holds(tx, before(ENDED_HOLDS)).await?;
                agenda::forget_tickets(tx, now).await?;
                agenda::forget_entries(&inner, tx, before(ENDED_ENTRIES)).await?;
                for (sql, than) in rest {
                    older(tx, sql, than).await?;
                }
                Ok(forgotten)
            })
        })
        .await?)
}

async fn older(tx: &mut Write<'_>, sql: &'static str, than: i64) -> Result<u64, DatabaseError> {
    tx.execute(sql, &[than.into()]).await
}

/// Deletes every stored content that no row names, unless it may still be on its way.
async fn sweep(office: &Inner) -> Result<u64, OpenError> {
    let rows = office
        .database
        .fetch_all("SELECT id FROM backoffice_uploads", &[])
        .await?;
    let named: BTreeSet<Path> = rows
        .iter()
        .map(|row| row.text("id").map(|id| uploads::object(&id)))
        .collect::<Result<_, _>>()?;
    let now = office.clock.now();
    let young = now
        .saturating_sub(FORGOTTEN_FILES)
        .map_or(i64::MIN, |at| at.as_second());
    let stored = office.objects.list(Some(&Path::from("uploads")));
    let unnamed: Vec<Path> = stored
        .try_filter(|object| {
            let orphan =
                !named.contains(&object.location) && object.last_modified.timestamp() < young;
            std::future::ready(orphan)
        })
        .map_ok(|object| object.location)
        .try_collect()
        .await?;
    for location in &unnamed {
        office.objects.delete(location).await?;
    }
    Ok(unnamed.len() as u64)
}
