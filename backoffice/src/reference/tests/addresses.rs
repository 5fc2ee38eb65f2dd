//! Streets of the catalogue, found through the contract.

use std::{path::Path, sync::Arc};

use domain::street::FoundAddress;
use http::Method;

use super::office::{catalogue, offices, open};
use crate::{
    api::{
        capabilities::Capabilities,
        page::Page,
        problem::{Problem, ProblemCode},
    },
    catalogue::Catalogue,
};

/// An office with this catalogue, on the first database at hand.
async fn with(catalogue: Catalogue) -> super::office::Office {
    let office = offices().await.remove(0);
    let (clock, randomness) = (Arc::clone(&office.clock), Arc::clone(&office.randomness));
    open(
        office.database(),
        catalogue,
        &clock,
        &randomness,
        &office.objects,
    )
    .await
}

fn sample() -> Catalogue {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/catalogue"));
    Catalogue::load(folder).unwrap()
}

#[tokio::test]
async fn a_street_of_the_sample_commune_is_found_however_it_is_typed() {
    let office = with(sample()).await;
    let capabilities: Capabilities = office.read("/v1/capabilities").await;
    assert!(capabilities.features.addresses);
    for (typed, count) in [
        ("14+rue+du+lavoir", 1),
        ("RUE%20DU%20LAVOIR%2C%2099120%20Ardane-les-Tilleuls", 1),
        ("place+de+l'hotel+de+ville", 1),
        ("lavoir", 2),
        ("tilleuls", 2),
        ("%C3%89cole", 1),
        ("rue", 0),
        ("rue+de+nulle+part", 0),
        ("", 0),
    ] {
        let found: Page<FoundAddress> = office.read(&format!("/v1/addresses?q={typed}")).await;
        assert_eq!(found.items.len(), count, "{typed}: {found:?}");
        assert_eq!(found.next_cursor, None);
    }
    let one: Page<FoundAddress> = office.read("/v1/addresses?q=lavoir&limit=1").await;
    assert_eq!(one.items.len(), 1);
}

#[tokio::test]
async fn without_streets_no_address_is_looked_for() {
    let office = with(Catalogue {
        streets: Vec::new(),
        ..catalogue()
    })
    .await;
    let capabilities: Capabilities = office.read("/v1/capabilities").await;
    assert!(!capabilities.features.addresses);
    let refused = office.call(Method::GET, "/v1/addresses?q=lavoir", &[], Vec::new());
    let refused = refused.await;
    assert_eq!(refused.status(), 501);
    let problem: Problem = serde_json::from_slice(refused.body()).unwrap();
    assert_eq!(problem.code, ProblemCode::NotSupported);
}
