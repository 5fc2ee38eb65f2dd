//! The line in front of the pages of times: who asks for one comes in, or gets the page of the line with their place.

use std::{
    sync::atomic::{AtomicU64, Ordering},
    time::Duration,
};

use app::ports::LinePlace;
use axum::{
    extract::{MatchedPath, Request, State as Shared},
    middleware::Next,
    response::Response,
};
use http::{HeaderValue, Method, StatusCode, header};
use jiff::SignedDuration;
use metrics::{counter, gauge};
use tokio::time::{Instant, MissedTickBehavior, interval};
use tokio_util::sync::CancellationToken;

use super::{
    Answer, Standing,
    ticket::{Place, Ticket},
};
use crate::http::{
    render::{Shown, render},
    router::State,
};

/// How often the line hears how the portal does.
const BEAT: Duration = Duration::from_millis(100);
/// Seconds before the page of the line asks again, at least, and at most but for what spreads a crowd.
const SOONEST: i64 = 2;
const LATEST: i64 = 30;
/// Whose turn comes within so many seconds asks again when it comes.
const NEAR: i64 = 4;
/// From so many seconds on, those who came together ask again over this many.
const LONG: i64 = 8;
const SPREAD: i64 = 4;

/// How long the answers of the last moment took.
#[derive(Debug, Default)]
pub(in crate::http) struct Pulse {
    answers: AtomicU64,
    microseconds: AtomicU64,
}

impl Pulse {
    fn note(&self, took: Duration) {
        let took = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        self.answers.fetch_add(1, Ordering::Relaxed);
        self.microseconds.fetch_add(took, Ordering::Relaxed);
    }

    /// The mean since it was last asked for. A count that comes in between falls on either side.
    fn mean(&self) -> Duration {
        let answers = self.answers.swap(0, Ordering::Relaxed);
        let microseconds = self.microseconds.swap(0, Ordering::Relaxed);
        Duration::from_micros(microseconds.checked_div(answers).unwrap_or(0))
    }
}

/// Lets people in to the pages at `guarded`, in their order, and counts how long every page takes.
pub(in crate::http) async fn stand_in_line(
    Shared((state, guarded)): Shared<(State, &'static str)>,
    request: Request,
    next: Next,
) -> Response {
    let matched = request.extensions().get::<MatchedPath>();
    if matched.is_none_or(|matched| matched.as_str() != guarded) {
        return timed(&state, request, next).await;
    }
    let (now, rule) = (state.clock.now(), state.cookie);
    let keys = state.desk.keys();
    let known = rule.line_ticket(request.headers());
    let (place, is_new) = match known.and_then(|text| Ticket::read(text, keys, now)) {
        Some(Ticket::Inside(_)) => return timed(&state, request, next).await,
        Some(Ticket::Waits(place)) => (place, false),
        None => {
            let (at, draw) = (now.as_microsecond(), state.desk.draw());
            (Place { at, draw }, true)
        }
    };
    let (mut response, ticket) = match state.line.ask(place, is_new, now) {
        Answer::In { crowded } => {
            let inside = Place {
                at: now.as_microsecond(),
                ..place
            };
            let told = crowded || !is_new;
            let response = timed(&state, request, next).await;
            (response, told.then_some(Ticket::Inside(inside)))
        }
        Answer::Wait(standing) => {
            let response = page(&state, request, standing).await;
            (response, is_new.then_some(Ticket::Waits(place)))
        }
    };
    let cookie = ticket.and_then(|it| rule.give_line_ticket(&it.write(keys), it.lasts()));
    if let Some(cookie) = cookie {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

async fn timed(state: &State, request: Request, next: Next) -> Response {
    // What someone sends takes as long as their line does: only what is asked for says how the portal does.
    if request.method() != Method::GET {
        return next.run(request).await;
    }
    let began = Instant::now();
    let response = next.run(request).await;
    state.pulse.note(began.elapsed());
    response
}

/// The page of the line: it asks again by itself, unless its reader said that they do so.
async fn page(state: &State, request: Request, standing: Standing) -> Response {
    counter!("line_answers").increment(1);
    let (parts, _) = request.into_parts();
    let seconds = again(standing);
    let here = parts.uri.path_and_query().map(ToString::to_string);
    let is_calm = parts
        .uri
        .query()
        .is_some_and(app::pages::visits::line::is_calm);
    let shown = Shown::Line(LinePlace {
        ahead: standing.ahead,
        wait: standing.wait,
        again: (!is_calm).then_some(seconds),
    });
    let mut response = render(state, parts, shown).await;
    if response.status() != StatusCode::OK {
        // There is nothing to wait for.
        return response;
    }
    let headers = response.headers_mut();
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("private, no-store"),
    );
    let refresh = here.map(|here| format!("{seconds}; url={here}"));
    if let Some(refresh) = refresh.and_then(|text| HeaderValue::from_str(&text).ok())
        && !is_calm
    {
        headers.insert(header::REFRESH, refresh);
    }
    response
}

/// Seconds until it is worth asking again: when the turn may come, or half of a longer wait. Whoever asks too late is overtaken
/// by those who came after them, so a slow moment sends nobody away for long. Those who came together and wait long do not ask
/// at the same moment; nearer to the turn chance would bring people in before those ahead of them.
pub(super) fn again(standing: Standing) -> i64 {
    let wait = standing.least.as_secs();
    if wait < NEAR {
        return wait.max(SOONEST);
    }
    let half = (wait / 2).min(LATEST);
    if half < LONG {
        return half;
    }
    half + i64::from(standing.place.draw) % SPREAD
}

/// Tells the line ten times a second how the portal does, until it stops.
pub async fn keep_pace(state: State, stop: CancellationToken) {
    let mut beat = interval(BEAT);
    beat.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        let due = tokio::select! {
            () = stop.cancelled() => return,
            due = beat.tick() => due,
        };
        // Work that waits for a processor is late as this is.
        let late = due.elapsed();
        let slowest = SignedDuration::try_from(late.max(state.pulse.mean()));
        let slowest = slowest.unwrap_or(SignedDuration::MAX);
        let waiting = state.line.hear(slowest, state.clock.now());
        gauge!("line_waiting").set(u32::try_from(waiting).unwrap_or(u32::MAX));
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use jiff::SignedDuration;

    use super::{Place, Pulse, Standing, again};

    #[test]
    fn the_page_asks_again_sooner_when_the_turn_is_near() {
        let after = |draw, seconds| {
            again(Standing {
                place: Place { at: 0, draw },
                ahead: 1,
                wait: SignedDuration::from_hours(1),
                least: SignedDuration::from_secs(seconds),
            })
        };
        assert_eq!(
            [0, 3, 5, 40, 600].map(|wait| after(2, wait)),
            [2, 3, 2, 22, 32]
        );
        let near = [1, 3, 15];
        assert_eq!(
            near.map(|wait| after(3, wait)),
            near.map(|wait| after(4, wait))
        );
        assert_ne!(after(3, 600), after(4, 600));
    }

    #[test]
    fn the_pulse_begins_anew_each_time_it_is_taken() {
        let pulse = Pulse::default();
        assert_eq!(pulse.mean(), Duration::ZERO);
        pulse.note(Duration::from_millis(10));
        pulse.note(Duration::from_millis(30));
        assert_eq!(pulse.mean(), Duration::from_millis(20));
        assert_eq!(pulse.mean(), Duration::ZERO);
    }
}
