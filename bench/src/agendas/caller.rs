//! A portal that calls the back office, over a connection or in its own program: calls of the contract with their token
//! and key.

use std::net::SocketAddr;

use anyhow::{Context, ensure};
use axum::{Router, body::Body};
use bytes::Bytes;
use http::{Request, header};
use http_body_util::{BodyExt, Full};
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper_util::rt::TokioIo;
use serde::{Serialize, de::DeserializeOwned};
use tokio::net::TcpStream;
use tower::ServiceExt;

/// What the portal and its office know.
pub(super) const TOKEN: &str = "only the measured office and its generator know this";

/// Where the office is.
#[derive(Debug, Clone)]
pub(super) enum Door {
    /// A server of its own.
    Socket(SocketAddr),
    /// In this program, as a portal holds the office that is embedded in it.
    Program(Router),
}

#[derive(Debug)]
pub(super) enum Caller {
    Socket(SendRequest<Full<Bytes>>),
    Program(Router),
}

/// An answer.
#[derive(Debug)]
pub(super) struct Reply {
    pub(super) status: u16,
    body: Bytes,
}

impl Reply {
    /// What of the body is looked at: the generator shares the cores with what it measures.
    pub(super) fn read<T: DeserializeOwned>(&self) -> anyhow::Result<T> {
        serde_json::from_slice(&self.body).with_context(|| self.told())
    }

    /// The body, to say what went wrong.
    pub(super) fn told(&self) -> String {
        format!("{} {}", self.status, String::from_utf8_lossy(&self.body))
    }
}

impl Caller {
    pub(super) async fn at(door: &Door) -> anyhow::Result<Self> {
        let office = match door {
            Door::Socket(office) => office,
            Door::Program(router) => return Ok(Self::Program(router.clone())),
        };
        let stream = TcpStream::connect(office).await?;
        stream.set_nodelay(true)?;
        let (connection, driver) = handshake(TokioIo::new(stream)).await?;
        tokio::spawn(driver);
        Ok(Self::Socket(connection))
    }

    pub(super) async fn get<T: DeserializeOwned>(&mut self, path: &str) -> anyhow::Result<T> {
        let reply = self.call("GET", path, "", Bytes::new()).await?;
        ensure!(reply.status == 200, "{path}: {}", reply.told());
        reply.read()
    }

    pub(super) async fn post(
        &mut self,
        path: &str,
        key: &str,
        body: &impl Serialize,
    ) -> anyhow::Result<Reply> {
        self.call("POST", path, key, serde_json::to_vec(body)?.into())
            .await
    }

    async fn call(
        &mut self,
        method: &str,
        path: &str,
        key: &str,
        body: Bytes,
    ) -> anyhow::Result<Reply> {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "office")
            .header(header::AUTHORIZATION, format!("Bearer {TOKEN}"))
            .header(header::CONTENT_TYPE, "application/json")
            .header("idempotency-key", key)
            .body(Full::from(body))?;
        let (status, body) = match self {
            Self::Socket(connection) => {
                connection.ready().await?;
                let (parts, body) = connection.send_request(request).await?.into_parts();
                (parts.status, body.collect().await?.to_bytes())
            }
            Self::Program(router) => {
                let request = request.map(Body::new);
                let (parts, body) = router.clone().oneshot(request).await?.into_parts();
                (parts.status, body.collect().await?.to_bytes())
            }
        };
        let status = status.as_u16();
        Ok(Reply { status, body })
    }
}
