//! The sample commune's catalogue is sound, and each of its forms can be filled in and sent.

use std::{path::Path, sync::Arc};

use backoffice::{
    api::authentication::{ClientToken, Clients},
    catalogue::Catalogue,
    conformance::{self, InProcess, Options},
    ports::{SystemClock, SystemRandomness},
    reference::{Keys, MAX_UPLOAD_BYTES, Parts, Reference},
};
use object_store::memory::InMemory;

#[tokio::test]
async fn every_procedure_of_the_sample_commune_can_be_filled_in_and_sent() {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/catalogue"));
    let catalogue = Catalogue::load(folder).unwrap_or_else(|defects| {
        let told: Vec<_> = defects.iter().map(ToString::to_string).collect();
        panic!("{}", told.join("\n"))
    });
    let catalogue = Arc::new(catalogue);
    assert!(catalogue.procedures.len() >= 3);
    // Those that take a visit are booked among the cases of appointments.
    for procedure in catalogue.procedures.iter().filter(|it| !it.visit) {
        let database = database::testing::databases().await.remove(0);
        let office = Reference::open(Parts {
            database: database.handle(),
            objects: Arc::new(InMemory::new()),
            catalogue: Arc::clone(&catalogue),
            keys: Keys::new([7; 32]),
            clock: Arc::new(SystemClock),
            randomness: Arc::new(SystemRandomness),
            max_upload_bytes: MAX_UPLOAD_BYTES,
        })
        .await
        .unwrap();
        let token = "a token that only the portal knows";
        let agents_token = "a token that only agents' tools know";
        let options = Options {
            token: token.to_owned(),
            agents_token: Some(agents_token.to_owned()),
            procedure: Some(procedure.id.clone()),
            walk: 3,
            clock: Arc::new(SystemClock),
            randomness: Arc::new(SystemRandomness),
        };
        let clients = Clients::from(ClientToken::new(token));
        let router = office.router(clients.with_agents(ClientToken::new(agents_token)));
        let report = conformance::run(InProcess(router), options).await;
        assert!(report.conforms(), "{}:\n{report}", procedure.id);
    }
}
