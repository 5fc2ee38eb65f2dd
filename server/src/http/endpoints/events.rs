//! News of a request for a page left open (`text/event-stream`): a sentence says what kind of thing changed, the page
//! asks for the rest when its reader wants it.

use std::{convert::Infallible, time::Duration};

use app::{pages::errors::ErrorKind, pages::requests::live::SHOWN, words::news::news_words};
use axum::{
    extract::{Path as Segments, Request, State as Shared},
    response::{IntoResponse, Response, Sse, sse::Event},
};
use domain::locale::Locale;
use futures::stream;
use http::{HeaderName, HeaderValue, StatusCode, header};

use super::form::parameter;
use crate::{
    http::{
        outcome::{Outcome, locale},
        readers::Reader,
        router::State,
    },
    portal::{Stream, Told},
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
    let (news, owner) = match (
        state.desk.news(&visitor, &asked, &shown).await,
        visitor.owner,
    ) {
        (Ok(news), Some(owner)) => (news, owner),
        (Err(absence), _) => return Outcome::closed(&absence).respond(&state, parts).await,
        (Ok(_), None) => {
            return Outcome::Fail(ErrorKind::AccessOver)
                .respond(&state, parts)
                .await;
        }
    };
    let Some(place) = state.readers.enter(owner, state.origin(&parts)) else {
        let wait = [(header::RETRY_AFTER, HeaderValue::from(BUSY))];
        return (StatusCode::TOO_MANY_REQUESTS, wait).into_response();
    };
    let listener = Listener {
        news,
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

/// One page that listens.
struct Listener {
    news: Stream,
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
        let event = match self.news.next().await? {
            Told::Nothing => Event::default().comment(""),
            Told::News(news) => Event::default().data(news_words(self.locale, &news)),
        };
        Some((Ok(event), self))
    }
}
