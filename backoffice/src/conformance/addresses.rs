//! Addresses: what was found is found again by its own words, however they are typed; what is nowhere is not.

use domain::{
    place::Place,
    street::{FoundAddress, street_words},
};
use http::StatusCode;

use super::{
    bench::Bench,
    ensure,
    report::{Fault, Report},
    target::Target,
};
use crate::api::{page::Page, problem::ProblemCode};

const GROUP: &str = "addresses";

pub(super) async fn run<T: Target>(bench: &Bench<T>, report: &mut Report) {
    if !bench.capabilities.features.addresses {
        report.skip(GROUP, "an address has a position", "addresses");
        return;
    }
    let name = "an address is found by its words, whatever the case and the accents";
    report.add(GROUP, name, found(bench).await);
    let name = "an address that is nowhere is not found, and no words at all are malformed";
    report.add(GROUP, name, nowhere(bench).await);
}

async fn ask<T: Target>(
    bench: &Bench<T>,
    words: &str,
    limit: usize,
) -> Result<Vec<FoundAddress>, Fault> {
    // Words of a street hold letters and digits only; those beyond ASCII are encoded.
    let words: String = words
        .bytes()
        .map(|byte| match byte {
            b' ' => "+".to_owned(),
            byte if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
            byte => format!("%{byte:02X}"),
        })
        .collect();
    let path = format!("/v1/addresses?q={words}&limit={limit}");
    let page: Page<FoundAddress> = bench.get(&path, &[]).await?.json()?;
    ensure(page.items.len() <= limit, || {
        format!("{} addresses for a limit of {limit}", page.items.len())
    })?;
    Ok(page.items)
}

/// The streets of the places, those that the office knows.
async fn found<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let places: Page<Place> = bench.get("/v1/locations", &[]).await?.json()?;
    let mut known = Vec::new();
    for line in places
        .items
        .iter()
        .filter_map(|place| place.address.first())
    {
        let words = street_words(line).join(" ");
        if !words.is_empty() {
            known.extend(ask(bench, &words, 8).await?);
        }
    }
    ensure(!known.is_empty(), || {
        "no place stands in a street that is known".to_owned()
    })?;
    for address in known {
        ensure(!address.label.trim().is_empty(), || {
            format!("an address without words at {}", address.position)
        })?;
        let words = street_words(&address.label).join(" ");
        for typed in [address.label.clone(), words.clone(), words.to_uppercase()] {
            let again = ask(bench, &typed, 8).await?;
            ensure(again.contains(&address), || {
                format!("`{}` is not found by its own words", address.label)
            })?;
        }
        ask(bench, &words, 1).await?;
    }
    Ok(())
}

async fn nowhere<T: Target>(bench: &Bench<T>) -> Result<(), Fault> {
    let none = ask(bench, "zzzzzzzz qqqqqqqq", 8).await?;
    ensure(none.is_empty(), || {
        "an address that is nowhere is found".to_owned()
    })?;
    let missing = bench.get("/v1/addresses", &[]).await?;
    missing.problem(ProblemCode::Malformed)?;
    let long = format!("/v1/addresses?q={}", "a".repeat(201));
    let long = bench.get(&long, &[]).await?;
    ensure(long.status == StatusCode::BAD_REQUEST, || {
        format!("{} for words longer than any address", long.status)
    })
}
