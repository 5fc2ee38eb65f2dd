//! Names of the contract's own headers, and the formats of those that carry a digest.

use base64::{Engine, prelude::BASE64_STANDARD};
use http::HeaderName;

/// A UUID chosen by the client, the same when it sends the same thing again.
pub const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");
/// `true` when the answer is the stored one of an earlier call.
pub const IDEMPOTENCY_REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");
/// Token of `/v1/tracking`: reads one request.
pub const PARVIS_ACCESS: HeaderName = HeaderName::from_static("parvis-access");
/// Name of the agent who acts, for the journal: percent-encoded UTF-8.
pub const PARVIS_AGENT: HeaderName = HeaderName::from_static("parvis-agent");
/// Identifier of a call, echoed and repeated in problems.
pub const REQUEST_ID: HeaderName = HeaderName::from_static("request-id");
/// Trace context, echoed.
pub const TRACEPARENT: HeaderName = HeaderName::from_static("traceparent");
/// Digest of a body (RFC 9530): `sha-256=:<base64>:`.
pub const CONTENT_DIGEST: HeaderName = HeaderName::from_static("content-digest");
/// Digest of a representation, in the same form (RFC 9530).
pub const REPR_DIGEST: HeaderName = HeaderName::from_static("repr-digest");
/// Media type of every error (RFC 9457).
pub const PROBLEM_JSON: &str = "application/problem+json";

/// Reads the SHA-256 of a `Content-Digest`; `None` when absent or not in the form of RFC 9530.
#[must_use]
pub fn sha256_of_digest(value: &str) -> Option<[u8; 32]> {
    let encoded = value.split(',').find_map(|member| {
        member
            .trim()
            .strip_prefix("sha-256=:")
            .and_then(|rest| rest.strip_suffix(':'))
    })?;
    BASE64_STANDARD.decode(encoded).ok()?.try_into().ok()
}

/// Writes a SHA-256 as the value of `Content-Digest`.
#[must_use]
pub fn digest_of_sha256(sha256: &[u8]) -> String {
    format!("sha-256=:{}:", BASE64_STANDARD.encode(sha256))
}

/// Name of a file from `Content-Disposition`: `filename*=UTF-8''…` before `filename="…"`. Only the last
/// part of a path is kept, without control characters; empty when there is none.
#[must_use]
pub fn filename(disposition: &str) -> String {
    let parameter = |name: &str| {
        disposition.split(';').skip(1).find_map(|part| {
            let (key, value) = part.trim().split_once('=')?;
            key.trim().eq_ignore_ascii_case(name).then(|| value.trim())
        })
    };
    let name = parameter("filename*")
        .and_then(|value| value.split_once("''"))
        .map(|(_, encoded)| percent_decoded(encoded))
        .or_else(|| parameter("filename").map(|value| value.trim_matches('"').to_owned()))
        .unwrap_or_default();
    name.rsplit(['/', '\\'])
        .next()
        .unwrap_or_default()
        .chars()
        .filter(|sign| !sign.is_control())
        .take(200)
        .collect()
}

/// `Content-Disposition` of a file to save under a name in any script (RFC 6266 and RFC 8187).
#[must_use]
pub fn attachment(filename: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$&+-.^_`|~".contains(&byte);
    let encoded: String = filename
        .bytes()
        .map(|byte| {
            if plain(byte) {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect();
    format!("attachment; filename*=UTF-8''{encoded}")
}

/// A text without its percent signs; what is no UTF-8 becomes U+FFFD.
#[must_use]
pub fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let escaped = (byte == b'%')
            .then(|| text.get(at + 1..at + 3))
            .flatten()
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        decoded.push(escaped.unwrap_or(byte));
        at += if escaped.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_known_digest_of_the_contract_is_read_and_written() {
        let value = "sha-256=:LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=:";
        let sha256 = sha256_of_digest(value).unwrap();
        assert_eq!(crate::api::idempotency::hex(&sha256)[..8], *"2cf24dba");
        assert_eq!(digest_of_sha256(&sha256), value);
        assert_eq!(sha256_of_digest("sha-256=LPJN"), None);
    }

    #[test]
    fn the_name_of_a_delivered_file_is_read_back_as_it_was_written() {
        for name in [
            "acte de décès.pdf",
            "شهادة.pdf",
            "a\"b;c\r\n.pdf",
            "100 %.pdf",
        ] {
            let header = attachment(name);
            assert!(header.bytes().all(|byte| (0x20..0x7f).contains(&byte)));
            let expected: String = name.chars().filter(|sign| !sign.is_control()).collect();
            assert_eq!(filename(&header), expected, "{header}");
        }
    }

    #[test]
    fn a_file_keeps_its_accents_and_loses_its_folder() {
        assert_eq!(
            filename("attachment; filename*=UTF-8''acte%20de%20d%C3%A9c%C3%A8s.pdf"),
            "acte de décès.pdf"
        );
        assert_eq!(
            filename("attachment; filename=\"../../etc/passwd\""),
            "passwd"
        );
        assert_eq!(filename("attachment"), "");
    }
}
