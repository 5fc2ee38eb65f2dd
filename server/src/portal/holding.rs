//! The requests that a visitor holds now, from what is known here: a list never waits for the back office.

use app::ports::{HeldRequest, PendingAct, PendingKind, Unavailable};
use backoffice::api::requests::Request;
use domain::{booking::Slot, message::unread};

use super::{Desk, Visitor, change::log_store, follow_up::pending};
use crate::store::{
    StoreError, accesses, acts,
    submissions::{self, Known},
};

/// The time at which someone is awaited: not once it is cancelled, here or by the service.
fn awaited(request: Option<&Request>, pending: &[PendingAct]) -> Option<Slot> {
    let cancels = |act: &PendingAct| act.kind == PendingKind::Withdrawal && !act.is_refused();
    let appointment = request?.appointment.as_ref()?;
    let stands = appointment.status.has_time() && !pending.iter().any(cancels);
    stands.then(|| appointment.slot.clone())
}

impl Desk {
    pub(super) async fn requests_of(
        &self,
        visitor: &Visitor,
    ) -> Result<Vec<HeldRequest>, Unavailable> {
        self.held_by(visitor).await.map_err(|error| {
            log_store(&error);
            Unavailable
        })
    }

    async fn held_by(&self, visitor: &Visitor) -> Result<Vec<HeldRequest>, StoreError> {
        let Some(owner) = visitor.owner else {
            return Ok(Vec::new());
        };
        let database = &self.0.database;
        let mut held = Vec::new();
        for id in accesses::of_owner(database, owner.bytes(), self.now()).await? {
            let Some(submission) = submissions::find(database, &id).await? else {
                continue;
            };
            // Withdrawn from the catalogue since: its own page still shows it.
            let Some(procedure) = self.procedure(&submission.procedure_id) else {
                continue;
            };
            let known = submission.known(&self.0.vault)?;
            let read_at = submission.known_at.unwrap_or(jiff::Timestamp::MIN);
            let known = known.unwrap_or_else(Known::unheard);
            let done = acts::of_request(database, &id).await?;
            let pending = pending(&self.0.vault, &done, &known, read_at)?;
            held.push((
                submission.recorded_at,
                HeldRequest {
                    procedure,
                    delivered: submission.delivered_at.is_some(),
                    status: known.status,
                    time: awaited(known.request.as_ref(), &pending),
                    pending,
                    unread: unread(&known.messages),
                    info_request: known.request.and_then(|request| request.info_request),
                    id,
                },
            ));
        }
        held.sort_by_key(|(recorded_at, _)| std::cmp::Reverse(*recorded_at));
        Ok(held.into_iter().map(|(_, request)| request).collect())
    }
}
