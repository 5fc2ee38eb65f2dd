//! What the link of a message opens: one appointment, to confirm or to cancel it in one press, and on its day one's turn.
//! No code is asked for, and nothing else of the request is shown.

use app::ports::{Absence, PendingKind, Reminded, Turn};
use domain::{
    appointment::Mode,
    booking::{Appointment, AppointmentStatus},
    queue::is_near,
};

use super::{
    Desk, FollowUpError, VisitError, follow_up::pending, knowing::State, reading::unavailable,
    visits::refused,
};
use crate::{
    store::{
        acts,
        submissions::{self, StoredSubmission},
        visit_links,
    },
    worker::time_key,
};

impl Desk {
    /// The appointment that a link leads to.
    pub(super) async fn reminded_of(&self, word: &str) -> Result<Reminded, Absence> {
        let (submission, state) = self.linked(word).await?;
        let acts = acts::of_request(&self.0.database, &submission.id).await;
        let acts = acts.map_err(unavailable)?;
        let pending = pending(&self.0.vault, &acts, &state.known, state.read_at);
        let cancelled = pending
            .map_err(unavailable)?
            .iter()
            .any(|act| act.kind == PendingKind::Withdrawal && !act.is_refused());
        let appointment = state.known.appointment().cloned().ok_or(Absence::Unknown)?;
        let (now, slot) = (self.now(), &appointment.slot);
        let has_line = slot.mode == Mode::Onsite && self.office().queue;
        if slot.end <= now && !has_line {
            return Err(Absence::Unknown);
        }
        let turn = if has_line && !cancelled && is_near(slot, now) {
            self.turn_in_office(submission.backoffice_id.as_deref())
                .await
        } else {
            Turn::NotThere
        };
        let catalogue = self.0.catalogue.load_full();
        let place = catalogue.and_then(|it| it.place(&appointment.slot.location_id).cloned());
        Ok(Reminded {
            appointment,
            cancelled,
            place,
            turn,
            shown_at: now,
        })
    }

    /// The resident says that they come. Again is the same.
    ///
    /// # Errors
    /// No such link, the appointment does not stand any more, or someone does not answer.
    pub async fn confirm_by_link(&self, word: &str) -> Result<(), VisitError> {
        let (submission, appointment) = self.standing(word).await?;
        if appointment.confirmed_at.is_some() {
            return Ok(());
        }
        let id = submission.backoffice_id.ok_or(VisitError::Away)?;
        let key = time_key(&appointment.id, &format!("comes {}", appointment.sequence));
        let told = self.0.backoffice.confirm_attendance(&id, &key).await;
        told.map(drop).map_err(|error| refused(&error))
    }

    /// The resident cancels. Again is the same.
    ///
    /// # Errors
    /// No such link, too late to cancel here, or no database.
    pub async fn cancel_by_link(&self, word: &str) -> Result<(), VisitError> {
        let (submission, appointment) = self.standing(word).await?;
        if appointment.changeable_until <= self.now() {
            return Err(VisitError::TooLate);
        }
        let withdrawn = self.withdraw_freely(&submission.id).await;
        withdrawn.map_err(|error| match error {
            FollowUpError::TooLate => VisitError::TooLate,
            FollowUpError::Unknown => VisitError::Unknown,
            _ => VisitError::Unavailable,
        })
    }

    /// The resident says that they are at the place. Again is the same.
    ///
    /// # Errors
    /// No such link, too early or too late, or someone does not answer.
    pub async fn arrive_by_link(&self, word: &str) -> Result<(), VisitError> {
        let (submission, _) = self.linked(word).await.map_err(closed)?;
        let id = submission.backoffice_id.ok_or(VisitError::Away)?;
        self.says_there(&submission.id, &id).await
    }

    /// The appointment of a link, while it stands.
    async fn standing(&self, word: &str) -> Result<(StoredSubmission, Appointment), VisitError> {
        let (submission, state) = self.linked(word).await.map_err(closed)?;
        let appointment = state.known.appointment().cloned();
        let appointment = appointment.ok_or(VisitError::Unknown)?;
        let stands =
            appointment.status == AppointmentStatus::Confirmed && appointment.slot.end > self.now();
        if stands {
            Ok((submission, appointment))
        } else {
            Err(VisitError::TooLate)
        }
    }

    /// The request that a link leads to, while it does.
    pub(super) async fn behind(&self, word: &str) -> Result<String, Absence> {
        let (database, vault) = (&self.0.database, &self.0.vault);
        let found = visit_links::find(database, vault, word, self.now()).await;
        found.map_err(unavailable)?.ok_or(Absence::Unknown)
    }

    async fn linked(&self, word: &str) -> Result<(StoredSubmission, State), Absence> {
        let id = self.behind(word).await?;
        let submission = submissions::find(&self.0.database, &id).await;
        let submission = submission.map_err(unavailable)?.ok_or(Absence::Unknown)?;
        let state = self.state_of(&submission).await.map_err(unavailable)?;
        Ok((submission, state))
    }
}

fn closed(absence: Absence) -> VisitError {
    match absence {
        Absence::Unknown | Absence::Ended(_) => VisitError::Unknown,
        Absence::Unavailable => VisitError::Unavailable,
    }
}
