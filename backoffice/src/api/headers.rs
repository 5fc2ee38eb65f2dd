//! Names of the contract's own headers, and the formats of those that carry a digest.

use http::HeaderName;

/// A UUID chosen by the client, the same when it sends the same thing again.
pub const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");
/// `true` when the answer is the stored one of an earlier call.
pub const IDEMPOTENCY_REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");
/// Token of `/v1/tracking`: reads one request.
pub const PARVIS_ACCESS: HeaderName = HeaderName::from_static("parvis-access");
/// Identifier of a call, echoed and repeated in problems.
pub const REQUEST_ID: HeaderName = HeaderName::from_static("request-id");
/// Trace context, echoed.
pub const TRACEPARENT: HeaderName = HeaderName::from_static("traceparent");
/// Digest of a body (RFC 9530): `sha-256=:<base64>:`.
pub const CONTENT_DIGEST: HeaderName = HeaderName::from_static("content-digest");
/// Media type of every error (RFC 9457).
pub const PROBLEM_JSON: &str = "application/problem+json";
