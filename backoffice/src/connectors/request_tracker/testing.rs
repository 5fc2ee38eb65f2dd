//! A real Request Tracker for tests: fresh, in a folder of its own, gone with this value.

use std::{
    fs,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::{Path, PathBuf},
    process::{self, Child, Command, Stdio},
    sync::atomic::{AtomicU16, Ordering},
    thread,
    time::Duration,
};

use base64::{Engine, prelude::BASE64_STANDARD};
use bytes::Bytes;
use http::{Method, Request, header};
use serde_json::{Value, json};
use tempfile::TempDir;

use super::{AGENT, Queues, Secret, Settings, Statuses};
use crate::connectors::{Broken, Transport};

/// When `1`, a test fails instead of leaving Request Tracker out.
pub const REQUIRE: &str = "PARVIS_TEST_REQUIRE_RT";
/// Starts it; `CONTRIBUTING.md` says how to install what it needs.
const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../scripts/request-tracker.sh");
/// Longest wait for its start on a busy machine.
const PATIENCE: Duration = Duration::from_secs(120);
/// Between two looks.
const PAUSE: Duration = Duration::from_millis(50);

/// Below the ports that a system lends to outgoing connections (32768 and more): one of these is not taken between the
/// moment it is found free and the moment a server listens on it.
const PORTS: std::ops::Range<u16> = 10_000..32_000;

/// An address of this machine where nobody listens now; `None` when each port of many is taken.
#[must_use]
pub fn free_address() -> Option<SocketAddr> {
    static ASKED: AtomicU16 = AtomicU16::new(0);
    // Tests run in processes of their own: each begins elsewhere.
    let start = process::id().wrapping_mul(97);
    (0..u32::from(PORTS.end - PORTS.start))
        .map(|_| start.wrapping_add(u32::from(ASKED.fetch_add(1, Ordering::Relaxed))))
        .filter_map(|at| u16::try_from(at % u32::from(PORTS.end - PORTS.start)).ok())
        .map(|at| SocketAddr::from((Ipv4Addr::LOCALHOST, PORTS.start + at)))
        .find(|address| TcpListener::bind(address).is_ok())
}

/// A fresh Request Tracker with one queue, the connector's account and one agent, Claire.
pub struct TestTracker {
    child: Child,
    port: u16,
    _folder: TempDir,
    files: PathBuf,
}

/// A Request Tracker, when it is installed.
///
/// # Errors
/// Why it does not start; not being installed is no error unless [`REQUIRE`] is `1`.
pub fn request_tracker() -> Result<Option<TestTracker>, String> {
    let installed = Path::new("/usr/share/request-tracker5/libexec/rt-server").is_file();
    if installed {
        return TestTracker::start().map(Some);
    }
    if std::env::var(REQUIRE).is_ok_and(|value| value == "1") {
        return Err("Request Tracker is required and not installed".to_owned());
    }
    Ok(None)
}

impl TestTracker {
    fn start() -> Result<Self, String> {
        let told = |error: std::io::Error| error.to_string();
        let folder = TempDir::new().map_err(told)?;
        let files = folder.path().join("rt");
        let port = free_address().ok_or("no port is free")?.port();
        let child = Command::new(SCRIPT)
            .arg(&files)
            .arg(port.to_string())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .map_err(told)?;
        let mut tracker = Self {
            child,
            port,
            _folder: folder,
            files,
        };
        tracker.wait()?;
        Ok(tracker)
    }

    fn wait(&mut self) -> Result<(), String> {
        let mut ended = None;
        for _ in 0..PATIENCE.as_millis() / PAUSE.as_millis() {
            if self.files.join("ready").exists() {
                return Ok(());
            }
            ended = self.child.try_wait().ok().flatten();
            if ended.is_some() {
                break;
            }
            thread::sleep(PAUSE);
        }
        let log = fs::read_to_string(self.files.join("log")).unwrap_or_default();
        Err(format!("Request Tracker does not start: {ended:?} {log}"))
    }

    /// Its address.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The file of the connector's token.
    #[must_use]
    pub fn token_file(&self) -> PathBuf {
        self.files.join("token")
    }

    /// Settings of a connector to it.
    #[must_use]
    pub fn settings(&self) -> Settings {
        let token = fs::read_to_string(self.token_file()).unwrap_or_default();
        Settings {
            url: self.url(),
            account: "parvis".to_owned(),
            secret: Secret::Token(token.trim().to_owned()),
            queues: Queues {
                usual: "Démarches".to_owned(),
                by_procedure: Default::default(),
            },
            reference_field: "Parvis".to_owned(),
            statuses: Statuses::default(),
            every: Duration::from_secs(20),
        }
    }

    /// The way to it.
    ///
    /// # Errors
    /// This machine cannot make calls.
    pub fn transport(&self) -> Result<Transport, super::super::TransportError> {
        Transport::http(&self.url(), AGENT)
    }

    /// Claire, an agent, writes to whoever asked; the ticket then has this status.
    ///
    /// # Errors
    /// RT does not answer.
    pub async fn claire_writes(
        &self,
        ticket: &str,
        words: &str,
        status: Option<&str>,
    ) -> Result<(), Broken> {
        let mut body = json!({ "Content": words, "ContentType": "text/html" });
        if let Some(status) = status {
            body["Status"] = json!(status);
        }
        self.as_claire(Method::POST, &format!("ticket/{ticket}/correspond"), body)
            .await
            .map(drop)
    }

    /// Claire notes something for her colleagues.
    ///
    /// # Errors
    /// RT does not answer.
    pub async fn claire_notes(&self, ticket: &str, words: &str) -> Result<(), Broken> {
        let body = json!({ "Content": words, "ContentType": "text/plain" });
        self.as_claire(Method::POST, &format!("ticket/{ticket}/comment"), body)
            .await
            .map(drop)
    }

    /// A call as Claire; what RT answers.
    ///
    /// # Errors
    /// RT does not answer, or cannot be called.
    pub async fn as_claire(
        &self,
        method: Method,
        path: &str,
        body: Value,
    ) -> Result<Value, Broken> {
        let basic = BASE64_STANDARD.encode("claire:claire-password");
        let content = if method == Method::GET {
            Bytes::new()
        } else {
            body.to_string().into()
        };
        let request = Request::builder()
            .method(method)
            .uri(format!("/REST/2.0/{path}"))
            .header(header::AUTHORIZATION, format!("Basic {basic}"))
            .header(header::CONTENT_TYPE, "application/json")
            .body(content)
            .map_err(|_| Broken::Unreachable)?;
        let transport = self.transport().map_err(|_| Broken::Unreachable)?;
        let answer = transport.send(request, PATIENCE).await?;
        Ok(serde_json::from_slice(answer.body()).unwrap_or(Value::Null))
    }
}

impl Drop for TestTracker {
    /// Asked to stop rather than killed: its workers must go too.
    fn drop(&mut self) {
        let pid = self.child.id().to_string();
        let _ = Command::new("sh")
            .args(["-c", "kill -TERM \"$1\"", "sh", &pid])
            .status();
        let _ = self.child.wait();
    }
}
