//! How a connector's calls travel: over HTTP to a fixed base address, or to a router in this process that stands in
//! for the foreign system in tests.

use std::time::Duration;

use axum::{Router, body::Body};
use bytes::Bytes;
use http::{Request, Response};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use tower::ServiceExt;

/// Longest answer read, in bytes: a file of 25 MiB inside JSON, in base64, and some room.
const LONGEST: usize = 40 << 20;
/// Longest time to get a connection.
const CONNECT: Duration = Duration::from_secs(3);

/// The way to a foreign system.
#[derive(Clone)]
pub enum Transport {
    /// A router in this process.
    InProcess(Router),
    /// Over HTTP. It follows no redirection and keeps no cookie.
    Http {
        /// The client.
        client: reqwest::Client,
        /// Base address, without final slash.
        base: String,
    },
}

/// Why there is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// Nothing was sent.
    #[error("it cannot be reached")]
    Unreachable,
    /// It did not answer in time: what was asked may be done.
    #[error("it did not answer in time")]
    Late,
    /// The connection broke: what was asked may be done.
    #[error("the connection broke before the end of the answer")]
    Cut,
    /// The answer is longer than anything that is read.
    #[error("its answer is too long")]
    TooLong,
}

/// Why calls cannot be prepared.
#[derive(Debug, thiserror::Error)]
pub enum TransportError {
    /// Not an `http` or `https` address.
    #[error(
        "the address must begin with https:// (or http:// on a private network) and have no query"
    )]
    Base,
    /// No certificates or no cryptography on this machine.
    #[error("the HTTP client cannot be prepared")]
    Client(#[from] reqwest::Error),
}

impl Transport {
    /// Over HTTP, to paths below `base`, as a program that calls itself `agent`.
    ///
    /// # Errors
    /// The address is not one, or the machine has no certificates.
    pub fn http(base: &str, agent: &str) -> Result<Self, TransportError> {
        let url = reqwest::Url::parse(base).map_err(|_| TransportError::Base)?;
        let known = matches!(url.scheme(), "http" | "https");
        if !known || url.query().is_some() || url.fragment().is_some() {
            return Err(TransportError::Base);
        }
        // Chosen once for the whole process; whoever was first chose the same.
        let _chosen = rustls::crypto::ring::default_provider().install_default();
        let client = reqwest::Client::builder()
            .connect_timeout(CONNECT)
            .redirect(reqwest::redirect::Policy::none())
            .user_agent(agent)
            .build()?;
        Ok(Self::Http {
            client,
            base: base.trim_end_matches('/').to_owned(),
        })
    }

    /// Sends one call, whose address is a path, and reads the whole answer.
    ///
    /// # Errors
    /// There is no answer, or not within `limit`.
    pub async fn send(
        &self,
        request: Request<Bytes>,
        limit: Duration,
    ) -> Result<Response<Bytes>, Broken> {
        let answer = async {
            match self {
                Self::InProcess(router) => in_process(router, request).await,
                Self::Http { client, base } => over_http(client, base, request).await,
            }
        };
        tokio::time::timeout(limit, answer)
            .await
            .unwrap_or(Err(Broken::Late))
    }
}

async fn in_process(router: &Router, request: Request<Bytes>) -> Result<Response<Bytes>, Broken> {
    let response = match router.clone().oneshot(request.map(Body::from)).await {
        Ok(response) => response,
        Err(never) => match never {},
    };
    read(response).await
}

async fn over_http(
    client: &reqwest::Client,
    base: &str,
    request: Request<Bytes>,
) -> Result<Response<Bytes>, Broken> {
    let (head, body) = request.into_parts();
    let mut call = client
        .request(head.method, format!("{base}{}", head.uri))
        .headers(head.headers);
    if !body.is_empty() {
        call = call.body(body);
    }
    // The error is not kept: its text holds the address.
    let response = call.send().await.map_err(|error| {
        if error.is_connect() {
            Broken::Unreachable
        } else {
            Broken::Cut
        }
    })?;
    let response: Response<reqwest::Body> = response.into();
    read(response.map(Body::new)).await
}

async fn read(response: Response<Body>) -> Result<Response<Bytes>, Broken> {
    let (head, body) = response.into_parts();
    let body = Limited::new(body, LONGEST);
    let body = body.collect().await.map_err(|error| {
        if error.is::<LengthLimitError>() {
            Broken::TooLong
        } else {
            Broken::Cut
        }
    })?;
    Ok(Response::from_parts(head, body.to_bytes()))
}
