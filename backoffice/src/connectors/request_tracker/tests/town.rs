//! A connector for tests: the small catalogue, files in memory, a clock moved by hand, calls as the portal makes them.

use std::{path::Path, sync::Arc, time::Duration};

use axum::Router;
use database::testing::{TestDatabase, databases};
use http::{Method, Response};
use jiff::SignedDuration;
use object_store::memory::InMemory;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::fake::Fake;
use crate::{
    api::{
        authentication::{ClientToken, Clients},
        headers::digest_of_sha256,
        page::Page,
        problem::ProblemCode,
        requests::Request,
        uploads::Upload,
    },
    catalogue::Catalogue,
    conformance::{InProcess, Target},
    connectors::{
        Transport,
        request_tracker::{
            Limits, Queues, RequestTracker, Secret, Settings, Statuses, TrackerParts,
        },
    },
    ports::{
        new_id,
        testing::{CountedRandomness, HandClock},
    },
    reference::{Keys, Parts},
};
use domain::{message::Message, tracking_code::TrackingCode};

pub(super) const TOKEN: &str = "a token that only the portal knows";
pub(super) const AGENTS_TOKEN: &str = "a token that only agents' tools know";
pub(super) const PDF: &[u8] = b"%PDF-1.4 preuve";

/// A connector on one database, in front of something.
pub(super) struct Town {
    pub(super) tracker: RequestTracker,
    pub(super) clock: Arc<HandClock>,
    pub(super) randomness: Arc<CountedRandomness>,
    router: Router,
    _database: TestDatabase,
}

pub(super) fn settings() -> Settings {
    Settings {
        url: "https://rt.example".to_owned(),
        account: "parvis".to_owned(),
        secret: Secret::Token("1-14-abc".to_owned()),
        queues: Queues {
            usual: "Démarches".to_owned(),
            by_procedure: Default::default(),
        },
        reference_field: "Parvis".to_owned(),
        statuses: Statuses::default(),
        every: Duration::from_secs(20),
    }
}

/// A town on each database at hand, each with its own Request Tracker.
pub(super) async fn towns() -> Vec<(Town, Fake)> {
    let mut towns = Vec::new();
    for database in databases().await {
        let fake = Fake::new();
        let transport = Transport::InProcess(fake.router());
        let limits = Limits {
            ask: Duration::from_secs(5),
            act: Duration::from_millis(300),
        };
        towns.push((
            Town::open(database, settings(), transport, limits).await,
            fake,
        ));
    }
    towns
}

impl Town {
    pub(super) async fn open(
        database: TestDatabase,
        settings: Settings,
        transport: Transport,
        limits: Limits,
    ) -> Self {
        let clock = Arc::new(HandClock::at("2026-11-27T09:00:00Z".parse().unwrap()));
        let randomness = Arc::new(CountedRandomness::default());
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/catalogue");
        let record = Parts {
            database: database.handle(),
            objects: Arc::new(InMemory::new()),
            catalogue: Arc::new(Catalogue::load(Path::new(folder)).unwrap()),
            keys: Keys::new([7; 32]),
            clock: Arc::<HandClock>::clone(&clock),
            randomness: Arc::<CountedRandomness>::clone(&randomness),
            max_upload_bytes: 1 << 20,
        };
        let parts = TrackerParts {
            record,
            settings,
            transport,
            limits,
        };
        let tracker = RequestTracker::open(parts).await.unwrap();
        let clients = Clients::from(ClientToken::new(TOKEN));
        Self {
            router: tracker.router(clients.with_agents(ClientToken::new(AGENTS_TOKEN))),
            tracker,
            clock,
            randomness,
            _database: database,
        }
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

    async fn call(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Vec<u8>,
    ) -> Response<bytes::Bytes> {
        let mut request = http::Request::builder()
            .method(method)
            .uri(path)
            .header("authorization", format!("Bearer {TOKEN}"));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(body.into()).unwrap();
        InProcess(self.router()).send(request).await.unwrap()
    }

    pub(super) async fn get(&self, path: &str) -> Response<bytes::Bytes> {
        self.call(Method::GET, path, &[], Vec::new()).await
    }

    pub(super) async fn read<T: serde::de::DeserializeOwned>(&self, path: &str) -> T {
        let response = self.get(path).await;
        assert_eq!(response.status(), 200, "{path}: {:?}", response.body());
        serde_json::from_slice(response.body()).unwrap()
    }

    pub(super) async fn post(&self, path: &str, key: &str, body: &Value) -> Response<bytes::Bytes> {
        let headers = [
            ("content-type", "application/json"),
            ("idempotency-key", key),
        ];
        let body = serde_json::to_vec(body).unwrap();
        self.call(Method::POST, path, &headers, body).await
    }

    /// What a resident reports, with files.
    pub(super) fn report(&self) -> Value {
        let mut entropy = [0; 16];
        crate::ports::Randomness::fill(&*self.randomness, &mut entropy);
        json!({
            "procedure_id": "short-form", "form_version": "1",
            "answers": {
                "what": { "type": "text", "value": "La lampe est cassée.\nDepuis lundi." },
                "email": { "type": "text", "value": "sacha@example.org" },
            },
            "locale": "ar", "channel": "web", "submit": true,
            "tracking_code": TrackingCode::from_entropy(&entropy).to_string(),
            "submitted_at": "2026-11-27T08:30:00Z",
        })
    }

    /// A report, received.
    pub(super) async fn sent(&self) -> Request {
        let answer = self.post("/v1/requests", &self.key(), &self.report()).await;
        assert_eq!(answer.status(), 201, "{:?}", answer.body());
        serde_json::from_slice(answer.body()).unwrap()
    }

    pub(super) async fn request(&self, id: &str) -> Request {
        self.read(&format!("/v1/requests/{id}")).await
    }

    pub(super) async fn thread(&self, id: &str) -> Vec<Message> {
        let path = format!("/v1/requests/{id}/messages?limit=100");
        self.read::<Page<Message>>(&path).await.items
    }

    /// A message of the resident.
    pub(super) async fn write(&self, id: &str, key: &str, text: &str) -> Response<bytes::Bytes> {
        let message = json!({
            "kind": "message", "text": text, "uploads": [], "written_at": "2026-11-27T09:00:00Z",
        });
        let path = format!("/v1/requests/{id}/messages");
        self.post(&path, key, &message).await
    }

    /// A file, uploaded.
    pub(super) async fn uploaded(&self, content: &[u8]) -> Upload {
        let digest = digest_of_sha256(&Sha256::digest(content));
        let key = self.key();
        let headers = [
            ("content-digest", digest.as_str()),
            ("idempotency-key", key.as_str()),
            (
                "content-disposition",
                "attachment; filename*=UTF-8''pi%C3%A8ce.pdf",
            ),
        ];
        let answer = self
            .call(Method::POST, "/v1/uploads", &headers, content.to_vec())
            .await;
        assert_eq!(answer.status(), 201, "{:?}", answer.body());
        serde_json::from_slice(answer.body()).unwrap()
    }
}

/// The code of a refusal.
pub(super) fn code(answer: &Response<bytes::Bytes>) -> ProblemCode {
    let problem = serde_json::from_slice::<crate::api::problem::Problem>(answer.body());
    problem.unwrap().code
}
