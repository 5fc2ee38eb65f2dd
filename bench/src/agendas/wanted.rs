//! What people book: every free time of the large town, as the office tells them.

use std::sync::atomic::AtomicUsize;

use anyhow::{Context, ensure};
use jiff::{Span, Timestamp};
use serde_json::{Value, json};

use super::{
    caller::{Caller, Door},
    catalogue::{self, KIND},
};
use crate::stopwatch;

/// The procedure that makes an appointment of a time.
pub(super) const PROCEDURE: &str = "prendre-rendez-vous";
/// Days of one question to the office: its times fit into one answer.
const DAYS: i32 = 12;

/// What is booked.
#[derive(Debug)]
pub(super) struct Wanted {
    /// Identifiers of free times.
    pub(super) slots: Vec<String>,
    pub(super) next: AtomicUsize,
    pub(super) form_version: String,
    pub(super) now: Timestamp,
}

/// Every free time, in an order in which neighbours are at different places.
pub(super) async fn wanted(door: &Door) -> anyhow::Result<Wanted> {
    let mut caller = Caller::at(door).await?;
    let procedures = caller.get("/v1/procedures?limit=100").await?;
    let all = procedures.body.pointer("/items").and_then(Value::as_array);
    let procedure = all
        .into_iter()
        .flatten()
        .find(|it| it.pointer("/id").and_then(Value::as_str) == Some(PROCEDURE));
    let form_version = procedure
        .and_then(|it| it.pointer("/form_version")?.as_str())
        .context("the sample commune has no appointments")?
        .to_owned();
    let mut by_place = Vec::new();
    for place in 0..catalogue::PLACES {
        let mut of_place = Vec::new();
        let mut from = stopwatch::today();
        loop {
            let to = from.checked_add(Span::new().days(DAYS))?;
            let path = format!(
                "/v1/slots?purposes={KIND}~1~1&mode=onsite&location={}&from={from}&to={to}&limit=500",
                catalogue::annex(place)
            );
            let page = caller.get(&path).await?;
            ensure!(
                page.body["more"] == json!(false),
                "more times than one answer holds"
            );
            let items = page.body["items"].as_array().cloned().unwrap_or_default();
            for item in items {
                of_place.push(
                    item["id"]
                        .as_str()
                        .context("a time without identifier")?
                        .to_owned(),
                );
            }
            from = to.tomorrow()?;
            if from > page.text("/last_day")?.parse()? {
                break;
            }
        }
        by_place.push(of_place);
    }
    let most = by_place.iter().map(Vec::len).max().unwrap_or(0);
    let slots = (0..most)
        .flat_map(|index| {
            by_place
                .iter()
                .filter_map(move |of_place| of_place.get(index))
        })
        .cloned()
        .collect();
    Ok(Wanted {
        slots,
        next: AtomicUsize::new(0),
        form_version,
        now: stopwatch::now(),
    })
}
