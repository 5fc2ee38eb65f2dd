//! Client of the back-office contract: the same code whether the back office is mounted in this process or
//! answers over HTTP. What it sends holds no personal data in addresses, and its failures none at all.

mod address;
mod addresses;
mod appointments;
mod breaker;
mod error;
mod follow_up;
mod operations;
mod queue;
mod surveys;
mod transport;
mod waiting;

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use axum::body::Bytes;
use backoffice::{
    api::{headers, problem::Problem},
    ports::{Clock, Randomness, new_id},
};
use http::{HeaderMap, StatusCode, header};
use serde::de::DeserializeOwned;
use tokio::sync::Semaphore;

pub use error::{ContractError, Verdict};
pub use operations::{Fetched, Outgoing};
pub use transport::Transport;

use breaker::{Breaker, Outcome};
use transport::Call;

/// Calls to the back office at the same time.
const CALLS: usize = 16;
/// How long a person waits for a place among them, before the last known answer is shown instead.
const QUEUE: Duration = Duration::from_millis(500);

/// The client. Cheap to clone; clones share the circuit breaker.
#[derive(Clone)]
pub struct Client(Arc<Inner>);

struct Inner {
    transport: Transport,
    token: String,
    breaker: Breaker,
    calls: Semaphore,
    /// Writes that may have had an effect.
    writes: AtomicU64,
    clock: Arc<dyn Clock>,
    randomness: Arc<dyn Randomness>,
}

/// How long a call may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Patience {
    /// A person waits: 5 seconds, and half a second more for a place when many ask at once.
    Visitor,
    /// Nobody waits: 30 seconds.
    Worker,
}

impl Patience {
    const fn limit(self) -> Duration {
        match self {
            Self::Visitor => Duration::from_secs(5),
            Self::Worker => Duration::from_secs(30),
        }
    }
}

/// An answer read whole.
struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
}

/// Waits for both calls to end. Not `try_join!`: after a first error it drops the other call, and with it what
/// that call would have taught the circuit breaker.
pub(crate) async fn both<A, B>(
    one: impl Future<Output = Result<A, ContractError>>,
    other: impl Future<Output = Result<B, ContractError>>,
) -> Result<(A, B), ContractError> {
    let (one, other) = tokio::join!(one, other);
    Ok((one?, other?))
}

impl Client {
    /// A client that proves who it is with `token`.
    #[must_use]
    pub fn new(
        transport: Transport,
        token: String,
        clock: Arc<dyn Clock>,
        randomness: Arc<dyn Randomness>,
    ) -> Self {
        let (breaker, calls) = (Breaker::default(), Semaphore::new(CALLS));
        Self(Arc::new(Inner {
            transport,
            token,
            breaker,
            calls,
            writes: AtomicU64::new(0),
            clock,
            randomness,
        }))
    }

    /// How many writes may have had an effect so far: what was read before the last one may not be so any more.
    pub(crate) fn writes(&self) -> u64 {
        self.0.writes.load(Ordering::SeqCst)
    }

    /// Makes a call and gives a 2xx or 304 answer; anything else is an error.
    async fn call(&self, mut call: Call, patience: Patience) -> Result<Answer, ContractError> {
        let inner = &*self.0;
        let _place = match patience {
            Patience::Visitor => tokio::time::timeout(QUEUE, inner.calls.acquire())
                .await
                .map_err(|_| ContractError::Busy)?
                .map_err(|_| ContractError::Busy)?,
            Patience::Worker => inner
                .calls
                .acquire()
                .await
                .map_err(|_| ContractError::Busy)?,
        };
        let pass = inner.breaker.lets_through(inner.clock.now());
        let pass = pass.ok_or(ContractError::Open)?;
        let is_write = call.is_write();
        let bearer = format!("Bearer {}", inner.token);
        call.header(header::AUTHORIZATION, &bearer);
        call.header(headers::REQUEST_ID, &new_id(&*inner.randomness));
        let answer = match tokio::time::timeout(patience.limit(), inner.transport.send(call)).await
        {
            Ok(answer) => answer,
            Err(_) => Err(ContractError::Late),
        };
        let failed = match &answer {
            Ok(answer) => {
                answer.status.is_server_error() && answer.status != StatusCode::NOT_IMPLEMENTED
            }
            Err(error) => *error != ContractError::TooLong,
        };
        let outcome = if failed {
            Outcome::Failure
        } else {
            Outcome::Success
        };
        pass.record(outcome, inner.clock.now());
        let is_refused = |answer: &Answer| answer.status.is_client_error();
        if is_write && !answer.as_ref().is_ok_and(is_refused) {
            inner.writes.fetch_add(1, Ordering::SeqCst);
        }
        let answer = answer?;
        if answer.status.is_success() || answer.status == StatusCode::NOT_MODIFIED {
            return Ok(answer);
        }
        Err(answer.refusal())
    }
}

impl Answer {
    /// The body as JSON. An unreadable one may still mean that the call had its effect.
    fn json<T: DeserializeOwned>(&self) -> Result<T, ContractError> {
        serde_json::from_slice(&self.body).map_err(|_| ContractError::Unreadable)
    }

    fn etag(&self) -> Option<String> {
        self.headers
            .get(header::ETAG)
            .and_then(|etag| etag.to_str().ok())
            .map(str::to_owned)
    }

    /// What a status of failure means: a problem of the contract, or something in between that speaks HTML.
    fn refusal(&self) -> ContractError {
        let kind = self
            .headers
            .get(header::CONTENT_TYPE)
            .and_then(|kind| kind.to_str().ok());
        if kind.is_some_and(|kind| kind.starts_with(headers::PROBLEM_JSON))
            && let Ok(problem) = serde_json::from_slice::<Problem>(&self.body)
        {
            return ContractError::Problem {
                status: self.status,
                code: problem.code,
                retry_after: problem.retry_after,
            };
        }
        ContractError::Status(self.status)
    }
}
