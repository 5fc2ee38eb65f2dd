//! At the place: a resident says that they are there, and sees when their turn comes; how many wait at a place.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use app::{
    pages::visits::at_place::mark,
    ports::{Absence, Turn},
};
use backoffice::api::problem::ProblemCode;
use domain::queue::{PlaceNow, Queued};
use jiff::{SignedDuration, Timestamp};
use tokio::time::{Duration, sleep};

use super::{Desk, OwnerHash, VisitError, Visitor, live::Subscription, visits::refused};
use crate::{
    store::{accesses, submissions},
    worker::time_key,
};

/// How often the back office is asked where someone stands whose page is open: people are called minutes apart.
const PACE: Duration = Duration::from_secs(15);

/// How long what is known of a place is shown without asking again.
const YOUNG: SignedDuration = SignedDuration::from_secs(15);

impl Desk {
    /// Says that the resident is at the place. Again is the same.
    ///
    /// # Errors
    /// Too early or too late, no access, or someone does not answer.
    pub async fn arrive(&self, visitor: &Visitor, request: &str) -> Result<(), VisitError> {
        let id = self.booked(visitor, request).await?;
        self.says_there(request, &id).await
    }

    /// The same, whichever page said so: `id` is that of the request in the back office.
    pub(super) async fn says_there(&self, request: &str, id: &str) -> Result<(), VisitError> {
        let key = time_key(request, "arrival");
        match self.0.backoffice.arrive(id, &key).await {
            Ok(_) => Ok(()),
            // The page says from when, or what to do.
            Err(error) if error.says(ProblemCode::TooEarlyToArrive) => Err(VisitError::TooLate),
            Err(error) => Err(refused(&error)),
        }
    }

    /// Where someone stands, for a page that may show the request.
    pub(super) async fn turn_of(&self, visitor: &Visitor, request: &str) -> Turn {
        if self.access(visitor, request).await.is_err() {
            return Turn::NotThere;
        }
        self.turn_at(request).await
    }

    async fn turn_at(&self, request: &str) -> Turn {
        let found = submissions::find(&self.0.database, request).await;
        let id = found.ok().flatten().and_then(|it| it.backoffice_id);
        self.turn_in_office(id.as_deref()).await
    }

    /// Where someone stands whose request has this identifier in the back office, if it has one.
    pub(super) async fn turn_in_office(&self, id: Option<&str>) -> Turn {
        let Some(id) = id else {
            return Turn::Away;
        };
        match self.0.backoffice.queue_of(id).await {
            Ok(queued) => Turn::There(Box::new(queued)),
            Err(error) if error.is_not_found() => Turn::NotThere,
            Err(error) => {
                tracing::warn!(code = error.code(), "a turn is not known");
                Turn::Away
            }
        }
    }

    /// A place as it is now, or was some seconds ago: however many look, the back office is asked from time to time.
    pub(super) async fn place_now_of(&self, place: &str) -> Option<PlaceNow> {
        if let Some(now) = self.0.places_now.young(place, self.now()) {
            return Some(now);
        }
        match self.0.backoffice.waiting_at(place).await {
            Ok(now) => {
                self.0.places_now.keep(place, &now, self.now());
                Some(now)
            }
            Err(error) => {
                tracing::warn!(code = error.code(), "who waits at a place is not known");
                None
            }
        }
    }

    /// News of a turn for a page that shows it as `shown`.
    ///
    /// # Errors
    /// Unknown, foreign or over, all alike; or no database.
    pub async fn turn_news(
        &self,
        visitor: &Visitor,
        request: &str,
        shown: &str,
    ) -> Result<TurnStream, Absence> {
        let (owner, _) = self.access(visitor, request).await?;
        Ok(self.turn_stream(Holder::Access(owner), request.to_owned(), shown))
    }

    /// The same for a page that the link of a message opened.
    ///
    /// # Errors
    /// Unknown or over, both alike; or no database.
    pub async fn turn_news_by_link(&self, word: &str, shown: &str) -> Result<TurnStream, Absence> {
        let request = self.behind(word).await?;
        Ok(self.turn_stream(Holder::Link(word.to_owned()), request, shown))
    }

    fn turn_stream(&self, holder: Holder, request: String, shown: &str) -> TurnStream {
        TurnStream {
            desk: self.clone(),
            holder,
            subscription: self.subscribed(&request),
            request,
            shown: shown.to_owned(),
            began: false,
        }
    }

    async fn still_holds(&self, holder: &Holder, request: &str) -> bool {
        match holder {
            Holder::Access(owner) => {
                let (database, now) = (&self.0.database, self.now());
                let access = accesses::find(database, owner.bytes(), request, now).await;
                access.ok().flatten().is_some()
            }
            Holder::Link(word) => self.behind(word).await.is_ok(),
        }
    }
}

/// What was last known of each place, and when.
#[derive(Default)]
pub(crate) struct PlacesNow(Mutex<HashMap<String, (Timestamp, PlaceNow)>>);

impl PlacesNow {
    fn young(&self, place: &str, now: Timestamp) -> Option<PlaceNow> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (at, place) = known.get(place)?;
        let age = now.duration_since(*at);
        (SignedDuration::ZERO..YOUNG)
            .contains(&age)
            .then(|| place.clone())
    }

    fn keep(&self, place: &str, known: &PlaceNow, now: Timestamp) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.insert(place.to_owned(), (now, known.clone()));
    }
}

/// Thanks to what someone sees a turn.
enum Holder {
    /// An access to the request.
    Access(OwnerHash),
    /// The word of a link to its appointment.
    Link(String),
}

/// The turn of one request for one page.
pub struct TurnStream {
    desk: Desk,
    holder: Holder,
    subscription: Subscription,
    request: String,
    /// What the page shows.
    shown: String,
    began: bool,
}

impl TurnStream {
    /// Waits until the page should say something else, or only that the connection lives (`Some(None)`); `None`: the
    /// access or the link is over, or the portal stops.
    pub async fn next(&mut self) -> Option<Option<Queued>> {
        if std::mem::replace(&mut self.began, true) {
            let closed = self.subscription.closed();
            tokio::select! {
                () = closed.cancelled() => return None,
                () = self.subscription.rung() => {}
                () = sleep(PACE) => {}
            }
        }
        let desk = &self.desk;
        if !desk.still_holds(&self.holder, &self.request).await {
            return None;
        }
        let Turn::There(queued) = desk.turn_at(&self.request).await else {
            return Some(None);
        };
        let now = mark(&queued);
        if now == self.shown {
            return Some(None);
        }
        self.shown = now;
        Some(Some(*queued))
    }
}
