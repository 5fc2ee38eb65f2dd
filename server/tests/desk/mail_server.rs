//! A real mail server, started by the test that needs it (end2end/support/mail-server.mjs) and gone with it.

use std::process::Stdio;

use serde_json::Value;
use tokio::{
    io::{AsyncBufReadExt, BufReader, Lines},
    process::{Child, ChildStdout, Command},
};

const SCRIPT: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../end2end/support/mail-server.mjs"
);

pub(crate) struct MailServer {
    pub(crate) address: String,
    lines: Lines<BufReader<ChildStdout>>,
    _process: Child,
}

impl MailServer {
    /// `None` where the packages of the browser tests are not installed, unless they must be.
    pub(crate) async fn start() -> Option<Self> {
        let package = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../end2end/node_modules/smtp-server"
        );
        if !std::path::Path::new(package).exists() {
            let required = std::env::var_os("PARVIS_TEST_REQUIRE_SMTP").is_some();
            assert!(!required, "the npm package smtp-server is missing");
            return None;
        }
        let mut process = Command::new("node")
            .arg(SCRIPT)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let mut server = Self {
            address: String::new(),
            lines,
            _process: process,
        };
        let port = server.said().await["port"].as_u64().unwrap();
        server.address = format!("smtp://127.0.0.1:{port}");
        Some(server)
    }

    async fn said(&mut self) -> Value {
        let line = self.lines.next_line().await.unwrap().unwrap();
        serde_json::from_str(&line).unwrap()
    }

    /// The next message that it took.
    pub(crate) async fn message(&mut self) -> Value {
        self.said().await
    }
}
