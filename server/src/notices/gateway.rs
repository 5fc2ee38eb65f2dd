//! Text messages through an HTTP gateway (docs/sms-gateway.md says what it must answer). The identifier of a message
//! is in its address: sent again after a crash, it is the same message.

use std::time::Duration;

use domain::locale::Locale;
use http::StatusCode;
use serde::{Deserialize, Serialize};

use super::SendFailure;
use crate::pii::Pii;

/// Longest answer that is read, in bytes.
const LONGEST: usize = 64 * 1024;

/// The gateway of a portal.
#[derive(Clone)]
pub struct Gateway {
    client: reqwest::Client,
    base: String,
    token: Pii<String>,
    per_day: i64,
}

/// Why a gateway cannot be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the HTTP client of the SMS gateway cannot be prepared")]
pub struct GatewayError;

#[derive(Serialize)]
struct Message<'a> {
    to: &'a str,
    text: &'a str,
    language: &'a str,
}

#[derive(Deserialize)]
struct Status {
    state: Fate,
}

/// What became of a message, as the gateway knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// It reached the phone.
    Delivered,
    /// It did not, and never will.
    Failed,
    /// On its way, or not known.
    #[serde(other)]
    Unknown,
}

impl Gateway {
    /// A gateway at a base address. `per_day`: messages that the whole portal sends in 24 hours at most.
    ///
    /// # Errors
    /// No certificates or no cryptography on this machine.
    pub fn new(base: &str, token: String, per_day: u32) -> Result<Self, GatewayError> {
        // Already installed by another client of this process: nothing to do.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = reqwest::Client::builder()
            .connect_timeout(Duration::from_secs(5))
            .timeout(Duration::from_secs(20))
            .redirect(reqwest::redirect::Policy::none())
            .user_agent("parvis")
            .build()
            .map_err(|_| GatewayError)?;
        Ok(Self {
            client,
            base: base.trim_end_matches('/').to_owned(),
            token: Pii::new(token),
            per_day: i64::from(per_day),
        })
    }

    /// Messages that the whole portal sends in 24 hours at most.
    #[must_use]
    pub const fn per_day(&self) -> i64 {
        self.per_day
    }

    /// Gives a message to the gateway. Given again under the same `id`, it is sent once.
    ///
    /// # Errors
    /// Says whether another attempt makes sense.
    pub async fn send(
        &self,
        id: &str,
        to: &Pii<String>,
        text: &str,
        locale: Locale,
    ) -> Result<(), SendFailure> {
        let message = Message {
            to: to.reveal(),
            text,
            language: locale.tag(),
        };
        let body = serde_json::to_vec(&message).map_err(|_| SendFailure::Never)?;
        let sent = self
            .client
            .put(self.address(id))
            .bearer_auth(self.token.reveal())
            .header(http::header::CONTENT_TYPE, "application/json")
            .body(body)
            .send()
            .await;
        // The error is not kept: its text holds the address.
        let status = sent.map_err(|_| SendFailure::Later)?.status();
        match status {
            status if status.is_success() => Ok(()),
            // The number leads nowhere: the only refusal that is about this message.
            StatusCode::UNPROCESSABLE_ENTITY => Err(SendFailure::Never),
            _ => Err(SendFailure::Later),
        }
    }

    /// What became of a message.
    pub async fn fate(&self, id: &str) -> Fate {
        let asked = self
            .client
            .get(self.address(id))
            .bearer_auth(self.token.reveal())
            .send()
            .await;
        let Ok(answer) = asked else {
            return Fate::Unknown;
        };
        if !answer.status().is_success()
            || answer
                .content_length()
                .is_some_and(|long| long > LONGEST as u64)
        {
            return Fate::Unknown;
        }
        let body = axum::body::Body::from_stream(answer.bytes_stream());
        let Ok(body) = axum::body::to_bytes(body, LONGEST).await else {
            return Fate::Unknown;
        };
        serde_json::from_slice::<Status>(&body).map_or(Fate::Unknown, |status| status.state)
    }

    fn address(&self, id: &str) -> String {
        format!("{}/messages/{id}", self.base)
    }
}
