//! One connection of one person: HTTP/1.1 kept alive, the cookie kept by hand, an address of their own.

use std::{
    net::{Ipv4Addr, SocketAddr},
    time::Duration,
};

use anyhow::Context;
use bytes::Bytes;
use http::{HeaderValue, Request, header, request::Builder};
use http_body_util::{BodyExt, Full};
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper_util::rt::TokioIo;
use tokio::{net::TcpStream, time::timeout};

/// No answer after this time: the portal failed that person.
const PATIENCE: Duration = Duration::from_secs(30);

/// An answer, read whole.
#[derive(Debug)]
pub(crate) struct Answer {
    /// Status code.
    pub(crate) status: u16,
    /// Where it sends, without the fragment.
    pub(crate) location: Option<String>,
    /// Seconds after which the page asks again by itself.
    pub(crate) again: Option<u64>,
    /// Body as it came.
    pub(crate) body: Bytes,
}

impl Answer {
    /// The body as text.
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// A person's browser, as far as the server sees it.
#[derive(Debug)]
pub(crate) struct Client {
    connection: SendRequest<Full<Bytes>>,
    server: SocketAddr,
    /// Name and value of each.
    cookies: Vec<(String, String)>,
    origin: HeaderValue,
    /// What it takes compressed; nothing at first.
    encodings: Option<HeaderValue>,
    /// Requests sent since this person came.
    sent: u32,
}

impl Client {
    /// Connects as the person of this number.
    pub(crate) async fn connect(server: SocketAddr, person: u32) -> anyhow::Result<Self> {
        let origin = origin(person)?;
        Ok(Self {
            connection: connection(server).await?,
            server,
            cookies: Vec::new(),
            origin,
            encodings: None,
            sent: 0,
        })
    }

    /// Another person takes the place, on the same connection.
    pub(crate) fn become_person(&mut self, person: u32) -> anyhow::Result<()> {
        self.cookies.clear();
        self.sent = 0;
        self.origin = origin(person)?;
        Ok(())
    }

    /// The same person comes back to a server that was started anew; their browser kept the cookie.
    pub(crate) async fn come_back_to(&mut self, server: SocketAddr) -> anyhow::Result<()> {
        self.connection = connection(server).await?;
        self.server = server;
        Ok(())
    }

    /// Name and value of the first cookie that this person was given.
    pub(crate) fn cookie(&self) -> Option<(&str, &str)> {
        let (name, value) = self.cookies.first()?;
        Some((name, value))
    }

    /// How many requests this person sent.
    pub(crate) const fn sent(&self) -> u32 {
        self.sent
    }

    /// Takes pages compressed, as a browser does.
    pub(crate) fn take_compressed(&mut self) {
        self.encodings = Some(HeaderValue::from_static("gzip, br"));
    }

    /// Opens an address.
    pub(crate) async fn get(&mut self, path: &str) -> anyhow::Result<Answer> {
        let request = self.request("GET", path).body(Full::default())?;
        self.send(request).await
    }

    /// Sends a form from one of our own pages.
    pub(crate) async fn post(
        &mut self,
        path: &str,
        kind: &str,
        body: String,
    ) -> anyhow::Result<Answer> {
        let request = self
            .request("POST", path)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, kind)
            .body(Full::from(body))?;
        self.send(request).await
    }

    fn request(&self, method: &str, path: &str) -> Builder {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, self.server.to_string())
            .header("x-forwarded-for", &self.origin);
        for (name, value) in &self.cookies {
            request = request.header(header::COOKIE, format!("{name}={value}"));
        }
        if let Some(encodings) = &self.encodings {
            request = request.header(header::ACCEPT_ENCODING, encodings);
        }
        request
    }

    async fn send(&mut self, request: Request<Full<Bytes>>) -> anyhow::Result<Answer> {
        self.sent += 1;
        let exchange = async {
            self.connection.ready().await?;
            let (parts, body) = self.connection.send_request(request).await?.into_parts();
            anyhow::Ok((parts, body.collect().await?.to_bytes()))
        };
        let (parts, body) = timeout(PATIENCE, exchange)
            .await
            .context("no answer in 30 s")??;
        for given in parts.headers.get_all(header::SET_COOKIE) {
            let pair = given.to_str()?.split(';').next().unwrap_or_default();
            if let Some((name, value)) = pair.split_once('=') {
                self.cookies.retain(|(known, _)| known != name);
                self.cookies.push((name.to_owned(), value.to_owned()));
            }
        }
        let again = parts
            .headers
            .get(header::REFRESH)
            .and_then(|value| value.to_str().ok()?.split(';').next()?.parse().ok());
        let location = parts
            .headers
            .get(header::LOCATION)
            .and_then(|value| value.to_str().ok());
        let location = location
            .and_then(|value| value.split('#').next())
            .map(str::to_owned);
        Ok(Answer {
            status: parts.status.as_u16(),
            location,
            again,
            body,
        })
    }
}

async fn connection(server: SocketAddr) -> anyhow::Result<SendRequest<Full<Bytes>>> {
    let stream = TcpStream::connect(server).await?;
    stream.set_nodelay(true)?;
    let (connection, driver) = handshake(TokioIo::new(stream)).await?;
    // Its end is seen by whoever sends the next request.
    tokio::spawn(driver);
    Ok(connection)
}

/// An address of a private network for each person: 10.0.0.0/8 has 16 million.
fn origin(person: u32) -> anyhow::Result<HeaderValue> {
    let [_, second, third, fourth] = person.to_be_bytes();
    Ok(HeaderValue::from_str(
        &Ipv4Addr::new(10, second, third, fourth).to_string(),
    )?)
}
