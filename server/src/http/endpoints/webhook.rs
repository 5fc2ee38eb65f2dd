//! What a back office says happened: believed only with its signature, and only a reason to read the events now. No
//! cookie, no page, no answer that tells anything.

use std::{collections::VecDeque, sync::Mutex};

use axum::{body::Bytes, extract::State as Shared};
use backoffice::api::webhook;
use http::{HeaderMap, StatusCode};

use crate::http::router::State;

/// Greatest weight of a message, in bytes.
pub(in crate::http) const LIMIT: usize = 64 * 1024;

/// Messages that are remembered, so that one repeated in its five minutes rings once.
const REMEMBERED: usize = 1000;

/// The secrets of the back office, and what was heard.
#[derive(Default)]
pub struct Webhooks {
    secrets: Vec<Vec<u8>>,
    heard: Mutex<VecDeque<String>>,
}

impl Webhooks {
    /// With the secrets in use, one a line: two while one takes over from the other.
    #[must_use]
    pub fn new(secrets: &str) -> Self {
        let secrets = secrets.lines().map(str::trim).filter(|it| !it.is_empty());
        Self {
            secrets: secrets.map(|secret| secret.as_bytes().to_vec()).collect(),
            heard: Mutex::default(),
        }
    }

    /// Whether this message is heard for the first time.
    fn is_new(&self, id: String) -> bool {
        let Ok(mut heard) = self.heard.lock() else {
            return true;
        };
        if heard.contains(&id) {
            return false;
        }
        if heard.len() == REMEMBERED {
            heard.pop_front();
        }
        heard.push_back(id);
        true
    }
}

/// Hears a message.
pub(in crate::http) async fn post(
    Shared(state): Shared<State>,
    headers: HeaderMap,
    body: Bytes,
) -> StatusCode {
    let hooks = &state.webhooks;
    if hooks.secrets.is_empty() {
        return StatusCode::NOT_FOUND;
    }
    match webhook::believe(&hooks.secrets, &headers, &body, state.clock.now()) {
        Ok(id) => {
            if hooks.is_new(id) {
                state.desk.hear_events();
            }
            StatusCode::NO_CONTENT
        }
        Err(disbelief) => {
            tracing::warn!(error = %disbelief, "a webhook is not believed");
            StatusCode::UNAUTHORIZED
        }
    }
}
