//! Choosing a time: holding one with a draft, holding it longer, moving an appointment.
//! The back office has the agendas; nothing of them is kept here.

use std::sync::Arc;

use app::ports::{Catalogue, DraftVisit, Search};
use backoffice::api::{
    appointments::{Lateness, NewHold, NewTime},
    problem::ProblemCode,
};
use domain::{
    appointment::AppointmentType,
    booking::{AskedVisit, Hold},
    locale::Locale,
};
use jiff::Timestamp;

use super::{
    Desk, OwnerHash, SaveError, VisitError, Visitor,
    change::{Change, admit, log_store},
    follow_up::Beginning,
    times::possible,
};
use crate::{
    contract::ContractError,
    store::{
        Vault,
        accesses::Right,
        drafts::{self, Content, Purpose, StoredDraft, Visit},
        submissions,
    },
    worker::time_key,
};

impl Desk {
    /// Holds a time and begins the draft that goes with it, under the key of the form: once, whatever is pressed twice.
    /// Gives the procedure of the draft.
    ///
    /// # Errors
    /// The time is taken, the search makes no sense, or someone does not answer.
    pub async fn choose_time(
        &self,
        visitor: &Visitor,
        search: &Search,
        slot: &str,
        key: &str,
        locale: Locale,
    ) -> Result<String, VisitError> {
        let owner: OwnerHash = visitor.owner.ok_or(VisitError::Unknown)?;
        let catalogue = self.0.catalogue.load_full().ok_or(VisitError::Away)?;
        possible(&catalogue, search).map_err(|_| VisitError::Unknown)?;
        let procedure = types(&catalogue, &search.visit)
            .first()
            .and_then(|kind| self.procedure(kind.procedure_for(search.mode)))
            .ok_or(VisitError::Unknown)?;
        let hold = self.hold(&search.visit, slot, key).await?;
        let beginning = Beginning {
            purpose: Purpose::Request,
            key,
            procedure_id: procedure.id.clone(),
            form_version: procedure.form_version.clone(),
            locale,
            content: Content {
                visit: Some(Visit {
                    asked: search.visit.clone(),
                    hold,
                }),
                ..Content::default()
            },
        };
        match self.begin_under(visitor, owner, beginning).await {
            Ok(()) => Ok(procedure.id.clone()),
            // The draft is there and not theirs: the answer that told them so, with their first cookie, was lost.
            Err(SaveError::Unknown) if Vault::is_id(key) => Err(VisitError::Taken),
            Err(error) => Err(error.into()),
        }
    }

    /// Holds another time for the visit of a draft; the one before is free again.
    ///
    /// # Errors
    /// The time is taken, no such draft, or someone does not answer.
    pub async fn choose_another_time(
        &self,
        visitor: &Visitor,
        draft: &str,
        slot: &str,
        key: &str,
    ) -> Result<(), VisitError> {
        let before = self.visit_of(visitor, draft).await?;
        let hold = self.hold(&before.asked, slot, key).await?;
        let kept = hold.clone();
        self.set_hold(visitor, draft, kept).await?;
        if before.hold.id != hold.id
            && let Err(error) = self.0.backoffice.release_hold(&before.hold.id).await
        {
            // It ends by itself.
            tracing::warn!(code = error.code(), "a time was not given back");
        }
        Ok(())
    }

    /// Holds the time of a draft for longer, once. A time that is held no longer stays so.
    ///
    /// # Errors
    /// No such draft, or someone does not answer.
    pub async fn hold_longer(&self, visitor: &Visitor, draft: &str) -> Result<(), VisitError> {
        let before = self.visit_of(visitor, draft).await?;
        match self.0.backoffice.extend_hold(&before.hold.id).await {
            Ok(hold) => self.set_hold(visitor, draft, hold).await,
            Err(error) if error.says(ProblemCode::NotFound) => Ok(()),
            Err(error) => Err(refused(&error)),
        }
    }

    /// Moves the appointment of a request. The old time is lost only if the new one is had.
    ///
    /// # Errors
    /// The time is taken, it is too late, no access, or someone does not answer.
    pub async fn move_visit(
        &self,
        visitor: &Visitor,
        request: &str,
        slot: &str,
        key: &str,
    ) -> Result<(), VisitError> {
        let id = self.booked(visitor, request).await?;
        let time = NewTime {
            slot_id: slot.to_owned(),
            visit: None,
        };
        let key = time_key(key, slot);
        let moved = self.0.backoffice.reschedule(&id, &time, &key).await;
        moved.map(drop).map_err(|error| refused(&error))
    }

    /// Changes for how many the appointment of a request is, at a time: the present one, or another one. What is not had
    /// changes nothing.
    ///
    /// # Errors
    /// There is not enough time then, it is too late, no access, or someone does not answer.
    pub async fn change_people(
        &self,
        visitor: &Visitor,
        request: &str,
        visit: &AskedVisit,
        slot: &str,
        key: &str,
    ) -> Result<(), VisitError> {
        let id = self.booked(visitor, request).await?;
        // Sent by hand: no page of this office has the form.
        if !self.office().change_visit {
            return Err(VisitError::TooLate);
        }
        let time = NewTime {
            slot_id: slot.to_owned(),
            visit: Some(visit.clone()),
        };
        let numbers = visit.purposes.iter();
        let numbers: Vec<_> = numbers
            .map(|it| format!("{} {}", it.people, it.documents))
            .collect();
        // Another number sent with the same form is something else.
        let key = time_key(key, &format!("{slot} {}", numbers.join(" ")));
        let told = self.0.backoffice.reschedule(&id, &time, &key).await;
        let told = told.map_err(|error| refused(&error))?;
        if told.visit.purposes != visit.purposes {
            // Nobody is told that they may come when they are not awaited.
            tracing::error!("the back office says that it changes visits, and does not");
            return Err(VisitError::Away);
        }
        Ok(())
    }

