//! How a call travels: to a router mounted in this process, or over HTTP to a fixed base address.

use std::time::Duration;

use axum::{Router, body::Body};
use http::{HeaderName, HeaderValue, Method, Request, header};
use tower::ServiceExt;

use super::{Answer, ContractError, address::Address};
use crate::uploads::FileStream;

/// Longest answer read, in bytes. A catalogue of 500 procedures takes about 8 MiB, a delivered document 25 at most.
const LONGEST: usize = 26 * 1024 * 1024;

/// The way to the back office.
#[derive(Clone)]
pub enum Transport {
    /// A router in this process: no socket, the same layers.
    InProcess(Router),
    /// Over HTTP.
    Http(HttpTransport),
}

/// A client of one base address, which never follows a redirection.
#[derive(Clone)]
pub struct HttpTransport {
    client: reqwest::Client,
    base: String,
}

/// Why an HTTP transport cannot be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TransportError {
    /// Not an `http` or `https` address.
    #[error(
        "the address of the back office must begin with https:// (or http:// on a private network)"
    )]
    Base,
    /// No certificates or no cryptography on this machine.
    #[error("the HTTP client cannot be prepared")]
    Client,
}

impl Transport {
    /// Over HTTP, to the address below which `/v1` lies.
    ///
    /// # Errors
    /// The address is not one, or the machine has no certificates.
    pub fn http(base: &str) -> Result<Self, TransportError> {
        let url = reqwest::Url::parse(base).map_err(|_| TransportError::Base)?;
        if !matches!(url.scheme(), "http" | "https")
            || url.query().is_some()
            || url.fragment().is_some()
        {
            return Err(TransportError::Base);
        }
        // Already installed by another transport of this process: nothing to do.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = reqwest::Client::builder()
            .connect_timeout(Duration::from_secs(2))
            .redirect(reqwest::redirect::Policy::none())
            .user_agent("parvis")
            .build()
            .map_err(|_| TransportError::Client)?;
        Ok(Self::Http(HttpTransport {
            client,
            base: base.trim_end_matches('/').to_owned(),
        }))
    }

    pub(super) async fn send(&self, call: Call) -> Result<Answer, ContractError> {
        let response = match self {
            Self::InProcess(router) => {
                let request = call.into_request("")?;
                match router.clone().oneshot(request).await {
                    Ok(response) => response,
                    Err(never) => match never {},
                }
            }
            Self::Http(transport) => transport.send(call).await?,
        };
        let (parts, body) = response.into_parts();
        let body = axum::body::to_bytes(body, LONGEST).await.map_err(|error| {
            let error = error.into_inner();
            if error.is::<http_body_util::LengthLimitError>() {
                ContractError::TooLong
            } else {
                ContractError::Broken
            }
        })?;
        Ok(Answer {
            status: parts.status,
            headers: parts.headers,
            body,
        })
    }
}

impl HttpTransport {
    async fn send(&self, call: Call) -> Result<http::Response<Body>, ContractError> {
        let (parts, body) = call.into_request(&self.base)?.into_parts();
        let asks = parts.method == Method::GET;
        let mut request = self
            .client
            .request(parts.method, parts.uri.to_string())
            .headers(parts.headers);
        // A GET with a body, even an empty one, is refused by some servers in between.
        if !asks {
            request = request.body(reqwest::Body::wrap_stream(body.into_data_stream()));
        }
        // The error is not kept: its text holds the address.
        let response = request.send().await.map_err(|error| {
            if error.is_connect() {
                ContractError::Unreachable
            } else {
                ContractError::Broken
            }
        })?;
        let response: http::Response<reqwest::Body> = response.into();
        Ok(response.map(Body::new))
    }
}

/// A call to make.
pub(super) struct Call {
    method: Method,
    address: Address,
    headers: Vec<(HeaderName, String)>,
    body: Body,
}

impl Call {
    /// Whether it may change something.
    pub(super) fn is_write(&self) -> bool {
        self.method != Method::GET
    }

    pub(super) fn get(address: Address) -> Self {
        Self {
            method: Method::GET,
            address,
            headers: Vec::new(),
            body: Body::empty(),
        }
    }

    pub(super) fn post_json<T: serde::Serialize>(
        address: Address,
        value: &T,
    ) -> Result<Self, ContractError> {
        let body = serde_json::to_vec(value).map_err(|_| ContractError::Unreadable)?;
        let mut call = Self::post(address, Body::from(body.clone()));
        call.header(header::CONTENT_TYPE, "application/json");
        call.header(header::CONTENT_LENGTH, &body.len().to_string());
        Ok(call)
    }

    /// The same with the address as key: again is the same.
    pub(super) fn put_json<T: serde::Serialize>(
        address: Address,
        value: &T,
    ) -> Result<Self, ContractError> {
        Ok(Self {
            method: Method::PUT,
            ..Self::post_json(address, value)?
        })
    }

    pub(super) fn post_file(
        address: Address,
        bytes: FileStream,
        length: u64,
        media_type: &str,
    ) -> Self {
        let mut call = Self::post(address, Body::from_stream(bytes));
        call.header(header::CONTENT_TYPE, media_type);
        call.header(header::CONTENT_LENGTH, &length.to_string());
        call
    }

    pub(super) fn delete(address: Address) -> Self {
        Self {
            method: Method::DELETE,
            ..Self::get(address)
        }
    }

    /// The same call, which changes a part of something.
    pub(super) fn into_patch(self) -> Self {
        Self {
            method: Method::PATCH,
            ..self
        }
    }

    fn post(address: Address, body: Body) -> Self {
        Self {
            method: Method::POST,
            address,
            headers: Vec::new(),
            body,
        }
    }

    pub(super) fn header(&mut self, name: HeaderName, value: &str) {
        self.headers.push((name, value.to_owned()));
    }

    fn into_request(self, base: &str) -> Result<Request<Body>, ContractError> {
        let uri = format!("{base}{}", self.address.path_and_query());
        let mut request = Request::builder().method(self.method).uri(uri);
        for (name, value) in self.headers {
            let value = HeaderValue::try_from(value).map_err(|_| ContractError::Address)?;
            request = request.header(name, value);
        }
        request.body(self.body).map_err(|_| ContractError::Address)
    }
}
