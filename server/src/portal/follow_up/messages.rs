//! Writing to the service, and telling it what was read.

use app::ports::{Absence, Draft};
use domain::{
    answers::Answer,
    journey::Journey,
    locale::Locale,
    message::{Message, MessageKind},
    request::AuthorKind,
};

use super::{Beginning, Ending};
use crate::{
    portal::{Desk, FollowUpError, SaveError, Visitor, forms},
    store::{
        acts::Deed,
        drafts::{Content, DraftState, Purpose},
        submissions,
    },
    worker::follow_up_key,
};

impl Desk {
    /// The message that this visitor began about a request.
    pub(in crate::portal) async fn message_draft_of(
        &self,
        visitor: &Visitor,
        request: &str,
    ) -> Result<Option<Draft>, Absence> {
        self.shown_about(visitor, Purpose::Message(request.to_owned()))
            .await
    }

    /// Begins the draft in which this visitor writes about a request, under the key of its form.
    ///
    /// # Errors
    /// No access to the request, a key that is none, or no database.
    pub async fn begin_message(
        &self,
        visitor: &Visitor,
        request: &str,
        key: &str,
        locale: Locale,
    ) -> Result<(), SaveError> {
        let form = forms::message();
        let beginning = Beginning {
            purpose: Purpose::Message(request.to_owned()),
            key,
            procedure_id: form.id.clone(),
            form_version: form.form_version.clone(),
            locale,
            content: Content::default(),
        };
        self.begin_about(visitor, beginning).await
    }

    /// Sends the message that a draft holds. Sent again, it is the same message.
    ///
    /// # Errors
    /// Incomplete, no access, or no database: nothing is lost.
    pub async fn send_message(
        &self,
        visitor: &Visitor,
        draft: &str,
        kind: MessageKind,
    ) -> Result<(), FollowUpError> {
        let (row, content) = self.draft_to_send(visitor, draft).await?;
        let Purpose::Message(request) = &row.purpose else {
            return Err(FollowUpError::Unknown);
        };
        if row.state == DraftState::Sent {
            return Ok(());
        }
        let journey = Journey::new(&forms::message().steps, &content.draft, self.today());
        if journey.first_incomplete().is_some() {
            return Err(FollowUpError::Incomplete);
        }
        let text = journey.answers.0.values().find_map(|answer| match answer {
            Answer::Text(text) => Some(text.clone()),
            _ => None,
        });
        let files = content.draft.files.into_values().flatten().collect();
        let deed = Deed::Message {
            kind,
            text: text.unwrap_or_default(),
            files,
        };
        let ending = Some(Ending::of(&row));
        self.record(visitor, request, vec![deed], ending).await
    }

    /// Tells the back office that the resident read the messages of the service; they were just shown. Nobody waits
    /// for it to be true: it is told again at the next reading.
    pub(in crate::portal) async fn tell_read(&self, request: &str, messages: &[Message]) {
        let of_the_service = |message: &&Message| message.author_kind != AuthorKind::Citizen;
        let unread = |message: &&Message| message.read_at.is_none();
        let last = messages.iter().rev().find(of_the_service).filter(unread);
        let found = submissions::find(&self.0.database, request).await;
        let (Some(last), Ok(Some(submission))) = (last, found) else {
            return;
        };
        let Some(id) = &submission.backoffice_id else {
            return;
        };
        let mark = backoffice::api::follow_up::ReadMark {
            up_to: last.id.clone(),
            read_at: self.now(),
        };
        let key = follow_up_key(&format!("read\n{id}\n{}", last.id));
        if let Err(error) = self.0.backoffice.mark_read(id, &mark, &key).await {
            tracing::warn!(code = error.code(), "messages could not be marked as read");
            return;
        }
        let read = submission
            .known(&self.0.vault)
            .ok()
            .flatten()
            .map(|mut known| {
                let unread = known.messages.iter_mut().filter(|message| {
                    message.author_kind != AuthorKind::Citizen && message.read_at.is_none()
                });
                unread.for_each(|message| message.read_at = Some(mark.read_at));
                known
            });
        // It is the same copy, as old as before.
        let read_at = submission.known_at.unwrap_or(mark.read_at);
        if let Some(known) = read
            && let Err(error) = self.remember(&submission, known, read_at).await
        {
            crate::portal::log_store(&error);
        }
    }
}
