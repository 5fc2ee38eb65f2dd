//! A request becomes a ticket, exactly one whatever happens: the ticket holds the key of the call, and is looked for
//! before it is made.

use super::{Inner, client::Fault, operations::NewTicket, posts::Search, text};
use crate::api::{
    back_office::{Call, Written},
    problem::Answered,
    requests::{NewRequest, Request},
};

impl Inner {
    pub(super) async fn create(&self, call: Call, new: NewRequest) -> Answered<Written<Request>> {
        if let Some(written) = self.record.answered(&call).await? {
            return Ok(written);
        }
        let procedure = self.record.procedure(&new).await?;
        let files = self.record.free_files_of("", &new.answers).await?;
        let queue = self.settings.queues.of(&new.procedure_id);
        let field = self.settings.reference_field.as_str();
        let (subject, text) = text::ticket(&procedure, &new);
        let ticket = NewTicket {
            queue,
            subject: &subject,
            text: &text,
            files: &files,
            reference: (field, &call.key),
        };
        let found = async {
            // Where the field is missing, nothing is ever found.
            self.ready(queue).await?;
            self.client.find(field, &call.key).await
        };
        let made = self.client.create(&ticket);
        let number = self.once(&call.key, Search::Always, found, made).await?;
        let status = self.as_made(number, &call.key).await;
        self.hold(&call.key, number, status).await?;
        self.record.create(call, new, number.to_string()).await
    }

    /// Whether a queue can hold our reference; asked once for each.
    pub(super) async fn ready(&self, queue: &str) -> Result<(), Fault> {
        let known = |queues: &mut std::collections::BTreeSet<String>| queues.contains(queue);
        if known(&mut self.ready_queues()) {
            return Ok(());
        }
        let field = &self.settings.reference_field;
        self.client.has_field(queue, field).await?;
        self.ready_queues().insert(queue.to_owned());
        Ok(())
    }

    fn ready_queues(&self) -> std::sync::MutexGuard<'_, std::collections::BTreeSet<String>> {
        let queues = self.ready_queues.lock();
        queues.unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// The status of a ticket just made. RT drops a custom field that the account may not set and says nothing: an
    /// operator must know, since a doubtful call could then make a second ticket.
    async fn as_made(&self, number: i64, key: &str) -> String {
        match self.client.ticket_now(number).await {
            Ok(ticket) => {
                let field = &self.settings.reference_field;
                let holds = ticket
                    .custom_fields
                    .iter()
                    .any(|it| it.name == *field && it.values.iter().any(|value| value == key));
                if !holds {
                    tracing::error!(
                        ticket = number,
                        "the ticket does not hold our reference: the account needs the right ModifyCustomField"
                    );
                }
                ticket.status
            }
            // It is there: its status is read with whatever happens next.
            Err(_) => String::new(),
        }
    }
}
