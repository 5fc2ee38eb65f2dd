//! A resident ends their own request: one more end, with the same retention as the others.

use std::sync::Arc;

use domain::request::{AuthorKind, Status, TimelineKind};

use super::{
    Inner, agenda, answering, deadlines, events::instant, once, reading, taking,
    timeline::NewEntry, view::View,
};
use crate::api::{
    back_office::{Call, Novelty, Written},
    etag,
    events::EventKind,
    follow_up::Withdrawal,
    problem::Answered,
    requests::Request,
};

pub(super) async fn withdraw(
    office: &Arc<Inner>,
    id: &str,
    call: Call,
    if_match: Option<String>,
    withdrawal: Withdrawal,
) -> Answered<Written<Request>> {
    let (inner, id) = (Arc::clone(office), id.to_owned());
    office
        .database
        .write(move |tx| {
            Box::pin(async move {
                if let once::Met::Again(written) = once::meet(&inner, tx, &call).await? {
                    return Ok(written);
                }
                let taken = taking::take(&inner, tx, &id).await?;
                if let Some(seen) = &if_match {
                    etag::matching(seen, &taken.etag_before())?;
                }
                taken.open()?;
                let next = Status::Withdrawn;
                let gone = deadlines::delete_after(instant(taken.at), taken.retention_days);
                tx.execute(
                    "UPDATE backoffice_requests SET status = $2, delete_after = $3 WHERE id = $1",
                    &[
                        (&id).into(),
                        next.name().into(),
                        gone.as_microsecond().into(),
                    ],
                )
                .await?;
                answering::give_up(tx, &taken).await?;
                agenda::give_up(&inner, tx, &id).await?;
                let entry = NewEntry {
                    status: Some(next),
                    words: withdrawal.reason.as_deref(),
                    ..NewEntry::of(&id, taken.at, TimelineKind::Status, AuthorKind::Citizen)
                };
                entry.add(tx, &inner).await?;
                taken
                    .tell(&inner, tx, EventKind::RequestUpdated, next)
                    .await?;
                let present = reading::whole(&inner, &mut View::Within(tx), &id).await?;
                let written = Written {
                    value: present.value,
                    etag: present.etag,
                    novelty: Novelty::New,
                };
                let resource = format!("{}/withdrawal", taken.resource());
                once::keep(&inner, tx, &call, &resource, &written).await?;
                Ok(written)
            })
        })
        .await
}
