//! Reminding the service, and withdrawing.

use app::ports::{PendingAct, PendingKind};
use domain::message::MessageKind;
use jiff::SignedDuration;

use crate::{
    portal::{Desk, FollowUpError, Visitor},
    store::{accesses::Right, acts::Deed},
};

/// A resident reminds the service once in so many days.
const REMINDER: SignedDuration = SignedDuration::from_hours(7 * 24);

impl Desk {
    /// Reminds the service of a request; once a week is enough, more often changes nothing.
    ///
    /// # Errors
    /// No access, or no database.
    pub async fn remind(&self, visitor: &Visitor, request: &str) -> Result<(), FollowUpError> {
        let shown = self.request_to(visitor, request, Right::Act).await?;
        if !shown.status.is_open() {
            return Err(FollowUpError::TooLate);
        }
        let recent = |at| self.now().duration_since(at) < REMINDER;
        let reminded = shown
            .messages
            .iter()
            .any(|message| message.kind == MessageKind::Reminder && recent(message.at))
            || shown.pending.iter().any(|act| {
                let kind = MessageKind::Reminder;
                matches!(&act.kind, PendingKind::Message { kind: known, .. } if *known == kind)
                    && recent(act.at)
            });
        if reminded {
            return Ok(());
        }
        let deed = Deed::Message {
            kind: MessageKind::Reminder,
            text: String::new(),
            files: Vec::new(),
        };
        self.record(visitor, request, vec![deed], None).await
    }

    /// Withdraws a request. Again is the same withdrawal.
    ///
    /// # Errors
    /// It ended already, no access, or no database.
    pub async fn withdraw(
        &self,
        visitor: &Visitor,
        request: &str,
        reason: Option<String>,
    ) -> Result<(), FollowUpError> {
        let shown = self.request_to(visitor, request, Right::Whole).await?;
        let waits = |act: &PendingAct| act.kind == PendingKind::Withdrawal && !act.is_refused();
        if shown.pending.iter().any(waits) {
            return Ok(());
        }
        if !shown.status.is_open() {
            return Err(FollowUpError::TooLate);
        }
        self.record(visitor, request, vec![Deed::Withdrawal { reason }], None)
            .await
    }

    /// Withdraws a request for someone who holds the link of its appointment. Again is the same withdrawal.
    pub(in crate::portal) async fn withdraw_freely(
        &self,
        request: &str,
    ) -> Result<(), FollowUpError> {
        let deed = Deed::Withdrawal { reason: None };
        self.write_down(None, request, vec![deed], None).await
    }
}
