//! What a resident does about a request: told to the agents as words in the ticket, then recorded. RT keeps the
//! words; the record keeps what they change.

use domain::{correction, message::Message, request::Status};

use super::{Inner, operations::NewWords, posts::Search, text, tickets::Followed};
use crate::{
    api::{
        back_office::{Call, Novelty, Reader, Written},
        etag,
        follow_up::{NewCorrection, NewMessage, Withdrawal},
        problem::{Answered, FieldProblem, Problem, ProblemCode},
        requests::Request,
    },
    reference::foreign::Content,
};

impl Inner {
    pub(super) async fn message(
        &self,
        id: &str,
        reader: Reader,
        call: Call,
        new: NewMessage,
    ) -> Answered<Written<Message>> {
        self.record.admit(id, &reader).await?;
        if let Some(written) = self.record.answered(&call).await? {
            return Ok(written);
        }
        let files = self.record.free_files(&new.uploads).await?;
        let (ticket, _) = self.up_to_date(id).await?;
        let words = text::message(&new, &call.key);
        self.tell(&ticket, &call, words, &files).await?;
        self.answer(id, &ticket).await?;
        let written = self.record.message(id, call, new).await?;
        self.catch_up(id).await;
        Ok(written)
    }

    pub(super) async fn correct(
        &self,
        id: &str,
        call: Call,
        new: NewCorrection,
    ) -> Answered<Written<correction::Correction>> {
        if let Some(written) = self.record.answered(&call).await? {
            return Ok(written);
        }
        let (ticket, present) = self.up_to_date(id).await?;
        if !present.summary.status.is_open() {
            return Err(Problem::invalid_state(
                present.summary.status,
                Status::open(),
            ));
        }
        if new.answers_version != present.answers_version {
            let stale = Problem::new(ProblemCode::StaleVersion);
            return Err(stale.detail("the answers were corrected meanwhile"));
        }
        let changes = correction::changes(&present.answers, &new.answers);
        if changes.is_empty() {
            let unchanged = FieldProblem::new("#/answers", "unchanged", "no answer changes");
            return Err(Problem::validation(vec![unchanged]));
        }
        let files = self.record.free_files_of(id, &new.answers).await?;
        let procedure = self.record.procedure_of(id).await?;
        let words = text::correction(&procedure, &changes, &call.key);
        self.tell(&ticket, &call, words, &files).await?;
        self.answer(id, &ticket).await?;
        let written = self.record.correct(id, call, new).await?;
        self.catch_up(id).await;
        Ok(written)
    }

    pub(super) async fn withdraw(
        &self,
        id: &str,
        call: Call,
        if_match: Option<String>,
        withdrawal: Withdrawal,
    ) -> Answered<Written<Request>> {
        if let Some(written) = self.record.answered(&call).await? {
            return Ok(written);
        }
        let (ticket, present) = self.up_to_date(id).await?;
        let status = present.summary.status;
        let told_before = self.outcome(&call.key).await?.is_some();
        if told_before && status == Status::Withdrawn {
            return self.as_withdrawn(id).await;
        }
        let version = self.record.present(id).await?.etag;
        if let Some(seen) = if_match.filter(|_| !told_before) {
            etag::matching(&seen, &version)?;
        }
        if !status.is_open() {
            return Err(Problem::invalid_state(status, Status::open()));
        }
        let words = text::withdrawal(&withdrawal, &call.key);
        self.tell(&ticket, &call, words, &[]).await?;
        let withdrawn = &self.settings.statuses.withdrawn;
        self.client.set_status(ticket.ticket, withdrawn).await?;
        let written = match self.record.withdraw(id, call, withdrawal).await {
            // A round of polling saw the status that was just set, and recorded it first.
            Err(problem) if problem.more.present_status == Some(Status::Withdrawn) => {
                self.as_withdrawn(id).await?
            }
            written => written?,
        };
        self.catch_up(id).await;
        Ok(written)
    }

    async fn as_withdrawn(&self, id: &str) -> Answered<Written<Request>> {
        let present = self.record.present(id).await?;
        Ok(Written {
            value: present.value,
            etag: present.etag,
            novelty: Novelty::Replayed,
        })
    }

    /// The ticket to write to and its request, followed up to now: RT is there.
    async fn up_to_date(&self, id: &str) -> Answered<(Followed, Request)> {
        self.record.admit(id, &Reader::Client).await?;
        self.follow(self.ticket_to_write(id).await?).await?;
        let ticket = self.ticket_to_write(id).await?;
        Ok((ticket, self.record.present(id).await?.value))
    }

    /// Puts words into the ticket, once.
    async fn tell(
        &self,
        ticket: &Followed,
        call: &Call,
        (subject, text): (String, String),
        files: &[Content],
    ) -> Answered<()> {
        let words = NewWords {
            subject: &subject,
            text: &text,
            files,
        };
        let found = self.find_words(ticket.ticket, &call.key);
        let posted = self.client.correspond(ticket.ticket, &words);
        self.once(&call.key, Search::AfterDoubt, found, posted)
            .await
            .map(drop)
    }

    /// A ticket that waited for its resident waits for the agents again. The words are there: where RT refuses the
    /// status, an operator is told and the resident's act stands.
    async fn answer(&self, id: &str, ticket: &Followed) -> Answered<()> {
        let status = self.record.present(id).await?.value.summary.status;
        if status == Status::InfoRequested {
            let answered = &self.settings.statuses.answered;
            if let Err(fault) = self.client.set_status(ticket.ticket, answered).await {
                tracing::error!(ticket = ticket.ticket, %fault, "a ticket that was answered still waits");
            }
        }
        Ok(())
    }

    /// What the act itself changed in RT is followed at once; what cannot be will be by the next reading.
    async fn catch_up(&self, id: &str) {
        if let Err(problem) = self.refresh(id).await {
            tracing::warn!(%problem, "a ticket will be followed later");
        }
    }
}
