//! A job of a resident's request, wrapped so that a writer can run it, bound its time and answer for it later.

use std::panic::AssertUnwindSafe;
use std::time::Duration;

use futures::FutureExt;
use futures::future::BoxFuture;
use tokio::sync::oneshot;

use crate::{DatabaseError, Write};

/// Longest time a job may hold the one writer of SQLite, or a connection of PostgreSQL.
pub(crate) const JOB_LIMIT: Duration = Duration::from_secs(10);

/// How many jobs may wait at once; one more is refused with [`DatabaseError::Busy`].
pub(crate) const QUEUE: usize = 1024;

/// A job of any type, as the queue of the SQLite writer holds it.
pub(crate) trait Job: Send {
    /// Runs it inside its savepoint. The answer is kept back until the commit.
    fn run<'t>(self: Box<Self>, write: &'t mut Write<'_>) -> BoxFuture<'t, Finished>;

    /// Answers without having run.
    fn refuse(self: Box<Self>, error: DatabaseError);
}

/// A job that ran and whose answer waits for the commit.
pub(crate) struct Finished {
    /// Whether what it wrote is to be kept.
    pub(crate) keep: bool,
    /// Sends the answer, given what became of the commit.
    pub(crate) settle: Box<dyn FnOnce(Result<(), DatabaseError>) + Send>,
}

/// A job and where its answer goes.
pub(crate) struct Waiting<F, T, E> {
    pub(crate) job: F,
    pub(crate) limit: Option<Duration>,
    pub(crate) answer: oneshot::Sender<Result<T, E>>,
}

impl<F, T, E> Job for Waiting<F, T, E>
where
    F: for<'t> FnOnce(&'t mut Write<'_>) -> BoxFuture<'t, Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: From<DatabaseError> + Send + 'static,
{
    fn run<'t>(self: Box<Self>, write: &'t mut Write<'_>) -> BoxFuture<'t, Finished> {
        Box::pin(async move {
            let result = attempt(self.job, write, self.limit).await;
            let answer = self.answer;
            Finished {
                keep: result.is_ok(),
                settle: Box::new(move |durable| {
                    // The person may have gone; the job is kept all the same.
                    let _ = answer.send(match durable {
                        Ok(()) => result,
                        Err(error) => result.and(Err(E::from(error))),
                    });
                }),
            }
        })
    }

    fn refuse(self: Box<Self>, error: DatabaseError) {
        let _ = self.answer.send(Err(E::from(error)));
    }
}

/// Runs a job to its end, its panic or its time limit. `Ok` means: may be committed.
pub(crate) async fn attempt<T, E, F>(
    job: F,
    write: &mut Write<'_>,
    limit: Option<Duration>,
) -> Result<T, E>
where
    F: for<'t> FnOnce(&'t mut Write<'_>) -> BoxFuture<'t, Result<T, E>>,
    E: From<DatabaseError>,
{
    // A panic undoes this job only; its message was printed by the panic hook.
    let guarded = AssertUnwindSafe(async { job(write).await }).catch_unwind();
    let ended = match limit {
        Some(limit) => tokio::time::timeout(limit, guarded).await,
        None => Ok(guarded.await),
    };
    match ended {
        Ok(Ok(result)) => {
            let value = result?;
            match write.failure() {
                Some(failure) => Err(E::from(failure)),
                None => Ok(value),
            }
        }
        Ok(Err(_)) | Err(_) => Err(E::from(DatabaseError::Interrupted)),
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::attempt;
    use crate::write::Connection;
    use crate::{DatabaseError, Write};

    #[tokio::test]
    async fn a_job_that_waits_for_something_else_is_stopped_so_that_others_get_their_turn() {
        let mut connection = rusqlite::Connection::open_in_memory().unwrap();
        let mut write = Write::new(Connection::Sqlite(&mut connection));
        let stopped: Result<(), DatabaseError> = attempt(
            |_| Box::pin(std::future::pending()),
            &mut write,
            Some(Duration::from_millis(20)),
        )
        .await;
        assert_eq!(stopped, Err(DatabaseError::Interrupted));
    }
}
