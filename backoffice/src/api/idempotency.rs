//! Recognising a call that is sent again: its key and its fingerprint.

use http::{HeaderMap, Method};
use sha2::{Digest, Sha256};

use super::{
    back_office::Call,
    headers::IDEMPOTENCY_KEY,
    problem::{Answered, Problem, ProblemCode},
};

/// `hex(SHA-256(METHOD "\n" path "\n" sub "\n" hex(SHA-256(body))))`; `sub` is empty when anonymous.
#[must_use]
pub fn fingerprint(method: &Method, path: &str, subject: &str, body: &[u8]) -> String {
    let body = hex(&Sha256::digest(body));
    hex(&Sha256::digest(format!(
        "{method}\n{path}\n{subject}\n{body}"
    )))
}

/// Lower-case hexadecimal.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes
        .iter()
        .flat_map(|byte| {
            [
                DIGITS[usize::from(byte >> 4)],
                DIGITS[usize::from(byte & 15)],
            ]
        })
        .map(char::from)
        .collect()
}

/// The call as recorded, for a body as received.
///
/// # Errors
/// `idempotency_key_required` when the header is missing or not a UUID.
pub fn call(method: &Method, path: &str, headers: &HeaderMap, body: &[u8]) -> Answered<Call> {
    let key = headers
        .get(IDEMPOTENCY_KEY)
        .and_then(|value| value.to_str().ok())
        .and_then(|text| uuid::Uuid::try_parse(text.trim_matches('"')).ok())
        .ok_or_else(|| Problem::new(ProblemCode::IdempotencyKeyRequired))?;
    Ok(Call {
        key: key.to_string(),
        fingerprint: fingerprint(method, path, "", body),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_known_answer_of_the_contract_comes_out() {
        let body = br#"{"procedure_id":"p1","submit":false}"#;
        assert_eq!(
            hex(&Sha256::digest(body)),
            "69e2101bffd4b517b4e68de6fd4acf73f37f59be719139c0b0507bb0745c4e3c"
        );
        assert_eq!(
            fingerprint(&Method::POST, "/v1/requests", "sub-1", body),
            "6cd548d63c699aaff6b7105951c3b0c021e6fc3f00438923501fb0a8a916ea84"
        );
    }
}
