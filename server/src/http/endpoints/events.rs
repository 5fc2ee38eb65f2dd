//! News of a request for a page left open (`text/event-stream`): a sentence says what kind of thing changed, the page
//! asks for the rest when its reader wants it.

use std::{convert::Infallible, time::Duration};

use app::{
    pages::{errors::ErrorKind, requests::live::SHOWN},
    ports::Absence,
    words::{news::news_words, queue::turn_words},
};
use axum::{
    extract::{Path as Segments, Request, State as Shared},
    response::{IntoResponse, Response, Sse, sse::Event},
};
use domain::locale::Locale;
use futures::stream;
use http::{HeaderName, HeaderValue, StatusCode, header, request::Parts};

use super::form::parameter;
use crate::{
    http::{
        outcome::{Outcome, locale},
        readers::Reader,
        router::State,
    },
    portal::{OwnerHash, Stream, Told, TurnStream, Visitor},
};

/// How long a browser waits before it opens a stream again that broke.
const AGAIN: Duration = Duration::from_secs(5);
/// Seconds to wait for whoever listens already as often as one may.
const BUSY: u16 = 60;
/// Asks a reverse proxy to let each sentence through at once.
const UNBUFFERED: HeaderName = HeaderName::from_static("x-accel-buffering");

/// Opens a stream, for whoever holds an access.
pub(in crate::http) async fn get(
    Shared(state): Shared<State>,
    Segments((_, asked)): Segments<(String, String)>,
    request: Request,
) -> Response {
    let (parts, _) = request.into_parts();
    let visitor = state.cookie.visitor(&parts.headers);
    let shown = parameter(&parts.uri, SHOWN);
    let news = state.desk.news(&visitor, &asked, &shown).await;
    let news = of_visitor(&visitor, news.map(Source::Request));
    open(&state, parts, news).await
}

/// The same for one's turn at the place of an appointment.
pub(in crate::http) async fn turn(
    Shared(state): Shared<State>,
    Segments((_, asked)): Segments<(String, String)>,
    request: Request,
) -> Response {
    let (parts, _) = request.into_parts();
    let visitor = state.cookie.visitor(&parts.headers);
    let shown = parameter(&parts.uri, SHOWN);
    let news = state.desk.turn_news(&visitor, &asked, &shown).await;
    let news = of_visitor(&visitor, news.map(Source::Turn));
    open(&state, parts, news).await
}

/// The same for whoever followed the link of a message, without an access.
pub(in crate::http) async fn turn_by_link(
    Shared(state): Shared<State>,
    Segments((_, word)): Segments<(String, String)>,
    request: Request,
) -> Response {
    let (parts, _) = request.into_parts();
    let shown = parameter(&parts.uri, SHOWN);
    let news = match state.desk.turn_news_by_link(&word, &shown).await {
        Ok(stream) => Ok((Source::Turn(stream), OwnerHash::of_link(&word))),
        Err(Absence::Unavailable) => Err(Outcome::Fail(ErrorKind::Unavailable)),
        Err(Absence::Unknown | Absence::Ended(_)) => Err(Outcome::Fail(ErrorKind::LinkOver)),
    };
    open(&state, parts, news).await
}

/// A stream with the one whom it counts for.
fn of_visitor(
    visitor: &Visitor,
    source: Result<Source, Absence>,
) -> Result<(Source, OwnerHash), Outcome> {
    let source = source.map_err(|absence| Outcome::closed(&absence))?;
    let owner = visitor.owner.ok_or(Outcome::Fail(ErrorKind::AccessOver))?;
    Ok((source, owner))
}

async fn open(state: &State, parts: Parts, news: Result<(Source, OwnerHash), Outcome>) -> Response {
    let (source, owner) = match news {
        Ok(news) => news,
        Err(outcome) => return outcome.respond(state, parts).await,
    };
    let Some(place) = state.readers.enter(owner, state.origin(&parts)) else {
        let wait = [(header::RETRY_AFTER, HeaderValue::from(BUSY))];
        return (StatusCode::TOO_MANY_REQUESTS, wait).into_response();
    };
    let listener = Listener {
        source,
        locale: locale(&parts),
        greeted: false,
        _place: place,
    };
    let mut response = Sse::new(stream::unfold(listener, Listener::next)).into_response();
    let headers = response.headers_mut();
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("private, no-store"),
    );
    headers.insert(UNBUFFERED, HeaderValue::from_static("no"));
    response
}

/// What a page listens to.
enum Source {
    /// A request.
    Request(Stream),
    /// One's turn.
    Turn(TurnStream),
}

impl Source {
    /// The next words, or none while nothing changes; the outer `None` ends the stream.
    async fn next(&mut self, locale: Locale) -> Option<Option<String>> {
        Some(match self {
            Self::Request(stream) => match stream.next().await? {
                Told::Nothing => None,
                Told::News(news) => Some(news_words(locale, &news)),
            },
            Self::Turn(stream) => {
                let queued = stream.next().await?;
                queued.map(|queued| turn_words(locale, &queued))
            }
        })
    }
}

/// One page that listens.
struct Listener {
    source: Source,
    locale: Locale,
    greeted: bool,
    _place: Reader,
}

impl Listener {
    async fn next(mut self) -> Option<(Result<Event, Infallible>, Self)> {
        if !self.greeted {
            self.greeted = true;
            return Some((Ok(Event::default().retry(AGAIN)), self));
        }
        let event = match self.source.next(self.locale).await? {
            None => Event::default().comment(""),
            Some(words) => Event::default().data(words),
        };
        Some((Ok(event), self))
    }
}
