//! What the kit calls: a router in this process, or an address.

use std::{future::Future, time::Duration};

use axum::{Router, body::Body};
use bytes::Bytes;
use http::{Request, Response};
use http_body_util::BodyExt;
use tower::ServiceExt;

/// Greatest time for one call of the kit.
const LIMIT: Duration = Duration::from_secs(30);

/// A back office that can be called.
pub trait Target: Send + Sync {
    /// Sends one call, whose address is a path, and reads the whole answer; the sentence says why there
    /// is none.
    fn send(
        &self,
        request: Request<Bytes>,
    ) -> impl Future<Output = Result<Response<Bytes>, String>> + Send;
}

/// A router in this process, called without a socket.
pub struct InProcess(pub Router);

impl Target for InProcess {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Bytes>, String> {
        let response = match self.0.clone().oneshot(request.map(Body::from)).await {
            Ok(response) => response,
            Err(never) => match never {},
        };
        let (head, body) = response.into_parts();
        let body = body
            .collect()
            .await
            .map_err(|error| error.to_string())?
            .to_bytes();
        Ok(Response::from_parts(head, body))
    }
}

/// A back office behind an address such as `https://office.example/`.
pub struct Remote {
    base: String,
    client: reqwest::Client,
}

impl Remote {
    /// Prepares calls to an address.
    ///
    /// # Errors
    /// The system cannot make encrypted connections.
    pub fn new(base: &str) -> Result<Self, reqwest::Error> {
        // Chosen once for the whole process; whoever was first chose the same.
        let _chosen = rustls::crypto::ring::default_provider().install_default();
        let client = reqwest::Client::builder()
            .timeout(LIMIT)
            .redirect(reqwest::redirect::Policy::none())
            .build()?;
        Ok(Self {
            base: base.trim_end_matches('/').to_owned(),
            client,
        })
    }
}

impl Target for Remote {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Bytes>, String> {
        let (head, body) = request.into_parts();
        let sent = self
            .client
            .request(head.method, format!("{}{}", self.base, head.uri))
            .headers(head.headers)
            .body(body)
            .send()
            .await
            .map_err(|error| error.without_url().to_string())?;
        let mut response = Response::new(Bytes::new());
        *response.status_mut() = sent.status();
        *response.headers_mut() = sent.headers().clone();
        *response.body_mut() = sent
            .bytes()
            .await
            .map_err(|error| error.without_url().to_string())?;
        Ok(response)
    }
}
