//! The server under measure: starts as its operator starts it, is asked for its costs, and stops cleanly.

use std::{
    fs,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Duration,
};

use anyhow::{Context, bail, ensure};
use tempfile::TempDir;

use crate::{
    client::Client,
    processor,
    rounds::{Used, median},
    stopwatch::Stopwatch,
    table::Table,
};

/// How long a start may take before it counts as failed.
const PATIENCE: Duration = Duration::from_secs(60);
/// How long it may work by itself after a start.
const REST: Duration = Duration::from_secs(120);
/// Milliseconds of work in a second that still count as rest: one tick.
const AT_REST: f64 = 10.0;

/// Settings of the measured server: none, so that no file of the machine counts.
const SETTINGS: &str = "defaults-only.toml";

/// The program, its site and a data folder that goes with it.
#[derive(Debug)]
pub(crate) struct Program {
    server: PathBuf,
    site: PathBuf,
    data: TempDir,
}

impl Program {
    /// Checks that both are built.
    pub(crate) fn new(server: &Path, site: &Path) -> anyhow::Result<Self> {
        ensure!(
            server.is_file() && site.is_dir(),
            "{} or {} is missing: run `make build` first",
            server.display(),
            site.display()
        );
        let data = tempfile::tempdir().context("no temporary folder")?;
        std::fs::write(data.path().join(SETTINGS), "").context("the folder takes no file")?;
        Ok(Self {
            server: server.into(),
            site: site.into(),
            data,
        })
    }

    /// The command of the reference back office, built beside the server.
    pub(crate) fn office(&self) -> PathBuf {
        self.server.with_file_name("parvis-backoffice")
    }

    /// Folder that is removed in the end.
    pub(crate) fn data(&self) -> &Path {
        self.data.path()
    }
}

/// A server that answers.
#[derive(Debug)]
pub(crate) struct Server {
    child: Child,
    public: SocketAddr,
    operations: SocketAddr,
    start: f64,
}

impl Server {
    /// Starts on free ports, with its data in a folder of this name, and waits for the first page.
    pub(crate) async fn start_in(program: &Program, folder: &str) -> anyhow::Result<Self> {
        Self::start_with(program, folder, &[]).await
    }

    /// The same with more settings, as variables.
    pub(crate) async fn start_with(
        program: &Program,
        folder: &str,
        settings: &[(&str, &str)],
    ) -> anyhow::Result<Self> {
        let (public, operations) = (free_address()?, free_address()?);
        let mut command = own_command(&program.server);
        command
            .arg("serve")
            .arg("--config")
            .arg(program.data.path().join(SETTINGS))
            .env("PARVIS_LISTEN", public.to_string())
            .env("PARVIS_OPERATIONS", operations.to_string())
            .env("PARVIS_DATA", program.data.path().join(folder))
            .env("PARVIS_SITE", &program.site)
            // Each resident has an address: the brake of writes per origin must see them apart.
            .env("PARVIS_TRUSTED_PROXIES", r#"["127.0.0.1"]"#)
            .envs(settings.iter().copied())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::inherit());
        let watch = Stopwatch::start();
        let child = command.spawn().context("the server does not start")?;
        let mut server = Self {
            child,
            public,
            operations,
            start: 0.0,
        };
        loop {
            if let Ok(mut visitor) = Client::connect(public, 1).await
                && visitor.get("/fr").await?.status == 200
            {
                server.start = watch.milliseconds();
                return Ok(server);
            }
            if let Some(status) = server.child.try_wait()? {
                bail!("the server stopped at once: {status}");
            }
            ensure!(watch.elapsed() < PATIENCE, "the server did not answer");
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    }

    /// Process identifier.
    pub(crate) fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Where residents come in.
    pub(crate) const fn address(&self) -> SocketAddr {
        self.public
    }

    /// The same, as a browser writes it.
    pub(crate) fn origin(&self) -> String {
        format!("http://{}", self.public)
    }

    /// Processor time used so far, all threads, user and system, in milliseconds (grain: 10 ms).
    pub(crate) fn cpu(&self) -> anyhow::Result<f64> {
        processor::used_by(self.pid())
    }

    /// The same, of a portal whose database is inside it.
    pub(crate) fn used(&self) -> anyhow::Result<Used> {
        let (portal, database) = (self.cpu()?, 0.0);
        Ok(Used { portal, database })
    }

    /// Waits until nothing goes on any more that nobody asked for: two seconds with hardly any work.
    pub(crate) async fn come_to_rest(&self) -> anyhow::Result<()> {
        let (watch, mut quiet) = (Stopwatch::start(), 0);
        while quiet < 2 {
            ensure!(
                watch.elapsed() < REST,
                "the server never comes to rest: {:.0} ms of work so far",
                self.cpu()?
            );
            let before = self.cpu()?;
            tokio::time::sleep(Duration::from_secs(1)).await;
            quiet = if self.cpu()? - before <= AT_REST {
                quiet + 1
            } else {
                0
            };
        }
        Ok(())
    }

    /// Resident memory, in MiB.
    pub(crate) fn memory(&self) -> anyhow::Result<f64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.pid()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kibibytes: f64 = line
            .and_then(|rest| rest.split_whitespace().next())
            .context("/proc/PID/status has no VmRSS")?
            .parse()?;
        Ok(kibibytes / 1024.0)
    }

    /// A counter or gauge of `/metrics`, all its labels added up; 0 when it was never touched.
    pub(crate) async fn metric(&self, name: &str) -> anyhow::Result<f64> {
        let answer = Client::connect(self.operations, 1)
            .await?
            .get("/metrics")
            .await?;
        let text = answer.text();
        let values = text.lines().filter_map(|line| {
            let rest = line.strip_prefix(name)?;
            let value = rest.rsplit_once(' ')?.1;
            (rest.starts_with(' ') || rest.starts_with('{')).then(|| value.parse::<f64>().ok())?
        });
        Ok(values.sum())
    }

    /// Asks it to stop, and waits until it did.
    pub(crate) fn stop(mut self) -> anyhow::Result<()> {
        Command::new("kill").arg(self.pid().to_string()).status()?;
        self.child.wait()?;
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // After a failure; a stopped server is already gone.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Times from the start of the process to the first page: on an empty folder, then with what it made there.
pub(crate) async fn starts(program: &Program, times: u32, table: &mut Table) -> anyhow::Result<()> {
    let (mut first, mut later) = (Vec::new(), Vec::new());
    for time in 0..times.max(1) {
        let folder = format!("start-{time}");
        for kept in [&mut first, &mut later] {
            let server = Server::start_in(program, &folder).await?;
            kept.push(server.start);
            server.stop()?;
        }
    }
    table.at_most(
        "Cold start, data folder in place",
        median(later),
        140.0,
        "ms",
        0,
    );
    table.told("Cold start, empty data folder", median(first), "ms", 0);
    Ok(())
}

/// A command without what a person set for their own portal.
pub(crate) fn own_command(program: &Path) -> Command {
    let mut command = Command::new(program);
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("PARVIS_") {
            command.env_remove(name);
        }
    }
    command
}

fn free_address() -> anyhow::Result<SocketAddr> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?)
}
