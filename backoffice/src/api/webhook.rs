//! Signed webhooks: a back office tells the portal that something changed, so that it reads the events sooner. A
//! signature is `v1,` and the base64 of HMAC-SHA256 over identifier, time and body, joined by full stops.

use base64::{Engine, engine::general_purpose::STANDARD};
use hmac::{Hmac, KeyInit, Mac};
use http::{HeaderMap, HeaderName};
use jiff::{SignedDuration, Timestamp};
use sha2::Sha256;

/// Identifier of the message: the same one, received twice, is one message.
pub const ID: HeaderName = HeaderName::from_static("webhook-id");
/// Seconds since 1970.
pub const TIMESTAMP: HeaderName = HeaderName::from_static("webhook-timestamp");
/// One signature for each secret, separated by spaces.
pub const SIGNATURE: HeaderName = HeaderName::from_static("webhook-signature");

/// How far the time of a message may be from ours.
pub const WINDOW: SignedDuration = SignedDuration::from_mins(5);

/// Why a message is not believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Disbelief {
    /// A header is missing or unreadable.
    #[error("a header is missing or unreadable")]
    Headers,
    /// Too old, or from the future: it may be an old one that someone repeats.
    #[error("its time is too far from ours")]
    Time,
    /// No signature is by one of our secrets.
    #[error("no signature is by a secret of ours")]
    Signature,
}

/// Signs a message.
#[must_use]
pub fn signature(secret: &[u8], id: &str, seconds: i64, body: &[u8]) -> String {
    let code = mac(secret, id, seconds, body).finalize().into_bytes();
    format!("v1,{}", STANDARD.encode(code))
}

fn mac(secret: &[u8], id: &str, seconds: i64, body: &[u8]) -> Hmac<Sha256> {
    // HMAC takes keys of any length.
    let mut mac = match Hmac::<Sha256>::new_from_slice(secret) {
        Ok(mac) => mac,
        Err(_) => Hmac::<Sha256>::new(&Default::default()),
    };
    mac.update(id.as_bytes());
    mac.update(format!(".{seconds}.").as_bytes());
    mac.update(body);
    mac
}

/// Checks a message against the secrets in use: two while one takes over from the other. Gives its identifier.
///
/// # Errors
/// Says why it is not believed; whoever sent it is not told.
pub fn believe(
    secrets: &[Vec<u8>],
    headers: &HeaderMap,
    body: &[u8],
    now: Timestamp,
) -> Result<String, Disbelief> {
    let text = |name: &HeaderName| {
        let value = headers.get(name).and_then(|value| value.to_str().ok());
        value.filter(|value| !value.is_empty() && value.len() <= 1000)
    };
    let (Some(id), Some(seconds), Some(signatures)) =
        (text(&ID), text(&TIMESTAMP), text(&SIGNATURE))
    else {
        return Err(Disbelief::Headers);
    };
    let seconds: i64 = seconds.parse().map_err(|_| Disbelief::Headers)?;
    let sent_at = Timestamp::from_second(seconds).map_err(|_| Disbelief::Headers)?;
    if now.duration_since(sent_at).abs() > WINDOW {
        return Err(Disbelief::Time);
    }
    let known = signatures
        .split(' ')
        .filter_map(|signature| STANDARD.decode(signature.strip_prefix("v1,")?).ok())
        .any(|code| {
            // In constant time, by the library.
            let fits =
                |secret: &Vec<u8>| mac(secret, id, seconds, body).verify_slice(&code).is_ok();
            secrets.iter().any(fits)
        });
    if known {
        Ok(id.to_owned())
    } else {
        Err(Disbelief::Signature)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &[u8] = b"parvis-test-secret";
    const SENT: i64 = 1_795_338_000;
    const BODY: &str = "{\"specversion\":\"1.0\",\"id\":\"evt_01\",\"source\":\"/backoffice\",\
        \"type\":\"parvis.request.updated\",\"subject\":\"/v1/requests/r1\",\"time\":\"2026-11-22T09:00:00Z\",\
        \"data\":{\"resource\":\"/v1/requests/r1\",\"etag\":\"\\\"3\\\"\",\"status\":\"in_review\"}}";
    const SIGNED: &str = "v1,c99VYPpKT9bZkJDjtPLwvmckdD10IvwLQjDwpE/nDGo=";

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(seconds).unwrap()
    }

    fn headers(signature: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(ID, "evt_01".parse().unwrap());
        headers.insert(TIMESTAMP, SENT.to_string().parse().unwrap());
        headers.insert(SIGNATURE, signature.parse().unwrap());
        headers
    }

    #[test]
    fn the_vector_of_the_contract_is_signed_and_believed() {
        assert_eq!(signature(SECRET, "evt_01", SENT, BODY.as_bytes()), SIGNED);
        let believed = believe(
            &[SECRET.to_vec()],
            &headers(SIGNED),
            BODY.as_bytes(),
            at(SENT),
        );
        assert_eq!(believed.as_deref(), Ok("evt_01"));
    }

    #[test]
    fn while_secrets_change_either_is_believed() {
        let (old, new) = (b"old".to_vec(), SECRET.to_vec());
        let both = format!(
            "{} {SIGNED}",
            signature(&old, "evt_01", SENT, BODY.as_bytes())
        );
        for secrets in [vec![old.clone()], vec![new.clone()], vec![old, new]] {
            assert!(believe(&secrets, &headers(&both), BODY.as_bytes(), at(SENT)).is_ok());
        }
    }

    #[test]
    fn a_changed_body_an_old_message_and_a_stranger_are_not_believed() {
        let secrets = [SECRET.to_vec()];
        let hear = |headers: &HeaderMap, body: &str, now| {
            believe(&secrets, headers, body.as_bytes(), at(now)).unwrap_err()
        };
        assert_eq!(hear(&headers(SIGNED), "{}", SENT), Disbelief::Signature);
        for late in [SENT + 301, SENT - 301] {
            assert_eq!(hear(&headers(SIGNED), BODY, late), Disbelief::Time);
        }
        let stranger = signature(b"other", "evt_01", SENT, BODY.as_bytes());
        assert_eq!(hear(&headers(&stranger), BODY, SENT), Disbelief::Signature);
        assert_eq!(hear(&headers("v1,!"), BODY, SENT), Disbelief::Signature);
        let mut other = headers(SIGNED);
        other.insert(ID, "evt_02".parse().unwrap());
        assert_eq!(hear(&other, BODY, SENT), Disbelief::Signature);
        for missing in [ID, TIMESTAMP, SIGNATURE] {
            let mut headers = headers(SIGNED);
            headers.remove(missing);
            assert_eq!(hear(&headers, BODY, SENT), Disbelief::Headers);
        }
    }

    #[test]
    fn nothing_is_believed_without_a_secret() {
        let believed = believe(&[], &headers(SIGNED), BODY.as_bytes(), at(SENT));
        assert_eq!(believed, Err(Disbelief::Signature));
    }
}
