//! Asking how it went, in the message that tells that a request was answered; then once more for whoever wants it.

use app::ports::{OPINION_DAYS, is_answered};
use domain::survey::{Moment, Subject};
use jiff::SignedDuration;

use super::Worker;
use crate::{
    notices::{InvitationLetter, Outgoing},
    pii::Pii,
    store::{
        StoreError,
        invitations::{self, Invitation},
        later,
        notices::Leaving,
        opinions,
        submissions::StoredSubmission,
    },
};

impl Worker {
    /// The word of the link that a message bears; `None` when nobody is asked, or when the opinion was given.
    pub(super) async fn invite(
        &self,
        notice: &str,
        submission: &StoredSubmission,
    ) -> Result<Option<String>, StoreError> {
        let desk = &*self.desk.0;
        let catalogue = desk.catalogue.load_full();
        let asked = catalogue.and_then(|it| it.questionnaire(Moment::Answer).cloned());
        let known = submission.known(&desk.vault)?;
        let decided = known
            .filter(|known| is_answered(known.status))
            .and_then(|known| known.request?.summary.decision);
        let (Some(_), Some(decision)) = (asked, decided) else {
            return Ok(None);
        };
        let invitation = Invitation {
            request_id: submission.id.clone(),
            moment: Moment::Answer,
            subject: Subject::Procedure(submission.procedure_id.clone()),
            ends_at: later(decision.at, SignedDuration::from_hours(24 * OPINION_DAYS)),
            remind_at: None,
            is_reminded: false,
        };
        self.keep_invitation(notice, invitation).await
    }

    /// The reminder that its reader wanted; `None` when they answered meanwhile.
    pub(super) async fn asking_again(
        &self,
        leaving: &Leaving,
        address: &Pii<String>,
    ) -> Result<Option<Outgoing>, StoreError> {
        let desk = &*self.desk.0;
        let request = leaving.notice.request_id.clone();
        let known = desk
            .database
            .write(move |tx| Box::pin(async move { invitations::of_request(tx, &request).await }));
        let Some(invitation) = known.await? else {
            return Ok(None);
        };
        let again = Invitation {
            is_reminded: true,
            ..invitation
        };
        let word = self.keep_invitation(&leaving.notice.id, again).await?;
        Ok(word.map(|word| {
            let letter = InvitationLetter {
                locale: leaving.choice.reach.locale,
                word,
                authority: &desk.authority,
            };
            Outgoing::Letter(letter.letter(address.clone()))
        }))
    }

    async fn keep_invitation(
        &self,
        notice: &str,
        invitation: Invitation,
    ) -> Result<Option<String>, StoreError> {
        let desk = &*self.desk.0;
        let (vault, now) = (desk.vault.clone(), self.desk.now());
        let word = invitations::word(&vault, notice);
        let kept = word.clone();
        let asks = desk.database.write(move |tx| {
            Box::pin(async move {
                let id = opinions::id_of(&vault, &invitation.request_id, invitation.moment);
                if invitation.ends_at <= now || opinions::is_known(tx, &id).await? {
                    return Ok::<_, StoreError>(false);
                }
                invitations::keep(tx, &vault, &kept, &invitation).await?;
                Ok(true)
            })
        });
        Ok(asks.await?.then_some(word))
    }

    /// Raises the reminders that are due.
    ///
    /// # Errors
    /// The database refuses; the rest is raised next time.
    pub async fn raise_invitations(&self) -> Result<(), StoreError> {
        let desk = &*self.desk.0;
        let now = self.desk.now();
        for request in invitations::due(&desk.database, now).await? {
            let post = self.desk.post();
            let raised = desk.database.write(move |tx| {
                Box::pin(async move { invitations::raise(tx, &post, &request, now).await })
            });
            raised.await?;
        }
        Ok(())
    }
}
