//! The bench on which a back office is tried: calls with the client's token, answers read once.

use std::sync::Arc;

use bytes::Bytes;
use domain::{answers::Answers, locale::Locale, procedure::Procedure, tracking_code::TrackingCode};
use http::{HeaderMap, HeaderName, Method, Request, StatusCode, header};
use jiff::Timestamp;
use serde::{Serialize, de::DeserializeOwned};

use super::{ensure, report::Fault, sample, target::Target};
use crate::{
    api::{
        capabilities::Capabilities,
        headers::IDEMPOTENCY_KEY,
        page::Page,
        problem::{Problem, ProblemCode},
        requests::{Channel, NewRequest, Request as Recorded},
    },
    ports::{Clock, Randomness, new_id},
};

/// How to run the kit.
pub struct Options {
    /// The client's token.
    pub token: String,
    /// The token of agents' tools; without it, a back office that offers `opinions` cannot be tried.
    pub agents_token: Option<String>,
    /// The procedure whose form is filled in; the first one without a visit when absent.
    pub procedure: Option<String>,
    /// Requests created for the walk through pages. The contract asks for 250.
    pub walk: usize,
    /// The time, for dates in forms.
    pub clock: Arc<dyn Clock>,
    /// Keys and codes.
    pub randomness: Arc<dyn Randomness>,
}

pub(super) struct Bench<T> {
    target: T,
    pub(super) options: Options,
    pub(super) capabilities: Capabilities,
    pub(super) procedure: Procedure,
}

/// An answer, read whole.
pub(super) struct Reply {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
}

impl<T: Target> Bench<T> {
    pub(super) async fn new(target: T, options: Options) -> Result<Self, Fault> {
        let call = |path: &str| authorised(&options.token, Method::GET, path, &[], Bytes::new());
        let capabilities = send(&target, call("/v1/capabilities")?).await?.json()?;
        let procedures: Page<Procedure> = send(&target, call("/v1/procedures?limit=100")?)
            .await?
            .json()?;
        let wanted = options.procedure.as_deref();
        let procedure = procedures
            .items
            .into_iter()
            .find(|procedure| match wanted {
                Some(wanted) => procedure.id == wanted,
                // Those that take a visit have cases of their own.
                None => !procedure.visit,
            })
            .ok_or_else(|| Fault("no such procedure to fill in".to_owned()))?;
        Ok(Self {
            target,
            options,
            capabilities,
            procedure,
        })
    }

    pub(super) fn new_key(&self) -> String {
        new_id(&*self.options.randomness)
    }

    pub(super) async fn get(
        &self,
        path: &str,
        headers: &[(HeaderName, &str)],
    ) -> Result<Reply, Fault> {
        self.call(Method::GET, path, headers, Bytes::new()).await
    }

    pub(super) async fn call(
        &self,
        method: Method,
        path: &str,
        headers: &[(HeaderName, &str)],
        body: Bytes,
    ) -> Result<Reply, Fault> {
        let token = &self.options.token;
        self.with_token(token, (method, path), headers, body).await
    }

    /// A call with another token, or none.
    pub(super) async fn as_someone_else(&self, token: &str, path: &str) -> Result<Reply, Fault> {
        let call = (Method::GET, path);
        self.with_token(token, call, &[], Bytes::new()).await
    }

    /// A call of whoever has this token.
    pub(super) async fn with_token(
        &self,
        token: &str,
        (method, path): (Method, &str),
        headers: &[(HeaderName, &str)],
        body: Bytes,
    ) -> Result<Reply, Fault> {
        let request = authorised(token, method, path, headers, body)?;
        send(&self.target, request).await
    }

    pub(super) async fn post_json(
        &self,
        path: &str,
        key: &str,
        body: &impl Serialize,
    ) -> Result<Reply, Fault> {
        let body = serde_json::to_vec(body).map_err(|error| Fault(error.to_string()))?;
        let headers = [
            (header::CONTENT_TYPE, "application/json"),
            (IDEMPOTENCY_KEY, key),
        ];
        self.call(Method::POST, path, &headers, body.into()).await
    }

    /// A request that is right, with its files uploaded.
    pub(super) async fn new_request(&self) -> Result<NewRequest, Fault> {
        let mut answers = sample::answers(&self.procedure, self.options.clock.now())?;
        sample::upload_files(self, &mut answers).await?;
        Ok(self.request_with(answers))
    }

    pub(super) fn request_with(&self, answers: Answers) -> NewRequest {
        let mut entropy = [0; 16];
        self.options.randomness.fill(&mut entropy);
        // Whole milliseconds: no back office is asked to keep more.
        let now = self.options.clock.now();
        let submitted_at = Timestamp::from_millisecond(now.as_millisecond()).unwrap_or(now);
        NewRequest {
            procedure_id: self.procedure.id.clone(),
            form_version: self.procedure.form_version.clone(),
            answers,
            locale: Locale::French,
            channel: Channel::Web,
            submit: true,
            tracking_code: TrackingCode::from_entropy(&entropy).to_string(),
            submitted_at,
            visit: None,
        }
    }

    /// A request recorded.
    pub(super) async fn recorded(&self) -> Result<(NewRequest, Recorded), Fault> {
        let new = self.new_request().await?;
        let reply = self
            .post_json("/v1/requests", &self.new_key(), &new)
            .await?;
        reply.is(StatusCode::CREATED)?;
        Ok((new, reply.json()?))
    }
}

impl Reply {
    pub(super) fn is(&self, status: StatusCode) -> Result<(), Fault> {
        ensure(self.status == status, || {
            let code = self.json::<Problem>().map(|problem| problem.to_string());
            format!(
                "{status} expected, {} seen ({})",
                self.status,
                code.unwrap_or_default()
            )
        })
    }

    pub(super) fn header(&self, name: HeaderName) -> &str {
        self.headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    }

    pub(super) fn json<V: DeserializeOwned>(&self) -> Result<V, Fault> {
        serde_json::from_slice(&self.body).map_err(|error| {
            Fault(format!(
                "a body of another form than the contract's ({}): {error}",
                self.status
            ))
        })
    }

    /// The problem, when it is this one and written as the contract asks.
    pub(super) fn problem(&self, code: ProblemCode) -> Result<Problem, Fault> {
        let kind = self.header(header::CONTENT_TYPE);
        ensure(kind.starts_with("application/problem+json"), || {
            format!(
                "problem+json expected for {}, `{kind}` seen with {}",
                code.name(),
                self.status
            )
        })?;
        let problem: Problem = self.json()?;
        ensure(problem.code == code && self.status == code.status(), || {
            format!("{} expected, {} {} seen", code.name(), self.status, problem)
        })?;
        ensure(!problem.request_id.is_empty(), || {
            "a problem without request_id".to_owned()
        })?;
        Ok(problem)
    }
}

fn authorised(
    token: &str,
    method: Method,
    path: &str,
    headers: &[(HeaderName, &str)],
    body: Bytes,
) -> Result<Request<Bytes>, Fault> {
    let mut request = Request::builder().method(method).uri(path);
    if !token.is_empty() {
        request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
    }
    for (name, value) in headers {
        request = request.header(name, *value);
    }
    request.body(body).map_err(|error| Fault(error.to_string()))
}

async fn send<T: Target>(target: &T, request: Request<Bytes>) -> Result<Reply, Fault> {
    let (head, body) = target.send(request).await.map_err(Fault)?.into_parts();
    Ok(Reply {
        status: head.status,
        headers: head.headers,
        body,
    })
}
