//! Following one ticket: what happened since it was last looked at, written into the record once.

use super::{
    Inner,
    client::{Asked, Fault},
    text,
    tickets::Followed,
    walking::{self, Reading, Said, Step},
    wire::{Ticket, Transaction},
};
use crate::api::problem::Answered;

impl Inner {
    /// Brings a request up to date before it is read. One without a ticket here is as it is.
    pub(super) async fn refresh(&self, request: &str) -> Answered<()> {
        match self.ticket_of(request).await? {
            Some(followed) => self.follow(followed).await,
            None => Ok(()),
        }
    }

    /// Brings the request of a ticket up to date.
    pub(super) async fn follow(&self, before: Followed) -> Answered<()> {
        let asked = self.client.ticket(before.ticket, &before.version).await;
        let (ticket, version) = match asked {
            Ok(Asked::Found(ticket, version)) => (ticket, version),
            Ok(Asked::Unchanged) => return Ok(()),
            Err(fault) if fault.is_hidden() => {
                tracing::warn!(ticket = before.ticket, %fault, "a ticket cannot be followed");
                return Ok(());
            }
            Err(fault) => return Err(fault.into()),
        };
        if ticket.id != before.ticket {
            // What is said there may be meant for somebody else.
            tracing::warn!(
                ticket = before.ticket,
                into = ticket.id,
                "a merged ticket is not followed"
            );
            return Ok(());
        }
        let transactions = self.client.history(before.ticket, before.seen).await?;
        let mut after = Followed {
            version,
            ..before.clone()
        };
        let carried = match before.words {
            words if words > 0 && transactions.iter().any(|it| it.kind == "Status") => {
                Some(self.client.correspondence(words).await?)
            }
            _ => None,
        };
        let steps = self.heard(transactions).await?;
        let reading = Reading {
            account: &self.settings.account,
            statuses: &self.settings.statuses,
            requestors: &requestors(&ticket),
            carried,
        };
        let present = self.record.present(&before.request).await?;
        let present = present.value.summary.status;
        let happenings = walking::follow(reading, &mut after, present, steps);
        let progress = after.progress(&before);
        self.record
            .follow(&before.request, happenings, progress)
            .await
    }

    /// What was written in transactions that residents may read.
    async fn heard(&self, transactions: Vec<Transaction>) -> Answered<Vec<Step>> {
        let mut steps = Vec::with_capacity(transactions.len());
        for transaction in transactions {
            let said = if transaction.kind == "Correspond" {
                self.said(&transaction).await?
            } else {
                Said::Nothing
            };
            steps.push(Step { transaction, said });
        }
        Ok(steps)
    }

    async fn said(&self, transaction: &Transaction) -> Answered<Said> {
        if self.posted(transaction.id).await? {
            return Ok(Said::ByUs);
        }
        let written = self.client.correspondence(transaction.id).await?;
        // Posted by an attempt whose end nobody saw: it will be recorded when the portal tries again.
        let by_us = transaction.creator.id == self.settings.account
            && text::key_in(&written.subject).is_some();
        Ok(if by_us {
            Said::ByUs
        } else {
            Said::Publicly(written)
        })
    }

    /// The transaction that an earlier attempt of a call made, if it did.
    pub(super) async fn find_words(&self, ticket: i64, key: &str) -> Result<Option<i64>, Fault> {
        let ours =
            |it: &Transaction| it.kind == "Correspond" && it.creator.id == self.settings.account;
        let history = self.client.history(ticket, 0).await?;
        for transaction in history.iter().rev().filter(|it| ours(it)) {
            let written = self.client.correspondence(transaction.id).await?;
            if text::key_in(&written.subject) == Some(key) {
                return Ok(Some(transaction.id));
            }
        }
        Ok(None)
    }
}

fn requestors(ticket: &Ticket) -> Vec<String> {
    ticket.requestor.iter().map(|it| it.id.clone()).collect()
}
