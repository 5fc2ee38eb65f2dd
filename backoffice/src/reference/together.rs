//! Calls that come at the same time, written together. On PostgreSQL a write costs its exchanges with the server and its
//! turn among those who write events; a crowd that comes at the opening shares them. Nobody waits for others to come:
//! whoever comes while a write is under way is in the next one.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use database::Param;
use futures::future::BoxFuture;
use tokio::sync::oneshot;

use crate::api::problem::Answered;

/// Calls of one write at most: the first one waits for the last one.
const MOST: usize = 256;
/// Calls that wait when another write is worth its exchanges.
const WORTH: usize = 32;

/// What became of a call in a write of several.
pub(super) enum Outcome<T> {
    /// It has its answer.
    Done(Answered<T>),
    /// Not as plain as the others, and nothing of it was written: to be done by itself.
    Apart,
}

/// Calls of one kind.
pub(super) struct Together<C, T>(Arc<Mutex<Queue<C, T>>>);

type Waiting<C, T> = (C, oneshot::Sender<Outcome<T>>);

struct Queue<C, T> {
    waiting: VecDeque<Waiting<C, T>>,
    /// Writes under way; after each, more are written.
    writing: usize,
    /// As many at most.
    writers: usize,
}

impl<C: Send + 'static, T: Send + 'static> Together<C, T> {
    /// So many writes at once: where writes take turns, one gets ready while another one has its turn.
    pub(super) fn new(writers: usize) -> Self {
        Self(Arc::new(Mutex::new(Queue {
            waiting: VecDeque::new(),
            writing: 0,
            writers,
        })))
    }

    /// Writes a call with the others. `write` gives as many outcomes as it gets calls, in their order.
    pub(super) async fn write<W>(&self, call: C, write: W) -> Outcome<T>
    where
        W: Fn(Vec<C>) -> BoxFuture<'static, Vec<Outcome<T>>> + Send + 'static,
    {
        let (answer, outcome) = oneshot::channel();
        let writes = {
            let mut queue = lock(&self.0);
            queue.waiting.push_back((call, answer));
            let worth = queue.writing == 0 || queue.waiting.len() >= WORTH;
            let writes = worth && queue.writing < queue.writers;
            queue.writing += usize::from(writes);
            writes
        };
        if writes {
            let queue = Arc::clone(&self.0);
            let ended = false;
            // A task of its own: its caller may go away, the others would wait for ever.
            tokio::spawn(write_all(Writing { queue, ended }, write));
        }
        // Not answered: that write was cut short. Done by itself, a call is recognised by its key if it was kept.
        outcome.await.unwrap_or(Outcome::Apart)
    }
}

/// One who writes, as long as someone waits.
struct Writing<C, T> {
    queue: Arc<Mutex<Queue<C, T>>>,
    ended: bool,
}

impl<C, T> Writing<C, T> {
    /// The calls of the next write; none: nobody waits, and whoever comes next writes.
    fn next(&mut self) -> Vec<Waiting<C, T>> {
        let mut queue = lock(&self.queue);
        let count = queue.waiting.len().min(MOST);
        if count == 0 {
            queue.writing -= 1;
            self.ended = true;
        }
        queue.waiting.drain(..count).collect()
    }
}

impl<C, T> Drop for Writing<C, T> {
    /// Cut short: if nobody else writes, those who wait are done by themselves.
    fn drop(&mut self) {
        if self.ended {
            return;
        }
        let mut queue = lock(&self.queue);
        queue.writing -= 1;
        if queue.writing == 0 {
            queue.waiting.clear();
        }
    }
}

async fn write_all<C, T, W>(mut writing: Writing<C, T>, write: W)
where
    W: Fn(Vec<C>) -> BoxFuture<'static, Vec<Outcome<T>>>,
{
    loop {
        let next = writing.next();
        if next.is_empty() {
            return;
        }
        let (calls, answers): (Vec<C>, Vec<_>) = next.into_iter().unzip();
        for (answer, outcome) in answers.into_iter().zip(write(calls).await) {
            // The caller may have gone; what was written is kept all the same.
            let _ = answer.send(outcome);
        }
    }
}

/// A column of the rows that one statement writes.
pub(super) fn column<R, V>(rows: &[R], value: impl Fn(&R) -> V) -> Param<'static>
where
    Param<'static>: From<Vec<V>>,
{
    rows.iter().map(value).collect::<Vec<V>>().into()
}

fn lock<Q>(queue: &Mutex<Q>) -> MutexGuard<'_, Q> {
    queue.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use futures::future::join_all;
    use tokio::sync::Semaphore;

    use super::*;

    /// Calls are numbers; each write waits for a permit, then tells with how many others a call was written.
    async fn written(
        together: &Together<u32, usize>,
        permits: &Arc<Semaphore>,
        call: u32,
    ) -> Outcome<usize> {
        let permits = Arc::clone(permits);
        let write = move |calls: Vec<u32>| -> BoxFuture<'static, _> {
            let permits = Arc::clone(&permits);
            Box::pin(async move {
                permits.acquire().await.unwrap().forget();
                assert!(!calls.contains(&13), "a write that breaks");
                let count = calls.len();
                calls.iter().map(|_| Outcome::Done(Ok(count))).collect()
            })
        };
        together.write(call, write).await
    }

    fn count(outcome: &Outcome<usize>) -> Option<usize> {
        match outcome {
            Outcome::Done(Ok(count)) => Some(*count),
            _ => None,
        }
    }

    #[tokio::test]
    async fn whoever_comes_during_a_write_is_in_the_next_one_and_nobody_waits_for_others() {
        let (together, permits) = (Together::new(2), Arc::new(Semaphore::new(0)));
        let everybody = join_all((20..30).map(|call| written(&together, &permits, call)));
        let opened = async {
            // Everybody has come: each writer has one call, the others wait.
            tokio::task::yield_now().await;
            permits.add_permits(10);
        };
        let (outcomes, ()) = tokio::join!(everybody, opened);
        let counts: Vec<_> = outcomes.iter().map(count).collect();
        assert_eq!(counts.len(), 10);
        assert!(counts.iter().all(Option::is_some));
        let writes: f64 = counts
            .iter()
            .flatten()
            .map(|count| 1.0 / f64::from(u32::try_from(*count).unwrap()))
            .sum();
        assert!(writes < 5.0, "written in {writes} writes");
        assert_eq!(count(&written(&together, &permits, 1).await), Some(1));
    }

    #[tokio::test]
    async fn a_write_that_breaks_lets_everybody_go_and_the_next_ones_are_written() {
        let (together, permits) = (Together::new(2), Arc::new(Semaphore::new(100)));
        for _ in 0..3 {
            let broken =
                join_all([13, 13, 13, 13].map(|call| written(&together, &permits, call))).await;
            assert!(broken.iter().all(|it| matches!(it, Outcome::Apart)));
            assert_eq!(count(&written(&together, &permits, 1).await), Some(1));
        }
    }
}
