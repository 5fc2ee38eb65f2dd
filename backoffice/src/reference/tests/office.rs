//! An office for tests: the small catalogue, files in memory, a clock moved by hand.

use std::{path::Path, sync::Arc};

use axum::Router;
use database::testing::TestDatabase;
use http::Method;
use jiff::SignedDuration;
use object_store::{ObjectStore, memory::InMemory};
use sha2::{Digest, Sha256};

use crate::{
    api::{
        authentication::{ClientToken, Clients},
        headers::digest_of_sha256,
        requests::{NewRequest, Request},
        uploads::Upload,
    },
    catalogue::Catalogue,
    conformance::{InProcess, Target},
    ports::{
        new_id,
        testing::{CountedRandomness, HandClock},
    },
    reference::{Keys, Parts, Reference},
};

pub(super) const TOKEN: &str = "a token that only the portal knows";
pub(super) const AGENTS_TOKEN: &str = "a token that only agents' tools know";

/// One office on one database.
pub(super) struct Office {
    pub(super) reference: Reference,
    pub(super) clock: Arc<HandClock>,
    pub(super) randomness: Arc<CountedRandomness>,
    pub(super) objects: Arc<InMemory>,
    router: Router,
    _database: Option<TestDatabase>,
}

pub(super) fn catalogue() -> Catalogue {
    Catalogue::load(Path::new(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/fixtures/catalogue"
    )))
    .unwrap()
}

/// An office on each database at hand.
pub(super) async fn offices() -> Vec<Office> {
    let mut offices = Vec::new();
    for database in database::testing::databases().await {
        let clock = Arc::new(HandClock::at("2026-11-22T09:00:00Z".parse().unwrap()));
        let randomness = Arc::new(CountedRandomness::default());
        let objects = Arc::new(InMemory::new());
        let mut office = open(
            database.handle(),
            catalogue(),
            &clock,
            &randomness,
            &objects,
        )
        .await;
        office._database = Some(database);
        offices.push(office);
    }
    offices
}

pub(super) async fn open(
    database: database::Database,
    catalogue: Catalogue,
    clock: &Arc<HandClock>,
    randomness: &Arc<CountedRandomness>,
    objects: &Arc<InMemory>,
) -> Office {
    let parts = Parts {
        database,
        objects: Arc::clone(objects) as Arc<dyn ObjectStore>,
        catalogue: Arc::new(catalogue),
        keys: Keys::new([7; 32]),
        clock: Arc::<HandClock>::clone(clock),
        randomness: Arc::<CountedRandomness>::clone(randomness),
        max_upload_bytes: 1 << 20,
    };
    let reference = Reference::open(parts).await.unwrap();
    let clients = Clients::from(ClientToken::new(TOKEN));
    let router = reference.router(clients.with_agents(ClientToken::new(AGENTS_TOKEN)));
    Office {
        reference,
        clock: Arc::clone(clock),
        randomness: Arc::clone(randomness),
        objects: Arc::clone(objects),
        router,
        _database: None,
    }
}

impl Office {
    pub(super) fn database(&self) -> database::Database {
        self.reference.0.database.clone()
    }

    pub(super) fn router(&self) -> Router {
        self.router.clone()
    }

    pub(super) fn later(&self, by: SignedDuration) {
        self.clock.advance(by);
    }

    pub(super) fn key(&self) -> String {
        new_id(&*self.randomness)
    }

    /// A call of the portal, and what came back: status, headers, body.
    pub(super) async fn call(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Vec<u8>,
    ) -> http::Response<bytes::Bytes> {
        self.called_with(TOKEN, (method, path), headers, body).await
    }

    /// The same, of whoever has this token.
    pub(super) async fn called_with(
        &self,
        token: &str,
        (method, path): (Method, &str),
        headers: &[(&str, &str)],
        body: Vec<u8>,
    ) -> http::Response<bytes::Bytes> {
        let mut request = http::Request::builder()
            .method(method)
            .uri(path)
            .header("authorization", format!("Bearer {token}"));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        InProcess(self.router())
            .send(request.body(body.into()).unwrap())
            .await
            .unwrap()
    }

    pub(super) async fn read<T: serde::de::DeserializeOwned>(&self, path: &str) -> T {
        let response = self.call(Method::GET, path, &[], Vec::new()).await;
        assert_eq!(response.status(), 200, "{path}: {:?}", response.body());
        serde_json::from_slice(response.body()).unwrap()
    }

    pub(super) async fn post<T: serde::Serialize>(
        &self,
        path: &str,
        key: &str,
        body: &T,
    ) -> http::Response<bytes::Bytes> {
        let headers = [
            ("content-type", "application/json"),
            ("idempotency-key", key),
        ];
        self.call(
            Method::POST,
            path,
            &headers,
            serde_json::to_vec(body).unwrap(),
        )
        .await
    }

    /// A report on the short form, right in every way.
    pub(super) fn report(&self, email: Option<&str>) -> NewRequest {
        let mut entropy = [0; 16];
        crate::ports::Randomness::fill(&*self.randomness, &mut entropy);
        let mut answers = serde_json::json!({
            "what": { "type": "text", "value": "La lampe de la rue du Lavoir est cassée." }
        });
        if let Some(email) = email {
            answers["email"] = serde_json::json!({ "type": "text", "value": email });
        }
        serde_json::from_value(serde_json::json!({
            "procedure_id": "short-form",
            "form_version": "1",
            "answers": answers,
            "locale": "fr",
            "channel": "web",
            "submit": true,
            "tracking_code": domain::tracking_code::TrackingCode::from_entropy(&entropy).to_string(),
            "submitted_at": crate::ports::Clock::now(&*self.clock),
        }))
        .unwrap()
    }

    /// The report, sent.
    pub(super) async fn sent(&self, new: &NewRequest) -> Request {
        let response = self.post("/v1/requests", &self.key(), new).await;
        assert_eq!(response.status(), 201, "{:?}", response.body());
        serde_json::from_slice(response.body()).unwrap()
    }

    /// A PDF, uploaded.
    pub(super) async fn uploaded(&self, content: &[u8]) -> Upload {
        self.uploaded_under(&self.key(), content).await
    }

    /// A PDF, uploaded under a key.
    pub(super) async fn uploaded_under(&self, key: &str, content: &[u8]) -> Upload {
        let digest = digest_of_sha256(&Sha256::digest(content));
        let headers = [
            ("content-digest", digest.as_str()),
            ("idempotency-key", key),
            ("content-disposition", "attachment; filename=\"preuve.pdf\""),
        ];
        let response = self
            .call(Method::POST, "/v1/uploads", &headers, content.to_vec())
            .await;
        assert_eq!(response.status(), 201, "{:?}", response.body());
        serde_json::from_slice(response.body()).unwrap()
    }
}
