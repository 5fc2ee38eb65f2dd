//! What stands before the back office of these tests: it lets calls through, is shut, or its back office dies at
//! a call.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicBool, AtomicUsize, Ordering},
};

use axum::{
    Router,
    extract::{Request, State as Shared},
    response::{IntoResponse, Response},
};
use http::StatusCode;
use tower::ServiceExt;

/// When a back office dies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Death {
    /// At which call from now on; 1 is the next one.
    pub(crate) call: usize,
    /// Whether the call was done: then only its answer is lost.
    pub(crate) done: bool,
    /// Whether it is there again for the next call, as under a supervisor.
    pub(crate) restarts: bool,
}

/// The door of a back office.
pub(crate) struct Door {
    office: Mutex<Router>,
    away: AtomicBool,
    calls: AtomicUsize,
    death: Mutex<Option<Death>>,
}

impl Door {
    pub(super) fn of(office: Router) -> Arc<Self> {
        Arc::new(Self {
            office: Mutex::new(office),
            away: AtomicBool::new(false),
            calls: AtomicUsize::new(0),
            death: Mutex::new(None),
        })
    }

    /// The router that calls go through.
    pub(super) fn router(self: &Arc<Self>) -> Router {
        Router::new().fallback(pass).with_state(Arc::clone(self))
    }

    pub(super) fn shut(&self, shut: bool) {
        self.away.store(shut, Ordering::Relaxed);
    }

    pub(super) fn is_shut(&self) -> bool {
        self.away.load(Ordering::Relaxed)
    }

    /// Another back office behind the same door.
    pub(super) fn leads_to(&self, office: Router) {
        *self.office.lock().unwrap() = office;
    }

    /// Counts calls anew, and has the back office die at one of them.
    pub(super) fn dies(&self, death: Option<Death>) {
        self.calls.store(0, Ordering::Relaxed);
        *self.death.lock().unwrap() = death;
    }

    /// Calls since the last [`Self::dies`].
    pub(super) fn calls(&self) -> usize {
        self.calls.load(Ordering::Relaxed)
    }
}

async fn pass(Shared(door): Shared<Arc<Door>>, request: Request) -> Response {
    let call = door.calls.fetch_add(1, Ordering::Relaxed) + 1;
    if door.is_shut() {
        return gone();
    }
    let death = door.death.lock().unwrap().filter(|it| it.call == call);
    let office = door.office.lock().unwrap().clone();
    if death.is_some_and(|death| !death.done) {
        door.shut(death.is_some_and(|death| !death.restarts));
        return gone();
    }
    let answer = office.oneshot(request).await.into_response();
    match death {
        None => answer,
        Some(death) => {
            door.shut(!death.restarts);
            gone()
        }
    }
}

/// As of a proxy whose server is gone.
fn gone() -> Response {
    let page = "<html><h1>502 Bad Gateway</h1></html>";
    (StatusCode::BAD_GATEWAY, page).into_response()
}
