//! What a notice says, once it is about to leave: news of a request, or the time of an appointment.

use domain::notice::{Topic, Way};

use super::Worker;
use crate::{
    notices::{Notice, Outgoing, VisitNotice},
    pii::Pii,
    store::{
        StoreError,
        notices::{self, Leaving},
        reminders,
        submissions::StoredSubmission,
        visit_links,
    },
};

impl Worker {
    /// News of a request.
    pub(super) async fn words(
        &self,
        leaving: &Leaving,
        submission: &StoredSubmission,
        address: &Pii<String>,
    ) -> Result<Outgoing, StoreError> {
        let desk = &*self.desk.0;
        let asks = leaving.notice.way == Way::Email && leaving.topics.contains(&Topic::Decision);
        let invitation = if asks {
            self.invite(&leaving.notice.id, submission).await?
        } else {
            None
        };
        let notice = Notice {
            locale: leaving.choice.reach.locale,
            topics: &leaving.topics,
            sent_on: submission.recorded_at.to_zoned(desk.zone.clone()).date(),
            invitation,
            authority: &desk.authority,
        };
        Ok(match leaving.notice.way {
            Way::Email => Outgoing::Letter(notice.letter(address.clone())),
            Way::Sms => Outgoing::Text(notice.text()),
        })
    }

    /// The time of an appointment and its link; `None` when it does not stand any more.
    pub(super) async fn visit_words(
        &self,
        leaving: &Leaving,
        submission: &StoredSubmission,
        topic: Topic,
        address: &Pii<String>,
    ) -> Result<Option<Outgoing>, StoreError> {
        let desk = &*self.desk.0;
        let (post, now, submission) = (self.desk.post(), self.desk.now(), submission.clone());
        let word = visit_links::word(&desk.vault, &leaving.notice.id);
        let kept = word.clone();
        let standing = desk.database.write(move |tx| {
            Box::pin(async move {
                let standing = reminders::standing(tx, &post, &submission, now).await?;
                if let Some(appointment) = &standing {
                    let (id, slot) = (&submission.id, &appointment.slot);
                    visit_links::keep(tx, &post.vault, &kept, id, slot).await?;
                }
                Ok::<_, StoreError>(standing)
            })
        });
        let Some(appointment) = standing.await? else {
            return Ok(None);
        };
        let catalogue = desk.catalogue.load_full();
        let place = catalogue
            .as_ref()
            .and_then(|it| it.place(&appointment.slot.location_id));
        let notice = VisitNotice {
            locale: leaving.choice.reach.locale,
            topic,
            slot: &appointment.slot,
            place,
            word,
            authority: &desk.authority,
        };
        Ok(Some(match leaving.notice.way {
            Way::Email => Outgoing::Letter(notice.letter(address.clone())),
            Way::Sms => Outgoing::Text(notice.text()),
        }))
    }

    /// What a notice tells of is over: nobody gets it.
    pub(super) async fn drop_notice(&self, id: &str) -> Result<(), StoreError> {
        let (id, now) = (id.to_owned(), self.desk.now());
        self.desk
            .0
            .database
            .write(move |tx| Box::pin(async move { notices::drop_one(tx, &id, now).await }))
            .await
    }
}
