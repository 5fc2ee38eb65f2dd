//! News for pages left open. One look at the table of changes serves every open page of this portal; a page then
//! compares the request with what it shows.

mod mark;

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use app::ports::{Absence, News};
use jiff::{SignedDuration, Timestamp};
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

pub(super) use mark::Mark;

use super::{Desk, OwnerHash, Visitor, reading::unavailable};
use crate::store::{
    StoreError, accesses, acts, changes,
    submissions::{self, Known},
};

/// How far back a look goes: clocks of several portals differ, and a change is seen after it is written.
const BACK: SignedDuration = SignedDuration::from_mins(1);
/// Longest silence of a stream: proxies end a connection that says nothing for a minute.
const SILENCE: Duration = Duration::from_secs(20);

/// The requests that pages of this portal show now.
#[derive(Default)]
pub(crate) struct Live {
    /// What wakes the pages of each request.
    open: Mutex<HashMap<String, watch::Sender<()>>>,
    /// Ranks of the changes seen in the last look.
    seen: Mutex<HashMap<String, i64>>,
    closed: CancellationToken,
}

impl Live {
    fn subscribe(self: &Arc<Self>, request: &str) -> Subscription {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let bell = open.entry(request.to_owned()).or_default();
        Subscription {
            changed: bell.subscribe(),
            live: Arc::clone(self),
            request: request.to_owned(),
        }
    }

    /// Ends every stream, so that the portal can stop.
    pub(crate) fn close(&self) {
        self.closed.cancel();
    }

    fn is_idle(&self) -> bool {
        let open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.is_empty()
    }

    /// Wakes the pages of a request that this portal just changed.
    pub(crate) fn wake(&self, request: &str) {
        let open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(bell) = open.get(request) {
            bell.send_replace(());
        }
    }

    /// Wakes the pages of what changed since the last look.
    fn wake_all(&self, changed: Vec<changes::Changed>) {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let mut now = HashMap::with_capacity(changed.len());
        for change in changed {
            if seen.get(&change.request) != Some(&change.rank)
                && let Some(bell) = open.get(&change.request)
            {
                bell.send_replace(());
            }
            now.insert(change.request, change.rank);
        }
        *seen = now;
    }
}

/// A page that waits for changes of a request; forgotten when it is dropped.
pub(super) struct Subscription {
    changed: watch::Receiver<()>,
    live: Arc<Live>,
    request: String,
}

impl Subscription {
    /// Cancelled when the portal stops.
    pub(super) fn closed(&self) -> CancellationToken {
        self.live.closed.clone()
    }

    /// Waits for a change of the request.
    pub(super) async fn rung(&mut self) {
        if self.changed.changed().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        let mut open = self
            .live
            .open
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        // This receiver still counts as one.
        if open
            .get(&self.request)
            .is_some_and(|bell| bell.receiver_count() <= 1)
        {
            open.remove(&self.request);
        }
    }
}

/// What a stream says next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// Nothing new; the connection lives.
    Nothing,
    /// The request is not what the page shows.
    News(News),
}

/// The news of one request for one page.
pub struct Stream {
    desk: Desk,
    owner: OwnerHash,
    subscription: Subscription,
    /// What the page shows; `None` when it does not say.
    shown: Option<Mark>,
    /// What was told last.
    told: Option<News>,
    /// When the access ends, unless it is prolonged.
    end: Timestamp,
    /// Compared with the store at least once.
    began: bool,
}

impl Desk {
    /// Opens the news of a request for a page that shows it as `shown` (see [`app::ports::Request::mark`]).
    ///
    /// # Errors
    /// Unknown, foreign or over, all alike; or no database.
    pub async fn news(
        &self,
        visitor: &Visitor,
        request: &str,
        shown: &str,
    ) -> Result<Stream, Absence> {
        let (owner, access) = self.access(visitor, request).await?;
        Ok(Stream {
            desk: self.clone(),
            owner,
            subscription: self.0.live.subscribe(request),
            shown: Mark::parse(shown),
            told: None,
            end: access.expires_at,
            began: false,
        })
    }

    /// What wakes a page of a request.
    pub(super) fn subscribed(&self, request: &str) -> Subscription {
        self.0.live.subscribe(request)
    }

    /// Looks once for what changed, whichever portal wrote it. Asks nothing while no page is open.
    ///
    /// # Errors
    /// The database refuses.
    pub async fn look_for_changes(&self) -> Result<(), StoreError> {
        if self.0.live.is_idle() {
            return Ok(());
        }
        let from = self.now().saturating_sub(BACK).unwrap_or(Timestamp::MIN);
        let changed = changes::since(&self.0.database, from).await?;
        self.0.live.wake_all(changed);
        Ok(())
    }

    /// What stands in the store about a request; `None` once it is deleted.
    async fn mark_of(&self, request: &str) -> Result<Option<Mark>, StoreError> {
        let database = &self.0.database;
        let Some(submission) = submissions::find(database, request).await? else {
            return Ok(None);
        };
        let known = submission.known(&self.0.vault)?;
        let known = known.unwrap_or_else(Known::unheard);
        let done = acts::of_request(database, request).await?;
        let delivered = submission.delivered_at.is_some();
        Ok(Some(Mark::of(delivered, &known, &done)))
    }
}

impl Stream {
    /// Waits for what to say next; `None`: the access is over, or the portal stops.
    pub async fn next(&mut self) -> Option<Told> {
        // Before the first comparison: a change between the page and its stream is told at once.
        if !std::mem::replace(&mut self.began, true)
            && let Some(news) = self.compare().await?
        {
            return Some(Told::News(news));
        }
        loop {
            let closed = self.subscription.live.closed.clone();
            let rung = tokio::select! {
                () = closed.cancelled() => return None,
                changed = self.subscription.changed.changed() => changed.is_ok(),
                () = tokio::time::sleep(SILENCE) => false,
            };
            if !rung {
                return self.is_still_open().await.then_some(Told::Nothing);
            }
            if let Some(news) = self.compare().await? {
                return Some(Told::News(news));
            }
        }
    }

    /// What is new since the page and was not told yet. The outer `None` ends the stream.
    async fn compare(&mut self) -> Option<Option<News>> {
        if !self.asks_again().await {
            return None;
        }
        let now = match self.desk.mark_of(&self.subscription.request).await {
            Ok(now) => now?,
            Err(error) => {
                unavailable(error);
                return None;
            }
        };
        let news = match &self.shown {
            Some(shown) => shown.news(&now),
            None => None,
        };
        self.shown.get_or_insert(now);
        if news == self.told {
            return Some(None);
        }
        self.told.clone_from(&news);
        Some(news)
    }

    /// Asked only once the time that was known is over: whoever reads prolongs it.
    async fn is_still_open(&mut self) -> bool {
        self.desk.now() < self.end || self.asks_again().await
    }

    async fn asks_again(&mut self) -> bool {
        let (desk, request) = (&self.desk, &self.subscription.request);
        let end = accesses::find(&desk.0.database, self.owner.bytes(), request, desk.now()).await;
        match end {
            Ok(Some(access)) => {
                self.end = access.expires_at;
                true
            }
            Ok(None) => false,
            Err(error) => {
                unavailable(error);
                false
            }
        }
    }
}
