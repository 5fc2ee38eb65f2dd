//! Calls to Request Tracker's REST 2.0, sorted by what the caller may do after a failure. Nothing that a resident
//! typed is ever part of an address or of a query.

use std::time::Duration;

use base64::{Engine, prelude::BASE64_STANDARD};
use bytes::Bytes;
use http::{HeaderValue, Method, Request, Response, StatusCode, header};
use serde::{Serialize, de::DeserializeOwned};

use super::settings::Secret;
use crate::{
    api::problem::{Problem, ProblemCode},
    connectors::{Broken, Transport},
};

/// Longest waits for an answer.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Of a question: somebody waits for a page.
    pub ask: Duration,
    /// Of something to do, with its files.
    pub act: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            ask: Duration::from_secs(5),
            act: Duration::from_secs(40),
        }
    }
}

/// Why a call did not do what was asked. Holds codes only: what RT says may quote a resident.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// No answer.
    #[error("Request Tracker: {0}")]
    Broken(#[from] Broken),
    /// It failed, or something between it and us did: what was asked may be done.
    #[error("Request Tracker answered {0}")]
    Failed(StatusCode),
    /// It said no: nothing was done.
    #[error("Request Tracker refused with {0}: look at the account, its rights and the queue")]
    Refused(StatusCode),
    /// It said yes, and did not: the status is another one.
    #[error(
        "Request Tracker did not set the status: look at the account's rights and the lifecycle"
    )]
    NotSet,
    /// It answered something else than its interface does.
    #[error("the answer of Request Tracker cannot be read")]
    Unreadable,
    /// The queue does not have the custom field, without which a ticket cannot be found again.
    #[error(
        "the custom field of the reference is not applied to the queue, or the account may not see it"
    )]
    NoField,
}

impl Fault {
    /// Whether what was asked may be done all the same.
    pub(super) const fn is_doubtful(self) -> bool {
        matches!(
            self,
            Self::Broken(Broken::Late | Broken::Cut | Broken::TooLong)
                | Self::Failed(_)
                | Self::Unreadable
        )
    }

    /// Whether RT does not show it to this account: gone, or moved where it may not look.
    pub(super) const fn is_hidden(self) -> bool {
        matches!(
            self,
            Self::Refused(StatusCode::NOT_FOUND | StatusCode::FORBIDDEN)
        )
    }
}

/// Seconds after which the portal tries again.
const PATIENCE: u32 = 30;

impl From<Fault> for Box<Problem> {
    /// Logged here, once.
    fn from(fault: Fault) -> Self {
        tracing::warn!(%fault, "the contract's client is told that the back office is away");
        Problem::new(ProblemCode::BackofficeUnavailable).retry_after(PATIENCE)
    }
}

/// A client of one RT, as one account.
#[derive(Clone)]
pub(super) struct Client {
    transport: Transport,
    authorization: HeaderValue,
    limits: Limits,
}

/// What an answer to a question may be.
pub(super) enum Asked<T> {
    /// The resource, and its version.
    Found(T, String),
    /// The version that was named still is.
    Unchanged,
}

impl Client {
    /// `None` when the secret holds signs that no header may.
    pub(super) fn new(
        transport: Transport,
        account: &str,
        secret: &Secret,
        limits: Limits,
    ) -> Option<Self> {
        // Never `?token=`: addresses end up in logs.
        let text = match secret {
            Secret::Token(token) => format!("token {token}"),
            Secret::Password(password) => {
                let pair = format!("{account}:{password}");
                format!("Basic {}", BASE64_STANDARD.encode(pair))
            }
        };
        let mut authorization = HeaderValue::try_from(text).ok()?;
        authorization.set_sensitive(true);
        Some(Self {
            transport,
            authorization,
            limits,
        })
    }

    /// A resource.
    pub(super) async fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T, Fault> {
        match self.get_unless(path, "").await? {
            Asked::Found(value, _) => Ok(value),
            Asked::Unchanged => Err(Fault::Unreadable),
        }
    }

    /// A resource, unless its version is the one known.
    pub(super) async fn get_unless<T: DeserializeOwned>(
        &self,
        path: &str,
        known: &str,
    ) -> Result<Asked<T>, Fault> {
        let mut call = self.call(Method::GET, path);
        if !known.is_empty() {
            call = call.header(header::IF_NONE_MATCH, known);
        }
        let answer = self.send(call, Bytes::new(), self.limits.ask).await?;
        if answer.status() == StatusCode::NOT_MODIFIED {
            return Ok(Asked::Unchanged);
        }
        let version = text_of(&answer, &header::ETAG);
        Ok(Asked::Found(read(&answer)?, version))
    }

    /// Something to do; gives the number at the end of `Location`.
    pub(super) async fn post(&self, path: &str, body: &impl Serialize) -> Result<i64, Fault> {
        let answer = self.act(Method::POST, path, body).await?;
        let location = text_of(&answer, &header::LOCATION);
        let number = location.rsplit('/').next().and_then(|id| id.parse().ok());
        number.ok_or(Fault::Unreadable)
    }

    /// A change. RT answers 200 even when it refused: whoever asks reads back.
    pub(super) async fn put(&self, path: &str, body: &impl Serialize) -> Result<(), Fault> {
        self.act(Method::PUT, path, body).await.map(drop)
    }

    async fn act(
        &self,
        method: Method,
        path: &str,
        body: &impl Serialize,
    ) -> Result<Response<Bytes>, Fault> {
        let body = serde_json::to_vec(body).map_err(|_| Fault::Unreadable)?;
        let call = self
            .call(method, path)
            .header(header::CONTENT_TYPE, "application/json");
        self.send(call, body.into(), self.limits.act).await
    }

    fn call(&self, method: Method, path: &str) -> http::request::Builder {
        Request::builder()
            .method(method)
            .uri(format!("/REST/2.0/{path}"))
            .header(header::AUTHORIZATION, self.authorization.clone())
            .header(header::ACCEPT, "application/json")
    }

    async fn send(
        &self,
        call: http::request::Builder,
        body: Bytes,
        limit: Duration,
    ) -> Result<Response<Bytes>, Fault> {
        let request = call.body(body).map_err(|_| Fault::Unreadable)?;
        let answer = self.transport.send(request, limit).await?;
        let status = answer.status();
        if status.is_success() || status == StatusCode::NOT_MODIFIED {
            Ok(answer)
        } else if status.is_server_error() {
            Err(Fault::Failed(status))
        } else {
            // A redirection too: RT sends whoever it does not recognise to its login page.
            Err(Fault::Refused(status))
        }
    }
}

fn text_of(answer: &Response<Bytes>, name: &header::HeaderName) -> String {
    let value = answer.headers().get(name);
    let text = value.and_then(|value| value.to_str().ok());
    text.unwrap_or_default().to_owned()
}

fn read<T: DeserializeOwned>(answer: &Response<Bytes>) -> Result<T, Fault> {
    serde_json::from_slice(answer.body()).map_err(|_| Fault::Unreadable)
}