    /// Tells the service that the resident will be late.
    ///
    /// # Errors
    /// The appointment is over, no access, or someone does not answer.
    pub async fn be_late(
        &self,
        visitor: &Visitor,
        request: &str,
        minutes: u16,
    ) -> Result<(), VisitError> {
        let id = self.booked(visitor, request).await?;
        // No button says so: nothing is told.
        if !(5..=60).contains(&minutes) {
            return Err(VisitError::TooLate);
        }
        // Said again within the same minute, it is said once; later, it may be more.
        let minute = self.now().as_second() / 60;
        let key = time_key(request, &format!("late {minutes} {minute}"));
        let late = Lateness { minutes };
        let told = self.0.backoffice.announce_lateness(&id, late, &key).await;
        told.map(drop).map_err(|error| refused(&error))
    }

    /// The request of an appointment in the back office, for who may change it.
    pub(super) async fn booked(
        &self,
        visitor: &Visitor,
        request: &str,
    ) -> Result<String, VisitError> {
        self.access_to(visitor, request, Right::Act).await?;
        let found = submissions::find(&self.0.database, request).await;
        let submission = found.map_err(|error| {
            log_store(&error);
            VisitError::Unavailable
        })?;
        let id = submission.and_then(|it| it.backoffice_id);
        id.ok_or(VisitError::Away)
    }

    async fn hold(&self, visit: &AskedVisit, slot: &str, key: &str) -> Result<Hold, VisitError> {
        let new = NewHold {
            slot_id: slot.to_owned(),
            visit: visit.clone(),
        };
        let held = self.0.backoffice.hold(&new, &time_key(key, slot)).await;
        held.map_err(|error| {
            let refused = refused(&error);
            if matches!(refused, VisitError::Taken) {
                self.0.times_now.is_taken(slot, self.now());
            }
            refused
        })
    }

    /// The visit of an open draft of this visitor.
    async fn visit_of(&self, visitor: &Visitor, draft: &str) -> Result<Visit, VisitError> {
        let unavailable = |error| {
            log_store(&error);
            VisitError::Unavailable
        };
        let found = drafts::find(&self.0.database, draft).await;
        let row = admit(found.map_err(unavailable)?, visitor, self.now())?;
        if let Some(request) = row.request_id {
            return Err(VisitError::Sent(request));
        }
        let content = row.open(&self.0.vault).map_err(unavailable)?;
        content.visit.ok_or(VisitError::Unknown)
    }

    async fn set_hold(&self, visitor: &Visitor, draft: &str, hold: Hold) -> Result<(), VisitError> {
        let rule = move |_: &mut StoredDraft, content: &mut Content| {
            let Some(visit) = &mut content.visit else {
                return Err(SaveError::Unknown);
            };
            visit.hold = hold.clone();
            Ok(Change::Store(()))
        };
        self.change(visitor, draft, Arc::new(rule)).await?;
        Ok(())
    }

    /// The visit of a draft as pages see it.
    pub(super) fn visit_shown(&self, visit: Visit) -> DraftVisit {
        let catalogue = self.0.catalogue.load_full();
        let types = catalogue.map(|known| types(&known, &visit.asked));
        DraftVisit {
            types: types.unwrap_or_default(),
            left: seconds_left(visit.hold.expires_at, self.now()),
            visit: visit.asked,
            hold: visit.hold,
        }
    }
}

/// For how many seconds something that ends then still lasts; `None`: it is over.
fn seconds_left(end: Timestamp, now: Timestamp) -> Option<u32> {
    let left = end.duration_since(now);
    let seconds = u32::try_from(left.as_secs()).ok()?;
    left.is_positive().then_some(seconds)
}

/// The types of a visit that are on offer.
pub(super) fn types(catalogue: &Catalogue, visit: &AskedVisit) -> Vec<Arc<AppointmentType>> {
    let asked = visit.purposes.iter();
    let types = asked.filter_map(|asked| catalogue.appointment_type(&asked.kind));
    types.cloned().collect()
}

pub(super) fn refused(error: &ContractError) -> VisitError {
    if error.says(ProblemCode::SlotUnavailable) {
        return VisitError::Taken;
    }
    if error.says(ProblemCode::TooLateToChange) || error.says(ProblemCode::InvalidState) {
        return VisitError::TooLate;
    }
    if error.says(ProblemCode::ValidationFailed) || error.says(ProblemCode::NotFound) {
        return VisitError::Unknown;
    }
    tracing::warn!(code = error.code(), "a time is not had");
    VisitError::Away
}

impl From<SaveError> for VisitError {
    fn from(error: SaveError) -> Self {
        match error {
            SaveError::Sent(request) => Self::Sent(request),
            SaveError::Ended(ending) => Self::Ended(ending),
            SaveError::Unknown => Self::Unknown,
            SaveError::Conflict { .. }
            | SaveError::Full
            | SaveError::TooLarge
            | SaveError::Unavailable => Self::Unavailable,
        }
    }
}
