//! Posting to Request Tracker once: RT has no idempotency, so the connector takes a turn before it posts, looks for
//! the effect of an earlier attempt whose end nobody saw, and lets RT finish before it tries again.

use std::future::Future;

use database::{DatabaseError, Param};
use jiff::SignedDuration;

use super::{Inner, client::Fault};
use crate::api::problem::{Answered, Problem, ProblemCode};

/// Longest time of one attempt: longer than all its calls together.
const TURN: SignedDuration = SignedDuration::from_secs(180);
/// After an answer that did not come, RT may still be at work: nobody tries before.
const SETTLING: SignedDuration = SignedDuration::from_secs(60);

enum Turn {
    First,
    Again,
    Done(i64),
}

/// When to look for the effect of an earlier attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Search {
    /// Each time: it is cheap, and holds even when this connector lost its own tables.
    Always,
    /// After an attempt of which nobody saw the end.
    AfterDoubt,
}

impl Inner {
    /// Has the effect of a call once and gives its number: `found` looks for it, `post` makes it.
    pub(super) async fn once(
        &self,
        key: &str,
        when: Search,
        found: impl Future<Output = Result<Option<i64>, Fault>> + Send,
        post: impl Future<Output = Result<i64, Fault>> + Send,
    ) -> Answered<i64> {
        let turn = self.take_turn(key).await?;
        if let Turn::Done(number) = turn {
            return Ok(number);
        }
        let again = matches!(turn, Turn::Again);
        if again || when == Search::Always {
            match found.await {
                Ok(Some(number)) => return self.done(key, number).await,
                Ok(None) => {}
                // Nothing was posted this time; an earlier attempt is as doubtful as before.
                Err(fault) if again => return self.free(key, SignedDuration::ZERO, fault).await,
                Err(fault) => return self.forget(key, fault).await,
            }
        }
        match post.await {
            Ok(number) => self.done(key, number).await,
            Err(fault) if fault.is_doubtful() => self.free(key, SETTLING, fault).await,
            Err(fault) => self.forget(key, fault).await,
        }
    }

    /// The number that a call made, if it did.
    pub(super) async fn outcome(&self, key: &str) -> Result<Option<i64>, DatabaseError> {
        let sql = "SELECT outcome FROM tracker_posts WHERE call_key = $1";
        let database = self.record.database();
        let row = database.fetch_optional(sql, &[key.into()]).await?;
        row.map_or(Ok(None), |row| row.optional_int("outcome"))
    }

    /// Whether a transaction of RT is what the connector itself posted.
    pub(super) async fn posted(&self, transaction: i64) -> Result<bool, DatabaseError> {
        let sql = "SELECT call_key FROM tracker_posts WHERE outcome = $1";
        let database = self.record.database();
        let row = database.fetch_optional(sql, &[transaction.into()]).await?;
        Ok(row.is_some())
    }

    async fn take_turn(&self, key: &str) -> Answered<Turn> {
        let now = self.record.now();
        let (at, until) = (now.as_microsecond(), later(now.as_microsecond(), TURN));
        let key = key.to_owned();
        self.record
            .database()
            .write::<_, Box<Problem>, _>(move |tx| {
                Box::pin(async move {
                    let sql =
                        "INSERT INTO tracker_posts (call_key, free_at, at) VALUES ($1, $2, $3)
                               ON CONFLICT (call_key) DO NOTHING";
                    let params = [(&key).into(), until.into(), at.into()];
                    if tx.execute(sql, &params).await? == 1 {
                        return Ok(Turn::First);
                    }
                    let sql = "SELECT outcome FROM tracker_posts WHERE call_key = $1";
                    let row = tx.fetch_optional(sql, &[(&key).into()]).await?;
                    let outcome = row.map_or(Ok(None), |row| row.optional_int("outcome"))?;
                    if let Some(number) = outcome {
                        return Ok(Turn::Done(number));
                    }
                    let sql = "UPDATE tracker_posts SET free_at = $2
                                WHERE call_key = $1 AND free_at <= $3";
                    if tx.execute(sql, &params).await? == 1 {
                        return Ok(Turn::Again);
                    }
                    Err(Problem::new(ProblemCode::RequestInProgress).retry_after(PATIENCE))
                })
            })
            .await
    }

    async fn done(&self, key: &str, number: i64) -> Answered<i64> {
        let sql = "UPDATE tracker_posts SET outcome = $2 WHERE call_key = $1";
        self.change(sql, vec![key.to_owned().into(), number.into()])
            .await?;
        Ok(number)
    }

    /// Lets somebody else try after a time.
    async fn free(&self, key: &str, after: SignedDuration, fault: Fault) -> Answered<i64> {
        let free_at = later(self.record.now().as_microsecond(), after);
        let sql = "UPDATE tracker_posts SET free_at = $2 WHERE call_key = $1";
        self.change(sql, vec![key.to_owned().into(), free_at.into()])
            .await?;
        Err(fault.into())
    }

    /// Nothing was done, now or before: the key is free.
    async fn forget(&self, key: &str, fault: Fault) -> Answered<i64> {
        let sql = "DELETE FROM tracker_posts WHERE call_key = $1";
        self.change(sql, vec![key.to_owned().into()]).await?;
        Err(fault.into())
    }

    async fn change(&self, sql: &'static str, params: Vec<Param<'static>>) -> Answered<()> {
        let database = self.record.database();
        let changed = database.write::<_, DatabaseError, _>(move |tx| {
            Box::pin(async move { tx.execute(sql, &params).await })
        });
        Ok(changed.await.map(drop)?)
    }
}

/// Seconds after which the portal asks again for what is under way.
const PATIENCE: u32 = 5;

fn later(at: i64, by: SignedDuration) -> i64 {
    at.saturating_add(i64::try_from(by.as_micros()).unwrap_or(i64::MAX))
}
