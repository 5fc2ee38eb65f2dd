//! Asking Request Tracker what changed: one round at a time, whoever calls decides when.

use database::DatabaseError;
use jiff::Timestamp;

use super::{RequestTracker, client::Fault, tickets::Followed};
use crate::api::problem::Problem;

/// Requests looked at in each round though nothing was told of them: RT lists no deleted tickets, and a change that
/// was lost for any reason is found in the end.
const LOOKED_AT: i64 = 10;
/// Name of the mark of the last change that was followed.
const MARK: &str = "changed";

/// What a round did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Round {
    /// Tickets that were followed.
    pub followed: usize,
    /// Tickets that could not be; they will be looked at again.
    pub failed: usize,
}

/// Why a round could not be done.
#[derive(Debug, thiserror::Error)]
pub enum RoundError {
    /// RT could not be asked.
    #[error(transparent)]
    Tracker(#[from] Fault),
    /// The connector's tables cannot be used.
    #[error(transparent)]
    Database(#[from] DatabaseError),
}

impl RequestTracker {
    /// Follows the tickets that changed since the last round, and some others. Several portals and reads may do the
    /// same meanwhile: each change is recorded once.
    ///
    /// # Errors
    /// RT or the tables cannot be asked; nothing is lost by calling again.
    pub async fn round(&self) -> Result<Round, RoundError> {
        let field = &self.0.settings.reference_field;
        let since = self.mark().await?;
        let changed = self.0.client.changed(field, since).await?;
        // RT counts seconds: what changed within the second of the mark is looked at again.
        let newest = changed.iter().map(|ticket| ticket.last_updated).max();
        let mut round = Round::default();
        let mut told = Vec::with_capacity(changed.len());
        for ticket in changed.iter().rev() {
            if let Some(followed) = self.0.request_of(ticket.id).await? {
                told.push(followed);
            }
        }
        let first_failed = self.follow_all(told, &mut round).await;
        let others = self.0.least_looked_at(LOOKED_AT).await?;
        for other in &others {
            self.0.looked(other).await?;
        }
        self.follow_all(others, &mut round).await;
        if let (Some(newest), None) = (newest, first_failed) {
            self.set_mark(newest).await?;
        }
        Ok(round)
    }

    /// Gives the first problem; the others go on.
    async fn follow_all(&self, all: Vec<Followed>, round: &mut Round) -> Option<Box<Problem>> {
        let mut first = None;
        for followed in all {
            match self.0.follow(followed).await {
                Ok(()) => round.followed += 1,
                Err(problem) => {
                    round.failed += 1;
                    first.get_or_insert(problem);
                }
            }
        }
        first
    }

    async fn mark(&self) -> Result<Timestamp, DatabaseError> {
        let sql = "SELECT at FROM tracker_marks WHERE name = $1";
        let database = self.0.record.database();
        let row = database.fetch_optional(sql, &[MARK.into()]).await?;
        let at = row.map_or(Ok(0), |row| row.int("at"))?;
        Ok(Timestamp::from_microsecond(at).unwrap_or(Timestamp::UNIX_EPOCH))
    }

    async fn set_mark(&self, at: Timestamp) -> Result<(), DatabaseError> {
        let at = at.as_microsecond();
        self.0
            .record
            .database()
            .write::<_, DatabaseError, _>(move |tx| {
                Box::pin(async move {
                    tx.execute(
                        "INSERT INTO tracker_marks (name, at) VALUES ($1, $2)
                         ON CONFLICT (name) DO UPDATE SET at = excluded.at",
                        &[MARK.into(), at.into()],
                    )
                    .await
                })
            })
            .await
            .map(drop)
    }
}
