//! What a browser on a slow phone sees: runs the probe of `end2end/bench` and reads its answer.

use std::{net::SocketAddr, path::Path, process::Command};

use anyhow::{Context, ensure};
use serde::{Deserialize, Serialize};

use crate::{client::Client, resident, table::Table};

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

/// The pages of someone who sent a request and has a draft ready, and what opens them.
#[derive(Debug, Serialize)]
pub(crate) struct Visits {
    cookie: (String, String),
    pages: Vec<(&'static str, String)>,
}

/// Prepares a page of each kind.
pub(crate) async fn prepare(server: SocketAddr) -> anyhow::Result<Visits> {
    let mut client = Client::connect(server, 0).await?;
    let sent = resident::fill_in(&mut client).await?;
    let receipt = resident::send(&mut client, &sent).await?;
    let filled = resident::fill_in(&mut client).await?;
    let request = receipt.trim_end_matches("/recepisse").to_owned();
    let cookie = client.cookie().context("no cookie was given")?;
    let public = |path: &str| format!("{}{path}", resident::HOME);
    Ok(Visits {
        cookie: (cookie.0.to_owned(), cookie.1.to_owned()),
        pages: vec![
            ("home", public("")),
            ("procedures", public("/demarches")),
            ("procedure", resident::PROCEDURE.to_owned()),
            ("step", filled.step),
            ("review", filled.review),
            ("receipt", receipt),
            ("request", request),
            ("open a request", public("/suivi")),
            ("help", public("/aide")),
            ("accessibility", public("/accessibilite")),
        ],
    })
}

/// Visits the pages so many times each.
pub(crate) fn visit(
    probe: &Path,
    origin: &str,
    runs: u32,
    visits: &Visits,
) -> anyhow::Result<Seen> {
    let output = Command::new("node")
        .arg(probe)
        .args([origin, &runs.to_string(), &serde_json::to_string(visits)?])
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
