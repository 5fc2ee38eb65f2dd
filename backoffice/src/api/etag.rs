//! Versions of resources: strong ETags, `If-None-Match` and `If-Match` (RFC 9110).

use http::{HeaderMap, HeaderName, header};
use sha2::{Digest, Sha256};

use super::problem::{Answered, Problem, ProblemCode};

/// A strong ETag made of parts; changes when any of them does.
#[must_use]
pub fn of_parts(parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.len().to_be_bytes());
        hash.update(part);
    }
    let digest: String = hash
        .finalize()
        .iter()
        .take(12)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    quoted(&digest)
}

/// A strong ETag around a text.
#[must_use]
pub fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

/// Whether the client already holds this version (`If-None-Match`, weak comparison).
#[must_use]
pub fn is_known(headers: &HeaderMap, etag: &str) -> bool {
    lists(headers, header::IF_NONE_MATCH, etag)
}

/// Refuses a change that does not name the present version.
///
/// # Errors
/// `precondition_required` without `If-Match`.
pub fn required(headers: &HeaderMap) -> Answered<String> {
    headers
        .get(header::IF_MATCH)
        .and_then(|value| value.to_str().ok())
        .map(str::to_owned)
        .ok_or_else(|| Problem::new(ProblemCode::PreconditionRequired))
}

/// Refuses a change of another version than the present one.
///
/// # Errors
/// `stale_version` with the present ETag.
pub fn matching(if_match: &str, present: &str) -> Answered<()> {
    if if_match
        .split(',')
        .any(|tag| tag.trim() == present || tag.trim() == "*")
    {
        return Ok(());
    }
    let mut problem = Problem::new(ProblemCode::StaleVersion);
    problem.more.etag = Some(present.to_owned());
    Err(problem)
}

fn lists(headers: &HeaderMap, name: HeaderName, etag: &str) -> bool {
    headers
        .get_all(name)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .any(|value| {
            value
                .split(',')
                .map(str::trim)
                .any(|tag| tag == "*" || tag.strip_prefix("W/").unwrap_or(tag) == etag)
        })
}
