//! What a browser on a slow phone sees: runs the probe of `end2end/bench` and reads its answer.

use std::{path::Path, process::Command};

use anyhow::{Context, ensure};
use serde::Deserialize;

use crate::table::Table;

/// What the probe tells.
#[derive(Debug, Deserialize)]
pub(crate) struct Seen {
    /// Name and version of the browser.
    pub(crate) browser: String,
    pages: Vec<Page>,
}

/// One page, cold cache: bodies in bytes on the wire, times in milliseconds (medians).
#[derive(Debug, Deserialize)]
struct Page {
    name: String,
    html: f64,
    javascript: f64,
    wasm: f64,
    images: f64,
    other: f64,
    headers: f64,
    requests: f64,
    first_paint: Option<f64>,
    largest_paint: Option<f64>,
    hydrated: Option<f64>,
    blocked: f64,
    longest_task: f64,
    shift: f64,
}

/// Visits the pages so many times each.
pub(crate) fn visit(probe: &Path, origin: &str, runs: u32) -> anyhow::Result<Seen> {
    let output = Command::new("node")
        .arg(probe)
        .args([origin, &runs.to_string()])
        .stderr(std::process::Stdio::inherit())
        .output()
        .context("node does not start")?;
    ensure!(
        output.status.success(),
        "the browser probe failed: {}",
        output.status
    );
    serde_json::from_slice(&output.stdout).context("the browser probe answers something else")
}

/// Adds a page's rows to the table.
pub(crate) fn report(seen: &Seen, table: &mut Table) {
    for page in &seen.pages {
        let name = &page.name;
        let bytes = |what: &str| format!("First visit, {name}: {what}");
        table.at_most(bytes("HTML with its CSS"), page.html, 14_000.0, "B", 0);
        table.at_most(
            bytes("JavaScript and wasm"),
            page.javascript + page.wasm,
            100_000.0,
            "B",
            0,
        );
        table.told(bytes("of which wasm"), page.wasm, "B", 0);
        table.told(bytes("images"), page.images, "B", 0);
        table.told(bytes("headers"), page.headers, "B", 0);
        let all = page.html + page.javascript + page.wasm + page.images + page.other + page.headers;
        table.at_most(bytes("all"), all, 150_000.0, "B", 0);
        table.at_most(bytes("requests"), page.requests, 5.0, "", 0);
        let time = |what: &str| format!("Slow 4G, CPU ÷ 4, {name}: {what}");
        table.at_most(time("first paint"), page.first_paint, 900.0, "ms", 0);
        table.at_most(time("largest paint"), page.largest_paint, 1000.0, "ms", 0);
        table.at_most(time("hydrated"), page.hydrated, 2000.0, "ms", 0);
        table.at_most(time("total blocked time"), page.blocked, 50.0, "ms", 0);
        table.told(
            time("longest task (0: none over 50 ms)"),
            page.longest_task,
            "ms",
            0,
        );
        table.at_most(time("layout shift"), page.shift, 0.0, "", 3);
    }
}
