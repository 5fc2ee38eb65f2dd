//! How a resident is told of what happens to a request: what they chose, and what became of each message.

use std::collections::BTreeSet;

use app::ports::{NoticeState, Notices, SentNotice};
use domain::{
    booking::{Appointment, AppointmentStatus},
    notice::Way,
    reminder::{Lead, usual_leads},
};

use super::{Desk, FollowUpError, Visitor, change::Halt};
use crate::store::{
    StoreError,
    accesses::Right,
    journal::{self, Act},
    notice_choices::{self, Reach},
    notices::{self, Post, State},
    reminders,
    submissions::{self, Known, StoredSubmission},
};

impl Desk {
    /// What notices depend on besides the database.
    pub(crate) fn post(&self) -> Post {
        Post {
            vault: self.0.vault.clone(),
            zone: self.0.zone.clone(),
            ways: self.ways(),
            manners: self.0.manners,
        }
    }

    /// Ways that this portal has.
    pub(crate) fn ways(&self) -> Vec<Way> {
        let sms = self.0.gateway.is_some().then_some(Way::Sms);
        std::iter::once(Way::Email).chain(sms).collect()
    }

    /// When people are reminded of an appointment unless they choose otherwise: each time that one of its purposes has.
    pub(crate) fn usual_leads(&self, appointment: &Appointment) -> Vec<Lead> {
        let catalogue = self.0.catalogue.load_full();
        let catalogue = catalogue.as_deref();
        let purposes = appointment.visit.purposes.iter();
        let known = purposes.filter_map(|asked| catalogue?.appointment_type(&asked.kind));
        let known: Vec<_> = known.collect();
        if known.is_empty() {
            return usual_leads();
        }
        let leads = known.iter().flat_map(|kind| &kind.reminders).copied();
        let leads: BTreeSet<Lead> = leads.collect();
        leads.into_iter().collect()
    }

    /// When someone is reminded of the appointment of a request; `None` when none is to come.
    fn leads(&self, known: &Known, reach: &Reach) -> Option<Vec<Lead>> {
        let stands = |it: &&Appointment| {
            it.status == AppointmentStatus::Confirmed && it.slot.start > self.now()
        };
        let appointment = known.appointment().filter(stands)?;
        let chosen = reach.reminders.clone();
        Some(chosen.unwrap_or_else(|| self.usual_leads(appointment)))
    }

    pub(super) async fn notices_of(
        &self,
        submission: &StoredSubmission,
        known: &Known,
    ) -> Result<Notices, StoreError> {
        let (database, vault) = (&self.0.database, &self.0.vault);
        let choice = notice_choices::find(database, vault, submission).await?;
        let sent = notices::of_request(database, &submission.id).await?;
        let ways = self.ways();
        let sent = sent.into_iter().map(|notice| SentNotice {
            way: notice.way,
            state: match notice.state {
                State::Waiting | State::Sending => NoticeState::Waiting,
                State::Sent => NoticeState::Sent,
                State::Delivered => NoticeState::Delivered,
                State::Failed => NoticeState::Failed,
            },
            at: notice.sent_at.unwrap_or(notice.due_at),
        });
        Ok(Notices {
            reminders: self.leads(known, &choice.reach),
            out_of_reach: choice.is_out_of_reach(&ways),
            ways,
            way: choice.reach.way,
            email: choice.reach.email,
            phone: choice.reach.phone,
            sent: sent.collect(),
        })
    }

    /// Whether a visitor may choose how the holder of a request is told: the holder alone. Tells whether there is an
    /// appointment to be reminded of.
    ///
    /// # Errors
    /// No access, or no database.
    pub async fn may_choose_notices(
        &self,
        visitor: &Visitor,
        request: &str,
    ) -> Result<bool, FollowUpError> {
        let shown = self.request_to(visitor, request, Right::Whole).await?;
        Ok(shown.notices.reminders.is_some())
    }

    /// Keeps what a resident chose. The address of the way that they did not choose is the one to fall back on.
    ///
    /// # Errors
    /// No access, or no database.
    pub async fn choose_notices(
        &self,
        visitor: &Visitor,
        request: &str,
        reach: Reach,
    ) -> Result<(), FollowUpError> {
        self.may_choose_notices(visitor, request).await?;
        let (vault, request) = (self.0.vault.clone(), request.to_owned());
        let (now, post, desk) = (self.now(), self.post(), self.clone());
        let kept = self.0.database.write(move |tx| {
            Box::pin(async move {
                notice_choices::set(tx, &vault, &request, &reach).await?;
                if reach.way.is_none() {
                    notices::withdraw(tx, &request, now).await?;
                }
                let submission = submissions::find_in(tx, &request).await?;
                let known = submission.map(|it| it.known(&vault)).transpose()?.flatten();
                if let Some(appointment) = known.as_ref().and_then(Known::appointment) {
                    let usual = desk.usual_leads(appointment);
                    reminders::plan(tx, &post, &request, appointment, &usual, now).await?;
                }
                journal::append(tx, Act::NoticesChosen, &request, now).await?;
                Ok::<_, Halt<FollowUpError>>(())
            })
        });
        kept.await
            .map_err(|halt| halt.or(FollowUpError::Unavailable))
    }
}
