//! The machine of a measure: a figure without it says nothing.

use std::{fmt::Write as _, fs, io::Write as _, path::Path, process::Command};

use anyhow::Context;

use crate::{browser, stopwatch::Stopwatch};

/// Above this, on two cores, a run says more about its neighbours than about the portal.
const BUSY: f64 = 2.5;

/// Lines of the description.
#[derive(Debug)]
pub(crate) struct Machine {
    lines: Vec<String>,
    load_before: f64,
}

/// Describes the machine before the first measure; the folder tells which disk keeps the data.
pub(crate) fn describe(data: &Path) -> anyhow::Result<Machine> {
    let cpu = fs::read_to_string("/proc/cpuinfo")?;
    let model = cpu.lines().find(|line| line.starts_with("model name"));
    let model = model
        .and_then(|line| line.split_once(": "))
        .map_or("unknown", |(_, name)| name);
    let cores = std::thread::available_parallelism()?;
    let memory = fs::read_to_string("/proc/meminfo")?;
    let memory = memory
        .split_whitespace()
        .nth(1)
        .unwrap_or_default()
        .parse::<u64>()?
        / 1024;
    let kernel = fs::read_to_string("/proc/sys/kernel/osrelease")?;
    let lines = vec![
        format!(
            "{cores} cores of {model}, {memory} MiB of memory, Linux {}",
            kernel.trim()
        ),
        format!(
            "one durable write of 4 KiB to the data folder: {:.2} ms (median of 50)",
            flush(data)?
        ),
        format!(
            "portal of {}; {}",
            said("git", &["log", "-1", "--format=%cs %h"]),
            said("rustc", &["--version"])
        ),
    ];
    Ok(Machine {
        lines,
        load_before: load()?,
    })
}

impl Machine {
    /// Names the browser.
    pub(crate) fn browser(&mut self, seen: &browser::Seen) {
        self.lines.push(format!(
            "{}; slow 4G is 562.5 ms a round trip, 188,743 bytes/s down; window of 360 × 740, cold cache",
            seen.browser
        ));
    }

    /// Adds a line of its own.
    pub(crate) fn note(&mut self, line: String) {
        self.lines.push(line);
    }

    /// Says how readers and server shared the cores.
    pub(crate) fn pinned(&mut self, alone: bool, rest: &str) {
        self.lines.push(if alone {
            format!("readers: server on the first core, generator on the second; {rest}")
        } else {
            "server and generator share all cores".to_owned()
        });
    }

    /// Notes the load after the last measure.
    pub(crate) fn finished(&mut self) -> anyhow::Result<()> {
        let (before, after) = (self.load_before, load()?);
        let judged = if before > BUSY {
            ": busy with other work, this run does not count"
        } else {
            ""
        };
        self.lines.push(format!(
            "load average {before:.2} before, {after:.2} after{judged}"
        ));
        Ok(())
    }

    /// The description in Markdown.
    pub(crate) fn text(&self) -> String {
        self.lines.iter().fold(String::new(), |mut text, line| {
            // Writing into a string does not fail.
            let _ = writeln!(text, "- {line}");
            text
        })
    }
}

/// Keeps another program, and what it starts from now on, away from the first core; false when that cannot be.
pub(crate) fn off_first_core(pid: u32) -> bool {
    pin("1", pid)
}

/// Keeps this program, and what it starts from now on, on the first core; false when that cannot be.
pub(crate) fn on_first_core() -> bool {
    pin("0", std::process::id())
}

/// Moves this program to the second core; what it started stays where it is.
pub(crate) fn on_second_core() -> bool {
    pin("1", std::process::id())
}

/// Gives this program every core again.
pub(crate) fn on_all_cores() {
    // Counted by the machine: this process sees only the core it was given.
    let cpu = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let cores = cpu
        .lines()
        .filter(|line| line.starts_with("processor"))
        .count();
    // Where pinning failed there is nothing to undo.
    pin(&format!("0-{}", cores.max(1) - 1), std::process::id());
}

fn pin(cores: &str, pid: u32) -> bool {
    let pinned = Command::new("taskset")
        .args(["-a", "-c", "-p", cores, &pid.to_string()])
        .output();
    pinned.is_ok_and(|output| output.status.success())
}

fn load() -> anyhow::Result<f64> {
    let text = fs::read_to_string("/proc/loadavg")?;
    let first = text.split(' ').next().context("/proc/loadavg is empty")?;
    Ok(first.parse()?)
}

/// Milliseconds of a small durable write: what each group of transactions waits for.
fn flush(folder: &Path) -> anyhow::Result<f64> {
    let mut file = fs::File::create(folder.join("flush"))?;
    let mut times = Vec::new();
    for _ in 0..50 {
        let watch = Stopwatch::start();
        file.write_all(&[7; 4096])?;
        file.sync_data()?;
        times.push(watch.milliseconds());
    }
    times.sort_by(f64::total_cmp);
    Ok(times[times.len() / 2])
}

fn said(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output().ok();
    let said = output
        .filter(|output| output.status.success())
        .map(|output| output.stdout);
    said.map_or_else(
        || format!("{program} unknown"),
        |bytes| String::from_utf8_lossy(&bytes).trim().to_owned(),
    )
}
